"""DOCX and HTML read back: nothing is lost, and a figure changed by hand is caught."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contoh_dokumen import par, runs, sample_document, sample_identity

from lakip_lib.blok import Dokumen, Paragraf, Run
from lakip_lib.errors import UnreadableFileError
from lakip_lib.forms.zip_tetap import normalise_zip
from lakip_lib.report.bacaulang.banding import compare
from lakip_lib.report.bacaulang.docx import read_docx
from lakip_lib.report.bacaulang.html import read_html
from lakip_lib.report.bacaulang.model import DokumenTerbaca
from lakip_lib.report.docx import render_docx
from lakip_lib.report.docx.halaman import find_soffice
from lakip_lib.report.html import render_html

Pembaca = Callable[[bytes], DokumenTerbaca]


def write_docx(dokumen: Dokumen) -> bytes:
    return render_docx(dokumen, gambar=None)


def change_docx(data: bytes, lama: str, baru: str) -> bytes:
    keluar = BytesIO()
    with ZipFile(BytesIO(data)) as asal, ZipFile(keluar, "w") as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == "word/document.xml":
                assert lama.encode() in isi
                isi = isi.replace(lama.encode(), baru.encode(), 1)
            tujuan.writestr(nama, isi)
    return normalise_zip(keluar.getvalue())


def change_html(data: bytes, lama: str, baru: str) -> bytes:
    awal = data.index(b'<article class="naskah">')
    assert lama.encode() in data[awal:]
    return data[:awal] + data[awal:].replace(lama.encode(), baru.encode(), 1)


RAGAM = [
    pytest.param(write_docx, read_docx, change_docx, id="docx"),
    pytest.param(render_html, read_html, change_html, id="html"),
]


@pytest.mark.parametrize(("tulis", "baca", "_ubah"), RAGAM)
def test_what_is_read_back_is_what_was_meant(tulis: Callable[[Dokumen], bytes], baca: Pembaca, _ubah: object) -> None:
    dokumen = sample_document()
    assert compare(dokumen, baca(tulis(dokumen)), nama="x") == []


@pytest.mark.parametrize(("tulis", "baca", "ubah"), RAGAM)
@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (">104,92<", ">104,93<"),
        (">93,36 %<", ">93,63 %<"),
        ("Realisasi anggaran<", "Realisasi anggarans<"),
        ("naik 1,24 poin", "naik 1,42 poin"),
        ("Nomor 29 Tahun 2014", "Nomor 92 Tahun 2014"),
        ("NIP 19700101 199001 1 001", "NIP 19700101 199001 1 002"),
    ],
)
def test_a_change_by_hand_is_caught(
    tulis: Callable[[Dokumen], bytes], baca: Pembaca, ubah: Callable[[bytes, str, str], bytes], lama: str, baru: str
) -> None:
    dokumen = sample_document()
    data = tulis(dokumen)
    # the contents list repeats headings and is not read; the heading itself comes after it
    for _ in range(3):
        data = ubah(data, lama, baru) if lama.encode() in _text_of(data) else data
    assert compare(dokumen, baca(data), nama="x")


def _text_of(data: bytes) -> bytes:
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as berkas:
            return berkas.read("word/document.xml")
    return data[data.index(b'<article class="naskah">') :]


@pytest.mark.parametrize(("tulis", "baca", "_ubah"), RAGAM)
def test_every_ref_leads_to_the_text_it_stands_for(
    tulis: Callable[[Dokumen], bytes], baca: Pembaca, _ubah: object
) -> None:
    isi = (
        Run(teks="Capaian "),
        Run(teks="93,36", ref="a/b c", tebal=True),
        Run(teks=" dan "),
        Run(teks="–", ref="ä/ü"),
    )
    dokumen = Dokumen(identitas=sample_identity(), blok=(Paragraf(isi=isi), Paragraf(isi=runs("93,36", "a/b c"))))
    assert baca(tulis(dokumen)).ref == {"a/b c": "93,36", "ä/ü": "–"}


@pytest.mark.parametrize(("tulis", "baca", "_ubah"), RAGAM)
def test_line_breaks_and_outer_blanks_do_not_matter(
    tulis: Callable[[Dokumen], bytes], baca: Pembaca, _ubah: object
) -> None:
    dokumen = Dokumen(identitas=sample_identity(), blok=(par("satu\ndua\ttiga "), par("")))
    assert compare(dokumen, baca(tulis(dokumen)), nama="x") == []


def test_html_counts_charts_and_docx_counts_pictures() -> None:
    dokumen = sample_document()
    assert read_html(render_html(dokumen)).gambar == 3
    assert read_docx(write_docx(dokumen)).gambar == 0


@pytest.mark.parametrize(
    ("baca", "data"),
    [
        (read_docx, b"bukan zip"),
        (read_docx, b""),
        (read_html, b"<html><body><p>lain</p></body></html>"),
        (read_html, b"\xff\xfe"),
        (read_html, b""),
    ],
)
def test_another_file_is_refused_with_the_reason(baca: Pembaca, data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="Berkas ini bukan"):
        baca(data)


def test_a_docx_without_its_map_still_gives_tables_and_text() -> None:
    dokumen = sample_document()
    keluar = BytesIO()
    with ZipFile(BytesIO(write_docx(dokumen))) as asal, ZipFile(keluar, "w") as tujuan:
        for nama in asal.namelist():
            if nama != "customXml/item1.xml":
                tujuan.writestr(nama, asal.read(nama))
    terbaca = read_docx(keluar.getvalue())
    assert terbaca.ref == {}
    assert compare(dokumen, terbaca, nama="x") == []


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice tidak tersedia")
def test_a_docx_that_libreoffice_has_saved_again_still_reads_alike(tmp_path: Path) -> None:
    dokumen = sample_document()
    (tmp_path / "a.docx").write_bytes(write_docx(dokumen))
    profil, keluar = (tmp_path / "profil").as_uri(), tmp_path / "keluar"
    perintah = [find_soffice() or "", f"-env:UserInstallation={profil}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*perintah, "--outdir", str(keluar), str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180
    )
    assert compare(dokumen, read_docx((keluar / "a.docx").read_bytes()), nama="x") == []
