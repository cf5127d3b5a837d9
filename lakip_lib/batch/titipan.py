"""One agency of a store, in a worker: fetched into a folder of its own, worked on there, put back when it is whole."""

from dataclasses import replace

from lakip_lib.batch.gudang import AWALAN, Gudang, dump_tanda, find_tanda, list_berubah, snapshot
from lakip_lib.batch.pekerja import work
from lakip_lib.batch.tugas import HasilTugas, Tugas
from lakip_lib.delivery.sidik import hash_program
from lakip_lib.galat import RUSAK
from lakip_lib.sementara import open_sementara
from lakip_lib.simpan import write_bytes


def work_titipan(tugas: Tugas) -> HasilTugas:
    """Do the task in a folder that is gone afterwards; the store gets what is new, its mark last."""
    gudang = Gudang(tugas.gudang)
    with open_sementara(AWALAN) as folder:
        lokasi = replace(tugas.lokasi, akar=folder)
        masukan = gudang.list_berkas(lokasi.raw.relative_to(lokasi.akar).as_posix())
        alur = gudang.list_berkas(lokasi.alur.relative_to(lokasi.akar).as_posix())
        gudang.fetch([*masukan, *alur], lokasi.akar)
        sebelum = snapshot(lokasi.akar)
        hasil = work(replace(tugas, lokasi=lokasi, gudang=""))
        if hasil.keadaan.kode_keluar != RUSAK:  # what was stopped by a fault is due again
            write_bytes(find_tanda(lokasi), dump_tanda(masukan, hash_program()["sumber"], tugas.sampai))
        gudang.put(lokasi.akar, list_berubah(lokasi.akar, sebelum))
    return hasil
