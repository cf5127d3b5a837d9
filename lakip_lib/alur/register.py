"""The register of letters, surat.jsonl: numbers without gap or repeat; a void number stays recorded."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from lakip_lib.alur.buku import BukuAlur, split_baris
from lakip_lib.alur.entri import AWAL, dump_baris, hash_isi
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.settings import Instansi
from lakip_lib.simpan import write_bytes

REGISTER = "surat.jsonl"
TERPAKAI, BATAL = "terpakai", "batal"


@dataclass(frozen=True)
class CatatanSurat:
    """One line of the register: a number given (terpakai), or taken back (batal, with the reason).

    `kunci` says for which letter the number is (the same letter keeps its number); `tanggal` is the letter's ISO date.
    """

    nomor_baris: int
    urut: int
    nomor: str
    status: str
    kunci: str
    tanggal: str
    hal: str
    tujuan: str
    alasan: str = ""
    lalu: str = AWAL
    sidik: str = ""


def read_register(folder: Path) -> tuple[CatatanSurat, ...]:
    """The register's lines in order; AlurError naming each that is not as it was written."""
    path = folder / REGISTER
    hasil, salah = parse_register(path.read_bytes() if path.is_file() else b"")
    if salah:
        daftar = "\n".join(f"  - {kalimat}" for kalimat in salah)
        raise AlurError(f"Register {path.name} tidak lagi seperti saat dicatat:\n{daftar}")
    return hasil


def parse_register(data: bytes) -> tuple[tuple[CatatanSurat, ...], list[str]]:
    """The lines of a register's bytes, and what is wrong with them, one Indonesian sentence for each line that is."""
    lalu = AWAL
    hasil: list[CatatanSurat] = []
    salah = []
    for nomor, baris in enumerate(split_baris(data), 1):
        try:
            catatan = CatatanSurat(**json.loads(baris))
        except (ValueError, TypeError):
            salah.append(f"baris {nomor}: terpotong atau bukan catatan register surat")
            continue
        isi = asdict(catatan)
        if dump_baris(isi) != baris or hash_isi(isi) != catatan.sidik or catatan.lalu != lalu:
            salah.append(f"baris {nomor}: isinya berubah, atau baris sebelumnya hilang")
        lalu = catatan.sidik
        hasil.append(catatan)
    return tuple(hasil), salah


def find_berlaku(register: Sequence[CatatanSurat], kunci: str) -> CatatanSurat | None:
    """The letter that a key stands for now: its number, unless that was taken back."""
    milik = [c for c in register if c.kunci == kunci]
    return milik[-1] if milik and milik[-1].status == TERPAKAI else None


def list_nomor_hilang(buku: BukuAlur, register: Sequence[CatatanSurat], tahun: int) -> list[str]:
    """The numbers that the ledger says were given in a year and that the register does not have: its tail was cut off."""
    dicatat = [e.isi["nomor"] for e in buku.list("surat") if e.saat.year == tahun and "nomor" in e.isi]
    ada = {c.nomor for c in register}
    return [nomor for nomor in dict.fromkeys(map(str, dicatat)) if nomor not in ada]


def check_nomor(buku: BukuAlur, folder: Path, tahun: int) -> None:
    """AlurError where the register of a year is not as it was written, or lost a number that the ledger tells of."""
    hilang = list_nomor_hilang(buku, read_register(folder), tahun)
    if hilang:
        raise AlurError(f"Register surat kehilangan nomor {', '.join(hilang)}. Pulihkan dari cadangan atau arsip.")


def list_cacat(nama: str, data: bytes, buku: BukuAlur, tahun: int) -> list[str]:
    """All that is wrong with a register's bytes, one sentence each that begins with its name; [] where nothing is."""
    register, salah = parse_register(data)
    hilang = list_nomor_hilang(buku, register, tahun)
    return [
        *(f"{nama} {kalimat}." for kalimat in salah),
        *(f"{nama}: nomor {nomor} hilang, padahal dicatat buku alur." for nomor in hilang),
    ]


def format_nomor(urut: int, settings: Instansi) -> str:
    """A letter's number by the agency's pattern."""
    surat = settings.surat
    return surat.pola.format(klasifikasi=surat.klasifikasi, urut=urut, kode_unit=surat.kode_unit)


def give_nomor(folder: Path, settings: Instansi, *, kunci: str, tanggal: str, hal: str, tujuan: str) -> CatatanSurat:
    """The number of a letter: the one it has already, else the next, written into the register at once.

    The caller holds the folder's lock. UsageError where the pattern would repeat a number.
    """
    register = read_register(folder)
    ada = find_berlaku(register, kunci)
    if ada is not None:
        return ada
    urut = max((c.urut for c in register), default=0) + 1
    nomor = format_nomor(urut, settings)
    if any(c.nomor == nomor for c in register):
        raise UsageError(
            f"instansi.toml: surat.pola '{settings.surat.pola}' memberi nomor {nomor} yang sudah terpakai. "
            "Pisahkan {urut} dari bagian lain, misalnya dengan garis miring."
        )
    return _append(folder, register, CatatanSurat(0, urut, nomor, TERPAKAI, kunci, tanggal, hal, tujuan))


def void_nomor(folder: Path, *, kunci: str, tanggal: str, alasan: str) -> CatatanSurat | None:
    """Take back the number of a letter with a reason; it is never given again. None where the letter has no number now."""
    register = read_register(folder)
    ada = find_berlaku(register, kunci)
    if ada is None:
        return None
    return _append(folder, register, replace(ada, status=BATAL, tanggal=tanggal, alasan=alasan))


def _append(folder: Path, register: Sequence[CatatanSurat], catatan: CatatanSurat) -> CatatanSurat:
    lalu = register[-1].sidik if register else AWAL
    baru = replace(catatan, nomor_baris=len(register) + 1, lalu=lalu, sidik="")
    baru = replace(baru, sidik=hash_isi(asdict(baru)))
    isi = "".join(f"{dump_baris(asdict(c))}\n" for c in (*register, baru))
    write_bytes(folder / REGISTER, isi.encode())
    return baru
