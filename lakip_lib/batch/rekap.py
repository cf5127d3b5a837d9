"""The district's own part of a batch: notebook 06 and the page that finds any agency, when what they tell of has changed."""

import time

from lakip_lib.batch.tugas import DIMINTA, CatatanTahap, HasilTugas
from lakip_lib.delivery.dasar import NOTEBOOK_REKAP, list_perender, list_program
from lakip_lib.delivery.keadaan import Keadaan
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sidik import Dasar, explain_due, forget, hash_notebooks, mark_done
from lakip_lib.galat import SELESAI
from lakip_lib.settings import REKAP, Lokasi, LokasiDaerah


def explain_rekap(daerah: LokasiDaerah) -> str:
    """Why the district's story must be written anew, "" where it need not."""
    alasan = explain_due(daerah, REKAP, compute_dasar_rekap(daerah))
    return alasan or ("" if daerah.halaman.is_file() else f"keluaran hilang: {daerah.halaman.name}")


def compute_dasar_rekap(daerah: LokasiDaerah) -> Dasar:
    """What the story is made from: of each agency its settings, its state, its figures of this year and the last."""
    masukan: dict[str, str] = dict.fromkeys(daerah.list_salah_nama(), "salah nama")
    for lokasi in daerah.list_instansi():
        lalu = Lokasi(daerah.akar, daerah.tahun - 1, lokasi.instansi, daerah.periode)
        hasil = "hasil.json"
        isi = [lokasi.settings, lokasi.keadaan, lokasi.reports / hasil, lalu.reports / hasil]
        masukan[lokasi.instansi] = " ".join(hash_file(path) if path.is_file() else "-" for path in isi)
    return {
        "masukan": masukan,
        "program": list_program(),
        "notebook": hash_notebooks([NOTEBOOK_REKAP]),
        "perender": list_perender(),
    }


def run_rekap(daerah: LokasiDaerah, alasan: str) -> HasilTugas:
    """Write the story and the page, in a worker; what stops it goes to whoever handed it out."""
    from lakip_lib.delivery.daerah.susun import build_rekap

    dasar, awal = compute_dasar_rekap(daerah), time.monotonic()
    forget(daerah, REKAP)
    berkas = build_rekap(daerah)
    mark_done(daerah, REKAP, dasar, [path for path in berkas if path.is_relative_to(daerah.reports)])
    catatan = CatatanTahap(REKAP, alasan, round(time.monotonic() - awal, 3))
    return HasilTugas(REKAP, Keadaan(kode_keluar=SELESAI, tahap="dokumen"), (catatan,))


def plan_rekap(daerah: LokasiDaerah, *, paksa: bool) -> str:
    """Why the story is to be written in this batch, "" where it stays as it is."""
    return DIMINTA if paksa else explain_rekap(daerah)
