"""Fourth analysis: realisasi beside a national or like standard."""

from lakip_lib.measures.hasil import IndikatorHasil, Standar
from lakip_lib.narrative.kalimat import Isian, Kalimat, fill, list_words, mention, pick, write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.situasi import is_part_year, take_turn

TANPA_STANDAR = "Belum terdapat standar nasional untuk indikator ini."
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
    if item.standar.posisi is None and is_part_year(konteks.hasil, item):
        return fill(POLA_BELUM_SETAHUN, **isi)
    if item.standar.posisi is None:
        return fill(POLA_TANPA_POSISI, **isi)
    posisi = item.standar.posisi
    urut = take_turn(konteks.hasil, item, lambda i: bool(i.standar and i.standar.posisi == posisi))
    return fill(pick(POLA[posisi], urut), **isi)


def name_standar(standar: Standar) -> str:
    """ "standar nasional Tahun 2025", "rata-rata provinsi Tahun 2024"."""
    kata = "rata-rata" if standar.jenis_standar == "rata-rata" else "standar"
    lingkup = LINGKUP.get(standar.lingkup or "nasional", standar.lingkup or "nasional")
    return f"{kata} {lingkup} Tahun {standar.tahun}"


def _show_selisih(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """ " (selisih +0,35)", in the indikator's own unit, with its sign."""
    if item.standar is None or not item.standar.selisih:
        return ()
    return fill(" (selisih {angka})", angka=konteks.figure(f"indikator/{item.kode}/standar/selisih"))


def describe_tanpa_standar(konteks: Konteks, sasaran: str) -> Kalimat:
    """The indikator of a sasaran for which no standard is known, by name; R16's sentence where it is one alone."""
    items = konteks.hasil.list_indikator(sasaran)
    tanpa = [i for i in items if i.standar is None]
    if not tanpa:
        return ()
    if len(tanpa) == len(items):
        return write("Belum terdapat standar nasional untuk indikator pada sasaran ini.")
    return fill("Belum terdapat standar nasional untuk {nama}.", nama=list_words([mention(i.nama) for i in tanpa]))
