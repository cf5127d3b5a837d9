"""The document as PDF: Typst sets it, conforming to PDF/UA-1 and PDF/A-2a, the same bytes for the same document."""

import base64
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from lakip_lib.blok import Dokumen, Identitas
from lakip_lib.charts.huruf import SERIF, collect_fonts
from lakip_lib.errors import RenderError
from lakip_lib.report.pdf.bentuk import shape_document
from lakip_lib.report.pdf.bersih import STANDAR, clean_data, list_strings, study_characters
from lakip_lib.report.pdf.tata_letak import Letak, arrange, number_blocks, read_places
from lakip_lib.sementara import open_sementara

TEMPLATE = ("lakip.typ", "gaya.typ", "tabel.typ", "sampul.typ", "blok.typ")
TINGGI_MM = {"A4": 297.0, "F4": 330.0}
_catatan = logging.getLogger(__name__)


@dataclass(frozen=True)
class HasilPdf:
    """A rendered PDF and what its reader should know of it (sentences in Indonesian)."""

    data: bytes
    peringatan: tuple[str, ...] = ()


def render_pdf(dokumen: Dokumen, *, gambar: Mapping[str, bytes] | None = None) -> bytes:
    """The document as PDF bytes; warnings of `build_pdf` go to the log.

    `gambar` maps the ids of Gambar blocks to SVG or PNG; a figure without one is replaced by its data table.
    Raises RenderError when a block cannot be set.
    """
    hasil = build_pdf(dokumen, gambar=gambar)
    for kalimat in hasil.peringatan:
        _catatan.warning(kalimat)
    return hasil.data


def build_pdf(dokumen: Dokumen, *, gambar: Mapping[str, bytes] | None = None) -> HasilPdf:
    """The document as PDF with its warnings: a font that is missing, characters that could not be printed."""
    return begin_pdf(dokumen, gambar=gambar)()


def begin_pdf(dokumen: Dokumen, *, gambar: Mapping[str, bytes] | None = None) -> Callable[[], HasilPdf]:
    """As `build_pdf`, in two steps: what comes back has the pages set by Typst, which leaves Python free meanwhile."""
    nama = {id: f"gambar-{urut}.{picture_kind(isi)}" for urut, (id, isi) in enumerate((gambar or {}).items())}
    bentuk = shape_document(dokumen, nama)
    huruf, peringatan = choose_font(dokumen.identitas.huruf)
    aksara = study_characters(list_strings(bentuk), huruf or SERIF)
    isi = {
        "huruf": huruf,
        "tanggal": _date_parts(dokumen.identitas),
        **(clean_data(bentuk, aksara) if aksara.ganti else bentuk),
    }
    tanggal = date.fromisoformat(dokumen.identitas.tanggal)
    sistem = huruf is not None or aksara.huruf_sistem

    def set_pages() -> HasilPdf:
        with open_sementara("lakip-pdf-") as akar:
            logo = write_pictures(akar, {nama[id]: isi for id, isi in (gambar or {}).items()}, dokumen.identitas.logo)
            write_templates(akar, TEMPLATE, paket=__name__)
            order_pages(akar, isi | {"logo": logo}, sistem=sistem)
            data = compile_template(akar, TEMPLATE[0], tanggal=tanggal, sistem=sistem)
        return HasilPdf(data, peringatan + aksara.peringatan)

    return set_pages


def write_data(akar: Path, nama: str, isi: object) -> None:
    """Write data where the template reads it."""
    (akar / nama).write_text(json.dumps(isi, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def order_pages(akar: Path, isi: Mapping[str, Any], *, sistem: bool) -> None:
    """Write the data, and the order in which the blocks of the body fill the pages. RenderError where one cannot be set."""
    tinggi, batang = TINGGI_MM[isi["identitas"]["kertas"]], number_blocks(isi["batang"])
    write_data(akar, "dokumen.json", {**isi, "batang": batang})

    def write_order(batang: list[dict[str, Any]]) -> None:
        write_data(akar, "urutan.json", [b["urut"] for b in batang])  # apart, for Typst keeps what it made of the rest

    def tata(batang: list[dict[str, Any]]) -> dict[int, Letak]:
        write_order(batang)
        try:
            tanda = typst.query(
                str(akar / TEMPLATE[0]),
                "<letak>",
                field="value",
                root=str(akar),
                font_paths=collect_fonts(sistem=sistem),
            )
        except typst.TypstError as galat:
            raise RenderError(f"The pages must be set before they can be looked at: {galat}") from galat
        return read_places(json.loads(tanda), tinggi)

    write_order(arrange(batang, tinggi, tata))


def write_templates(akar: Path, templat: Sequence[str], *, paket: str) -> None:
    """Write a package's templates to `akar`."""
    for nama in templat:
        (akar / nama).write_bytes(files(paket).joinpath(nama).read_bytes())


def write_pictures(akar: Path, gambar: Mapping[str, bytes], logo: str | None) -> str | None:
    """Write the pictures by their names and the logo beside them; returns the logo's file name."""
    for nama, isi in gambar.items():
        (akar / nama).write_bytes(isi)
    if not logo:
        return None
    isi = decode_logo(logo)
    nama = f"logo.{picture_kind(isi)}"
    (akar / nama).write_bytes(isi)
    return nama


def compile_template(akar: Path, templat: str, *, tanggal: date, sistem: bool) -> bytes:
    """The PDF of a template in `akar`, which reads its data there; RenderError where it cannot be set.

    `tanggal` is the day written into the file, `sistem` whether the machine's own fonts are needed.
    """
    waktu = datetime.combine(tanggal, datetime.min.time(), UTC)
    try:
        return typst.compile(
            str(akar / templat),
            root=str(akar),
            font_paths=collect_fonts(sistem=sistem),
            pdf_standards=STANDAR,
            format="pdf",
            timestamp=int(waktu.timestamp()),
        )
    except typst.TypstError as galat:
        raise RenderError(f"The PDF must compile under {' and '.join(STANDAR)}: {galat}") from galat


def choose_font(nama: str) -> tuple[str | None, tuple[str, ...]]:
    """The family to set in place of the bundled ones, or None, and a warning when the family asked for is missing."""
    if nama in {"", "bawaan"}:
        return None, ()
    if nama in typst.Fonts(include_embedded_fonts=False).families():
        return nama, ()
    return None, (f"Huruf {nama!r} tidak ditemukan pada komputer ini; dokumen memakai {SERIF}.",)


def picture_kind(isi: bytes) -> str:
    """ "png" or "svg", told from the first bytes."""
    return "png" if isi.startswith(b"\x89PNG") else "svg"


def decode_logo(data_uri: str) -> bytes:
    """The bytes of a base64 data URI. Raises RenderError when it is none."""
    kepala, _, isi = data_uri.partition(";base64,")
    if not kepala.startswith("data:image/") or not isi:
        raise RenderError("The logo must be a base64 data URI of an image.")
    return base64.b64decode(isi)


def _date_parts(identitas: Identitas) -> list[int]:
    hari = date.fromisoformat(identitas.tanggal)
    return [hari.year, hari.month, hari.day]
