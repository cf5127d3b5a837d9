"""Where parts are written: the document or a cell, and how wide that place is."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lakip_lib.report.docx.oxml import Elemen, clean_text, make, make_text
from lakip_lib.surat.naskah import KERTAS_MM, TEPI_MM, Naskah

TINTA, GARIS, KEPALA, REDUP = "1B2A3A", "C9D4DC", "EEF3F6", "55697A"


_SIFAT = [qn(f"w:{nama}") for nama in ("pBdr", "shd", "tabs", "spacing", "ind", "jc", "rPr")]


@dataclass(frozen=True)
class Tempat:
    """A container of paragraphs and tables, and its width in twips."""

    wadah: Dokumen | _Cell
    lebar: int

    @property
    def isi(self) -> Elemen:
        """The element that holds the paragraphs."""
        return self.wadah._tc if isinstance(self.wadah, _Cell) else self.wadah.element.body

    def list_isi(self) -> list[Elemen]:
        """What was written so far, without the properties of the container."""
        return [e for e in self.isi if e.tag in {qn("w:p"), qn("w:tbl")}]

    def add(self, gaya: str, teks: str = "") -> Paragraph:
        """A paragraph in that style; a new line in the text breaks the line."""
        paragraf = self.wadah.add_paragraph(style=gaya)
        if teks:
            add_run(paragraf, teks)
        return paragraf

    def append(self, elemen: Elemen) -> None:
        """A ready element at the end."""
        akhir = self.isi.find(qn("w:sectPr"))
        if akhir is None:
            self.isi.append(elemen)
        else:
            akhir.addprevious(elemen)


def add_run(paragraf: Paragraph, teks: str, *, tebal: bool = False) -> Any:
    """A run of that text; what XML forbids is left out."""
    run: Any = paragraf.add_run()
    run._r.extend(make_text(clean_text(teks)))
    if tebal:
        run.bold = True
    return run


def insert_sifat(paragraf: Paragraph, sifat: Elemen) -> None:
    """Give a paragraph one more property (borders or tab stops), at its place in the schema."""
    isi: Any = paragraf._p.get_or_add_pPr()
    urutan = _SIFAT[_SIFAT.index(str(sifat.tag)) + 1 :]
    akhir = next((satu for satu in isi if satu.tag in urutan), None)
    if akhir is None:
        isi.append(sifat)
    else:
        akhir.addprevious(sifat)


def count_lebar(naskah: Naskah) -> int:
    """The width of the text in twips."""
    lebar, tinggi = KERTAS_MM[naskah.kertas]
    return int(Mm((tinggi if naskah.lanskap else lebar) - TEPI_MM["kiri"] - TEPI_MM["kanan"]).twips)


def keep_together(elemen: list[Elemen]) -> None:
    """Every paragraph of these elements stays with the one after it, but for the last element's own last row."""
    for urut, satu in enumerate(elemen):
        akhir = urut == len(elemen) - 1
        baris = satu.findall(qn("w:tr"))
        for bagian in baris[:-1] if akhir and baris else [] if akhir else [satu]:
            _keep_next(bagian)


def keep_tail(tempat: Tempat) -> None:
    """The last row of the table just written, and the line of room below it, stay with what comes next."""
    *_, tabel, jeda = tempat.list_isi()
    for bagian in (*tabel.findall(qn("w:tr"))[-1:], jeda):
        _keep_next(bagian)


def _keep_next(bagian: Elemen) -> None:
    for paragraf in bagian.iter(qn("w:p")):
        sifat = paragraf.find(qn("w:pPr"))
        if sifat is not None and sifat.find(qn("w:keepNext")) is None:
            gaya = sifat.find(qn("w:pStyle"))
            sifat.insert(0 if gaya is None else 1, make("w:keepNext"))
