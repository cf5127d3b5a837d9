"""The archive's ZIP in one canonical form: the same files give the same bytes everywhere, and any other byte is a fault.

Entries stand sorted by name, stored without compression (what deflate writes depends on the zlib build), dated 1 January
1980, with fixed attributes and no extra fields; the directory and the end record follow at once. The three records are
written here, not by zipfile, whose choices differ between Python versions: an archive must verify in ten years.
"""

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lakip_lib.errors import AlurError, UsageError

LOKAL = struct.Struct("<4sHHHHHIIIHH")
PUSAT = struct.Struct("<4sHHHHHHIIIHHHHHII")
EKOR = struct.Struct("<4sHHHHIIH")
TANDA_LOKAL, TANDA_PUSAT, TANDA_EKOR = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
VERSI, UNIX = 20, 3 << 8
UTF8 = 0x800
TANGGAL = 0x21  # 1 January 1980
ATRIBUT = 0o100644 << 16
BATAS_BERKAS, BATAS_BYTE = 0xFFFF, 0xFFFFFFFF  # what two and four bytes can count
BATAS_LONGGAR = 1 << 29  # bytes that a foreign ZIP may unpack to
_DRIVE = re.compile(r"[A-Za-z]:")
DAFTAR, AKHIR = "daftar isi ZIP", "ekor ZIP"


@dataclass(frozen=True)
class Wilayah:
    """A stretch of an archive: an entry with its header, from `awal` up to `akhir`; `isi` None where it is cut off."""

    nama: str
    awal: int
    akhir: int
    isi: bytes | None


def pack(isi: Mapping[str, bytes]) -> bytes:
    """The canonical ZIP of these files by name; UsageError where a name or the size cannot be in one."""
    urut = sorted((_encode_nama(nama), nama) for nama in isi)
    lokal: list[bytes] = []
    pusat: list[bytes] = []
    letak = 0
    for teks, nama in urut:
        rekaman = build_lokal(teks, isi[nama])
        if letak + len(rekaman) > BATAS_BYTE or len(urut) >= BATAS_BERKAS:
            raise UsageError("Arsip melebihi 4 GB atau 65.534 berkas. Kurangi bukti yang besar, misalnya video.")
        pusat.append(_build_pusat(teks, isi[nama], letak))
        lokal.append(rekaman)
        letak += len(rekaman)
    daftar = b"".join(pusat)
    ekor = EKOR.pack(TANDA_EKOR, 0, 0, len(urut), len(urut), len(daftar), letak, 0)
    return b"".join((*lokal, daftar, ekor))


def _encode_nama(nama: str) -> bytes:
    """A name as it is written: a relative path with "/", that no system takes for another place."""
    try:
        teks = nama.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UsageError(f"Nama berkas {nama!a} tidak dapat ditulis sebagai UTF-8. Ganti namanya.") from error
    if not is_nama(nama) or len(teks) > BATAS_BERKAS:
        raise UsageError(f"Nama berkas {nama!r} tidak dapat masuk arsip. Ganti namanya.")
    return teks


def is_nama(nama: str) -> bool:
    """Whether that is the name of a file inside a folder on every system."""
    bagian = nama.split("/")
    tempat_lain = any(b in {"", ".", ".."} or _DRIVE.match(b) for b in bagian)
    return not tempat_lain and not any(c == "\\" or ord(c) < 32 for c in nama)


def _build_umum(nama: bytes, data: bytes) -> tuple[int, ...]:
    """The fields that both headers of an entry hold, from the version needed to the length of extra fields."""
    tanda = 0 if nama.isascii() else UTF8
    return (VERSI, tanda, 0, 0, TANGGAL, zlib.crc32(data), len(data), len(data), len(nama), 0)


def build_lokal(nama: bytes, data: bytes) -> bytes:
    """An entry as it stands in the archive: header, name, content."""
    return LOKAL.pack(TANDA_LOKAL, *_build_umum(nama, data)) + nama + data


