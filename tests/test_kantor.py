"""The LibreOffice that is kept for the process: same pages as its own PDF, restarted when it dies, never left behind."""

import os
import signal
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contoh_dokumen import sample_document

from lakip_lib.galat import classify
from lakip_lib.proses import is_alive
from lakip_lib.report.docx import halaman, kantor, read_page_numbers, render_docx
from lakip_lib.report.docx.halaman import find_soffice, keep_kantor, pack_light, write_font_settings
from lakip_lib.report.docx.kantor import Kantor, KantorError

butuh_soffice = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice tidak tersedia")
PNG = halaman.TITIK


@pytest.fixture(scope="module")
def naskah() -> bytes:
    dokumen = sample_document()
    ruang = {blok.id: 1 for blok in dokumen.blok if hasattr(blok, "id")}
    return render_docx(dokumen, gambar=dict.fromkeys(ruang, PNG), halaman=ruang)


def unpack(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as berkas:
        return {nama: berkas.read(nama) for nama in berkas.namelist()}


@butuh_soffice
def test_its_pages_are_those_of_its_pdf(naskah: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> Kantor:
        raise KantorError("tidak mau")

    dari_kantor = read_page_numbers(naskah)
    monkeypatch.setattr(halaman, "keep_kantor", refuse)
    dari_pdf = read_page_numbers(naskah)
    assert dari_kantor == dari_pdf
    assert len(set(dari_kantor.values())) > 5
    assert min(dari_kantor.values()) == 1


@butuh_soffice
def test_it_answers_again_after_it_died_and_ends_with_a_file_it_cannot_read(naskah: bytes) -> None:
    satu, ringan = keep_kantor(find_soffice() or ""), pack_light(unpack(naskah))
    pertama, lama = satu.read_pages(ringan), satu.list_pids()
    assert satu.read_pages(ringan) == pertama
    assert satu.list_pids() == lama
    os.kill(lama[-1], signal.SIGKILL)
    assert satu.read_pages(ringan) == pertama
    baru, folder = satu.list_pids(), satu.folder
    with pytest.raises(KantorError, match="must lay the document out"):
        satu.read_pages(b"bukan dokumen")
    assert [pid for pid in (*lama, *baru) if is_alive(pid)] == []
    assert folder is not None
    assert not folder.exists()


def test_a_file_that_it_cannot_lay_out_is_no_file_without_pages(naskah: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> Kantor:
        raise KantorError("tidak mau")

    monkeypatch.setattr(halaman, "keep_kantor", refuse)
    monkeypatch.setattr(halaman, "find_soffice", lambda: "/tidak/ada/soffice")
    with pytest.raises(halaman.HalamanError) as galat:
        read_page_numbers(naskah)
    assert classify(galat.value)[1].startswith("LibreOffice berhenti atau tidak menjawab saat menghitung halaman")


def test_one_that_hangs_is_ended_in_time_and_not_asked_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kantor, "BATAS_BUKA", 0.2)
    macet = tmp_path / "soffice"
    macet.write_text("#!/bin/sh\nexec sleep 600\n")
    macet.chmod(0o755)
    satu, mulai = Kantor(str(macet), write_font_settings), time.monotonic()
    for kata in [*["no answer"] * kantor.COBA, "but failed"]:
        with pytest.raises(KantorError, match=kata):
            satu.read_pages(b"")
        assert satu.list_pids() == []
    assert time.monotonic() - mulai < 5


@butuh_soffice
def test_it_can_be_begun_before_it_is_asked(naskah: bytes) -> None:
    satu = Kantor(find_soffice() or "", write_font_settings)
    satu.prepare()
    lama = satu.list_pids()
    assert lama
    satu.prepare()
    assert len(satu.read_pages(pack_light(unpack(naskah)))) > 5
    assert set(lama) <= set(satu.list_pids())
    satu.close()


def test_one_that_cannot_begin_is_told_only_to_who_asks(tmp_path: Path) -> None:
    tiada = Kantor(str(tmp_path / "tiada"), write_font_settings)
    tiada.prepare()
    for _ in range(kantor.COBA):
        with pytest.raises(KantorError, match="must lay the document out"):
            tiada.read_pages(b"")
    tiada.prepare()
    assert tiada.list_pids() == []


def test_what_is_laid_out_has_neither_pictures_nor_marks_of_figures(naskah: bytes) -> None:
    asal, ringan = unpack(naskah), unpack(pack_light(unpack(naskah)))
    assert list(asal) == list(ringan)
    utuh, isi = asal[halaman.NASKAH], ringan[halaman.NASKAH]
    assert b"ref_" in utuh
    assert b"ref_" not in isi
    assert isi.count(b"<w:bookmarkStart") == isi.count(b"<w:bookmarkEnd") == utuh.count(b'w:name="_Toc')
    assert isi.count(b"<w:t") == utuh.count(b"<w:t")
