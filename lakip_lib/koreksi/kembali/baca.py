"""Read a DOCX that came back from Word or LibreOffice: what it says once its tracked changes are accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from lakip_lib.blok import Run, join_text
from lakip_lib.koreksi.kembali.model import Komentar, Macam, Perubahan, Sel, Terbaca, Unsur
from lakip_lib.koreksi.kembali.paket import NILAI, Paket, open_paket
from lakip_lib.koreksi.kembali.paragraf import RAGAM, Isi, Pembaca, list_paragraphs, merge_runs
from lakip_lib.report.docx.daftar import KOSONG
from lakip_lib.report.docx.gambar import TANPA_PERAMBAN
from lakip_lib.report.docx.oxml import Elemen
from lakip_lib.report.docx.tubuh import LABEL

_JUDUL = re.compile(r"(?:heading|judul) ([1-9])(?: tanpa daftar)?")
_SUSUNAN = re.compile(r"kop .*|.* sampul|title|subtitle|kartu .*|tanda tangan")  # tables that only arrange texts
_SAMPUL = re.compile(r"kop .*")
_DAFTAR_ISI = re.compile(r"toc \d|table of figures|contents \d|toc heading|index heading")
_TANDA = {teks: jenis for jenis, (_, teks) in LABEL.items()}
_TERABAI = {*KOSONG.values(), TANPA_PERAMBAN}  # what the program says of lists and pictures
_WADAH = {qn(f"w:{nama}") for nama in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_HAPUS = ("w:del", "w:moveFrom")


@dataclass
class _Kumpulan:
    """What has been read so far."""

    paket: Paket
    pembaca: Pembaca
    unsur: list[Unsur] = field(default_factory=list)
    perubahan: list[Perubahan] = field(default_factory=list)
    kaki: list[tuple[str, int]] = field(default_factory=list)
    letak_komentar: dict[str, int] = field(default_factory=dict)
    label: str = ""
    pengganti: bool = False
    sambung: list[Isi] = field(default_factory=list)  # paragraphs whose mark was deleted: they go on in the next


def read_kembali(data: bytes) -> Terbaca:
    """The elements of a DOCX with tracked changes accepted, and the tracked changes and comments themselves.

    UnreadableFileError when it is no DOCX, locked, or damaged.
    """
    paket = open_paket(data)
    hasil = _Kumpulan(paket, Pembaca(paket))
    _read_blocks(paket.badan, hasil)
    return Terbaca(
        tuple(hasil.unsur),
        tuple(hasil.perubahan),
        tuple(_list_comments(hasil)),
        tuple(hasil.kaki),
        pengganti=hasil.pengganti,
    )


def _read_blocks(induk: Elemen, hasil: _Kumpulan) -> None:
    for anak in induk:
        if anak.tag == qn("w:p"):
            _read_paragraph(anak, hasil)
        elif anak.tag == qn("w:tbl"):
            _read_table(anak, hasil)
        elif anak.tag in _WADAH:
            _read_blocks(anak, hasil)


def _collect(paragraf: Elemen, hasil: _Kumpulan) -> Isi:
    """The contents of a paragraph, with what they say of comments, changes and notes put down."""
    isi, letak = hasil.pembaca.read(paragraf), len(hasil.unsur)
    for id_komentar in hasil.pembaca.komentar:
        hasil.letak_komentar.setdefault(id_komentar, letak)
    hasil.perubahan += [Perubahan(jenis, penulis, teks, letak) for jenis, penulis, teks in isi.perubahan]
    hasil.kaki += [(_read_note(hasil.paket, kunci), letak) for kunci in isi.kaki]
    tanda = paragraf.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    if tanda is not None:
        isi.penulis |= {t.get(qn("w:author"), "") for tag in ("w:ins", *_HAPUS) for t in tanda.findall(qn(tag))}
    return isi


def _read_note(paket: Paket, kunci: tuple[str, str]) -> str:
    catatan = paket.kaki.get(kunci)
    return "" if catatan is None else " ".join("".join(t.text or "" for t in catatan.iter(qn("w:t"))).split())


def _read_paragraph(paragraf: Elemen, hasil: _Kumpulan) -> None:
    isi = _collect(paragraf, hasil)
    if _is_mark_deleted(paragraf):
        hasil.sambung.append(isi)
        return
    if hasil.sambung:
        isi = _join([*hasil.sambung, isi])
        hasil.sambung = []
    gaya = _style_of(paragraf, hasil.paket)
    if not _SAMPUL.fullmatch(gaya):
        hasil.unsur += [Unsur(Macam.GAMBAR, (Run(teks=alt),)) for alt in isi.gambar]
    if not isi.daftar_isi and not _DAFTAR_ISI.fullmatch(gaya):
        _add_text(paragraf, gaya, isi, hasil)
    for kotak in isi.kotak:
        _read_blocks(kotak, hasil)


def _join(bagian: list[Isi]) -> Isi:
    """Several paragraphs as one."""
    utuh = Isi(daftar_isi=bagian[-1].daftar_isi)
    for isi in bagian:
        utuh.runs += isi.runs
        utuh.gambar += isi.gambar
        utuh.kotak += isi.kotak
        utuh.penulis |= isi.penulis
    return utuh


def _add_text(paragraf: Elemen, gaya: str, isi: Isi, hasil: _Kumpulan) -> None:
    teks = join_text(tuple(isi.runs)).strip()
    if not teks or teks in _TERABAI:
        hasil.pengganti |= teks == TANPA_PERAMBAN
        return
    if teks in _TANDA:
        hasil.label = _TANDA[teks]
        return
    runs, penulis = _trim(isi.runs), tuple(sorted(isi.penulis - {""}))
    label, hasil.label = hasil.label, ""
    judul, (deret, bernomor) = _JUDUL.fullmatch(gaya), _read_list(paragraf, gaya, hasil.paket)
    if judul:
        hasil.unsur.append(Unsur(Macam.JUDUL, runs, tingkat=min(int(judul[1]), 5), penulis=penulis, label=label))
    elif deret:
        hasil.unsur.append(Unsur(Macam.BUTIR, runs, bernomor=bernomor, deret=deret, penulis=penulis, label=label))
    else:
        macam = Macam.KUTIPAN if gaya in {"quote", "intense quote"} else Macam.PARAGRAF
        hasil.unsur.append(Unsur(macam, runs, keterangan=gaya == "caption", penulis=penulis, label=label))


def _trim(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without blanks at either end."""
    isi = [run for run in merge_runs(runs) if run.teks]
    while isi and not isi[0].teks.strip():
        isi.pop(0)
    while isi and not isi[-1].teks.strip():
        isi.pop()
    if isi:
        isi[0] = isi[0].model_copy(update={"teks": isi[0].teks.lstrip()})
        isi[-1] = isi[-1].model_copy(update={"teks": isi[-1].teks.rstrip()})
    return tuple(isi)


