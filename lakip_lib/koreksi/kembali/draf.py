"""The draft as a row of elements in the order of its DOCX, each with its place in words and where its text comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lakip_lib.blok import (
    AnyBlok,
    Baris,
    Daftar,
    DeretKartu,
    Dokumen,
    Gambar,
    Identitas,
    Judul,
    Paragraf,
    Run,
    Tabel,
    Ttd,
    join_text,
)
from lakip_lib.koreksi.kembali.model import Macam, Sel, Unsur
from lakip_lib.report.docx.bagian import list_marks
from lakip_lib.report.docx.susunan import AKHIR_TTD
from lakip_lib.report.docx.tabel import place_cells

PENDEK = 60  # characters of a heading in a place


class Peran(StrEnum):
    """What an element of the draft is for."""

    SAMPUL = "sampul"
    JUDUL = "judul"
    TEKS = "teks"
    KETERANGAN = "keterangan"
    KARTU = "kartu"
    TTD = "tanda tangan"
    TABEL = "tabel"
    GAMBAR = "gambar"


@dataclass(frozen=True)
class Bagian:
    """An element of the draft: its place in words, the text of narasi/ that it is or gives way to, its headings' ids."""

    unsur: Unsur
    peran: Peran
    tempat: str
    naskah: str = ""
    judul: tuple[str, ...] = ()
    tabel: Tabel | None = None


@dataclass
class _Penyusun:
    """Walks the blocks and keeps count of where it is."""

    pengganti: bool
    hasil: list[Bagian] = field(default_factory=list)
    judul: list[tuple[int, str, str]] = field(default_factory=list)  # level, words, id
    paragraf: int = 0
    daftar: int = 0

    @property
    def di(self) -> str:
        return " › ".join(kata for _, kata, _ in self.judul)

    def add(self, unsur: Unsur, peran: Peran, tempat: str, naskah: str = "", tabel: Tabel | None = None) -> None:
        if unsur.macam in {Macam.TABEL, Macam.GAMBAR} or unsur.kunci:
            id_judul = tuple(id for _, _, id in self.judul)
            self.hasil.append(Bagian(unsur, peran, tempat, naskah, id_judul, tabel))

    def add_text(self, unsur: Unsur, naskah: str) -> None:
        self.paragraf += 1
        self.add(unsur, Peran.TEKS, f"{self.di} › paragraf {self.paragraf}", naskah)

    def add_plain(self, runs: tuple[Run, ...], peran: Peran, tempat: str, *, keterangan: bool = False) -> None:
        self.add(Unsur(Macam.PARAGRAF, runs, keterangan=keterangan), peran, tempat)

    def add_judul(self, judul: Judul) -> None:
        self.judul = [satu for satu in self.judul if satu[0] < judul.tingkat]
        nomor = judul.nomor.replace("BAB", "Bab")
        kata = nomor if judul.tingkat == 1 and nomor else f"{nomor} {judul.teks}".strip()
        self.judul.append((judul.tingkat, shorten(kata), judul.id))
        self.paragraf = 0
        runs = (Run(teks=f"{judul.nomor} {judul.teks}".strip()),)
        self.add(Unsur(Macam.JUDUL, runs, tingkat=judul.tingkat), Peran.JUDUL, self.di, judul.naskah)

    def add_daftar(self, daftar: Daftar) -> None:
        self.daftar += 1
        for butir in daftar.butir:
            unsur = Unsur(Macam.BUTIR, butir, bernomor=daftar.bernomor, deret=self.daftar)
            self.add_text(unsur, daftar.naskah)

    def add_tabel(self, tabel: Tabel) -> None:
        nama = name_table(tabel)
        di = self._place_object(tabel)
        self._add_caption("Tabel", tabel)
        self.add(Unsur(Macam.TABEL, baris=list_rows(tabel)), Peran.TABEL, f"{di} › {nama}", tabel.naskah, tabel)
        for catatan in tabel.catatan:
            self.add_plain(catatan, Peran.KETERANGAN, f"{di} › catatan {nama}")
        self._add_source(tabel, nama)

    def _place_object(self, blok: Tabel | Gambar) -> str:
        """A number tells where a table or figure is; without one its headings do."""
        return self.judul[0][1] if blok.nomor and self.judul else self.di

    def add_gambar(self, gambar: Gambar) -> None:
        nama = f"Gambar {gambar.nomor}" if gambar.nomor else f"gambar “{shorten(gambar.judul)}”"
        if self.pengganti:
            isi = Unsur(Macam.TABEL, baris=list_rows(gambar.tabel))
            self.add(isi, Peran.TABEL, f"{self._place_object(gambar)} › data {nama}", tabel=gambar.tabel)
        else:
            self.add(
                Unsur(Macam.GAMBAR, (Run(teks=gambar.alt),)), Peran.GAMBAR, f"{self._place_object(gambar)} › {nama}"
            )
        self._add_caption("Gambar", gambar)
        self._add_source(gambar, nama)

    def _add_caption(self, kata: str, blok: Tabel | Gambar) -> None:
        if blok.nomor:
            runs = (Run(teks=f"{kata} {blok.nomor} {blok.judul}"),)
            self.add_plain(
                runs, Peran.KETERANGAN, f"{self._place_object(blok)} › judul {kata} {blok.nomor}", keterangan=True
            )

    def _add_source(self, blok: Tabel | Gambar, nama: str) -> None:
        if blok.sumber:
            self.add_plain(
                (Run(teks=f"Sumber: {blok.sumber}"),), Peran.KETERANGAN, f"{self._place_object(blok)} › sumber {nama}"
            )

    def add_ttd(self, ttd: Ttd) -> None:
        atas = [baris for pihak in ttd.pihak for baris in pihak[:-AKHIR_TTD]]
        bawah = [baris for pihak in ttd.pihak for baris in pihak[-AKHIR_TTD:]]
        dekat = (*bawah, ttd.ruang) if ttd.bingkai else (ttd.ruang, *bawah)
        for baris in (ttd.tempat_tanggal, *atas, *dekat, ttd.catatan):
            self.add_plain((Run(teks=baris),), Peran.TTD, f"{self.di} › blok tanda tangan")

    def add_kartu(self, deret: DeretKartu) -> None:
        for kartu in deret.kartu:
            for runs in ((Run(teks=kartu.label),), (kartu.angka,), kartu.keterangan):
                self.add_plain(runs, Peran.KARTU, f"{self.di} › kartu “{kartu.label}”")

    def add_blok(self, blok: AnyBlok) -> None:
        match blok:
            case Judul():
                self.add_judul(blok)
            case Paragraf():
                macam = Macam.KUTIPAN if blok.gaya == "kutipan" else Macam.PARAGRAF
                label = blok.gaya if blok.gaya in {"draf", "belum"} else ""
                self.add_text(Unsur(macam, blok.isi, label=label), blok.naskah)
            case Daftar():
                self.add_daftar(blok)
            case Tabel():
                self.add_tabel(blok)
            case Gambar():
                self.add_gambar(blok)
            case DeretKartu():
                self.add_kartu(blok)
            case Ttd():
                self.add_ttd(blok)


