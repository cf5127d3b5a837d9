"""A Word document as paragraphs and tables in reading order; what tracked changes delete is not read."""

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Dokumen
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from lakip_lib.errors import UnreadableFileError
from lakip_lib.formats import clean_teks
from lakip_lib.intake.dokumen import read_docx
from lakip_lib.koreksi.asing.model import NOMOR, Alinea, TabelAsing, place_table

CADANGAN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box once more, for old Word
GAYA_DAFTAR = re.compile(r"toc|table of (?:figures|contents)|daftar (?:isi|tabel|gambar)", re.IGNORECASE)
RUSAK = "Dokumen Word rusak atau terpotong; mohon kirim ulang berkas aslinya."
KOSONG = "Dokumen Word ini tidak memuat teks."
Element = etree._Element


def read_isi_docx(data: bytes) -> tuple[Alinea | TabelAsing, ...]:
    """Paragraphs and tables of the body in order."""
    try:
        dokumen = Document(io.BytesIO(data))
    except (OpcError, BadZipFile, KeyError, ValueError, AttributeError, etree.LxmlError) as error:
        raise UnreadableFileError(RUSAK) from error
    isi = tuple(_walk(dokumen, data))
    if not isi:
        raise UnreadableFileError(KOSONG)
    return isi


def _walk(dokumen: Dokumen, data: bytes) -> Iterator[Alinea | TabelAsing]:
    body = dokumen.element.body
    tabel = list(body.iter(qn("w:tbl")))
    lembar = {s.nama: s for s in read_docx(data)} if any(_has_text(t) for t in tabel) else {}
    nomor = {id(t): f"Tabel {i}" for i, t in enumerate(tabel, start=1)}
    gaya = {s.style_id: s.name or "" for s in dokumen.styles}
    urut, judul = 0, ""
    for unsur in body.iter(qn("w:p"), qn("w:tbl")):
        if unsur.tag == qn("w:tbl"):
            if grid := lembar.get(nomor[id(unsur)]):
                yield TabelAsing(place_table(f"{nomor[id(unsur)]} dalam berkas", judul), grid, judul, sebut=NOMOR)
            judul = ""
        elif next(unsur.iterancestors(qn("w:tbl"), CADANGAN), None) is None:
            teks = clean_teks(_paragraph_text(unsur))
            if teks:
                urut += 1
                judul = teks
                yield Alinea(f"Paragraf {urut}", teks, bool(GAYA_DAFTAR.search(_style_name(unsur, gaya))))


def _has_text(tabel: Element) -> bool:
    return any((t.text or "").strip() for t in tabel.iter(qn("w:t")))


def _style_name(paragraf: Element, gaya: dict[str, str]) -> str:
    unsur = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return gaya.get(unsur.get(qn("w:val")) or "", "") if unsur is not None else ""


def _paragraph_text(paragraf: Element) -> str:
    tanda = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
    return "".join(
        (x.text or "") if x.tag == qn("w:t") else tanda.get(str(x.tag), "")
        for x in paragraf.iter(qn("w:t"), *tanda)
        if next(x.iterancestors(qn("w:p"))) is paragraf and next(x.iterancestors(qn("w:tabs")), None) is None
    )
