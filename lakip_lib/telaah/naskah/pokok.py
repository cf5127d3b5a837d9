"""What a sentence may speak of, and the figures that the report has of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from lakip_lib.formats import format_persen, format_rupiah
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import AnggaranHasil, IndikatorHasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.rujukan import format_nilai

_RATA = r"rata\s?-?\s?rata"
_CAPAIAN = r"(?:pen)?capaian(?:\s+kinerja)?"
POLA_RATA = re.compile(
    rf"\b(?:{_RATA}\s+(?:persentase\s+|tingkat\s+|nilai\s+)?(?:{_CAPAIAN}|kinerja)|{_CAPAIAN}\s+{_RATA}"
    rf"|secara\s+(?:keseluruhan|umum),?\s+{_CAPAIAN}"
    r"|(?:pen)?capaian\s+kinerja\s+(?:dinas|badan|instansi|organisasi|kantor|puskesmas))\b",
    re.IGNORECASE,
)
POLA_ANGGARAN = re.compile(
    r"\b(?:realisasi\s+(?:anggaran|belanja|keuangan)|(?:penyerapan|serapan)(?:\s+anggaran)?|sisa\s+(?:anggaran|pagu)"
    r"|pagu(?:\s+anggaran)?|(?:total|jumlah)\s+anggaran|anggaran\s+(?:yang\s+)?(?:terserap|terealisasi))\b",
    re.IGNORECASE,
)
KATA_MIN = 2  # a name of one word ("Produksi") may stand for anything


class Jenis(StrEnum):
    """Kinds of what a sentence speaks of."""

    ANGGARAN = "anggaran"
    RATA = "rata"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"


@dataclass(frozen=True)
class Pokok:
    """One thing that sentences name: how, its figures (percent, rupiah, plain), and what the report says in words."""

    jenis: Jenis
    pola: re.Pattern[str]
    persen: frozenset[Decimal]
    uang: frozenset[Decimal]
    kata_persen: str
    kata_uang: str = ""
    bagian: frozenset[Decimal] = frozenset()  # percentages of the parts, which a text on them may mean
    indikator: IndikatorHasil | None = None
    tahun: frozenset[int] = frozenset()  # the years that the report has figures of


def list_pokok(hasil: Hasil) -> list[Pokok]:
    """The agency's mean and budget, and each sasaran, indikator and budget line that has a name of its own."""
    return [
        _make_rata(hasil),
        _make_anggaran(hasil),
        *_list_sasaran(hasil),
        *(_make_indikator(hasil, item) for item in hasil.indikator),
        *_list_program(hasil),
    ]


def _numbers(*values: Decimal | None) -> frozenset[Decimal]:
    return frozenset(v for v in values if v is not None)


def _make_rata(hasil: Hasil) -> Pokok:
    rincian, ini = hasil.rincian, hasil.instansi_capaian
    cara = (*rincian.instansi_cara_lain.values(), *rincian.instansi_tanpa_batas.values())
    kata = f"{format_persen(ini.capaian)} (rata-rata {ini.cara})"
    persen = _numbers(ini.capaian, ini.capaian_mentah, rincian.instansi_lalu, *cara)
    bagian = _numbers(*(x for s in hasil.sasaran for x in (s.capaian, s.capaian_mentah)))
    return Pokok(Jenis.RATA, POLA_RATA, persen, frozenset(), kata, bagian=bagian)


def _make_anggaran(hasil: Hasil) -> Pokok:
    total = hasil.anggaran_total
    return Pokok(
        Jenis.ANGGARAN,
        POLA_ANGGARAN,
        _with_rest(total.persen),
        _all_money(hasil),
        f"penyerapan {format_persen(total.persen)}",
        _say_uang(total.pagu, total.realisasi_anggaran, total.sisa),
    )


def _with_rest(persen: Decimal | None) -> frozenset[Decimal]:
    """A share and what is left of it."""
    return frozenset() if persen is None else frozenset({persen, 100 - persen})


def _all_money(hasil: Hasil) -> frozenset[Decimal]:
    """Totals, and the ceilings of the highest lines as they were at first."""
    total = hasil.anggaran_total
    teratas = {a.kode for a in hasil.anggaran if a.level == hasil.anggaran[0].level}
    awal = [(r.pagu_murni, r.pagu_perubahan) for r in hasil.rincian.anggaran if r.kode in teratas]
    murni = [sum((x or Decimal(0) for x in kolom), Decimal(0)) for kolom in zip(*awal, strict=True)]
    return _numbers(total.pagu, total.realisasi_anggaran, total.sisa, *murni)


