"""Lines completed or cut after they are put together: headings without amounts, and the state at a quarter's end."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lakip_lib.intake.lra.bentuk import NOL, PAGU, REALISASI, UANG, Asal, BarisAnggaran
from lakip_lib.intake.lra.pesan import build_temuan
from lakip_lib.intake.lra.seri import URUTAN
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

Baris = tuple[BarisAnggaran, ...]


def fill_headings(baris: Baris) -> tuple[Baris, list[Temuan]]:
    """Headings that print no amount at all get the sum of their children, with the children's cells; noted once."""
    hasil = list(baris)
    anak: dict[int, list[int]] = {}
    for i, b in enumerate(baris):
        if b.induk is not None:
            anak.setdefault(b.induk, []).append(i)
    terisi = []
    for i in sorted(anak, key=lambda n: -_depth(baris, n)):
        if all(hasil[i].get_nilai(k) is None for k in UANG):
            hasil[i] = _sum_children(hasil[i], [hasil[j] for j in anak[i]])
            terisi.append(i)
    berangka = sorted(i for i in terisi if any(hasil[i].get_nilai(k) is not None for k in UANG))
    return tuple(hasil), [_note(hasil, berangka)] if berangka else []


def cut_baris(baris: Baris, sampai: str) -> Baris:
    """The lines as they stood at the end of that month or quarter, where their realisasi is told by part of the year."""
    return tuple(_cut(b, sampai) for b in baris)


def is_late(periode: str | None, sampai: str | None) -> bool:
    """Whether a part of the year lies after `sampai`."""
    return sampai is not None and URUTAN.get(periode or "", -1) > URUTAN[sampai]


def _depth(baris: Sequence[BarisAnggaran], i: int) -> int:
    dalam, induk = 0, baris[i].induk
    while induk is not None:
        dalam, induk = dalam + 1, baris[induk].induk
    return dalam


def _sum_children(b: BarisAnggaran, anak: Sequence[BarisAnggaran]) -> BarisAnggaran:
    jumlah: dict[str, Decimal] = {}
    asal = dict(b.asal)
    for kolom in UANG:
        berisi = [a for a in anak if a.get_nilai(kolom) is not None]
        if berisi:
            jumlah[kolom] = sum((a.get_nilai(kolom) or NOL for a in berisi), NOL)
            asal[kolom] = _join(berisi, kolom)
    periode = {p: sum((a.periode.get(p, NOL) for a in anak), NOL) for a in anak for p in a.periode}
    for p in periode:
        asal[p] = _join([a for a in anak if p in a.periode], p)
    murni, perubahan = jumlah.get("pagu_murni"), jumlah.get("pagu_perubahan")
    return replace(
        b, pagu=jumlah.get(PAGU), realisasi_anggaran=jumlah.get(REALISASI), pagu_murni=murni,
        pagu_perubahan=perubahan, periode=periode, asal=asal,
    )  # fmt: skip


def _join(anak: Sequence[BarisAnggaran], kolom: str) -> tuple[Asal, ...]:
    return tuple(sel for a in anak for sel in a.asal.get(kolom, ()))


def _cut(b: BarisAnggaran, sampai: str) -> BarisAnggaran:
    if not any(is_late(p, sampai) for p in b.periode):
        return b
    periode = {p: v for p, v in b.periode.items() if not is_late(p, sampai)}
    asal = {k: v for k, v in b.asal.items() if not is_late(k, sampai)}
    asal[REALISASI] = tuple(sel for p in periode for sel in b.asal.get(p, ()))
    jumlah = sum(periode.values(), NOL)  # what is printed beside the year's realisasi says nothing of this sum
    return replace(b, realisasi_anggaran=jumlah, periode=periode, tercetak={}, asal=asal)


def _note(baris: Sequence[BarisAnggaran], terisi: Sequence[int]) -> Temuan:
    pertama = baris[terisi[0]]
    a = pertama.asal["uraian"][0]
    isi = f"{len(terisi)} baris judul tanpa angka ({pertama.sebutan} …) diisi dengan jumlah rinciannya."
    return build_temuan("anggaran-judul-dijumlahkan", Tingkat.CATATAN, isi, berkas=a.berkas, lembar=a.lembar, sel=a.sel)
