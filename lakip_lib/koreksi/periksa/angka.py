"""Figures of the document against hasil.json: those with a reference, and those that stand in sentences (R17)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lakip_lib.blok import Dokumen
from lakip_lib.errors import RenderError
from lakip_lib.formats import format_persen, round_half_up
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.cetak import read_cetak
from lakip_lib.koreksi.periksa.letak import make_temuan, quote
from lakip_lib.koreksi.ruas import Ruas, list_ruas
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.model.kinerja import make_table
from lakip_lib.rujukan import format_ref
from lakip_lib.telaah.naskah import review_naskah
from lakip_lib.telaah.naskah.kalimat import find_bilangan, split_kalimat
from lakip_lib.telaah.naskah.pokok import collect_numbers
from lakip_lib.temuan import Temuan

PROSA = {"paragraf", "draf", "butir"}
_ANGKA = re.compile(r"\d")
_SERAPAN = re.compile(r"\b(?:realisasi\w*|terealisasi|terserap|(?:pen)?yerapan|serapan|sisa)", re.IGNORECASE)
_SISA = re.compile(r"\bsisa", re.IGNORECASE)


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


def review_persen(dokumen: Dokumen) -> Iterator[Temuan]:
    """A finding for each sentence whose percentage is not what its own two amounts give, nor what is left of it.

    Looked at are sentences on spending with two amounts written out and one percentage (DOMAIN §3: 6.116.339.202 and
    5.226.670.463 printed as 85,73 %); whose money it is does not matter.
    """
    for ruas in list_ruas(dokumen):
        for kalimat in split_kalimat(ruas.teks) if ruas.jenis in PROSA else ():
            bilangan = list(find_bilangan(kalimat.teks))
            uang = sorted(Fraction(b.bacaan[0]) for b in bilangan if b.jenis == "rupiah" and not b.pangkat)
            persen = [b.tertulis for b in bilangan if b.jenis == "persen"]
            if len(uang) != 2 or len(persen) != 1 or not _SERAPAN.search(kalimat.teks) or not uang[1]:
                continue
            bagian = _list_bagian(*uang, sisa=bool(_SISA.search(kalimat.teks)))
            cetak = read_cetak(persen[0])
            if cetak and not any(cetak.is_near(x) or cetak.is_near(100 - x) for x in bagian):
                mau = format_persen(bagian[-1])
                teks = f"{quote(kalimat.teks, 120)} menulis {persen[0]}, sedangkan kedua jumlahnya menghasilkan {mau}."
                teks += " Mohon diperiksa."
                yield make_temuan(ruas.letak, "persen-naskah-tidak-cocok", Tingkat.PERINGATAN, teks, nilai=persen[0])


def _list_bagian(kecil: Fraction, besar: Fraction, *, sisa: bool) -> list[Fraction]:
    """The shares that two amounts may make: one of the other; spent and left of both together; the likeliest last."""
    return [kecil / besar * 100] + ([besar / (kecil + besar) * 100] if sisa else [])


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
