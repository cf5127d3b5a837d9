import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document

from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.forms.nota import TITIK, KepalaNota, list_baris_nota, split_pesan, write_nota
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

SOFFICE = shutil.which("soffice")
ISI = IsiFormulir(
    "dinas-contoh", "Dinas Contoh", "Pemerintah Kabupaten Contoh", 2025, "bid-a", "Bidang A",
    date(2026, 1, 5), date(2026, 1, 15), "Subbagian Perencanaan (contoh)",
)  # fmt: skip
KEPALA = KepalaNota("Kepala Subbagian Program (contoh)", date(2026, 1, 22), "Kota Contoh")
PESAN = "Lembar F1 Capaian, sel O6: realisasi tertulis '1.234'. Tuliskan 1234 bila ribuan, 1,234 bila desimal."


def make_temuan(n: int, *, pesan: str = PESAN, tingkat: Tingkat = Tingkat.WAJIB) -> list[Temuan]:
    return [
        Temuan("isian/a.xlsx", "angka.ambigu", tingkat, pesan, "F1 Capaian", f"O{6 + i}", "realisasi", "1.234")
        for i in range(n)
    ]


def read_text(path: Path) -> str:
    return "\n".join(p.text for p in Document(str(path)).paragraphs)


def test_a_message_falls_into_problem_and_what_to_do() -> None:
    assert split_pesan(PESAN) == (
        "Realisasi tertulis '1.234'.",
        "Tuliskan 1234 bila ribuan, 1,234 bila desimal.",
    )
    assert split_pesan("isian/A.xlsx: lembar F2 tidak ada. Mohon kirim.")[0] == "isian/A.xlsx: lembar F2 tidak ada."
    assert split_pesan("Lembar F5 tidak ada.") == ("Lembar F5 tidak ada.", "Mohon diperiksa.")


def test_findings_stand_in_a_numbered_table(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, make_temuan(2), kepala=KEPALA)
    table = Document(str(tmp_path / "nota.docx")).tables[0]
    rows = [[c.text for c in row.cells] for row in table.rows]
    assert rows[0] == ["No", "Lembar, sel", "Nilai", "Masalah", "Yang perlu dilakukan", "Tingkat"]
    assert rows[2] == ["2", "F1 Capaian, O7", "1.234", *split_pesan(PESAN), "wajib"]
    assert "22 Januari 2026" in read_text(tmp_path / "nota.docx")


def test_the_day_is_left_to_be_written_and_the_deadline_right_on_any(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, make_temuan(1), kepala=KEPALA)
    teks = read_text(tmp_path / "nota.docx")
    assert f"\nKota Contoh, {TITIK}\nKepala Subbagian" in teks
    assert "paling lambat 22 Januari 2026, atau secepatnya bila tanggal itu telah lewat." in teks
    assert re.findall(r"\d+ Januari 2026", teks) == ["22 Januari 2026"]


def test_without_a_place_only_the_dots_stand(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, [], kepala=replace(KEPALA, tempat=""))
    assert f"\n{TITIK}\nKepala Subbagian" in read_text(tmp_path / "nota.docx")


def test_a_faultless_form_is_received_as_complete(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, [], kepala=KEPALA)
    assert "diterima lengkap" in read_text(tmp_path / "nota.docx")
    assert not Document(str(tmp_path / "nota.docx")).tables


def test_mere_notes_ask_for_no_answer(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, make_temuan(1, tingkat=Tingkat.CATATAN), kepala=KEPALA)
    assert "tidak memerlukan jawaban" in read_text(tmp_path / "nota.docx")


def test_beyond_twelve_findings_the_nota_points_to_the_csv(tmp_path: Path) -> None:
    write_nota(tmp_path / "nota.docx", ISI, make_temuan(15), kepala=KEPALA)
    assert "dan 3 lainnya, lihat berkas CSV" in read_text(tmp_path / "nota.docx")


def test_long_findings_take_fewer_rows() -> None:
    assert len(list_baris_nota(make_temuan(12, pesan="Panjang sekali " * 40))) < 12


def test_unprintable_characters_do_not_stop_the_nota(tmp_path: Path) -> None:
    temuan = [Temuan("a.xlsx", "x", Tingkat.WAJIB, "Tertulis 'a\x01b'. Mohon diketik ulang.", nilai="a\x01b")]
    write_nota(tmp_path / "nota.docx", ISI, temuan, kepala=KEPALA)
    assert Document(str(tmp_path / "nota.docx")).tables[0].cell(1, 2).text == "a\ufffdb"


def test_the_same_nota_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_nota(tmp_path / name, ISI, make_temuan(3), kepala=KEPALA)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with ZipFile(tmp_path / "a.docx") as container:
        assert container.read("docProps/core.xml").count(b"2026-01-05T00:00:00Z") == 2


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) tidak terpasang")
def test_the_nota_prints_on_one_page(tmp_path: Path) -> None:
    cases = {"biasa": make_temuan(15), "panjang": make_temuan(30, pesan="Panjang sekali kalimatnya, lalu " * 12)}
    for name, temuan in cases.items():
        write_nota(tmp_path / f"{name}.docx", ISI, temuan, kepala=KEPALA)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    files = [tmp_path / f"{name}.docx" for name in cases]
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in cases:
        with pypdfium2.PdfDocument(tmp_path / f"{name}.pdf") as pdf:
            assert len(pdf) == 1
