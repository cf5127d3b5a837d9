"""Budget figures: the tree with its percentages, groups by sasaran, urusan and program (DOMAIN §5.8, §7.2)."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from lakip_lib.measures.asal import Asal
from lakip_lib.measures.hasil import AnggaranHasil, AnggaranRincian, AnggaranTotal, KelompokAnggaran
from lakip_lib.measures.pembulatan import print_angka, print_rupiah
from lakip_lib.measures.rumus import penyerapan
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.urutan import natural_key

PENUNJANG, BELUM_DIPETAKAN = "penunjang", "belum dipetakan"
LEVEL = ("urusan", "bidang_urusan", "program", "kegiatan", "sub_kegiatan", "akun")
NAMA_LAIN = {PENUNJANG: "Program penunjang", BELUM_DIPETAKAN: "Belum dipetakan ke sasaran"}
BELANJA = "5"  # an account tree holds income (4) and financing (6) too; a LAKIP speaks of spending


class Uang(NamedTuple):
    """Ceiling and spending of something, exact, in rupiah."""

    pagu: Fraction
    realisasi: Fraction

    def __add__(self, lain: object) -> "Uang":
        """Both sums."""
        if not isinstance(lain, Uang):
            return NotImplemented
        return Uang(self.pagu + lain.pagu, self.realisasi + lain.realisasi)

    def share(self, porsi: Fraction) -> "Uang":
        """A part of both."""
        return Uang(self.pagu * porsi, self.realisasi * porsi)


NOL = Uang(Fraction(0), Fraction(0))


def sum_uang(items: Iterable[Uang]) -> Uang:
    """The sum of many."""
    total = NOL
    for item in items:
        total = total + item
    return total


class Anggaran(NamedTuple):
    """The budget part of Hasil, and the exact sums by sasaran that efficiency is computed from."""

    baris: tuple[AnggaranHasil, ...]
    rincian: tuple[AnggaranRincian, ...]
    total: AnggaranTotal
    murni: Decimal | None
    perubahan: Decimal | None
    kelompok: tuple[KelompokAnggaran, ...]
    sasaran: dict[str, Uang]


def compute_anggaran(kinerja: Kinerja, settings: Instansi, asal: Asal) -> Anggaran:
    """The budget tree in order of code, totals from the deepest lines, groups by sasaran, urusan and program."""
    rows = sorted(kinerja.records("anggaran"), key=lambda r: (natural_key(r["kode"]), r["kode"]))
    daun = list_daun(rows)
    peta = read_peta(kinerja)
    sasaran = spread_sasaran(daun, peta, [s["kode"] for s in kinerja.records("sasaran")], settings.pengaturan.penunjang)
    uraian = {s["kode"]: s["uraian"] for s in kinerja.records("sasaran")} | NAMA_LAIN
    kelompok = [
        *(_make_kelompok("sasaran", kode, uraian.get(kode, kode), uang) for kode, uang in sasaran.items()),
        *_group_level(rows, daun, "bidang_urusan", "urusan"),
        *_group_level(rows, daun, "program", "program"),
    ]
    total = sum_uang(_uang(row) for row in daun)
    return Anggaran(
        baris=tuple(_make_baris(row, find_sasaran(row["kode"], peta)) for row in rows),
        rincian=tuple(_make_rincian(row, asal) for row in rows),
        total=AnggaranTotal(**_make_angka(total)),
        murni=_sum_kolom(daun, "pagu_murni"),
        perubahan=_sum_kolom(daun, "pagu_perubahan"),
        kelompok=tuple(kelompok),
        sasaran={k: u for k, u in sasaran.items() if k not in NAMA_LAIN},
    )


def _uang(row: dict[str, Any]) -> Uang:
    return Uang(Fraction(row["pagu"] or 0), Fraction(row["realisasi_anggaran"] or 0))


def list_daun(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines that are summed: the deepest above accounts; of a tree of accounts alone, its spending leaves."""
    utama = [row for row in rows if row["level"] != "akun"]
    dipakai = utama or [row for row in rows if row["kode"].startswith(BELANJA)] or rows
    induk = {row["kode"].rpartition(".")[0] for row in dipakai}
    induk |= {prefix for kode in set(induk) for prefix in _prefixes(kode)}
    return [row for row in dipakai if row["kode"] not in induk]


def _prefixes(kode: str) -> list[str]:
    parts = kode.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts) + 1)]


