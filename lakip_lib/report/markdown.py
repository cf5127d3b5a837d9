"""Plain Markdown of narasi/*.md (paragraphs, lists, emphasis, headings, simple tables) as blocks.

markdown-it-py parses; HTML, code and images are not part of the promise and come out as the characters typed.
"""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lakip_lib.blok import Baris, Blok, Daftar, Isi, Judul, Kolom, Paragraf, Run, Tabel

PENGURAI = (
    MarkdownIt("commonmark", {"html": False})
    .enable(["table"])
    .disable(["code", "fence", "html_block", "html_inline", "image", "entity", "escape", "autolink", "hr", "reference"])
)


def slug(teks: str) -> str:
    """A heading's text as an id: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", teks.casefold())) or "bagian"


def parse_runs(token: Token) -> tuple[Run, ...]:
    """The runs of an inline token; a link keeps its http(s) address, any other address stays as text."""
    runs: list[Run] = []
    tebal = miring = 0
    tautan: str | None = None
    for child in token.children or []:
        if child.type in {"strong_open", "strong_close"}:
            tebal += child.nesting
        elif child.type in {"em_open", "em_close"}:
            miring += child.nesting
        elif child.type == "link_open":
            alamat = str(child.attrGet("href") or "")
            tautan = alamat if alamat.startswith(("http://", "https://")) else None
        elif child.type == "link_close":
            tautan = None
        else:
            teks = {"softbreak": " ", "hardbreak": "\n"}.get(child.type, child.content)
            if child.type == "code_inline":
                teks = f"{child.markup}{child.content}{child.markup}"
            runs.append(Run(teks=teks, tebal=tebal > 0, miring=miring > 0, tautan=tautan))
    return tuple(run for run in runs if run.teks)


class _Pembaca:
    """Walks the tokens of one text and gathers blocks."""

    def __init__(self, awalan: str, bab: bool) -> None:
        self.awalan, self.bab = awalan, bab
        self.blok: list[Blok] = []
        self.tabel = 0
        self.ids: set[str] = set()

    def read(self, tokens: Sequence[Token]) -> None:
        i = 0
        while i < len(tokens):
            token = tokens[i]
            akhir = _find_close(tokens, i) if token.nesting == 1 else i
            dalam = tokens[i + 1 : akhir]
            if token.type == "heading_open":
                self._add_judul(int(token.tag[1]), dalam[0])
            elif token.type == "paragraph_open":
                self.blok.append(Paragraf(isi=parse_runs(dalam[0])))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                self.blok.append(Daftar(butir=_read_butir(dalam), bernomor=token.type.startswith("ordered")))
            elif token.type == "table_open":
                self._add_tabel(dalam)
            elif token.type == "blockquote_open":
                self.blok.extend(
                    Paragraf(isi=parse_runs(t), gaya="kutipan") for t in dalam if t.type == "inline" and t.content
                )
            i = akhir + 1

    def _add_judul(self, tingkat: int, inline: Token) -> None:
        teks = "".join(run.teks for run in parse_runs(inline))
        tingkat = tingkat if self.bab else max(tingkat, 4)
        id_judul = self._make_id(f"{self.awalan}{slug(teks)}")
        self.blok.append(Judul(tingkat=min(tingkat, 5), teks=teks, id=id_judul, daftar=self.bab))

    def _make_id(self, nama: str) -> str:
        sama = sum(1 for dipakai in self.ids if dipakai == nama or re.fullmatch(rf"{re.escape(nama)}-\d+", dipakai))
        baru = f"{nama}-{sama + 1}" if sama else nama
        self.ids.add(baru)
        return baru

    def _add_tabel(self, tokens: Sequence[Token]) -> None:
        self.tabel += 1
        rows: list[list[tuple[Run, ...]]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(parse_runs(token))
        kepala, isi = rows[0], rows[1:]
        self.blok.append(
            Tabel(
                id=f"{self.awalan}tabel-{self.tabel}",
                kode="T-narasi",
                judul="",
                kolom=tuple(Kolom(judul="".join(run.teks for run in sel)) for sel in kepala),
                baris=tuple(Baris(sel=tuple(Isi(isi=sel) for sel in row)) for row in isi),
            )
        )


def _find_close(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for i in range(start, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    return len(tokens) - 1


def _read_butir(tokens: Sequence[Token]) -> tuple[tuple[Run, ...], ...]:
    """The points of a list; deeper lists are told flat, each point on its own."""
    butir: list[tuple[Run, ...]] = []
    for token in tokens:
        if token.type == "inline":
            butir.append(parse_runs(token))
    return tuple(butir)


def parse_markdown(teks: str, *, awalan: str = "", bab: bool = False) -> tuple[Any, ...]:
    """The blocks of a Markdown text; `awalan` starts each id. Headings are of level 4 or deeper, unless `bab`."""
    pembaca = _Pembaca(awalan, bab)
    pembaca.read(PENGURAI.parse(teks))
    return tuple(pembaca.blok)
