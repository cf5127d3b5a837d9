"""Labels of points that never overlap: the first free place around each point, on narrow and on wide pages alike."""

from collections.abc import Sequence

from lakip_lib.charts.teks import KECIL, measure

ARAH = ((1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0))
JARAK = (15, 26, 38, 52, 68)
TINGGI = 14
JARI = 6
Kotak = tuple[float, float, float, float]


def place_labels(
    titik: Sequence[tuple[float, float]],
    teks: Sequence[str],
    ukuran: Sequence[tuple[float, float]],
    garis: tuple[float, float],
) -> list[tuple[int, int]]:
    """For each point (0–1 from the left, 0–1 from the top) the label's offset in pixels right and down.

    Labels keep off the upright and the level line at `garis` (0–1 as the points). `ukuran` lists the (width, height)
    of the plot that must all be served; the least crowded place is taken where no place is free.
    """
    hasil: list[tuple[int, int]] = []
    for n, kata in enumerate(teks):
        lebar = measure(kata, KECIL, tebal=True) + 4
        calon = [(round(dx * (j + lebar / 2 if dy == 0 else j)), dy * j) for j in JARAK for dx, dy in ARAH]
        hasil.append(min(calon, key=lambda geser: _count_clashes(n, geser, titik, teks, ukuran, hasil, garis)))
    return hasil


def _count_clashes(
    n: int,
    geser: tuple[int, int],
    titik: Sequence[tuple[float, float]],
    teks: Sequence[str],
    ukuran: Sequence[tuple[float, float]],
    sudah: Sequence[tuple[int, int]],
    garis: tuple[float, float],
) -> int:
    bentrok = 0
    for lebar, tinggi in ukuran:
        kotak = _make_box(titik[n], teks[n], geser, (lebar, tinggi))
        bentrok += not (kotak[0] >= 0 and kotak[2] <= lebar and kotak[1] >= 0 and kotak[3] <= tinggi)
        bentrok += kotak[0] <= garis[0] * lebar <= kotak[2] or kotak[1] <= garis[1] * tinggi <= kotak[3]
        for m, (x, y) in enumerate(titik):
            lain = (x * lebar - JARI, y * tinggi - JARI, x * lebar + JARI, y * tinggi + JARI)
            bentrok += overlaps(kotak, lain)
            if m < len(sudah):
                bentrok += overlaps(kotak, _make_box(titik[m], teks[m], sudah[m], (lebar, tinggi)))
    return bentrok


def _make_box(titik: tuple[float, float], kata: str, geser: tuple[int, int], ukuran: tuple[float, float]) -> Kotak:
    x, y = titik[0] * ukuran[0] + geser[0], titik[1] * ukuran[1] + geser[1]
    lebar = measure(kata, KECIL, tebal=True) + 4
    return (x - lebar / 2, y - TINGGI / 2, x + lebar / 2, y + TINGGI / 2)


def overlaps(a: Kotak, b: Kotak) -> bool:
    """Whether two boxes (left, top, right, bottom) share any area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
