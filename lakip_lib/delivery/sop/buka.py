"""Step 1, mulai: the cycle opens with the Kadis' order, once instansi.toml says who the people are."""

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.checks.contoh import check_contoh
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.lembar import make_disposisi
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.formats import format_tanggal
from lakip_lib.settings import Instansi

BELUM_DIISI = (
    "Siklus penyusunan belum dibuka: instansi.toml masih berisi nilai contoh. Gantilah, lalu jalankan lagi lakip mulai "
    "untuk membuka siklus dan membuat lembar disposisi."
)


def is_terisi(settings: Instansi) -> bool:
    """Whether instansi.toml holds the agency's own data: a cycle is opened in the names of its people."""
    return not check_contoh(settings)


def open_cycle(siklus: Siklus) -> Laporan:
    """Do step 1: open the cycle and write the lembar disposisi.

    A cycle that is open already is told so, wherever it stands: `mulai` may be given again at any time.
    """
    if siklus.buku.entri:
        return Laporan(pesan=("Siklus penyusunan laporan ini sudah dibuka.",))
    settings = siklus.settings
    isi = {
        "tenggat_unit": settings.periode.tenggat.isoformat(),
        "tenggat_laporan": settings.tenggat_laporan.isoformat(),
        "pejabat": {
            peran: getattr(settings.pejabat, peran).nama
            for peran in ("kepala", "sekretaris", "kasubag_program", "staf_perencanaan")
        },
        "unit": [unit.kode for unit in settings.unit],
        "libur": len(siklus.kalender.libur),
    }
    rancangan = siklus.begin("mulai", isi=isi)
    keluaran = write_naskah(siklus, "01-disposisi", make_disposisi(siklus, rancangan))
    siklus.commit(rancangan, hasil=SELESAI, keluaran=keluaran)
    pesan = () if siklus.kalender.libur else (TANPA_LIBUR,)
    return Laporan(pesan=(*pesan, *list_tenggat_libur(siklus)))


def list_tenggat_libur(siklus: Siklus) -> list[str]:
    """A sentence for each due date that falls on a day on which the office does not work."""
    tenggat = {"isian unit": siklus.settings.periode.tenggat, "laporan": siklus.settings.tenggat_laporan}
    return [
        f"Tenggat {apa}, {format_tanggal(hari)}, jatuh pada hari libur"
        f"{f' ({siklus.kalender.libur[hari]})' if hari in siklus.kalender.libur else ''}; mohon dipastikan."
        for apa, hari in tenggat.items()
        if not siklus.kalender.is_hari_kerja(hari)
    ]


TANPA_LIBUR = (
    "hari-libur.csv belum ada, sehingga hanya Sabtu dan Minggu yang dihitung libur. Tuliskan hari libur dan cuti bersama "
    "dengan kolom tanggal dan keterangan di folder instansi atau folder tahunnya."
)