def _build_pusat(nama: bytes, data: bytes, letak: int) -> bytes:
    return PUSAT.pack(TANDA_PUSAT, VERSI | UNIX, *_build_umum(nama, data), 0, 0, 0, ATRIBUT, letak) + nama


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a canonical archive by name; AlurError names what is not canonical."""
    rusak = find_rusak(data)
    if rusak:
        raise AlurError("\n".join(["Arsip tidak utuh:", *(f"  - {kalimat}" for kalimat in rusak)]))
    return list_isi(data)


def list_isi(data: bytes) -> dict[str, bytes]:
    """The files by name of an archive that `find_rusak` has found nothing wrong with."""
    return {w.nama: w.isi for w in scan_lokal(data) if w.isi is not None}


def scan_lokal(data: bytes) -> list[Wilayah]:
    """The entries by their own headers, one after the other, up to the first place that is no entry."""
    hasil: list[Wilayah] = []
    letak = 0
    while data[letak : letak + 4] == TANDA_LOKAL and letak + LOKAL.size <= len(data):
        kepala = LOKAL.unpack_from(data, letak)
        besar, panjang, lain = kepala[7], kepala[9], kepala[10]
        mulai = letak + LOKAL.size + panjang + lain
        nama = data[letak + LOKAL.size : letak + LOKAL.size + panjang].decode("utf-8", "replace")
        akhir = mulai + besar
        utuh = akhir <= len(data)
        hasil.append(Wilayah(nama, letak, min(akhir, len(data)), data[mulai:akhir] if utuh else None))
        letak = akhir
    return hasil


def scan_pusat(data: bytes) -> list[tuple[str, int]]:
    """The entries by the directory as (name, offset), as far as it can be read; [] where its beginning is not found."""
    letak = _find_daftar(data)
    hasil: list[tuple[str, int]] = []
    while letak is not None and data[letak : letak + 4] == TANDA_PUSAT and letak + PUSAT.size <= len(data):
        kepala = PUSAT.unpack_from(data, letak)
        panjang, lain, komentar, awal = kepala[10], kepala[11], kepala[12], kepala[16]
        nama = data[letak + PUSAT.size : letak + PUSAT.size + panjang].decode("utf-8", "replace")
        hasil.append((nama, awal))
        letak += PUSAT.size + panjang + lain + komentar
    return hasil


def _find_daftar(data: bytes) -> int | None:
    """Where the directory begins, by the last end record; None where there is none or it points elsewhere."""
    ekor = data.rfind(TANDA_EKOR)
    if ekor < 0 or ekor + EKOR.size > len(data):
        return None
    awal = int(EKOR.unpack_from(data, ekor)[6])
    return awal if data[awal : awal + 4] == TANDA_PUSAT else None


def find_rusak(data: bytes) -> list[str]:
    """What is not canonical, one Indonesian sentence for each file or part that is touched; [] where every byte is right."""
    wilayah = scan_lokal(data)
    if len(data) > BATAS_BYTE or len(wilayah) >= BATAS_BERKAS:
        return [f"{DAFTAR}: berkas ini lebih besar daripada arsip mana pun yang dikemas lakip."]
    akhir = wilayah[-1].akhir if wilayah else 0
    pusat = scan_pusat(data)
    if all(_is_baku(data, w.nama, w.awal, w.akhir) for w in wilayah) and (
        not pusat or data[akhir : akhir + 4] == TANDA_PUSAT
    ):
        return _list_sisa(data, wilayah, akhir)
    nama = _list_entri(data, pusat) or [w.nama for w in wilayah if not _is_baku(data, w.nama, w.awal, w.akhir)]
    kata = "isi atau catatannya dalam arsip tidak seperti saat dikemas."
    return [f"{satu}: {kata}" for satu in dict.fromkeys(nama or [DAFTAR])]


def read_longgar(data: bytes) -> dict[str, bytes]:
    """The files of any ZIP as another program reads it, canonical or not; {} where it cannot be read, or is too large."""
    try:
        with ZipFile(BytesIO(data)) as berkas:
            isi = berkas.infolist()
            if sum(i.file_size for i in isi) > BATAS_LONGGAR:
                return {}
            return {i.filename: berkas.read(i) for i in isi if not i.is_dir()}
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return {}


def _is_baku(data: bytes, nama: str, awal: int, akhir: int) -> bool:
    """Whether an entry of that name fills that stretch as `pack` would have written it."""
    teks = nama.encode("utf-8")
    wajar = is_nama(nama) and len(teks) <= BATAS_BERKAS
    return wajar and data[awal:akhir] == build_lokal(teks, data[awal + LOKAL.size + len(teks) : akhir])


def _list_entri(data: bytes, pusat: list[tuple[str, int]]) -> list[str]:
    """The entries that are not as the directory has them, each from its offset up to the next one's."""
    letak = [*(awal for _, awal in pusat), _find_daftar(data) or 0]
    batas = zip(pusat, letak[1:], strict=True)
    return [nama for (nama, awal), akhir in batas if not _is_baku(data, nama, awal, akhir)]


def _list_sisa(data: bytes, wilayah: list[Wilayah], akhir: int) -> list[str]:
    """What is wrong behind entries that are right: their order, the directory, the end record."""
    nama = [w.nama.encode("utf-8") for w in wilayah]
    if nama != sorted(set(nama)):
        return [f"{DAFTAR}: berkas di dalamnya ganda atau tidak berurutan, tidak seperti saat dikemas."]
    harap = pack({w.nama: data[w.akhir - len(w.isi or b"") : w.akhir] for w in wilayah})[akhir:]
    sisa = data[akhir:]
    batas = len(harap) - EKOR.size
    bagian = {DAFTAR: sisa[:batas] != harap[:batas], AKHIR: sisa[batas:] != harap[batas:]}
    return [f"{nama}: berubah, terpotong, atau berlebih sejak dikemas." for nama, beda in bagian.items() if beda]
