"""Whether a signed PDF is the frozen one: its bytes the beginning, or its pages the same in text and in print."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import numpy as np
import pypdfium2

from lakip_lib.delivery.tanda_tangan.periksa import TandaTangan, check_signed
from lakip_lib.errors import UnreadableFileError

TEMPAT_TTD = "${ttd}"  # what a signing service may replace or cover
# Words of the stamp that a signing service prints; a text without one of them was not put there by signing.
STEMPEL = re.compile(
    r"tanda ?tangan|elektronik|sertifikat|bsre|bssn|digital|sign|verifi|autentik|keaslian", re.IGNORECASE
)
SKALA = 1.0  # 72 dpi: enough to see that a figure was covered
TINTA, BEDA = 200, 60  # grey below which a pixel is print; difference from which two pixels are not the same
BERCAK = 12  # pixels of print that may differ on a page: edges of letters
TEPI_TTD = 60.0  # points around the placeholder that the stamp may cover


@dataclass(frozen=True)
class Pembuktian:
    """What was shown of a signed PDF against the frozen one.

    `cara` "awalan": the frozen bytes are its beginning; "isi": the file was rewritten, its pages are the same; "beda": it is
    another document, and `beda` says where. `tambahan` are the texts that signing added, by page.
    """

    cara: Literal["awalan", "isi", "beda"]
    tanda: tuple[TandaTangan, ...]
    tambahan: tuple[str, ...] = ()
    beda: tuple[str, ...] = ()


def compare_signed(beku: bytes, tertanda: bytes) -> Pembuktian:
    """How far a signed PDF is the frozen one; UnreadableFileError where it is no PDF at all.

    The pages are compared in every case: behind the frozen bytes, an update could show something else.
    """
    tanda = check_signed(tertanda)
    beda = [] if tanda else ["tidak ada tanda tangan elektronik di dalamnya"]
    beda += [
        f"tanda tangan {t.nama} tidak sah: isinya berubah setelah ditandatangani"
        for t in tanda
        if not (t.utuh and t.meliputi)
    ]
    tambahan, isi = _compare_pages(beku, tertanda)
    beda += isi
    if beda:
        return Pembuktian("beda", tanda, tuple(tambahan), tuple(beda))
    return Pembuktian("awalan" if tertanda.startswith(beku) else "isi", tanda, tuple(tambahan))


def _compare_pages(beku: bytes, tertanda: bytes) -> tuple[list[str], list[str]]:
    tambahan: list[str] = []
    beda: list[str] = []
    with _Buka(beku) as lama, _Buka(tertanda) as baru:
        if len(lama) != len(baru):
            return [], [f"jumlah halamannya {len(baru)}, seharusnya {len(lama)}"]
        for nomor in range(len(lama)):
            dulu, kini = lama[nomor], baru[nomor]
            if [round(x) for x in dulu.get_size()] != [round(x) for x in kini.get_size()]:
                beda.append(f"halaman {nomor + 1}: ukuran kertasnya lain")
                continue
            ditambah, diubah = compare_text(read_text(dulu), read_text(kini))
            tambahan += [f"halaman {nomor + 1}: {teks}" for teks in ditambah]
            beda += [f"halaman {nomor + 1}: {teks}" for teks in diubah]
            if not diubah and (bercak := count_covered(dulu, kini)) > BERCAK:
                beda.append(f"halaman {nomor + 1}: sebagian cetakannya tertutup atau berubah ({bercak} titik)")
    return tambahan, beda


class _Buka:
    """A PDF that is closed again."""

    def __init__(self, data: bytes) -> None:
        try:
            self.pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFileError("Berkas ini bukan PDF yang utuh.") from error

    def __enter__(self) -> pypdfium2.PdfDocument:
        """The document."""
        return self.pdf

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.pdf.close()


def read_text(halaman: pypdfium2.PdfPage) -> list[str]:
    """The words of a page in order, in one Unicode form."""
    teks = halaman.get_textpage()
    kata = unicodedata.normalize("NFKC", teks.get_text_bounded()).split()
    teks.close()
    return kata


def compare_text(lama: list[str], baru: list[str]) -> tuple[list[str], list[str]]:
    """Texts that were added by signing, and sentences on what was changed or taken away.

    >>> compare_text("Capaian 102,18 persen".split(), "Capaian 103,18 persen".split())
    ([], ["tertulis '103,18', seharusnya '102,18'"])
    """
    tambahan, beda = [], []
    for langkah, a, b, c, d in SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        hilang, muncul = " ".join(lama[a:b]), " ".join(baru[c:d])
        stempel = bool(STEMPEL.search(muncul))
        if langkah == "equal":
            continue
        if hilang in {"", TEMPAT_TTD} and (not muncul or stempel):
            tambahan += [muncul] if muncul else []
        elif not hilang:
            beda.append(f"ada tambahan '{muncul}'")
        elif not muncul:
            beda.append(f"'{hilang}' tidak ada lagi")
        else:
            beda.append(f"tertulis '{muncul}', seharusnya '{hilang}'")
    return tambahan, beda


def count_covered(lama: pypdfium2.PdfPage, baru: pypdfium2.PdfPage) -> int:
    """The pixels that were print on the frozen page and are something else now, but around the signature's place."""
    dulu, kini = (_render(h) for h in (lama, baru))
    if dulu.shape != kini.shape:
        return int(dulu.size)
    berubah = (dulu < TINTA) & (np.abs(dulu.astype(np.int16) - kini.astype(np.int16)) > BEDA)
    tinggi = lama.get_size()[1]
    for kiri, bawah, kanan, atas in _find_tempat(lama):
        baris = slice(max(0, int((tinggi - atas - TEPI_TTD) * SKALA)), int((tinggi - bawah + TEPI_TTD) * SKALA))
        berubah[baris, max(0, int((kiri - TEPI_TTD) * SKALA)) : int((kanan + TEPI_TTD) * SKALA)] = False
    return int(berubah.sum())


def _render(halaman: pypdfium2.PdfPage) -> np.ndarray:
    gambar = halaman.render(scale=SKALA, grayscale=True, may_draw_forms=False)
    isi = gambar.to_numpy().copy()
    gambar.close()
    return isi[..., 0] if isi.ndim == 3 else isi


def _find_tempat(halaman: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Where the placeholder stands on a page: boxes as left, bottom, right, top in points."""
    teks = halaman.get_textpage()
    cari = teks.search(TEMPAT_TTD, match_case=True)
    while (ketemu := cari.get_next()) is not None:
        awal, jumlah = ketemu
        kotak = [teks.get_charbox(awal + n) for n in range(jumlah)]
        yield (min(k[0] for k in kotak), min(k[1] for k in kotak), max(k[2] for k in kotak), max(k[3] for k in kotak))
    cari.close()
    teks.close()
