"""Pictures of the HTML report as a browser shows it: wide with an explanation open, and as narrow as a phone."""

import struct
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import typst

from lakip_lib.charts.peramban import find_browser
from tests.panduan.piksel import Piksel, render_page

BATAS_DETIK = 180
WAKTU_HALAMAN = 8000  # virtual milliseconds that a page gets to draw its charts
BINGKAI = (
    "<!doctype html><style>html,body{{margin:0;overflow:hidden}}"
    "iframe{{border:0;width:{lebar}px;height:{tinggi}px;display:block}}</style><iframe src='{alamat}'></iframe>"
)


def picture_page(laman: Path, *, lebar: int, tinggi: int, jangkar: str = "", skala: float = 1.0) -> Piksel:
    """The page `lebar` by `tinggi` CSS pixels, scrolled to (and opening) what `jangkar` names, `skala` pixels each.

    The page stands in a frame, because a browser window has a least width and a phone is narrower.
    """
    peramban = find_browser()
    if peramban is None:
        raise RuntimeError("A browser must be there to draw the page, found none.")
    alamat = laman.resolve().as_uri() + (f"#{quote(jangkar)}" if jangkar else "")
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        bingkai, hasil = folder / "bingkai.html", folder / "layar.png"
        bingkai.write_text(BINGKAI.format(lebar=lebar, tinggi=tinggi, alamat=alamat), "utf-8")
        perintah = [
            str(peramban),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-prefers-reduced-motion",
            "--allow-file-access-from-files",
            f"--user-data-dir={folder / 'profil'}",
            f"--window-size={max(lebar, 600)},{tinggi}",
            f"--force-device-scale-factor={skala}",
            f"--virtual-time-budget={WAKTU_HALAMAN}",
            f"--screenshot={hasil}",
            bingkai.as_uri(),
        ]
        subprocess.run(perintah, check=True, capture_output=True, timeout=BATAS_DETIK)
        gambar = read_png(hasil)
    return gambar[: round(tinggi * skala), : round(lebar * skala)]


def read_png(path: Path) -> Piksel:
    """The pixels of a PNG, by way of a PDF page of its very size."""
    lebar, tinggi = struct.unpack(">II", path.read_bytes()[16:24])
    naskah = f'#set page(width: {lebar}pt, height: {tinggi}pt, margin: 0pt)\n#image("{path.name}", width: 100%)'
    (path.parent / "muat.typ").write_text(naskah, "utf-8")
    return render_page(typst.compile(str(path.parent / "muat.typ")), lebar=lebar)
