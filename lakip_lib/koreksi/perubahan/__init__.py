"""The numbers changelog between two drafts: which figure moved, from what to what, because of which cell (R31)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lakip_lib.formats import KOSONG
from lakip_lib.koreksi.perubahan.angka import BAYANGAN, Angka, extend_hasil, list_angka, print_nilai
from lakip_lib.koreksi.perubahan.sumber import Keadaan, Sebab, Ubahan, apply_pengaturan, list_ubahan
from lakip_lib.measures import Hasil, compute_hasil, promise_hasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi

LAIN = Sebab("lain", "perubahan di luar isian dan [pengaturan], misalnya versi program atau [periode]", KOSONG, KOSONG)


@dataclass(frozen=True)
class Draf:
    """A draft as it was kept: its version ("1.2"), hasil.json, and the tidy tables (`Kinerja.load` of kinerja/)."""

    versi: str
    hasil: Mapping[str, Any]
    kinerja: Kinerja


@dataclass(frozen=True)
class Perubahan:
    """One figure that moved, or an indikator, sasaran or budget line that came or went.

    ref: "indikator/IKU-1/capaian" (a path of hasil.json; quarters and earlier years as "indikator/IKU-1/triwulan/TW3/
    realisasi", ".../tahun/2023/capaian"), "indikator/IKU-1" for one that came or went; jenis: berubah, ditambah, dihapus;
    lama and baru as printed, the `mentah` ones as they stand in hasil.json; sebab: the roots that moved it.
    """

    ref: str
    label: str
    jenis: str
    lama: str
    baru: str
    lama_mentah: str | None
    baru_mentah: str | None
    sebab: tuple[Sebab, ...]


def compare_draf(lama: Draf, baru: Draf, settings: Instansi) -> tuple[Perubahan, ...]:
    """All figures that moved from one draft to the next, the agency's first; figures that stayed are not listed.

    Why is found by computing: each change is put back on its own, and a figure moved because of those changes without
    which it would stand otherwise. `settings` are the agency's; [pengaturan] is taken from each draft's hasil.json.
    """
    awal, akhir = (Keadaan.read(d.kinerja, d.hasil["pengaturan"]) for d in (lama, baru))
    periode = str(baru.hasil["periode"])
    hitung = [_compute(k, d.kinerja, settings, periode) for k, d in ((awal, lama), (akhir, baru))]
    data = [extend_hasil(d.hasil, h) for d, h in zip((lama, baru), hitung, strict=True)]
    a, b = ({x.ref: x for x in list_angka(d)} for d in data)
    bergerak = _list_moved(a, b)
    if not bergerak and _list_butir(lama.hasil) == _list_butir(baru.hasil):
        return ()
    ubahan = list_ubahan(awal, akhir)
    akibat = [_find_moved(akhir, awal, u, hitung[1], baru.kinerja, settings) for u in ubahan]
    belum = [ref for ref in bergerak if not any(ref in x for x in akibat)]
    if belum:  # two changes that hide each other: what does each alone do to the old draft?
        maju = [_find_moved(awal, akhir, u, hitung[0], lama.kinerja, settings) for u in ubahan]
        akibat = [x | (y & set(belum)) for x, y in zip(akibat, maju, strict=True)]
    hasil = [_make_perubahan(a[ref], b[ref], data, hitung, _find_sebab(ref, ubahan, akibat)) for ref in bergerak]
    return (*_list_datang_pergi(lama.hasil, baru.hasil, ubahan), *hasil)


def _compute(keadaan: Keadaan, dasar: Kinerja, settings: Instansi, periode: str) -> Hasil:
    return compute_hasil(keadaan.make_kinerja(dasar), apply_pengaturan(settings, keadaan.pengaturan), periode)


def _list_moved(a: Mapping[str, Angka], b: Mapping[str, Angka]) -> list[str]:
    """References to figures of both drafts with another value, in the order of the new one."""
    beda = [ref for ref in b if ref in a and a[ref].nilai != b[ref].nilai]
    return [ref for ref in beda if not _is_bayangan(ref, set(beda))]


def _is_bayangan(ref: str, beda: set[str]) -> bool:
    """Whether a figure only repeats that the capaian of its indikator moved."""
    atas, _, bidang = ref.rpartition("/")
    return ref.startswith("indikator/") and bidang in BAYANGAN and f"{atas}/capaian" in beda


def _find_moved(
    dari: Keadaan, lain: Keadaan, ubahan: Ubahan, hitung: Hasil, dasar: Kinerja, settings: Instansi
) -> set[str]:
    """The figures that one change moves, taken alone."""
    semula, kini = (
        {x.ref: x.nilai for x in list_angka(extend_hasil(promise_hasil(h), h))}
        for h in (hitung, _compute(dari.put(lain, ubahan), dasar, settings, hitung.periode))
    )
    return {ref for ref in semula if kini.get(ref) != semula[ref]}


def _find_sebab(ref: str, ubahan: list[Ubahan], akibat: list[set[str]]) -> tuple[Sebab, ...]:
    sebab = [s for u, refs in zip(ubahan, akibat, strict=True) if ref in refs for s in u.sebab]
    return tuple(dict.fromkeys(sebab)) or (LAIN,)


def _make_perubahan(
    a: Angka, b: Angka, data: list[dict[str, Any]], hitung: list[Hasil], sebab: tuple[Sebab, ...]
) -> Perubahan:
    lama, baru = (print_nilai(d, x, h) for d, x, h in zip(data, (a, b), hitung, strict=True))
    return Perubahan(b.ref, b.label, "berubah", lama, baru, _raw(a.nilai), _raw(b.nilai), sebab)


def _raw(nilai: Any) -> str | None:
    return None if nilai is None else str(nilai)


def _list_butir(hasil: Mapping[str, Any]) -> dict[str, str]:
    """What has a kode, with its name."""
    nama = {"sasaran": "uraian", "indikator": "nama", "anggaran": "uraian"}
    return {f"{jenis}/{i['kode']}": f"{i['kode']} {i[kolom]}" for jenis, kolom in nama.items() for i in hasil[jenis]}


def _list_datang_pergi(lama: Mapping[str, Any], baru: Mapping[str, Any], ubahan: list[Ubahan]) -> list[Perubahan]:
    """Sasaran, indikator and budget lines that stand in one draft only."""
    a, b = _list_butir(lama), _list_butir(baru)
    kata = {"sasaran": "Sasaran", "indikator": "Indikator", "anggaran": "Baris anggaran"}
    hasil = []
    for ref in [r for r in {**b, **a} if (r in a) != (r in b)]:
        jenis, _, kode = ref.partition("/")
        sebab = tuple(
            s for u in ubahan if any(t == jenis and k == kode and c is None for t, k, c in u.sel) for s in u.sebab
        )
        apa = ("ditambah", KOSONG, "ada") if ref in b else ("dihapus", "ada", KOSONG)
        label = f"{kata[jenis]} {b.get(ref) or a[ref]}"
        hasil.append(Perubahan(ref, label, *apa, None, None, tuple(dict.fromkeys(sebab)) or (LAIN,)))
    return hasil


__all__ = ["Draf", "Perubahan", "Sebab", "compare_draf"]
