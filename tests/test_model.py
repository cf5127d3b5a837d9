"""The tidy tables: round trip through CSV, declared columns, whole files."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from kasus_mini import make_kinerja

from lakip_lib.errors import LakipError, UsageError
from lakip_lib.model import Kinerja, load_table, make_table
from lakip_lib.simpan import write_text


def test_tables_survive_being_saved_and_loaded(tmp_path: Path) -> None:
    kinerja = make_kinerja()
    kinerja.save(tmp_path)
    again = Kinerja.load(tmp_path)
    assert again.records("anggaran") == kinerja.records("anggaran")
    assert again.records("indikator") == kinerja.records("indikator")


def test_zero_blank_and_text_stay_three_things(tmp_path: Path) -> None:
    rows = [{"kode": "S1", "uraian": 'a,b\n"c"', "bobot": Decimal(0)}, {"kode": "S2", "uraian": None, "bobot": None}]
    Kinerja.from_rows(sasaran=rows).save(tmp_path)
    found = Kinerja.load(tmp_path).records("sasaran")
    assert [(r["uraian"], r["bobot"]) for r in found] == [('a,b\n"c"', Decimal(0)), (None, None)]


@pytest.mark.parametrize("teks", ["=cmd|x", "'=cmd|x", "@SUM(A1)", "- butir", "'kutip'", "+62 kontak", "-1.5"])
def test_text_like_a_formula_is_disarmed_in_the_file_and_whole_when_read(tmp_path: Path, teks: str) -> None:
    Kinerja.from_rows(tujuan=[{"kode": "T1", "uraian": teks}]).save(tmp_path)
    assert Kinerja.load(tmp_path).records("tujuan")[0]["uraian"] == teks
    assert not re.search(r",\"?[=@+]", (tmp_path / "tujuan.csv").read_text("utf-8"))


def test_unknown_columns_and_tables_are_refused() -> None:
    with pytest.raises(LakipError, match="warna"):
        make_table("tujuan", [{"kode": "T1", "warna": "biru"}])
    with pytest.raises(LakipError, match="lain"):
        Kinerja.from_rows(lain=[])


def test_csv_with_other_columns_is_refused() -> None:
    with pytest.raises(LakipError, match="columns"):
        load_table("tujuan", "kode,nama\nT1,x\n")


def test_folder_without_tables_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lakip himpun"):
        Kinerja.load(tmp_path)


def test_written_file_is_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a" / "b.txt", "isi\n")
    assert path.read_bytes() == b"isi\n"
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]
