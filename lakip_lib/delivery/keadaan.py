"""keadaan.json: how far the last batch came with an agency-year, and what stopped it; no time of day in it."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lakip_lib.galat import Kode
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_text

TAHAP: Final = ("himpun", "analisis", "naskah", "dokumen")  # in this order; each stands on the one before


class Keadaan(BaseModel):
    """Exit code of an agency (PROMISES §7), the last stage that was finished, and sentences on what stopped the next.

    `kode_keluar` 0 done, 1 fault of program or machine, 2 settings that cannot be used, 3 data to be mended (documents are
    there all the same). `wajib` counts the findings that must be mended. `tahap` is None where not even himpun was finished.
    Where 2 or 3 stopped it short, `dasar` is the hash of what it was stopped by: as long as that is so, it would be again.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    skema: Literal["1"] = "1"
    kode_keluar: Kode
    tahap: Literal["himpun", "analisis", "naskah", "dokumen"] | None
    wajib: int = 0
    pesan: tuple[str, ...] = ()
    dasar: str = ""

    def tell(self) -> dict[str, Any]:
        """What of it is told to others, as JSON: in the log and in a summary."""
        return self.model_dump(mode="json", exclude={"skema", "dasar"})


def save_keadaan(keadaan: Keadaan, lokasi: Lokasi) -> None:
    """Write keadaan.json of an agency-year."""
    write_text(lokasi.keadaan, keadaan.model_dump_json(indent=1) + "\n")


def load_keadaan(lokasi: Lokasi) -> Keadaan | None:
    """The state that the last batch left, None where none ran, or where the file is not whole: then it runs again."""
    if not lokasi.keadaan.is_file():
        return None
    try:
        return Keadaan.model_validate_json(lokasi.keadaan.read_bytes())
    except ValidationError:
        return None
