"""Words in charts: measured, wrapped and made safe, so that long names never overlap and markup stays text."""

import html
import re
from decimal import Decimal, InvalidOperation

from lakip_lib.istilah import ALASAN_LABEL, TW_LABEL, Alasan
from lakip_lib.measures.daerah import HasilDaerah
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.rujukan import format_nilai

HURUF = "'Source Sans Pro', 'Source Sans 3', Helvetica, Arial, sans-serif"
UKURAN, KECIL, BESAR = 12, 11, 14
BARIS = 15.6  # Plotly sets lines 1.3 letter sizes apart; smaller letters within a text keep its lines
BARIS_JUDUL = 18.2
# Advance widths of Source Sans, thousandths of the letter size, rounded up; other characters count as wide ones.
_LEBAR = {
    200: " ", 250: "\"',.:;ij|·Il!", 300: "()[]f{}-", 360: "rt/\\", 420: "*?sz", 460: "xcvy", 500: "JLY–",
    520: "#$+0123456789<=>F^_aegk~−×≥≤±EVX", 560: "ASTZ`hnouPRbdpq", 600: "BCK&", 640: "DGNU", 680: "HOQ",
    800: "MwW", 840: "m%@",
}  # fmt: skip
_LEBAR_HURUF = {huruf: lebar for lebar, deret in _LEBAR.items() for huruf in deret}
_SKOR = re.compile(r"^(?P<huruf>[^()]*)\((?P<angka>[^()]+)\)$")


def measure(teks: str, ukuran: float = UKURAN, *, tebal: bool = False) -> float:
    """The width of a line of text in pixels, a little on the generous side."""
    lebar = sum(_LEBAR_HURUF.get(huruf, 850) for huruf in teks) * ukuran / 1000
    return lebar * (1.07 if tebal else 1.0)


def wrap(teks: str, lebar: float, ukuran: float = UKURAN, *, tebal: bool = False) -> tuple[str, ...]:
    """`teks` in lines no wider than `lebar` pixels; a word wider than that is broken, nothing is left out."""
    baris = [""]
    for kata in teks.split():
        for potong in _split_word(kata, lebar, ukuran, tebal):
            calon = f"{baris[-1]} {potong}".strip()
            if measure(calon, ukuran, tebal=tebal) <= lebar or not baris[-1]:
                baris[-1] = calon
            else:
                baris.append(potong)
    return tuple(baris)


def wrap_parts(teks: str, lebar: float, ukuran: float = UKURAN, *, tebal: bool = False) -> tuple[str, ...]:
    """As `wrap`, but a text too long for one line breaks at its semicolons first."""
    out = [""]
    for bagian in teks.replace("; ", ";\n").split("\n"):
        calon = f"{out[-1]} {bagian}".strip()
        if measure(calon, ukuran, tebal=tebal) <= lebar:
            out[-1] = calon
        else:
            out = [*filter(None, out), *wrap(bagian, lebar, ukuran, tebal=tebal)]
    return tuple(out)


def _split_word(kata: str, lebar: float, ukuran: float, tebal: bool) -> list[str]:
    potongan = [""]
    for huruf in kata:
        if potongan[-1] and measure(potongan[-1] + huruf, ukuran, tebal=tebal) > lebar:
            potongan.append("")
        potongan[-1] += huruf
    return potongan


def escape(teks: str) -> str:
    """Text that Plotly shows as typed: no tags, no entities, no TeX."""
    return html.escape(" ".join(teks.split()), quote=False).replace("$", "&#36;")


def join_lines(baris: tuple[str, ...]) -> str:
    """Escaped lines as Plotly's multi-line text."""
    return "<br>".join(escape(teks) for teks in baris)


def paint(teks: str, warna: str, *, ukuran: int | None = None) -> str:
    """Already escaped text in a colour (and a size)."""
    besar = f";font-size:{ukuran}px" if ukuran else ""
    return f'<span style="color:{warna}{besar}">{teks}</span>'


def parse_nilai(teks: str | None) -> tuple[Decimal, Decimal] | None:
    """The edges of a canonical text: 2.75 twice, 80 and 90 of "80-90", the score of "BB (70.01)"; else None."""
    if teks is None:
        return None
    skor = _SKOR.match(teks)
    inti = skor["angka"] if skor else teks
    lo, _, hi = inti[1:].partition("-")
    try:
        return Decimal(inti[:1] + lo), Decimal(hi or inti[:1] + lo)
    except InvalidOperation:
        return None


def print_nilai(teks: str | None, satuan: str = "", desimal: int = 0) -> str:
    """A canonical text with its unit and at least those decimals: "2,81 indeks", "81%", "BB (70,01)", "–"."""
    angka = format_nilai(teks, desimal)
    if teks is None or parse_nilai(teks) is None or _SKOR.match(teks):
        return angka
    if satuan.lower() in {"%", "persen"}:
        return f"{angka}%"
    return f"{angka} {satuan}".strip()


def print_periode(hasil: Hasil | HasilDaerah) -> str:
    """ "Tahun 2025", or "s.d. TW II Tahun 2025"."""
    tw = TW_LABEL.get(hasil.periode.lower())
    return f"s.d. {tw} Tahun {hasil.tahun}" if tw else f"Tahun {hasil.tahun}"


def print_kini(hasil: Hasil | HasilDaerah) -> str:
    """What figures to date speak of: "2025", "s.d. TW II 2025"."""
    tw = TW_LABEL.get(hasil.periode.lower())
    return f"s.d. {tw} {hasil.tahun}" if tw else str(hasil.tahun)


def print_alasan(alasan: Alasan | None) -> str:
    """Why there is no figure, in words."""
    return ALASAN_LABEL[alasan] if alasan else "belum dapat dinilai"


def print_realisasi(item: IndikatorHasil, desimal: int) -> str:
    """The realisasi with its unit, starred where provisional."""
    return print_nilai(item.realisasi, item.satuan, desimal) + ("*" if item.sementara and item.realisasi else "")
