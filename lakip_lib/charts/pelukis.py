"""One browser for the process, kept between charts: opened when first needed, and again after it died or hung."""

import asyncio
import atexit
import logging
import os
import shutil
import threading
from collections.abc import Coroutine, Mapping, MutableMapping, Sequence
from concurrent.futures import TimeoutError as Terlambat
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
from choreographer.browsers.chromium import Chromium
from kaleido import Kaleido, PageGenerator

from lakip_lib.charts.huruf import write_fontconfig
from lakip_lib.errors import PerangkatError
from lakip_lib.proses import Penjaga, end_processes, is_alive, list_tree, make_folder

BATAS_BUKA = 60.0  # seconds for the browser to open
BATAS_TUTUP = 2.0  # seconds for it to close by itself
MUAT_ULANG = 500  # charts after which the page is loaded anew, so that its memory stays flat
logging.getLogger("choreographer").setLevel(logging.ERROR)  # what it says of a browser that ended, our errors say
Lukisan = tuple[dict[str, Any], tuple[int, int]]  # a figure as plotly JSON, and its width and height in pixels


class BrowserError(PerangkatError):
    """The browser must draw every chart within its time; the message says where it stopped."""

    pesan = (
        "Peramban (Chromium, Chrome, atau Edge) berhenti atau tidak menjawab saat menggambar grafik. Jalankan lagi; bila "
        "berulang, periksa dengan lakip doktor."
    )


class _Chromium(Chromium):
    """Chromium under guard, with its files and fonts in a folder of ours."""

    def __init__(self, channel: Any, path: Path | str | None = None, **opsi: Any) -> None:
        self._folder, self._penjaga = opsi.pop("folder"), opsi.pop("penjaga")
        super().__init__(channel, path, **opsi)

    def pre_open(self) -> None:
        """The profile in the folder that goes with the browser, not in one that Python would clear up by itself."""
        self.tmp_dir: Any = SimpleNamespace(path=self._folder / "profil")

    def get_cli(self) -> Sequence[str]:
        return list(self._penjaga.wrap(super().get_cli()))

    def get_popen_args(self) -> Mapping[str, Any]:
        args = dict(super().get_popen_args())
        return args | ({"pass_fds": self._penjaga.pipa} if self._penjaga.pipa else {})

    def get_env(self) -> MutableMapping[str, str]:
        aturan = write_fontconfig(self._folder)
        return {**super().get_env(), "FONTCONFIG_FILE": str(aturan), "TMPDIR": str(self._folder)}

    def clean(self) -> None:
        """Nothing: the folder goes as a whole, and a fork of this process must not touch it."""


class _Kaleido(Kaleido):
    """Kaleido whose page stays: loading it anew after every chart costs most of the time and changes no chart."""

    _sudah = 0

    async def _return_kaleido_tab(self, tab: Any) -> None:
        self._sudah += 1
        if self._sudah % MUAT_ULANG == 0:
            await super()._return_kaleido_tab(tab)
        else:
            await self.tabs_ready.put(tab)


