"""The document as data for the template: parts, landscape groups, labels and lists."""

from collections.abc import Iterator, Sequence
from typing import Any

from lakip_lib.blok import (
    AnyBlok,
    Daftar,
    DaftarOtomatis,
    DeretKartu,
    Dokumen,
    Gambar,
    Halaman,
    Judul,
    Paragraf,
    Tabel,
    Ttd,
)
from lakip_lib.report.halaman import continued_lists, mark_landscape
from lakip_lib.report.pdf.tata_tabel import dump_runs, shape_table

TANPA_GRAFIK = "Grafik tidak dapat digambar karena peramban (Chromium) tidak tersedia; datanya disajikan dalam tabel."


def shape_document(dokumen: Dokumen, gambar: dict[str, str]) -> dict[str, Any]:
    """The whole document as JSON data; `gambar` maps the ids of pictures that exist to their file names."""
    label = label_blocks(dokumen.blok)
    tingkat = list(heading_levels(dokumen.blok))
    bentuk = [shape_block(b, gambar, dokumen.blok) for b in dokumen.blok]
    for data, level in zip((b for b in bentuk if b["jenis"] == "judul"), tingkat, strict=True):
        data["tingkat"] = level
    for data, sambung in zip(bentuk, continued_lists(dokumen.blok), strict=True):
        data["sambung"] = sambung
    pakai: set[str] = set()
    for data in bentuk:
        if (nama := label.get(data.get("id", ""))) and nama not in pakai:
            data["label"] = nama
            pakai.add(nama)
        _resolve_links(data, label)
    batas = next((i for i, b in enumerate(dokumen.blok) if _opens_body(b)), len(bentuk))
    return {
        "identitas": dokumen.identitas.model_dump(mode="json", exclude={"logo"}),
        "depan": group_landscape(dokumen.blok[:batas], bentuk[:batas]),
        "batang": group_landscape(dokumen.blok[batas:], bentuk[batas:]),
    }


def _opens_body(blok: AnyBlok) -> bool:
    return isinstance(blok, Judul) and blok.tingkat == 1 and not blok.depan


def label_blocks(blok: Sequence[AnyBlok]) -> dict[str, str]:
    """A label for every block that can be linked to, by its id."""
    ids = [b.id for b in blok if isinstance(b, Judul | Tabel | Gambar)]
    return {id: f"b{urut}" for urut, id in enumerate(dict.fromkeys(ids))}


def heading_levels(blok: Sequence[AnyBlok]) -> Iterator[int]:
    """The levels of the headings without a leap downwards, which PDF/UA-1 forbids."""
    lalu = 0
    for b in blok:
        if isinstance(b, Judul):
            lalu = min(b.tingkat, lalu + 1)
            yield lalu


def _resolve_links(data: Any, label: dict[str, str]) -> None:
    """Point the links of freshly made data at labels; drop those that lead nowhere or are not http(s)."""
    if isinstance(data, list):
        for isi in data:
            _resolve_links(isi, label)
    elif isinstance(data, dict):
        if tautan := data.get("tautan"):
            luar = tautan.startswith(("http://", "https://"))
            data["tautan"] = tautan if luar else None
            data["ke"] = label.get(tautan[1:]) if tautan.startswith("#") else None
        for isi in data.values():
            _resolve_links(isi, label)


def shape_block(blok: AnyBlok, gambar: dict[str, str], semua: Sequence[AnyBlok]) -> dict[str, Any]:
    """One block as data for the template."""
    match blok:
        case Judul():
            return shape_heading(blok)
        case Paragraf():
            return {"jenis": "paragraf", "gaya": blok.gaya, "isi": dump_runs(blok.isi)}
        case Daftar():
            return {"jenis": "daftar", "bernomor": blok.bernomor, "butir": [dump_runs(b) for b in blok.butir]}
        case Tabel():
            return shape_table(blok)
        case Gambar():
            return shape_figure(blok, gambar)
        case DeretKartu():
            return {"jenis": "kartu", "kartu": [k.model_dump() for k in blok.kartu]}
        case DaftarOtomatis():
            return {**blok.model_dump(), "kosong": not any(_is_listed(b, blok.isi) for b in semua)}
        case Halaman() | Ttd():
            return blok.model_dump()


def shape_heading(judul: Judul) -> dict[str, Any]:
    """A heading; one without text shows its nomor alone, for PDF/UA-1 wants a title."""
    data = {**judul.model_dump(), "lampiran": is_annex(judul)}
    return data if judul.teks.strip() else {**data, "teks": judul.nomor or "–", "nomor": ""}


def is_annex(judul: Judul) -> bool:
    """Whether a heading opens an annex: its nomor begins with the word Lampiran."""
    return judul.nomor.casefold().startswith("lampiran")


def _is_listed(blok: AnyBlok, isi: str) -> bool:
    match blok:
        case Judul():
            return blok.daftar if isi == "isi" else isi == "lampiran" and is_annex(blok)
        case Tabel():
            return isi == "tabel" and bool(blok.nomor)
        case Gambar():
            return isi == "gambar" and bool(blok.nomor)
    return False


def shape_figure(blok: Gambar, gambar: dict[str, str]) -> dict[str, Any]:
    """A figure with its picture, or with its data table and the reason where there is no picture."""
    data = blok.model_dump(include={"jenis", "id", "judul", "nomor", "alt", "sumber", "lebar"})
    data["alt"] = blok.alt or blok.judul or "Grafik"
    if berkas := gambar.get(blok.id):
        return {**data, "berkas": berkas}
    return {**data, "tabel": shape_table(blok.tabel), "sebab": TANPA_GRAFIK}


def group_landscape(blok: Sequence[AnyBlok], bentuk: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks with those on turned pages gathered, so that neighbours share them."""
    hasil: list[dict[str, Any]] = []
    for ya, data in zip(mark_landscape(blok), bentuk, strict=True):
        if not ya:
            hasil.append(data)
        elif hasil and hasil[-1]["jenis"] == "lanskap":
            hasil[-1]["isi"].append(data)
        else:
            hasil.append({"jenis": "lanskap", "isi": [{**data, "sambung": True}]})  # the page is new already
    return hasil
