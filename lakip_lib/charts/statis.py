"""Static pictures of charts: plotly figures drawn by one headless browser, kept by their content.

The browser gives SVG (vector, for the PDF); `rasterize` makes the PNG of the same drawing (for DOCX) without a browser.
Equal figures give equal bytes with the same versions, fonts and browser build.
"""

import asyncio
import hashlib
import json
import os
import re
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import kaleido
import psutil
import typst
from lxml import etree

from lakip_lib.charts.huruf import collect_fonts, lay_out_fonts
from lakip_lib.charts.peramban import find_browser
from lakip_lib.errors import LakipError
from lakip_lib.simpan import write_bytes

PX_PER_MM = 96 / 25.4  # 12 px in a figure are 9 pt on paper
BATAS_BUKA = 60.0  # seconds for the browser to open and close
BATAS_GAMBAR = 30.0  # seconds for one chart
KERNEL = ("ipykernel_launcher", "multiprocessing.forkserver")  # a stock one; a forked one, and what it is forked from
TANPA_PERAMBAN = "Peramban (Chromium, Chrome, atau Edge) tidak ditemukan; grafik diganti dengan tabel datanya."
_UID = re.compile(r"topdefs-([0-9a-f]{6})")


class BrowserError(LakipError):
    """The browser must draw every chart within its time; the message says where it stopped."""


@dataclass(frozen=True)
class GambarStatis:
    """Pictures by id as SVG; where there are none, `alasan` says why in a sentence (Indonesian)."""

    svg: dict[str, bytes] = field(default_factory=dict)
    alasan: str = ""


def render_charts(
    figures: Mapping[str, Mapping[str, Any]],
    *,
    lebar_mm: float,
    tinggi: Mapping[str, float],
    cache: Path,
    peramban: Path | None = None,
    batas: float = BATAS_GAMBAR,
) -> GambarStatis:
    """The figures (plotly JSON by id) as SVG, `lebar_mm` wide and `tinggi` (mm, by id) high.

    One browser draws all that `cache` does not hold yet. `batas` is the time for one chart in seconds.
    Returns no picture and a reason where there is no browser. Raises BrowserError when the browser fails or hangs.
    """
    peramban = peramban or find_browser()
    if peramban is None:
        return GambarStatis(alasan=TANPA_PERAMBAN)
    if not figures:
        return GambarStatis()
    ukuran = {id: (round(lebar_mm * PX_PER_MM), round(tinggi[id] * PX_PER_MM)) for id in figures}
    berkas = {id: cache / f"{name_picture(figures[id], ukuran[id], peramban)}.svg" for id in figures}
    kurang = {id: (dict(figures[id]), ukuran[id]) for id in figures if not berkas[id].is_file()}
    if kurang:
        cache.mkdir(parents=True, exist_ok=True)
        for id, svg in draw_in_browser(kurang, peramban, batas).items():
            write_bytes(berkas[id], normalise_svg(svg))
    return GambarStatis({id: letak.read_bytes() for id, letak in berkas.items()})


