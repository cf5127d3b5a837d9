"""The measurements as a table for people and as JSON for comparing runs."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.table import Table

from lakip_lib.formats import KOSONG, format_angka
from tests.bench.tahap import BATAS_DETIK, BATAS_MB
from tests.bench.ukur import Ukuran

KOLOM = ("Tahap", "Detik", "Batas", "Detik prosesor", "lakip", "Peramban", "LibreOffice")


def judge(nilai: float, batas: float | None) -> str:
    """A limit beside what was measured, in words: "≤ 3: tercapai", "≤ 40: terlampaui", "–" without limit."""
    if batas is None:
        return KOSONG
    return f"≤ {batas}: {'tercapai' if nilai <= batas else 'terlampaui'}"


def tabulate(ukuran: Sequence[Ukuran]) -> Table:
    """One row a stage, and the highest peak of lakip's own processes below."""
    tabel = Table(title=f"Waktu, dan puncak memori dalam MB (PSS), pada {os.cpu_count()} inti", title_justify="left")
    for nomor, judul in enumerate(KOLOM):
        tabel.add_column(judul, justify="left" if nomor in {0, 2} else "right", no_wrap=nomor in {0, 2})
    for u in ukuran:
        detik, prosesor = (format_angka(Fraction(x), 2) for x in (u.detik, u.prosesor))
        ingatan = map(_print_mb, (u.lakip, u.peramban, u.perkantoran))
        tabel.add_row(u.nama, detik, judge(u.detik, BATAS_DETIK.get(u.nama)), prosesor, *ingatan)
    puncak = max(u.lakip for u in ukuran)
    tabel.add_section()
    tabel.add_row("Puncak lakip (MB)", "", judge(puncak, BATAS_MB), "", _print_mb(puncak), "", "")
    return tabel


def _print_mb(mb: int) -> str:
    return format_angka(mb) if mb else KOSONG


def make_json(ukuran: Sequence[Ukuran]) -> dict[str, Any]:
    """What the table says, with the limits; the machine is told by its cores alone."""
    return {
        "skema": "1",
        "inti": os.cpu_count(),
        "batas": {"detik": BATAS_DETIK, "lakip_mb": BATAS_MB},
        "puncak_lakip_mb": max(u.lakip for u in ukuran),
        "tahap": [asdict(u) for u in ukuran],
    }


def write_json(ukuran: Sequence[Ukuran], path: Path) -> None:
    """Write the JSON file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(make_json(ukuran), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
