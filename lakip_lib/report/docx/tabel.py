"""Tables of the DOCX: fixed widths, repeated heads, rows that do not split, spans, decimals on the comma."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from lakip_lib.blok import Baris, Isi, Kolom, Tabel, join_text
from lakip_lib.report.docx.huruf import GARIS, KEPALA, TINTA
from lakip_lib.report.docx.judul import write_caption
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.lebar import fit_columns, longest_word, measure_width
from lakip_lib.report.docx.oxml import Elemen, make, make_char_style, make_paragraph, make_run

UKURAN = 9  # points of the text in a table
INDENTASI = 170  # twips of one tree level
PENDEK = 24  # a table of up to so many lines stays on one page
SERANGKAI = 5  # so many rows that one cell joins stay together
UTUH_ANGKA, UTUH_KOTAK = 24, 16  # letters of a figure, and of the word beside a square, that stay on one line
TEPI = 64  # twips at each side of a cell
_ANGKA = re.compile(r"[-−–(]?(?:Rp\s?)?\d[\d.]*(,\d+)?(\D*)")
_ANGKA_RATA = {"kanan", "desimal"}
_RATA = {"kiri": "left", "kanan": "right", "tengah": "center", "desimal": "right"}


@dataclass(frozen=True)
class Petak:
    """A cell at its place: its first column, its content, and whether it only goes on from the row above."""

    kolom: int
    isi: Isi
    lanjutan: bool = False


def write_table(tabel: Tabel, konteks: Konteks) -> list[Elemen]:
    """Caption, table, notes and source; a small paragraph closes it, so that two tables never grow together."""
    kepala = [write_caption("Tabel", tabel.nomor, tabel.judul, tabel.id, konteks, ikut=True)] if tabel.nomor else []
    return [*kepala, write_grid(tabel, konteks), *_write_notes(tabel, konteks), make_paragraph("Jeda")]


def _write_notes(tabel: Tabel, konteks: Konteks) -> Iterator[Elemen]:
    for isi in tabel.catatan:
        yield make_paragraph("CatatanTabel", konteks.write_runs(isi))
    if tabel.sumber:
        yield make_paragraph("SumberTabel", [make_run(f"Sumber: {tabel.sumber}")])


def write_grid(tabel: Tabel, konteks: Konteks) -> Elemen:
    """The w:tbl alone; without nomor, its id is a bookmark in the first cell."""
    penulis = _Penulis(tabel, konteks)
    grid = make("w:tblGrid", None, *(make("w:gridCol", {"w:w": x}) for x in penulis.lebar))
    tbl = make("w:tbl", None, _table_properties(tabel, sum(penulis.lebar)), grid)
    tbl.extend(penulis.write_head())
    tbl.extend(penulis.write_body())
    if not tabel.nomor:
        _mark_first(tbl, tabel.id, konteks)
    return tbl


def place_cells(baris: tuple[Baris, ...]) -> list[list[Petak]]:
    """Each row's cells at their columns; a cell that spans rows comes back in the rows below as lanjutan."""
    sisa: dict[int, tuple[int, Isi]] = {}
    hasil = []
    for satu in baris:
        petak, kolom, sel = [], 0, iter(satu.sel)
        while True:
            if kolom in sisa:
                tinggal, isi = sisa.pop(kolom)
                petak.append(Petak(kolom, isi, lanjutan=True))
            elif (isi_baru := next(sel, None)) is not None:
                tinggal, isi = isi_baru.tinggi, isi_baru
                petak.append(Petak(kolom, isi))
            else:
                break
            if tinggal > 1:
                sisa[kolom] = (tinggal - 1, isi)
            kolom += isi.lebar
        hasil.append(petak)
    return hasil


