"""The budget report of an invented agency in one of the forms that finance sends."""

from pathlib import Path
from random import Random

from tests.contoh.lra import write_sipd
from tests.contoh.lra_rata import build_rata, write_rata_csv, write_rata_xlsx
from tests.contoh.tabel import Tabel

from .bahan import Baris
from .daftar import Perangkat

_BENTUK = {
    "kecil": (("daftar", 45), ("csv", 40), ("bulanan", 15)),
    "menengah": (("sipd", 65), ("daftar", 20), ("bulanan", 15)),
    "besar": (("sipd", 100),),
}
_AKHIR_BULAN = (
    "31 Januari", "28 Februari", "31 Maret", "30 April", "31 Mei", "30 Juni", "31 Juli", "31 Agustus", "30 September",
    "31 Oktober", "30 November", "31 Desember",
)  # fmt: skip
_PORSI = (2, 6, 13, 21, 29, 39, 48, 57, 66, 76, 87, 100)  # percent of the year's spending that is out by then


def draw_bentuk(perangkat: Perangkat, acak: Random) -> str:
    """sipd, daftar, csv or bulanan, as befits the size."""
    pilihan = _BENTUK[perangkat.ukuran]
    return acak.choices([nama for nama, _ in pilihan], [bobot for _, bobot in pilihan])[0]


def write_lra(folder: Path, tabel: Tabel, bentuk: str, *, skpd: tuple[str, str], pemda: str, tahun: int) -> None:
    """Write lra.xlsx or lra.csv, or lra/ with a file a month."""
    judul = (f"PEMERINTAH {pemda.upper()}", skpd[1].upper(), f"LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN {tahun}")
    if bentuk == "sipd":
        write_sipd(folder / "lra.xlsx", tabel, judul=judul, skpd=skpd, tahun=tahun)
    elif bentuk == "daftar":
        write_rata_xlsx(folder / "lra.xlsx", build_rata(tabel), judul=judul, tahun=tahun)
    elif bentuk == "csv":
        write_rata_csv(folder / "lra.csv", build_rata(tabel), judul=judul)
    else:
        for bulan, (hari, porsi) in enumerate(zip(_AKHIR_BULAN, _PORSI, strict=True), 1):
            sebagian = {**tabel, "anggaran": [_spend(row, porsi) for row in tabel["anggaran"]]}
            baris = (*judul[:2], f"LAPORAN REALISASI ANGGARAN s.d. {hari} {tahun}")
            write_rata_csv(folder / "lra" / f"{tahun}-{bulan:02d}.csv", build_rata(sebagian), judul=baris)


def _spend(row: Baris, porsi: int) -> Baris:
    return {**row, "realisasi": str(int(row["realisasi"]) * porsi // 100)}
