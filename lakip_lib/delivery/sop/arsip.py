"""Step 11, arsip: one ZIP with the whole work, a public copy beside it, the last self-score."""

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.alur.langkah import TONGGAK
from lakip_lib.alur.register import check_nomor
from lakip_lib.delivery.arsip.isi import Arsip, build_arsip, list_tahun_register
from lakip_lib.delivery.arsip.publik import build_publik
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.draf import load_terbitan
from lakip_lib.delivery.sop.fakta import gather_fakta, gather_tonggak
from lakip_lib.delivery.sop.kendali import render_kendali
from lakip_lib.delivery.sop.koreksi import list_nilai
from lakip_lib.delivery.sop.lembar import make_lke
from lakip_lib.delivery.sop.naskah import render_pasangan, write_pasangan
from lakip_lib.delivery.sop.pulih import restore_kembar
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.delivery.sop.tempat import ARSIP, KENDALI, PENILAIAN_AKHIR
from lakip_lib.delivery.sop.tonggak import PUBLIKASI, REVIU, TERKIRIM
from lakip_lib.koreksi.lke import NilaiLke, score_lke


def archive(siklus: Siklus) -> Laporan:
    """Do step 11: pack everything as the ledger tells of it, and the public copy where nothing personal stands in the way.

    Milestones and evidence that came since make a further archive; an earlier one stays. AlurError names recorded files
    that are gone or changed.
    """
    pulih = restore_kembar(siklus)
    for tahun in list_tahun_register(siklus.lokasi, siklus.buku):
        check_nomor(siklus.buku, siklus.lokasi.find_alur(tahun), tahun)
    isi = {"tonggak": len(siklus.buku.list(TONGGAK))}
    rancangan = siklus.begin("arsip", versi=siklus.keadaan.versi, isi=isi)
    lembar, lke, arsip = _pack(siklus, rancangan)
    if rancangan.ulang is not None and arsip.kode != rancangan.ulang.isi["kode"]:  # something else came in since
        rancangan = siklus.begin("arsip", versi=siklus.keadaan.versi, isi=isi, ulang=False)
        lembar, lke, arsip = _pack(siklus, rancangan)
    publik = build_publik(arsip, siklus.settings)
    keluaran = write_pasangan(siklus, lembar)
    keluaran |= dict([siklus.write(f"{ARSIP}/{arsip.nama}", arsip.data)])
    if publik.data is not None:
        keluaran |= dict([siklus.write(f"{ARSIP}/{publik.nama}", publik.data)])
    siklus.commit(rancangan, hasil=SELESAI, isi={"kode": arsip.kode, "poin_lke": str(lke.poin)}, keluaran=keluaran)
    tanpa = "" if publik.data is not None else " Salinan publik belum ditulis: ada data pribadi di dalamnya."
    pesan = (f"Kode arsip {arsip.kode}.{tanpa}", *pulih, *arsip.catatan, *list_tonggak_belum(siklus))
    return Laporan(publik.temuan, pesan=pesan)


def list_tonggak_belum(siklus: Siklus) -> list[str]:
    """A sentence on the milestones that are not recorded yet: the evaluation asks for them."""
    ada = {e.isi["jenis"] for e in siklus.buku.list(TONGGAK)}
    belum = [jenis for jenis in (TERKIRIM, PUBLIKASI, REVIU) if jenis not in ada]
    if not belum:
        return []
    return [
        f'Belum dicatat: {", ".join(belum)} (lakip tonggak FOLDER {belum[0]} --keterangan "…"). Arsipkan lagi sesudahnya.'
    ]


def _pack(siklus: Siklus, rancangan: Rancangan) -> tuple[dict[str, bytes], NilaiLke, Arsip]:
    """The last self-score as sheets by name and as values, and the archive that holds them."""
    buku = rancangan.sebelum
    fakta = gather_fakta(siklus, load_terbitan(siklus, rancangan.versi))
    lke = score_lke(fakta, gather_tonggak(siklus), list_nilai(buku.list("koreksi")))
    lembar = render_pasangan(PENILAIAN_AKHIR, make_lke(siklus, rancangan, lke))
    lain = {**lembar, KENDALI: render_kendali(siklus, buku)}
    return lembar, lke, build_arsip(siklus.lokasi, siklus.settings, buku, lain=lain)
