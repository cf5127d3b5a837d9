"""What the district's sentences share: which time they speak of, and figures with their references."""

from lakip_lib.blok import Run
from lakip_lib.istilah import count_triwulan
from lakip_lib.measures.daerah.hasil import HasilDaerah
from lakip_lib.narrative.kalimat import Kalimat, fill
from lakip_lib.rujukan import make_run

ROMAWI = ("", "I", "II", "III", "IV")
TANPA_INSTANSI = "Belum ada folder instansi untuk {waktu}, sehingga belum ada yang dapat direkap."


def say_waktu(hasil: HasilDaerah, tahun: int | None = None) -> str:
    """ "Tahun 2025", or "Triwulan II Tahun 2025"; the same stretch of another year where one is given."""
    tw = count_triwulan(hasil.periode)
    kata = f"Tahun {tahun or hasil.tahun}"
    return f"Triwulan {ROMAWI[tw]} {kata}" if tw else kata


def say_pada(hasil: HasilDaerah) -> str:
    """ "pada Tahun 2025", or "sampai dengan Triwulan II Tahun 2025"."""
    return f"{'pada' if hasil.periode == 'tahunan' else 'sampai dengan'} {say_waktu(hasil)}"


def say_nihil(hasil: HasilDaerah) -> Kalimat:
    """What a chapter says where no agency has figures."""
    if not hasil.rekap.jumlah:
        return fill(TANPA_INSTANSI, waktu=say_waktu(hasil))
    return fill("Belum ada instansi yang mempunyai angka {pada}.", pada=say_pada(hasil))


def print_bulat(hasil: HasilDaerah, jalur: str) -> Run:
    """A count, with its reference."""
    return make_run(hasil, jalur, "bulat")


def print_persen(hasil: HasilDaerah, jalur: str) -> Run:
    """A percentage, with its reference."""
    return make_run(hasil, jalur, "persen")
