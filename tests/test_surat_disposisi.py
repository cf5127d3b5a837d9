"""Step 1: the lembar disposisi."""

from contoh_surat import HARI, JEJAK, make_settings, read_docx, read_pages

from lakip_lib.surat.disposisi import build_disposisi


def test_disposisi_says_matter_people_and_deadlines() -> None:
    naskah = build_disposisi(make_settings(), tanggal=HARI, jejak=JEJAK)
    for teks in (read_pages(naskah)[0], read_docx(naskah)):
        for kata in ("LEMBAR DISPOSISI", "Penyusunan Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2025", "☒ Plt. Sekretaris",
                     "☐ Bidang 1", "☒ Segera", "☐ Rahasia", "Kamis, 15 Januari 2026", "Kota Uji, 5 Januari 2026",
                     "Arga Contohnegara"):  # fmt: skip
            assert kata.replace("☒ ", "☒").replace("☐ ", "☐") in teks.replace("☒ ", "☒").replace("☐ ", "☐"), kata


def test_disposisi_ticks_whom_it_is_told() -> None:
    teks = read_docx(build_disposisi(make_settings(), tanggal=HARI, kepada=("B2",), sifat="Rahasia"))
    assert "☒ Bidang 2" in teks
    assert "☐ Plt. Sekretaris" in teks
    assert "☒ Rahasia" in teks


def test_disposisi_names_the_secretary_once() -> None:
    unit = [{"kode": "SEK", "nama": "Sekretariat", "kepala": "Cahaya Misalina"}]
    assert "Sekretariat" not in read_docx(build_disposisi(make_settings(unit=unit), tanggal=HARI))


def test_disposisi_of_many_units_stays_on_one_page() -> None:
    unit = [{"kode": f"B{n}", "nama": f"Bidang Penyelenggaraan Urusan Bersama Nomor {n}"} for n in range(20)]
    assert len(read_pages(build_disposisi(make_settings(unit=unit), tanggal=HARI))) == 1
