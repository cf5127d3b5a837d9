"""Step 8, ajukan: the corrected draft goes to the Kadis with one page that says what he must know."""

from pathlib import Path

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.dokumen import check_mutakhir, find_susun
from lakip_lib.delivery.sop.draf import DrafTersimpan, find_draf, load_draf
from lakip_lib.delivery.sop.fakta import gather_fakta
from lakip_lib.delivery.sop.koreksi import list_manual
from lakip_lib.delivery.sop.lembar import count_sisa, make_ajuan
from lakip_lib.delivery.sop.masukan import list_beda
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.delivery.sop.waktu import list_tanggal_mundur
from lakip_lib.koreksi.periksa import review_dokumen
from lakip_lib.koreksi.perubahan import Perubahan, compare_draf
from lakip_lib.koreksi.reviu import review
from lakip_lib.koreksi.ringkas import Peringatan, Ringkasan, summarize
from lakip_lib.measures.skala import get_skala
from lakip_lib.temuan import read_temuan


def submit(siklus: Siklus) -> Laporan:
    """Do step 8: hand in the version that step 7 let pass; UsageError where its files are no longer what was built."""
    versi = siklus.keadaan.versi
    masukan = dict(find_susun(siklus, versi).keluaran) if versi else {}
    rancangan = siklus.begin("ajukan", versi=versi, masukan=masukan)
    if rancangan.ulang is None:
        check_mutakhir(siklus, versi)
    draf = load_draf(siklus, versi)
    perubahan, kalimat = compare_ajuan(siklus, rancangan, draf)
    ringkasan = summarise(siklus, rancangan, draf)
    mundur = list_tanggal_mundur(siklus.settings.periode.tanggal_dokumen, rancangan.tanggal)
    naskah = make_ajuan(
        siklus,
        rancangan,
        ringkasan.lampu,
        peringatan=[*mundur, *(say_peringatan(p) for p in ringkasan.peringatan)],
        perubahan=kalimat,
    )
    keluaran = write_naskah(siklus, f"08-pengajuan-{versi}", naskah)
    siklus.commit(rancangan, hasil=SELESAI, isi={"perubahan": len(perubahan)}, keluaran=keluaran)
    return Laporan(pesan=(*mundur, f"Versi {versi} diajukan."))


def compare_ajuan(siklus: Siklus, rancangan: Rancangan, draf: DrafTersimpan) -> tuple[tuple[Perubahan, ...], list[str]]:
    """What moved since the version that was handed in before, also in sentences; nothing where this is the first.

    Where the earlier draft is no longer whole, one sentence says that it cannot be told.
    """
    ajuan = rancangan.sebelum.find("ajukan")
    if ajuan is None:
        return (), []
    lalu = find_draf(siklus, ajuan.versi)
    if lalu is None:
        return (), [f"Tidak dapat dibandingkan: draf versi {ajuan.versi} tidak lagi utuh."]
    perubahan = compare_draf(lalu.draf, draf.draf, siklus.settings)
    naskah = list_naskah_beda(siklus, lalu.versi, draf.versi)
    kalimat = (
        [f"{'Naskah' if perubahan else 'Angka tidak berubah; naskah'} berubah: {', '.join(naskah)}."] if naskah else []
    )
    return perubahan, [*kalimat, *(say_perubahan(p) for p in perubahan)]


def list_naskah_beda(siklus: Siklus, lama: str, baru: str) -> list[str]:
    """The texts of narasi/ that differ between two versions, by name."""
    beda = list_beda(*(dict(find_susun(siklus, versi, final=False).masukan) for versi in (lama, baru)))
    return [Path(nama).stem for nama in beda if nama.startswith("narasi/") and nama.endswith(".md")]


def say_peringatan(p: Peringatan) -> str:
    """A warning with its file, once; where in the file its own words say."""
    berkas = p.letak.partition(" › ")[0]
    return p.pesan if berkas in p.pesan else f"{berkas}: {p.pesan}"


def say_perubahan(p: Perubahan) -> str:
    """One figure that moved in a line, with where it comes from."""
    sebab = "; ".join(str(s) for s in p.sebab[:2])
    return f"{p.label}: {p.lama} → {p.baru}" + (f" (karena {sebab})" if sebab else "")


def summarise(siklus: Siklus, rancangan: Rancangan, draf: DrafTersimpan) -> Ringkasan:
    """Lights and open warnings: from the draft's figures and findings, and the checklist as it was answered."""
    jawaban = review(gather_fakta(siklus, draf), list_manual(rancangan.sebelum))
    temuan = [read_temuan(t) for t in draf.angka["temuan"]]
    temuan += review_dokumen(draf.dokumen, draf.hasil, draf.kinerja, siklus.settings)
    sisa = count_sisa(siklus.kalender, siklus.settings.tenggat_laporan, rancangan.waktu)
    return summarize(draf.hasil, get_skala(siklus.settings.pengaturan.skala), jawaban, temuan, sisa)
