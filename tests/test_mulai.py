import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from lakip_lib.checks.narasi import NASKAH
from lakip_lib.delivery.kumpul import read_perencanaan
from lakip_lib.delivery.mulai import render_baca_dulu, start_folder
from lakip_lib.errors import UsageError
from lakip_lib.forms import TABEL_RENCANA
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.settings.awal import render_instansi
from lakip_lib.settings.instansi import Pita


def make_lokasi(akar: Path, tahun: int = 2026) -> Lokasi:
    return Lokasi(akar, tahun, "dinas-contoh")


def list_keys(model: type[BaseModel]) -> set[str]:
    keys = set(model.model_fields)
    for bidang in model.model_fields.values():
        for tipe in (bidang.annotation, *getattr(bidang.annotation, "__args__", ())):
            if isinstance(tipe, type) and issubclass(tipe, BaseModel):
                keys |= list_keys(tipe)
    return keys


def test_start_makes_settings_that_can_be_read(tmp_path: Path) -> None:
    start_folder(make_lokasi(tmp_path))
    settings = read_instansi(make_lokasi(tmp_path).settings)
    assert (settings.instansi.kode, settings.periode.tahun) == ("dinas-contoh", 2026)
    assert settings.instansi.contoh is False


def test_start_makes_a_planning_workbook_with_every_sheet(tmp_path: Path) -> None:
    start_folder(make_lokasi(tmp_path))
    terbaca = read_perencanaan(make_lokasi(tmp_path))
    assert len(terbaca.tabel) == len(TABEL_RENCANA)


def test_start_makes_the_folders_of_the_promises(tmp_path: Path) -> None:
    awal = start_folder(make_lokasi(tmp_path))
    raw = make_lokasi(tmp_path).raw
    assert sorted(p.relative_to(raw).as_posix() for p in awal.baru) == [
        "bukti",
        "instansi.toml",
        "isian",
        "lra",
        "narasi",
        "narasi/BACA-DULU.txt",
        "perencanaan.xlsx",
    ]


def test_start_never_overwrites(tmp_path: Path) -> None:
    lokasi = make_lokasi(tmp_path)
    lokasi.raw.mkdir(parents=True)
    lokasi.settings.write_text("milik saya", "utf-8")
    awal = start_folder(lokasi)
    assert lokasi.settings.read_text("utf-8") == "milik saya"
    assert lokasi.settings in awal.lama
    assert start_folder(lokasi).baru == ()


def test_start_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    isi = []
    for nama in ("satu", "dua"):
        lokasi = make_lokasi(tmp_path / nama)
        start_folder(lokasi)
        isi.append({p.relative_to(lokasi.raw): p.read_bytes() for p in lokasi.raw.rglob("*") if p.is_file()})
    assert isi[0] == isi[1]


def test_template_names_and_explains_every_key() -> None:
    baris = render_instansi(2026, "x").splitlines()
    for kunci in list_keys(Instansi) | list_keys(Pita):
        judul = [b for b in baris if b.startswith((f"[{kunci}", f"[[{kunci}", f"[pejabat.{kunci}"))]
        isi = [b for b in baris if re.match(rf"(# )?{kunci} = .*    # \S|#   {kunci} +\S", b)]
        assert judul or isi, kunci


def test_own_scale_of_the_template_is_accepted() -> None:
    teks = render_instansi(2026, "x")
    mulai, akhir = teks.index("# [[skala]]"), teks.index("# Laporan realisasi anggaran")
    skala = "\n".join(b.removeprefix("# ").removeprefix("#") for b in teks[mulai:akhir].splitlines())
    data = tomllib.loads(teks)
    data["pengaturan"]["skala"] = tomllib.loads(skala)["skala"]
    assert [p.label for p in Instansi.model_validate(data).pengaturan.skala] == ["Rendah", "Tinggi"]


def test_reading_note_lists_every_text_of_the_report() -> None:
    assert all(f"{nama}.md" in render_baca_dulu() for nama in NASKAH)


def test_a_year_that_no_report_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="antara 2000 dan 2100"):
        start_folder(make_lokasi(tmp_path, 1999))
