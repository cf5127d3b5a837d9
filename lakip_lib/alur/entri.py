"""An entry of the ledger: one line of canonical JSON that carries the hash of the line before and its own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any

AWAL = "0" * 64  # what the first entry carries in the place of an earlier hash


@dataclass(frozen=True)
class Entri:
    """What was done: which step, by whom, when (and when it was written down), from and to which files, how it ended.

    `waktu` is when it happened, `dicatat` when it was recorded (ISO with zone); `versi` the document's version where
    there is one; masukan and keluaran are sha256 by path (inputs below the agency's raw folder, outputs below its reports
    folder); `isi` what only this kind of step has to tell. `sidik` is the sha256 of all the rest.
    """

    nomor: int
    instansi: str
    tahun: int
    langkah: str
    hasil: str
    peran: str
    nama: str
    waktu: str
    dicatat: str
    versi: str = ""
    isi: Mapping[str, Any] = field(default_factory=dict)
    masukan: Mapping[str, str] = field(default_factory=dict)
    keluaran: Mapping[str, str] = field(default_factory=dict)
    lalu: str = AWAL
    sidik: str = ""

    @property
    def saat(self) -> datetime:
        """When it happened."""
        return datetime.fromisoformat(self.waktu)


KOLOM = frozenset(f.name for f in fields(Entri))


def dump_baris(isi: Mapping[str, Any]) -> str:
    """A mapping as one line of canonical JSON: keys sorted, no blanks, no ASCII escapes."""
    return json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(entri: Entri) -> Entri:
    """The same entry with its hash."""
    return Entri(**{**asdict(entri), "sidik": hash_isi(asdict(entri))})


def hash_isi(isi: Mapping[str, Any]) -> str:
    """The sha256 of an entry's content but for its own hash."""
    return hashlib.sha256(dump_baris({k: v for k, v in isi.items() if k != "sidik"}).encode()).hexdigest()


def format_sidik(sidik: str) -> str:
    """A hash as it is printed: its first sixteen digits in groups of four.

    >>> format_sidik("3fa912cd00ff4711" + "0" * 48)
    '3fa9 12cd 00ff 4711'
    """
    return " ".join(sidik[n : n + 4] for n in range(0, 16, 4))
