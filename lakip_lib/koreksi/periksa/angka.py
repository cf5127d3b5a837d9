"""Figures of the document against hasil.json: those with a reference, and those that stand in sentences (R17)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lakip_lib.blok import Dokumen
from lakip_lib.errors import RenderError
from lakip_lib.formats import round_half_up
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.cetak import read_cetak
from lakip_lib.koreksi.periksa.letak import make_temuan
from lakip_lib.koreksi.ruas import Ruas, list_ruas
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.model.kinerja import make_table
from lakip_lib.rujukan import format_ref
from lakip_lib.telaah.naskah import review_naskah
from lakip_lib.telaah.naskah.pokok import collect_numbers
from lakip_lib.temuan import Temuan

PROSA = {"paragraf", "draf", "butir"}
_ANGKA = re.compile(r"\d")


def review_rujukan(dokumen: Dokumen) -> Iterator[Temuan]:
    """A finding for each figure with a reference that does not print what hasil.json says, or that leads nowhere."""
    for ruas in list_ruas(dokumen):
        for run in ruas.runs:
            if run.ref is None:
                continue
            try:
                mau = format_ref(dokumen.hasil, run.ref)
            except RenderError:
                teks = f"angka {run.teks} menunjuk {run.ref}, yang tidak ada dalam hasil hitung. Mohon susun ulang dokumen."
                yield make_temuan(ruas.letak, "angka-tanpa-sumber", Tingkat.WAJIB, teks, nilai=run.teks)
                continue
            if run.teks != mau:
                teks = (
                    f"tertulis {run.teks}, sedangkan hasil hitung {mau} ({run.ref}). "
                    "Mohon perbaiki isian sumbernya, lalu susun ulang."
                )
                yield make_temuan(ruas.letak, "angka-dokumen-berbeda", Tingkat.WAJIB, teks, nilai=run.teks)


def review_prosa(dokumen: Dokumen, hasil: Hasil, kinerja: Kinerja) -> Iterator[Temuan]:
    """The findings of `telaah.naskah` on every paragraph and list of the document, not on narasi/*.md alone.

    Figures with a reference are left to `review_rujukan`; figures that the program prints without one are known.
    """
    bagian: dict[str, list[str]] = {}
    for ruas in list_ruas(dokumen):
        if ruas.jenis in PROSA and not ruas.bab.startswith("lampiran"):
            bagian.setdefault(ruas.letak, []).append(_write(ruas))
    rows = [
        {"nama": _name(letak), "teks": "\n\n".join(teks), "berkas": letak, "sha256": ""}
        for letak, teks in bagian.items()
    ]
    dikenal = {round_half_up(x, 2) for x in collect_numbers(hasil.rincian.model_dump())}
    for t in review_naskah(hasil, replace(kinerja, narasi=make_table("narasi", rows))):
        if t.aturan == "angka-naskah-tak-dikenal" and _read_persen(t.nilai) in dikenal:
            continue
        pesan = t.pesan.removeprefix(f"{t.berkas}: ")
        yield make_temuan(t.berkas, t.aturan, t.tingkat, pesan, nilai=t.nilai)


def _read_persen(teks: str | None) -> Decimal | None:
    cetak = read_cetak(teks or "")
    return None if cetak is None else round_half_up(cetak.nilai, 2)


def _write(ruas: Ruas) -> str:
    """The text with an ellipsis for each figure that has a reference; a list point begins as one."""
    teks = "".join("…" if run.ref and _ANGKA.search(run.teks) else run.teks for run in ruas.runs) or ruas.teks
    return f"- {teks}" if ruas.jenis == "butir" else teks


def _name(letak: str) -> str:
    """Texts below a sasaran speak of its parts, as narasi/sasaran-*.md do."""
    return "sasaran-dokumen" if letak.startswith("Bab III") else "dokumen"
