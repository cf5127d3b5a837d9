"""Findings on narasi/*.md: names that lead nowhere, texts that are missing or left unfinished."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

NASKAH = (
    "kata-pengantar",
    "ikhtisar",
    "latar-belakang",
    "dasar-hukum",
    "tugas-fungsi",
    "struktur-organisasi",
    "sumber-daya",
    "isu-strategis",
    "realisasi-anggaran",
    "penutup",
)
# the report is complete without these: a standard preface stands in, the ikhtisar is written from the figures
PILIHAN = frozenset({"kata-pengantar", "ikhtisar"})
SISA = re.compile(r"\[\.\.\.\]|(?-i:\bxxx+\b)|\bxxxx+\b|\blorem\b|\bTBD\b|#REF!|#DIV/0!|\bisi di sini\b", re.IGNORECASE)


class NaskahLike(Protocol):
    """A text of narasi/ with its name and file."""

    @property
    def nama(self) -> str:
        """Name without ending."""

    @property
    def teks(self) -> str:
        """The Markdown."""

    @property
    def berkas(self) -> str:
        """The file, relative to the agency folder."""


def check_narasi(narasi: Sequence[NaskahLike], rencana: Mapping[str, Iterable[Mapping[str, Any]]]) -> list[Temuan]:
    """A catatan for each missing text that leaves a gap and each file without a place; a peringatan for placeholders."""
    temuan: list[Temuan] = []
    khusus = {f"sasaran-{r['kode']}" for r in rencana.get("sasaran", ())}
    khusus |= {f"{awal}-{r['kode']}" for r in rencana.get("indikator", ()) for awal in ("indikator", "sebab")}
    ada = {naskah.nama.casefold() for naskah in narasi if naskah.teks.strip()}
    for nama in NASKAH:
        if nama not in ada and nama not in PILIHAN:
            pesan = f"narasi/{nama}.md belum diisi; tempatnya dalam laporan bertanda 'belum diisi'. Mohon dilengkapi."
            temuan.append(Temuan(f"narasi/{nama}.md", "naskah-belum-ada", Tingkat.CATATAN, pesan))
    dikenal = {nama.casefold() for nama in (*NASKAH, *khusus)}
    for naskah in narasi:
        if naskah.nama.casefold() not in dikenal:
            pesan = f"{naskah.berkas}: nama ini tidak mempunyai tempat dalam laporan, sehingga tidak dicetak. Mohon disesuaikan."
            temuan.append(Temuan(naskah.berkas, "naskah-tanpa-tempat", Tingkat.PERINGATAN, pesan))
        for sisa in dict.fromkeys(SISA.findall(naskah.teks)):
            pesan = f"{naskah.berkas}: masih memuat '{sisa}'. Mohon lengkapi naskahnya."
            temuan.append(Temuan(naskah.berkas, "naskah-belum-selesai", Tingkat.PERINGATAN, pesan, nilai=sisa))
    return temuan
