"""The numbers changelog between two drafts: which figure moved, from what to what, because of which cell (R31)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lakip_lib.formats import KOSONG
from lakip_lib.koreksi.perubahan.angka import list_angka, print_nilai
from lakip_lib.koreksi.perubahan.rinci import Angka
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


@dataclass(frozen=True)
class Hitungan:
    """How a state of the inputs becomes figures."""

    dasar: Kinerja
    settings: Instansi
    periode: str

    def compute(self, keadaan: Keadaan) -> Hasil:
        """The figures of a state."""
        settings = apply_pengaturan(self.settings, keadaan.pengaturan)
        return compute_hasil(keadaan.make_kinerja(self.dasar), settings, self.periode)

    def list_akibat(self, dari: Keadaan, lain: Keadaan, ubahan: list[Ubahan]) -> list[set[str]]:
        """What each change, put back alone, moves."""
        semula, *kini = (self._list_nilai(k) for k in (dari, *(dari.put(lain, u) for u in ubahan)))
        return [{ref for ref in {*semula, *satu} if satu.get(ref) != semula.get(ref)} for satu in kini]

    def _list_nilai(self, keadaan: Keadaan) -> dict[str, Any]:
        hitung = self.compute(keadaan)
        return {x.ref: x.nilai for x in list_angka(promise_hasil(hitung), hitung)}


def compare_draf(lama: Draf, baru: Draf, settings: Instansi) -> tuple[Perubahan, ...]:
    """All figures that moved from one draft to the next, the agency's first; figures that stayed are not listed.

    Why is found by computing: each change is put back on its own, and a figure moved because of those changes without
    which it would stand otherwise. `settings` are the agency's; [pengaturan] is taken from each draft's hasil.json.
    """
    awal, akhir = (Keadaan.read(d.kinerja, d.hasil["pengaturan"]) for d in (lama, baru))
    cara = [Hitungan(d.kinerja, settings, str(baru.hasil["periode"])) for d in (lama, baru)]
    hitung = [c.compute(k) for c, k in zip(cara, (awal, akhir), strict=True)]
    a, b = ({x.ref: x for x in list_angka(d.hasil, h)} for d, h in zip((lama, baru), hitung, strict=True))
    bergerak = _list_moved(a, b, set(_list_butir(lama.hasil)) ^ set(_list_butir(baru.hasil)))
    if not bergerak and _list_butir(lama.hasil) == _list_butir(baru.hasil):
        return ()
    ubahan = list_ubahan(awal, akhir)
    akibat = _list_akibat(cara[1], akhir, awal, ubahan, {ref for ref, x, y in bergerak if _is_bagian(ref, x, y)})
    belum = {ref for ref, *_ in bergerak if not any(ref in x for x in akibat)}
    if belum:  # two changes that hide each other: what does each alone do to the old draft?
        maju = cara[0].list_akibat(awal, akhir, ubahan)
        akibat = [x | (y & belum) for x, y in zip(akibat, maju, strict=True)]
    data = list(zip((lama.hasil, baru.hasil), hitung, strict=True))
    return (
        *_list_datang_pergi(lama.hasil, baru.hasil, ubahan),
        *(_make_perubahan(x, y, data, _find_sebab(ref, ubahan, akibat)) for ref, x, y in bergerak),
    )


def _list_akibat(
    cara: Hitungan, dari: Keadaan, lain: Keadaan, ubahan: list[Ubahan], bagian: set[str]
) -> list[set[str]]:
    """What each change moves; of quarters' own figures (`bagian`), what it moves of them by themselves.

    One of them put back alone contradicts the year and all quarters' capaian vanish, so that each of them, and the cell
    of the year, would seem to have moved the capaian of any.
    """
    akibat = cara.list_akibat(dari, lain, ubahan)
    if not bagian:
        return akibat
    sendiri = cara.list_akibat(dari.forget_year(), lain.forget_year(), ubahan)
    terjawab = bagian & set().union(*sendiri)
    return [(x - terjawab) | (y & terjawab) for x, y in zip(akibat, sendiri, strict=True)]


def _is_bagian(ref: str, lama: Angka, baru: Angka) -> bool:
    """Whether it is a quarter's figure that stands in both drafts: the year decides only whether it stands at all."""
    return ref.startswith("indikator/") and "/triwulan/" in ref and None not in (lama.nilai, baru.nilai)


def _list_moved(
    a: Mapping[str, Angka], b: Mapping[str, Angka], datang_pergi: set[str]
) -> list[tuple[str, Angka, Angka]]:
    """The figures with another value, in the order of the new draft, each with both; those that repeat one are left out.

    A figure that only one draft has moved from or to nothing, unless it came or went with its whole indikator or line.
    """
    nilai = {ref: (_get(a, ref), _get(b, ref)) for ref in (*b, *a)}
    hasil = []
    for ref, (lama, baru) in nilai.items():
        satu = b.get(ref) or a[ref]
        sama = any(nilai.get(c) == (lama, baru) for c in satu.cermin)
        if lama != baru and not sama and not any(ref.startswith(f"{butir}/") for butir in datang_pergi):
            hasil.append((ref, satu._replace(nilai=lama), satu._replace(nilai=baru)))
    return hasil


def _get(angka: Mapping[str, Angka], ref: str) -> Any:
    return angka[ref].nilai if ref in angka else None


def _find_sebab(ref: str, ubahan: list[Ubahan], akibat: list[set[str]]) -> tuple[Sebab, ...]:
    sebab = [s for u, refs in zip(ubahan, akibat, strict=True) if ref in refs for s in u.sebab]
    return tuple(dict.fromkeys(sebab)) or (LAIN,)


def _make_perubahan(
    a: Angka, b: Angka, data: list[tuple[Mapping[str, Any], Hasil]], sebab: tuple[Sebab, ...]
) -> Perubahan:
    lama, baru = (print_nilai(hasil, x, hitung) for x, (hasil, hitung) in zip((a, b), data, strict=True))
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
