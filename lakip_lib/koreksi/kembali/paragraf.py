"""The text of one paragraph as it stands once tracked changes are accepted, piece by piece with its emphasis."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from lakip_lib.blok import Run
from lakip_lib.koreksi.kembali.paket import ID, NILAI, RUJUKAN, Paket
from lakip_lib.report.docx.oxml import Elemen

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PILIHAN, CADANGAN, RAGAM = f"{_MC}Choice", f"{_MC}Fallback", f"{_MC}AlternateContent"
_BUNGKUS = {
    qn(f"w:{nama}")
    for nama in ("smartTag", "fldSimple", "customXml", "sdt", "sdtContent", "dir", "bdo", "ins", "moveTo", "hyperlink")
} | {PILIHAN}
_MASUK = {qn("w:ins"), qn("w:moveTo")}
_KELUAR = {qn("w:del"): "hapus", qn("w:moveFrom"): "pindah"}
_JEDA = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_GAMBAR = {qn("w:drawing"), qn("w:pict"), qn("w:object")}
_TEBAL, _MIRING = {"strong", "tebal"}, {"emphasis", "miring"}
KOTAK = "kotak kategori"
KATA_KOTAK = qn("w:txbxContent")


@dataclass
class Isi:
    """What a paragraph holds: runs, alternative texts of pictures, text boxes, authors and the changes they made."""

    runs: list[Run] = field(default_factory=list)
    gambar: list[str] = field(default_factory=list)
    kotak: list[Elemen] = field(default_factory=list)
    penulis: set[str] = field(default_factory=set)
    perubahan: list[tuple[str, str, str]] = field(default_factory=list)
    kaki: list[tuple[str, str]] = field(default_factory=list)
    daftar_isi: bool = False  # part of a generated list


@dataclass
class Pembaca:
    """Reads paragraphs in order; fields and comments may run over several of them."""

    paket: Paket
    medan: list[list[str]] = field(default_factory=list)  # open fields: instruction, "perintah" or "hasil"
    komentar: dict[str, list[str]] = field(default_factory=dict)  # the words of each comment's range so far
    terbuka: set[str] = field(default_factory=set)

    def read(self, paragraf: Elemen) -> Isi:
        """The contents of a w:p."""
        isi = Isi(daftar_isi=self._in_list())
        self._walk(paragraf, isi, "")
        isi.runs = merge_runs(isi.runs)
        return isi

    def _in_list(self) -> bool:
        return any(perintah.split()[:1] in (["TOC"], ["INDEX"]) for perintah, _ in self.medan)

    def _walk(self, induk: Elemen, isi: Isi, tautan: str) -> None:
        for anak in induk:
            if anak.tag == qn("w:r"):
                self._read_run(anak, isi, tautan)
            elif anak.tag in _KELUAR:
                self._note_change(_KELUAR[anak.tag], anak, isi)
            elif anak.tag == RAGAM:
                self._walk(_choose(anak), isi, tautan)
            elif anak.tag in _BUNGKUS:
                if anak.tag in _MASUK:
                    self._note_change("sisip", anak, isi)
                self._walk(anak, isi, self.paket.tautan.get(anak.get(RUJUKAN, ""), tautan))
            elif anak.tag == qn("w:commentRangeStart"):
                self.terbuka.add(anak.get(ID, ""))
                self.komentar.setdefault(anak.get(ID, ""), [])
            elif anak.tag == qn("w:commentRangeEnd"):
                self.terbuka.discard(anak.get(ID, ""))

    def _note_change(self, jenis: str, elemen: Elemen, isi: Isi) -> None:
        penulis = elemen.get(qn("w:author"), "")
        teks = "".join(t.text or "" for t in elemen.iter(qn("w:t"), qn("w:delText")))
        isi.penulis.add(penulis)
        if teks:
            isi.perubahan.append((jenis, penulis, teks))

    def _read_run(self, run: Elemen, isi: Isi, tautan: str) -> None:
        tebal, miring, gaya = self._read_emphasis(run)
        for anak in run:
            if anak.tag == qn("w:fldChar"):
                self._step_field(anak.get(qn("w:fldCharType"), ""), isi)
            elif anak.tag == qn("w:instrText") and self.medan:
                self.medan[-1][0] += anak.text or ""
            elif anak.tag in _GAMBAR or anak.tag == RAGAM:
                _read_drawing(_choose(anak) if anak.tag == RAGAM else anak, isi)
            elif anak.tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
                isi.kaki.append((str(anak.tag).rpartition("}")[2].removesuffix("Reference"), anak.get(ID, "")))
            elif anak.tag == qn("w:commentReference"):
                self.komentar.setdefault(anak.get(ID, ""), [])
            elif (teks := _read_text(anak)) and gaya != KOTAK and not self._in_instruction():
                isi.runs.append(Run(teks=teks, tebal=tebal, miring=miring, tautan=tautan or None))
                for id_komentar in self.terbuka:
                    self.komentar[id_komentar].append(teks)

    def _in_instruction(self) -> bool:
        return any(tahap == "perintah" for _, tahap in self.medan)

    def _step_field(self, jenis: str, isi: Isi) -> None:
        if jenis == "begin":
            self.medan.append(["", "perintah"])
        elif self.medan and jenis == "separate":
            self.medan[-1][1] = "hasil"
            isi.daftar_isi = isi.daftar_isi or self._in_list()
        elif self.medan and jenis == "end":
            self.medan.pop()

    def _read_emphasis(self, run: Elemen) -> tuple[bool, bool, str]:
        sifat = run.find(qn("w:rPr"))
        if sifat is None:
            return False, False, ""
        gaya = sifat.find(qn("w:rStyle"))
        nama = "" if gaya is None else self.paket.name_style(gaya.get(NILAI, ""))
        return _is_on(sifat, "w:b") or nama in _TEBAL, _is_on(sifat, "w:i") or nama in _MIRING, nama


def _is_on(sifat: Elemen, tag: str) -> bool:
    elemen = sifat.find(qn(tag))
    return elemen is not None and elemen.get(NILAI, "1") not in {"0", "false", "off"}


def _read_text(elemen: Elemen) -> str:
    if elemen.tag == qn("w:t"):
        return elemen.text or ""
    if elemen.tag == qn("w:br"):
        return "\n" if elemen.get(qn("w:type"), "textWrapping") == "textWrapping" else ""
    return _JEDA.get(str(elemen.tag), "")


def _choose(ragam: Elemen) -> Elemen:
    """The first of several ways to write the same thing."""
    pilihan = ragam.find(PILIHAN)
    cadangan = ragam.find(CADANGAN)
    return pilihan if pilihan is not None else cadangan if cadangan is not None else ragam


def _read_drawing(elemen: Elemen, isi: Isi) -> None:
    """The texts boxes of a drawing, or its alternative text where it is a picture."""
    kotak = [k for k in elemen.iter(KATA_KOTAK) if not any(a.tag == CADANGAN for a in k.iterancestors())]
    if kotak:
        isi.kotak += kotak
    else:
        sifat = next(elemen.iter(qn("wp:docPr")), None)
        isi.gambar.append("" if sifat is None else sifat.get("descr") or sifat.get("title") or "")


def merge_runs(runs: list[Run]) -> list[Run]:
    """The runs with neighbours of one style made one."""
    hasil: list[Run] = []
    for run in runs:
        if hasil and _style_of(hasil[-1]) == _style_of(run):
            hasil[-1] = hasil[-1].model_copy(update={"teks": hasil[-1].teks + run.teks})
        else:
            hasil.append(run)
    return hasil


def _style_of(run: Run) -> tuple[bool, bool, str | None, str | None]:
    return run.tebal, run.miring, run.tautan, run.ref


def list_paragraphs(induk: Elemen) -> Iterator[Elemen]:
    """The paragraphs directly in an element, in content controls and the like too, but not in tables."""
    for anak in induk:
        if anak.tag == qn("w:p"):
            yield anak
        elif anak.tag in _BUNGKUS:
            yield from list_paragraphs(anak)
