"""Text as the PDF standards allow it: what they forbid is taken out, what no font can draw is named instead.

PDF/UA-1 and PDF/A-2a refuse control characters, private and non-characters, and glyphs that are missing from the fonts.
All other characters stay as they were typed.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import typst

from lakip_lib.charts.huruf import collect_fonts

if TYPE_CHECKING:
    from typst import PDFStandard

STANDAR: "list[PDFStandard]" = ["ua-1", "a-2a"]
_BOLEH = {"\n"}
# Allowed, but soft hyphens spoil searching and copying, and the rest turns the letters after it around.
_TERLARANG = {"\ufeff", "\u00ad", *"\u202a\u202b\u202c\u202d\u202e"}
_UJI = '#set document(title: "x")\n#set text(font: ("{keluarga}",))\n#sys.inputs.c'


@dataclass(frozen=True)
class Aksara:
    """How the characters of a document are set: `ganti` maps a character to its printable stand-in, `huruf_sistem` says
    that the system's fonts are needed for some of them."""

    ganti: dict[int, str]
    huruf_sistem: bool
    peringatan: tuple[str, ...]


def clean_text(teks: str, aksara: Aksara) -> str:
    """`teks` as it can be printed: the same characters but for those that `aksara` replaces."""
    return teks.translate(aksara.ganti)


def clean_data(data: Any, aksara: Aksara) -> Any:
    """Nested lists and mappings with every string as it can be printed."""
    if isinstance(data, str):
        return clean_text(data, aksara)
    if isinstance(data, dict):
        return {kunci: clean_data(nilai, aksara) for kunci, nilai in data.items()}
    if isinstance(data, list | tuple):
        return [clean_data(nilai, aksara) for nilai in data]
    return data


def list_strings(data: Any) -> Iterator[str]:
    """Every string in nested lists and mappings."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for nilai in data.values():
            yield from list_strings(nilai)
    elif isinstance(data, list | tuple):
        for nilai in data:
            yield from list_strings(nilai)


def study_characters(teks: Iterable[str], keluarga: str) -> Aksara:
    """What has to happen to the characters of `teks` when set in `keluarga`."""
    semua = sorted(set("".join(set(teks))))
    terlarang = [c for c in semua if is_forbidden(c)]
    ganti: dict[int, str] = {ord(c): " " if c in "\t\r" else "" for c in terlarang}
    asing = [c for c in semua if c not in terlarang and not is_common(c)]
    tak_ada = [c for c in asing if not can_draw(c, keluarga, sistem=False)]
    dari_sistem = [c for c in tak_ada if can_draw(c, keluarga, sistem=True)]
    hilang = [c for c in tak_ada if c not in dari_sistem]
    ganti |= {ord(c): f"[U+{ord(c):04X}]" for c in hilang}
    return Aksara(ganti, bool(dari_sistem), tuple(_list_warnings(terlarang, hilang)))


def _list_warnings(terlarang: list[str], hilang: list[str]) -> Iterator[str]:
    dibuang = [f"U+{ord(c):04X}" for c in terlarang if c not in "\t\r"]
    if dibuang:
        yield f"Karakter kendali yang tidak boleh ada dalam PDF dihilangkan: {', '.join(dibuang)}."
    if hilang:
        nama = ", ".join(f"U+{ord(c):04X}" for c in hilang)
        yield f"Karakter yang tidak dimiliki huruf mana pun dicetak sebagai kodenya: {nama}."


def is_forbidden(huruf: str) -> bool:
    """Whether the standards refuse this character in text (ISO 19005-2 §6.2.11.7, ISO 14289-1 §7.21.7), or we do."""
    if huruf in _BOLEH:
        return False
    nonkarakter = ord(huruf) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(huruf) <= 0xFDEF
    return huruf in _TERLARANG or nonkarakter or unicodedata.category(huruf) in {"Cc", "Cs", "Co"}


def is_common(huruf: str) -> bool:
    """Whether the bundled fonts are known to hold this character: Latin letters and the usual signs."""
    return ord(huruf) < 0x180 or huruf in "\n–—‘’“”„•…‰€−×÷≤≥≠≈"


@cache
def can_draw(huruf: str, keluarga: str, *, sistem: bool) -> bool:
    """Whether a document of this one character compiles under the standards."""
    try:
        typst.compile(
            _UJI.format(keluarga=keluarga).encode(),
            font_paths=collect_fonts(sistem=sistem),
            sys_inputs={"c": huruf},
            pdf_standards=STANDAR,
            format="pdf",
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True
