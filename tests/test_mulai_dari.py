"""The next year begun from an archive (R48): dates to be set, plans and results carried over, nothing overwritten."""

import json
import shutil
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from contoh_arsip import DOKUMEN, NOTEBOOK, SiklusUji, make_siklus
from hypothesis import given
from hypothesis import settings as set_hypothesis
from hypothesis import strategies as st
from openpyxl import load_workbook

from lakip_lib.checks.contoh import check_contoh
from lakip_lib.cleaning.rencana import HasilBersih, clean_rencana
from lakip_lib.delivery.arsip.isi import build_arsip
from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.delivery.kumpul import read_perencanaan
from lakip_lib.delivery.langkah import make_formulir, run_himpun
from lakip_lib.delivery.mulai_dari import Lanjutan, carry_rencana, start_from, type_nilai
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.forms import TABEL_RENCANA
from lakip_lib.forms.rencana import write_rencana
from lakip_lib.intake.nilai import format_kanonik
from lakip_lib.measures import compute_hasil, dump_hasil
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.settings.awal import render_instansi
from lakip_lib.settings.lanjut import advance_instansi
from lakip_lib.simpan import write_bytes, write_text

AKAR = Path(__file__).resolve().parent.parent
MINI = AKAR / "data" / "raw" / "2025" / "contoh-mini"


def build_mini(akar: Path) -> bytes:
    """An archive of contoh-mini: its inputs, its figures and tables as computed, documents of a few bytes."""
    siklus = SiklusUji(akar, 2025, "contoh-mini")
    lokasi = siklus.lokasi
    shutil.copytree(MINI, lokasi.raw)
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    kinerja.save(lokasi.processed)
    hasil = dump_hasil(compute_hasil(kinerja, settings, "tahunan")).encode()
    lain = {"hasil.json": hasil, "manifest.json": b'{"keluaran": {}, "versi": {}}\n', "05_lakip.ipynb": NOTEBOOK}
    siklus.run({**DOKUMEN, **lain}, {p.name: p.read_bytes() for p in lokasi.processed.glob("*.csv")})
    return build_arsip(lokasi, settings, siklus.buku).data


@pytest.fixture(scope="module")
def arsip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build_mini(tmp_path_factory.mktemp("lama"))


@pytest.fixture
def lokasi(tmp_path: Path) -> Lokasi:
    return Lokasi(tmp_path, 2026, "contoh-mini")


@pytest.fixture
def lanjutan(arsip: bytes, lokasi: Lokasi) -> Lanjutan:
    return start_from(arsip, lokasi)


def read_bersih(lokasi: Lokasi) -> HasilBersih:
    return clean_rencana(read_perencanaan(lokasi))


def list_rows(lokasi: Lokasi, tabel: str, *kolom: str) -> list[tuple[Any, ...]]:
    return [tuple(row[k] for k in kolom) for row in read_bersih(lokasi).tabel[tabel]]


@pytest.mark.usefixtures("lanjutan")
def test_goals_indicators_and_mapping_are_those_of_last_year(lokasi: Lokasi) -> None:
    lama = clean_rencana(read_perencanaan(Lokasi(AKAR, 2025, "contoh-mini"))).tabel
    baru = read_bersih(lokasi)
    assert baru.temuan == []
    for tabel in ("tujuan", "sasaran", "indikator", "standar", "peta_kode", "pegawai"):
        assert baru.tabel[tabel] == lama[tabel], tabel
    assert baru.tabel["program"] == [{**row, "target_keluaran": None} for row in lama["program"]]


@pytest.mark.usefixtures("lanjutan")
def test_the_renstras_targets_stay_and_last_years_promises_go(lokasi: Lokasi) -> None:
    assert list_rows(lokasi, "target", "indikator", "tahun", "versi", "target") == [
        ("I1", 2025, "renstra", "2.75"),
        ("I1", 2026, "renstra", "3.1"),
        ("I2", 2025, "renstra", "14"),
        ("I2", 2026, "renstra", "10"),
        ("I3", 2025, "renstra", "100"),
        ("I3", 2026, "renstra", "120"),
        ("I4", 2025, "renstra", "0"),
        ("I4", 2026, "renstra", "0"),
        ("I5", 2025, "renstra", "2.6"),
        ("I5", 2026, "renstra", "3"),
        ("I6", 2025, "renstra", "BB (70.01)"),
        ("I6", 2026, "renstra", "A (80.01)"),
    ]


