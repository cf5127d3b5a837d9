"""Who reported, how the agencies stand, and which findings they share."""

from lakip_lib.blok import Run
from lakip_lib.istilah import say_aturan
from lakip_lib.measures.daerah.hasil import HasilDaerah
from lakip_lib.narrative.daerah.dasar import TANPA_INSTANSI, print_bulat, say_pada, say_waktu
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write

KEADAAN = {"selesai": "selesai", "perbaikan": "perlu perbaikan", "gagal": "gagal diolah", "belum": "belum diolah"}


def describe_pelaporan(hasil: HasilDaerah) -> Kalimat:
    """How many agencies there are, how many have figures, and how they stand."""
    rekap = hasil.rekap
    if not rekap.jumlah:
        return fill(TANPA_INSTANSI, waktu=say_waktu(hasil))
    butir = [
        (print_bulat(hasil, f"rekap/{k}"), Run(teks=f" {kata}")) for k, kata in KEADAAN.items() if getattr(rekap, k)
    ]
    return join(
        fill(
            _pick_pelaporan(hasil),
            daerah=hasil.daerah.pemda,
            jumlah=print_bulat(hasil, "rekap/jumlah"),
            melapor=print_bulat(hasil, "rekap/melapor"),
            pada=say_pada(hasil),
        ),
        fill("Menurut keadaannya, {butir}.", butir=list_words(butir)),
    )


def _pick_pelaporan(hasil: HasilDaerah) -> str:
    if hasil.rekap.melapor < hasil.rekap.jumlah:
        return (
            "{daerah} mempunyai {jumlah} instansi, dan {melapor} di antaranya mempunyai angka {pada}."
            if hasil.rekap.melapor
            else "{daerah} mempunyai {jumlah} instansi, dan belum ada yang mempunyai angka {pada}."
        )
    siapa = "instansi itu" if hasil.rekap.jumlah == 1 else "seluruhnya"
    return f"{{daerah}} mempunyai {{jumlah}} instansi, dan {siapa} mempunyai angka {{pada}}."


def describe_temuan(hasil: HasilDaerah) -> Kalimat:
    """How many agencies have findings that must be mended, and which is the commonest."""
    if not hasil.rekap.melapor:
        return ()
    wajib = [t for t in hasil.temuan if t.tingkat == "wajib"]
    if not wajib:
        return write("Tidak ada temuan wajib pada instansi yang mempunyai angka.")
    paling = wajib[0]
    if sum(t.instansi == paling.instansi for t in wajib) > 1:
        n = print_bulat(hasil, f"temuan/{paling.kode}/instansi")
        return fill("Temuan wajib beragam: tidak satu pun dijumpai pada lebih dari {n} instansi.", n=n)
    return fill(
        "Temuan wajib yang paling banyak dijumpai ialah “{kata}”, pada {n} instansi.",
        kata=say_aturan(paling.kode.removesuffix("-wajib")),
        n=print_bulat(hasil, f"temuan/{paling.kode}/instansi"),
    )
