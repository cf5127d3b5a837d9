"""Budget of the district: the same code in several agencies is one row, sums are exact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lakip_lib.measures.daerah.bahan import Sumbangan
from lakip_lib.measures.daerah.hasil import AnggaranDaerah, BarisAnggaran, InstansiDaerah, TotalDaerah
from lakip_lib.measures.pembulatan import print_angka, print_rupiah
from lakip_lib.urutan import natural_key


def sum_uang(pasangan: Iterable[tuple[Decimal, Decimal]]) -> dict[str, Any]:
    """Pagu, realisasi, sisa and persen of a sum of (pagu, realisasi)."""
    daftar = list(pasangan)
    pagu = sum((Fraction(p) for p, _ in daftar), Fraction(0))
    realisasi = sum((Fraction(r) for _, r in daftar), Fraction(0))
    return {
        "pagu": print_rupiah(pagu),
        "realisasi_anggaran": print_rupiah(realisasi),
        "sisa": print_rupiah(pagu - realisasi),
        "persen": print_angka(realisasi / pagu * 100 if pagu else None),
    }


def sum_total(daftar: Sequence[InstansiDaerah]) -> TotalDaerah:
    """The budget of all agencies whose figures count."""
    ada = [(i.pagu, i.realisasi_anggaran) for i in daftar if i.pagu is not None and i.realisasi_anggaran is not None]
    return TotalDaerah(**sum_uang(ada))


def list_rincian(sumbangan: Sequence[Sumbangan]) -> tuple[BarisAnggaran, ...]:
    """Each agency's part in each code, by level and code."""
    baris = [
        BarisAnggaran.model_validate(
            {"instansi": s.kode, "level": level, "kode": kode, "pagu": uang[0], "realisasi_anggaran": uang[1]}
        )
        for s in sumbangan
        for (level, kode), uang in s.anggaran.items()
    ]
    return tuple(sorted(baris, key=lambda b: (b.level, natural_key(b.kode), b.kode)))


def group_anggaran(level: str, sumbangan: Sequence[Sumbangan]) -> tuple[AnggaranDaerah, ...]:
    """One row a code of that level in the order of codes; it bears the name that most agencies give it."""
    uang: defaultdict[str, list[tuple[Decimal, Decimal]]] = defaultdict(list)
    nama: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for satu in sumbangan:
        for (milik, kode), angka in satu.anggaran.items():
            if milik == level:
                uang[kode].append(angka)
                nama[kode][satu.uraian[milik, kode]] += 1
    return tuple(
        AnggaranDaerah(
            kode=kode,
            uraian=min(nama[kode], key=lambda u: (-nama[kode][u], u)),
            instansi=len(uang[kode]),
            **sum_uang(uang[kode]),
        )
        for kode in sorted(uang, key=lambda k: (natural_key(k), k))
    )
