"""What all parts of Hasil are made of."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class Bagian(BaseModel):
    """Base: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sumber(Bagian):
    """The cell a figure was typed in; peran is target, realisasi, TW1…TW4, pembilang, penyebut, pagu …

    What an indikator is compared with names its year: kondisi_awal, "renstra 2026", "realisasi 2024", "standar nasional
    2024".
    """

    peran: str
    berkas: str
    sha256: str
    lembar: str
    sel: str


class Standar(Bagian):
    """A national (or like) standard: selisih = realisasi − nilai, rasio = realisasi / nilai in percent."""

    tahun: int
    nilai: str
    lingkup: str | None
    jenis_standar: str | None
    sumber: str | None
    selisih: Decimal | None
    rasio: Decimal | None
    posisi: str | None  # "memenuhi", "belum memenuhi" (ambang); "lebih baik", "setara", "belum setara" (rata-rata)
