"""Letters say what fits the case, and nothing that does not."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from contoh_surat import HARI, make_settings, read_docx, read_pages
from kasus_alur import TAHUN, make_entri, make_lokasi, write_tahun
from test_surat_langkah import KENDALI, RINGKASAN, STATUS

from lakip_lib.alur.buku import append_entri
from lakip_lib.alur.kalender import read_kalender
from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.sop.kendali import list_kendali, list_tonggak
from lakip_lib.delivery.sop.lembar import write_pengingat_unit
from lakip_lib.settings import read_instansi
from lakip_lib.surat.ajuan import build_ajuan
from lakip_lib.surat.kendali import build_kendali, describe_jumlah
from lakip_lib.surat.naskah import Tabel
from lakip_lib.surat.pengantar_formulir import list_permintaan, say_kontak
from lakip_lib.surat.pengingat import Perihal, choose_perihal, write_pengingat
from lakip_lib.surat.pihak import say_peran
from lakip_lib.surat.rekap_himpun import build_rekap
from lakip_lib.surat.reviu import BarisReviu, build_reviu


def test_control_sheet_counts_the_time_of_waiting_apart() -> None:
    assert (
        describe_jumlah(KENDALI)
        == "1 hari 1 jam 40 menit, di luar 1 hari 5 jam 50 menit menunggu; 1 kali melewati batas"
    )
    teks = read_docx(
        build_kendali(make_settings(), KENDALI, tanggal=HARI, tonggak=["reviu 3 Februari 2026 (entri 17)"])
    )
    assert "reviu 3 Februari 2026 (entri 17)" in teks


def test_control_sheet_leaves_out_no_entry_and_names_the_final_build(tmp_path: Path) -> None:
    lokasi = make_lokasi(tmp_path)
    buku = write_tahun(lokasi, 13)
    for satu in (("susun", "2026-01-28 11:35", SELESAI, "2.1", {"final": True}), *TAHUN[13:]):
        buku = append_entri(lokasi.alur, buku, make_entri(*satu))
    settings = read_instansi(lokasi.settings)
    baris = list_kendali(buku, read_kalender(lokasi.raw, settings), settings)
    tonggak = list_tonggak(buku)
    nomor = {b.entri for b in baris} | {int(t.partition("(entri ")[2].rstrip(")")) for t in tonggak}
    assert {e.nomor for e in buku.entri} <= nomor
    assert "Penolakan" in [b.langkah for b in baris if b.nomor == 9]
    assert "Dokumen final untuk tanda tangan" in [b.langkah for b in baris if b.nomor == 6]


def test_sheet_calls_head_and_secretary_as_the_office_does() -> None:
    settings = make_settings(
        pejabat={"kepala": {"jabatan": "Kepala Puskesmas"}, "sekretaris": {"jabatan": "Kepala Subbagian Tata Usaha"}}
    )
    assert [say_peran(settings, p) for p in ("kepala", "sekretaris", "kasubag_program")] == [
        "Kepala Puskesmas", "Kepala Subbagian Tata Usaha", "Kasubag Program",
    ]  # fmt: skip
    assert [say_peran(make_settings(), p) for p in ("kepala", "sekretaris")] == ["Kepala Dinas", "Sekretaris"]


def test_answer_and_evidence_of_the_reviu_read_as_sentences() -> None:
    baris = [BarisReviu("I.1", "Butir", "ya", "sudah diperiksa", ("Bab I", "Tabel 3.1"))]
    teks = read_docx(build_reviu(make_settings(), baris, versi="1.1", tanggal=HARI))
    assert "Sudah diperiksa" in teks
    assert "Bab I; Tabel 3.1" in teks


@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_head_reads_why_he_gave_the_version_before_back(kertas: str) -> None:
    naskah = build_ajuan(
        make_settings(pengaturan={"kertas": kertas}),
        [replace(satu, alasan="Belum mencapai target " * 12) for satu in RINGKASAN],
        versi="2.1",
        versi_lalu="1.1",
        alasan_lalu="Sebab turun belum ditulis. " * 20,
        peringatan=["Peringatan panjang " * 20] * 9,
        perubahan=["Perubahan panjang " * 20] * 9,
        tanggal=HARI,
    )
    (halaman,) = read_pages(naskah)
    assert "Versi 1.1 : Dikembalikan: Sebab turun belum ditulis." in halaman


def test_recap_speaks_of_versions_and_faults_only_where_there_are() -> None:
    satu = replace(STATUS[0], versi=1)
    assert "urutan versinya" not in read_docx(build_rekap(make_settings(), [satu], tanggal=HARI))
    assert "urutan versinya" in read_docx(build_rekap(make_settings(), STATUS, tanggal=HARI))
    tabel = build_rekap(make_settings(), [replace(STATUS[2], wajib=1)], tanggal=HARI).bagian[2]
    assert isinstance(tabel, Tabel)
    assert tabel.baris[0][-1] == "–"


def test_paper_is_no_way_to_send_something_back() -> None:
    assert "melalui" not in " ".join(list_permintaan(make_settings(), "cetak"))
    assert "formulir melalui WhatsApp paling lambat" in list_permintaan(make_settings(), "WhatsApp")[-1]


def test_nobody_is_told_to_ask_himself() -> None:
    pejabat = {"kepala": {"nama": "Arga", "jabatan": "Kepala Puskesmas"},
               "sekretaris": {"nama": "Kenanga", "jabatan": "Kepala Subbagian Tata Usaha"}}  # fmt: skip
    settings = make_settings(
        pejabat=pejabat, unit=[{"kode": "TU", "nama": "Subbagian Tata Usaha"}, {"kode": "P2", "nama": "Klaster"}]
    )
    tu, lain = settings.unit
    assert "Kepala Puskesmas (Arga)" in say_kontak(settings, tu)
    assert "Kepala Subbagian Tata Usaha (Kenanga)" in say_kontak(settings, lain)


def test_unit_whose_form_is_missing_is_not_thanked_for_it() -> None:
    siklus: Any = SimpleNamespace(settings=make_settings())
    unit = siklus.settings.unit[0]
    belum = write_pengingat_unit(siklus, datetime(2026, 1, 19).date(), unit, terlambat=2, wajib=1)
    assert "belum kami terima" in belum
    assert "Terima kasih atas" not in belum
    rusak = write_pengingat_unit(siklus, datetime(2026, 1, 19).date(), unit, terlambat=2, wajib=1, masuk=True)
    assert "Pada isian terdapat 1 hal yang harus diperbaiki" in rusak


def test_thanks_for_an_accepted_form_are_a_whole_message() -> None:
    settings = make_settings()
    assert choose_perihal(settings, hari=HARI, wajib=1, diterima=True) is Perihal.DITERIMA
    pesan = write_pengingat(settings, settings.unit[0], Perihal.DITERIMA)
    assert pesan.hal.startswith("Penerimaan formulir data kinerja")
    assert pesan.whatsapp.startswith("Yth. Bapak/Ibu Pic 1\n")
    assert "telah kami terima. Tidak ada isian yang harus diperbaiki." in pesan.surel
    assert pesan.whatsapp.endswith("Plt. Sekretaris\nDinas Uji\nCahaya Misalina")
