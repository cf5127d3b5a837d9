"""What a signed page prints against the frozen one: what was covered, what is new, and whether it stands where a signature may.

Text is compared as text (`banding`); here a page is looked at as a picture, so that a figure that was pasted over or drawn
without letters is seen, too. Boxes are left, bottom, right, top in points.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as c

TEMPAT_TTD = "${ttd}"  # what a signing service may replace or cover
SKALA = 2.0  # 144 dpi: enough to see a stroke that makes a 3 an 8
TINTA, BEDA = 200, 60  # grey below which a pixel is print; difference from which two pixels are not the same
BERCAK = 4  # pixels that may differ on a page: edges of letters
TEPI_TTD = 60.0  # around the placeholder, where the stamp stands
TEPI_TEKS = 12.0  # around a stamp's text: its frame
TEPI_CAP = 2.0  # around a stamp: half its frame's line
BATAS_ATAS, BATAS_BAWAH = 57.0, 71.0  # margins of a page, where services print their lines
TERKECIL = 22.0  # 8 mm: a QR code or a coat of arms is larger, a pasted figure is not
MM = 25.4 / 72


class Kotak(NamedTuple):
    """A box on a page."""

    kiri: float
    bawah: float
    kanan: float
    atas: float

    @property
    def ukuran(self) -> str:
        """ "25 × 25 mm"."""
        return f"{(self.kanan - self.kiri) * MM:.0f} × {(self.atas - self.bawah) * MM:.0f} mm"

    def is_besar(self) -> bool:
        """Whether it is large enough for a stamp."""
        return min(self.kanan - self.kiri, self.atas - self.bawah) >= TERKECIL

    def widen(self, tepi: float) -> "Kotak":
        """The box with a border around it."""
        return Kotak(self.kiri - tepi, self.bawah - tepi, self.kanan + tepi, self.atas + tepi)


def compare_print(lama: pypdfium2.PdfPage, baru: pypdfium2.PdfPage) -> tuple[list[str], list[str]]:
    """The pictures and stamps that signing added to a page, and sentences on print that was covered, lost or put elsewhere."""
    gambar = list_new(list_gambar(lama), list_gambar(baru))
    cap = list_new(list_widget(lama), list_widget(baru))
    tambahan = [f"gambar {k.ukuran}" for k in gambar] + [
        f"tampilan tanda tangan {k.ukuran}" for k in cap if k.is_besar()
    ]
    beda = []
    if (hilang := len(list_gambar(lama)) - len(list_gambar(baru)) + len(gambar)) > 0:
        beda.append(f"{hilang} gambar tidak ada lagi atau berpindah")
    dulu, kini = _render(lama), _render(baru)
    tempat = [k.widen(TEPI_TTD) for k in list_tempat(lama)]
    tinta, jarak = dulu < TINTA, np.abs(dulu - kini) > BEDA
    if tertutup := _count(tinta & jarak, tempat):
        beda.append(f"sebagian cetakannya tertutup atau berubah {tertutup}")
    stempel = [k.widen(TEPI_TEKS) for k in list_new(list_teks(lama), list_teks(baru))]
    boleh = [*tempat, *stempel, *(k.widen(TEPI_CAP) for k in (*gambar, *cap) if k.is_besar()), *_list_tepi(lama)]
    if liar := _count(~tinta & jarak & (kini < dulu), boleh):
        beda.append(f"ada cetakan baru di luar tempat tanda tangan {liar}")
    return tambahan, beda


def list_new(lama: Sequence[Kotak], baru: Sequence[Kotak]) -> list[Kotak]:
    """The boxes that were not there before; one that moved by less than a point was."""
    kenal = set(lama)
    return [k for k in baru if k not in kenal and not any(_is_near(k, d) for d in lama)]


def _is_near(satu: Kotak, lain: Kotak) -> bool:
    return all(abs(a - b) < 1 for a, b in zip(satu, lain, strict=True))


def list_gambar(halaman: pypdfium2.PdfPage) -> list[Kotak]:
    """Where pictures stand."""
    return [Kotak(*g.get_bounds()) for g in halaman.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=5)]


def list_widget(halaman: pypdfium2.PdfPage) -> list[Kotak]:
    """Where form fields stand: a signature that is visible is one."""
    hasil = []
    for nomor in range(c.FPDFPage_GetAnnotCount(halaman)):
        anotasi = c.FPDFPage_GetAnnot(halaman, nomor)
        kotak = c.FS_RECTF()
        if c.FPDFAnnot_GetSubtype(anotasi) == c.FPDF_ANNOT_WIDGET and c.FPDFAnnot_GetRect(anotasi, kotak):
            hasil.append(Kotak(kotak.left, kotak.bottom, kotak.right, kotak.top))
        c.FPDFPage_CloseAnnot(anotasi)
    return hasil


def list_teks(halaman: pypdfium2.PdfPage) -> list[Kotak]:
    """Where lines of text stand."""
    teks = halaman.get_textpage()
    hasil = [Kotak(*teks.get_rect(n)) for n in range(teks.count_rects())]
    teks.close()
    return hasil


def list_tempat(halaman: pypdfium2.PdfPage) -> list[Kotak]:
    """Where the placeholder stands."""
    teks = halaman.get_textpage()
    cari = teks.search(TEMPAT_TTD, match_case=True)
    hasil = []
    while (ketemu := cari.get_next()) is not None:
        huruf = [teks.get_charbox(ketemu[0] + n) for n in range(ketemu[1])]
        kiri, bawah, kanan, atas = zip(*huruf, strict=True)
        hasil.append(Kotak(min(kiri), min(bawah), max(kanan), max(atas)))
    cari.close()
    teks.close()
    return hasil


def _list_tepi(halaman: pypdfium2.PdfPage) -> Iterator[Kotak]:
    lebar, tinggi = halaman.get_size()
    yield Kotak(0, 0, lebar, BATAS_BAWAH)
    yield Kotak(0, tinggi - BATAS_ATAS, lebar, tinggi)


def _render(halaman: pypdfium2.PdfPage) -> np.ndarray:
    """The page in grey, with its form fields: the look of a signature is one of them."""
    gambar = halaman.render(scale=SKALA, grayscale=True, may_draw_forms=True)
    isi = gambar.to_numpy().astype(np.int16)
    gambar.close()
    return isi[..., 0] if isi.ndim == 3 else isi


def _count(titik: np.ndarray, boleh: Sequence[Kotak]) -> str:
    """Where pixels are marked outside these boxes, or "" where there are but a few."""
    for k in boleh:
        baris = slice(max(0, int(len(titik) - k.atas * SKALA)), max(0, int(len(titik) - k.bawah * SKALA) + 1))
        titik[baris, max(0, int(k.kiri * SKALA)) : max(0, int(k.kanan * SKALA) + 1)] = False
    if np.count_nonzero(titik) <= BERCAK:
        return ""
    atas, kiri = (int(letak.min() / SKALA * MM) for letak in np.nonzero(titik))
    return f"(sekitar {kiri} mm dari kiri, {atas} mm dari atas)"
