"""Everything people gave for one agency-year, read once: planning, forms, budget, texts; faults as findings."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lakip_lib.errors import UnreadableFileError, UsageError
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.grid import Buku
from lakip_lib.intake.isian import Isian, read_isian
from lakip_lib.intake.lra import Lra, read_lra
from lakip_lib.intake.rencana import RencanaTerbaca, read_rencana
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Instansi, Lokasi
from lakip_lib.temuan import Temuan
from lakip_lib.urutan import natural_key

DIABAIKAN = (".", "~$", "Thumbs.db", "desktop.ini")  # hidden files, and those Office and Windows leave behind
BATAS_NASKAH = 100_000  # characters; some forty pages, more than a text of a report can be
BULAN_TW = {"TW1": "03", "TW2": "06", "TW3": "09", "TW4": "12"}


@dataclass(frozen=True)
class Narasi:
    """One text of narasi/: its name without ending, its Markdown, file and hash."""

    nama: str
    teks: str
    berkas: str
    sha256: str


@dataclass(frozen=True)
class Kiriman:
    """All that was read; `tak_terbaca` holds a finding for each file that could not be.

    `buku_lra` are the budget report's files as they were read, none where one of them could not be.
    """

    rencana: RencanaTerbaca
    isian: tuple[Isian, ...]
    lra: Lra | None
    narasi: tuple[Narasi, ...]
    tak_terbaca: tuple[Temuan, ...]
    buku_lra: tuple[Buku, ...]


def list_files(folder: Path) -> list[Path]:
    """The files below a folder in natural order, without hidden ones and Office's lock files; [] without the folder."""
    if not folder.is_dir():
        return []
    files = [p for p in folder.rglob("*") if p.is_file()]
    kept = [p for p in files if not any(part.startswith(DIABAIKAN) for part in p.relative_to(folder).parts)]
    return sorted(kept, key=lambda p: natural_key(p.relative_to(folder).as_posix()))


def list_lra(raw: Path) -> list[Path]:
    """The budget report's files: lra.* (in any case of letters) or everything in lra/."""
    single = [p for p in list_files(raw) if p.parent == raw and p.stem.casefold() == "lra"]
    return single + list_files(raw / "lra")


def read_kiriman(lokasi: Lokasi, settings: Instansi) -> Kiriman:
    """Read the folder of an agency-year; UsageError where the planning itself is missing or unreadable."""
    raw = lokasi.raw
    rencana = read_perencanaan(lokasi)
    bukus, rusak = _read_many(list_files(raw / "isian"), raw)
    lra_bukus, lra_rusak = _read_many(list_lra(raw), raw)
    buku_lra = () if lra_rusak else tuple(lra_bukus)
    narasi, narasi_rusak = _read_narasi(raw)
    lra = None
    if lra_bukus:
        lra = read_lra(
            lra_bukus,
            kumulatif=settings.lra.kumulatif,
            pengali=settings.lra.pengali,
            kolom_pagu=settings.lra.kolom_pagu,
            sampai=BULAN_TW.get(lokasi.periode),
        )
    elif not lra_rusak:
        pesan = "Laporan realisasi anggaran (lra.* atau folder lra) belum ada. Mohon diminta dari bagian keuangan."
        lra_rusak.append(Temuan("lra", "lra-belum-ada", Tingkat.WAJIB, pesan))
    tak_terbaca = (*rusak, *lra_rusak, *narasi_rusak, *(t for b in lra_bukus for t in b.temuan))
    return Kiriman(rencana, tuple(read_isian(b) for b in bukus), lra, tuple(narasi), tak_terbaca, buku_lra)


def read_buku_lra(raw: Path) -> tuple[Buku, ...]:
    """The budget report's files; none where one of them cannot be read."""
    bukus, rusak = _read_many(list_lra(raw), raw)
    return () if rusak else tuple(bukus)


