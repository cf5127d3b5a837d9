"""Which indikator and sasaran the tables of the document name."""

from collections.abc import Iterable, Sequence

from lakip_lib.blok import Dokumen, Isi, Tabel
from lakip_lib.formats import KOSONG
from lakip_lib.koreksi.ruas import find_kolom, fold, list_tabel, make_grid, name_objek, read_sel
from lakip_lib.measures.hasil import IndikatorHasil

NAMA = ("Indikator kinerja", "Indikator kinerja utama", "Indikator kinerja (satuan)", "Indikator kinerja, status")


def match_nama(teks: str, items: Sequence[IndikatorHasil]) -> IndikatorHasil | None:
    """The indikator whose name a cell begins with (its unit, its status may follow), the longest name first."""
    sel = fold(teks)
    cocok = [i for i in items if sel == fold(i.nama) or sel.startswith((f"{fold(i.nama)} (", f"{fold(i.nama)} "))]
    return max(cocok, key=lambda i: len(i.nama), default=None)


def map_baris(tabel: Tabel, items: Sequence[IndikatorHasil]) -> dict[str, list[Isi | None]]:
    """The first row of each indikator that a table names, as cells over its columns."""
    kolom = find_kolom(tabel, *NAMA)
    hasil: dict[str, list[Isi | None]] = {}
    for baris in make_grid(tabel) if kolom is not None else ():
        item = match_nama(read_sel(baris[kolom or 0]), [i for i in items if i.kode not in hasil])
        if item is not None:
            hasil[item.kode] = baris
    return hasil


def list_terisi(tabel: Tabel, items: Sequence[IndikatorHasil], *kolom: str) -> list[str]:
    """The indikator whose row has all these columns filled."""
    letak = [find_kolom(tabel, k) for k in kolom]
    return [
        kode
        for kode, baris in map_baris(tabel, items).items()
        if all(x is not None and read_sel(baris[x]) not in {"", KOSONG} for x in letak)
    ]


def list_tersebut(dokumen: Dokumen, kode_tabel: str, items: Iterable[IndikatorHasil]) -> set[str]:
    """The indikator that the tables of a kind name, those of each sasaran taken together."""
    semua = list(items)
    return {kode for tabel in list_tabel(dokumen, kode_tabel) for kode in map_baris(tabel, semua)}


def name_tabel(dokumen: Dokumen, *kode: str, pertama: bool = False) -> tuple[str, ...]:
    """Where to look: "Tabel 3.2 (T3.1)"; of several of a kind the first and the last, or only the first."""
    hasil: list[str] = []
    for k in kode:
        nomor = [name_objek(t) for t in list_tabel(dokumen, k)]
        if nomor:
            sampai = f" s.d. {nomor[-1]}" if len(nomor) > 1 and not pertama else ""
            hasil.append(f"{nomor[0]}{sampai} ({k})")
    return tuple(hasil)
