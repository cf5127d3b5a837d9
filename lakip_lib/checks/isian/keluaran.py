"""Findings on F3: outputs that are gone, told twice or left blank, and locked cells overtyped."""

from lakip_lib.checks.acuan import Acuan, Row
from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.checks.isian.sel import check_target, check_teks, find_sel, is_filled
from lakip_lib.formats import clean_teks
from lakip_lib.formats.angka import KATA_BELUM_RILIS
from lakip_lib.intake.isian import BarisIsian, LembarTerbaca
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Unit

SETAHUN = ("tahunan", "TW4")  # a running year has outputs still to come
LAIN_BERISI = ("target", "realisasi", "realisasi_anggaran")


def check_f3(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    """The unit's sub kegiatan against the Program sheet: which are there, what was overtyped, what is blank."""
    program = acuan.map_program(unit)
    ada: dict[str, BarisIsian] = {}
    for baris in terbaca.baris:
        if baris.kode and baris.kode not in ada:
            ada[baris.kode] = baris
        elif any(is_filled(baris, kolom) for kolom in LAIN_BERISI):
            _report_kode(baris, terbaca, catat)
    for kode, row in program.items():
        if kode not in ada and not any(lain.startswith(f"{kode}.") for lain in program):
            nama = row["uraian"] or row["keluaran"] or ""
            teks = f"sub kegiatan {kode} {nama}".rstrip() + " tidak ada dalam formulir. Mohon kembalikan barisnya."
            catat.add("sub-kegiatan-tidak-ada", Tingkat.WAJIB, teks, kolom="kode")
    for kode, baris in ada.items():
        row = program.get(kode, {})
        _check_terkunci(baris, row, terbaca, catat)
        if acuan.periode in SETAHUN:
            _check_blank(baris, row, terbaca, catat)


def _report_kode(baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A row that is filled in but not read: without a kode, or with one that stands above already."""
    if baris.kode:
        teks = f"kode '{quote(baris.kode)}' tertulis lebih dari sekali; yang dibaca baris pertama. Mohon gabungkan."
        aturan = "kode-ganda"
    else:
        teks = f"baris {baris.baris} tidak mempunyai kode dan tidak dibaca. Mohon isi kode sub kegiatannya."
        aturan = "kode-kosong"
    tempat = find_sel(baris, terbaca, "kode") or f"A{baris.baris}"
    catat.add(aturan, Tingkat.WAJIB, teks, sel=tempat, kolom="kode")


def _check_terkunci(baris: BarisIsian, row: Row, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """What the Program sheet says of an output was prefilled and locked; where it says nothing, the form's stands."""
    if row.get("target_keluaran"):
        check_target(baris, "target", row["target_keluaran"], terbaca, catat)
    for kolom, nama in (("satuan", "satuan"), ("indikator_keluaran", "keluaran")):
        if row.get(nama):
            check_teks(baris, kolom, row[nama], terbaca, catat)


def _check_blank(baris: BarisIsian, row: Row, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """An output that was promised and of which nothing is told, or "n/a" without a reason."""
    direncanakan = row.get("target_keluaran") or row.get("keluaran") or is_filled(baris, "target")
    if not direncanakan or "realisasi" not in terbaca.kolom:
        return
    sel = find_sel(baris, terbaca, "realisasi")
    if not is_filled(baris, "realisasi"):
        nama = baris.teks("sub_kegiatan") or row.get("uraian") or ""
        teks = (
            f"realisasi keluaran {baris.kode} {quote(nama)}".rstrip() + " belum diisi. "
            "Mohon diisi; bila tidak terlaksana, tuliskan 0 dan sebabnya pada Keterangan."
        )
        catat.add("realisasi-kosong", Tingkat.WAJIB, teks, sel=sel, kolom="realisasi")
    elif clean_teks(baris.teks("realisasi")).casefold() in KATA_BELUM_RILIS and not baris.teks("keterangan"):
        teks = f"realisasi keluaran {baris.kode} belum rilis tanpa alasan. Mohon isi kolom Keterangan."
        tempat = find_sel(baris, terbaca, "keterangan") or sel
        catat.add("alasan-kosong", Tingkat.WAJIB, teks, sel=tempat, kolom="keterangan")
