"""Parameters of the notebooks, checked: stock papermill would run on with a misspelt one."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi

BAWAAN_IPYTHON = {"In", "Out", "get_ipython", "exit", "quit", "open", "display"}


class Parameter(BaseModel):
    """What every notebook of the suite but 00 is told: whose year it is, and under which roots its files lie."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    tahun: int
    instansi: str
    periode: Literal["tahunan", "TW1", "TW2", "TW3", "TW4"] = "tahunan"
    akar: str = ".."
    keluaran: str | None = None
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

    @classmethod
    def from_namespace(cls, namespace: Mapping[str, Any]) -> "Parameter":
        """The parameters set in a notebook's first cells (its `globals()`); UsageError for a misspelt one."""
        values = {
            nama: value
            for nama, value in namespace.items()
            if not nama.startswith("_") and nama not in BAWAAN_IPYTHON and _is_plain(value)
        }
        return cls._check(values)

    @classmethod
    def _check(cls, values: Mapping[str, Any]) -> "Parameter":
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            salah = "; ".join(f"{'.'.join(map(str, e['loc']))} ({_explain(e['type'])})" for e in error.errors())
            dikenal = ", ".join(cls.model_fields)
            raise UsageError(f"Parameter notebook perlu diperbaiki: {salah}. Yang dikenal: {dikenal}.") from error


def _is_plain(value: Any) -> bool:
    return not (isinstance(value, ModuleType) or callable(value) or hasattr(value, "__dict__"))


def _explain(jenis: str) -> str:
    return {"extra_forbidden": "tidak dikenal", "missing": "belum diisi"}.get(jenis, "nilainya tidak dapat dipakai")
