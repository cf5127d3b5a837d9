"""The words of a PDF page with their boxes."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

SELA_KATA = 0.22  # of the character's height: a wider gap parts words even without a typed blank


@dataclass(frozen=True)
class Kata:
    """A word and its box in points, y upwards."""

    teks: str
    kiri: float
    bawah: float
    kanan: float
    atas: float

    @property
    def tengah(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.kiri + self.kanan) / 2, (self.bawah + self.atas) / 2

    @property
    def tinggi(self) -> float:
        """The height of the box."""
        return self.atas - self.bawah


def read_kata(halaman: pdfium.PdfPage) -> list[Kata]:
    """The words in the order of the page's content."""
    lembar = halaman.get_textpage()
    try:
        return _group(_read_chars(lembar))
    finally:
        lembar.close()


def _read_chars(lembar: pdfium.PdfTextPage) -> list[Kata]:
    """Each character with a box as high as its font's line, so that a comma does not count as low."""
    hasil = []
    kotak = c.FS_RECTF()
    for i in range(lembar.count_chars()):
        kode = c.FPDFText_GetUnicode(lembar, i)
        if kode == 0 or not c.FPDFText_GetLooseCharBox(lembar, i, ctypes.byref(kotak)):
            continue
        # pdfium writes U+0002 for a hyphen at a line's end
        teks = "-" if kode == 2 else chr(kode) if kode < 0x110000 and not 0xD800 <= kode < 0xE000 else " "
        hasil.append(Kata(teks, kotak.left, kotak.bottom, kotak.right, kotak.top))
    return hasil


def _group(huruf: list[Kata]) -> list[Kata]:
    hasil: list[Kata] = []
    baru = True
    for h in huruf:
        if not h.teks.strip():
            baru = True
            continue
        akhir = hasil[-1] if hasil else None
        if baru or akhir is None or not _continues(akhir, h):
            hasil.append(h)
        else:
            bawah, atas = min(akhir.bawah, h.bawah), max(akhir.atas, h.atas)
            hasil[-1] = Kata(akhir.teks + h.teks, akhir.kiri, bawah, max(akhir.kanan, h.kanan), atas)
        baru = False
    return hasil


def _continues(kata: Kata, huruf: Kata) -> bool:
    sebaris = abs(kata.tengah[1] - huruf.tengah[1]) < 0.4 * max(kata.tinggi, huruf.tinggi, 1)
    sela = huruf.kiri - kata.kanan
    return sebaris and -huruf.tinggi < sela < SELA_KATA * max(huruf.tinggi, 1)
