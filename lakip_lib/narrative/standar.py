"""Fourth analysis: realisasi beside a national or like standard."""

from lakip_lib.measures.hasil import IndikatorHasil, Standar
from lakip_lib.narrative.kalimat import Isian, Kalimat, fill, join, list_words, mention, pick, write
from lakip_lib.narrative.konteks import PERSEN, TANPA_SATUAN, Konteks
from lakip_lib.narrative.situasi import is_part_year, take_turn

TANPA_STANDAR = "Belum terdapat standar nasional untuk indikator ini."
TANPA_NASIONAL = "Standar nasional untuk indikator ini belum tersedia."
POLA = {
    "memenuhi": (
        "{sebutan} adalah {nilai}{sumber}. Realisasi {kini} memenuhi ambang tersebut{selisih}.",
        "Realisasi {kini} memenuhi ambang {nilai} pada {sebutan}{selisih}.{acuan}",
    ),
    "belum memenuhi": (
        "{sebutan} adalah {nilai}{sumber}. Realisasi {kini} belum memenuhi ambang tersebut{selisih}.",
        "Realisasi {kini} belum memenuhi ambang {nilai} pada {sebutan}{selisih}.{acuan}",
    ),
    "lebih baik": (
        "{sebutan} adalah {nilai}{sumber}. Realisasi {kini} lebih baik daripada angka itu{selisih}.",
        "Realisasi {kini} lebih baik daripada {sebutan}, yaitu {nilai}{selisih}.{acuan}",
    ),
    "setara": ("{sebutan} adalah {nilai}{sumber}. Realisasi {kini} setara dengan angka itu.",),
    "belum setara": (
        "{sebutan} adalah {nilai}{sumber}. Realisasi {kini} belum setara dengan angka itu{selisih}.",
        "Realisasi {kini} belum menyamai {sebutan}, yaitu {nilai}{selisih}.{acuan}",
    ),
}
POLA_TANPA_POSISI = "{sebutan} adalah {nilai}{sumber}. Posisi {waktu} belum dapat dinyatakan."
POLA_BELUM_SETAHUN = "{sebutan} adalah {nilai}{sumber}, untuk setahun penuh. Realisasi {pada} baru {kini}."
LINGKUP = {"nasional": "nasional", "provinsi": "provinsi", "sejenis": "daerah sejenis"}


def describe_standar(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """One indikator beside its standard; R16's sentence where there is none."""
    if item.standar is None:
        return write(TANPA_STANDAR)
    sumber = (item.standar.sumber or "").strip().rstrip(".")
    isi: dict[str, Isian] = {
        "sebutan": name_standar(item.standar),
        "nilai": konteks.nilai(item, "standar/nilai"),
        "sumber": f" menurut {sumber}" if sumber else "",
        "acuan": f" Acuannya ialah {sumber}." if sumber else "",
        "kini": konteks.nilai(item, "realisasi"),
        "selisih": _show_selisih(konteks, item),
        "waktu": konteks.waktu,
        "pada": konteks.pada,
    }
    return join(fill(_pick_pola(konteks, item, item.standar), **isi), _describe_lingkup(item.standar))


def _pick_pola(konteks: Konteks, item: IndikatorHasil, standar: Standar) -> str:
    if standar.posisi is None:
        return POLA_BELUM_SETAHUN if is_part_year(konteks.hasil, item) else POLA_TANPA_POSISI
    posisi = standar.posisi
    urut = take_turn(konteks.hasil, item, lambda i: bool(i.standar and i.standar.posisi == posisi))
    return pick(POLA[posisi], urut)


def _describe_lingkup(standar: Standar) -> Kalimat:
    """That a national standard is lacking, where the one that counts is another: a national one would come first."""
    return () if (standar.lingkup or "nasional") == "nasional" else write(TANPA_NASIONAL)


def name_standar(standar: Standar) -> str:
    """ "standar nasional Tahun 2025", "rata-rata provinsi Tahun 2024"."""
    kata = "rata-rata" if standar.jenis_standar == "rata-rata" else "standar"
    lingkup = LINGKUP.get(standar.lingkup or "nasional", standar.lingkup or "nasional")
    return f"{kata} {lingkup} Tahun {standar.tahun}"


def _show_selisih(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """ " (selisih +0,35 poin)": in the indikator's own unit, poin where it is a percentage or an index, with its sign."""
    if item.standar is None or not item.standar.selisih:
        return ()
    satuan = item.satuan.strip()
    kata = "poin" if satuan.casefold() in PERSEN | TANPA_SATUAN | {""} else satuan
    return fill(" (selisih {angka})", angka=konteks.figure(f"indikator/{item.kode}/standar/selisih", satuan=kata))


def describe_tanpa_standar(konteks: Konteks, sasaran: str) -> Kalimat:
    """The indikator of a sasaran for which no standard is known, by name; R16's sentence where it is one alone."""
    items = konteks.hasil.list_indikator(sasaran)
    tanpa = [i for i in items if i.standar is None]
    if not tanpa:
        return ()
    if len(tanpa) == len(items):
        return write("Belum terdapat standar nasional untuk indikator pada sasaran ini.")
    return fill("Belum terdapat standar nasional untuk {nama}.", nama=list_words([mention(i.nama) for i in tanpa]))
