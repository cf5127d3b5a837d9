"""Reminders and the nota as plain text: golden."""

from datetime import date

import pytest
from contoh_surat import make_settings

from lakip_lib.surat.pengantar_formulir import describe_pengantar
from lakip_lib.surat.pengingat import Perihal, choose_perihal, write_pengingat

INSTANSI = {
    "kode": "dinas-uji",
    "nama": "Dinas Uji",
    "pemda": "Kabupaten Contoh",
    "telepon": "(0745) 123",
    "surel": "uji@contoh.example",
}
SETTINGS = make_settings(instansi=INSTANSI, pengaturan={"judul": "Laporan Kinerja"})
UNIT = SETTINGS.unit[0]
NAMA = "formulir data kinerja Bidang 1 untuk Laporan Kinerja Tahun 2025"
TANYA = (
    "Pertanyaan dapat disampaikan kepada Kepala Subbagian Program (Dharma Umpama), telepon (0745) 123, "
    "surel uji@contoh.example."
)
PENUTUP = "Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."

SUREL_TERLAMBAT = f"""\
Yth. Kepala 1 (u.p. Pic 1)

Dengan hormat kami sampaikan bahwa {NAMA} belum kami terima, sedangkan batas waktunya Kamis, 15 Januari 2026 (2 hari kerja \
yang lalu).

Mohon formulir segera dikirim melalui surel. Bila ada data yang belum tersedia, tuliskan alasannya pada formulir. {TANYA}

{PENUTUP}

Plt. Sekretaris
Dinas Uji
Cahaya Misalina"""

WHATSAPP = {
    Perihal.SEBELUM: f"""\
Yth. Bapak/Ibu Pic 1

Dengan hormat kami ingatkan bahwa {NAMA} ditunggu paling lambat Kamis, 15 Januari 2026. Bila telah dikirim melalui surel, \
pesan ini dapat diabaikan.

Terima kasih.
Plt. Sekretaris
Dinas Uji
Cahaya Misalina""",
    Perihal.HARI_INI: f"""\
Yth. Bapak/Ibu Pic 1

Dengan hormat kami ingatkan bahwa hari ini, Kamis, 15 Januari 2026, adalah batas waktu penyampaian {NAMA}. Mohon formulir \
dikirim hari ini melalui surel. Bila telah dikirim, pesan ini dapat diabaikan.

Terima kasih.
Plt. Sekretaris
Dinas Uji
Cahaya Misalina""",
    Perihal.PERBAIKAN: f"""\
Yth. Bapak/Ibu Pic 1

Terima kasih atas {NAMA} yang telah disampaikan. Pada isian terdapat 3 hal yang harus diperbaiki; rinciannya ada pada nota \
dan salinan formulir yang kami kirimkan kembali. Batas waktunya telah lewat 2 hari kerja. Mohon perbaikan ditulis pada \
salinan itu dan dikirim kembali secepatnya melalui surel.

Terima kasih.
Plt. Sekretaris
Dinas Uji
Cahaya Misalina""",
}

NOTA = f"""\
Yth. Kepala 1

Dalam rangka penyusunan Laporan Kinerja Tahun 2025 Dinas Uji, bersama ini disampaikan formulir data kinerja untuk Bidang 1. \
Sehubungan dengan itu, dimohon kesediaan Saudara untuk:
1. mengisi sel berwarna kuning pada lembar F1 sampai dengan F3 dengan data tahun 2025;
2. menyebutkan data dukung setiap indikator pada lembar F4;
3. menuliskan alasannya bila suatu data belum tersedia, agar tidak ada sel yang kosong;
4. memeriksa kembali isian dan melengkapi pernyataan pada lembar F5;
5. mengirimkan kembali formulir melalui surel paling lambat Kamis, 15 Januari 2026, tanpa mengubah nama lembar dan susunan \
kolomnya.

{TANYA}
{PENUTUP}

Lampiran: formulir data kinerja (B1.xlsx), dengan petunjuk pengisian di dalamnya; tanda terima.

Plt. Sekretaris
Dinas Uji
Cahaya Misalina
"""


@pytest.mark.parametrize("perihal", WHATSAPP)
def test_whatsapp_reminder_is_short_and_polite(perihal: Perihal) -> None:
    pesan = write_pengingat(SETTINGS, UNIT, perihal, terlambat=2, wajib=3, saluran="surel")
    assert pesan.whatsapp == WHATSAPP[perihal]


def test_mail_reminder_says_how_late_in_working_days() -> None:
    pesan = write_pengingat(SETTINGS, UNIT, Perihal.TERLAMBAT, terlambat=2, saluran="surel")
    assert pesan.hal == "Pengingat penyampaian formulir data kinerja untuk Laporan Kinerja Tahun 2025"
    assert pesan.surel == SUREL_TERLAMBAT


def test_file_of_a_reminder_holds_both_texts() -> None:
    pesan = write_pengingat(SETTINGS, UNIT, Perihal.SEBELUM)
    assert str(pesan) == f"SUREL\nHal: {pesan.hal}\n\n{pesan.surel}\n\nWHATSAPP\n\n{pesan.whatsapp}\n"


def test_nota_as_plain_text() -> None:
    assert describe_pengantar(SETTINGS, UNIT, saluran="surel") == NOTA


@pytest.mark.parametrize(
    ("hari", "wajib", "perihal"),
    [
        (date(2026, 1, 14), 0, Perihal.SEBELUM),
        (date(2026, 1, 15), 0, Perihal.HARI_INI),
        (date(2026, 1, 16), 0, Perihal.TERLAMBAT),
        (date(2026, 1, 14), 1, Perihal.PERBAIKAN),
    ],
)
def test_day_and_faults_decide_what_to_remind_of(hari: date, wajib: int, perihal: Perihal) -> None:
    assert choose_perihal(SETTINGS, hari=hari, wajib=wajib) is perihal


def test_reminder_of_a_unit_without_people_still_has_an_address() -> None:
    settings = make_settings(pejabat={}, unit=[{"kode": "A", "nama": "Klaster Ibu dan Anak"}])
    pesan = write_pengingat(settings, settings.unit[0], Perihal.SEBELUM)
    assert pesan.surel.startswith("Yth. Pimpinan Klaster Ibu dan Anak\n")
    assert pesan.whatsapp.startswith("Yth. Pimpinan Klaster Ibu dan Anak\n")
    assert "None" not in str(pesan)
