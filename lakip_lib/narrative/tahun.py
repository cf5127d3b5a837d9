"""Second analysis: this year beside last year and the years before."""

from collections import defaultdict
from itertools import pairwise

from lakip_lib.istilah import Arah, Status, is_setahun
from lakip_lib.measures.hasil import IndikatorHasil, TahunHasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.narrative.kalimat import Isian, Kalimat, count_alike, fill, join, list_words, mention, pick
from lakip_lib.narrative.konteks import Konteks, format_biasa
from lakip_lib.narrative.situasi import MEMBAIK, MEMBURUK, TETAP, Gerak, find_gerak, take_turn

POLA: dict[Gerak, tuple[str, ...]] = {
    Gerak.NAIK_BAIK: (
        "Dibandingkan dengan Tahun {lalu_tahun}, realisasi naik dari {lalu} menjadi {kini}{besar}, yang berarti "
        "membaik.",
        "Realisasi membaik dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}{geser}.",
        "Kinerjanya membaik: realisasi Tahun {lalu_tahun} adalah {lalu}, lalu naik menjadi {kini}{besar}.",
        "Dari {lalu} pada Tahun {lalu_tahun}, realisasi naik menjadi {kini}{besar}. Perkembangan ini membaik.",
    ),
    Gerak.TURUN_BAIK: (
        "Dibandingkan dengan Tahun {lalu_tahun}, realisasi turun dari {lalu} menjadi {kini}{besar}. Karena makin "
        "rendah makin baik, penurunan itu berarti membaik.",
        "Realisasi membaik karena turun dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}{besar}.",
        "Kinerjanya membaik: realisasi Tahun {lalu_tahun} adalah {lalu}, lalu turun menjadi {kini}{besar}.",
    ),
    Gerak.NAIK_BURUK: (
        "Dibandingkan dengan Tahun {lalu_tahun}, realisasi naik dari {lalu} menjadi {kini}{besar}. Pada indikator yang "
        "makin rendah makin baik, kenaikan itu berarti memburuk.",
        "Realisasi memburuk karena naik dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}{besar}.",
    ),
    Gerak.TURUN_BURUK: (
        "Dibandingkan dengan Tahun {lalu_tahun}, realisasi turun dari {lalu} menjadi {kini}{besar}, yang berarti "
        "memburuk.",
        "Realisasi memburuk dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}{geser}.",
        "Dari {lalu} pada Tahun {lalu_tahun}, realisasi turun menjadi {kini}{besar}. Perkembangan ini memburuk.",
    ),
    Gerak.DEKAT: (
        "Realisasi bergerak dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}, makin dekat dengan target, sehingga "
        "kinerjanya membaik.",
    ),
    Gerak.JAUH: (
        "Realisasi bergerak dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}, makin jauh dari target, sehingga "
        "kinerjanya memburuk.",
    ),
    Gerak.TETAP: (
        "Realisasi tetap, yaitu {lalu} pada Tahun {lalu_tahun} dan {kini} {pada}.",
        "Tidak ada perubahan berarti sejak Tahun {lalu_tahun}: realisasi saat itu {lalu} dan kini {kini}.",
    ),
    Gerak.TETAP_JARAK: (
        "Realisasi bergerak dari {lalu} pada Tahun {lalu_tahun} menjadi {kini}, tetapi jaraknya dari batas target tidak "
        "berubah, sehingga kinerjanya tetap.",
    ),
    Gerak.TANPA_TAHUN_INI: (
        "Perbandingan dengan Tahun {lalu_tahun}, yaitu {lalu}, belum dapat dilakukan karena realisasi {waktu} belum "
        "tersedia.",
    ),
    Gerak.TANPA_TAHUN_LALU: (
        "Realisasi Tahun {lalu_tahun} tidak tersedia, sehingga perubahan terhadap tahun sebelumnya belum dapat "
        "dinyatakan.",
    ),
    Gerak.BELUM_SETAHUN: (
        "Realisasi {pada} adalah {kini}, sedangkan realisasi setahun penuh Tahun {lalu_tahun} adalah {lalu}. Keduanya "
        "belum dapat dibandingkan langsung.",
        "Sebagai acuan, realisasi setahun penuh Tahun {lalu_tahun} adalah {lalu}; {pada} telah terealisasi {kini}.",
    ),
    Gerak.TAK_TERBACA: (
        "Realisasi Tahun {lalu_tahun} adalah {lalu} dan {waktu} adalah {kini}; bentuk kedua nilai itu berbeda sehingga "
        "perubahannya tidak dihitung.",
    ),
}
ARAH_GERAK = {
    Gerak.NAIK_BAIK: "naik",
    Gerak.NAIK_BURUK: "naik",
    Gerak.TURUN_BAIK: "turun",
    Gerak.TURUN_BURUK: "turun",
}
CAPAIAN_BEDA = (
    "Capaiannya {lalu} pada Tahun {tahun} dan {kini} {pada}.",
    "Terhadap target masing-masing tahun, capaian {kata} dari {lalu} menjadi {kini}.",
    "Adapun capaiannya {kata} dari {lalu} menjadi {kini}.",
    "Bila diukur dengan targetnya, capaian Tahun {tahun} adalah {lalu} dan {kata} menjadi {kini}.",
)
CAPAIAN_SEBAGIAN = "Capaiannya {kini} {pada}, sedangkan capaian setahun penuh Tahun {tahun} adalah {lalu}."
CAPAIAN_SAMA = (
    "Capaiannya tidak berubah, yaitu {lalu} pada Tahun {tahun} dan {kini} {pada}.",
    "Terhadap target masing-masing tahun, capaian bertahan pada {kini}.",
)
POLA_GERAK = (
    "Dibandingkan dengan Tahun {tahun}, {rincian}.",
    "Perkembangan dari Tahun {tahun} adalah sebagai berikut: {rincian}.",
    "Bila disandingkan dengan Tahun {tahun}, {rincian}.",
)
TETAPI_MEMBAIK = (
    "Jadi, meskipun target belum tercapai, kinerjanya lebih baik daripada tahun sebelumnya.",
    "Dengan demikian, target memang belum tercapai, tetapi arahnya sudah benar.",
    "Target belum terpenuhi, tetapi hasilnya lebih baik daripada tahun sebelumnya.",
)
TETAPI_MEMBURUK = (
    "Jadi, walaupun target terpenuhi, kinerjanya menurun dibandingkan dengan tahun sebelumnya.",
    "Target memang terpenuhi, tetapi penurunan ini perlu diwaspadai.",
)
BERTURUT = (
    "Sejak Tahun {awal_tahun}, dengan realisasi {awal}, angkanya membaik setiap tahun.",
    "Perbaikan berlangsung setiap tahun sejak Tahun {awal_tahun}, ketika realisasinya {awal}.",
    "Kecenderungan membaik ini tidak terputus sejak Tahun {awal_tahun} ({awal}).",
)
BERTURUT_BURUK = ("Sejak Tahun {awal_tahun}, dengan realisasi {awal}, angkanya memburuk setiap tahun.",)
JARAK_JAUH = (
    "Pada Tahun {awal_tahun} realisasinya {awal}.",
    "Titik awal yang tersedia ialah {awal} pada Tahun {awal_tahun}.",
    "Sebagai pembanding yang lebih jauh, realisasi Tahun {awal_tahun} adalah {awal}.",
)