class _Jalan:
    """A running browser: its server, the loop that serves it in a thread of its own, its guard and its folder."""

    def __init__(self, program: Path) -> None:
        self.folder = make_folder("peramban")
        self._penjaga = Penjaga(self.folder)
        self.loop = asyncio.new_event_loop()
        self._utas = threading.Thread(target=self._serve, name="lakip-peramban", daemon=True)
        self._utas.start()
        self._program, self._pemilik = program, os.getpid()
        self.server: Kaleido | None = None
        self._semua: list[psutil.Process] = []

    def _serve(self) -> None:
        """Run the loop until it is stopped; what is still going on then is called off."""
        self.loop.run_forever()
        sisa = asyncio.all_tasks(self.loop)
        for satu in sisa:
            satu.cancel()
        if sisa:
            self.loop.run_until_complete(asyncio.wait(sisa, timeout=BATAS_TUTUP))
        self.loop.close()

    def is_running(self) -> bool:
        return self._pemilik == os.getpid() and self._proses is not None and self._proses.poll() is None

    @property
    def _proses(self) -> Any:
        return getattr(self.server, "subprocess", None)

    def list_tree(self) -> list[psutil.Process]:
        return list_tree(self._proses.pid) if self.is_running() else []

    def run(self, kerja: Coroutine[Any, Any, Any], batas: float) -> BaseException | None:
        """Do this in the loop; what it raised, TimeoutError where it took too long."""

        async def collect() -> BaseException | None:
            hasil = await asyncio.gather(asyncio.wait_for(kerja, batas), return_exceptions=True)
            return hasil[0] if isinstance(hasil[0], BaseException) else None

        tunggu = asyncio.run_coroutine_threadsafe(collect(), self.loop)
        try:
            return tunggu.result(batas + BATAS_TUTUP)
        except Terlambat as galat:
            tunggu.cancel()
            return galat

    async def open(self, batas: float) -> None:
        laman = self.folder / "index.html"
        laman.write_text(PageGenerator(mathjax=False).generate_index(), encoding="utf-8")
        bahan = {"browser_cls": _Chromium, "folder": self.folder, "penjaga": self._penjaga}
        self.server = server = _Kaleido(n=1, timeout=batas, page_generator=laman, path=self._program, **bahan)
        await server.open()
        self._semua = self.list_tree()

    def end(self) -> None:
        """Close it, or end it where it does not close; nothing of it stays."""
        if self._pemilik != os.getpid():
            return
        semua, proses = {*self._semua, *self.list_tree()}, self._proses
        if self.server is not None:
            self.run(self.server.close(), BATAS_TUTUP)
        self._penjaga.close()
        if proses is not None:
            end_processes(list(semua), proses)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._utas.join(BATAS_TUTUP)
        shutil.rmtree(self.folder, ignore_errors=True)


class Pelukis:
    """The browser of this process."""

    def __init__(self, program: Path) -> None:
        """Nothing runs yet."""
        self.program = program
        self._jalan: _Jalan | None = None
        self._giliran = threading.Lock()
        atexit.register(self.close)

    def draw(self, figures: Mapping[str, Lukisan], batas: float) -> dict[str, bytes]:
        """The figures as SVG; a thread that runs an event loop may call this too.

        Raises BrowserError when the browser fails, or takes longer than `batas` seconds for a chart; it is ended then, and
        opened anew by the next call. One that died on the way is opened anew at once.
        """
        hasil: dict[str, bytes] = {}
        with self._giliran:
            galat, mati = self._draw_rest(figures, hasil, batas)
            if galat is not None and mati:
                galat, _ = self._draw_rest(figures, hasil, batas)
        hilang = [id for id in figures if id not in hasil]
        if galat is not None or hilang:
            sebab = f"{type(galat).__name__}: {galat}"
            raise BrowserError(
                f"The browser {self.program} must draw every chart; stopped at {hilang[:1]}: {sebab}"
            ) from galat
        return hasil

    def _draw_rest(
        self, figures: Mapping[str, Lukisan], hasil: dict[str, bytes], batas: float
    ) -> tuple[BaseException | None, bool]:
        """Draw what is not in `hasil` yet; what went wrong, and whether the browser died of it."""
        jalan, galat = self._ensure(batas)

        async def draw() -> None:
            for id, (figur, (lebar, tinggi)) in figures.items():
                if id not in hasil:
                    opsi = {"format": "svg", "width": lebar, "height": tinggi}
                    hasil[id] = await asyncio.wait_for(jalan.server.calc_fig(figur, opts=opsi), batas)

        galat = galat or jalan.run(draw(), batas * (len(figures) + 1))
        mati = not jalan.is_running()
        if galat is not None:
            self.close()
        return galat, mati

    def _ensure(self, batas: float) -> tuple[Any, BaseException | None]:
        if self._jalan is not None and self._jalan.is_running():
            return self._jalan, None
        self.close()
        self._jalan = _Jalan(self.program)
        return self._jalan, self._jalan.run(self._jalan.open(batas), BATAS_BUKA)

    def list_pids(self) -> list[int]:
        """The ids of the browser's processes; none while it does not run."""
        return [satu.pid for satu in (self._jalan.list_tree() if self._jalan else []) if is_alive(satu.pid)]

    @property
    def folder(self) -> Path | None:
        """Where the browser works; None while it does not run."""
        return self._jalan.folder if self._jalan else None

    def close(self) -> None:
        """End the browser."""
        if self._jalan is not None:
            self._jalan.end()
        self._jalan = None


@cache
def keep_pelukis(program: Path) -> Pelukis:
    """The one browser of this process, for this program."""
    return Pelukis(program)
