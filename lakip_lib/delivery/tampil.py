"""How a notebook shows a frame: Indonesian numbers, headings as people read them, blanks as a dash."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from lakip_lib.formats import KOSONG, format_angka, format_tanggal

JUDUL = {
    "pagu": "Pagu (Rp)",
    "pagu_murni": "Pagu murni (Rp)",
    "pagu_perubahan": "Pagu perubahan (Rp)",
    "realisasi_anggaran": "Realisasi anggaran (Rp)",
    "sisa": "Sisa (Rp)",
    "persen": "Serapan (%)",
    "penyerapan": "Penyerapan (%)",
    "capaian": "Capaian (%)",
    "capaian_mentah": "Capaian mentah (%)",
    "capaian_rerata": "Capaian dalam rata-rata (%)",
    "sd_target": "Target s.d.",
    "sd_realisasi": "Realisasi s.d.",
    "sd_capaian": "Capaian s.d. (%)",
    "rasio": "Kemajuan rasio (%)",
    "dari_awal": "Kemajuan dari awal (%)",
}
CSS = [
    {"selector": "th", "props": "text-align: left; vertical-align: bottom; background: #EEF3F6; color: #1B2A3A;"},
    {"selector": "td", "props": "text-align: left; vertical-align: top; white-space: pre-wrap;"},
]


def show_nilai(value: Any) -> str:
    """One value as people read it: "1.234,50", "3 Januari 2026", "ya", "–"."""
    if value is None or (isinstance(value, float) and value != value):
        return KOSONG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return format_angka(value)
    if isinstance(value, date):
        return format_tanggal(value)
    return str(value)


def show_frame(frame: pd.DataFrame) -> Styler:
    """The frame for display: headings in words, figures right-aligned with Indonesian signs, no index."""
    angka = [k for k in frame.columns if any(isinstance(v, Decimal) for v in frame[k])]
    judul = {k: JUDUL.get(k, str(k).replace("_", " ").capitalize()) for k in frame.columns}
    styler = frame.rename(columns=judul).style.format(show_nilai).hide(axis="index")
    styler = styler.set_uuid("lakip").set_table_styles(CSS)
    return styler.set_properties(subset=[judul[k] for k in angka], **{"text-align": "right"})
