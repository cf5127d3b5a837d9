"""A letter as PDF: Typst sets it under PDF/UA-1 and PDF/A-2a, the same bytes for the same letter."""

import json
import logging
import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from lakip_lib.charts.huruf import SANS
from lakip_lib.report.pdf import choose_font, compile_template, picture_kind, write_templates
from lakip_lib.report.pdf.bersih import clean_data, list_strings, study_characters
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
        isi = {**clean_data(bentuk, aksara), "huruf": huruf, "logo": _write_logo(akar, naskah)}
        (akar / "naskah.json").write_text(json.dumps(isi, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        sistem = huruf is not None or aksara.huruf_sistem
        write_templates(akar, TEMPLATE, paket="lakip_lib.surat")
        return compile_template(akar, TEMPLATE[0], tanggal=naskah.tanggal, sistem=sistem)


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


def _write_logo(akar: Path, naskah: Naskah) -> str | None:
    """The logo beside the template; its file name, None where there is none."""
    logo = naskah.kop.logo if naskah.kop else None
    if not logo:
        return None
    nama = "logo.jpg" if logo.startswith(b"\xff\xd8\xff") else f"logo.{picture_kind(logo)}"
    (akar / nama).write_bytes(logo)
    return nama
