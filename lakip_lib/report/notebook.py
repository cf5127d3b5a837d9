"""Between notebook and document: what a cell displays, and the document that an executed notebook holds."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from nbformat import NotebookNode

from lakip_lib.blok import BLOK, MIME, Blok, Dokumen, Identitas, Judul, Penjelasan, join_text
from lakip_lib.errors import RenderError
from lakip_lib.report.markdown import parse_markdown
from lakip_lib.report.nomor import number_blok
from lakip_lib.report.rujukan import require_rujukan

TAG_LUAR = "luar-dokumen"  # cells for the reader of the notebook only


class Sajian:
    """What a cell of the narrative notebook displays: a stretch of the document, readable in JupyterLab too."""

    def __init__(self, blok: Iterable[Blok], **bagian: Any) -> None:
        """Hold blocks, and the parts of the document that are not blocks (identitas, penjelasan, hasil)."""
        self.blok = BLOK.validate_python(tuple(blok))
        self.bagian = bagian

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        data = {"blok": [item.model_dump(mode="json") for item in self.blok], **self.bagian}
        return {MIME: data, "text/html": preview_blok(self.blok), "text/plain": f"{len(self.blok)} bagian dokumen"}


def preview_blok(blok: Sequence[Blok]) -> str:
    """A short HTML view of blocks for JupyterLab: headings, text, and the titles of tables and figures."""
    lines = []
    for item in blok:
        data = item.model_dump()
        if data["jenis"] == "judul":
            lines.append(f"<h{data['tingkat'] + 1}>{escape(data['teks'])}</h{data['tingkat'] + 1}>")
        elif data["jenis"] == "paragraf":
            lines.append(f"<p>{escape(join_text(getattr(item, 'isi')))}</p>")  # noqa: B009 - the union is discriminated
        elif data["jenis"] in {"tabel", "gambar"}:
            lines.append(f"<p><b>{data['jenis'].capitalize()}</b> {escape(data['judul'])}</p>")
    return "\n".join(lines)


def _list_parts(nb: NotebookNode) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    for cell in nb.cells:
        if TAG_LUAR in cell.get("metadata", {}).get("tags", []):
            continue
        if cell.cell_type == "markdown":
            parts.append({"blok": parse_markdown(cell.source, bab=True)})
            continue
        for output in cell.get("outputs", []):
            data = output.get("data", {}).get(MIME)
            if data is not None:
                parts.append(json.loads(data) if isinstance(data, str) else dict(data))
    return parts


def read_dokumen(nb: NotebookNode) -> Dokumen:
    """The document of an executed narrative notebook: its Markdown and the blocks its cells displayed, numbered.

    RenderError where the notebook was not executed (no cell gave the identity), or where a figure was changed in it.
    """
    identitas: dict[str, Any] | None = None
    hasil: dict[str, Any] = {}
    penjelasan: dict[str, Any] = {}
    blok: list[Blok] = []
    parts = _list_parts(nb)
    for part in parts:
        identitas = part.get("identitas") or identitas
        hasil = part.get("hasil") or hasil
        penjelasan.update(part.get("penjelasan") or {})
        blok.extend(BLOK.validate_python(tuple(part["blok"])))
    if identitas is None:
        raise RenderError("the notebook must have been executed by lakip, found no cell that shows the identity")
    require_rujukan([part["blok"] for part in parts], hasil)
    return Dokumen(
        identitas=Identitas.model_validate(identitas),
        blok=number_blok(blok),
        penjelasan={ref: Penjelasan.model_validate(item) for ref, item in penjelasan.items()},
        hasil=hasil,
    )


def list_judul(blok: Iterable[Blok], tingkat: int = 5) -> list[Judul]:
    """The headings down to that level, in order."""
    return [item for item in blok if isinstance(item, Judul) and item.tingkat <= tingkat]