class _Penulis:
    """Writes the rows of one table."""

    def __init__(self, tabel: Tabel, konteks: Konteks) -> None:
        self.tabel, self.konteks = tabel, konteks
        self.petak = place_cells(tabel.baris)
        perlu = [self._need(urut) for urut in range(len(tabel.kolom))]
        self.lebar = fit_columns([kolom.lebar for kolom in tabel.kolom], perlu, konteks.lebar)
        self.buntut = [self._widest_tail(urut) for urut in range(len(tabel.kolom))]

    def write_head(self) -> Iterator[Elemen]:
        """One head row, or two where kepala_atas groups columns; a column without a group spans both."""
        atas = self.tabel.kepala_atas
        if not atas:
            yield _row([self._head_cell(k.judul, i, k) for i, k in enumerate(self.tabel.kolom)], kepala=True)
            return
        baris_atas, baris_bawah, kolom = [], [], 0
        for teks, rentang in atas:
            bawah = list(range(kolom, kolom + rentang))
            if teks:
                baris_atas.append(self._head_cell(teks, kolom, Kolom(judul=teks, rata="tengah"), lebar=rentang))
                baris_bawah += [self._head_cell(self.tabel.kolom[i].judul, i, self.tabel.kolom[i]) for i in bawah]
            else:
                baris_atas += [
                    self._head_cell(self.tabel.kolom[i].judul, i, self.tabel.kolom[i], "restart") for i in bawah
                ]
                baris_bawah += [self._head_cell("", i, self.tabel.kolom[i], "continue") for i in bawah]
            kolom += rentang
        yield _row(baris_atas, kepala=True)
        yield _row(baris_bawah, kepala=True)

    def _head_cell(self, teks: str, urut: int, kolom: Kolom, gabung: str = "", lebar: int = 1) -> Elemen:
        sifat = _cell_properties(sum(self.lebar[urut : urut + lebar]), lebar, gabung, warna=KEPALA, letak="bottom")
        isi = [make_run(teks)] if teks else []
        return make("w:tc", None, sifat, make_paragraph("KepalaTabel", isi, make("w:jc", {"w:val": _RATA[kolom.rata]})))

    def write_body(self) -> Iterator[Elemen]:
        """The data rows; short tables, totals and rows that a cell joins stay with what stands above them."""
        jumlah, pendek = len(self.tabel.baris), self._count_lines() <= PENDEK
        ada_catatan = bool(self.tabel.catatan or self.tabel.sumber)
        for urut, (baris, petak) in enumerate(zip(self.tabel.baris, self.petak, strict=True)):
            terakhir = urut == jumlah - 1
            bersambung = not terakhir and any(p.lanjutan and p.isi.tinggi <= SERANGKAI for p in self.petak[urut + 1])
            ikut = ada_catatan if terakhir else pendek or bersambung or urut == jumlah - 2 or baris.gaya == "sub"
            yield _row([self._cell(satu, baris.gaya, ikut) for satu in petak])

    def _cell(self, petak: Petak, gaya: str, ikut: bool) -> Elemen:
        isi = petak.isi
        gabung = "continue" if petak.lanjutan else "restart" if isi.tinggi > 1 else ""
        lebar = sum(self.lebar[petak.kolom : petak.kolom + isi.lebar])
        sifat = _cell_properties(lebar, isi.lebar, gabung, garis=gaya == "total")
        return make("w:tc", None, sifat, self._paragraph(petak, gaya != "biasa", ikut))

    def _paragraph(self, petak: Petak, tebal: bool, ikut: bool) -> Elemen:
        isi, kolom = petak.isi, self.tabel.kolom[petak.kolom]
        sifat = [make("w:keepNext")] if ikut else []
        if petak.lanjutan:
            return make_paragraph("SelTabel", [], *sifat)
        rata = kolom.rata if isi.lebar == 1 else "kiri"
        kanan = self.buntut[petak.kolom] - self._tail(join_text(isi.isi)) if rata == "desimal" else 0
        if isi.indentasi or kanan > 0:
            sifat.append(make("w:ind", {"w:left": isi.indentasi * INDENTASI, "w:right": max(0, kanan)}))
        sifat.append(make("w:jc", {"w:val": _RATA[rata]}))
        kotak = [_square(isi.kotak)] if isi.kotak else []
        return make_paragraph("SelTabel", [*kotak, *self.konteks.write_runs(isi.isi, tebal=tebal)], *sifat)

    def _cells_of(self, kolom: int) -> list[Isi]:
        """The cells that stand in one column alone."""
        return [
            p.isi for baris in self.petak for p in baris if p.kolom == kolom and p.isi.lebar == 1 and not p.lanjutan
        ]

    def _need(self, kolom: int) -> int:
        """The width in twips that a column needs so that no word or figure of it breaks."""
        huruf, judul = self.konteks.huruf, self.tabel.kolom[kolom].judul
        butuh = [longest_word([judul], huruf, UKURAN)]
        ekor = self._widest_tail(kolom) if self.tabel.kolom[kolom].rata == "desimal" else 0
        for isi in self._cells_of(kolom):
            teks = join_text(isi.isi).strip()
            if ekor and _ANGKA.fullmatch(teks):
                butuh.append(measure_width(teks, huruf, UKURAN) - self._tail(teks) + ekor)
                continue
            kotak = measure_width("■ ", huruf, UKURAN) if isi.kotak else 0
            utuh = len(teks) <= (
                UTUH_ANGKA if self.tabel.kolom[kolom].rata in _ANGKA_RATA else UTUH_KOTAK if kotak else 0
            )
            ukuran = measure_width(teks, huruf, UKURAN) if utuh else longest_word([teks], huruf, UKURAN)
            butuh.append(ukuran + kotak + isi.indentasi * INDENTASI)
        return min(max(butuh), self.konteks.lebar // 3) + 2 * TEPI + 20

    def _count_lines(self) -> int:
        """About how many lines the body has."""
        return sum(max((self._lines_of(p) for p in baris), default=1) for baris in self.petak)

    def _lines_of(self, petak: Petak) -> int:
        isi = petak.isi
        lebar = sum(self.lebar[petak.kolom : petak.kolom + isi.lebar]) - 2 * TEPI
        teks = measure_width(join_text(isi.isi), self.konteks.huruf, UKURAN)
        return -(-teks // (max(1, lebar) * isi.tinggi)) if teks else 1

    def _widest_tail(self, kolom: int) -> int:
        """The widest part at the right of the decimal comma's place in a column, twips."""
        return max((self._tail(join_text(isi.isi)) for isi in self._cells_of(kolom)), default=0)

    def _tail(self, teks: str) -> int:
        """The width of what stands at the right of the units digit, so that commas come to lie under one another."""
        huruf, angka = self.konteks.huruf, _ANGKA.fullmatch(teks.strip())
        if angka is None:
            return 0
        pecahan, akhir = angka[1] or "", angka[2].strip()
        em = max(0, len(pecahan) - 1) * huruf.angka + (huruf.koma if pecahan else 0) + len(akhir) * 0.5
        return round(em * UKURAN * 20)


def _square(warna: str) -> Elemen:
    """The small square of a kategori: its colour with a hairline in ink."""
    garis = make("w14:textOutline", {"w14:w": "3175", "w14:cap": "flat", "w14:cmpd": "sng", "w14:algn": "ctr"})
    isian = make("w14:solidFill", None, make("w14:srgbClr", {"w14:val": TINTA}))
    garis.append(isian)
    sifat = (make_char_style("KotakKategori"), make("w:color", {"w:val": warna.lstrip("#").upper()}), garis)
    return make_run("■ ", *sifat)


def _mark_first(tbl: Elemen, kode: str, konteks: Konteks) -> None:
    """Put the bookmark of a table without caption into its first cell."""
    paragraf = next(tbl.iter(qn("w:p")))
    isi = list(paragraf)[1:]
    paragraf.extend(konteks.tanda.wrap_block(kode, isi))


def _row(sel: list[Elemen], *, kepala: bool = False) -> Elemen:
    sifat = [make("w:cantSplit"), *([make("w:tblHeader")] if kepala else [])]
    return make("w:tr", None, make("w:trPr", None, *sifat), *sel)


def _cell_properties(
    lebar: int, rentang: int, gabung: str, *, warna: str = "", garis: bool = False, letak: str = "top"
) -> Elemen:
    sifat = make("w:tcPr", None, make("w:tcW", {"w:w": lebar, "w:type": "dxa"}))
    if rentang > 1:
        sifat.append(make("w:gridSpan", {"w:val": rentang}))
    if gabung:
        sifat.append(make("w:vMerge", {"w:val": gabung}))
    if garis:
        atas = make("w:top", {"w:val": "single", "w:sz": 8, "w:space": 0, "w:color": TINTA})
        sifat.append(make("w:tcBorders", None, atas))
    if warna:
        sifat.append(make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": warna}))
    sifat.append(make("w:vAlign", {"w:val": letak}))
    return sifat


def _table_properties(tabel: Tabel, lebar: int) -> Elemen:
    """Fixed layout, horizontal hairlines only, and the title as alternative text."""
    tepi = [
        make(f"w:{sisi}", {"w:val": "single", "w:sz": tebal, "w:space": 0, "w:color": warna})
        for sisi, tebal, warna in (("top", 6, TINTA), ("bottom", 6, TINTA), ("insideH", 4, GARIS))
    ]
    return make(
        "w:tblPr",
        None,
        make("w:tblW", {"w:w": lebar, "w:type": "dxa"}),
        make("w:tblBorders", None, *tepi),
        make("w:tblLayout", {"w:type": "fixed"}),
        make("w:tblCellMar", None, *(make(f"w:{s}", {"w:w": TEPI, "w:type": "dxa"}) for s in ("left", "right"))),
        make("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
        make("w:tblCaption", {"w:val": tabel.judul}),
    )
