"""The index of evidence (R41): which file or link belongs to which indikator, whether it is there, what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lakip_lib.model import Kinerja


class Keadaan(StrEnum):
    """How a piece of evidence stands: a file that is there, a link (never looked at offline), missing, changed."""

    ADA = "ada"
    TAUTAN = "tautan"
    TIDAK_ADA = "tidak ada"
    BERUBAH = "berubah"


@dataclass(frozen=True)
class Bukti:
    """One piece of evidence as F4 names it, for an indikator or a sub kegiatan (`kode`)."""

    kode: str
    nama: str
    tautan: str
    keadaan: Keadaan
    sha256: str = ""


def index_bukti(
    kinerja: Kinerja, berkas: Mapping[str, str], tercatat: Mapping[str, str] | None = None
) -> tuple[Bukti, ...]:
    """All evidence of F4 in order.

    `berkas` are the files that are there, path below the agency-year folder ("bukti/x.pdf") to SHA-256; `tercatat` the
    SHA-256 by which a file was recorded before: another one means it was changed since.
    """
    return tuple(
        _make_bukti(row["kode"], row["nama_dokumen"] or "", (row["tautan"] or "").strip(), berkas, tercatat or {})
        for row in kinerja.records("bukti")
        if row["kode"] and (row["nama_dokumen"] or row["tautan"])
    )


def _make_bukti(kode: str, nama: str, tautan: str, berkas: Mapping[str, str], tercatat: Mapping[str, str]) -> Bukti:
    if tautan.casefold().startswith(("http://", "https://")):
        return Bukti(kode, nama, tautan, Keadaan.TAUTAN)
    jalur = f"bukti/{tautan.replace(chr(92), '/').removeprefix('bukti/')}"
    sha256 = berkas.get(jalur, "") if tautan else ""
    if not sha256:
        return Bukti(kode, nama, tautan, Keadaan.TIDAK_ADA)
    berubah = tercatat.get(jalur, sha256) != sha256
    return Bukti(kode, nama, jalur, Keadaan.BERUBAH if berubah else Keadaan.ADA, sha256)


def list_tanpa_bukti(kode: Iterable[str], bukti: Iterable[Bukti]) -> list[str]:
    """The kode without any evidence that is there unchanged, or linked."""
    layak = {b.kode for b in bukti if b.keadaan in {Keadaan.ADA, Keadaan.TAUTAN}}
    return [k for k in kode if k not in layak]
