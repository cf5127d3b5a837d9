"""How letters look: figures and words that do not part, rows that stay whole, a letterhead with whole lines."""

import pypdfium2 as pdfium
from contoh_surat import HARI, make_settings, read_pages

from lakip_lib.report.bacaulang.pdf import PDFIUM
from lakip_lib.surat import render_pdf
from lakip_lib.surat.naskah import Kolom, Naskah, Tabel
from lakip_lib.surat.rangka import make_kop, make_naskah
from lakip_lib.surat.reviu import BarisReviu, build_reviu


def read_lines(naskah: Naskah) -> list[str]:
    """The lines of the PDF's text as they stand."""
    with PDFIUM, pdfium.PdfDocument(render_pdf(naskah)) as berkas:
        return [baris.strip() for halaman in berkas for baris in halaman.get_textpage().get_text_range().splitlines()]


def make_tabel(*teks: str, lebar: float = 4.0) -> Naskah:
    """A letter with a table of one narrow column of text."""
    tabel = Tabel("Uji", (Kolom("Isi", lebar), Kolom("Sisa", 16 - lebar)), tuple((t, "") for t in teks))
    return make_naskah(make_settings(), "Uji", (tabel,), tanggal=HARI)


def test_no_figure_or_word_parts_that_fits_its_column() -> None:
    kata = ("9.512.814.180,00", "pertanggungjawaban")
    lines = read_lines(make_tabel(*(f"{'a' * n} {satu}" for n in range(1, 24) for satu in kata)))
    assert [sum(satu in baris for baris in lines) for satu in kata] == [23, 23]


def test_address_parts_after_its_signs_only() -> None:
    alamat = "https://diskominfo.contoh.example/unduh/lkjip-2025-kabupaten-contoh.pdf"
    lines = read_lines(make_tabel(f"Dimuat di {alamat}"))
    lines = [baris.removeprefix("Dimuat di ") for baris in lines]
    potong = [baris for baris in lines if baris and baris in alamat]
    assert "".join(potong) == alamat
    assert len(potong) > 1
    assert {baris[-1] for baris in potong[:-1]} <= set("/.-")


def test_row_does_not_part_at_a_pages_end() -> None:
    for n in range(6):
        baris = [BarisReviu(f"I.{i}", f"Awal{i}x {'kata ' * (40 + n * 7)} akhir{i}x", "ya") for i in range(12)]
        for halaman in read_pages(build_reviu(make_settings(), baris, versi="1.1", tanggal=HARI)):
            assert all((f"Awal{i}x" in halaman) == (f"akhir{i}x" in halaman) for i in range(12))


def test_letterhead_breaks_between_parts_and_names_no_scheme() -> None:
    instansi = {
        "kode": "dinas-uji",
        "nama": "Dinas Uji",
        "alamat": "Jalan Contoh Nomor 1, Kota Uji, Provinsi Contoh",
        "telepon": "(0745) 000000",
        "laman": "https://diskominfo.contoh.example/",
        "surel": "diskominfo@contoh.example",
    }
    kop = make_kop(make_settings(instansi={**instansi, "pemda": "Kabupaten Contoh"}))
    assert kop.alamat == (
        "Jalan Contoh Nomor 1, Kota Uji, Provinsi Contoh, Telepon\u00a0(0745) 000000",
        "Laman\u00a0diskominfo.contoh.example, Surel\u00a0diskominfo@contoh.example",
    )
