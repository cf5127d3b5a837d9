"""Returned elements as Markdown of narasi/: what can be written reads back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakip_lib.blok import Run
from lakip_lib.koreksi.kembali.angka import find_changed
from lakip_lib.koreksi.kembali.markdown import is_writable, read_markdown, sketch_runs, write_markdown
from lakip_lib.koreksi.kembali.model import Macam, Sel, Unsur, kunci

POLOS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40).filter(
    lambda t: kunci(t) != ""
)


def teks(isi: str, macam: Macam = Macam.PARAGRAF, **sifat: int) -> Unsur:
    return Unsur(macam, (Run(teks=isi),), **sifat)


@pytest.mark.parametrize(
    "isi",
    ["biasa", "1. satu", "- satu", "+ satu", "# x", "#### x", "> y", "3) y", "2025. Tahun", "---", "a\n- b", "a\n===",
     "| a | b |", "2 * 3 * 4", "nama_berkas_x", "`kode`", "<b>x</b> &amp; y", "\\*x", "100% – “kutip”"],
)  # fmt: skip
@pytest.mark.parametrize("macam", [Macam.PARAGRAF, Macam.BUTIR, Macam.KUTIPAN])
def test_text_that_looks_like_markup_stays_text(isi: str, macam: Macam) -> None:
    (kembali,) = read_markdown(write_markdown([teks(isi, macam)]))
    assert (kembali.macam, kembali.kunci) == (macam, kunci(isi))


@given(st.lists(st.tuples(POLOS, st.sampled_from([Macam.PARAGRAF, Macam.BUTIR, Macam.KUTIPAN])), max_size=4))
@settings(deadline=None, max_examples=60)
def test_what_is_called_writable_reads_back(isi: list[tuple[str, Macam]]) -> None:
    unsur = [u for u in (teks(t, m) for t, m in isi) if is_writable(u)]
    assert [(u.macam, u.kunci) for u in read_markdown(write_markdown(unsur))] == [(u.macam, u.kunci) for u in unsur]


def test_emphasis_and_links_read_back() -> None:
    runs = (
        Run(teks="Nama.", tebal=True),
        Run(teks=" isi "),
        Run(teks="miring ", miring=True),
        Run(teks="keduanya", tebal=True, miring=True),
        Run(teks=" "),
        Run(teks="laman", tautan="https://contoh.example/a"),
    )
    (kembali,) = read_markdown(write_markdown([Unsur(Macam.PARAGRAF, runs)]))
    assert sketch_runs(kembali.isi) == sketch_runs(runs)


def test_emphasis_that_cannot_be_written_is_left_and_the_words_stay() -> None:
    unsur = Unsur(Macam.PARAGRAF, (Run(teks="a"), Run(teks="b.", tebal=True), Run(teks="c")))
    assert write_markdown([unsur]) == "ab.c\n"


def test_lists_in_a_row_stay_apart_and_begin_alike() -> None:
    unsur = [teks("a", Macam.BUTIR, deret=1), teks("b", Macam.BUTIR, deret=1), teks("c", Macam.BUTIR, deret=2)]
    assert write_markdown([*unsur, teks("x"), *unsur[:1]]) == "- a\n- b\n\n* c\n\nx\n\n- a\n"


def test_a_table_with_bars_in_its_cells_reads_back_and_a_joined_one_is_refused() -> None:
    baris = ((Sel((Run(teks="a|b"),)), Sel((Run(teks="c"),))), (Sel((Run(teks="d", tebal=True),)), Sel()))
    tabel = Unsur(Macam.TABEL, baris=baris)
    assert read_markdown(write_markdown([tabel]))[0].kunci == tabel.kunci
    assert not is_writable(Unsur(Macam.TABEL, baris=((Sel((Run(teks="a"),), lebar=2),), baris[1])))


@pytest.mark.parametrize("isi", ["*bintang* jadi miring", "[x](http://contoh.example)", "**x**"])
def test_marks_that_would_turn_into_markup_are_not_writable(isi: str) -> None:
    assert not is_writable(teks(isi))


KALIMAT = (
    Run(teks="Capaian "),
    Run(teks="102,18", ref="a"),
    Run(teks=" persen dari target "),
    Run(teks="2,75", ref="b"),
    Run(teks=", kategori "),
    Run(teks="Sangat Tinggi", ref="c"),
    Run(teks="."),
)


@pytest.mark.parametrize(
    ("baru", "angka", "lain"),
    [
        ("Capaian 102,18 persen dari target 2,75, kategori Sangat Tinggi.", [], False),
        ("Capaian 103,18 persen dari target 2,75, kategori Sangat Tinggi.", [("a", "103,18")], False),
        ("Nilai 103,18 persen dari target 2,80, kategori Sangat Tinggi.", [("a", "103,18"), ("b", "2,80")], True),
        ("Dengan target 2,75 dicapai 102,18 persen, kategori Sangat Tinggi.", [], True),
        ("Capaiannya 99,00 persen.", [("a", "99,00")], True),
        ("Capaian baik.", [], True),
        ("Capaian 102,18 persen dari target 2,75, kategori Rendah.", [("c", "Rendah")], False),
    ],
)
def test_changed_figures_are_told_from_changed_words(baru: str, angka: list[tuple[str, str]], lain: bool) -> None:
    found, sisa = find_changed(KALIMAT, baru)
    assert ([(a.ref, a.baru) for a in found], sisa) == (angka, lain)