def _say_uang(pagu: Decimal | None, realisasi: Decimal | None, sisa: Decimal | None = None) -> str:
    bagian = [("pagu", pagu), ("realisasi", realisasi), ("sisa", sisa)]
    return ", ".join(f"{nama} {format_rupiah(nilai)}" for nama, nilai in bagian if nilai is not None)


def _list_sasaran(hasil: Hasil) -> Iterator[Pokok]:
    for s in hasil.sasaran:
        pola = compile_names([s.uraian], kode=s.kode, awalan=r"sasaran(?:\s+strategis)?\s+")
        sisa = None if None in (s.pagu, s.realisasi_anggaran) else (s.pagu or 0) - (s.realisasi_anggaran or Decimal(0))
        yield Pokok(
            Jenis.SASARAN,
            pola,
            _numbers(s.capaian, s.capaian_mentah, s.efisiensi) | _with_rest(s.penyerapan),
            _numbers(s.pagu, s.realisasi_anggaran, sisa),
            f"capaian {format_persen(s.capaian)}, penyerapan {format_persen(s.penyerapan)}",
            _say_uang(s.pagu, s.realisasi_anggaran, sisa),
        )


def _make_indikator(hasil: Hasil, item: IndikatorHasil) -> Pokok:
    rincian = hasil.get_rincian(item.kode)
    agensi = re.escape(hasil.instansi.get("nama", ""))
    nama = [item.nama, re.sub(rf"\s+{agensi}$", "", item.nama) if agensi else item.nama]
    if singkat := re.search(r"\s*\(([A-Z][A-Za-z]+)\)", item.nama):
        nama += [item.nama.replace(singkat[0], ""), f"{item.nama.split()[0]} {singkat[1]}"]
    kata = f"target {format_nilai(item.target)}, realisasi {format_nilai(item.realisasi)}, "
    return Pokok(
        Jenis.INDIKATOR,
        compile_names(nama, kode=item.kode),
        frozenset(
            collect_numbers([item.model_dump(exclude={"kode", "nama", "sumber"}), rincian.model_dump(exclude={"kode"})])
        ),
        frozenset(),
        f"{kata}capaian {format_persen(item.capaian)}",
        indikator=item,
        tahun=frozenset({hasil.tahun, *(t.tahun for t in rincian.lintas_tahun), *rincian.target_renstra}),
    )


def collect_numbers(data: Any) -> Iterator[Decimal]:
    """Every figure below `data`, of texts those that are wholly a target or realisasi."""
    if isinstance(data, Decimal):
        yield data
    elif isinstance(data, str):
        nilai = parse_nilai(data) if re.fullmatch(r"[-\d.]+|[A-Z]{1,3} \(\d+(?:\.\d+)?\)", data) else None
        for pecahan in (*((nilai.rentang or ()) if nilai else ()), nilai.besaran if nilai else None):
            if pecahan is not None:
                yield Decimal(pecahan.numerator) / Decimal(pecahan.denominator)
    elif isinstance(data, dict | list | tuple):
        for isi in data.values() if isinstance(data, dict) else data:
            yield from collect_numbers(isi)


def _list_program(hasil: Hasil) -> Iterator[Pokok]:
    """Budget lines above the accounts whose name only they have."""
    murni = {r.kode: (r.pagu_murni, r.pagu_perubahan) for r in hasil.rincian.anggaran}
    sama = Counter(a.uraian.casefold() for a in hasil.anggaran)
    for a in hasil.anggaran:
        if a.level != "akun" and sama[a.uraian.casefold()] == 1 and len(a.uraian.split()) > KATA_MIN:
            yield _make_program(a, murni.get(a.kode, ()))


def _make_program(a: AnggaranHasil, murni: Iterable[Decimal | None]) -> Pokok:
    return Pokok(
        Jenis.PROGRAM,
        compile_names([a.uraian]),
        _with_rest(a.persen),
        _numbers(a.pagu, a.realisasi_anggaran, a.sisa, *murni),
        f"penyerapan {format_persen(a.persen)}",
        _say_uang(a.pagu, a.realisasi_anggaran, a.sisa),
    )


def compile_names(names: Iterable[str], kode: str = "", awalan: str = "") -> re.Pattern[str]:
    """A pattern of names of two words and more, and of a kode (after `awalan`), longest first."""
    pola = {r"\s+".join(map(re.escape, n.split())) for n in names if len(n.split()) >= KATA_MIN}
    if re.search("[A-Za-z]", kode):  # "1.1" may be any number
        pola.add(awalan + re.escape(kode) + r"(?![.\-]?\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(pola, key=len, reverse=True)) or '(?!)'})(?!\w)", re.IGNORECASE)
