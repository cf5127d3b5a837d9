"""A letter as PDF: Typst sets it under PDF/UA-1 and PDF/A-2a, the same bytes for the same letter."""

import json
import logging
import tempfile
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from lakip_lib.charts.huruf import SANS, collect_fonts
from lakip_lib.errors import RenderError
from lakip_lib.report.pdf import choose_font, picture_kind
from lakip_lib.report.pdf.bersih import STANDAR, Aksara, clean_text, list_strings, study_characters
from lakip_lib.surat.naskah import KERTAS_MM, TEPI_MM, WARNA, Naskah

TEMPLATE = ("surat.typ", "isi.typ", "tabel.typ")
_catatan = logging.getLogger(__name__)


def render_pdf(naskah: Naskah) -> bytes:
    """The letter as PDF bytes; RenderError where it cannot be set."""
    bentuk = shape_naskah(naskah)
    huruf, tak_ada = choose_font(naskah.huruf)
    if tak_ada:
        _catatan.warning("Huruf %r tidak ditemukan pada komputer ini; surat memakai %s.", naskah.huruf, SANS)
    aksara = study_characters(list_strings(bentuk), huruf or SANS)
    for kalimat in aksara.peringatan:
        _catatan.warning(kalimat)
    with tempfile.TemporaryDirectory(prefix="lakip-surat-") as folder:
        akar = Path(folder)
        isi = {**_clean(bentuk, aksara), "huruf": huruf, "logo": _write_logo(akar, naskah)}
        (akar / "naskah.json").write_text(json.dumps(isi, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        return _compile(akar, naskah, sistem=huruf is not None or aksara.huruf_sistem)


def shape_naskah(naskah: Naskah) -> dict[str, Any]:
    """The letter as plain values for the template: each part with its kind, lengths in millimetres."""
    lebar, tinggi = KERTAS_MM[naskah.kertas]
    return {
        "judul": naskah.judul,
        "penulis": naskah.penulis,
        "tanggal": [naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day],
        "kop": naskah.kop and {"pemda": naskah.kop.pemda, "instansi": naskah.kop.instansi, "alamat": naskah.kop.alamat},
        "bagian": [_shape(b) for b in naskah.bagian],
        "jejak": naskah.jejak,
        "contoh": naskah.contoh,
        "halaman": [tinggi, lebar] if naskah.lanskap else [lebar, tinggi],
        "tepi": TEPI_MM,
        "warna": WARNA,
    }


def _shape(nilai: Any) -> Any:
    if is_dataclass(nilai):
        isi = {f.name: _shape(getattr(nilai, f.name)) for f in fields(nilai)}
        return {"jenis": type(nilai).__name__, **isi}
    return [_shape(satu) for satu in nilai] if isinstance(nilai, tuple) else nilai


def _clean(data: Any, aksara: Aksara) -> Any:
    if isinstance(data, str):
        return clean_text(data, aksara)
    if isinstance(data, dict):
        return {kunci: _clean(nilai, aksara) for kunci, nilai in data.items()}
    if isinstance(data, list | tuple):
        return [_clean(nilai, aksara) for nilai in data]
    return data


def _write_logo(akar: Path, naskah: Naskah) -> str | None:
    """The logo beside the template; its file name, None where there is none."""
    logo = naskah.kop.logo if naskah.kop else None
    if not logo:
        return None
    nama = "logo.jpg" if logo.startswith(b"\xff\xd8\xff") else f"logo.{picture_kind(logo)}"
    (akar / nama).write_bytes(logo)
    return nama


def _compile(akar: Path, naskah: Naskah, *, sistem: bool) -> bytes:
    for nama in TEMPLATE:
        (akar / nama).write_bytes(files("lakip_lib.surat").joinpath(nama).read_bytes())
    waktu = datetime(naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day, tzinfo=UTC)
    try:
        return typst.compile(
            str(akar / TEMPLATE[0]),
            root=str(akar),
            font_paths=collect_fonts(sistem=sistem),
            pdf_standards=STANDAR,
            format="pdf",
            timestamp=int(waktu.timestamp()),
        )
    except typst.TypstError as galat:
        raise RenderError(f"The letter must compile under {' and '.join(STANDAR)}: {galat}") from galat
