"""Step 8, ajukan: the corrected draft goes to the Kadis with one page that says what he must know."""

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.dokumen import find_susun
from lakip_lib.delivery.sop.lembar import make_ajuan
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.siklus import Siklus, check_berkas
from lakip_lib.errors import UsageError


def submit(siklus: Siklus) -> Laporan:
    """Do step 8: hand in the version that step 7 let pass; UsageError where its files are no longer what was built."""
    versi = siklus.keadaan.versi
    ulang = siklus.buku.terakhir is not None and siklus.buku.terakhir.langkah == "ajukan"
    masukan = dict(find_susun(siklus, versi).keluaran) if versi and (ulang or siklus.buku.find("susun")) else {}
    rancangan = siklus.begin("ajukan", versi=versi, masukan=masukan)
    rusak = check_berkas(siklus.lokasi, masukan)
    if rusak:
        raise UsageError(
            f"Draf versi {versi} tidak lagi seperti saat disusun: {', '.join(rusak)}. Susun lagi (lakip susun)."
        )
    keluaran = write_naskah(siklus, f"08-pengajuan-{versi}", make_ajuan(siklus, rancangan, None))
    siklus.commit(rancangan, hasil=SELESAI, keluaran=keluaran)
    return Laporan(pesan=(f"Versi {versi} diajukan kepada Kepala Dinas.",))
