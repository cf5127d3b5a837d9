"""First analysis of a sasaran as a whole: its mean, which indikator reached their target and which did not."""

from lakip_lib.istilah import Status
from lakip_lib.measures.hasil import IndikatorHasil, SasaranHasil
from lakip_lib.narrative.kalimat import Isian, Kalimat, count_words, fill, join, list_words, mention, pick
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.situasi import Situasi, find_situasi

POLA_SASARAN = {
    Status.MELAMPAUI: (
        "Rata-rata capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}, dan seluruh indikator yang "
        "dinilai mencapai atau melampaui target.",
        "Seluruh indikator yang dinilai pada sasaran ini mencapai atau melampaui target. Rata-rata capaiannya {capaian} "
        "dengan kategori {kategori}.",
    ),
    Status.MENCAPAI: (
        "Rata-rata capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}; target seluruh indikator "
        "yang dinilai tercapai.",
    ),
}
POLA_SATU = (
    "Capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}; satu-satunya indikatornya mencapai atau "
    "melampaui target."
)
POLA_DINILAI_SATU = (
    "Capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}. Hanya satu indikator yang dapat dinilai, dan "
    "indikator itu mencapai atau melampaui target."
)
POLA_SASARAN_BELUM = (
    "Rata-rata capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}. Dari {dinilai} indikator yang "
    "dinilai, {tercapai} mencapai atau melampaui target, sedangkan yang belum ialah {belum}.",
    "Dengan rata-rata capaian {capaian}, sasaran ini termasuk kategori {kategori}. Sebanyak {tercapai} dari {dinilai} "
    "indikator yang dinilai mencapai atau melampaui target. Yang belum mencapai target ialah {belum}.",
    "Sasaran ini memperoleh rata-rata capaian {capaian} (kategori {kategori}). Target tercapai pada {tercapai} dari "
    "{dinilai} indikator yang dinilai, dan belum tercapai pada {belum}.",
)
POLA_BATAS_SAJA = (
    "Belum ada indikator sasaran ini yang dapat dinilai {pada}. Nilai {capaian} (kategori {kategori}) semata-mata berasal "
    "dari batas capaian yang dipakai bila realisasinya nol pada rumus target dibagi realisasi."
)
POLA_BELUM_SEMUA = (
    "Rata-rata capaian sasaran ini {pada} adalah {capaian} dengan kategori {kategori}, tetapi tidak satu pun dari "
    "{dinilai} indikator yang dinilai mencapai target."
)
POLA_BELUM_SATU = (
    "Indikator yang dapat dinilai pada sasaran ini hanya satu, yaitu {belum}. Capaiannya {pada} adalah {capaian} dengan "
    "kategori {kategori}, dan targetnya belum tercapai."
)


def describe_sasaran(konteks: Konteks, sasaran: SasaranHasil) -> Kalimat:
    """How a sasaran stands as a whole: its mean, how many indikator reached their target, which did not, which lack."""
    items = konteks.hasil.list_indikator(sasaran.kode)
    jalur = f"sasaran/{sasaran.kode}"
    if sasaran.capaian is None:
        pola = "Capaian sasaran ini {pada} belum dapat dinilai karena belum ada indikator yang dapat dinilai."
        return fill(pola, pada=konteks.pada)
    belum = [i for i in items if i.status is Status.BELUM]
    isi: dict[str, Isian] = {
        "pada": konteks.pada,
        "capaian": konteks.persen(f"{jalur}/capaian"),
        "kategori": konteks.figure(f"{jalur}/kategori"),
        "dinilai": konteks.figure(f"{jalur}/dinilai"),
        "tercapai": konteks.figure(f"{jalur}/tercapai"),
        "belum": list_words([mention(i.nama) for i in belum]),
    }
    urut = [s.kode for s in konteks.hasil.sasaran].index(sasaran.kode)
    return join(fill(_pick_sasaran(sasaran, len(belum), urut), **isi), _describe_lack(konteks, items))


def _pick_sasaran(sasaran: SasaranHasil, belum: int, urut: int) -> str:
    if not sasaran.dinilai:
        return POLA_BATAS_SAJA
    if not belum and sasaran.dinilai == 1:
        return POLA_SATU if sasaran.jumlah == 1 else POLA_DINILAI_SATU
    if not belum:
        return pick(POLA_SASARAN.get(sasaran.status, POLA_SASARAN[Status.MENCAPAI]), urut)
    if sasaran.tercapai:
        return pick(POLA_SASARAN_BELUM, urut)
    return POLA_BELUM_SATU if sasaran.dinilai == 1 else POLA_BELUM_SEMUA


def _describe_lack(konteks: Konteks, items: tuple[IndikatorHasil, ...]) -> Kalimat:
    kurang = [i for i in items if find_situasi(i) is Situasi.TAK_DINILAI]
    if not kurang or len(kurang) == len(items):
        return ()
    pola = "{jumlah} indikator belum dapat dinilai, yaitu {nama}."
    return fill(pola, jumlah=count_words(len(kurang)).capitalize(), nama=list_words([mention(i.nama) for i in kurang]))
