"""LibreOffice as somebody's hands: open a document, edit it by a Basic macro, save it as DOCX again."""

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from lakip_lib.report.docx.halaman import find_soffice

BATAS_WAKTU = 180
_MODUL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>
"""
_POLA = """Sub Main
  On Error Goto Akhir
  Dim buka(0) As New com.sun.star.beans.PropertyValue
  Dim simpan(0) As New com.sun.star.beans.PropertyValue
  buka(0).Name = "Hidden"
  buka(0).Value = True
  Dim dok, cari, temu, semua, tabel, i, kursor, komentar
  dok = StarDesktop.loadComponentFromURL("{masuk}", "_blank", 0, buka())
{langkah}
  simpan(0).Name = "FilterName"
  simpan(0).Value = "MS Word 2007 XML"
  dok.storeToURL("{keluar}", simpan())
Akhir:
  dok.close(True)
End Sub
"""


def _kutip(teks: str) -> str:
    return '"' + teks.replace('"', '""') + '"'


def _cari(teks: str) -> str:
    return (
        "  cari = dok.createSearchDescriptor()\n  cari.SearchCaseSensitive = True\n"
        f"  cari.SearchString = {_kutip(teks)}\n  temu = dok.findFirst(cari)\n"
    )


def _cari_sel(teks: str) -> str:
    return (
        _cari(teks)
        + "  semua = dok.findAll(cari)\n  For i = 0 To semua.Count - 1\n    temu = semua.getByIndex(i)\n"
        + "    If Not IsEmpty(temu.TextTable) Then Exit For\n  Next i\n"
    )


def ganti(lama: str, baru: str) -> str:
    """Type `baru` over the first `lama` of the document."""
    return _cari(lama) + f"  temu.setString({_kutip(baru)})\n"


def ganti_sel(lama: str, baru: str) -> str:
    """Type `baru` over the first `lama` that stands in a table."""
    return _cari_sel(lama) + f"  temu.setString({_kutip(baru)})\n"


def tambah(sesudah: str, baru: str) -> str:
    """A new paragraph after the one in which `sesudah` stands first."""
    return (
        _cari(sesudah)
        + "  kursor = temu.Text.createTextCursorByRange(temu.End)\n  kursor.gotoEndOfParagraph(False)\n"
        + "  temu.Text.insertControlCharacter(kursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)\n"
        + f"  temu.Text.insertString(kursor, {_kutip(baru)}, False)\n"
    )


def hapus_paragraf(isi: str) -> str:
    """Take the paragraph away in which `isi` stands first."""
    return (
        _cari(isi)
        + "  kursor = temu.Text.createTextCursorByRange(temu.Start)\n  kursor.gotoStartOfParagraph(False)\n"
        + "  kursor.gotoEndOfParagraph(True)\n  kursor.goRight(1, True)\n"
        + '  kursor.setString("")\n'
    )


def hapus_baris(isi: str) -> str:
    """Delete the table row in which `isi` stands first."""
    return (
        _cari_sel(isi)
        + "  tabel = temu.TextTable\n  i = 1\n"
        + "  Do While Not IsNumeric(Mid(temu.Cell.CellName, i))\n    i = i + 1\n  Loop\n"
        + "  tabel.Rows.removeByIndex(CInt(Mid(temu.Cell.CellName, i)) - 1, 1)\n"
    )


def komentari(pada: str, isi: str) -> str:
    """A comment on the first `pada` of the document."""
    return (
        _cari(pada)
        + '  komentar = dok.createInstance("com.sun.star.text.textfield.Annotation")\n'
        + f'  komentar.Author = "Sekretaris"\n  komentar.Content = {_kutip(isi)}\n'
        + "  temu.Text.insertTextContent(temu, komentar, True)\n"
    )


REKAM = "  dok.RecordChanges = True\n"


def sunting(docx: bytes, folder: Path, *langkah: str) -> bytes:
    """The document after these steps, saved by LibreOffice; without steps, merely saved again."""
    masuk, keluar = folder / "masuk.docx", folder / "keluar.docx"
    masuk.write_bytes(docx)
    keluar.unlink(missing_ok=True)
    profil = folder / "profil"
    modul = profil / "user" / "basic" / "Standard" / "Module1.xba"
    if not modul.exists():  # a new profile is laid out at the first start, which runs no macro
        _jalankan(profil, "--terminate_after_init")
    makro = _POLA.format(masuk=masuk.as_uri(), keluar=keluar.as_uri(), langkah="".join(langkah))
    modul.write_text(_MODUL.format(escape(makro)), "utf-8")
    _jalankan(profil, "macro:///Standard.Module1.Main")
    return keluar.read_bytes()


def _jalankan(profil: Path, perintah: str) -> None:
    program = [find_soffice() or "", f"-env:UserInstallation={profil.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*program, perintah], check=True, capture_output=True, timeout=BATAS_WAKTU)
