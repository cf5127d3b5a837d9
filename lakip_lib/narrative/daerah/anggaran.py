"""The district's budget, and where its agencies stand by capaian and spending."""

from lakip_lib.blok import Run
from lakip_lib.istilah import is_setahun
from lakip_lib.measures.daerah.hasil import HasilDaerah
from lakip_lib.narrative.daerah.dasar import print_bulat, print_persen
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write
from lakip_lib.rujukan import make_run


def describe_uang(hasil: HasilDaerah) -> Kalimat:
    """The budget of all agencies and how spending spreads."""
    if not hasil.rekap.beranggaran:
        return write("Belum ada instansi yang mempunyai laporan realisasi anggaran.") if hasil.rekap.jumlah else ()
    jumlah = fill(
        "Anggaran {n} instansi berjumlah {pagu} dan terealisasi {realisasi} ({persen}), dengan sisa {sisa}.",
        n=print_bulat(hasil, "rekap/beranggaran"),
        pagu=make_run(hasil, "anggaran_total/pagu", "ringkas"),
        realisasi=make_run(hasil, "anggaran_total/realisasi_anggaran", "ringkas"),
        persen=print_persen(hasil, "anggaran_total/persen"),
        sisa=make_run(hasil, "anggaran_total/sisa", "ringkas"),
    )
    if hasil.rekap.beranggaran < 2:
        return jumlah
    sebaran = fill(
        "Persentase itu menurut rupiah, sehingga instansi beranggaran besar paling menentukan; mediannya menurut instansi "
        "{median}, dari {rendah} sampai {tinggi}.",
        median=print_persen(hasil, "sebaran/penyerapan/median"),
        rendah=print_persen(hasil, "sebaran/penyerapan/terendah"),
        tinggi=print_persen(hasil, "sebaran/penyerapan/tertinggi"),
    )
    return join(jumlah, sebaran)


def describe_kode(hasil: HasilDaerah) -> Kalimat:
    """That one code is one row, and what the rows of urusan do not hold."""
    if not hasil.urusan or hasil.rekap.beranggaran < 2:
        return ()
    bersama = sum(p.instansi > 1 for p in hasil.program)
    selisih = hasil.anggaran_total.pagu - sum(u.pagu for u in hasil.urusan)
    return join(
        fill(
            "Kode yang sama pada beberapa instansi dijumlahkan dalam satu baris; {bersama}.",
            bersama=fill(
                "{n} dari {semua} program dilaksanakan oleh lebih dari satu instansi",
                n=str(bersama),
                semua=str(len(hasil.program)),
            )
            if bersama
            else "tidak ada program yang dilaksanakan oleh lebih dari satu instansi",
        ),
        write(
            "Sebagian anggaran tidak memuat kode urusan, sehingga jumlah menurut urusan tidak sama dengan jumlah seluruhnya."
        )
        if selisih
        else (),
    )


def describe_kuadran_daerah(hasil: HasilDaerah) -> Kalimat:
    """Where the agencies stand in the plane; why not, in a quarter."""
    if not is_setahun(hasil.periode):
        return write(
            "Kuadran dibaca pada akhir tahun: capaian triwulan diukur dari target triwulan, sedangkan penyerapan diukur dari "
            "pagu setahun."
        )
    ada = [k for k in hasil.kuadran if k.instansi]
    if not ada:
        return write("Belum ada instansi yang mempunyai capaian dan anggaran sekaligus.") if hasil.rekap.jumlah else ()
    kata = [" instansi berada", *([""] * (len(ada) - 1))]
    butir = [
        (print_bulat(hasil, f"kuadran/{k.kode}/instansi"), Run(teks=f"{awal} di kuadran {k.kode}"))
        for k, awal in zip(ada, kata, strict=True)
    ]
    return fill("Menurut capaian dan penyerapannya, {butir}.", butir=list_words(butir))
