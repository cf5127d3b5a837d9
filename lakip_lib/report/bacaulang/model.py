"""What a reader gets out of a rendered document, the same for PDF, DOCX and HTML."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DokumenTerbaca:
    """A document as a reader meets it, in reading order.

    `judul` are (tingkat, text with its nomor); `tabel` are rows of cell texts, head rows included, each spanning cell
    once and a table over several pages as one; `paragraf` are the texts that stand in no table (captions, list points
    and notes included); `gambar` counts pictures with alt text; `ref` maps references to the text they stand for, where
    the format carries references.
    """

    judul: list[tuple[int, str]] = field(default_factory=list)
    tabel: list[list[list[str]]] = field(default_factory=list)
    paragraf: list[str] = field(default_factory=list)
    gambar: int = 0
    ref: dict[str, str] = field(default_factory=dict)
