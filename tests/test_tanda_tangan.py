"""Signatures on the frozen PDF: made, found, compared; and what PDF/A-2a and PDF/UA-1 ask for still holds."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import susun_dokumen
from contoh_dokumen import par, sample_document
from pdf_baku import list_pelanggaran
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from sertifikat import HARI, SANDI, make_p12, rewrite, sign, sign_as

from lakip_lib.blok import Dokumen, Ttd
from lakip_lib.delivery.tanda_tangan import check_signed, compare_signed, sign_p12
from lakip_lib.delivery.tanda_tangan.banding import compare_text
from lakip_lib.errors import UnreadableFileError, UsageError
from lakip_lib.koreksi.kembali import compare_kembali, read_kembali
from lakip_lib.report.bab.depan import CARA_TTD, sign_kepala
from lakip_lib.report.bacaulang.banding import compare
from lakip_lib.report.bacaulang.docx import read_docx
from lakip_lib.report.bacaulang.html import read_html
from lakip_lib.report.bacaulang.pdf import read_pdf
from lakip_lib.report.docx import render_docx
from lakip_lib.report.html import render_html
from lakip_lib.report.pdf import render_pdf


def lay_out(dokumen: Dokumen, cara: str) -> Dokumen:
    """The document with its signature of one person laid out for that way of signing."""
    blok = [
        b.model_copy(update=CARA_TTD[cara]) if isinstance(b, Ttd) and len(b.pihak) == 1 else b for b in dokumen.blok
    ]
    return dokumen.model_copy(update={"blok": tuple(blok)})


def make_pdf(cara: str = "basah", *, ganti: tuple[str, str] | None = None) -> bytes:
    teks = lay_out(sample_document(), cara)
    if ganti:
        teks = Dokumen.model_validate_json(teks.model_dump_json().replace(*ganti))
    return render_pdf(teks)


@pytest.fixture(scope="module")
def beku() -> bytes:
    return make_pdf("p12")


@pytest.fixture(scope="module")
def tertanda(beku: bytes) -> bytes:
    return sign_p12(beku, make_p12(), SANDI, alasan="Persetujuan", lokasi="Kota Contoh")


# the page


@pytest.mark.parametrize("cara", CARA_TTD)
def test_every_format_holds_the_block_of_each_way_of_signing(cara: str) -> None:
    dokumen = lay_out(sample_document(), cara)
    assert compare(dokumen, read_pdf(render_pdf(dokumen)), nama="PDF") == []
    assert compare(dokumen, read_docx(render_docx(dokumen, gambar={})), nama="DOCX") == []
    assert compare(dokumen, read_html(render_html(dokumen)), nama="HTML") == []


@pytest.mark.parametrize("cara", CARA_TTD)
def test_the_block_of_a_returned_docx_is_no_change(cara: str) -> None:
    dokumen = lay_out(susun_dokumen.make_dokumen(), cara)
    assert compare_kembali(dokumen, read_kembali(render_docx(dokumen, gambar={}))) == ()


@pytest.mark.parametrize("cara", CARA_TTD)
def test_every_way_of_signing_keeps_the_clauses(cara: str) -> None:
    assert list_pelanggaran(make_pdf(cara)) == []


def test_the_block_follows_the_settings() -> None:
    konteks = susun_dokumen.make_konteks()
    for cara, tata in CARA_TTD.items():
        alur = konteks.settings.alur.model_copy(update={"cara_ttd": cara})
        ttd = sign_kepala(replace(konteks, settings=konteks.settings.model_copy(update={"alur": alur})))
        assert ttd.model_dump(include=set(tata)) == tata


@pytest.mark.parametrize("isi", range(22, 27))
def test_the_note_stands_on_the_page_of_its_signature(isi: int) -> None:
    ttd = next(b for b in lay_out(sample_document(), "tte").blok if isinstance(b, Ttd) and b.ruang)
    dokumen = sample_document().model_copy(update={"blok": (*(par("Satu baris isi.") for _ in range(isi)), ttd)})
    with pypdfium2.PdfDocument(render_pdf(dokumen)) as pdf:
        halaman = [h.get_textpage().get_text_bounded() for h in pdf]
    assert [("${ttd}" in teks) == ("disediakan untuk" in teks) for teks in halaman] == [True] * len(halaman)


# signing


def test_the_frozen_bytes_are_the_beginning_of_the_signed_file(beku: bytes, tertanda: bytes) -> None:
    bukti = compare_signed(beku, tertanda)
    assert tertanda.startswith(beku)
    assert (bukti.cara, bukti.tambahan, bukti.beda) == ("awalan", (), ())
    assert [(t.nama, t.utuh, t.meliputi) for t in bukti.tanda] == [("Contoh Kepala (contoh)", True, True)]


def test_an_rsa_key_signs_too(beku: bytes) -> None:
    (tanda,) = check_signed(sign_p12(beku, make_p12(jenis="rsa"), SANDI, alasan="", lokasi=""))
    assert tanda.utuh


@pytest.mark.parametrize(
    ("p12", "sandi", "kata"),
    [
        (make_p12(), "salah", "kata sandinya salah"),
        (b"bukan sertifikat", SANDI, "bukan PKCS#12"),
        (make_p12(mulai=-9 * HARI, akhir=-HARI), SANDI, "sudah tidak berlaku"),
        (make_p12(mulai=HARI), SANDI, "baru berlaku"),
        (make_p12(guna=0), SANDI, "tidak dibuat untuk menandatangani"),
        (make_p12(kunci_ada=False), SANDI, "tidak memuat kunci privat"),
    ],
)
def test_a_certificate_that_cannot_sign_is_told_so(beku: bytes, p12: bytes, sandi: str, kata: str) -> None:
    with pytest.raises(UsageError, match=kata):
        sign_p12(beku, p12, sandi, alasan="", lokasi="")


def lock(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as isi:
        simpan = BytesIO()
        isi.save(simpan, encryption=pikepdf.Encryption(owner="a", user="b"))
    return simpan.getvalue()


@pytest.mark.parametrize(
    "ubah", [lambda pdf: pdf[:3000], lock, lambda _: b"bukan pdf"], ids=["potong", "sandi", "lain"]
)
def test_a_pdf_that_cannot_be_signed_is_told_so(beku: bytes, ubah: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UsageError, match="tidak dapat ditandatangani"):
        sign(ubah(beku))


def test_the_same_field_is_not_signed_twice(tertanda: bytes) -> None:
    with pytest.raises(UsageError, match="sudah ditandatangani"):
        sign(tertanda)


def test_another_reader_finds_the_signature_valid(tertanda: bytes, tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None:
        pytest.skip("pdfsig (poppler) tidak ada")
    path = tmp_path / "tertanda.pdf"
    path.write_bytes(tertanda)
    hasil = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in hasil
    assert "Total document signed" in hasil
    assert "ETSI.CAdES.detached" in hasil


# what the standards ask for


def test_the_frozen_file_keeps_the_clauses(beku: bytes) -> None:
    assert list_pelanggaran(beku) == []


def test_the_signed_file_keeps_the_clauses(tertanda: bytes) -> None:
    assert list_pelanggaran(tertanda) == []


def test_a_field_on_the_page_would_have_to_be_tagged(tertanda: bytes) -> None:
    with pikepdf.open(BytesIO(tertanda)) as pdf:
        (kolom,) = pdf.Root.AcroForm.Fields
        kolom.Rect = pikepdf.Array([50, 50, 200, 100])
        del pdf.pages[0]["/Tabs"]
        simpan = BytesIO()
        pdf.save(simpan)
    salah = " ".join(list_pelanggaran(simpan.getvalue()))
    assert all(kata in salah for kata in ("WIDGET-FORM-TAG", "ANNOTATION-AP-REQUIRED", "PAGE-TABS", "BYTERANGE"))


def test_signing_says_nothing_new_of_the_document(beku: bytes, tertanda: bytes) -> None:
    with pikepdf.open(BytesIO(beku)) as lama, pikepdf.open(BytesIO(tertanda)) as baru:
        assert set(baru.Root) - set(lama.Root) == {"/AcroForm", "/Extensions"}
        assert list(baru.Root.Extensions) == ["/ESIC"]
        assert baru.Root.Metadata.read_raw_bytes() == lama.Root.Metadata.read_raw_bytes()


# what comes back from outside


def test_a_flipped_byte_of_the_frozen_part_is_found(beku: bytes, tertanda: bytes) -> None:
    tengah = len(beku) // 2
    rusak = tertanda[:tengah] + bytes([tertanda[tengah] ^ 1]) + tertanda[tengah + 1 :]
    bukti = compare_signed(beku, rusak)
    assert bukti.cara == "beda"
    assert any("tidak sah" in kata for kata in bukti.beda)


def stamp(pdf: bytes, teks: str, *, halaman: int = 0, letak: tuple[int, int] = (90, 20), tutup: bool = False) -> bytes:
    """The PDF with a line of text on a page, and a white sheet under it where asked for."""
    with pikepdf.open(BytesIO(pdf)) as isi:
        page = isi.pages[halaman]
        huruf = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        nama = page.add_resource(huruf, pikepdf.Name.Font)
        x, y = letak
        lembar = f"1 1 1 rg {x} {y - 40} 300 60 re f 0 0 0 rg " if tutup else ""
        kerja = f"q {lembar}BT {nama} 7 Tf {x} {y} Td ({teks}) Tj ET Q"
        page.contents_add(kerja.encode())
        simpan = BytesIO()
        isi.save(simpan)
    return simpan.getvalue()


def test_a_file_that_was_rewritten_is_compared_by_its_pages(beku: bytes) -> None:
    bukti = compare_signed(beku, sign(rewrite(beku)))
    assert (bukti.cara, bukti.beda) == ("isi", ())


def test_the_stamp_of_a_signing_service_is_told_apart(beku: bytes) -> None:
    kaki = "Dokumen ini telah ditandatangani secara elektronik"
    bukti = compare_signed(beku, sign(stamp(beku, kaki, halaman=1)))
    assert (bukti.cara, bukti.tambahan) == ("isi", (f"halaman 2: {kaki}",))


def test_another_text_is_no_stamp(beku: bytes) -> None:
    bukti = compare_signed(beku, sign(stamp(beku, "Capaian 125 persen", halaman=1)))
    assert bukti.beda == ("halaman 2: ada tambahan 'Capaian 125 persen'",)


def test_a_changed_figure_is_named_with_its_page(beku: bytes) -> None:
    lain = make_pdf("p12", ganti=("104,92", "105,92"))
    bukti = compare_signed(beku, sign(lain))
    assert bukti.cara == "beda"
    assert re.search(r"halaman \d+: tertulis '105,92', seharusnya '104,92'", " ".join(bukti.beda))


def test_print_that_was_covered_is_found_though_its_text_is_there(beku: bytes) -> None:
    with pikepdf.open(BytesIO(beku)) as isi:
        tinggi = float(isi.pages[1].MediaBox[3])
    tertutup = stamp(beku, "", halaman=1, letak=(90, int(tinggi) - 150), tutup=True)
    bukti = compare_signed(beku, sign(tertutup))
    assert any("halaman 2: sebagian cetakannya tertutup" in kata for kata in bukti.beda)


def test_the_place_that_a_service_replaces_may_be_gone() -> None:
    beku = make_pdf("tte")
    bukti = compare_signed(beku, sign(make_pdf("tte", ganti=("${ttd}", "Ditandatangani secara elektronik"))))
    assert bukti.cara == "isi"
    assert any("Ditandatangani secara elektronik" in teks for teks in bukti.tambahan)


def test_a_page_that_is_missing_is_told(beku: bytes) -> None:
    with pikepdf.open(BytesIO(beku)) as isi:
        jumlah = len(isi.pages)
        del isi.pages[-1]
        simpan = BytesIO()
        isi.save(simpan)
    bukti = compare_signed(beku, sign(simpan.getvalue()))
    assert bukti.beda == (f"jumlah halamannya {jumlah - 1}, seharusnya {jumlah}",)


def test_a_file_without_signature_proves_nothing(beku: bytes) -> None:
    assert compare_signed(beku, beku).beda == ("tidak ada tanda tangan elektronik di dalamnya",)


def test_what_is_changed_behind_a_signature_is_told(beku: bytes, tertanda: bytes) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(tertanda))
    writer.root["/Lang"] = writer.root["/Lang"].__class__("en")
    writer.update_root()
    simpan = BytesIO()
    writer.write(simpan)
    bukti = compare_signed(beku, simpan.getvalue())
    assert bukti.beda == ("setelah tanda tangan Contoh Kepala (contoh) berkas masih diubah",)


def test_a_second_signature_is_no_change(beku: bytes, tertanda: bytes) -> None:
    bukti = compare_signed(beku, sign_as(tertanda, None))
    assert (bukti.cara, len(bukti.tanda), bukti.beda) == ("awalan", 2, ())


def test_the_look_of_a_signature_is_told_apart(beku: bytes) -> None:
    bukti = compare_signed(beku, sign_as(beku, (300, 300, 470, 360), halaman=1))
    assert (bukti.cara, bukti.tambahan) == ("awalan", ("halaman 2: tampilan tanda tangan 60 × 21 mm",))


def test_the_look_of_a_signature_may_cover_nothing(beku: bytes) -> None:
    bukti = compare_signed(beku, sign_as(beku, (90, 600, 300, 700), halaman=1))
    assert any("halaman 2: sebagian cetakannya tertutup" in kata for kata in bukti.beda)


def draw(pdf: bytes, kerja: str, *, halaman: int = 1) -> bytes:
    """The PDF with strokes and fills on a page, without letters."""
    with pikepdf.open(BytesIO(pdf)) as isi:
        isi.pages[halaman].contents_add(f"q {kerja} Q".encode())
        simpan = BytesIO()
        isi.save(simpan)
    return simpan.getvalue()


def paste(pdf: bytes, kotak: tuple[int, int, int, int], *, halaman: int = 1) -> bytes:
    """The PDF with a black picture at left, bottom, width, height of a page."""
    x, y, lebar, tinggi = kotak
    with pikepdf.open(BytesIO(pdf)) as isi:
        data = isi.make_stream(Image.new("L", (8, 8)).tobytes())
        data.update({"/Subtype": pikepdf.Name.Image, "/Width": 8, "/Height": 8, "/BitsPerComponent": 8})
        data.update({"/Type": pikepdf.Name.XObject, "/ColorSpace": pikepdf.Name.DeviceGray})
        nama = isi.pages[halaman].add_resource(data, pikepdf.Name.XObject)
        isi.pages[halaman].contents_add(f"q {lebar} 0 0 {tinggi} {x} {y} cm {nama} Do Q".encode())
        simpan = BytesIO()
        isi.save(simpan)
    return simpan.getvalue()


def test_a_picture_is_told_apart(beku: bytes) -> None:
    bukti = compare_signed(beku, sign(paste(beku, (330, 200, 71, 71))))
    assert (bukti.cara, bukti.tambahan) == ("isi", ("halaman 2: gambar 25 × 25 mm",))


def test_a_pasted_figure_is_no_stamp(beku: bytes) -> None:
    bukti = compare_signed(beku, sign(paste(beku, (330, 200, 8, 10))))
    assert (
        "halaman 2: ada cetakan baru di luar tempat tanda tangan (sekitar 116 mm dari kiri, 222 mm dari atas)"
        in bukti.beda
    )


@pytest.mark.parametrize("letak", [(300, 400), (95, 655)], ids=["kosong", "di antara teks"])
def test_a_stroke_of_a_figure_is_found(beku: bytes, letak: tuple[int, int]) -> None:
    x, y = letak
    bukti = compare_signed(beku, sign(draw(beku, f"0.8 w {x} {y} m {x} {y + 6} l S")))
    assert any("halaman 2: " in kata for kata in bukti.beda)


def test_the_stamp_of_bsre_is_no_difference() -> None:
    beku = make_pdf("tte")
    with pikepdf.open(BytesIO(beku)) as isi:
        jumlah = len(isi.pages)
    kaki = (
        "UU ITE No 11 Tahun 2008 Pasal 5 Ayat 1: Informasi Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah",
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE",
    )
    hasil = beku
    for halaman in range(jumlah):
        for urut, teks in enumerate(kaki):
            hasil = stamp(hasil, teks, halaman=halaman, letak=(60, 30 - 9 * urut))
    bukti = compare_signed(beku, sign_as(hasil, (330, 450, 400, 510), halaman=1))
    assert (bukti.cara, bukti.beda) == ("isi", ())
    assert bukti.tambahan == (f"halaman 1–{jumlah}: {' '.join(kaki)}", "halaman 2: tampilan tanda tangan 25 × 21 mm")


def test_no_pdf_is_no_signed_pdf(beku: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        compare_signed(beku, b"bukan pdf")


def test_words_are_compared_in_order() -> None:
    assert compare_text(["a", "b"], ["a", "b"]) == ([], [])
    assert compare_text(["a", "b"], ["a"]) == ([], ["'b' tidak ada lagi"])
    assert compare_text(["${ttd}"], []) == ([], [])


@pytest.mark.parametrize(("apa", "kata"), [("js", "tindakan saat dibuka"), ("lampiran", "berkas lampiran")])
def test_what_was_put_in_beside_the_pages_is_named(beku: bytes, apa: str, kata: str) -> None:
    with pikepdf.open(BytesIO(beku)) as pdf:
        if apa == "js":
            pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        else:
            pdf.attachments["x.exe"] = b"MZ"
        keluar = BytesIO()
        pdf.save(keluar)
    bukti = compare_signed(beku, sign_as(keluar.getvalue(), None))
    assert bukti.cara == "beda"
    assert f"di dalamnya ada {kata} yang tidak ada pada yang disetujui" in bukti.beda