@pytest.mark.usefixtures("lanjutan")
def test_last_years_results_become_history_as_printed(lokasi: Lokasi) -> None:
    kolom = ("indikator", "tahun", "target", "realisasi", "capaian_tercetak", "catatan")
    assert list_rows(lokasi, "riwayat", *kolom) == [
        ("I1", 2024, "2.6", "2.54", Decimal("97.69"), None),
        ("I2", 2024, "15", "18", Decimal("80"), None),
        ("I3", 2024, "90", "90", Decimal("100"), None),
        ("I4", 2024, "0", "1", Decimal("0"), None),
        ("I5", 2024, "2.4", "2.4", Decimal("100"), None),
        ("I6", 2024, "B (60.01)", "B (63.1)", Decimal("105.15"), None),
        ("I1", 2025, "2.75", "2.81", Decimal("102.18"), None),
        ("I2", 2025, "14", "16", Decimal("85.71"), None),
        ("I3", 2025, "100", "105", Decimal("105"), None),
        ("I4", 2025, "0", "0", Decimal("100"), None),
        ("I5", 2025, "2.6", None, None, "data belum dirilis"),
        ("I6", 2025, "BB (70.01)", "B (65.3)", Decimal("93.27"), None),
    ]


@pytest.mark.usefixtures("lanjutan")
def test_each_plan_of_the_units_becomes_a_follow_up(lokasi: Lokasi) -> None:
    rows = list_rows(lokasi, "tindak_lanjut", "rekomendasi", "tindak_lanjut", "status", "bukti")
    assert len(rows) == 6
    assert rows[0] == (
        "Rencana tindak lanjut pada laporan 2025, Indeks SPBE (I1): Menyelesaikan audit pada aplikasi lainnya. "
        "(penanggung jawab: Kepala Bidang TIK; waktu: TW III 2026)",
        None,
        "belum",
        None,
    )


def test_dates_are_examples_again_and_all_else_is_kept(lanjutan: Lanjutan, lokasi: Lokasi) -> None:
    lama, baru = (
        tomllib.loads((MINI / "instansi.toml").read_text("utf-8")),
        tomllib.loads(lokasi.settings.read_text("utf-8")),
    )
    assert {k: v for k, v in baru.items() if k != "periode"} == {k: v for k, v in lama.items() if k != "periode"}
    settings = read_instansi(lokasi.settings)
    assert (settings.periode.tahun, settings.periode.renstra_awal, settings.periode.renstra_akhir) == (2026, 2021, 2026)
    assert [t.kolom for t in check_contoh(settings)] == ["periode.tenggat", "periode.tanggal_dokumen"]
    assert "Kasus emas kecil" in lokasi.settings.read_text("utf-8").splitlines()[0]
    assert "tanggal_dokumen" in lanjutan.pesan[0]


@pytest.mark.usefixtures("lanjutan")
def test_the_planning_keeps_dropdowns_and_comments(lokasi: Lokasi) -> None:
    buku = load_workbook(lokasi.raw / "perencanaan.xlsx")
    assert all(c.comment for sheet in buku for c in sheet[1])
    assert any(r.formula1 == '"max,min,stabil"' for r in buku["Indikator"].data_validations.dataValidation)
    assert [s.title for s in buku] == [t.nama for t in TABEL_RENCANA]


@pytest.mark.usefixtures("lanjutan")
def test_forms_and_collecting_run_on_it(lokasi: Lokasi) -> None:
    formulir = make_formulir(lokasi)
    assert {p.name for p in formulir.berkas} == {"TIK.xlsx", "DATA.xlsx", "daftar_temuan.csv"}
    sel = [
        c.value for row in load_workbook(lokasi.reports / "formulir/TIK.xlsx")["F1 Capaian"].iter_rows() for c in row
    ]
    assert "Indeks SPBE" in sel
    assert {t.aturan for t in formulir.temuan} == {"nilai-contoh", "target-pk-tidak-ada"}
    himpun = run_himpun(lokasi)
    assert [row["status"] for row in himpun.unit] == ["belum masuk", "belum masuk"]
    assert {t.aturan for t in himpun.temuan if t.tingkat == "wajib"} == {
        "formulir-belum-masuk",
        "lra-belum-ada",
        "nilai-contoh",
    }


def test_what_is_there_is_never_overwritten(arsip: bytes, lokasi: Lokasi) -> None:
    start_from(arsip, lokasi)
    isi = {p: p.read_bytes() for p in lokasi.raw.rglob("*") if p.is_file()}
    write_text(lokasi.raw / "narasi/penutup.md", "naskah")
    lanjutan = start_from(arsip, lokasi)
    assert lanjutan.awal.baru == ()
    assert {p: p.read_bytes() for p in isi} == isi


def test_the_same_archive_gives_the_same_folder(arsip: bytes, lokasi: Lokasi, tmp_path: Path) -> None:
    lain = Lokasi(tmp_path / "lain", 2026, "contoh-mini")
    folder = []
    for satu in (lokasi, lain):
        awal = start_from(arsip, satu).awal
        folder.append({p.relative_to(satu.raw): p.read_bytes() for p in awal.baru if p.is_file()})
    assert folder[0] == folder[1]
    assert {p.as_posix() for p in folder[0]} == {"instansi.toml", "perencanaan.xlsx", "narasi/BACA-DULU.txt"}


