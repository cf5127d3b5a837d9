"""Patterns and sentences: gaps, lists, names within sentences, and the lint that keeps digits out of patterns."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

from lakip_lib import narrative
from lakip_lib.blok import Run, join_text
from lakip_lib.narrative.kalimat import (
    capitalise,
    count_alike,
    count_words,
    end,
    fill,
    join,
    list_words,
    lower_first,
    mention,
    pick,
    quote,
    soften,
    write,
)

MODUL = [m.name for m in pkgutil.iter_modules(narrative.__path__) if m.name not in {"kalimat", "konteks"}]


def list_texts(nilai: Any) -> Iterator[str]:
    """All strings within a constant."""
    if isinstance(nilai, str):
        yield str(nilai)
    elif isinstance(nilai, dict):
        for item in nilai.values():
            yield from list_texts(item)
    elif isinstance(nilai, tuple | list | frozenset):
        for item in nilai:
            yield from list_texts(item)


def list_patterns() -> list[tuple[str, str]]:
    """Every text constant of the narrative modules, with the module's name."""
    found = []
    for nama in MODUL:
        modul = importlib.import_module(f"lakip_lib.narrative.{nama}")
        konstanta = [v for k, v in vars(modul).items() if k.isupper()]
        found += [(nama, teks) for v in konstanta for teks in list_texts(v)]
    return found


def test_no_pattern_holds_a_digit() -> None:
    """Figures, years and codes come in through gaps; E1 … E5 are keys, not words."""
    assert [p for p in list_patterns() if re.search(r"\d", p[1])] == []


def test_patterns_speak_without_first_person() -> None:
    assert [p for p in list_patterns() if re.search(r"\b(kami|kita|saya)\b", p[1], re.IGNORECASE)] == []


def test_patterns_are_found() -> None:
    assert len(list_patterns()) > 100


def test_fill_keeps_the_reference_of_a_figure() -> None:
    kalimat = fill("capaiannya {c}.", c=Run(teks="102,18", ref="sasaran/S1/capaian"))
    assert join_text(kalimat) == "Capaiannya 102,18."
    assert [run.ref for run in kalimat] == [None, "sasaran/S1/capaian", None]


def test_fill_refuses_a_gap_that_nothing_fills() -> None:
    with pytest.raises(KeyError):
        fill("{tidak_ada}")


def test_a_sentence_that_begins_with_a_figure_is_left_alone() -> None:
    kalimat = (Run(teks="predikat BB", ref="x"),)
    assert capitalise(kalimat) == kalimat


def test_join_puts_one_blank_between_and_leaves_out_what_is_empty() -> None:
    assert join_text(join(write("Satu."), (), write("Dua."))) == "Satu. Dua."


@pytest.mark.parametrize(
    ("butir", "hasil"),
    [
        (["A"], "A"),
        (["A", "B"], "A dan B"),
        (["A", "B", "C"], "A, B, dan C"),
        (["baca dan tulis", "hitung"], "baca dan tulis serta hitung"),
    ],
)
def test_lists_read_as_eyd_asks(butir: list[str], hasil: str) -> None:
    assert join_text(list_words(butir)) == hasil


@pytest.mark.parametrize(
    ("nama", "hasil"),
    [
        ("Jumlah insiden kebocoran data", "jumlah insiden kebocoran data"),
        ("Indeks SPBE", "Indeks SPBE"),
        ("Nilai AKIP dinas", "Nilai AKIP dinas"),
        ("Kegemaran", "Kegemaran"),
    ],
)
def test_names_within_a_sentence_stay_proper_names(nama: str, hasil: str) -> None:
    assert mention(nama) == hasil


@pytest.mark.parametrize(("teks", "hasil"), [("Nilai rata-rata", "nilai rata-rata"), ("BMD tercatat", "BMD tercatat")])
def test_a_text_that_goes_on_begins_small_but_for_abbreviations(teks: str, hasil: str) -> None:
    assert lower_first(teks) == hasil


def test_names_in_capitals_are_softened_and_abbreviations_kept() -> None:
    assert soften("PROGRAM PENUNJANG URUSAN DAN LAPORAN SKPD") == "Program Penunjang Urusan dan Laporan SKPD"
    assert soften("Program Aplikasi") == "Program Aplikasi"


def test_patterns_take_turns() -> None:
    assert [pick(("a", "b", "c"), n) for n in range(4)] == ["a", "b", "c", "a"]


def test_a_quotation_is_never_altered_and_ends_once() -> None:
    assert join_text(quote(" Kabel putus. ")) == "“Kabel putus.”"
    assert (end("Kabel putus."), end("Kabel putus")) == ("", ".")


def test_counts_of_one_sentence_are_written_alike() -> None:
    assert count_alike(3, 10) == ("tiga", "sepuluh")
    assert count_alike(3, 12) == ("3", "12")
    assert count_alike() == ()


def test_counts_are_words_up_to_ten() -> None:
    assert [count_words(n) for n in (1, 10, 11)] == ["satu", "sepuluh", "11"]
