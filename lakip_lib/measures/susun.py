"""All figures of one agency-year at once, and hasil.json as promised (PROMISES §6)."""

import json
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from lakip_lib.formats import format_angka
from lakip_lib.istilah import is_setahun
from lakip_lib.measures.anggaran import compute_anggaran
from lakip_lib.measures.asal import Asal
from lakip_lib.measures.bahan import gather_bahan
from lakip_lib.measures.hasil import Hasil, PitaHasil, Rincian
from lakip_lib.measures.indikator import IndikatorLengkap, compute_indikator
from lakip_lib.measures.lalu import list_lalu
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.sasaran import (
    SasaranLengkap,
    compute_instansi,
    compute_rerata,
    compute_sasaran,
    list_efisiensi,
    list_kuadran,
    list_rekap,
    mean_instansi,
)
from lakip_lib.measures.skala import Skala, get_skala
from lakip_lib.measures.triwulan import count_triwulan
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan
from lakip_lib.urutan import natural_key

WARNA_SKALA = ("#B2182B", "#EF8A62", "#E6C65C", "#7FB6D6", "#2166AC")  # lowest to highest, told apart by all


def compute_hasil(kinerja: Kinerja, settings: Instansi, periode: str = "tahunan") -> Hasil:
    """Every figure of an agency-year for a period, computed once from the tidy tables."""
    skala = get_skala(settings.pengaturan.skala)
    asal = Asal(kinerja)
    batas = None if settings.pengaturan.batas is None else Fraction(settings.pengaturan.batas)
    items = [
        compute_indikator(bahan, settings, skala, asal, periode) for bahan in gather_bahan(kinerja, settings, periode)
    ]
    anggaran = compute_anggaran(kinerja, settings, asal)
    rows = sorted(kinerja.records("sasaran"), key=lambda row: natural_key(row["kode"]))
    bobot = {row["kode"]: row["bobot"] for row in kinerja.records("indikator")}
    sasaran, kelompok, setahun = [], [], is_setahun(periode)
    for row in rows:
        own = [item for item in items if item.hasil.sasaran == row["kode"]]
        weights = [None if bobot[i.hasil.kode] is None else Fraction(bobot[i.hasil.kode]) for i in own]
        kelompok.append((own, weights, None if row["bobot"] is None else Fraction(row["bobot"])))
        uang = anggaran.sasaran.get(row["kode"])
        uang = uang if uang and (uang.pagu or uang.realisasi) else None
        metode = settings.pengaturan.efisiensi
        sasaran.append(compute_sasaran(row, own, weights, uang, skala, metode, batas, setahun=setahun))
    return Hasil(
        tahun=settings.periode.tahun,
        periode=periode,
        instansi={"kode": settings.instansi.kode, "nama": settings.instansi.nama},
        pengaturan=list_pengaturan(settings),
        indikator=tuple(item.hasil for item in items),
        sasaran=tuple(s.hasil for s in sasaran),
        instansi_capaian=compute_instansi(items, sasaran, settings.pengaturan.rata_instansi, skala),
        anggaran=anggaran.baris,
        anggaran_total=anggaran.total,
        temuan=tuple(kinerja.records("temuan")),
        rincian=Rincian(
            indikator=tuple(item.rincian for item in items),
            skala=list_skala(skala),
            rekap=list_rekap(items, skala),
            triwulan=tuple(
                count_triwulan(row["kode"], [i.rincian for i in own])
                for row, (own, _, _) in zip(rows, kelompok, strict=True)
            ),
            kelompok=anggaran.kelompok,
            anggaran=anggaran.rincian,
            anggaran_murni=anggaran.murni,
            anggaran_perubahan=anggaran.perubahan,
            efisiensi=list_efisiensi(sasaran, batas) if setahun else (),
            kuadran=list_kuadran(sasaran) if setahun else (),
            **_list_rata(items, sasaran),
            **(list_lalu(items, kelompok, settings.pengaturan.rata_instansi) if periode == "tahunan" else {}),
        ),
    )


def _list_rata(items: list[IndikatorLengkap], sasaran: list[SasaranLengkap]) -> dict[str, Any]:
    """The agency's mean by each way of taking it, raw and capped."""
    semua = compute_rerata(items, [None] * len(items))
    both = {cara: mean_instansi(semua, sasaran, cara) for cara in ("sasaran", "indikator")}
    return {
        "instansi_cara_lain": {cara: print_angka(capped) for cara, (capped, _) in both.items()},
        "instansi_tanpa_batas": {cara: print_angka(raw) for cara, (_, raw) in both.items()},
    }


def list_pengaturan(settings: Instansi) -> dict[str, Any]:
    """The settings that shaped the figures, as plain JSON values; numbers as strings."""
    return to_plain(settings.pengaturan.model_dump())


def list_skala(skala: Skala) -> tuple[PitaHasil, ...]:
    """The bands of the scale, lowest first, each with its printed interval and its colour."""
    pita = list(reversed(skala.pita))
    atas = [p.batas_bawah for p in pita[1:]] + [None]
    return tuple(
        PitaHasil(
            label=p.label,
            batas_bawah=p.batas_bawah,
            termasuk_batas=p.termasuk_batas,
            batas_atas=batas,
            interval=skala.interval(p),
            warna=WARNA_SKALA[_pick_warna(n, len(pita))],
        )
        for n, (p, batas) in enumerate(zip(pita, atas, strict=True))
    )


def _pick_warna(n: int, jumlah: int) -> int:
    return 0 if jumlah < 2 else n * (len(WARNA_SKALA) - 1) // (jumlah - 1)


def to_plain(value: Any) -> Any:
    """A value as JSON holds it: decimals as plain strings, enums as their text, tuples as lists."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {str(k): to_plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(v) for v in value]
    return str(value) if isinstance(value, StrEnum) else value


def with_temuan(hasil: Hasil, temuan: Iterable[Temuan]) -> Hasil:
    """A copy whose findings are these."""
    return hasil.model_copy(update={"temuan": tuple(t.as_dict() for t in temuan)})


def promise_hasil(hasil: Hasil) -> dict[str, Any]:
    """The promised part of Hasil as plain JSON values: figures are strings with a dot, or null."""
    return dict(to_plain(hasil.model_dump(exclude={"rincian"})))


def dump_json(data: Any) -> str:
    """Canonical JSON text: UTF-8 characters as they are, keys sorted, one space of indent, "\\n" at the end."""
    return json.dumps(to_plain(data), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def dump_hasil(hasil: Hasil) -> str:
    """hasil.json."""
    return dump_json(promise_hasil(hasil))


def dump_lengkap(hasil: Hasil) -> str:
    """Hasil with its rincian, from which `load_lengkap` makes the same Hasil again."""
    return dump_json(hasil.model_dump())


def load_lengkap(teks: str) -> Hasil:
    """The Hasil that `dump_lengkap` wrote."""
    return Hasil.model_validate_json(teks)


def describe_batas(hasil: Hasil) -> str:
    """The cap in words: "120%" or "tanpa batas"."""
    batas = hasil.pengaturan["batas_capaian"]
    return "tanpa batas" if batas == "tanpa" else f"{format_angka(Decimal(batas))}%"
