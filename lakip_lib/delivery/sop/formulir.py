"""Step 2, formulir: the blank forms, written down by hash, so that step 3 sends out what was made."""

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.langkah import Laporan, make_formulir
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sop.masukan import list_masukan
from lakip_lib.delivery.sop.siklus import Siklus


def make_forms(siklus: Siklus) -> Laporan:
    """Do step 2: write a blank form for each unit."""
    rancangan = siklus.begin("formulir", masukan=list_masukan(siklus.lokasi))
    laporan = make_formulir(siklus.lokasi)
    folder = siklus.lokasi.reports
    formulir = {p.relative_to(folder).as_posix(): hash_file(p) for p in laporan.berkas if p.suffix == ".xlsx"}
    siklus.commit(rancangan, hasil=SELESAI, isi={"temuan": len(laporan.temuan)}, keluaran=formulir)
    return laporan