def name_picture(figur: Mapping[str, Any], ukuran: tuple[int, int], peramban: Path) -> str:
    """The name of a picture in the cache: a hash of figure, size, versions and browser build."""
    stat = peramban.stat()
    versi = [version(paket) for paket in ("plotly", "kaleido", "font-source-sans-pro")]
    dasar = [figur, ukuran, versi, stat.st_size, stat.st_mtime_ns, "1"]
    return hashlib.sha256(json.dumps(dasar, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def normalise_svg(svg: bytes) -> bytes:
    """The same drawing without the chance letters that plotly puts into its ids and classes."""
    akar = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    id_acak = dict.fromkeys(cocok[1] for unsur in akar.iter() if (cocok := _UID.fullmatch(unsur.get("id", ""))))
    ganti = re.compile(rf"\b([A-Za-z-]+)(?:{'|'.join(id_acak) or '(?!)'})")
    for unsur in akar.iter():
        unsur.attrib.pop("class", None)
        for nama, nilai in unsur.attrib.items():
            if nama == "id" or "#" in nilai:
                unsur.set(nama, ganti.sub(r"\1lakip0", nilai))
    hasil: bytes = etree.tostring(akar)
    return hasil


def rasterize(svg: bytes, *, lebar_mm: float, dpi: int = 300) -> bytes:
    """The SVG as PNG, `lebar_mm` wide at `dpi`, drawn with the bundled fonts."""
    with tempfile.TemporaryDirectory(prefix="lakip-gambar-") as folder:
        akar = Path(folder)
        (akar / "a.svg").write_bytes(svg)
        utama = f'#set page(width: {lebar_mm}mm, height: auto, margin: 0pt)\n#image("a.svg", width: 100%, alt: "-")'
        (akar / "a.typ").write_text(utama, encoding="utf-8")
        gambar: bytes = typst.compile(akar / "a.typ", format="png", ppi=dpi, font_paths=collect_fonts())
    return gambar


def draw_in_browser(
    figures: Mapping[str, tuple[dict[str, Any], tuple[int, int]]], peramban: Path, batas: float
) -> dict[str, bytes]:
    """The figures as SVG from one browser, in a thread of its own so that a running event loop is no hindrance.

    Raises BrowserError when the browser fails or takes longer than `batas` for a chart; no process is left behind.
    """
    hasil: dict[str, bytes] = {}
    galat: list[BaseException | None] = []

    async def collect() -> None:
        galat.extend(await asyncio.gather(_draw_all(figures, peramban, batas, hasil), return_exceptions=True))

    benang = threading.Thread(target=lambda: asyncio.run(collect()), name="lakip-peramban", daemon=True)
    lama = set(_list_children())
    with _browser_fonts():
        benang.start()
        benang.join(2 * BATAS_BUKA + batas * len(figures))
    macet = benang.is_alive()
    if macet or galat != [None]:
        end_processes([anak for anak in _list_children() if anak not in lama and not _is_kernel(anak)])
    hilang = [id for id in figures if id not in hasil]
    if hilang or macet:
        sebab = f"{type(galat[0]).__name__}: {galat[0]}" if any(galat) else "no answer"
        raise BrowserError(f"The browser {peramban} must draw every chart; stopped at {hilang[:1]}: {sebab}")
    return hasil


async def _draw_all(
    figures: Mapping[str, tuple[dict[str, Any], tuple[int, int]]],
    peramban: Path,
    batas: float,
    hasil: dict[str, bytes],
) -> None:
    server = kaleido.Kaleido(n=1, timeout=batas, mathjax=False, path=peramban)
    await asyncio.wait_for(server.open(), BATAS_BUKA)
    try:
        for id, (figur, (lebar, tinggi)) in figures.items():
            opsi = {"format": "svg", "width": lebar, "height": tinggi}
            hasil[id] = await asyncio.wait_for(server.calc_fig(figur, opts=opsi), batas)
    finally:
        await asyncio.wait_for(server.close(), BATAS_BUKA)


def _list_children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _is_kernel(proses: psutil.Process) -> bool:
    """Whether a process is a notebook's kernel, which may have been started meanwhile and is not ours to end."""
    try:
        return any(tanda in kata for kata in proses.cmdline() for tanda in KERNEL)
    except psutil.Error:
        return False


def end_processes(proses: list[psutil.Process]) -> None:
    """End these processes and wait until they are gone."""
    for anak in proses:
        try:
            anak.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(proses, timeout=5)


@contextmanager
def _browser_fonts() -> Iterator[None]:
    """Let the browser see the bundled fonts: it looks only where fontconfig tells it to."""
    with tempfile.TemporaryDirectory(prefix="lakip-fontconfig-") as folder:
        aturan = Path(folder) / "fonts.conf"
        aturan.write_text(fontconfig_rules(Path(folder) / "cache"), encoding="utf-8")
        lama = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(aturan)
        try:
            yield
        finally:
            if lama is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = lama


def fontconfig_rules(folder_cache: Path) -> str:
    """A fonts.conf that names the bundled files besides the system's own rules."""
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{lay_out_fonts()}</dir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{folder_cache}</cachedir></fontconfig>"
    )
