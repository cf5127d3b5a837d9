"""Budget tables for `lakip baca`: levels, totals and doubts as the budget reader sees them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from openpyxl.utils.cell import coordinate_to_tuple

from lakip_lib.intake.grid import Buku, Lembar
from lakip_lib.intake.keraguan import say_angka
from lakip_lib.intake.lra import LEVEL_LABEL, BarisAnggaran, Lra, describe_lra, read_lra, read_pohon
from lakip_lib.intake.lra.bentuk import JUDUL_KOLOM, TRIWULAN
from lakip_lib.intake.lra.pesan import describe_tempat, name_periode
from lakip_lib.intake.lra.transaksi import find_kolom_transaksi
from lakip_lib.istilah import TW_LABEL
from lakip_lib.temuan import Temuan

PUNCAK_MAKS = 12  # top lines told one by one
SERUPA = 5  # findings of one kind told in full
SUDAH_TAMPAK = frozenset({"anggaran-baris-tersembunyi", "anggaran-satu-periode"})  # said otherwise, or no matter here


@dataclass(frozen=True)
class Rincian:
    """What a reader knows of a table: rows a level, sums a level and column, doubts, level and parent of each row."""

    aras: Mapping[str, int]
    jumlah: Mapping[str, Mapping[str, Decimal]]
    keraguan: tuple[str, ...] = ()
    level: Mapping[int, str] = field(default_factory=dict)
    induk: Mapping[int, int] = field(default_factory=dict)


def read_rincian_anggaran(buku: Buku, lembar: Lembar) -> Rincian | None:
    """The sheet read as a budget report, None when the budget reader finds none in it."""
    lra = read_lra([replace(buku, lembar=(lembar,))])
    if not lra.baris:
        return None
    ringkas = describe_lra(lra)
    jumlah = {level: isi for level, isi in _list_jumlah(lra).items() if isi}
    aras = {LEVEL_LABEL[r.level]: r.jumlah for r in ringkas}
    pesan = (*_say_temuan(lra.temuan), *_check_triwulan(lra), *_check_lebih(lra))
    if find_kolom_transaksi(lembar):
        return Rincian(aras, jumlah, pesan)  # a line of the tree is many rows there
    baris = [_row_of(b) for b in lra.baris]
    return Rincian(
        aras,
        jumlah,
        pesan,
        dict(zip(baris, (LEVEL_LABEL[b.level] for b in lra.baris), strict=True)),
        {baris[i]: baris[b.induk] for i, b in enumerate(lra.baris) if b.induk is not None},
    )


def read_rincian_rak(buku: Buku, lembar: Lembar) -> Rincian | None:
    """The levels and tree of a cash plan (its sums are those of the plain columns), None when there is none."""
    pohon = next(iter(read_pohon(replace(buku, lembar=(lembar,)))), None)
    if pohon is None:
        return None
    baris = [s.mentah.baris for s in pohon.simpul]
    aras = Counter(LEVEL_LABEL[s.level] for s in pohon.simpul)
    return Rincian(
        {label: aras[label] for label in LEVEL_LABEL.values() if label in aras},
        {},
        tuple(_say_temuan(pohon.temuan)),
        {b: LEVEL_LABEL[s.level] for b, s in zip(baris, pohon.simpul, strict=True)},
        {b: baris[s.induk] for b, s in zip(baris, pohon.simpul, strict=True) if s.induk is not None},
    )


def _list_jumlah(lra: Lra) -> dict[str, dict[str, Decimal]]:
    """Sums by level; then what the file prints as its total, and the top lines where there are several."""
    jumlah = {LEVEL_LABEL[r.level]: _keep(pagu=r.pagu, realisasi=r.realisasi_anggaran) for r in describe_lra(lra)}
    jumlah["baris jumlah"] = {_name_kolom(k): v for k, v in sorted(lra.total_tercetak.items())}
    puncak = [b for b in lra.baris if b.induk is None]
    if 1 < len(puncak) == len({b.sebutan for b in puncak}) <= PUNCAK_MAKS:
        jumlah |= {b.sebutan: _keep(pagu=b.pagu, realisasi=b.realisasi_anggaran) for b in puncak}
    return jumlah


def _keep(**angka: Decimal | None) -> dict[str, Decimal]:
    return {k: v for k, v in angka.items() if v is not None}


def _row_of(baris: BarisAnggaran) -> int:
    """The Excel row that a line was read from (of transactions the first)."""
    asal = baris.asal.get("uraian") or next(iter(baris.asal.values()))
    return coordinate_to_tuple(asal[0].sel)[0]


def _say_temuan(temuan: Iterable[Temuan]) -> Iterator[str]:
    """The reader's findings as doubts, without the names of file and sheet in front; of a kind the first few."""
    sering: Counter[str] = Counter()
    for t in temuan:
        sering[t.aturan] += 1
        if t.aturan not in SUDAH_TAMPAK and sering[t.aturan] <= SERUPA:
            isi = t.pesan.removeprefix(f"{describe_tempat(t.berkas, t.lembar, t.sel)}: ")
            yield (f"sel {t.sel}: {isi}" if t.sel else isi).rstrip(".")
    for aturan, n in sering.items():
        if n > SERUPA and aturan not in SUDAH_TAMPAK:
            yield f"dan {n - SERUPA} hal serupa ({aturan})"


def _check_triwulan(lra: Lra) -> Iterator[str]:
    """Lines whose four quarters do not make the year."""
    for b in lra.baris:
        if b.realisasi_anggaran is None or not set(TRIWULAN) <= set(b.periode):
            continue
        jumlah = sum((b.periode[tw] for tw in TRIWULAN), Decimal(0))
        if abs(jumlah - b.realisasi_anggaran) > lra.toleransi:
            tertulis = f"setahun tertulis {say_angka(b.realisasi_anggaran)}"
            yield f"baris {_row_of(b)} ({b.sebutan}): TW I–IV berjumlah {say_angka(jumlah)}, {tertulis}"


def _check_lebih(lra: Lra) -> Iterator[str]:
    """Lines of belanja on which more was spent than there is."""
    for b in lra.baris:
        if b.pagu and b.realisasi_anggaran and b.realisasi_anggaran > b.pagu > 0 and (b.kode or "5")[0] != "4":
            persen = say_angka(b.realisasi_anggaran / b.pagu * 100, 2)
            yield f"baris {_row_of(b)} ({b.sebutan}): realisasi {persen}% dari pagu"


def _name_kolom(kolom: str) -> str:
    return (
        JUDUL_KOLOM.get(kolom)
        or TW_LABEL.get(kolom.lower())
        or (f"bulan {name_periode(kolom)}" if kolom.isdigit() else kolom)
    )
