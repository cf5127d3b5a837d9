"""instansi.toml as one checked object (PROMISES §2): unknown keys are refused, all faults told at once."""

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator

from lakip_lib.errors import SettingsError
from lakip_lib.settings.bagian import Bagian
from lakip_lib.settings.kesalahan import describe_faults, say_toml
from lakip_lib.settings.prosedur import AturanAlur, AturanSurat


class Identitas(Bagian):
    """[instansi]: who reports."""

    kode: str
    nama: str
    pemda: str
    kode_skpd: str = ""
    singkatan: str = ""
    ibu_kota: str = ""
    alamat: str = ""
    telepon: str = ""
    surel: str = ""
    laman: str = ""
    logo: str = ""
    contoh: bool = False

    @property
    def pemda_tercetak(self) -> str:
        """ "Pemerintah Kabupaten …", as a kop begins."""
        return self.pemda if self.pemda.casefold().startswith("pemerintah") else f"Pemerintah {self.pemda}"


class Waktu(Bagian):
    """[periode]: the year reported and the years of the Renstra."""

    tahun: int = Field(ge=2000, le=2100)
    renstra_awal: int
    renstra_akhir: int
    tenggat: date
    tanggal_dokumen: date

    @model_validator(mode="after")
    def check_years(self) -> "Waktu":
        """The reported year must lie within the Renstra."""
        if not self.renstra_awal <= self.renstra_akhir:
            raise ValueError("renstra_awal harus tidak melewati renstra_akhir")
        return self


class Pejabat(Bagian):
    """An official as printed in a signature block."""

    nama: str = ""
    nip: str = ""
    pangkat: str = ""
    jabatan: str = ""
    status: Literal["definitif", "plt", "plh"] = "definitif"

    @field_validator("nip")
    @classmethod
    def check_nip(cls, nip: str) -> str:
        """A NIP must have 18 digits: birth date, CPNS month, sex 1 or 2, serial (DOMAIN §8)."""
        angka = nip.replace(" ", "")
        if angka and not (len(angka) == 18 and angka.isdigit() and angka[14] in "12"):
            raise ValueError("NIP harus 18 angka dengan bentuk 19700101 199501 1 001")
        return angka

    @property
    def nip_tercetak(self) -> str:
        """The NIP in groups of 8, 6, 1 and 3 digits, or empty."""
        n = self.nip
        return f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}" if n else ""

    @property
    def jabatan_tercetak(self) -> str:
        """The jabatan with Plt. or Plh. before it where that is the status."""
        return {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}[self.status] + self.jabatan


class PejabatPenyusun(Bagian):
    """[pejabat.*]: the people of the SOP."""

    kepala: Pejabat = Pejabat()
    sekretaris: Pejabat = Pejabat()
    kasubag_program: Pejabat = Pejabat()
    staf_perencanaan: Pejabat = Pejabat()
    atasan: Pejabat = Pejabat(jabatan="Bupati")


class Unit(Bagian):
    """[[unit]]: a bidang or the sekretariat that fills a form."""

    kode: str = Field(pattern=r"^[A-Za-z0-9-]+$")
    nama: str
    kepala: str = ""
    nip_kepala: str = ""
    pic: str = ""
    kontak: str = ""


class Pita(Bagian):
    """One band of a rating scale: from batas_bawah upwards (the edge itself included or not)."""

    label: str
    batas_bawah: Decimal | None = None  # None: the lowest band, without a lower edge
    termasuk_batas: bool = False

    @field_validator("batas_bawah", mode="before")
    @classmethod
    def read_number(cls, value: Any) -> Any:
        """TOML numbers become exact decimals."""
        return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


