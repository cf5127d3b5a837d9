"""Tables of a letter: rows with a repeated head, boxed sheets, signature blocks."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import _Cell
from lxml import etree

from lakip_lib.report.docx.oxml import Elemen, make, make_paragraph, make_run
from lakip_lib.surat.docx.tempat import GARIS, KEPALA, TINTA, Tempat
from lakip_lib.surat.naskah import TITIK, WARNA, Bagian, Kolom, Kotak, Penanda, Rata, Sel, SelKotak, Tabel, TandaTangan

_RATA: dict[Rata, str] = {"kiri": "left", "tengah": "center", "kanan": "right"}
_TWIP_CM = 567
TEPI_SEL = 85  # twips at the left and right of a cell's text


def write_tabel(tempat: Tempat, tabel: Tabel) -> None:
    """A table with its head repeated on each page."""
    lebar = share_width(tempat.lebar, [k.lebar for k in tabel.kolom])
    kisi = tabel.garis == "kisi"
    tbl = _make_tbl(lebar, _borders_kisi() if kisi else _borders_mendatar(), judul=tabel.judul)
    kepala = [
        _cell(
            w, make_paragraph("KepalaTabel", [_run(k.judul, tabel.ukuran)], _jc("tengah" if kisi else k.rata)), KEPALA
        )
        for w, k in zip(lebar, tabel.kolom, strict=True)
    ]
    tbl.append(_row(kepala, kepala=True))
    for baris in tabel.baris:
        sel = _write_cells(baris, tabel, lebar)
        if len(sel) == 1 < len(lebar):  # a row that heads those below it stays with them
            next(sel[0].iter(qn("w:pPr"))).insert(1, make("w:keepNext"))
        tbl.append(_row(sel, tinggi=tabel.tinggi_cm))
    tempat.append(tbl)
    tempat.add("Jeda")


def share_width(lebar: int, bagian: Sequence[float]) -> list[int]:
    """Column widths in twips that add up to `lebar`."""
    batas = [round(lebar * sum(bagian[:n]) / sum(bagian)) for n in range(len(bagian) + 1)]
    return [b - a for a, b in pairwise(batas)]


def _write_cells(baris: Sequence[str | Sel], tabel: Tabel, lebar: Sequence[int]) -> list[Elemen]:
    hasil, letak = [], 0
    for satu in baris:
        sel = Sel(satu) if isinstance(satu, str) else satu
        kolom = tabel.kolom[letak] if sel.rentang == 1 else Kolom("", 1)
        isi = [_square(sel, tabel.ukuran)] if sel.lampu else []
        isi.append(_run(sel.teks, tabel.ukuran, tebal=sel.tebal))
        paragraf = make_paragraph("SelTabel", isi, _jc(kolom.rata))
        tengah = tabel.tinggi_cm > 0
        hasil.append(_cell(sum(lebar[letak : letak + sel.rentang]), paragraf, rentang=sel.rentang, tengah=tengah))
        letak += sel.rentang
    return hasil


def _square(sel: Sel, ukuran: float) -> Elemen:
    assert sel.lampu is not None
    warna = make("w:color", {"w:val": WARNA[sel.lampu].lstrip("#")})
    garis = make("w14:textOutline", {"w14:w": "3175", "w14:cap": "flat", "w14:cmpd": "sng", "w14:algn": "ctr"})
    garis.append(make("w14:solidFill", None, make("w14:srgbClr", {"w14:val": TINTA})))
    return make_run("■\u00a0", warna, make("w:sz", {"w:val": round(ukuran * 2 + 4)}), garis)


def _run(teks: str, ukuran: float, *, tebal: bool = False) -> Elemen:
    sifat = [make("w:b")] if tebal else []
    return make_run(teks, *sifat, make("w:sz", {"w:val": round(ukuran * 2)}))


def _jc(rata: Rata) -> Elemen:
    return make("w:jc", {"w:val": _RATA[rata]})


def write_kotak(tempat: Tempat, kotak: Kotak, olah: Callable[[Bagian, Tempat], None]) -> None:
    """A boxed sheet: a grid of rows, each with columns of its own."""
    bagi = [share_width(tempat.lebar, [s.lebar for s in b.sel]) for b in kotak.baris]
    batas = sorted({sum(lebar[:n]) for lebar in bagi for n in range(len(lebar) + 1)})
    tbl = _make_tbl([b - a for a, b in pairwise(batas)], _borders_kisi())
    for baris, lebar in zip(kotak.baris, bagi, strict=True):
        awal = [sum(lebar[:n]) for n in range(len(lebar) + 1)]
        rentang = [batas.index(b) - batas.index(a) for a, b in pairwise(awal)]
        sel = [_cell(w, make_paragraph("Jeda"), rentang=r) for w, r in zip(lebar, rentang, strict=True)]
        tbl.append(_row(sel, tinggi=baris.tinggi_cm))
    hidup: Any = parse_xml(etree.tostring(tbl))  # python-docx knows its own elements only
    tempat.append(hidup)
    induk: Any = tempat.wadah
    for tr, baris, lebar in zip(hidup.tr_lst, kotak.baris, bagi, strict=True):
        for tc, isi, twips in zip(tr.tc_lst, baris.sel, lebar, strict=True):
            _fill_cell(Tempat(_Cell(tc, induk), twips - 2 * TEPI_SEL), isi, olah)
    tempat.add("Jeda")


def _fill_cell(tempat: Tempat, isi: SelKotak, olah: Callable[[Bagian, Tempat], None]) -> None:
    """The parts in a cell, below the thin line of room that keeps them from its edge."""
    for bagian in isi.isi:
        olah(bagian, tempat)


def write_ttd(tempat: Tempat, ttd: TandaTangan) -> None:
    """Signature blocks: what stands above, the space, the names; never parted by a page's end."""
    pihak = [ttd.kanan] if ttd.penuh else [ttd.kiri, ttd.kanan]
    lebar = share_width(tempat.lebar, [1] * len(pihak))
    tbl = _make_tbl(lebar, [], tepi_sel=0)
    baris = (
        (_list_atas, 0.0),
        (lambda p: [p.tanda], ttd.ruang_cm),
        (_list_bawah, 0.0),
    )
    for tulis, tinggi in baris:
        tbl.append(_row([_cell_ttd(w, p, tulis, tinggi) for w, p in zip(lebar, pihak, strict=True)], tinggi=tinggi))
    for paragraf in [p for tr in tbl.findall(qn("w:tr"))[:-1] for p in tr.iter(qn("w:p"))]:
        paragraf[0].insert(1, make("w:keepNext"))  # its properties come first
    if not ttd.penuh:
        tempat.add("Jeda")
    tempat.append(tbl)
    tempat.add("Jeda")