def describe_tahun(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """Last year and earlier years of one indikator, in words that follow sign and arah."""
    gerak = find_gerak(konteks.hasil, item)
    urut = take_turn(konteks.hasil, item, lambda i: find_gerak(konteks.hasil, i) is gerak)
    isi: dict[str, Isian] = {
        "lalu_tahun": item.lalu.tahun if item.lalu else konteks.hasil.tahun - 1,
        "lalu": konteks.nilai(item, "lalu/realisasi") if item.lalu else (),
        "kini": konteks.nilai(item, "realisasi"),
        "besar": _show_besar(konteks, item, ""),
        "geser": _show_besar(konteks, item, f"{ARAH_GERAK.get(gerak, '')} "),
        "waktu": konteks.waktu,
        "pada": konteks.pada,
    }
    return join(
        fill(pick(POLA[gerak], urut), **isi),
        _describe_capaian(konteks, item),
        _describe_years(konteks, item),
        _describe_both(konteks, item),
    )


def _show_besar(konteks: Konteks, item: IndikatorHasil, kata: str) -> Kalimat:
    """ " atau 8,46 persen": the size of the change without sign, its direction said by `kata` or by the verb before."""
    if item.lalu is None or not item.lalu.perubahan:
        return ()
    satuan = "persen" if item.lalu.satuan_perubahan == "%" else str(item.lalu.satuan_perubahan)
    besar = konteks.figure(f"indikator/{item.kode}/lalu/perubahan", "mutlak", satuan)
    return fill(" atau {kata}{besar}", kata=kata, besar=besar)


def _describe_capaian(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """Capaian beside last year's; a part of the year neither rises above nor falls below a whole one."""
    if item.lalu is None or item.lalu.capaian is None or item.capaian is None:
        return ()
    jalur = f"indikator/{item.kode}"
    isi: dict[str, Isian] = {
        "lalu": konteks.persen(f"{jalur}/lalu/capaian"),
        "kini": konteks.persen(f"{jalur}/capaian"),
        "tahun": item.lalu.tahun,
        "pada": konteks.pada,
        "kata": "meningkat" if item.capaian > item.lalu.capaian else "menurun",
    }
    if not is_setahun(konteks.hasil.periode):
        return fill(CAPAIAN_SEBAGIAN, **isi)
    pola = CAPAIAN_SAMA if item.capaian == item.lalu.capaian else CAPAIAN_BEDA
    return fill(pick(pola, konteks.hasil.indikator.index(item)), **isi)


def _describe_both(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """Worse than target yet better than last year, or the other way round: both must be said."""
    pola = _pick_both(konteks, item)
    return fill(pick(pola, take_turn(konteks.hasil, item, lambda i: _pick_both(konteks, i) is pola))) if pola else ()


def _pick_both(konteks: Konteks, item: IndikatorHasil) -> tuple[str, ...]:
    gerak = find_gerak(konteks.hasil, item)
    if item.status is Status.BELUM and gerak in MEMBAIK:
        return TETAPI_MEMBAIK
    if item.status in {Status.MELAMPAUI, Status.MENCAPAI} and gerak in MEMBURUK:
        return TETAPI_MEMBURUK
    return ()


def list_known(konteks: Konteks, item: IndikatorHasil) -> list[TahunHasil]:
    """The years of an indikator that have a realisasi, oldest first."""
    return [t for t in konteks.hasil.get_rincian(item.kode).lintas_tahun if t.realisasi is not None]


def _describe_years(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    pola = _pick_years(konteks, item)
    if not pola:
        return ()
    awal = list_known(konteks, item)[0]
    urut = take_turn(konteks.hasil, item, lambda i: _pick_years(konteks, i) is pola)
    return fill(pick(pola, urut), awal_tahun=awal.tahun, awal=konteks.nilai_lain(item, awal.realisasi))


def _pick_years(konteks: Konteks, item: IndikatorHasil) -> tuple[str, ...]:
    """How the years before are told: better every year, worse every year, or the earliest year alone."""
    known = list_known(konteks, item)
    if item.realisasi is None or len(known) < 3 or known[0].tahun >= konteks.hasil.tahun - 1:
        return ()
    langkah, gerak = _read_steps(item, known), find_gerak(konteks.hasil, item)
    if langkah == {True} and gerak in MEMBAIK:
        return BERTURUT
    return BERTURUT_BURUK if langkah == {False} and gerak in MEMBURUK else JARAK_JAUH


def _read_steps(item: IndikatorHasil, known: list[TahunHasil]) -> set[bool]:
    """{True} where every year was better than the one before, {False} where worse, both or nothing otherwise."""
    nilai = [parse_nilai(t.realisasi) for t in known]
    angka = [n.besaran for n in nilai if n and n.besaran is not None]
    years = [t.tahun for t in known]
    if len(angka) < len(known) or item.arah is Arah.STABIL or any(b - a != 1 for a, b in pairwise(years)):
        return set()
    if any(a == b for a, b in pairwise(angka)):
        return set()
    return {(b > a) == (item.arah is Arah.MAX) for a, b in pairwise(angka)}


def describe_gaps(konteks: Konteks, sasaran: str) -> Kalimat:
    """The years of which no realisasi is known, once for all indikator of a sasaran that lack the same."""
    items = konteks.hasil.list_indikator(sasaran)
    groups: defaultdict[tuple[str, ...], list[IndikatorHasil]] = defaultdict(list)
    for item in items:
        groups[_list_gaps(konteks, item)].append(item)
    return join(
        *(
            fill(
                "Angka Tahun {tahun} tidak tersedia untuk {nama}.",
                tahun=list_words(tahun),
                nama="seluruh indikator sasaran ini"
                if len(grup) == len(items) > 1
                else list_words([mention(i.nama) for i in grup]),
            )
            for tahun, grup in groups.items()
            if tahun
        )
    )


def _list_gaps(konteks: Konteks, item: IndikatorHasil) -> tuple[str, ...]:
    """Earlier years than the last without realisasi; none where no earlier year is known at all."""
    semua = konteks.hasil.get_rincian(item.kode).lintas_tahun[:-1]
    kosong = [t for t in semua if t.realisasi is None and t.tahun != konteks.hasil.tahun - 1]
    return () if len(kosong) == len(semua) else tuple(str(t.tahun) for t in kosong)


def describe_gerak(konteks: Konteks, sasaran: str) -> Kalimat:
    """Which indikator of a sasaran got better, stayed and got worse since last year, by name."""
    items = konteks.hasil.list_indikator(sasaran)
    baik, buruk, tetap = (
        [i for i in items if find_gerak(konteks.hasil, i) in gerak] for gerak in (MEMBAIK, MEMBURUK, TETAP)
    )
    if not (baik or buruk or tetap):
        pola = "Perbandingan dengan Tahun {tahun} belum dapat dilakukan untuk indikator pada sasaran ini."
        return fill(pola, tahun=konteks.hasil.tahun - 1)
    ada = [(len(g), k) for g, k in ((baik, "membaik"), (tetap, "tetap"), (buruk, "memburuk")) if g]
    if len(ada) == 1 and ada[0][0] == len(items):
        siapa = "seluruh indikator" if len(items) > 1 else "indikator sasaran ini"
        bagian = [f"{siapa} {ada[0][1]}"]
    else:
        jumlah = count_alike(*(n for n, _ in ada))
        bagian = [f"{n} indikator {kata}" for n, (_, kata) in zip(jumlah, ada, strict=True)]
    awal = fill(
        pick(POLA_GERAK, [s.kode for s in konteks.hasil.sasaran].index(sasaran)),
        tahun=konteks.hasil.tahun - 1,
        rincian=list_words(bagian),
    )
    if not buruk:
        return awal
    return join(awal, fill("Yang memburuk ialah {nama}.", nama=list_words([mention(i.nama) for i in buruk])))


def describe_lalu_instansi(konteks: Konteks) -> Kalimat:
    """The agency's mean of last year's capaian, empty where history has none."""
    lalu = konteks.hasil.rincian.instansi_lalu
    if lalu is None:
        return ()
    pola = "Sebagai pembanding, capaian kinerja Tahun {tahun} yang dihitung dengan cara yang sama adalah {lalu}."
    return fill(pola, tahun=konteks.hasil.tahun - 1, lalu=format_biasa(lalu))
