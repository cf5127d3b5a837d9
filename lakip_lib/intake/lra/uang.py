"""An amount of money in a cell, exact; what is no amount comes back with the words of a finding."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lakip_lib.formats import Angka, angka_from_nilai, parse_angka
from lakip_lib.intake.grid import Sel
from lakip_lib.istilah import Alasan

TERBESAR = Decimal(10) ** 17  # past any budget of the country; larger numbers are codes, NIP or slips


@dataclass(frozen=True)
class Uang:
    """`nilai` in rupiah, or None for a blank or with `masalah` (a sentence for the finding) and its `aturan`."""

    nilai: Decimal | None
    masalah: str = ""
    aturan: str = ""


def read_uang(sel: Sel, *, desimal: str | None, pengali: int = 1) -> Uang:
    """The amount in a cell; `desimal` is the sheet's decimal sign, `pengali` rupiah per printed unit."""
    if sel.galat:
        return Uang(None, f"tertulis galat {sel.galat}. Mohon perbaiki rumusnya.", "anggaran-galat")
    if sel.tanpa_nilai:
        return Uang(None, "rumus tanpa hasil tersimpan. Mohon buka, hitung ulang, dan simpan.", "anggaran-tanpa-nilai")
    angka = _parse(sel, desimal, pengali)
    if angka.nilai is not None and not angka.satuan and abs(angka.nilai) < TERBESAR:
        return Uang(angka.nilai * pengali)
    if angka.alasan is Alasan.REALISASI_KOSONG or angka.alasan is Alasan.BELUM_RILIS or not sel.teks.strip():
        return Uang(None)
    if angka.alasan is Alasan.AMBIGU:
        pilihan = " atau ".join(str(a) for a in angka.alternatif)
        return Uang(None, f"'{sel.teks}' dapat dibaca {pilihan}. Mohon tulis tanpa keraguan.", "anggaran-ambigu")
    return Uang(None, f"'{sel.teks}' bukan jumlah uang. Mohon isi dengan angka rupiah.", "anggaran-bukan-angka")


def _parse(sel: Sel, desimal: str | None, pengali: int) -> Angka:
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        return angka_from_nilai(sel.nilai)
    return _parse_teks(sel.teks, desimal, bulat=pengali == 1)


@lru_cache(maxsize=20_000)
def _parse_teks(teks: str, desimal: str | None, *, bulat: bool) -> Angka:
    angka = parse_angka(teks, desimal_kolom=desimal, formulir=False)
    if angka.alasan is Alasan.AMBIGU and bulat:
        return parse_angka(f"Rp {teks}", formulir=False)  # whole rupiah have no three decimals
    return angka
