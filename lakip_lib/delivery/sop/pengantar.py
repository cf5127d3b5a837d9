"""Step 10, surat: the cover letter with its number from the register of the year it is written in."""

from datetime import date
from pathlib import Path

from lakip_lib.alur.buku import hold_lock
from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.alur.register import CatatanSurat, check_nomor, find_berlaku, give_nomor, read_register, void_nomor
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.lembar import make_pengantar
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.pulih import restore_kembar
from lakip_lib.delivery.sop.putusan import list_terkirim
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.delivery.sop.tempat import PENGANTAR
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks

BATAL = "batal"


def name_kunci(siklus: Siklus) -> str:
    """What the register knows the cover letter of this report by."""
    return f"pengantar-lkjip-{siklus.lokasi.tahun}"


def write_letter(siklus: Siklus) -> Laporan:
    """Do step 10: the letter with the number it has already, or the next."""
    settings = siklus.settings
    if not settings.surat.tujuan.strip():
        raise UsageError("instansi.toml: surat.tujuan belum diisi, sehingga surat pengantar tidak beralamat.")
    pulih = restore_kembar(siklus)
    rancangan = siklus.begin("surat", versi=siklus.keadaan.versi, masukan=list_terkirim(siklus))
    folder = siklus.lokasi.find_alur(rancangan.tanggal.year)
    with hold_lock(folder, sendiri=folder == siklus.lokasi.alur):
        check_nomor(siklus.buku, folder, rancangan.tanggal.year)
        catatan = _take_nomor(siklus, rancangan, folder)
    naskah = make_pengantar(siklus, rancangan, catatan.nomor, date.fromisoformat(catatan.tanggal))
    keluaran = write_naskah(siklus, PENGANTAR, naskah)
    siklus.commit(rancangan, hasil=SELESAI, isi={"nomor": catatan.nomor, "urut": catatan.urut}, keluaran=keluaran)
    return Laporan(pesan=(f"Surat pengantar bernomor {catatan.nomor}.", *pulih))


def _take_nomor(siklus: Siklus, rancangan: Rancangan, folder: Path) -> CatatanSurat:
    settings = siklus.settings
    return give_nomor(
        folder,
        settings,
        kunci=name_kunci(siklus),
        tanggal=rancangan.tanggal.isoformat(),
        hal=f"Penyampaian {settings.pengaturan.judul} Tahun {settings.periode.tahun}",
        tujuan=settings.surat.tujuan,
    )


def void_letter(siklus: Siklus, alasan: str) -> Laporan:
    """Take back the number of the letter; the next letter gets the next number."""
    if not clean_teks(alasan):
        raise UsageError("--batal memerlukan alasan.")
    surat = siklus.buku.find("surat")
    sudah = surat is not None and surat.hasil == BATAL and surat.isi["alasan"] != alasan
    if surat is None or "nomor" not in surat.isi or sudah:
        raise UsageError(f"Belum ada nomor surat yang dapat dibatalkan. {siklus.keadaan.describe_terutang()}")
    rancangan = siklus.begin("surat", versi=siklus.keadaan.versi, isi={"batal": surat.isi["nomor"], "alasan": alasan})
    folder = siklus.lokasi.find_alur(surat.saat.year)
    with hold_lock(folder, sendiri=folder == siklus.lokasi.alur):
        if find_berlaku(read_register(folder), name_kunci(siklus)) is not None:
            void_nomor(folder, kunci=name_kunci(siklus), tanggal=rancangan.tanggal.isoformat(), alasan=alasan)
    siklus.commit(rancangan, hasil=BATAL, isi={"nomor": surat.isi["nomor"]})
    return Laporan(
        pesan=(f"Nomor {surat.isi['nomor']} dibatalkan dan tetap tercatat; surat berikutnya bernomor baru.",)
    )
