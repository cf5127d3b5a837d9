"""How the agencies' capaian spreads, what could be assessed, and what may be compared."""

from typing import Literal

from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah
from lakip_lib.narrative.daerah.dasar import print_bulat, print_persen
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write

SEDIKIT = 4  # fewer agencies than this have no quartiles worth a sentence
SETARA = (
    "Instansi berbeda tugas, jumlah indikator, dan besar anggarannya. Capaian menunjukkan seberapa jauh tiap instansi "
    "memenuhi targetnya sendiri; peringkat tidak menyatakan bahwa satu instansi lebih baik daripada instansi lain yang "
    "berbeda jenis."
)
CARA = {"sasaran": "rata-rata sasaran", "indikator": "rata-rata indikator"}


def describe_sebaran(hasil: HasilDaerah) -> Kalimat:
    """Median, middle half, ends and mean of capaian; of one agency alone, its capaian."""
    ada = [i for i in hasil.instansi if i.capaian is not None]
    if not ada:
        return write("Belum ada instansi yang capaiannya dapat dinilai.") if hasil.rekap.jumlah else ()
    if len(ada) == 1:
        return fill(
            "Baru satu instansi yang capaiannya dapat dinilai, yaitu {nama} dengan {capaian}; perbandingan antarinstansi "
            "belum dapat dibuat.",
            nama=ada[0].nama,
            capaian=print_persen(hasil, f"instansi/{ada[0].kode}/capaian"),
        )
    awal = "sebaran/capaian"
    ujung = fill(
        "Yang terendah {rendah} dan yang tertinggi {tinggi}; rata-ratanya {rata}.",
        rendah=print_persen(hasil, f"{awal}/terendah"),
        tinggi=print_persen(hasil, f"{awal}/tertinggi"),
        rata=print_persen(hasil, f"{awal}/rata"),
    )
    median = fill(
        "Median capaian {n} instansi adalah {median}{separuh}.",
        n=print_bulat(hasil, f"{awal}/jumlah"),
        median=print_persen(hasil, f"{awal}/median"),
        separuh=fill(
            "; separuh instansi berada di antara {q1} dan {q3}",
            q1=print_persen(hasil, f"{awal}/kuartil_bawah"),
            q3=print_persen(hasil, f"{awal}/kuartil_atas"),
        )
        if len(ada) >= SEDIKIT
        else (),
    )
    return join(median, ujung, _explain_ends(hasil))


def _explain_ends(hasil: HasilDaerah) -> Kalimat:
    return join(_explain_end(hasil, "terendah"), _explain_end(hasil, "tertinggi"))


def _explain_end(hasil: HasilDaerah, kunci: Literal["terendah", "tertinggi"]) -> Kalimat:
    """Why the lowest or highest figure does not stand in the lists of ranked agencies; nothing where it does."""
    ujung = [
        i for i in hasil.instansi if i.capaian is not None and i.capaian == getattr(hasil.get_sebaran("capaian"), kunci)
    ]
    urut = hasil.list_peringkat()
    if not urut or any(i.peringkat is not None for i in ujung):
        return ()
    satu = ujung[0]
    sendiri = fill(
        "{nama}, tanpa peringkat karena hanya {dinilai} dari {jumlah} indikatornya dinilai",
        nama=satu.nama,
        dinilai=print_bulat(hasil, f"instansi/{satu.kode}/dinilai"),
        jumlah=print_bulat(hasil, f"instansi/{satu.kode}/jumlah"),
    )
    return fill(
        "Yang {kunci} itu {siapa}; dari yang berperingkat, {kunci} {angka}.",
        kunci=kunci,
        siapa=sendiri
        if len(ujung) == 1
        else f"{len(ujung)} instansi tanpa peringkat karena kurang dari separuh indikatornya dinilai",
        angka=print_persen(hasil, f"instansi/{urut[0 if kunci == 'tertinggi' else -1].kode}/capaian"),
    )


def describe_indikator(hasil: HasilDaerah) -> Kalimat:
    """How many indikator could be assessed and reached their target, and which agencies have no rank for want of that."""
    total = hasil.indikator
    if not total.jumlah:
        return ()
    tanpa = hasil.rekap.bercapaian - hasil.rekap.berperingkat
    disebut = tanpa == 1 and bool(_explain_ends(hasil))  # it was named as lowest or highest already
    return join(
        fill(
            "Dari {jumlah} indikator, {dinilai} dapat dinilai dan {tercapai} di antaranya ({porsi}) mencapai atau melampaui "
            "target; {tak} belum dapat dinilai dan tidak ikut dalam rata-rata mana pun."
            if total.tak_dinilai
            else "Seluruh {jumlah} indikator dapat dinilai dan {tercapai} di antaranya ({porsi}) mencapai atau melampaui target.",
            jumlah=print_bulat(hasil, "indikator/jumlah"),
            dinilai=print_bulat(hasil, "indikator/dinilai"),
            tercapai=print_bulat(hasil, "indikator/tercapai"),
            porsi=print_persen(hasil, "indikator/porsi"),
            tak=print_bulat(hasil, "indikator/tak_dinilai"),
        ),
        fill(
            "{n} tidak diberi peringkat karena kurang dari separuh indikatornya dapat dinilai.",
            n="satu instansi" if tanpa == 1 else f"sebanyak {tanpa} instansi",
        )
        if tanpa and not disebut
        else (),
    )


def describe_setara(hasil: HasilDaerah) -> Kalimat:
    """That agencies of different kind are not alike, and how many reckon in which way; nothing for a single one."""
    if hasil.rekap.melapor < 2:
        return ()
    if len(hasil.cara_hitung) < 2:
        return write(SETARA)
    butir = [
        fill(
            "{n} instansi memakai {rata} dengan batas {batas}, rumus {metode}, dan skala {skala}",
            n=print_bulat(hasil, f"cara_hitung/{c.kode}/instansi"),
            rata=CARA.get(c.rata_instansi, c.rata_instansi),
            batas="tanpa batas" if c.batas_capaian == "tanpa" else f"{c.batas_capaian}%",
            metode=c.metode_min or "bawaan",
            skala=c.skala,
        )
        for c in hasil.cara_hitung
    ]
    return join(
        write(SETARA), fill("Cara menghitungnya pun tidak seragam: {butir}.", butir=list_words(butir, kata="serta"))
    )


def list_ends(hasil: HasilDaerah, banyak: int) -> tuple[list[InstansiDaerah], list[InstansiDaerah]]:
    """The ranked agencies at the top and at the bottom, that many each at most, none in both."""
    urut = hasil.list_peringkat()
    atas = urut[: min(banyak, -(-len(urut) // 2))]
    return atas, list(reversed(urut[len(atas) :][-banyak:]))
