"""reports/<tahun>/log.jsonl: what every batch did, one JSON object a line, with the times that no other file has."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip_lib.batch.tugas import HasilTugas

AKHIR = b"\n"


class Log:
    """Appends whole lines to the log; a line that a dead machine cut off is ended first, so that no other suffers."""

    def __init__(self, path: Path) -> None:
        """Hold the file; it is made with the first line."""
        self.path = path

    def write(self, jenis: str, **isi: Any) -> None:
        """Append one object with the time; one write, so that lines of two programs do not mix."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        waktu = datetime.now().astimezone().isoformat(timespec="seconds")
        baris = json.dumps({"waktu": waktu, "jenis": jenis, **isi}, ensure_ascii=False, sort_keys=True).encode() + AKHIR
        berkas = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            panjang = os.fstat(berkas).st_size
            utuh = not panjang or os.pread(berkas, 1, panjang - 1) == AKHIR
            os.write(berkas, baris if utuh else AKHIR + baris)
        finally:
            os.close(berkas)

    def write_hasil(self, hasil: HasilTugas) -> None:
        """Append each stage of an agency that was run, and how it ended."""
        for t in hasil.tahap:
            self.write("tahap", instansi=hasil.instansi, tahap=t.tahap, alasan=t.alasan, detik=t.detik)
        rinci = {"rinci": hasil.rinci} if hasil.rinci else {}
        self.write("instansi", instansi=hasil.instansi, **hasil.keadaan.tell(), **rinci)
