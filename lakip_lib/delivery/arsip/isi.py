"""What goes into the archive of an agency-year: report, letter, inputs, notebooks, figures, sheets, ledger, manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lakip_lib.alur.buku import BERKAS, BukuAlur, dump_buku
from lakip_lib.alur.kalender import HARI_LIBUR
from lakip_lib.alur.register import REGISTER
from lakip_lib.delivery.arsip.baca_dulu import BACA_DULU, render_baca_dulu
from lakip_lib.delivery.arsip.manifes import MANIFES, dump_manifes, seal_manifes
from lakip_lib.delivery.arsip.tercatat import (
    BALASAN,
    BUKU,
    FORMULIR,
    LAPORAN,
    MASUKAN,
    NOTEBOOK,
    TAHUN,
    find_terbitan,
    list_kekal,
    list_masukan_beda,
)
from lakip_lib.delivery.arsip.zip_baku import pack
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.naskah import is_salinan_kerja
from lakip_lib.delivery.sop.tempat import ALUR
from lakip_lib.errors import AlurError
from lakip_lib.settings import Instansi, Lokasi

# Beside the recorded files: what the frozen manifest.json names, by the folder in reports/… it lies in.
PENDAMPING = {"notebooks": NOTEBOOK, BALASAN: BALASAN, FORMULIR: FORMULIR}


@dataclass(frozen=True)
class Arsip:
    """An archive: its code, the name of its file, its bytes, its files by name, notes on what could not go in."""

    kode: str
    data: bytes
    isi: Mapping[str, bytes]
    catatan: tuple[str, ...] = ()

    @property
    def nama(self) -> str:
        """The name of its file."""
        return f"{self.kode}.zip"


def build_arsip(
    lokasi: Lokasi, settings: Instansi, buku: BukuAlur, *, lain: Mapping[str, bytes] | None = None
) -> Arsip:
    """The archive of an approved report as the ledger `buku` tells of it; the same inputs give the same bytes.

    `lain` are further sheets by name that no entry records, such as the control sheet of `buku`. AlurError names recorded
    files that are gone or changed, and inputs that are no longer those of the approved documents.
    """
    setuju, terbitan = find_terbitan(buku)
    isi, salah, disunting = _read_kekal(lokasi, buku)
    masukan = read_masukan(lokasi)
    beda, susulan = list_masukan_beda(terbitan, masukan)
    salah += [f"{nama}: tidak lagi seperti saat terbitan akhir disusun (entri {terbitan.nomor})." for nama in beda]
    if salah:
        daftar = "\n".join(f"  - {kalimat}" for kalimat in salah)
        raise AlurError(
            f"Arsip tidak dibuat: berkas tidak lagi seperti yang tercatat. Kembalikan lebih dahulu.\n{daftar}"
        )
    isi |= {f"{MASUKAN}/{nama}": data for nama, data in masukan.items()}
    manifest = json.loads(isi[f"{LAPORAN}/manifest.json"])
    catatan = _add_pendamping(isi, lokasi, manifest["keluaran"])
    isi |= _read_tahun(lokasi) | _read_buku(lokasi, buku) | {f"{ALUR}/{n}": d for n, d in (lain or {}).items()}
    isi[BACA_DULU] = render_baca_dulu(settings)
    manifes = seal_manifes(
        isi,
        instansi={"kode": lokasi.instansi, "nama": settings.instansi.nama},
        tahun=lokasi.tahun,
        versi=setuju.versi,
        buku={"entri": len(buku.entri), "sidik": buku.sidik},
        program=manifest["versi"],
        susulan=tuple(susulan),
        disunting=tuple(disunting),
    )
    isi[MANIFES] = dump_manifes(manifes)
    return Arsip(manifes.kode, pack(isi), isi, tuple(catatan))


def _read_kekal(lokasi: Lokasi, buku: BukuAlur) -> tuple[dict[str, bytes], list[str], list[str]]:
    """The steps' files as recorded, by their place in the archive; a sentence for each that is gone or changed.

    Last, the working copies that were edited or taken away: they go in as they are now, their PDF as it was recorded.
    """
    isi: dict[str, bytes] = {}
    salah, disunting = [], []
    for tempat, (path, catatan) in sorted(list_kekal(buku).items()):
        data = _read(lokasi.reports / path)
        if is_salinan_kerja(path) and (data is None or hash_bytes(data) != catatan.sidik):
            disunting.append(tempat)
            isi |= {} if data is None else {tempat: data}
        elif data is None:
            salah.append(f"{path}: hilang, padahal dicatat entri {catatan.entri}.")
        elif hash_bytes(data) != catatan.sidik:
            salah.append(f"{path}: berubah sejak dicatat entri {catatan.entri}.")
        else:
            isi[tempat] = data
    return isi, salah, disunting


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def read_masukan(lokasi: Lokasi) -> dict[str, bytes]:
    """Everything that people gave for an agency-year, by path below its raw folder."""
    return {p.relative_to(lokasi.raw).as_posix(): p.read_bytes() for p in list_files(lokasi.raw)}


def _add_pendamping(isi: dict[str, bytes], lokasi: Lokasi, keluaran: Mapping[str, str]) -> list[str]:
    """Add executed notebooks, replies and forms as far as they are those of the approved documents; notes on the rest.

    Analysts may have run the notebooks again since; what they left is not what was approved.
    """
    lain = []
    for path, sidik in sorted(keluaran.items()):
        folder, _, nama = path.partition("/")
        tempat = f"{PENDAMPING.get(folder)}/{nama}"
        if folder not in PENDAMPING or tempat in isi:
            continue
        data = _read(lokasi.reports / path)
        if data is not None and hash_bytes(data) == sidik:
            isi[tempat] = data
        else:
            lain.append(path)
    if not lain:
        return []
    return [
        f"Tidak ikut diarsipkan, karena bukan lagi yang menyertai dokumen yang disetujui: {', '.join(lain)}. "
        "Bila diperlukan, jalankan lakip bangun dengan data yang sama, lalu arsipkan lagi."
    ]


def _read_tahun(lokasi: Lokasi) -> dict[str, bytes]:
    """The year's list of holidays, where the agency has none of its own."""
    data = _read(lokasi.raw.parent / HARI_LIBUR)
    return {f"{TAHUN}/{HARI_LIBUR}": data} if data is not None and not (lokasi.raw / HARI_LIBUR).is_file() else {}


def list_tahun_register(lokasi: Lokasi, buku: BukuAlur) -> list[int]:
    """The years whose register of letters may hold a letter of this report: its own, and those in which it was written."""
    return sorted({lokasi.tahun, *(e.saat.year for e in buku.list("surat"))})


def find_register(lokasi: Lokasi, tahun: int) -> Path:
    """The register of letters that the agency wrote in a year."""
    return lokasi.find_alur(tahun) / REGISTER


def _read_buku(lokasi: Lokasi, buku: BukuAlur) -> dict[str, bytes]:
    """The ledger and the registers of letters."""
    isi = {f"{BUKU}/{BERKAS}": dump_buku(buku)}
    for tahun in list_tahun_register(lokasi, buku):
        data = _read(find_register(lokasi, tahun))
        if data is not None:
            isi[f"{BUKU}/{tahun}/{REGISTER}"] = data
    return isi
