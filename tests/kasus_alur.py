"""A scripted year of the SOP: a unit late at step 4, a rejection at step 9, holidays between. Monday is 2026-01-05."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip_lib.alur.buku import BukuAlur, append_entri
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.ikhtisar import Ikhtisar
from lakip_lib.alur.jam import get_zona
from lakip_lib.alur.kalender import read_kalender
from lakip_lib.alur.keadaan import BELUM_LENGKAP, LENGKAP, LOLOS, MENUNGGU_TTD, SELESAI, TERTANDA
from lakip_lib.alur.langkah import PERAN_SOP, get_langkah
from lakip_lib.alur.langkah import TONGGAK as MILESTONE
from lakip_lib.alur.tinjau import build_ikhtisar
from lakip_lib.settings import Lokasi, read_instansi

WIB = get_zona("WIB")
LIBUR = "tanggal,keterangan\n2026-01-01,Tahun Baru\n2026-01-16,Isra Mikraj\n2026-02-17,Imlek\n"
ALASAN = "Realisasi <IKU-2> belum sesuai laporan keuangan & penyebabnya belum dijelaskan"
PEJABAT = {peran: f"{nama} Contoh (contoh)" for peran, nama in PERAN_SOP.items()}
TOML = f"""[instansi]
kode = "dinas-contoh"
nama = "Dinas Contoh"
pemda = "Kabupaten Contoh"
contoh = true

[periode]
tahun = 2025
renstra_awal = 2021
renstra_akhir = 2026
tenggat = 2026-01-14
tanggal_dokumen = 2026-02-20

{"".join(f'[pejabat.{peran}]{chr(10)}nama = "{nama}"{chr(10)}{chr(10)}' for peran, nama in PEJABAT.items())}
[[unit]]
kode = "TIK"
nama = "Bidang Teknologi Informasi dan Komunikasi"

[[unit]]
kode = "IKP"
nama = "Bidang Informasi dan Komunikasi Publik"

[[unit]]
kode = "SEK"
nama = "Sekretariat"
"""


def make_unit(status: str, wajib: int = 0, berkas: str = "") -> dict[str, Any]:
    return {"status": status, "berkas": berkas, "sha256": "0" * 64 if berkas else "", "wajib": wajib}


HIMPUN_1 = {
    "unit": {
        "TIK": make_unit("diterima", berkas="TIK.xlsx"),
        "IKP": make_unit("belum masuk"),
        "SEK": make_unit("perlu perbaikan", 2, "SEK.xlsx"),
    },
    "terima": {"TIK": "2026-01-13T10:00:00+07:00", "SEK": "2026-01-14T15:00:00+07:00"},
    "versi_unit": {"TIK": 1, "SEK": 1},
}
HIMPUN_2 = {
    "unit": {
        "TIK": make_unit("diterima", berkas="TIK.xlsx"),
        "IKP": make_unit("diterima", berkas="IKP.xlsx"),
        "SEK": make_unit("diterima", berkas="SEK-2.xlsx"),
    },
    "terima": {
        "TIK": "2026-01-13T10:00:00+07:00",
        "IKP": "2026-01-20T10:00:00+07:00",
        "SEK": "2026-01-19T09:00:00+07:00",
    },
    "versi_unit": {"TIK": 1, "IKP": 1, "SEK": 2},
}
REVIU = {"jenis": "reviu", "tanggal": "2026-01-28", "keterangan": "LHR 700/12", "bukti": "reviu.pdf"}
KIRIM = {"jenis": "terkirim", "tanggal": "2026-01-29", "keterangan": "Diterima Bagian Organisasi", "bukti": ""}
# step, when, how it ended, version, what the entry tells
TAHUN: tuple[tuple[str, str, str, str, Mapping[str, Any]], ...] = (
    ("mulai", "2026-01-05 08:00", SELESAI, "", {}),
    ("formulir", "2026-01-05 09:30", SELESAI, "", {}),
    ("sebar", "2026-01-05 10:15", SELESAI, "", {}),
    ("himpun", "2026-01-15 09:00", BELUM_LENGKAP, "", HIMPUN_1),
    ("himpun", "2026-01-20 11:00", LENGKAP, "", HIMPUN_2),
    ("analisis", "2026-01-23 14:00", SELESAI, "", {}),
    ("susun", "2026-01-26 15:00", SELESAI, "1.1", {"final": False}),
    ("koreksi", "2026-01-27 10:00", LOLOS, "1.1", {}),
    ("ajukan", "2026-01-27 10:30", SELESAI, "1.1", {}),
    ("tolak", "2026-01-27 13:20", SELESAI, "1.1", {"alasan": ALASAN}),
    ("susun", "2026-01-28 09:20", SELESAI, "2.1", {"final": False}),
    ("koreksi", "2026-01-28 11:20", LOLOS, "2.1", {}),
    ("ajukan", "2026-01-28 11:30", SELESAI, "2.1", {}),
    ("setujui", "2026-01-28 11:38", MENUNGGU_TTD, "2.1", {}),
    ("setujui", "2026-01-28 11:40", TERTANDA, "2.1", {}),
    ("surat", "2026-01-28 13:00", SELESAI, "2.1", {}),
    (MILESTONE, "2026-01-28 13:10", SELESAI, "", REVIU),
    ("arsip", "2026-01-28 13:55", SELESAI, "2.1", {}),
    (MILESTONE, "2026-01-29 09:00", SELESAI, "", KIRIM),
)
SAMPAI_SEBAR, SAMPAI_HIMPUN_1, SAMPAI_TOLAK, SEMUA = 3, 4, 10, len(TAHUN)


def jam(teks: str) -> datetime:
    """ "2026-01-05 08:00" in WIB."""
    return datetime.fromisoformat(teks).replace(tzinfo=WIB)


def make_lokasi(akar: Path) -> Lokasi:
    """The agency's folder below `akar`: settings and holidays, nothing else."""
    lokasi = Lokasi(akar, 2025, "dinas-contoh")
    lokasi.raw.mkdir(parents=True)
    lokasi.settings.write_text(TOML, "utf-8")
    (lokasi.raw / "hari-libur.csv").write_text(LIBUR, "utf-8")
    return lokasi


def make_entri(langkah: str, waktu: str, hasil: str, versi: str, isi: Mapping[str, Any]) -> Entri:
    peran = "staf_perencanaan" if langkah == MILESTONE else get_langkah(langkah).pelaku[0]
    saat = jam(waktu).isoformat()
    keluaran = {f"alur/tonggak/{isi['bukti']}": "0" * 64} if isi.get("bukti") else {}
    return Entri(
        0, "dinas-contoh", 2025, langkah, hasil, peran, PEJABAT[peran], saat, saat, versi, isi, keluaran=keluaran
    )


def write_tahun(lokasi: Lokasi, jumlah: int = SEMUA) -> BukuAlur:
    """The ledger with the first `jumlah` entries of the scripted year."""
    buku = BukuAlur()
    for baris in TAHUN[:jumlah]:
        buku = append_entri(lokasi.alur, buku, make_entri(*baris))
    return buku


def look(akar: Path, jumlah: int, sekarang: str) -> Ikhtisar:
    """The overview after the first `jumlah` entries, seen at a moment."""
    lokasi = make_lokasi(akar)
    settings = read_instansi(lokasi.settings)
    buku = write_tahun(lokasi, jumlah)
    return build_ikhtisar(buku, read_kalender(lokasi.raw, settings), settings, jam(sekarang))
