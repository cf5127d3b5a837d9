"""Static pictures of charts: plotly figures drawn by a headless browser, kept by their content.

The browser gives SVG (vector, for the PDF); `rasterize` makes the PNG of the same drawing (for DOCX) without a browser.
Equal figures give equal bytes with the same versions, fonts and browser build.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from lxml import etree

from lakip_lib.charts.huruf import collect_fonts
from lakip_lib.charts.pelukis import keep_pelukis
from lakip_lib.charts.peramban import find_browser
from lakip_lib.sementara import open_sementara
from lakip_lib.simpan import write_bytes

PX_PER_MM = 96 / 25.4  # 12 px in a figure are 9 pt on paper
BATAS_GAMBAR = 30.0  # seconds for one chart
AWAL = ("width", "height", "style", "viewBox")  # the first attributes of a drawing
TANPA_PERAMBAN = "Peramban (Chromium, Chrome, atau Edge) tidak ditemukan; grafik diganti dengan tabel datanya."
_UID = re.compile(r"topdefs-([0-9a-f]{6})")


@dataclass(frozen=True)
class GambarStatis:
    """Pictures by id as SVG; where there are none, `alasan` says why in a sentence (Indonesian)."""

    svg: dict[str, bytes] = field(default_factory=dict)
    alasan: str = ""


def render_charts(
    figures: Mapping[str, Mapping[str, Any]],
    *,
    lebar_mm: float,
    tinggi: Mapping[str, float],
    cache: Path,
    peramban: Path | None = None,
    batas: float = BATAS_GAMBAR,
) -> GambarStatis:
    """The figures (plotly JSON by id) as SVG, `lebar_mm` wide and `tinggi` (mm, by id) high.

    The browser that is kept draws what `cache` does not hold yet. `batas` is the time for one chart in seconds.
    Returns no picture and a reason where there is no browser. Raises BrowserError when the browser fails or hangs.
    """
    peramban = peramban or find_browser()
    if peramban is None:
        return GambarStatis(alasan=TANPA_PERAMBAN)
    if not figures:
        return GambarStatis()
    ukuran = {id: (round(lebar_mm * PX_PER_MM), round(tinggi[id] * PX_PER_MM)) for id in figures}
    berkas = {id: cache / f"{name_picture(figures[id], ukuran[id], peramban)}.svg" for id in figures}
    kurang = {id: (dict(figures[id]), ukuran[id]) for id in figures if not berkas[id].is_file()}
    if kurang:
        cache.mkdir(parents=True, exist_ok=True)
        for id, svg in keep_pelukis(peramban).draw(kurang, batas).items():
            write_bytes(berkas[id], normalise_svg(svg))
    return GambarStatis({id: letak.read_bytes() for id, letak in berkas.items()})


def name_picture(figur: Mapping[str, Any], ukuran: tuple[int, int], peramban: Path) -> str:
    """The name of a picture in the cache: a hash of figure, size, versions and browser build."""
    stat = peramban.stat()
    versi = [version(paket) for paket in ("plotly", "kaleido", "font-source-sans-pro")]
    dasar = [figur, ukuran, versi, stat.st_size, stat.st_mtime_ns, "1"]
    return hashlib.sha256(json.dumps(dasar, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def normalise_svg(svg: bytes) -> bytes:
    """The same drawing without what plotly leaves to chance: letters in ids and classes, the order of the first attributes."""
    akar = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    id_acak = dict.fromkeys(cocok[1] for unsur in akar.iter() if (cocok := _UID.fullmatch(unsur.get("id", ""))))
    uid = "|".join(id_acak) or "(?!)"
    pola = re.compile(rf"p(?:{uid})-([0-9a-f]{{6}})")
    jejak = list(dict.fromkeys(cocok[1] for unsur in akar.iter() if (cocok := pola.match(unsur.get("id", "")))))
    ganti = re.compile(rf"\b([A-Za-z-]+)(?:{uid})(?:-({'|'.join(jejak) or '(?!)'}))?")
    for unsur in akar.iter():
        unsur.attrib.pop("class", None)
        for nama, nilai in unsur.attrib.items():
            if nama == "id" or "#" in nilai:
                unsur.set(nama, ganti.sub(lambda c: f"{c[1]}lakip0{f'-{jejak.index(c[2])}' if c[2] else ''}", nilai))
    _order_attributes(akar)
    hasil: bytes = etree.tostring(akar)
    return hasil


def _order_attributes(akar: etree._Element) -> None:
    """The known ones in a fixed order, then the others."""
    ada = dict(akar.attrib)
    akar.attrib.clear()
    for nama in (*(n for n in AWAL if n in ada), *(n for n in ada if n not in AWAL)):
        akar.set(nama, ada[nama])


def rasterize(svg: bytes, *, lebar_mm: float, dpi: int = 300) -> bytes:
    """The SVG as PNG, `lebar_mm` wide at `dpi`, drawn with the bundled fonts."""
    with open_sementara("lakip-gambar-") as akar:
        (akar / "a.svg").write_bytes(svg)
        utama = f'#set page(width: {lebar_mm}mm, height: auto, margin: 0pt)\n#image("a.svg", width: 100%, alt: "-")'
        (akar / "a.typ").write_text(utama, encoding="utf-8")
        gambar: bytes = typst.compile(akar / "a.typ", format="png", ppi=dpi, font_paths=collect_fonts())
    return gambar
