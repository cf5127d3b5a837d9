"""The one evidence file of the main sample that is not plain text: a page of PDF."""

from pathlib import Path

import typst

SURVEI = """#set document(title: "Ringkasan survei komunikasi publik (contoh)", date: none)
#set page(paper: "a5", margin: 2cm)
#set text(lang: "id", size: 10pt)
= Ringkasan survei komunikasi publik
Contoh, seluruh angka dikarang. November 2025.

#table(columns: 2,
  [Responden], [400],
  [Mengetahui sekurang-kurangnya tiga program prioritas], [312],
  [Persentase], [78,00],
)
"""


def write_survei(path: Path) -> None:
    """Write the summary of the survey as PDF; the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(typst.compile(SURVEI.encode(), ignore_system_fonts=True, timestamp=1764547200))