def _cell_ttd(lebar: int, pihak: Penanda | None, tulis: Callable[[Penanda], list[str]], tinggi: float) -> Elemen:
    teks = tulis(pihak) if pihak else []
    nama = bool(pihak and pihak.nama and teks and teks[0] == pihak.nama)
    paragraf = [
        make_paragraph("TandaTangan", [_run_nama(t) if nama and not n else make_run(t)]) for n, t in enumerate(teks)
    ]
    return _cell(lebar, *(paragraf or [make_paragraph("TandaTangan")]), tengah=tinggi > 0)


def _run_nama(teks: str) -> Elemen:
    return make_run(teks, make("w:b"), make("w:u", {"w:val": "single"}))


def _list_atas(pihak: Penanda) -> list[str]:
    return [*pihak.atas, *([f"{pihak.jabatan},"] if pihak.jabatan else [])]


def _list_bawah(pihak: Penanda) -> list[str]:
    return [pihak.nama or TITIK, *([pihak.pangkat] if pihak.pangkat else []), f"NIP {pihak.nip or TITIK[:32]}"]


def _row(sel: list[Elemen], *, kepala: bool = False, tinggi: float = 0.0) -> Elemen:
    sifat = [make("w:cantSplit")]
    if tinggi:
        sifat.append(make("w:trHeight", {"w:val": round(tinggi * _TWIP_CM), "w:hRule": "atLeast"}))
    if kepala:
        sifat.append(make("w:tblHeader"))
    return make("w:tr", None, make("w:trPr", None, *sifat), *sel)


def _cell(lebar: int, *isi_warna: Elemen | str, rentang: int = 1, tengah: bool = False) -> Elemen:
    warna = [w for w in isi_warna if isinstance(w, str)]
    sifat = make("w:tcPr", None, make("w:tcW", {"w:w": lebar, "w:type": "dxa"}))
    if rentang > 1:
        sifat.append(make("w:gridSpan", {"w:val": rentang}))
    if warna:
        sifat.append(make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": warna[0]}))
    if tengah or warna:
        sifat.append(make("w:vAlign", {"w:val": "center"}))
    return make("w:tc", None, sifat, *(e for e in isi_warna if not isinstance(e, str)))


def _make_tbl(lebar: Sequence[int], tepi: list[Elemen], *, judul: str = "", tepi_sel: int = TEPI_SEL) -> Elemen:
    sifat = [
        make("w:tblW", {"w:w": sum(lebar), "w:type": "dxa"}),
        *([make("w:tblBorders", None, *tepi)] if tepi else []),
        make("w:tblLayout", {"w:type": "fixed"}),
        make("w:tblCellMar", None, *(make(f"w:{s}", {"w:w": tepi_sel, "w:type": "dxa"}) for s in ("left", "right"))),
        make("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
        *([make("w:tblCaption", {"w:val": judul})] if judul else []),
    ]
    grid = make("w:tblGrid", None, *(make("w:gridCol", {"w:w": w}) for w in lebar))
    return make("w:tbl", None, make("w:tblPr", None, *sifat), grid)


def _border(sisi: str, tebal: int, warna: str) -> Elemen:
    return make(f"w:{sisi}", {"w:val": "single", "w:sz": tebal, "w:space": 0, "w:color": warna})


def _borders_mendatar() -> list[Elemen]:
    return [_border("top", 6, TINTA), _border("bottom", 6, TINTA), _border("insideH", 4, GARIS)]


def _borders_kisi(*, atas: bool = True) -> list[Elemen]:
    sisi = (*(("top",) if atas else ()), "left", "bottom", "right", "insideH", "insideV")
    return [_border(s, 4, TINTA) for s in sisi]
