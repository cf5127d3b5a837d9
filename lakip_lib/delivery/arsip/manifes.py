"""MANIFEST.json of an archive: what is in it, of which ledger, and the code that its file bears."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.measures import dump_json

MANIFES = "MANIFEST.json"
PANJANG_KODE = 16


class Bagian(BaseModel):
    """A part of MANIFEST.json: strict, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Berkas(Bagian):
    """A file of the archive."""

    sha256: str
    byte: int


class Instansi(Bagian):
    """Whose archive it is."""

    kode: str
    nama: str


class Buku(Bagian):
    """The ledger as it stood when the archive was made: how many entries, the hash of the last."""

    entri: int
    sidik: str


class Manifes(Bagian):
    """All of MANIFEST.json: `program` holds the versions that made the documents, `susulan` inputs that came in later,
    `disunting` the letters' working copies (DOCX) that were edited or taken away since they were made."""

    skema: Literal["1"] = "1"
    instansi: Instansi
    tahun: int
    versi: str
    buku: Buku
    program: dict[str, str]
    susulan: tuple[str, ...] = ()
    disunting: tuple[str, ...] = ()
    berkas: dict[str, Berkas]
    kode: str = ""

    @property
    def kode_seharusnya(self) -> str:
        """The archive's code: agency and year, then the first digits of the hash of everything else in the manifest."""
        sidik = hash_bytes(dump_json(self.model_dump(exclude={"kode"})).encode())
        return f"LKjIP-{self.tahun}-{self.instansi.kode}-{sidik[:PANJANG_KODE]}"


def seal_manifes(isi: Mapping[str, bytes], **lain: Any) -> Manifes:
    """The manifest of these files with its code."""
    berkas = {nama: Berkas(sha256=hash_bytes(data), byte=len(data)) for nama, data in isi.items()}
    manifes = Manifes(berkas=berkas, **lain)
    return manifes.model_copy(update={"kode": manifes.kode_seharusnya})


def dump_manifes(manifes: Manifes) -> bytes:
    """MANIFEST.json in its one canonical form."""
    return dump_json(manifes.model_dump()).encode()


def read_manifes(data: bytes) -> Manifes | None:
    """The manifest of these bytes; None where they are not one, or not in its canonical form."""
    try:
        manifes = Manifes.model_validate_json(data)
    except ValidationError:
        return None
    return manifes if dump_manifes(manifes) == data else None


def check_manifes(manifes: Manifes, isi: Mapping[str, bytes]) -> list[str]:
    """What the files of an archive and its manifest say differently, one Indonesian sentence a file."""
    ada = {nama: data for nama, data in isi.items() if nama != MANIFES}
    salah = []
    for nama in sorted(ada.keys() | manifes.berkas.keys()):
        catatan = manifes.berkas.get(nama)
        if catatan is None:
            salah.append(f"{nama}: ada dalam arsip, tetapi tidak tercantum pada {MANIFES}.")
        elif nama not in ada:
            salah.append(f"{nama}: tercantum pada {MANIFES}, tetapi tidak ada dalam arsip.")
        elif hash_bytes(ada[nama]) != catatan.sha256 or len(ada[nama]) != catatan.byte:
            salah.append(f"{nama}: isinya tidak sesuai dengan {MANIFES}.")
    if manifes.kode != manifes.kode_seharusnya:
        salah.append(f"{MANIFES}: kode arsip {manifes.kode} tidak sesuai dengan isinya.")
    return salah
