"""Figures read back from a document against hasil.json (R17): each ref must print what hasil.json says."""

from collections.abc import Mapping
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
