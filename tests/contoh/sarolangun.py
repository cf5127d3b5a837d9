"""The main sample: forms of five units filled with the usual dirt, none of it grave (see README.md)."""

from pathlib import Path

from lakip_lib.settings import read_instansi

from . import kotor
from .bukti import write_survei
from .formulir import Terisi, fill_formulir
from .lra import write_sipd
from .rencana import write_rencana
from .simpan import save_ods, save_xlsx
from .tabel import AKAR

CONTOH = "sarolangun"
FOLDER = AKAR / "2025" / "diskominfo-sarolangun"
JUDUL_LRA = (
    "KAB. SAROLANGUN",
    "REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAHAN DAERAH, ORGANISASI, PROGRAM, KEGIATAN",
    "BESERTA HASIL DAN SUB KEGIATAN BESERTA KELUARAN (CONTOH)",
    "TAHUN ANGGARAN 2025",
)
WAKTU = {
    "SEKRETARIAT": "2026-01-12T03:00:00Z",
    "IKP": "2026-01-12T08:00:00Z",
    "EGOV": "2026-01-13T02:00:00Z",
    "STATISTIK": "2026-01-09T04:00:00Z",
}
IKP_LAMA = {
    ("F1", "IK-3.1", "realisasi"): "87.40",
    ("F1", "IK-3.1", "tw4"): "87.40",
    ("F1", "IK-3.3", "tw4"): "498",
    ("F1", "IK-3.3", "realisasi"): "498",
    ("F5", "IKP", "tanggal"): "'05-01-2026",
}


def spoil_egov(terisi: Terisi) -> None:
    """Renamed headers, units overtyped (one the same in words, one not), a column and a row of totals added."""
    buku = terisi.buku
    kotor.rename_kepala(buku, "F1", {"realisasi": "Realisasi Tahun 2025", "sumber_data": "Sumber"})
    kotor.write_di(buku, "F1", "IK-1.2", "satuan", "persen")
    kotor.write_di(buku, "F1", "IK-1.5", "satuan", "aplikasi")
    kotor.add_kolom(buku, "F1", "Catatan bidang", {"IK-1.6": "Kapasitas dinaikkan November"})
    kotor.add_jumlah(buku, "F3", {"pagu": 2764100000, "realisasi_anggaran": 2565146450}, "JUMLAH BIDANG")


def spoil_sekretariat(terisi: Terisi) -> None:
    """A hidden row and a sheet with rows put above its header."""
    kotor.hide_baris(terisi.buku, "F3", "2.16.01.2.02.0005")
    kotor.push_kepala(terisi.buku, "F4", 2, "Data dukung disusun oleh Subbagian Perencanaan dan Program")


def spoil_statistik(terisi: Terisi) -> None:
    """Another name for a sheet."""
    kotor.rename_lembar(terisi.buku, "F2", "Analisis Bidang Statistik")


def make(folder: Path = FOLDER) -> None:
    """Write perencanaan.xlsx, lra.xlsx and isian/ of the main sample into its folder."""
    settings = read_instansi(FOLDER / "instansi.toml")
    write_rencana(CONTOH, folder / "perencanaan.xlsx", 2025)
    skpd = (settings.instansi.kode_skpd, settings.instansi.nama)
    write_sipd(folder / "lra.xlsx", CONTOH, judul=JUDUL_LRA, skpd=skpd, tahun=2025)
    write_survei(folder / "bukti" / "ringkasan-survei-komunikasi.pdf")
    spoil = {"EGOV": spoil_egov, "SEKRETARIAT": spoil_sekretariat, "STATISTIK": spoil_statistik}
    for unit in settings.unit:
        terisi = fill_formulir(CONTOH, settings, unit)
        if unit.kode in spoil:
            spoil[unit.kode](terisi)
        if unit.kode == "SANDI":
            save_ods(folder / "isian" / "SANDI.ods", terisi.buku)
        else:
            nama = "IKP_revisi" if unit.kode == "IKP" else unit.kode
            save_xlsx(folder / "isian" / f"{nama}.xlsx", terisi, waktu=WAKTU[unit.kode])
        if unit.kode == "IKP":
            lama = fill_formulir(CONTOH, settings, unit, IKP_LAMA)
            save_xlsx(folder / "isian" / "IKP.xlsx", lama, waktu="2026-01-05T08:00:00Z")
