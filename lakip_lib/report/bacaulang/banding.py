"""Compare what was read back from a document with the blocks it was made of."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lakip_lib.blok import Baris, Daftar, DeretKartu, Dokumen, Gambar, Judul, Paragraf, Tabel, Ttd, join_text
from lakip_lib.report.bacaulang.model import DokumenTerbaca

_KODE = re.compile(r"\[U\+((?:10|[0-9A-F])?[0-9A-F]{4})\]")
PANJANG_KUTIPAN = 60  # characters of a text that a difference shows


def compare(dokumen: Dokumen, terbaca: DokumenTerbaca, *, nama: str) -> list[str]:
    """The differences as sentences that begin with `nama`; an empty list when the document holds all blocks unchanged.

    Compared are headings in order, every cell of every table, every paragraph, list point, card and note, and the
    number of figures (a data table may stand in for one). White space and control characters do not count.
    """
    beda = [
        *compare_headings(dokumen, terbaca),
        *compare_tables(dokumen, terbaca),
        *compare_paragraphs(dokumen, terbaca),
        *compare_refs(dokumen, terbaca),
    ]
    return [f"{nama}: {kalimat}" for kalimat in beda]


@lru_cache(maxsize=100_000)
def normalise(teks: str) -> str:
    """The text without what a print does not show: white space, control and format characters.

    A character that no font could draw stands in a print as its code, "[U+1F600]"; it counts as itself. Of text that
    runs from right to left only the letters count: it comes back in the order of print.
    """
    if teks.isascii() and teks.isprintable() and "[U+" not in teks:
        return teks.replace(" ", "")
    huruf = unicodedata.normalize("NFC", _KODE.sub(lambda cocok: chr(int(cocok[1], 16)), teks))
    hasil = [h for h in huruf if not h.isspace() and unicodedata.category(h)[0] != "C"]
    return "".join(sorted(hasil) if any(unicodedata.bidirectional(h) in {"R", "AL"} for h in hasil) else hasil)


def compare_headings(dokumen: Dokumen, terbaca: DokumenTerbaca) -> Iterator[str]:
    """Differences in number, order and text of the headings."""
    harap = [t for b in dokumen.blok if isinstance(b, Judul) if normalise(t := f"{b.nomor} {b.teks}")]
    ada = [teks for _, teks in terbaca.judul if normalise(teks) not in {"", "–"}]
    if len(harap) != len(ada):
        yield f"jumlah judul {len(ada)}, seharusnya {len(harap)}."
    for urut, (mau, punya) in enumerate(zip(harap, ada, strict=False), 1):
        if normalise(mau) != normalise(punya):
            yield f"judul ke-{urut} berbunyi {_quote(punya)}, seharusnya {_quote(mau)}."


def compare_tables(dokumen: Dokumen, terbaca: DokumenTerbaca) -> Iterator[str]:
    """Differences in the tables in order, and figures that are neither picture nor data table."""
    sisa = list(terbaca.tabel)
    pengganti = jumlah = 0
    for blok in dokumen.blok:
        if isinstance(blok, Gambar):
            jumlah += 1
            if sisa and has_head(sisa[0], blok.tabel):
                yield from compare_table(blok.tabel, sisa.pop(0), f"data gambar {blok.nomor or blok.id}")
                pengganti += 1
        elif isinstance(blok, Tabel):
            sebutan = f"tabel {blok.nomor or blok.id}"
            if not sisa:
                yield f"{sebutan} tidak ada."
            else:
                yield from compare_table(blok, sisa.pop(0), sebutan)
    if sisa:
        yield f"terdapat {len(sisa)} tabel yang tidak dikenal."
    if not max(jumlah - pengganti, 0) <= terbaca.gambar <= jumlah:
        yield f"jumlah gambar {terbaca.gambar} dan tabel penggantinya {pengganti}, seharusnya {jumlah} gambar."


def has_head(baris: list[list[str]], tabel: Tabel) -> bool:
    """Whether rows that were read begin with the head of `tabel`."""
    return bool(baris) and [normalise(s) for s in baris[0] if s.strip()] == [
        normalise(k.judul) for k in tabel.kolom if k.judul
    ]


def compare_table(tabel: Tabel, baca: list[list[str]], sebutan: str) -> Iterator[str]:
    """Differences of one table: its head as a set of texts, its rows cell by cell."""
    batas = len(baca) - len(tabel.baris)
    if batas < 1:
        yield f"{sebutan} memuat {max(len(baca) - 1, 0)} baris isi, seharusnya {len(tabel.baris)}."
        return
    mau = Counter(normalise(t) for t in [*(k.judul for k in tabel.kolom), *(t for t, _ in tabel.kepala_atas)])
    punya = Counter(normalise(t) for baris in baca[:batas] for t in baris)
    mau[""] = punya[""] = 0
    if mau != punya:
        yield f"kepala {sebutan} berbeda: {_quote(' | '.join(t for baris in baca[:batas] for t in baris))}."
    for urut, (baris, sel) in enumerate(zip(tabel.baris, baca[batas:], strict=True), 1):
        yield from compare_row(baris, sel, f"{sebutan} baris {urut}")


def compare_row(baris: Baris, sel: list[str], sebutan: str) -> Iterator[str]:
    """Differences of one row; blank cells that were added at its end to fill the columns do not count."""
    harap = [join_text(s.isi) for s in baris.sel]
    if not sel and not any(map(normalise, harap)):
        return
    if len(sel) < len(harap) or any(s.strip() for s in sel[len(harap) :]):
        yield f"{sebutan} memuat {len(sel)} sel, seharusnya {len(harap)}."
        return
    for kolom, (mau, punya) in enumerate(zip(harap, sel, strict=False), 1):
        if normalise(mau) != normalise(punya):
            yield f"{sebutan} sel {kolom} berisi {_quote(punya)}, seharusnya {_quote(mau)}."


def compare_paragraphs(dokumen: Dokumen, terbaca: DokumenTerbaca) -> Iterator[str]:
    """Texts that should stand outside tables but do not, counted."""
    ada = Counter(normalise(teks) for teks in terbaca.paragraf)
    for teks in list_texts(dokumen):
        kunci = normalise(teks)
        if not kunci:
            continue
        if ada[kunci]:
            ada[kunci] -= 1
        else:
            yield f"teks {_quote(teks)} tidak ada atau berubah."


def list_texts(dokumen: Dokumen) -> Iterator[str]:
    """The texts that each format sets outside its tables, as they stand in the blocks."""
    for blok in dokumen.blok:
        match blok:
            case Paragraf():
                yield join_text(blok.isi)
            case Daftar():
                yield from (join_text(butir) for butir in blok.butir)
            case DeretKartu():
                for kartu in blok.kartu:
                    yield from (kartu.label, kartu.angka.teks, join_text(kartu.keterangan))
            case Tabel():
                yield from list_caption(blok, "Tabel")
                yield from (join_text(catatan) for catatan in blok.catatan)
            case Gambar():
                yield from list_caption(blok, "Gambar")
            case Ttd():
                yield blok.tempat_tanggal
                yield from (baris for pihak in blok.pihak for baris in pihak)
                yield from (blok.ruang, blok.catatan)


def list_caption(blok: Tabel | Gambar, kata: str) -> Iterator[str]:
    """Caption and source line of a table or figure, where it has them."""
    if blok.nomor:
        yield f"{kata} {blok.nomor} {blok.judul}"
    if blok.sumber:
        yield f"Sumber: {blok.sumber}"


def compare_refs(dokumen: Dokumen, terbaca: DokumenTerbaca) -> Iterator[str]:
    """References that were read back with another text than that of their run; formats without references pass."""
    if not terbaca.ref:
        return
    for ref, mau in list_refs(dokumen):
        punya = terbaca.ref.get(ref)
        if punya is None:
            yield f"rujukan {ref} tidak ada."
        elif normalise(punya) not in mau:
            yield f"rujukan {ref} berisi {_quote(punya)}, seharusnya {_quote(min(mau))}."


def list_refs(dokumen: Dokumen) -> Iterator[tuple[str, set[str]]]:
    """Every reference of the document with the texts (normalised) that its runs print."""
    kumpulan: dict[str, set[str]] = {}
    for ref, teks in _walk_refs(dokumen.model_dump(include={"blok"})["blok"]):
        kumpulan.setdefault(ref, set()).add(normalise(teks))
    yield from kumpulan.items()


def _walk_refs(data: object) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        if data.get("ref"):
            yield str(data["ref"]), str(data["teks"])
        for kunci, nilai in data.items():
            if kunci not in {"figur", "tabel"}:  # the data of a picture stands where there is no picture
                yield from _walk_refs(nilai)
    elif isinstance(data, list | tuple):
        for nilai in data:
            yield from _walk_refs(nilai)


def _quote(teks: str) -> str:
    pendek = " ".join(teks.split())
    return f"“{pendek if len(pendek) <= PANJANG_KUTIPAN else pendek[: PANJANG_KUTIPAN - 1] + '…'}”"
