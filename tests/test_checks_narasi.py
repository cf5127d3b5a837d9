"""Texts of narasi/: what has a place, what is missing, what was left unfinished."""

from typing import NamedTuple

import pytest

from lakip_lib.checks.narasi import NASKAH, check_narasi
from lakip_lib.delivery.kumpul import normalise_nama


class Naskah(NamedTuple):
    nama: str
    teks: str = "isi"

    @property
    def berkas(self) -> str:
        return f"narasi/{self.nama}.md"


RENCANA = {"sasaran": [{"kode": "S1"}], "indikator": [{"kode": "IK-1.1"}]}
LENGKAP = [Naskah(nama) for nama in NASKAH]


def rules(*lain: Naskah) -> list[str]:
    return [t.aturan for t in check_narasi([*LENGKAP, *lain], RENCANA)]


def test_complete_texts_give_no_finding() -> None:
    assert rules(Naskah("sasaran-S1"), Naskah("indikator-ik-1.1"), Naskah("sebab-IK-1.1")) == []


def test_missing_and_blank_texts_are_named() -> None:
    found = check_narasi([*LENGKAP[:-1], Naskah(NASKAH[-1], " \n")], RENCANA)
    assert [(t.aturan, t.berkas, t.tingkat) for t in found] == [("naskah-belum-ada", "narasi/penutup.md", "catatan")]


def test_texts_the_report_is_complete_without_are_not_missed() -> None:
    assert check_narasi([n for n in LENGKAP if n.nama not in {"kata-pengantar", "ikhtisar"}], RENCANA) == []


def test_text_without_a_place_is_named() -> None:
    assert rules(Naskah("sasaran-S9")) == ["naskah-tanpa-tempat"]


@pytest.mark.parametrize("sisa", ["[...]", "xxx", "XXXX", "lorem", "TBD", "#REF!", "isi di sini"])
def test_placeholder_is_told_once(sisa: str) -> None:
    assert rules(Naskah("sasaran-S1", f"Capaian {sisa} dan {sisa}.")) == ["naskah-belum-selesai"]


@pytest.mark.parametrize("teks", ["PON XXX tahun 2025", "Maxxx", "[lampiran]"])
def test_words_that_only_look_like_placeholders_pass(teks: str) -> None:
    assert rules(Naskah("sasaran-S1", teks)) == []


@pytest.mark.parametrize(
    ("stem", "nama"),
    [
        ("Kata Pengantar", "kata-pengantar"),
        ("Sasaran S1", "sasaran-S1"),
        ("indikator_IK-1.1", "indikator-IK-1.1"),
        ("Sebab IK-1.1", "sebab-IK-1.1"),
    ],
)
def test_name_is_read_as_people_write_it(stem: str, nama: str) -> None:
    assert normalise_nama(stem) == nama
