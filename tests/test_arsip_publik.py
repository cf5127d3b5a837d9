"""The public copy: no evidence, no personal data, whatever kind of file it hides in."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contoh_arsip import SiklusUji, make_docx, make_pdf, make_settings, make_siklus
from openpyxl import Workbook
from openpyxl.comments import Comment

from lakip_lib.delivery.arsip.isi import Arsip, build_arsip
from lakip_lib.delivery.arsip.pribadi import Dikenal, find_pribadi
from lakip_lib.delivery.arsip.publik import build_publik, scan_publik, select_publik
from lakip_lib.delivery.arsip.teks import list_teks
from lakip_lib.delivery.arsip.zip_baku import find_rusak
from lakip_lib.errors import LakipError
from lakip_lib.model.kinerja import dump_table, make_table

KANTOR = Dikenal("074591234", "dinas@contoh.go.id", "jalan lintas contoh nomor 1 kota contoh")


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("NIK 1503011203850001.", "NIK"),
        ("1234567890123456", "NIK"),
        ("NIK: 150301 520385 0001", "NIK"),
        ("1503-0112-0385-0001", "NIK"),
        ("hubungi 081234567890", "nomor telepon"),
        ("hubungi 0812-3456-7890 (Budi)", "nomor telepon"),
        ("0812 3456 789", "nomor telepon"),
        ("+62 812-3456-7890", "nomor telepon"),
        ("WA 6281234567890", "nomor telepon"),
        ("(0741) 123456", "nomor telepon"),
        ("0741-123456", "nomor telepon"),
        ("HP. 0812 34 56 78 90", "nomor telepon"),
        ("budi.santoso@gmail.com", "alamat surel"),
        ("surel: Budi_S+1@mail.contoh.co.id,", "alamat surel"),
        ("Jl. Melati No. 12", "alamat rumah"),
        ("JALAN MELATI NO.12B", "alamat rumah"),
        ("Perumahan Griya Asri Blok C5", "alamat rumah"),
        ("RT 03 RW 05", "alamat rumah"),
        ("RT.003/RW.005", "alamat rumah"),
        ("RT 03/05", "alamat rumah"),
        ("alamat rumah: Desa Sungai Baung", "alamat rumah"),
    ],
)
def test_personal_data_is_found(teks: str, jenis: str) -> None:
    assert [satu.jenis for satu in find_pribadi(teks, KANTOR)][:1] == [jenis]


@pytest.mark.parametrize(
    "teks",
    [
        "NIP. 19700101 199501 1 001",
        "197001011995011001",
        "2020 2021 2022 2023 2024 2025",
        "3174 0112 2020 2021",
        "Rp 1.234.567.890.123,00",
        "628123456789",
        "628123456789.00",
        "0 82 100 55 90 85 74",
        "2.16.01.2.02.0001",
        "2.16.2.20.2.21.01.0000",
        "0,1234567890123456",
        "9247f83e940a56d08221899bc9a6d626203a834609ba8ae14d992ee92ae9edfd",
        "8 Januari 2026 pukul 08.15",
        "000.8.6.3/12/OR",
        "Undang-Undang Nomor 38 Tahun 2004 tentang Jalan",
        "Jalan Kabupaten Peraturan Daerah Nomor 12 Tahun 2020",
        "Terbangunnya jalan sepanjang 12 km",
        "bantuan bagi 12 RT dan 3 RW",
        "Telepon (0745) 91234, surel DINAS@contoh.go.id",
        "+62 745 91234",
        "Jalan Lintas Contoh Nomor 1",
        "Jl. Jenderal Sudirman",
    ],
)
def test_what_a_report_prints_anyway_is_no_personal_data(teks: str) -> None:
    assert list(find_pribadi(teks, KANTOR)) == []


def test_a_finding_does_not_repeat_what_must_not_be_seen() -> None:
    assert [satu.tersamar for satu in find_pribadi("081234567890", KANTOR)] == ["0812********"]


def make_xlsx(ubah: Callable[[Workbook], None]) -> bytes:
    buku = Workbook()
    ubah(buku)
    buffer = BytesIO()
    buku.save(buffer)
    return buffer.getvalue()


def put_cell(buku: Workbook) -> None:
    buku.worksheets[0]["C7"] = "hp 081234567890"


def put_number(buku: Workbook) -> None:
    buku.worksheets[0]["B2"] = 1503011203850001


def put_comment(buku: Workbook) -> None:
    buku.worksheets[0]["A1"].comment = Comment("tanya budi@surel.example", "lakip")


def put_creator(buku: Workbook) -> None:
    buku.properties.creator = "budi@surel.example"


def make_docx_part(bagian: str, isi: str) -> bytes:
    buffer = BytesIO(make_docx("Laporan"))
    with ZipFile(buffer, "a") as berkas:
        berkas.writestr(bagian, isi)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("nama", "data", "tempat"),
    [
        ("LKjIP.pdf", make_pdf("Laporan NIK 1503011203850001"), "halaman 1"),
        ("LKjIP.docx", make_docx("</w:t></w:p><w:p><w:t>0812-</w:t><w:t>3456-7890"), "alinea 2"),
        ("LKjIP.docx", make_docx_part("docProps/core.xml", "<dc:creator>b@surel.example</dc:creator>"), "core.xml"),
        ("LKjIP.docx", make_docx_part("word/_rels/a.rels", '<R Target="mailto:b@surel.example"/>'), "a.rels"),
        ("LKjIP.docx", make_docx_part("word/comments.xml", "<w:t>RT 03 RW 05</w:t>"), "comments.xml"),
        ("LKjIP.html", b"<h2>Bab I</h2><table><td>NIK 15030112<b>03850001</b></td></table>", "bagian 'Bab I'"),
        ("LKjIP.html", b"<h2>Bab I</h2><img alt='hp 081234567890'>", "(alt)"),
        ("LKjIP.html", b"<!-- 081234567890 -->", "(komentar)"),
        ("LKjIP.html", b'<script type="application/json">{"a": [{"b": "b@surel.example"}]}</script>', "data a/1/b"),
        ("kertas-kerja.xlsx", make_xlsx(put_cell), "sel C7"),
        ("kertas-kerja.xlsx", make_xlsx(put_number), "sel B2"),
        ("kertas-kerja.xlsx", make_xlsx(put_comment), "sel A1 (komentar)"),
        ("kertas-kerja.xlsx", make_xlsx(put_creator), "keterangan berkas"),
        ("hasil.json", b'{"indikator": [{"sumber": [{"berkas": "isian/budi@surel.example.xlsx"}]}]}', "/sumber/1/"),
        ("data/target.csv", b'indikator,keterangan\nI1,"ubah, tanya 081234567890"\n', "baris 2 kolom keterangan"),
        ("BACA-DULU.txt", b"satu\nhubungi 081234567890\n", "baris 2"),
    ],
)
def test_it_is_found_in_every_kind_of_file(nama: str, data: bytes, tempat: str) -> None:
    (temuan,) = scan_publik({nama: data}, make_settings())
    assert (temuan.berkas, temuan.aturan, temuan.tingkat) == (nama, "data-pribadi", "wajib")
    assert temuan.pesan.startswith(f"{nama}, ")
    assert tempat in temuan.pesan


def test_programs_and_styles_of_a_page_are_no_text() -> None:
    html = b"<style>a{}/* x@y.example */</style><script>/* feross@feross.org 1234567890123456 */</script><p>isi</p>"
    assert [teks for _, teks in list_teks("a.html", html)] == ["isi"]


def test_a_file_that_cannot_be_looked_through_stops_the_copy() -> None:
    with pytest.raises(LakipError, match="kind whose text can be read"):
        list_teks("bukti.jpg", b"")


@pytest.fixture
def siklus(tmp_path: Path) -> SiklusUji:
    return make_siklus(tmp_path)


def build(siklus: SiklusUji, **lain: bytes) -> Arsip:
    arsip = build_arsip(siklus.lokasi, make_settings(), siklus.buku)
    isi = {**arsip.isi, "laporan/kertas-kerja.xlsx": make_xlsx(lambda buku: None), **lain}
    return Arsip(arsip.kode, arsip.data, isi)


def test_the_copy_holds_the_report_and_open_data_alone(siklus: SiklusUji) -> None:
    salinan = build_publik(build(siklus), make_settings())
    assert sorted(salinan.isi) == [
        "BACA-DULU.txt",
        "LKjIP.docx",
        "LKjIP.html",
        "LKjIP.pdf",
        "data/hasil_indikator.csv",
        "hasil.json",
        "kertas-kerja.xlsx",
    ]
    assert salinan.temuan == ()
    assert salinan.data is not None
    assert find_rusak(salinan.data) == []
    assert salinan.nama.endswith("-publik.zip")


def test_the_signed_pdf_takes_the_place_of_the_frozen_one(siklus: SiklusUji) -> None:
    isi = select_publik(build(siklus, **{"laporan/LKjIP-tertanda.pdf": b"tertanda"}).isi)
    assert isi["LKjIP-tertanda.pdf"] == b"tertanda"
    assert "LKjIP.pdf" not in isi


def test_tables_with_personal_data_and_such_columns_stay_inside(siklus: SiklusUji) -> None:
    tabel = {
        "hasil/indikator.csv": dump_table(make_table("indikator", [{"kode": "I1", "pic": "Budi, 0812"}])).encode(),
        "hasil/pernyataan.csv": dump_table(make_table("pernyataan", [{"diisi_oleh": "Budi"}])).encode(),
        "hasil/bukti.csv": b"kode\n",
        "hasil/lengkap.json": b"{}",
    }
    isi = select_publik(build(siklus, **tabel).isi)
    assert b"Budi" not in isi["data/indikator.csv"]
    assert b"I1" in isi["data/indikator.csv"]
    assert not {n for n in isi if "pernyataan" in n or "bukti" in n or "lengkap" in n}


def test_a_copy_with_personal_data_is_not_written(siklus: SiklusUji) -> None:
    kotor = json.dumps({"nama": "hubungi 081234567890"}).encode()
    salinan = build_publik(build(siklus, **{"laporan/hasil.json": kotor}), make_settings())
    assert salinan.data is None
    assert [t.pesan for t in salinan.temuan] == [
        "hasil.json, nama: memuat nomor telepon (0812********). Mohon dihapus sebelum dibuka untuk umum."
    ]
