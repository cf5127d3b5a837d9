"""Corrections made with LibreOffice itself: exactly those come back, with changes tracked and without."""

from pathlib import Path

import pytest
from contoh_kembali import PNG, banding, docx, dokumen
from contoh_lengkap import write_dokumen
from perkantoran import REKAM, ganti, ganti_sel, hapus_baris, hapus_paragraf, komentari, sunting, tambah

from lakip_lib.blok import Gambar
from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.koreksi.kembali import compare_kembali, plan_terima, read_kembali
from lakip_lib.measures import compute_hasil
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.docx import render_docx
from lakip_lib.report.docx.halaman import find_soffice
from lakip_lib.settings import Lokasi, read_instansi

AKAR = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice tidak tersedia")
AKHIR = "Demikian penutup ini kami sampaikan."
LANGKAH = {
    "paragraf ditulis ulang": (
        (ganti(AKHIR, "Demikian laporan ini kami akhiri dengan baik."),),
        [("paragraf-berubah", AKHIR, "Demikian laporan ini kami akhiri dengan baik.")],
    ),
    "angka dalam tabel": ((ganti_sel("102,18", "103,18"),), [("angka-berubah", "102,18", "103,18")]),
    "angka dalam kalimat": (
        (ganti("628,29 juta", "629,29 juta"),),
        [("angka-berubah", "Rp 628,29 juta", "Rp 629,29 juta")],
    ),
    "paragraf dihapus": ((hapus_paragraf(AKHIR),), [("paragraf-hilang", AKHIR, "")]),
    "paragraf ditambah": ((tambah(AKHIR, "Semoga bermanfaat."),), [("paragraf-baru", "", "Semoga bermanfaat.")]),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kantor")


def test_saved_again_without_an_edit_nothing_differs(folder: Path) -> None:
    assert banding(sunting(docx(), folder)) == ()


@pytest.mark.parametrize("rekam", ["", REKAM], ids=["tanpa rekam", "rekam"])
@pytest.mark.parametrize("nama", LANGKAH)
def test_a_correction_comes_back_as_itself_alone(nama: str, rekam: str, folder: Path) -> None:
    langkah, harap = LANGKAH[nama]
    beda = banding(sunting(docx(), folder, rekam, *langkah))
    assert [(str(b.jenis), b.lama, b.baru) for b in beda] == harap


@pytest.mark.parametrize("rekam", ["", REKAM], ids=["tanpa rekam", "rekam"])
@pytest.mark.parametrize("isi", ["Waktu tanggap pengaduan masyarakat", "Faktor pendukung", "Uji petik"])
def test_a_deleted_row_comes_back_as_itself_alone(isi: str, rekam: str, folder: Path) -> None:
    (beda,) = banding(sunting(docx(), folder, rekam, hapus_baris(isi)))
    assert beda.jenis == "baris-hilang"
    assert isi in beda.lama


def test_a_comment_comes_back_with_its_words(folder: Path) -> None:
    (beda,) = banding(sunting(docx(), folder, komentari(AKHIR, "Mohon ditambah rencana tahun depan.")))
    assert (str(beda.jenis), beda.lama, beda.baru, beda.penulis) == (
        "komentar",
        AKHIR,
        "Mohon ditambah rencana tahun depan.",
        ("Sekretaris",),
    )


def test_prose_corrected_beside_a_changed_figure_is_accepted_and_the_figure_is_not(folder: Path) -> None:
    langkah = (REKAM, ganti(AKHIR, "Demikian laporan ini."), ganti("89,98%", "98,98%"), hapus_baris("Uji petik"))
    terbaca = read_kembali(sunting(docx(), folder, *langkah))
    rencana = plan_terima(dokumen(), terbaca, compare_kembali(dokumen(), terbaca))
    assert [n.nama for n in rencana.naskah] == ["penutup"]
    assert rencana.naskah[0].teks.endswith("| Rapat data | Sekretariat |\n\nDemikian laporan ini.\n")
    assert [str(b.jenis) for b in rencana.ditolak] == ["angka-berubah"]


def test_a_whole_sample_saved_again_differs_in_nothing(folder: Path) -> None:
    lokasi = Lokasi(AKAR, 2025, "diskominfo-sarolangun")
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    draf = write_dokumen(Konteks(compute_hasil(kinerja, settings), kinerja, settings))
    kirim = render_docx(draf, gambar={b.id: PNG for b in draf.blok if isinstance(b, Gambar)})
    assert compare_kembali(draf, read_kembali(sunting(kirim, folder))) == ()
