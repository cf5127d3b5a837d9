"""Figures read back from a document against hasil.json (R17): each ref must print what hasil.json says."""

from collections.abc import Iterator, Mapping
from typing import Any

from lakip_lib.errors import RenderError
from lakip_lib.report.bacaulang.banding import normalise
from lakip_lib.rujukan import format_ref


def check_rujukan(ref_terbaca: Mapping[str, str], hasil_json: Mapping[str, Any]) -> list[str]:
    """One Indonesian sentence for each ref whose text is not what hasil.json gives, or that leads nowhere; [] when good.

    White space does not count.
    """
    beda = []
    for ref, teks in sorted(ref_terbaca.items()):
        try:
            mau = format_ref(hasil_json, ref)
        except RenderError:
            beda.append(f"rujukan {ref} tidak menunjuk angka dalam hasil.json.")
            continue
        if normalise(teks) != normalise(mau):
            beda.append(f"rujukan {ref} berisi “{teks}”, seharusnya “{mau}”.")
    return beda


def require_rujukan(blok: Any, hasil_json: Mapping[str, Any]) -> None:
    """RenderError unless each run with a ref, in blocks as plain JSON values, has the very text hasil.json gives it.

    The error lists each ref with what was found and what was expected.
    """
    beda: dict[tuple[str, str], str] = {}
    harap: dict[str, str] = {}
    for ref, teks in _walk_rujukan(blok):
        if ref not in harap:
            harap[ref] = format_ref(hasil_json, ref)
        if teks != harap[ref]:
            beda[ref, teks] = harap[ref]
    if beda:
        daftar = "\n".join(f"  - {ref}: found '{teks}', expected '{mau}'" for (ref, teks), mau in beda.items())
        raise RenderError(f"each figure of a notebook must be the one of its hasil, found {len(beda)} other:\n{daftar}")


def _walk_rujukan(data: Any) -> Iterator[tuple[str, str]]:
    """Ref and text of each run, in order; what plotly draws from holds none."""
    if isinstance(data, Mapping):
        if data.get("ref"):
            yield str(data["ref"]), str(data["teks"])
        for kunci, nilai in data.items():
            if kunci != "figur" and isinstance(nilai, Mapping | list):
                yield from _walk_rujukan(nilai)
    elif isinstance(data, list):
        for nilai in data:
            yield from _walk_rujukan(nilai)
