"""A unit's form filled at little cost: values are put into the cells of the blank form's own XML."""

import hashlib
import re
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZipFile

from lakip_lib.forms import LEMBAR_ISIAN
from lakip_lib.forms.isian import IsiFormulir, locate_sel
from lakip_lib.forms.kolom import KUNCI_META
from lakip_lib.forms.tulis import _render
from lakip_lib.forms.zip_tetap import normalise_zip
from lakip_lib.settings import Unit
from tests.contoh.formulir import list_isian
from tests.contoh.tabel import Contoh, Ketikan, parse_ketikan

_SEL = re.compile(r'<c r="([A-Z]+\d+)"( s="\d+")?/>')
_BANYAK = re.compile(r'<sst ([^>]*?)count="\d+" uniqueCount="(\d+)">')
_META = f"xl/worksheets/sheet{len(LEMBAR_ISIAN) + 2}.xml"  # after the sheet that explains, and F1 to F5
_TEKS = "xl/sharedStrings.xml"
_HARI_NOL = date(1899, 12, 30)  # day 0 of a workbook


def fill_cepat(contoh: Contoh, unit: Unit, isi: IsiFormulir, *, waktu: str) -> bytes:
    """The bytes of the unit's form, filled from the tables f1 to f5 (plain values only, no formulas or formats).

    The form is rendered once: the sha256 that write_formulir would put into _meta is that of these very bytes.
    """
    kosong = _render(isi, "")
    with ZipFile(BytesIO(kosong)) as berkas:
        parts = {nama: berkas.read(nama) for nama in berkas.namelist()}
    cocok = _BANYAK.search(parts[_TEKS].decode())
    assert cocok is not None
    teks = [hashlib.sha256(kosong).hexdigest()]
    parts[_META] = _put_sha256(parts[_META].decode(), int(cocok[2])).encode()
    for urut, lembar in enumerate(LEMBAR_ISIAN, 2):
        part = f"xl/worksheets/sheet{urut}.xml"
        ketikan = _place(contoh, unit, isi, lembar.kode)
        parts[part] = _put(parts[part].decode(), ketikan, teks, int(cocok[2])).encode()
    parts[_TEKS] = _add_teks(parts[_TEKS].decode(), teks, int(cocok[2])).encode()
    buffer = BytesIO()
    with ZipFile(buffer, "w") as terisi:
        for nama, data in parts.items():
            terisi.writestr(nama, data)
    return normalise_zip(buffer.getvalue(), waktu=waktu)


def _put_sha256(xml: str, urut: int) -> str:
    """The sheet _meta with the text of that number in the cell of the sha256."""
    sel = f"B{KUNCI_META.index('sha256') + 1}"
    hasil, banyak = re.subn(rf'(<c r="{sel}"[^>]*><v>)\d+', rf"\g<1>{urut}", xml)
    assert banyak == 1, sel
    return hasil


def _place(contoh: Contoh, unit: Unit, isi: IsiFormulir, kode_lembar: str) -> dict[str, Ketikan]:
    """What is typed on a sheet by address."""
    lembar = next(satu for satu in LEMBAR_ISIAN if satu.kode == kode_lembar)
    alamat = locate_sel(isi)
    terbuka = [k.nama_kolom for k in lembar.kolom if k.ditulis_unit]
    return {
        alamat[lembar.kode, row.get("kode") or f"#{urut}", kolom]: parse_ketikan(row[kolom])
        for urut, row in enumerate(list_isian(contoh, lembar, unit), 1)
        for kolom in terbuka
        if row.get(kolom)
    }


def _put(xml: str, ketikan: dict[str, Ketikan], teks: list[str], mulai: int) -> str:
    """The sheet with the values in its empty cells; new texts are added to `teks`, which are numbered from `mulai`."""
    sisa = dict(ketikan)

    def fill(sel: re.Match[str]) -> str:
        isi = sisa.pop(sel[1], None)
        if isi is None:
            return sel[0]
        if isinstance(isi.nilai, str):
            teks.append(isi.nilai)
            return f'<c r="{sel[1]}"{sel[2] or ""} t="s"><v>{mulai + len(teks) - 1}</v></c>'
        angka = (isi.nilai - _HARI_NOL).days if isinstance(isi.nilai, date) else isi.nilai
        return f'<c r="{sel[1]}"{sel[2] or ""}><v>{angka}</v></c>'

    hasil = _SEL.sub(fill, xml)
    assert not sisa, sisa
    return hasil


def _add_teks(xml: str, teks: list[str], mulai: int) -> str:
    """The shared strings with those texts at the end."""
    isi = "".join(f'<si><t xml:space="preserve">{escape(satu, quote=False)}</t></si>' for satu in teks)
    jumlah = mulai + len(teks)
    return _BANYAK.sub(rf'<sst \1count="{jumlah}" uniqueCount="{jumlah}">', xml).replace("</sst>", f"{isi}</sst>")