class Pengaturan(Bagian):
    """[pengaturan]: how figures are computed and the document is set."""

    judul: str = "Laporan Kinerja Instansi Pemerintah (LKjIP)"
    skala: str | tuple[Pita, ...] = "permendagri-86"
    batas_capaian: Decimal | Literal["tanpa"] = Decimal(120)
    rata_instansi: Literal["sasaran", "indikator"] = "sasaran"
    metode_min: Literal["MIN-A", "MIN-B"] = "MIN-A"
    efisiensi: Literal["E1", "E2", "E3", "E4", "E5"] = "E1"
    penunjang: Literal["terpisah", "dibagi"] = "terpisah"
    kertas: Literal["A4", "F4"] = "A4"
    huruf: str = "bawaan"
    kemajuan_renstra: Literal["rasio", "dari_awal"] = "rasio"

    @field_validator("batas_capaian", mode="before")
    @classmethod
    def read_batas(cls, value: Any) -> Any:
        """A TOML number becomes an exact decimal of at least 100."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            if value < 100:
                raise ValueError('batas_capaian harus 100 atau lebih, atau "tanpa"')
            return Decimal(str(value))
        return value

    @field_validator("skala", mode="before")
    @classmethod
    def read_skala(cls, value: Any) -> Any:
        """A TOML array of bands becomes a tuple."""
        return tuple(value) if isinstance(value, list) else value

    @property
    def batas(self) -> Decimal | None:
        """The cap as a number, None where there is none."""
        return None if isinstance(self.batas_capaian, str) else self.batas_capaian


class AturanLra(Bagian):
    """[lra]: what finance's export means, where it does not say so itself."""

    kumulatif: bool | None = None
    pengali: Literal[1, 1000, 1000000] | None = None
    kolom_pagu: Literal["perubahan", "murni"] = "perubahan"


class Instansi(Bagian):
    """All of instansi.toml."""

    instansi: Identitas
    periode: Waktu
    pejabat: PejabatPenyusun = PejabatPenyusun()
    unit: tuple[Unit, ...] = ()
    pengaturan: Pengaturan = Pengaturan()
    lra: AturanLra = AturanLra()
    surat: AturanSurat = AturanSurat()
    alur: AturanAlur = AturanAlur()

    @field_validator("unit", mode="before")
    @classmethod
    def read_unit(cls, value: Any) -> Any:
        """A TOML array of tables becomes a tuple."""
        return tuple(value) if isinstance(value, list) else value

    @model_validator(mode="after")
    def check_unit_codes(self) -> "Instansi":
        """Each unit's kode must be its own."""
        kode = [u.kode.casefold() for u in self.unit]
        if len(set(kode)) != len(kode):
            raise ValueError("kode unit harus berbeda satu dengan yang lain")
        return self

    @model_validator(mode="after")
    def check_tenggat_laporan(self) -> "Instansi":
        """The report is due in the year it tells of or within the two after it."""
        tenggat = self.alur.tenggat_laporan
        if tenggat is not None and not 0 <= tenggat.year - self.periode.tahun <= 2:
            raise ValueError("alur.tenggat_laporan harus dalam tahun laporan sampai dua tahun sesudahnya")
        return self

    @property
    def tenggat_laporan(self) -> date:
        """Until when the report must be handed over: as set, else two months after the year (Perpres 29/2014)."""
        awal_maret = date(self.periode.tahun + 1, 3, 1)
        return self.alur.tenggat_laporan or awal_maret - timedelta(days=1)

    def get_unit(self, kode: str) -> Unit | None:
        """The unit of that kode, compared without case, or None."""
        return next((u for u in self.unit if u.kode.casefold() == kode.strip().casefold()), None)


def read_instansi(path: Path) -> Instansi:
    """instansi.toml as checked settings; SettingsError (Indonesian, all faults at once) where it cannot be used.

    A scale of one's own may stand as [[skala]] at the top or as [[pengaturan.skala]].
    """
    if not path.is_file():
        raise SettingsError(f"Berkas {path.name} tidak ada di {path.parent}; buat dengan: lakip mulai {path.parent}")
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path.name} harus disimpan sebagai UTF-8 (bita ke-{error.start + 1} tidak terbaca)."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path.name} tidak dapat dibaca sebagai TOML pada {say_toml(error)}") from error
    if "skala" in data:
        data = {**data, "pengaturan": {**data.get("pengaturan", {}), "skala": data["skala"]}}
        del data["skala"]
    try:
        settings = Instansi.model_validate(data)
    except ValidationError as error:
        baris = "\n".join(f"  - {fault}" for fault in describe_faults(error))
        raise SettingsError(f"{path.name} perlu diperbaiki:\n{baris}") from error
    if settings.instansi.kode != path.parent.name or str(settings.periode.tahun) != path.parent.parent.name:
        raise SettingsError(
            f"{path.name}: kode '{settings.instansi.kode}' dan tahun {settings.periode.tahun} harus sama dengan folder "
            f"{path.parent.parent.name}/{path.parent.name}."
        )
    return settings
