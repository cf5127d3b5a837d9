"""Invented people: every name says so itself."""

from random import Random

_DEPAN = (
    "Arga", "Bima", "Cahaya", "Dahlia", "Edelweis", "Fajar", "Gading", "Hanum", "Intan", "Jingga", "Kenanga", "Lestari", "Melur",
    "Nusa", "Ombak", "Pandan", "Ranting", "Seruni", "Tirta", "Umbara", "Wulan", "Yudha",
)  # fmt: skip
_BELAKANG = (
    "Contohan", "Contohwati", "Misalina", "Misalnya", "Umpama", "Umpamawan", "Ibarat", "Andaian", "Andaikata", "Teladani",
    "Seumpama", "Percontoh",
)  # fmt: skip
_PANGKAT = ("Penata (III/c)", "Penata Tingkat I (III/d)", "Pembina (IV/a)", "Pembina Tingkat I (IV/b)")


def draw_nama(acak: Random) -> str:
    """A name, marked as invented."""
    return f"{acak.choice(_DEPAN)} {acak.choice(_BELAKANG)} (contoh)"


def draw_nip(acak: Random) -> str:
    """A NIP of the right form, drawn like the name."""
    lahir, masuk = acak.randint(1968, 1990), acak.randint(1995, 2014)
    hari = f"{acak.randint(1, 12):02d}{acak.randint(1, 28):02d}"
    return f"{lahir}{hari} {masuk}{acak.randint(1, 12):02d} {acak.randint(1, 2)} {acak.randint(1, 99):03d}"


def draw_pejabat(acak: Random, jabatan: str) -> dict[str, str]:
    """An official of that office."""
    return {"nama": draw_nama(acak), "nip": draw_nip(acak), "pangkat": acak.choice(_PANGKAT), "jabatan": jabatan}
