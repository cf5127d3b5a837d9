"""Small reports of others, as DOCX and as PDF: a text is a paragraph, a list of rows a table."""

import io

import typst
from docx import Document

from lakip_lib.koreksi.asing import check_asing, read_asing
from lakip_lib.temuan import Temuan

Bagian = str | list[list[str]]


def write_docx(*bagian: Bagian) -> bytes:
    """A Word document."""
    dokumen = Document()
    for b in bagian:
        if isinstance(b, str):
            dokumen.add_paragraph(b)
            continue
        tabel = dokumen.add_table(rows=len(b), cols=max(map(len, b)))
        for i, baris in enumerate(b):
            for j, teks in enumerate(baris):
                tabel.cell(i, j).text = teks
    keluar = io.BytesIO()
    dokumen.save(keluar)
    return keluar.getvalue()


def write_pdf(*bagian: Bagian, garis: bool = True, tag: bool = False) -> bytes:
    """A PDF: its tables ruled or not, tagged or not."""
    isi = ["#set page(height: 20cm)"]
    for b in bagian:
        if isinstance(b, str):
            isi.append(f"#text({quote(b)})\n")
        else:
            sel = ", ".join(f"[#text({quote(t)})]" for baris in b for t in baris)
            isi.append(f"#table(columns: {len(b[0])}, stroke: {'0.5pt' if garis else 'none'}, {sel})\n")
    return bytes(typst.compile("\n".join(isi).encode(), format="pdf", pdf_tags=tag))


def quote(teks: str) -> str:
    """A text as a Typst string."""
    return '"' + teks.replace("\\", "\\\\").replace('"', '\\"') + '"'


def check(data: bytes) -> list[Temuan]:
    """What the red pen finds in a file."""
    return list(check_asing(read_asing(data, "laporan")))


def check_docx(*bagian: Bagian) -> list[Temuan]:
    """What the red pen finds in a Word document of these parts."""
    return check(write_docx(*bagian))


def say(temuan: list[Temuan]) -> list[str]:
    """The findings as "tingkat aturan"."""
    return [f"{t.tingkat} {t.aturan.removeprefix('asing-')}" for t in temuan]
