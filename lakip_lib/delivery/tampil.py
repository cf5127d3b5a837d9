"""How a notebook shows a frame: Indonesian words and figures, wide texts wrapped, light and dark pages alike."""

import hashlib
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from lakip_lib.charts.teks import print_nilai
from lakip_lib.delivery.kata import KATA, NILAI, name_column
from lakip_lib.formats import KOSONG, format_angka, format_tanggal

ANGKA = re.compile(r"[−+]?\d[\d.]*(?P<pecahan>,\d+)?")
PANJANG, SEDANG = 60, 28  # characters; texts longer than this get room and wrap
GARIS = "rgba(110, 130, 150, 0.45)"  # seen on white and on black; text keeps the page's own colour
CSS = (
    ("", "border-collapse: collapse; margin: 0.4em 0; font-variant-numeric: tabular-nums lining-nums;"),
    (
        "th",
        f"text-align: left; vertical-align: bottom; white-space: normal; border-bottom: 2px solid {GARIS}; "
        "padding: 4px 10px; background: transparent; color: inherit;",
    ),
    (
        "td",
        f"text-align: left; vertical-align: top; white-space: nowrap; border-bottom: 1px solid {GARIS}; "
        "padding: 4px 10px; color: inherit;",
    ),
    ("td span", "visibility: hidden;"),
)


class Tampilan:
    """A table for people in a notebook; `teks` is the frame of what is printed, column headings in words."""

    def __init__(self, teks: pd.DataFrame, angka: Sequence[bool]) -> None:
        """Hold the printed texts, and which columns hold figures."""
        self.teks = teks
        self.angka = tuple(angka)

    def to_html(self) -> str:
        """The table as HTML that scrolls inside itself; equal tables give equal bytes, different ones other ids."""
        isi = pd.DataFrame(
            {
                n: pad_decimals(self.teks[k]) if kanan else self.teks[k].map(html.escape)
                for n, (k, kanan) in enumerate(zip(self.teks.columns, self.angka, strict=True))
            },
            dtype=object,
        )
        uuid = hashlib.sha256(repr(self).encode()).hexdigest()[:10]
        styler = Styler(isi, uuid=uuid, cell_ids=False).hide(axis="index")
        styler.relabel_index([html.escape(str(k)) for k in self.teks.columns], axis="columns")
        styler.set_table_styles([{"selector": s, "props": p} for s, p in (*CSS, *self._list_rules())])
        return f'<div style="overflow-x: auto;">{styler.to_html()}</div>'

    def _list_rules(self) -> Iterable[tuple[str, str]]:
        for n, (nama, kanan) in enumerate(zip(self.teks.columns, self.angka, strict=True)):
            if kanan:
                yield f".col{n}", "text-align: right;"
            elif lebar := choose_width(self.teks[nama]):
                yield f"td.col{n}", f"white-space: pre-wrap; overflow-wrap: anywhere; {lebar}"

    def __repr__(self) -> str:
        """The table as plain text."""
        return self.teks.to_string(index=False) if len(self.teks) else "Tidak ada baris."

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self.to_html() if len(self.teks) else f"<p>{self!r}</p>"}


def show_frame(frame: pd.DataFrame) -> Tampilan:
    """The frame for display: headings and codes in words, figures right-aligned on the decimal comma, no index."""
    nama = [str(k) for k in frame.columns]
    kanon = [k in NILAI or (k == "nilai" and "selisih" in nama) for k in nama]  # a finding's nilai stays as typed
    desimal = list_desimal(frame)
    teks = {
        name_column(k): pd.Series(
            [print_cell(v, k, kanonik, d) for v, d in zip(frame[k], desimal, strict=True)], dtype=object
        )
        for k, kanonik in zip(nama, kanon, strict=True)
    }
    angka = [k or is_measure(j) or holds_figures(frame[n]) for n, j, k in zip(nama, teks, kanon, strict=True)]
    return Tampilan(pd.DataFrame(teks), angka)


def list_desimal(frame: pd.DataFrame) -> list[int]:
    """The decimals of each row's targets and realisasi: those of its kode, or of the one that the frame speaks of."""
    per_kode: Mapping[str, int] = frame.attrs.get("desimal", {})
    if "kode" in frame.columns:
        return [per_kode.get(kode, 0) for kode in frame["kode"]]
    return [next(iter(per_kode.values())) if len(per_kode) == 1 else 0] * len(frame)


def show_record(record: Mapping[str, Any]) -> Tampilan:
    """One record for display, a line a field: its name in words and its value."""
    baris = [(name_column(k), print_cell(v, k, k in NILAI)) for k, v in record.items()]
    return Tampilan(pd.DataFrame(baris, columns=["Uraian", "Isi"], dtype=object), (False, False))


def print_cell(value: Any, kolom: str, kanonik: bool = False, desimal: int = 0) -> str:
    """One value of that column as people read it; `kanonik` for canonical texts such as "2.75" or "80-90"."""
    if isinstance(value, str) and value and kanonik:
        return print_nilai(value, desimal=desimal)
    if isinstance(value, str) and kolom in KATA:
        return KATA[kolom](value) or KOSONG
    return show_nilai(value)


def show_nilai(value: Any) -> str:
    """One value as people read it: "1.234,50", "3 Januari 2026", "ya", "–"."""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return KOSONG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return format_angka(value)
    if isinstance(value, date):
        return format_tanggal(value)
    return str(value) or KOSONG


def is_measure(judul: str) -> bool:
    """Whether a heading names a unit of figures, so that a column of blanks stands as its figures would."""
    return judul.endswith(("(%)", "(Rp)"))


def holds_figures(values: pd.Series) -> bool:
    """Whether a column holds numbers (blanks aside)."""
    ada = [v for v in values if v is not None and v is not pd.NA and v == v]
    return bool(ada) and all(pd.api.types.is_number(v) or isinstance(v, Decimal) for v in ada)


def pad_decimals(values: Iterable[str]) -> list[str]:
    """The figures as HTML, each with unseen decimals so that commas stand below one another."""
    values = list(values)
    cocok = [ANGKA.fullmatch(teks) for teks in values]
    panjang = [len(m["pecahan"] or "") if m else 0 for m in cocok]
    ekor = ["," + "0" * (max(panjang) - 1) if max(panjang) else ""] * len(values) if values else []
    padding = [e[n:] if m else "" for e, n, m in zip(ekor, panjang, cocok, strict=True)]
    return [
        html.escape(t) + (f'<span aria-hidden="true">{p}</span>' if p else "")
        for t, p in zip(values, padding, strict=True)
    ]


def choose_width(values: Iterable[str]) -> str:
    """The CSS room of a text column: "" where its longest text is short enough for one line."""
    terpanjang = max(map(len, values), default=0)
    if terpanjang > PANJANG:
        return "min-width: 24em; max-width: 42em;"
    return "min-width: 14em; max-width: 24em;" if terpanjang > SEDANG else ""
