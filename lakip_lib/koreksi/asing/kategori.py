"""Labels beside figures: the category the printed scale gives, and status words against 100 %."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import Cetak, read_cetak
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Jenis, Kolom
from lakip_lib.koreksi.asing.model import Alinea
from lakip_lib.koreksi.asing.skala import SkalaCetak, normalise_label
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

SERATUS = Fraction(100)
MELAMPAUI = re.compile(r"melampaui(?: target)?|melebihi target")
BELUM = re.compile(r"(?:tidak|belum) (?:tercapai|mencapai)(?: target)?")
CAPAIAN_BERLABEL = re.compile(
    r"\bcapaian\b[^.;%]{0,120}?(\d+(?:[.,]\d+)?) ?(?:%|persen)[^.;%\d]{0,80}?\b(?:ber|di)?(?:kategori|predikat)(?:kan)?\b"
    r"[^.;%\d]{0,20}?[\"“”']?((?:[A-Za-z]+ ?){1,4})",
    re.IGNORECASE,
)


def check_kategori(bacaan: Bacaan, skala: Sequence[SkalaCetak]) -> Iterator[Temuan]:
    """Categories and status words that do not fit the capaian in their row."""
    kolom = {j: [k for k in bacaan.kolom if k.jenis is j] for j in (Jenis.KATEGORI, Jenis.CAPAIAN)}
    if len(kolom[Jenis.CAPAIAN]) != 1 or any(k.jenis is Jenis.PAGU for k in bacaan.kolom):
        return
    capaian = kolom[Jenis.CAPAIAN][0]
    for label in kolom[Jenis.KATEGORI]:
        dipakai = _choose_skala(bacaan, label, skala)
        for baris in bacaan.baris:
            nilai = bacaan.read(baris, capaian)
            if nilai is None or baris.jumlah:
                continue
            if temuan := _check_label(bacaan, baris, label, nilai, dipakai) or _check_status(
                bacaan, baris, label, nilai
            ):
                yield temuan


def _choose_skala(bacaan: Bacaan, kolom: Kolom, skala: Sequence[SkalaCetak]) -> SkalaCetak | None:
    """The one printed scale that knows every label of the column."""
    label = {t for b in bacaan.baris if (t := normalise_label(bacaan.teks(b, kolom))) and bacaan.teks(b, kolom) != "-"}
    cocok = [s for s in skala if len(label & s.label.keys()) >= 1 and _is_scale_of(label, s)]
    batas = {tuple((k.bawah, k.atas) for k in s.kelas) for s in cocok}
    return cocok[0] if len(batas) == 1 else None


def _is_scale_of(label: set[str], skala: SkalaCetak) -> bool:
    return all(t in skala.label or re.match(r"belum|tidak|n a|na\b", t) for t in label)


def _check_label(bacaan: Bacaan, baris: Baris, kolom: Kolom, nilai: Cetak, skala: SkalaCetak | None) -> Temuan | None:
    tercetak = normalise_label(bacaan.teks(baris, kolom))
    if skala is None or tercetak not in skala.label:
        return None
    mestinya = skala.find(nilai.nilai)
    if not mestinya or tercetak in mestinya:
        return None
    nama = " atau ".join(f'"{skala.label[m]}"' for m in sorted(mestinya))
    kelas = next((k.teks for k in skala.kelas if normalise_label(k.label) in mestinya), "")
    kata = (
        f'kategori tercetak "{bacaan.teks(baris, kolom)}" untuk capaian {nilai.teks}; '
        f"menurut skala yang dicetak ({kelas}) seharusnya {nama}. Mohon diperbaiki."
    )
    return _write(bacaan, baris, kolom, Tingkat.WAJIB, kata)


def _check_status(bacaan: Bacaan, baris: Baris, kolom: Kolom, nilai: Cetak) -> Temuan | None:
    kata = normalise_label(bacaan.teks(baris, kolom))
    salah = (MELAMPAUI.fullmatch(kata) and nilai.nilai <= SERATUS) or (BELUM.fullmatch(kata) and nilai.nilai >= SERATUS)
    if not salah:
        return None
    pesan = f'status tercetak "{bacaan.teks(baris, kolom)}", sedangkan capaian pada baris itu {nilai.teks}. Mohon disesuaikan.'
    return _write(bacaan, baris, kolom, Tingkat.PERINGATAN, pesan)


def _write(bacaan: Bacaan, baris: Baris, kolom: Kolom, tingkat: Tingkat, kata: str) -> Temuan:
    return write_temuan(
        bacaan.tabel.locate(baris.nomor), "kategori", tingkat, kata,
        kolom=kolom.judul, nilai=bacaan.teks(baris, kolom),
    )  # fmt: skip


def check_kalimat_kategori(alinea: Alinea, skala: Sequence[SkalaCetak]) -> Iterator[Temuan]:
    """A sentence that rates a capaian otherwise than the only scale of the document does."""
    if len(skala) != 1:
        return
    for m in CAPAIAN_BERLABEL.finditer(alinea.teks):
        nilai = _parse(m[1])
        kata = normalise_label(m[2]).split()
        label = next((t for n in range(len(kata), 0, -1) if (t := " ".join(kata[:n])) in skala[0].label), None)
        if nilai is None or label is None or label in (mestinya := skala[0].find(nilai)) or not mestinya:
            continue
        nama = " atau ".join(f'"{skala[0].label[x]}"' for x in sorted(mestinya))
        asal = f'capaian {m[1]} persen disebut "{skala[0].label[label]}"'
        pesan = f"{asal}; menurut skala yang dicetak seharusnya {nama}. Mohon diperbaiki."
        yield write_temuan(alinea.tempat, "kategori", Tingkat.WAJIB, pesan, nilai=m[0][:200])


def _parse(teks: str) -> Fraction | None:
    cetak = read_cetak(teks)
    return cetak.nilai if cetak else None
