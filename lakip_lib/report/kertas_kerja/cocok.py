"""Sheet Cocok: each figure of hasil.json beside the cell that computes it, and whether both agree."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.report.kertas_kerja.lembar import Buku, KolomLembar, Rumus
from lakip_lib.rujukan import find_nilai

TOLERANSI = Fraction(1, 10**7)
NILAI = ("/target", "/realisasi")
KOLOM = (
    KolomLembar("bagian", "Bagian", 18),
    KolomLembar("kode", "Kode", 22),
    KolomLembar("angka", "Angka", 26),
    KolomLembar("hitung", "Hasil rumus", 22, "umum"),
    KolomLembar("hasil", "hasil.json", 22, "umum"),
    KolomLembar("periksa", "Pemeriksaan", 14),
)


class Angka(NamedTuple):
    """A figure of hasil.json: its ref, the cell that computes it, and the cell's value."""

    ref: str
    sel: str
    nilai: Fraction | Decimal | int | str | None


def read_hasil(hasil: object, ref: str) -> Fraction | Decimal | str | None:
    """What hasil.json holds for a ref: a number where it is one, the score of a target or realisasi in letters."""
    nilai = find_nilai(hasil, ref)
    if nilai is None or isinstance(nilai, Decimal):
        return nilai
    if isinstance(nilai, int):
        return Decimal(nilai)
    kanonik = parse_nilai(str(nilai)) if ref.endswith(NILAI) else None
    return str(nilai) if kanonik is None or kanonik.besaran is None else kanonik.besaran


def is_same(a: Fraction | Decimal | int | str | None, b: Fraction | Decimal | str | None) -> bool:
    """Whether a cell's value is the figure of hasil.json, as the sheet's formula compares them."""
    if isinstance(a, Fraction | Decimal | int) and isinstance(b, Fraction | Decimal):
        return abs(Fraction(a) - Fraction(b)) < TOLERANSI
    return str(a or "") == str(b or "")


def say_cocok(sama: bool) -> str:
    """The word of the last column."""
    return "cocok" if sama else "BERBEDA"


def write_cocok(buku: Buku, hasil: object, angka: list[Angka]) -> None:
    """One row a figure, and the count of those that differ on top."""
    lembar = buku.add_lembar("Cocok", "Pencocokan dengan hasil.json", KOLOM, beku=3)
    awal = lembar.baris + 1
    mau = [read_hasil(hasil, item.ref) for item in angka]
    berbeda = sum(not is_same(item.nilai, m) for item, m in zip(angka, mau, strict=True))
    periksa = lembar.span("periksa", awal, awal + len(angka) - 1)
    lembar.add(
        {
            "bagian": "Jumlah angka",
            "angka": Rumus(f"ROWS({periksa})", len(angka)),
            "hitung": "Berbeda",
            "hasil": Rumus(f'COUNTIF({periksa},"BERBEDA")', berbeda),
            "periksa": Rumus(
                f'IF(COUNTIF({periksa},"cocok")=ROWS({periksa}),"cocok","BERBEDA")', say_cocok(not berbeda)
            ),
        },
        tebal=True,
    )
    for item, hasil_json in zip(angka, mau, strict=True):
        baris = lembar.baris
        a, b = (lembar.cell(k, baris, luar=False) for k in ("hitung", "hasil"))
        sama = f'IF(COUNT({a},{b})=2,ABS({a}-{b})<0.0000001,{a}&""={b}&"")'
        bagian, _, sisa = item.ref.partition("/")
        kode, _, nama = sisa.partition("/") if bagian in {"indikator", "sasaran", "anggaran"} else ("", "", sisa)
        lembar.add(
            {
                "bagian": bagian,
                "kode": kode,
                "angka": nama,
                "hitung": Rumus(f'IF({item.sel}="","",{item.sel})', item.nilai),
                "hasil": hasil_json,
                "periksa": Rumus(f'IF({sama},"cocok","BERBEDA")', say_cocok(is_same(item.nilai, hasil_json))),
            }
        )