def list_bagian(dokumen: Dokumen, *, pengganti: bool = False) -> tuple[Bagian, ...]:
    """The elements of the draft's DOCX in order; `pengganti`: data tables stand in for its pictures."""
    penyusun = _Penyusun(pengganti)
    for teks in _list_cover(dokumen.identitas):
        penyusun.add_plain((Run(teks=teks),), Peran.SAMPUL, "Sampul")
    for blok in dokumen.blok:
        penyusun.add_blok(blok)
    return tuple(penyusun.hasil)


def _list_cover(identitas: Identitas) -> Iterator[str]:
    """The texts of the cover in order."""
    yield from (identitas.pemda, identitas.instansi, *identitas.alamat, identitas.judul, identitas.subjudul)
    if identitas.periode != "tahunan":
        yield f"Periode {identitas.periode}"
    yield str(identitas.tahun)
    yield " · ".join(list_marks(identitas))
    yield from (identitas.instansi, identitas.tempat_tahun)


def list_rows(tabel: Tabel) -> tuple[tuple[Sel, ...], ...]:
    """The rows of a table as its DOCX has them, head rows first."""
    return (*_list_head(tabel), *(_place_row(petak) for petak in place_rows(tabel.baris)))


def place_rows(baris: tuple[Baris, ...]) -> Iterator[tuple[tuple[tuple[Run, ...], bool, int], ...]]:
    """For each row its cells: runs, whether they only go on from above, how many columns they take."""
    for petak in place_cells(baris):
        yield tuple((p.isi.isi, p.lanjutan, p.isi.lebar) for p in petak)


def _place_row(petak: tuple[tuple[tuple[Run, ...], bool, int], ...]) -> tuple[Sel, ...]:
    return tuple(Sel(() if lanjutan else isi, lanjutan, lebar) for isi, lanjutan, lebar in petak)


def _list_head(tabel: Tabel) -> Iterator[tuple[Sel, ...]]:
    judul = [Sel((Run(teks=k.judul),) if k.judul else ()) for k in tabel.kolom]
    if not tabel.kepala_atas:
        yield tuple(judul)
        return
    atas: list[Sel] = []
    bawah: list[Sel] = []
    for teks, rentang in tabel.kepala_atas:
        kolom = judul[len(bawah) : len(bawah) + rentang]
        atas += [Sel((Run(teks=teks),), lebar=rentang)] if teks else kolom
        bawah += kolom if teks else [Sel(lanjutan=True)] * rentang
    yield tuple(atas)
    yield tuple(bawah)


def name_table(tabel: Tabel) -> str:
    """ "Tabel 3.1", or the first head that a table without number has."""
    if tabel.nomor:
        return f"Tabel {tabel.nomor}"
    return f"tabel “{shorten(next((k.judul for k in tabel.kolom if k.judul), tabel.id))}”"


def shorten(teks: str, panjang: int = PENDEK) -> str:
    """The text on one line, cut where it is long."""
    baris = " ".join(teks.split())
    return baris if len(baris) <= panjang else baris[: panjang - 1].rstrip() + "…"


def is_bold_lead(unsur: Unsur, nama: str) -> bool:
    """Whether a paragraph begins with that name in bold, as those on one indikator do."""
    return bool(unsur.isi) and unsur.isi[0].tebal and join_text(unsur.isi[:1]) == f"{nama}."
