"""From a PDF page to a small PNG: rendered, trimmed of its margins, reduced to a palette. No picture library needed."""

import struct
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2

Piksel = npt.NDArray[np.uint8]  # height × width × 3
WARNA = 192  # colours of a picture; letters, flat areas and a few accents need no more
TANDA_PNG = b"\x89PNG\r\n\x1a\n"


def render_page(pdf: bytes, nomor: int = 0, *, lebar: int, area: tuple[float, float] = (0.0, 1.0)) -> Piksel:
    """Page `nomor` of a PDF, `lebar` pixels wide, from the first to the second fraction of its height."""
    dokumen = pypdfium2.PdfDocument(pdf)
    try:
        halaman = dokumen[nomor]
        gambar = halaman.render(scale=lebar / halaman.get_width(), rev_byteorder=True).to_numpy()[:, :, :3].copy()
    finally:
        dokumen.close()
    tinggi = gambar.shape[0]
    return gambar[round(area[0] * tinggi) : round(area[1] * tinggi)]


def find_page(pdf: bytes, teks: str) -> int:
    """The last page (from 0) on which a text stands, so past the lists of contents; ValueError where none has it."""
    dokumen = pypdfium2.PdfDocument(pdf)
    try:
        isi = [" ".join(halaman.get_textpage().get_text_bounded().split()) for halaman in dokumen]
    finally:
        dokumen.close()
    nomor = [n for n, kata in enumerate(isi) if teks in kata]
    if not nomor:
        raise ValueError(f"A page must hold {teks!r}, found none.")
    return nomor[-1]


def trim(gambar: Piksel, *, tepi: int = 12) -> Piksel:
    """The picture without its white margins, `tepi` pixels of white left around what is drawn."""
    terisi = np.any(gambar < 250, axis=2)
    baris, kolom = np.flatnonzero(terisi.any(axis=1)), np.flatnonzero(terisi.any(axis=0))
    inti = gambar[baris[0] : baris[-1] + 1, kolom[0] : kolom[-1] + 1]
    return np.pad(inti, ((tepi, tepi), (tepi, tepi), (0, 0)), constant_values=255)


def frame(gambar: Piksel, *, garis: tuple[int, int, int] = (0xC9, 0xD4, 0xDC)) -> Piksel:
    """The picture with a hairline around it, so that a white page shows on a white screen."""
    bingkai = gambar.copy()
    bingkai[[0, -1], :] = garis
    bingkai[:, [0, -1]] = garis
    return bingkai


def join_rows(*gambar: Piksel, jarak: int = 16) -> Piksel:
    """Pictures one under another, at the left, white between them."""
    lebar = max(g.shape[1] for g in gambar)
    rata = [np.pad(g, ((0, jarak), (0, lebar - g.shape[1]), (0, 0)), constant_values=255) for g in gambar]
    return np.concatenate(rata)[:-jarak]


def join_columns(*gambar: Piksel, jarak: int = 24) -> Piksel:
    """Pictures side by side, at the top, white between them."""
    tegak = [g.transpose(1, 0, 2) for g in gambar]
    return join_rows(*tegak, jarak=jarak).transpose(1, 0, 2)


def reduce_colours(gambar: Piksel, jumlah: int = WARNA) -> tuple[Piksel, Piksel]:
    """A palette (n × 3) and, for each pixel, the number of its nearest colour in it."""
    tinggi, lebar, _ = gambar.shape
    kode = gambar.reshape(-1, 3).astype(np.int64) @ np.array([1 << 16, 1 << 8, 1])
    ragam, letak, banyak = np.unique(kode, return_inverse=True, return_counts=True)
    warna = np.stack([ragam >> 16 & 255, ragam >> 8 & 255, ragam & 255], axis=1)
    palet = warna[_pick(warna, banyak, jumlah)]
    jarak = ((warna[:, None, :] - palet[None, :, :]) ** 2).sum(axis=2)
    nomor = jarak.argmin(axis=1).astype(np.uint8)
    return palet.astype(np.uint8), nomor[letak].reshape(tinggi, lebar)


def _pick(warna: npt.NDArray[np.int64], banyak: npt.NDArray[np.int64], jumlah: int) -> list[int]:
    """A third of the palette: the commonest colours as they are; the rest: one from each full cell of a coarse grid."""
    urut = np.lexsort((*warna.T, -banyak))
    sering = list(urut[: jumlah // 3])
    kasar = (warna[urut] >> 4) @ np.array([256, 16, 1])
    sel, wakil = np.unique(kasar, return_index=True)
    isi = np.array([banyak[urut][kasar == satu].sum() for satu in sel])
    lain = [w for w in urut[wakil[np.argsort(-isi, kind="stable")]] if w not in set(sering)]
    return [int(w) for w in (sering + lain)[:jumlah]]


def write_png(path: Path, gambar: Piksel) -> Path:
    """Write a palette PNG; the same pixels give the same bytes."""
    palet, nomor = reduce_colours(gambar)
    tinggi, lebar = nomor.shape
    baris = np.zeros((tinggi, lebar + 1), dtype=np.uint8)
    baris[:, 1:] = nomor
    isi = [
        (b"IHDR", struct.pack(">IIBBBBB", lebar, tinggi, 8, 3, 0, 0, 0)),
        (b"PLTE", palet.tobytes()),
        (b"IDAT", zlib.compress(baris.tobytes(), 9)),
        (b"IEND", b""),
    ]
    path.write_bytes(TANDA_PNG + b"".join(_chunk(nama, data) for nama, data in isi))
    return path


def _chunk(nama: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + nama + data + struct.pack(">I", zlib.crc32(nama + data))
