"""Elements of a returned document as the Markdown of narasi/*.md that prints them again."""

from collections.abc import Sequence
from itertools import groupby

from lakip_lib.blok import Blok, Daftar, Judul, Paragraf, Run, Tabel, join_text
from lakip_lib.koreksi.kembali.draf import list_rows
from lakip_lib.koreksi.kembali.model import Macam, Unsur, kunci
from lakip_lib.koreksi.kembali.paragraf import merge_runs
from lakip_lib.report.markdown import parse_markdown

TINGKAT_NASKAH = 4  # headings of a text begin here
SELA = "\u00a0"  # before a mark that would begin a list or heading; the reading strips it


def write_markdown(unsur: Sequence[Unsur]) -> str:
    """The Markdown of elements in order, "" for none; points that follow one another in one list are one list."""
    bagian: list[str] = []
    tanda = ""
    for _, kelompok in groupby(enumerate(unsur), key=lambda p: _group_key(*p)):
        isi = [satu for _, satu in kelompok]
        if isi[0].macam is Macam.BUTIR:
            tanda = "*" if tanda == "-" else "-"  # two lists in a row stay two
            bagian.append(_write_list(isi, tanda))
        else:
            tanda = ""
            bagian.append(write_one(isi[0]))
    return "\n\n".join(bagian) + "\n" if bagian else ""


def _group_key(urut: int, unsur: Unsur) -> tuple[object, ...]:
    return (unsur.bernomor, unsur.deret) if unsur.macam is Macam.BUTIR else (urut,)


def is_writable(unsur: Unsur) -> bool:
    """Whether narasi/ can hold this element, so that it prints the same words again."""
    if unsur.macam is Macam.GAMBAR or (unsur.macam is Macam.TABEL and not _is_simple(unsur)):
        return False
    return reads_back([unsur])


def reads_back(unsur: Sequence[Unsur]) -> bool:
    """Whether the Markdown of these elements gives the same elements with the same words."""
    return [_sketch(u) for u in unsur] == [_sketch(u) for u in read_markdown(write_markdown(unsur))]


def _sketch(unsur: Unsur) -> tuple[object, ...]:
    tingkat = max(unsur.tingkat, TINGKAT_NASKAH) if unsur.macam is Macam.JUDUL else 0
    return unsur.macam, tingkat, unsur.bernomor, unsur.kunci


def _is_simple(tabel: Unsur) -> bool:
    """Whether a table has a head and rows of as many single cells."""
    lebar = {len(baris) for baris in tabel.baris}
    return len(lebar) == 1 and not any(s.lanjutan or s.lebar > 1 for baris in tabel.baris for s in baris)


def read_markdown(teks: str) -> list[Unsur]:
    """The elements that a text of narasi/ gives."""
    hasil: list[Unsur] = []
    for urut, blok in enumerate(parse_markdown(teks)):
        hasil += list_unsur(blok, urut)
    return hasil


def list_unsur(blok: Blok, deret: int) -> list[Unsur]:
    """The elements of one block of a text."""
    match blok:
        case Judul():
            return [Unsur(Macam.JUDUL, (Run(teks=blok.teks),), tingkat=blok.tingkat)]
        case Paragraf():
            return [Unsur(Macam.KUTIPAN if blok.gaya == "kutipan" else Macam.PARAGRAF, blok.isi)]
        case Daftar():
            return [Unsur(Macam.BUTIR, butir, bernomor=blok.bernomor, deret=deret) for butir in blok.butir]
        case Tabel():
            return [Unsur(Macam.TABEL, baris=list_rows(blok))]
    return []


def write_one(unsur: Unsur) -> str:
    """The Markdown of one element that is no list point."""
    if unsur.macam is Macam.TABEL:
        return _write_table(unsur)
    if unsur.macam is Macam.JUDUL:
        return f"{'#' * min(max(unsur.tingkat, TINGKAT_NASKAH), 5)} {_inline_plain(unsur.isi)}"
    awal = "> " if unsur.macam is Macam.KUTIPAN else ""
    return "\n".join(awal + _guard(baris) for baris in _inline(unsur).split("\n"))


def _write_list(butir: Sequence[Unsur], tanda: str) -> str:
    baris = []
    for urut, satu in enumerate(butir, 1):
        awal = f"{urut}{'.' if tanda == '-' else ')'} " if satu.bernomor else f"{tanda} "
        isi = [_guard(b) for b in _inline(satu).split("\n")]
        baris.append(awal + ("\n" + " " * len(awal)).join(isi))
    return "\n".join(baris)


def _write_table(tabel: Unsur) -> str:
    def line(sel: Sequence[str]) -> str:
        return f"| {' | '.join(sel)} |"

    isi = [[_inline_cell(s.isi) for s in baris] for baris in tabel.baris]
    return "\n".join([line(isi[0]), line(["---"] * len(isi[0])), *(line(baris) for baris in isi[1:])])


def _inline_cell(runs: Sequence[Run]) -> str:
    teks = _emphasise(runs).replace("\n", " ").replace("|", "\\|")
    return " ".join(teks.split())


def _inline_plain(runs: Sequence[Run]) -> str:
    return " ".join(join_text(tuple(runs)).split())


def _guard(baris: str) -> str:
    """A line that no reader takes for the start of a list, heading, quotation or table."""
    awal = parse_markdown(baris)
    polos = len(awal) == 1 and isinstance(awal[0], Paragraf) and awal[0].gaya == "biasa"
    garis = not baris.strip(" \t=-|:+*_>#~`")
    return baris if polos and not garis else SELA + baris


def _inline(unsur: Unsur) -> str:
    """The text with its emphasis and links, or without them where they would not read back as they were."""
    penuh = _emphasise(unsur.isi)
    terbaca = parse_markdown(_guard(penuh))
    if len(terbaca) == 1 and isinstance(terbaca[0], Paragraf) and sketch_runs(terbaca[0].isi) == sketch_runs(unsur.isi):
        return penuh
    return _emphasise([Run(teks=join_text(unsur.isi))])


def sketch_runs(runs: Sequence[Run]) -> list[tuple[str, bool, bool, str | None]]:
    """Text by text with its emphasis and address, blanks between them left out: what two prints have in common."""
    polos = merge_runs([r.model_copy(update={"teks": kunci(r.teks).replace(" ", ""), "ref": None}) for r in runs])
    return [(r.teks, r.tebal, r.miring, _address(r)) for r in merge_runs([r for r in polos if r.teks])]


def _address(run: Run) -> str | None:
    return run.tautan if run.tautan and not run.tautan.startswith("#") else None


def _emphasise(runs: Sequence[Run]) -> str:
    """The runs with their marks; blanks at the edges of a stretch stand outside its marks."""
    hasil = ""
    for run in merge_runs([r.model_copy(update={"ref": None, "tautan": _address(r)}) for r in runs]):
        inti = run.teks.strip()
        if not inti:
            hasil += run.teks
            continue
        depan, belakang = run.teks[: run.teks.index(inti)], run.teks[run.teks.index(inti) + len(inti) :]
        bungkus = "***" if run.tebal and run.miring else "**" if run.tebal else "*" if run.miring else ""
        inti = f"[{inti}]({run.tautan})" if run.tautan else inti
        hasil += f"{depan}{bungkus}{inti}{bungkus}{belakang}"
    return "  \n".join(" ".join(baris.split()) for baris in hasil.split("\n"))
