"""Parameters of the notebooks, checked: stock papermill would run on with a misspelt one."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi, LokasiDaerah

BAWAAN_IPYTHON = {"In", "Out", "get_ipython", "exit", "quit", "open", "display"}


class ParameterDasar(BaseModel):
    """What all notebooks but 00 are told alike: the year, the periode, and under which roots the files lie."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    tahun: int
    periode: Literal["tahunan", "TW1", "TW2", "TW3", "TW4"] = "tahunan"
    akar: str = ".."
    keluaran: str | None = None

    @classmethod
    def from_namespace(cls, namespace: Mapping[str, Any]) -> Self:
        """The parameters set in a notebook's first cells (its `globals()`); UsageError for a misspelt one."""
        values = {
            nama: value
            for nama, value in namespace.items()
            if not nama.startswith("_") and nama not in BAWAAN_IPYTHON and _is_plain(value)
        }
        return cls._check(values)

    @classmethod
    def _check(cls, values: Mapping[str, Any]) -> Self:
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            salah = "; ".join(f"{'.'.join(map(str, e['loc']))} ({_explain(e['type'])})" for e in error.errors())
            dikenal = ", ".join(cls.model_fields)
            raise UsageError(f"Parameter notebook perlu diperbaiki: {salah}. Yang dikenal: {dikenal}.") from error


class Parameter(ParameterDasar):
    """What the notebooks of one agency-year are told."""

    instansi: str
    final: bool = False  # read by 05_lakip alone: a document that is not stamped KONSEP

    @property
    def lokasi(self) -> Lokasi:
        """The folders these parameters mean; relative roots count from the working directory."""
        keluaran = Path(self.keluaran).resolve() if self.keluaran else None
        return Lokasi(Path(self.akar).resolve(), self.tahun, self.instansi, self.periode, keluaran)

    @classmethod
    def from_lokasi(cls, lokasi: Lokasi, **lain: Any) -> "Parameter":
        """The parameters for these folders; UsageError for a parameter the notebooks do not know."""
        keluaran = str(lokasi.keluaran) if lokasi.keluaran else None
        values = {"tahun": lokasi.tahun, "instansi": lokasi.instansi, "periode": lokasi.periode}
        return cls._check({**values, "akar": str(lokasi.akar), "keluaran": keluaran, **lain})


class ParameterDaerah(ParameterDasar):
    """What notebook 06 is told: the district has no instansi."""

    @property
    def daerah(self) -> LokasiDaerah:
        """The folders of the district these parameters mean; relative roots count from the working directory."""
        keluaran = Path(self.keluaran).resolve() if self.keluaran else None
        return LokasiDaerah(Path(self.akar).resolve(), self.tahun, self.periode, keluaran)

    @classmethod
    def from_daerah(cls, daerah: LokasiDaerah) -> "ParameterDaerah":
        """The parameters for these folders."""
        keluaran = str(daerah.keluaran) if daerah.keluaran else None
        return cls._check(
            {"tahun": daerah.tahun, "periode": daerah.periode, "akar": str(daerah.akar), "keluaran": keluaran}
        )


def _is_plain(value: Any) -> bool:
    return not (isinstance(value, ModuleType) or callable(value) or hasattr(value, "__dict__"))


def _explain(jenis: str) -> str:
    return {"extra_forbidden": "tidak dikenal", "missing": "belum diisi"}.get(jenis, "nilainya tidak dapat dipakai")
