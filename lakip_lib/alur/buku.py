"""The ledger alur.jsonl: append-only, each entry chained to the one before. Read whole, checked whole, written whole."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from lakip_lib.alur.entri import AWAL, KOLOM, Entri, dump_baris, format_sidik, hash_isi, seal
from lakip_lib.errors import AlurError, LakipError
from lakip_lib.kunci import hold
from lakip_lib.simpan import write_bytes

BERKAS, KUNCI = "alur.jsonl", ".kunci"
BATAS_TUNGGU = 120.0  # seconds; a step that builds the documents takes less
SEDANG_DITULIS = "Perintah lain sedang menulis ke buku alur instansi ini. Tunggu sampai selesai, lalu jalankan lagi."


@dataclass(frozen=True)
class BukuAlur:
    """The entries of one agency-year's ledger, in order."""

    entri: tuple[Entri, ...] = ()

    @property
    def terakhir(self) -> Entri | None:
        """The last entry, None where nothing has begun."""
        return self.entri[-1] if self.entri else None

    @property
    def sidik(self) -> str:
        """The hash of the last entry."""
        return self.entri[-1].sidik if self.entri else AWAL

    @property
    def jejak(self) -> str:
        """What documents print of the ledger, so that a missing tail shows.

        >>> BukuAlur().jejak
        'Buku alur entri 0, awal siklus'
        """
        if not self.entri:
            return "Buku alur entri 0, awal siklus"
        return f"Buku alur entri {len(self.entri)}, sidik {format_sidik(self.sidik)}"

    def find(self, *langkah: str) -> Entri | None:
        """The last entry of these steps, None where there is none."""
        return next((e for e in reversed(self.entri) if e.langkah in langkah), None)

    def list(self, *langkah: str) -> list[Entri]:
        """All entries of these steps, in order."""
        return [e for e in self.entri if e.langkah in langkah]


def check_baris(baris: Sequence[str], *, instansi: str, tahun: int) -> list[str]:
    """What is wrong with the lines of a ledger, one Indonesian sentence for each entry that is; [] where nothing is."""
    salah: list[str] = []
    lalu, saat = AWAL, None
    for nomor, teks in enumerate(baris, 1):
        kata, entri = _check_satu(teks, nomor, lalu, instansi, tahun)
        if kata:
            salah.append(f"entri {nomor}: {kata}")
        if entri is None:
            lalu = ""
            continue
        if saat is not None and entri.saat < saat and not kata:
            salah.append(f"entri {nomor}: waktunya mendahului entri sebelumnya")
        lalu, saat = entri.sidik, entri.saat
    return salah


def _check_satu(teks: str, nomor: int, lalu: str, instansi: str, tahun: int) -> tuple[str, Entri | None]:
    """What is wrong with one line (empty where nothing is), and its entry where it is one at all."""
    try:
        data = json.loads(teks)
    except ValueError:
        return "terpotong atau bukan catatan buku alur", None
    if not isinstance(data, dict) or set(data) != KOLOM or not _is_waktu(data["waktu"]):
        return "bukan catatan buku alur", None
    entri = Entri(**data)
    if dump_baris(data) != teks or hash_isi(data) != entri.sidik:
        return "isinya berubah setelah dicatat", entri
    if (entri.instansi, entri.tahun) != (instansi, tahun):
        return f"milik {entri.instansi} tahun {entri.tahun}, bukan {instansi} tahun {tahun}", entri
    if entri.nomor != nomor:
        return f"bernomor {entri.nomor}: ada entri yang hilang, berlebih, atau bertukar tempat", entri
    if lalu and entri.lalu != lalu:
        return "tidak menyambung pada entri sebelumnya", entri
    return "", entri


def _is_waktu(teks: object) -> bool:
    try:
        return isinstance(teks, str) and datetime.fromisoformat(teks).tzinfo is not None
    except ValueError:
        return False


def split_baris(data: bytes) -> list[str]:
    """The lines of a ledger's bytes; a last line that was not ended keeps a mark that makes it no entry."""
    teks = data.decode("utf-8", errors="replace")
    *baris, sisa = teks.split("\n")
    return [*baris, f"{sisa}\n"] if sisa else baris


def read_buku_alur(folder: Path, *, instansi: str, tahun: int) -> BukuAlur:
    """The ledger in that folder, empty where none was begun; AlurError names every entry that is not as it was written."""
    path = folder / BERKAS
    buku, salah = parse_buku_alur(path.read_bytes() if path.is_file() else b"", instansi=instansi, tahun=tahun)
    if salah:
        daftar = "\n".join(f"  - {kalimat}" for kalimat in salah)
        raise AlurError(
            f"Buku alur {path.name} tidak lagi seperti saat dicatat, sehingga tidak dipakai:\n{daftar}\n"
            "Pulihkan dari cadangan atau arsip; rinciannya diperiksa dengan lakip verifikasi."
        )
    return buku


def parse_buku_alur(data: bytes, *, instansi: str, tahun: int) -> tuple[BukuAlur, list[str]]:
    """The ledger of these bytes, and what is wrong with it as `check_baris` says; with a fault the ledger is empty."""
    baris = split_baris(data)
    salah = check_baris(baris, instansi=instansi, tahun=tahun)
    return BukuAlur(() if salah else tuple(Entri(**json.loads(teks)) for teks in baris)), salah


def dump_buku(buku: BukuAlur) -> bytes:
    """The ledger as its file holds it."""
    return "".join(f"{dump_baris(asdict(e))}\n" for e in buku.entri).encode()


def append_entri(folder: Path, buku: BukuAlur, entri: Entri) -> BukuAlur:
    """The ledger with one more entry, written whole: beside its place, then renamed, so that it never ends in half a line.

    The caller holds the lock; LakipError where the file is no longer the ledger that was read.
    """
    path = folder / BERKAS
    ada = path.read_bytes() if path.is_file() else b""
    dibaca = dump_buku(buku)
    if ada != dibaca:
        raise LakipError(f"{path.name} must be the ledger that was read, found another")
    baru = seal(replace(entri, nomor=len(buku.entri) + 1, lalu=buku.sidik))
    lanjut = BukuAlur((*buku.entri, baru))
    write_bytes(path, dump_buku(lanjut))
    return lanjut


@contextmanager
def hold_lock(folder: Path, *, tunggu: float = BATAS_TUNGGU, sendiri: bool = False) -> Iterator[None]:
    """Keep the ledger and the register of a folder to oneself; the system frees them when a program dies.

    `sendiri`: the caller holds this very folder already.
    AlurError where another command holds them for longer than `tunggu` seconds.
    """
    if sendiri:
        yield
        return
    with hold(folder / KUNCI, AlurError(SEDANG_DITULIS), tunggu=tunggu):
        yield
