"""The letters and sheets of steps 3 to 10: what each must say, and that long ones stay readable."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from contoh_surat import HARI, JEJAK, make_settings, open_docx, page_size, read_docx, read_pages

from lakip_lib.formats import round_half_up
from lakip_lib.koreksi.lke import (
    KRITERIA,
    SUBKOMPONEN,
    Huruf,
    Keadaan,
    NilaiKriteria,
    NilaiLke,
    NilaiManusia,
    NilaiSub,
    score,
    sum_poin,
)
from lakip_lib.koreksi.reviu import BUTIR, Jawab, Manual
from lakip_lib.koreksi.reviu.jawaban import Putusan, make_jawaban
from lakip_lib.koreksi.ringkas import Lampu, Warna
from lakip_lib.surat import Naskah, render_docx, render_pdf
from lakip_lib.surat.ajuan import build_ajuan
from lakip_lib.surat.kendali import BarisKendali, build_kendali
from lakip_lib.surat.lke import BATAS_USUL, build_lke
from lakip_lib.surat.naskah import Sel
from lakip_lib.surat.pengantar import BarisKirim, build_pengantar
from lakip_lib.surat.pengantar_formulir import build_pengantar_formulir
from lakip_lib.surat.putusan import build_penolakan, build_persetujuan
from lakip_lib.surat.rekap_himpun import build_rekap, describe_keadaan
from lakip_lib.surat.reviu import BarisReviu, build_reviu, describe_jawaban, list_baris_reviu
from lakip_lib.surat.tanda_terima import Kiriman, build_daftar_terima, build_tanda_terima

SIDIK = "3fa912cd00ff4711" * 4
UNIT = [{"kode": f"B{n}", "nama": f"Bidang Penyelenggaraan Urusan Bersama Nomor {n}"} for n in range(1, 21)]
PANJANG = (
    "Lembar F1 Capaian, sel H14: realisasi triwulan III tertulis satu koma dua tiga empat dan perlu dipastikan. " * 5
)
RINGKASAN = (
    Lampu("Capaian kinerja", Warna.HIJAU, "Sangat Tinggi", "98,76%", "Rata-rata capaian sasaran."),
    Lampu("Penyerapan anggaran", Warna.KUNING, "Tinggi", "85,45%", "Realisasi dibagi pagu."),
    Lampu("Indikator tercapai", Warna.KUNING, "sebagian tercapai", "14 dari 18", f"Belum: {'IK-1.1, ' * 20}"),
    Lampu("Temuan terbuka", Warna.KUNING, "perlu diperhatikan", "0 wajib, 3 peringatan", "Selain itu 2 catatan."),
    Lampu("Daftar periksa", Warna.MERAH, "ada yang belum terpenuhi", "3 tidak, 2 belum dijawab", "Tidak: I.4."),
    Lampu("Tenggat laporan", Warna.HIJAU, "cukup waktu", "12 hari kerja lagi", "Dihitung sampai tenggat."),
)


@dataclass(frozen=True)
class Status:
    nama: str
    status: str
    berkas: str = ""
    versi: int = 0
    wajib: int = 0
    terima: datetime | None = None
    terlambat: int = 0


STATUS = [
    Status("Bidang 1", "diterima", "isian/B1.xlsx", 1, terima=datetime(2026, 1, 14, 9)),
    Status("Bidang 2", "perlu perbaikan", "isian/B2 perbaikan.xlsx", 2, 3, datetime(2026, 1, 19, 9), 2),
    Status("Bidang 3", "belum masuk", terlambat=4),
]
REVIU = [
    BarisReviu("I.1", "Memuat data penting instansi", "ya", "Lengkap.", ("Bab I",)),
    BarisReviu(
        "II.1", "Disusun unit yang berwenang", "tidak", "Belum dicatat.", oleh="Cahaya, Sekretaris", otomatis="ya"
    ),
    BarisReviu("III.1", "Sasaran sesuai dengan perjanjian kinerja", "belum dijawab"),
]
JAM = [datetime(2026, 1, n, 8) for n in range(5, 10)]
KENDALI = [
    BarisKendali(1, "Perintah penyusunan", "Arga", 10, JAM[0], JAM[0], 0, None, "selesai", 1, SIDIK),
    BarisKendali(4, "Penghimpunan", "Lestari", 180, JAM[1], JAM[3], 900, 100, "lengkap", 4, SIDIK),
    BarisKendali(5, "Analisis", "Dharma", 60, JAM[3], JAM[4], 450, None, "selesai", 5, SIDIK),
    BarisKendali(6, "Penyusunan", "", 900),
]


def make_lke(manusia: NilaiManusia | None = None) -> NilaiLke:
    """The example of DOMAIN §4: BB, B, CC make 10,05 of 15."""
    huruf: tuple[Huruf, ...] = ("BB", "B", "CC")
    terpenuhi = {"3.a": 6, "3.b": 7, "3.c": 4}
    hasil = []
    for sub, h in zip(SUBKOMPONEN, huruf, strict=True):
        kriteria = [k for k in KRITERIA if k.sub == sub.kode]
        isi = tuple(
            NilaiKriteria(k, Keadaan.TERPENUHI, "Ada.", ("LKjIP.pdf",), Decimal(0))
            if n < terpenuhi[sub.kode]
            else NilaiKriteria(k, Keadaan.PERLU_BUKTI, "Belum dicatat.", (), Decimal("0.75"))
            for n, k in enumerate(kriteria)
        )
        poin = round_half_up(score(sub.bobot, h), 2)
        bb = sub.bobot * 80 / 100
        hasil.append(NilaiSub(sub, isi, terpenuhi[sub.kode], h, None, h, poin, bb - poin, sub.bobot - bb))
    if manusia:
        hasil[0] = replace(hasil[0], manusia=manusia, huruf=manusia.huruf)
    return NilaiLke(tuple(hasil), sum_poin(huruf))


def make_all(settings: object = None) -> dict[str, Naskah]:
    s = settings or make_settings()
    umum = {"tanggal": HARI, "jejak": JEJAK}
    unit = s.unit[0]  # type: ignore[attr-defined]
    kiriman = [Kiriman(u, f"{u.kode}.xlsx", SIDIK) for u in s.unit]  # type: ignore[attr-defined]
    return {
        "nota": build_pengantar_formulir(s, unit, **umum),  # type: ignore[arg-type]
        "daftar": build_daftar_terima(s, kiriman, **umum),  # type: ignore[arg-type]
        "terima": build_tanda_terima(s, kiriman[0], **umum),  # type: ignore[arg-type]
        "rekap": build_rekap(s, STATUS, **umum),  # type: ignore[arg-type]
        "reviu": build_reviu(s, REVIU, versi="1.2", **umum),  # type: ignore[arg-type]
        "ajuan": build_ajuan(s, RINGKASAN, versi="1.2", peringatan=["Satu."], perubahan=[], **umum),  # type: ignore[arg-type]
        "setuju": build_persetujuan(s, versi="2.1", berkas=[("LKjIP.pdf", SIDIK)], **umum),  # type: ignore[arg-type]
        "tolak": build_penolakan(s, versi="1.2", alasan="Sebab turun belum ditulis.", **umum),  # type: ignore[arg-type]
        "pengantar": build_pengantar(s, nomor="000.8.6.3/7/UJI", **umum),  # type: ignore[arg-type]
        "kendali": build_kendali(s, KENDALI, **umum),  # type: ignore[arg-type]
        "lke": build_lke(s, make_lke(), **umum),  # type: ignore[arg-type]
    }


ISI = {
    "nota": ("NOTA DINAS", "Yth. Kepala 1", "Plt. Sekretaris", "Kamis, 15 Januari 2026", "B1.xlsx", "2 (dua) berkas",
             "Pertanyaan dapat disampaikan kepada"),
    "daftar": ("TANDA TERIMA FORMULIR", "Bidang 3", "B3.xlsx", "3fa9 12cd 00ff 4711", "Nama penerima", "Tanda tangan"),
    "terima": ("Yang menyerahkan,", "Yang menerima,", "Diterima tanggal", "B1.xlsx", "3fa9 12cd 00ff 4711"),
    "rekap": ("Perlu perbaikan", "B2 perbaikan.xlsx (2)", "19 Januari 2026", "Belum masuk", "1 dari 3 unit diterima"),
    "reviu": ("I. Format", "II. Mekanisme penyusunan", "III. Substansi", "Cahaya, Sekretaris", "(otomatis: ya)",
              "Belum dijawab", "Plt. Sekretaris,"),
    "ajuan": ("98,76%", "85,45%", "14 dari 18", "0 wajib, 3 peringatan", "12 hari kerja lagi", "Setuju",
              "Tidak setuju, dikembalikan kepada Plt. Sekretaris", "Versi pertama yang diajukan."),
    "setuju": ("Disetujui", "LKjIP.pdf", "3fa9 12cd 00ff 4711", "surat pengantar"),
    "tolak": ("Tidak disetujui", "Plt. Sekretaris, Cahaya Misalina", "Sebab turun belum ditulis."),
    "pengantar": ("PEMERINTAH KABUPATEN CONTOH", "Kota Uji, 5 Januari 2026", "Yth. Bupati Contoh di Kota Uji", "SURAT PENGANTAR",
                  "Nomor: 000.8.6.3/7/UJI", "Jenis naskah yang dikirim", "Banyaknya", "Keterangan", "1 (satu) eksemplar",
                  "Kepala Dinas,", "Arga Contohnegara", "NIP 19710314 199603 1 001", "Tembusan:", "Inspektur",
                  "Diterima tanggal", "Yang menerima,"),
    "kendali": ("LEMBAR KENDALI", "2 hari", "(1 jam 40 menit di luar waktu menunggu)", "melewati batas", "1 kali melewati batas",
                "4: 3fa9 12cd 00ff 4711", "Waktu dalam WIB"),
    "lke": ("3.a Keberadaan", "10,05", "15,0", "1,95", "Perlu bukti", BATAS_USUL, "6 dari 6", "BB (80)", "Belum dicatat."),
}  # fmt: skip


@pytest.mark.parametrize("nama", ISI)
def test_letter_says_what_it_must_in_both_formats(nama: str) -> None:
    naskah = make_all()[nama]
    for teks in (" ".join(read_pages(naskah)), read_docx(naskah)):
        assert [kata for kata in ISI[nama] if kata not in teks] == []
        assert "None" not in teks


@pytest.mark.parametrize("nama", ISI)
def test_letter_carries_the_ledgers_trace_and_the_same_bytes(nama: str) -> None:
    naskah, lagi = make_all()[nama], make_all()[nama]
    assert all(JEJAK in halaman for halaman in read_pages(naskah))
    assert JEJAK in open_docx(naskah).sections[0].first_page_footer.paragraphs[0].text
    assert render_pdf(naskah) == render_pdf(lagi)
    assert render_docx(naskah) == render_docx(lagi)


@pytest.mark.parametrize("nama", ISI)
def test_letter_of_an_agency_that_set_nothing_leaves_room(nama: str) -> None:
    kosong = {"kode": "dinas-uji", "nama": "Dinas Uji", "pemda": "Kabupaten Contoh"}
    naskah = make_all(make_settings(pejabat={}, surat={}, instansi=kosong, unit=[{"kode": "A", "nama": "Bidang A"}]))[
        nama
    ]
    teks = " ".join(read_pages(naskah))
    assert "......" in teks
    assert "None" not in teks


def make_f4(**bagian: object) -> object:
    return make_settings(pengaturan={"kertas": "F4"}, **bagian)


@pytest.mark.parametrize("nama", ["nota", "reviu", "pengantar"])
def test_letter_follows_the_agencys_paper(nama: str) -> None:
    assert sorted(page_size(make_all(make_f4())[nama])) == [215, 330]


def test_list_of_twenty_units_goes_over_pages_with_its_head() -> None:
    halaman = read_pages(make_all(make_settings(unit=UNIT))["daftar"])
    assert len(halaman) == 2
    assert all("Nama penerima" in h for h in halaman)


def test_sixty_rows_of_control_keep_their_head_and_their_signature() -> None:
    settings = make_settings()
    baris = [replace(KENDALI[1], nomor=n, hasil=PANJANG) for n in range(60)]
    halaman = read_pages(build_kendali(settings, baris, tanggal=HARI, jejak=JEJAK))
    assert all("Entri dan sidik" in h for h in halaman[:-1])
    assert "Waktu dalam WIB" in halaman[-1]
    assert "Dharma Umpama" in halaman[-1]


def test_group_heading_does_not_stand_alone_at_a_pages_foot() -> None:
    for n in range(8, 20):
        baris = [BarisReviu(f"I.{i}", "Butir", "ya") for i in range(n)] + [BarisReviu("II.1", "Butir dua", "ya")]
        halaman = read_pages(build_reviu(make_settings(), baris, versi="1.1", tanggal=HARI))
        assert ["Mekanisme" in h for h in halaman] == ["Butir dua" in h for h in halaman]


@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_page_for_the_head_stays_one_page(kertas: str) -> None:
    pejabat = {
        "kepala": {"nama": "Nama Pejabat yang Sangat Panjang Sekali, S.Kom., M.Si.", "pangkat": "Pembina Utama Muda (IV/c)",
                   "jabatan": "Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian Kabupaten"},
        "sekretaris": {"nama": "Nama Sekretaris yang Sangat Panjang Sekali, S.E., M.M.", "jabatan": "Sekretaris Dinas Komunikasi"},
    }  # fmt: skip
    settings = make_settings(pejabat=pejabat, pengaturan={"kertas": kertas})
    naskah = build_ajuan(
        settings,
        RINGKASAN,
        versi="1.2",
        versi_lalu="1.1",
        peringatan=[PANJANG] * 20,
        perubahan=[PANJANG] * 20,
        tanggal=HARI,
    )
    (halaman,) = read_pages(naskah)
    assert "… dan 17 lainnya" in halaman  # the warnings get the odd line
    assert "… dan 18 lainnya" in halaman


def test_light_has_a_square_and_a_word_in_both_formats() -> None:
    naskah = make_all()["ajuan"]
    assert "■" in read_docx(naskah)
    assert naskah.bagian[2].baris[5][2] == Sel("Cukup waktu", lampu="hijau")  # type: ignore[union-attr, index]


def test_pengantar_keeps_what_it_is_given_to_send() -> None:
    kirim = [
        BarisKirim("Laporan", "2 (dua) eksemplar", "Dalam bentuk cetak"),
        BarisKirim("Salinan digital", "1 (satu) berkas"),
    ]
    teks = read_docx(build_pengantar(make_settings(), nomor="7", tanggal=HARI, kirim=kirim))
    assert "2. Salinan digital 1 (satu) berkas" in teks


@pytest.mark.parametrize(("cara", "ada"), [("tte", True), ("basah", False), ("p12", False)])
def test_place_for_a_signing_service_is_left_only_where_asked(cara: str, ada: bool) -> None:
    settings = make_settings(alur={"cara_ttd": cara})
    assert ("${ttd}" in read_docx(build_pengantar(settings, nomor="7", tanggal=HARI))) is ada


def test_pengantar_without_number_leaves_room_for_it() -> None:
    assert "Nomor: ......" in read_docx(build_pengantar(make_settings(), nomor="", tanggal=HARI))


def test_rejection_says_where_it_goes_and_what_comes_next() -> None:
    naskah = build_penolakan(make_settings(), versi="1.2", alasan="Satu.\nDua.", versi_berikut="2.1", tanggal=HARI)
    teks = read_docx(naskah)
    assert "diajukan lagi sebagai versi 2.1" in teks
    assert "Satu. Dua." in teks


def test_words_of_state_count_what_is_missing() -> None:
    assert (
        describe_keadaan(STATUS) == "1 dari 3 unit diterima; 1 belum masuk, 1 perlu perbaikan; 2 melewati batas waktu"
    )
    assert describe_jawaban(REVIU) == ("Ya 1, Tidak 1, Belum dijawab 1 dari 3 butir; 1 jawaban otomatis diubah pereviu")


def test_the_secretary_does_not_write_to_himself() -> None:
    unit = [{"kode": "SEK", "nama": "Sekretariat"}]
    teks = read_docx(make_all(make_settings(unit=unit))["nota"])
    assert "Yth. Plt. Sekretaris Dari : Kepala Subbagian Program" in teks


def test_one_who_holds_two_roles_signs_once() -> None:
    settings = make_settings(pejabat={"sekretaris": {"nama": "Kenanga Misal", "jabatan": "Kepala Tata Usaha"}})
    assert read_docx(make_all(settings)["rekap"]).count("Kenanga Misal") == 1


def test_no_letter_has_a_clock_of_its_own() -> None:
    naskah = build_persetujuan(make_settings(), versi="1.1", tanggal=date(2027, 3, 4))
    assert open_docx(naskah).core_properties.modified.date() == date(2027, 3, 4)
    assert b"2027-03-04" in render_pdf(naskah)


@pytest.mark.parametrize("kisi", [False, True])
def test_signature_takes_the_last_row_along_to_its_page(kisi: bool) -> None:
    settings = make_settings(unit=UNIT)
    for n in range(5, 21):
        if kisi:
            kiriman = [Kiriman(u, f"{u.kode}.xlsx", SIDIK) for u in settings.unit[:n]]
            naskah = build_daftar_terima(settings, kiriman, tanggal=HARI)
        else:
            naskah = build_kendali(settings, [replace(KENDALI[0], nomor=i) for i in range(n)], tanggal=HARI)
        akhir = read_pages(naskah)[-1]
        assert (f"B{n}.xlsx" if kisi else "1: 3fa9") in akhir
        assert "Dharma Umpama" in akhir


def test_row_to_write_in_grows_with_a_long_name() -> None:
    unit = [{"kode": "A", "nama": "Bidang yang Namanya Panjang " * 28}]
    settings = make_settings(unit=unit)
    naskah = build_daftar_terima(settings, [Kiriman(settings.unit[0], "A.xlsx", SIDIK)], tanggal=HARI)
    assert ["Namanya" in h for h in read_pages(naskah)] == [True, False]
    badan = open_docx(naskah).element.body
    assert badan.xpath("w:tbl[2]/w:tr[last()]/w:tc[1]/w:p/w:pPr/w:keepNext")


def test_grade_of_a_person_names_him_beside_the_proposal() -> None:
    manusia = NilaiManusia("3.a", "A", "Patut dicontoh", "Nama Evaluator", "Inspektorat")
    teks = read_docx(build_lke(make_settings(), make_lke(manusia), tanggal=HARI))
    assert "A (90), oleh Nama Evaluator, Inspektorat (usulan: BB)" in teks


def test_answers_of_the_reviu_become_rows() -> None:
    putusan = Putusan(Jawab.TIDAK, "Kurang satu.", ("Bab I",))
    manual = Manual("I.2", Jawab.YA, "Sudah dilihat.", "Cahaya", "sekretaris")
    jawaban = [
        make_jawaban(BUTIR[0], putusan),
        make_jawaban(BUTIR[1], putusan, manual),
        make_jawaban(BUTIR[4], putusan),
    ]
    a, b, c = list_baris_reviu(make_settings(), jawaban)
    assert (a.no, a.jawaban, a.alasan, a.oleh) == ("I.1", "tidak", "Kurang satu.", "otomatis")
    assert (b.jawaban, b.alasan, b.oleh, b.otomatis) == (
        "ya",
        "Sudah dilihat.\nMenurut pemeriksaan: Kurang satu.",
        "Cahaya, Sekretaris",
        "tidak",
    )
    assert c.oleh == "otomatis, perlu dipastikan"