@pytest.mark.parametrize(("tahun", "instansi"), [(2027, "contoh-mini"), (2025, "contoh-mini"), (2026, "dinas-lain")])
def test_another_year_or_agency_is_refused(arsip: bytes, tmp_path: Path, tahun: int, instansi: str) -> None:
    with pytest.raises(UsageError, match="hanya dapat dilanjutkan ke folder data/raw/2026/contoh-mini"):
        start_from(arsip, Lokasi(tmp_path, tahun, instansi))


def test_a_damaged_archive_is_not_carried_on(arsip: bytes, lokasi: Lokasi) -> None:
    with pytest.raises(AlurError, match=r"hasil/analisis\.csv"):
        start_from(arsip.replace(b"Menyelesaikan audit", b"Menyelesaikan Audit"), lokasi)
    assert not lokasi.raw.exists()


# instansi.toml
def test_a_first_file_of_last_year_becomes_that_of_this_year() -> None:
    assert advance_instansi(render_instansi(2025, "dinas"), 2026) == render_instansi(2026, "dinas").replace(
        "# tenggat_laporan = 2026-01-01", "# tenggat_laporan = 2025-01-01"
    )


def test_comments_stay_and_a_set_deadline_goes_behind_a_sign() -> None:
    teks = (
        '# milik kami\n[instansi]\nnama = "Dinas #1"\n\n[periode]\ntahun = 2025 # dilaporkan\ntenggat = 2026-01-10\n'
        'tanggal_dokumen = 2026-02-02 # dicetak\n[alur]\ntenggat_laporan = 2026-02-20 # perintah Bupati\nzona = "WIB"\n'
    )
    assert advance_instansi(teks, 2026) == (
        '# milik kami\n[instansi]\nnama = "Dinas #1"\n\n[periode]\ntahun = 2026 # dilaporkan\n'
        "tenggat = 2026-01-01    # (contoh)\ntanggal_dokumen = 2026-01-01    # (contoh) dicetak\n"
        '[alur]\n# tenggat_laporan = 2026-02-20 # perintah Bupati\nzona = "WIB"\n'
    )


def test_a_form_that_cannot_be_carried_over_says_what_to_do() -> None:
    teks = "periode = { tahun = 2025, tenggat = 2026-01-10, tanggal_dokumen = 2026-02-02 }\n"
    with pytest.raises(UsageError, match=r"di bawah \[periode\]"):
        advance_instansi(teks, 2026)


# Figures as typed.
ANGKA = st.decimals(0, 99999, places=4)
FIGUR = st.one_of(
    ANGKA.map(format_kanonik),
    st.lists(ANGKA, min_size=2, max_size=2, unique=True).map(lambda tepi: "-".join(map(format_kanonik, sorted(tepi)))),
    ANGKA.map(lambda skor: f"BB ({format_kanonik(skor)})"),
)


@set_hypothesis(deadline=None, max_examples=60)
@given(st.lists(FIGUR, min_size=1, max_size=4))
def test_a_carried_figure_is_read_as_it_was(tmp_path_factory: pytest.TempPathFactory, nilai: list[str]) -> None:
    lokasi = Lokasi(tmp_path_factory.mktemp("angka"), 2026, "dinas")
    rows = [{"indikator": f"I{n}", "tahun": 2025, "realisasi": type_nilai(satu)} for n, satu in enumerate(nilai)]
    write_bytes(lokasi.settings, render_instansi(2026, "dinas").encode())
    write_rencana(lokasi.raw / "perencanaan.xlsx", {"Riwayat": rows})
    assert list_rows(lokasi, "riwayat", "realisasi") == [(satu,) for satu in nilai]


def test_open_follow_ups_are_carried_and_done_ones_are_not(tmp_path: Path) -> None:
    siklus = make_siklus(tmp_path)
    rows = [
        {"rekomendasi": status, "status": status} for status in ("Selesai", "dalam proses", "belum selesai", "tuntas ")
    ]
    rows.append({"rekomendasi": "kosong"})
    write_rencana(tmp_path / "p.xlsx", {"TindakLanjut": rows})
    isi = {
        "masukan/perencanaan.xlsx": (tmp_path / "p.xlsx").read_bytes(),
        "laporan/hasil.json": json.dumps({"indikator": []}).encode(),
        "hasil/analisis.csv": b"indikator,unit,faktor_pendukung,faktor_penghambat,solusi,tindak_lanjut,penanggung_jawab,waktu\n",
    }
    lanjut = carry_rencana(isi, siklus.lokasi.tahun)["TindakLanjut"]
    assert [row["rekomendasi"] for row in lanjut] == ["dalam proses", "belum selesai", "kosong"]
