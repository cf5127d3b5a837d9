"""How wide text will be, by rule of thumb: enough to keep words and figures of a table unbroken."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from lakip_lib.report.docx.huruf import Huruf

_SEMPIT = frozenset("iljtfrI.,;:'|!()[]-–· ")
_LEBAR = frozenset("MWmw@%")


def measure_width(teks: str, huruf: Huruf, ukuran: float) -> int:
    """About how wide the text is in twips, at that size in points, a little on the safe side (bold)."""
    return round(sum(map(_list_widths(huruf).__getitem__, teks)) * ukuran * 20)


class _Lebar(dict[str, float]):
    """The width of each letter (em), found when it is first asked for."""

    def __init__(self, huruf: Huruf) -> None:
        super().__init__()
        self._huruf = huruf

    def __missing__(self, h: str) -> float:
        return self.setdefault(h, _measure_letter(h, self._huruf))


@cache
def _list_widths(huruf: Huruf) -> _Lebar:
    return _Lebar(huruf)


def _measure_letter(h: str, huruf: Huruf) -> float:
    if h.isdigit():
        return huruf.angka * 1.1
    if h in _SEMPIT:
        return huruf.koma * 1.4
    if h in _LEBAR:
        return huruf.angka * 1.8
    return huruf.angka * (1.35 if h.isupper() else 1.15)


def longest_word(teks: Iterable[str], huruf: Huruf, ukuran: float) -> int:
    """The width in twips of the widest stretch without a place to break."""
    kata = {k for satu in teks for k in satu.replace("-", "- ").split()}
    return max((measure_width(k, huruf, ukuran) for k in kata), default=0)


def split_width(bagian: list[float], lebar: int) -> list[int]:
    """Widths in twips in the ratio of `bagian` that add up to `lebar`."""
    jumlah = sum(bagian)
    tepi = [round(lebar * sum(bagian[:i]) / jumlah) for i in range(len(bagian) + 1)]
    return [kanan - kiri for kiri, kanan in pairwise(tepi)]


def fit_columns(bagian: list[float], perlu: list[int], lebar: int) -> list[int]:
    """Column widths by their shares, but none narrower than it needs, as far as all of them fit."""
    if sum(perlu) >= lebar:
        batas = lebar / len(perlu)
        besar = [p if p > batas else 0 for p in perlu]
        sisa = lebar - sum(p for p in perlu if p <= batas)
        return split_width([p if p <= batas else p / sum(besar) * sisa for p in perlu], lebar)
    tetap: set[int] = set()
    while True:
        bebas = [i for i in range(len(bagian)) if i not in tetap]
        sisa, bobot = lebar - sum(perlu[i] for i in tetap), sum(bagian[i] for i in bebas)
        hasil = [float(perlu[i]) if i in tetap else sisa * bagian[i] / bobot for i in range(len(bagian))]
        kurang = [i for i in bebas if hasil[i] < perlu[i]]
        if not kurang:
            return split_width(hasil, lebar)
        tetap.update(kurang)
