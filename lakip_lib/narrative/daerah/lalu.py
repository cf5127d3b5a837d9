"""What changed since last year, and why some agencies cannot be compared."""

from lakip_lib.blok import Run
from lakip_lib.measures.daerah.hasil import HasilDaerah
from lakip_lib.narrative.daerah.dasar import print_bulat, say_waktu
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write
from lakip_lib.rujukan import make_run


def describe_lalu_daerah(hasil: HasilDaerah) -> Kalimat:
    """How many could be compared with last year and which way they moved; why the others could not."""
    lalu = hasil.lalu
    if not hasil.rekap.melapor:
        return ()
    sebab = [
        (kunci, kata)
        for kunci, kata in (
            ("tanpa_lalu", f"belum mempunyai hasil pengolahan {say_waktu(hasil, lalu.tahun)}"),
            ("tak_dinilai", "belum dapat dinilai pada salah satu tahun"),
            ("cara_berbeda", "dihitung dengan cara yang berbeda"),
        )
        if getattr(lalu, kunci)
    ]
    butir = [(print_bulat(hasil, f"lalu/{k}"), Run(teks=f" {kata}")) for k, kata in sebab]
    semua = lalu.tanpa_lalu == hasil.rekap.melapor  # then the condition alone says it all
    lain = fill("Yang tidak dibandingkan: {butir}.", butir=list_words(butir)) if butir and not semua else ()
    lain = join(lain, say_syarat(hasil))
    if not lalu.dibanding:
        return join(write(f"Belum ada instansi yang dapat dibandingkan dengan tahun {lalu.tahun}."), lain)
    return join(_describe_gerak(hasil), lain)


def say_syarat(hasil: HasilDaerah) -> Kalimat:
    """What a comparison rests on, where agencies lack it: their own reports print figures of last year all the same."""
    if not hasil.lalu.tanpa_lalu:
        return ()
    return fill(
        "Perbandingan memerlukan hasil pengolahan {waktu} dalam folder yang sama; angka {tahun} yang tercetak "
        "dalam laporan instansi berasal dari berkas perencanaannya.",
        waktu=say_waktu(hasil, hasil.lalu.tahun),
        tahun=str(hasil.lalu.tahun),
    )


def _describe_gerak(hasil: HasilDaerah) -> Kalimat:
    lalu = hasil.lalu
    if lalu.dibanding == 1:
        satu = next(i for i in hasil.instansi if i.lalu.perubahan is not None)
        return fill(
            "Satu instansi dapat dibandingkan dengan tahun {tahun}: capaian {nama} berubah {ubah}.",
            tahun=str(lalu.tahun),
            nama=satu.nama,
            ubah=make_run(hasil, f"instansi/{satu.kode}/lalu/perubahan", "poin"),
        )
    arah = [k for k in ("naik", "turun", "tetap") if getattr(lalu, k)]
    return fill(
        "Sebanyak {n} instansi dapat dibandingkan dengan tahun {tahun}: {arah}, dengan median perubahan {median}.",
        tahun=str(lalu.tahun),
        n=print_bulat(hasil, "lalu/dibanding"),
        arah=list_words([(print_bulat(hasil, f"lalu/{k}"), Run(teks=f" {k}")) for k in arah]),
        median=make_run(hasil, "sebaran/perubahan/median", "poin"),
    )