def _read_list(paragraf: Elemen, gaya: str, paket: Paket) -> tuple[int, bool]:
    """The list that a paragraph is a point of (0 for none), and whether it is numbered."""
    nomor = paragraf.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    aras = paragraf.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    id_nomor = paket.find_number(_style_id(paragraf)) if nomor is None else nomor.get(NILAI, "")
    if id_nomor in {"", "0"}:
        return (-1, gaya.startswith("list number")) if nomor is None and gaya.startswith("list ") else (0, False)
    bentuk = paket.bernomor.get(id_nomor, {})
    return int(id_nomor) if id_nomor.isdigit() else -1, bentuk.get("0" if aras is None else aras.get(NILAI, "0"), False)


def _style_id(paragraf: Elemen) -> str:
    gaya = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if gaya is None else gaya.get(NILAI, "")


def _style_of(paragraf: Elemen, paket: Paket) -> str:
    return paket.name_style(_style_id(paragraf))


def _is_mark_deleted(paragraf: Elemen) -> bool:
    sifat = paragraf.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return sifat is not None and any(sifat.find(qn(tag)) is not None for tag in _HAPUS)


def _read_table(tabel: Elemen, hasil: _Kumpulan) -> None:
    """A table of data, or the texts of a table that only arranges them."""
    baris = list(_find_all(tabel, "w:tr"))
    gaya = {
        _style_of(p, hasil.paket) for satu in baris for sel in _find_all(satu, "w:tc") for p in list_paragraphs(sel)
    }
    if any(_SUSUNAN.fullmatch(nama) for nama in gaya):
        for satu in baris:
            for sel in _find_all(satu, "w:tc"):
                _read_blocks(sel, hasil)
        return
    penulis: set[str] = set()
    isi = [tuple(_read_row(satu, hasil, penulis)) for satu in baris if not _is_row_deleted(satu, hasil, penulis)]
    if isi:
        hasil.unsur.append(Unsur(Macam.TABEL, baris=tuple(isi), penulis=tuple(sorted(penulis - {""}))))