def read_perencanaan(lokasi: Lokasi) -> RencanaTerbaca:
    """perencanaan.xlsx as typed; UsageError where it is missing or unreadable."""
    path = lokasi.raw / "perencanaan.xlsx"
    if not path.is_file():
        raise UsageError(f"Berkas perencanaan.xlsx tidak ada di {lokasi.raw}; buat dengan: lakip mulai {lokasi.raw}")
    try:
        return read_rencana(read_buku(path, akar=lokasi.raw))
    except UnreadableFileError as error:
        raise UsageError(f"perencanaan.xlsx tidak dapat dibaca: {error}") from error


def _read_many(paths: Sequence[Path], akar: Path) -> tuple[list[Buku], list[Temuan]]:
    bukus: list[Buku] = []
    temuan: list[Temuan] = []
    for path in paths:
        try:
            bukus.append(read_buku(path, akar=akar))
        except UnreadableFileError as error:
            berkas = path.relative_to(akar).as_posix()
            minta = "" if "mohon" in str(error) else " Mohon kirim ulang."
            pesan = f"{berkas}: berkas tidak dapat dibaca. {error}{minta}"
            temuan.append(Temuan(berkas, "berkas-tidak-terbaca", Tingkat.WAJIB, pesan))
    return bukus, temuan


def _read_narasi(raw: Path) -> tuple[list[Narasi], list[Temuan]]:
    texts: list[Narasi] = []
    temuan: list[Temuan] = []
    terbaca: dict[str, str] = {}
    folder = raw / "narasi"
    for path in (p for p in list_files(folder) if p.parent == folder and p.suffix.casefold() == ".md"):
        berkas = path.relative_to(raw).as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            pesan = f"{berkas}: naskah tidak dapat dibuka ({error.strerror}). Mohon disimpan ulang."
            temuan.append(Temuan(berkas, "berkas-tidak-terbaca", Tingkat.WAJIB, pesan))
            continue
        teks, catatan = _decode_naskah(data, berkas)
        temuan.extend(catatan)
        nama = normalise_nama(path.stem)
        if nama.casefold() in terbaca:
            pesan = (
                f"{berkas}: naskah ini sudah ada sebagai {terbaca[nama.casefold()]}, yang dipakai. Mohon hapus satu."
            )
            temuan.append(Temuan(berkas, "naskah-ganda", Tingkat.PERINGATAN, pesan))
            continue
        terbaca[nama.casefold()] = berkas
        texts.append(Narasi(nama, teks, berkas, hashlib.sha256(data).hexdigest()))
    return texts, temuan


def _decode_naskah(data: bytes, berkas: str) -> tuple[str, list[Temuan]]:
    """The text with plain line ends, and what was unusual; one that is too long to print is left out."""
    temuan = []
    try:
        teks = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = data.decode("cp1252", errors="replace")
        pesan = f"{berkas}: naskah tidak disimpan sebagai UTF-8 dan dibaca sebagai Windows-1252. Mohon disimpan ulang."
        temuan.append(Temuan(berkas, "naskah-bukan-utf8", Tingkat.CATATAN, pesan))
    if len(teks) > BATAS_NASKAH:
        pesan = (
            f"{berkas}: naskah lebih dari {BATAS_NASKAH // 1000}.000 huruf, sehingga tidak dicetak. Mohon diringkas."
        )
        temuan.append(Temuan(berkas, "naskah-terlalu-panjang", Tingkat.WAJIB, pesan, nilai=str(len(teks))))
        teks = ""
    return teks.replace("\r\n", "\n").replace("\r", "\n"), temuan


def normalise_nama(stem: str) -> str:
    """A text's name as the report looks for it: "Kata Pengantar" → "kata-pengantar"; a kode behind keeps its case."""
    kata = re.sub(r"[\s_]+", "-", stem.strip())
    depan, garis, kode = kata.partition("-")
    khusus = depan.casefold() in {"sasaran", "indikator", "sebab"}
    return depan.casefold() + garis + kode if khusus else kata.casefold()