def read_peta(kinerja: Kinerja) -> dict[str, list[tuple[str, Fraction]]]:
    """Budget code → (sasaran or penunjang, share of 1), from the planning's Program table.

    The shares of a code always make one whole, so that no money is lost or counted twice: what porsi leaves open stays
    "belum dipetakan", porsi above 100 in all are taken in proportion.
    """
    peta: defaultdict[str, defaultdict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for row in kinerja.records("program"):
        if row["sasaran"]:
            porsi = Fraction(100) if row["porsi"] is None else max(Fraction(row["porsi"]), Fraction(0))
            peta[row["kode"]][row["sasaran"]] += porsi / 100
    return {kode: _fill_porsi(bagian) for kode, bagian in peta.items()}


def _fill_porsi(bagian: dict[str, Fraction]) -> list[tuple[str, Fraction]]:
    jumlah = sum(bagian.values(), Fraction(0))
    shares = [(kode, porsi / max(jumlah, Fraction(1))) for kode, porsi in bagian.items() if porsi]
    sisa = [(BELUM_DIPETAKAN, 1 - jumlah)] if jumlah < 1 else []
    return sorted(shares, key=lambda s: (natural_key(s[0]), s[0])) + sisa


def find_sasaran(kode: str, peta: dict[str, list[tuple[str, Fraction]]]) -> list[tuple[str, Fraction]]:
    """Whom a budget line serves: the mapping of its deepest mapped ancestor (itself first), [] where none is."""
    for prefix in reversed(_prefixes(kode)):
        if prefix in peta:
            return peta[prefix]
    return []


def spread_sasaran(
    daun: list[dict[str, Any]], peta: dict[str, list[tuple[str, Fraction]]], sasaran: list[str], penunjang: str
) -> dict[str, Uang]:
    """Money by sasaran, then penunjang and what is not mapped; penunjang "dibagi" is spread by ceiling."""
    groups = dict.fromkeys([*sorted(sasaran, key=natural_key), PENUNJANG, BELUM_DIPETAKAN], NOL)
    for row in daun:
        for kode, porsi in find_sasaran(row["kode"], peta) or [(BELUM_DIPETAKAN, Fraction(1))]:
            tujuan = kode if kode in groups else BELUM_DIPETAKAN
            groups[tujuan] = groups[tujuan] + _uang(row).share(porsi)
    inti = sum_uang(uang for kode, uang in groups.items() if kode not in NAMA_LAIN).pagu
    if penunjang == "dibagi" and inti:
        bersama = groups.pop(PENUNJANG)
        groups = {k: u if k in NAMA_LAIN else u + bersama.share(u.pagu / inti) for k, u in groups.items()}
    return {k: u for k, u in groups.items() if k not in NAMA_LAIN or u != NOL}


def _make_angka(uang: Uang) -> dict[str, Any]:
    pagu, realisasi = print_rupiah(uang.pagu), print_rupiah(uang.realisasi)
    return {
        "pagu": pagu,
        "realisasi_anggaran": realisasi,
        "sisa": pagu - realisasi,
        "persen": print_angka(penyerapan(uang.pagu, uang.realisasi)),
    }


def _make_baris(row: dict[str, Any], sasaran: list[tuple[str, Fraction]]) -> AnggaranHasil:
    return AnggaranHasil(
        kode=row["kode"],
        level=row["level"],
        uraian=row["uraian"] or "",
        sasaran=", ".join(kode for kode, _ in sasaran if kode != BELUM_DIPETAKAN) or None,
        **_make_angka(_uang(row)),
    )


def _make_rincian(row: dict[str, Any], asal: Asal) -> AnggaranRincian:
    return AnggaranRincian(
        kode=row["kode"],
        pagu_murni=_optional(row["pagu_murni"]),
        pagu_perubahan=_optional(row["pagu_perubahan"]),
        sumber=asal.find("anggaran", row["kode"], "pagu_murni", "pagu_perubahan", "pagu", "realisasi_anggaran"),
    )


def _optional(value: Decimal | None) -> Decimal | None:
    return None if value is None else print_rupiah(value)


def _sum_kolom(daun: list[dict[str, Any]], kolom: str) -> Decimal | None:
    """The sum of a column over the leaves; None where there are none or one of them lacks it."""
    nilai = [Fraction(row[kolom]) for row in daun if row[kolom] is not None]
    return print_rupiah(sum(nilai, Fraction(0))) if nilai and len(nilai) == len(daun) else None


def _make_kelompok(jenis: str, kode: str, uraian: str, uang: Uang) -> KelompokAnggaran:
    return KelompokAnggaran(jenis=jenis, kode=kode, uraian=uraian, **_make_angka(uang))


def _group_level(
    rows: list[dict[str, Any]], daun: list[dict[str, Any]], level: str, jenis: str
) -> list[KelompokAnggaran]:
    """Sums of the leaves below each line of a level; the line's own uraian names the group."""
    groups = []
    for row in rows:
        if row["level"] == level:
            bawah = [d for d in daun if d["kode"] == row["kode"] or d["kode"].startswith(row["kode"] + ".")]
            groups.append(_make_kelompok(jenis, row["kode"], row["uraian"] or "", sum_uang(map(_uang, bawah))))
    return groups
