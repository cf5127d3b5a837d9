"""Who writes, who is written to, who signs: the people of a letter, with a usual word where none is set."""

import re

from lakip_lib.alur.langkah import PERAN_SOP
from lakip_lib.settings import Instansi, Unit
from lakip_lib.settings.instansi import Pejabat
from lakip_lib.surat.naskah import Penanda

JABATAN_PERAN = {  # said where instansi.toml names no jabatan
    "sekretaris": "Sekretaris",
    "kasubag_program": "Kepala Subbagian Program",
    "staf_perencanaan": "Staf Perencanaan",
}
PERAN = ("staf_perencanaan", "kasubag_program", "sekretaris", "kepala")  # upwards
PENDEK = re.compile(r"(?:Pl[ht]\. )?(Sekretaris|Kepala (?:Dinas|Badan|Kantor|Satuan|Kecamatan|Puskesmas|UPT\w*))\b")
BERKEPALA = (
    "bidang",
    "bagian",
    "subbagian",
    "sub bagian",
    "seksi",
    "subbidang",
    "upt",
    "balai",
    "dinas",
)  # has a Kepala


def get_pejabat(settings: Instansi, peran: str) -> Pejabat:
    """The official in a role of the SOP (kepala, sekretaris, kasubag_program, staf_perencanaan)."""
    pejabat: Pejabat = getattr(settings.pejabat, peran)
    return pejabat


def is_terisi(settings: Instansi, peran: str) -> bool:
    """Whether instansi.toml says anything of who holds a role."""
    pejabat = get_pejabat(settings, peran)
    return bool(pejabat.nama or pejabat.jabatan)


def pick_peran(settings: Instansi, peran: str) -> str:
    """The role itself, or where nobody is set for it, the next above that somebody is set for."""
    atasan = PERAN[PERAN.index(peran) :]
    return next((satu for satu in atasan if is_terisi(settings, satu)), peran)


def say_jabatan(settings: Instansi, peran: str) -> str:
    """The jabatan of a role as printed; a usual one where none is set."""
    pejabat = get_pejabat(settings, peran)
    baku = f"Kepala {settings.instansi.nama}" if peran == "kepala" else JABATAN_PERAN[peran]
    return pejabat.model_copy(update={"jabatan": pejabat.jabatan or baku}).jabatan_tercetak


def say_peran(settings: Instansi, peran: str) -> str:
    """The short name of a role: the SOP's own, but as the office calls its head ("Kepala Badan") and its secretary."""
    if peran not in {"kepala", "sekretaris"} or not is_terisi(settings, peran):
        return PERAN_SOP[peran]
    jabatan = say_jabatan(settings, peran)
    pendek = PENDEK.match(jabatan)
    return pendek[1] if pendek else jabatan


def say_kepala_unit(unit: Unit, jabatan: str = "") -> str:
    """ "Kepala Bidang Data": the jabatan of a unit's head; `jabatan` where it is known to be another."""
    if unit.kepala.casefold().startswith(("kepala ", "sekretaris")):
        return unit.kepala  # the jabatan was typed for the name
    gelar = "Kepala" if unit.nama.casefold().startswith(BERKEPALA) else "Pimpinan"
    return jabatan or f"{gelar} {unit.nama}"


def name_kepala_unit(unit: Unit, jabatan: str = "") -> str:
    """ "Kepala Bidang Data (Nama)": the jabatan of a unit's head, and the name where it is known."""
    sebutan = say_kepala_unit(unit, jabatan)
    return sebutan if unit.kepala in {"", sebutan} else f"{sebutan} ({unit.kepala})"


def leads_sekretariat(settings: Instansi, unit: Unit) -> bool:
    """Whether the Sekretaris leads this unit: it is the Sekretariat by its name, or its head is the Sekretaris."""
    sama = bool(unit.kepala) and unit.kepala.casefold() == settings.pejabat.sekretaris.nama.casefold()
    return sama or unit.nama.casefold().startswith("sekretariat")


def heads_unit(settings: Instansi, unit: Unit) -> bool:
    """Whether the Sekretaris is the unit's head by his jabatan ("Kepala Subbagian Tata Usaha"), or leads the Sekretariat."""
    jabatan = settings.pejabat.sekretaris.jabatan.casefold()
    return leads_sekretariat(settings, unit) or jabatan.endswith(f" {unit.nama.casefold()}")


def make_penanda(settings: Instansi, peran: str, *, atas: tuple[str, ...] = (), tanda: str = "") -> Penanda:
    """The signature block of a role; what is not set is left to be written by hand."""
    pejabat = get_pejabat(settings, peran)
    return Penanda(say_jabatan(settings, peran), pejabat.nama, pejabat.pangkat, pejabat.nip_tercetak, atas, tanda)