def _find_all(induk: Elemen, tag: str) -> Iterator[Elemen]:
    """The rows of a table or the cells of a row, in content controls too, but not those of a table within."""
    for anak in induk:
        if anak.tag == qn(tag):
            yield anak
        elif anak.tag in _WADAH:
            yield from _find_all(anak, tag)


def _is_row_deleted(baris: Elemen, hasil: _Kumpulan, penulis: set[str]) -> bool:
    sifat = baris.find(qn("w:trPr"))
    if sifat is None:
        return False
    penulis |= {t.get(qn("w:author"), "") for tag in ("w:ins", "w:del") for t in sifat.findall(qn(tag))}
    hapus = sifat.find(qn("w:del"))
    if hapus is None:
        return False
    teks = "".join(t.text or "" for t in baris.iter(qn("w:t"), qn("w:delText")))
    hasil.perubahan.append(Perubahan("hapus", hapus.get(qn("w:author"), ""), teks, len(hasil.unsur)))
    return True


def _read_row(baris: Elemen, hasil: _Kumpulan, penulis: set[str]) -> Iterator[Sel]:
    for sel in _find_all(baris, "w:tc"):
        sifat = sel.find(qn("w:tcPr"))
        gabung = rentang = None
        if sifat is not None:
            if sifat.find(qn("w:cellDel")) is not None:
                continue
            gabung, rentang = sifat.find(qn("w:vMerge")), sifat.find(qn("w:gridSpan"))
        lanjutan = gabung is not None and gabung.get(NILAI, "continue") != "restart"
        lebar = "1" if rentang is None else rentang.get(NILAI, "1")
        yield Sel(_read_cell(sel, hasil, penulis), lanjutan, int(lebar) if lebar.isdecimal() else 1)


def _read_cell(sel: Elemen, hasil: _Kumpulan, penulis: set[str]) -> tuple[Run, ...]:
    """The runs of a cell, its paragraphs parted by line breaks; those of a table within it follow."""
    runs: list[Run] = []
    for paragraf in sel.iter(qn("w:p")):
        if any(induk.tag == RAGAM for induk in paragraf.iterancestors()):
            continue
        isi = _collect(paragraf, hasil)
        penulis |= isi.penulis
        if runs and isi.runs:
            runs.append(Run(teks="\n"))
        runs += isi.runs
    return _trim(runs)


def _list_comments(hasil: _Kumpulan) -> Iterator[Komentar]:
    for id_komentar, kutipan in hasil.pembaca.komentar.items():
        catatan = hasil.paket.komentar.get(id_komentar)
        if catatan is None:
            continue
        teks = " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in catatan.iter(qn("w:p")))
        letak = hasil.letak_komentar.get(id_komentar, 0)
        yield Komentar(catatan.get(qn("w:author"), ""), " ".join(teks.split()), "".join(kutipan).strip(), letak)
