"""What a step is made from, as the ledger records it: everything people gave, by hash."""

import tomllib
from collections.abc import Mapping

from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sidik import hash_inputs
from lakip_lib.measures import dump_json
from lakip_lib.settings import Lokasi
from lakip_lib.settings.prosedur import AturanAlur


def list_masukan(lokasi: Lokasi) -> dict[str, str]:
    """The sha256 of each file below the agency's raw folder, by path."""
    return hash_inputs(lokasi)


def list_beda(lama: Mapping[str, str], baru: Mapping[str, str]) -> list[str]:
    """The files that were added, removed or changed between two records, in order."""
    return sorted(nama for nama in lama.keys() | baru.keys() if lama.get(nama) != baru.get(nama))


def hash_instansi(data: bytes) -> str:
    """The sha256 of what of instansi.toml goes into the report: all but [surat] and, beside the way of signing, [alur].

    Empty where the file cannot be read.

    >>> hash_instansi(b'a = 1') == hash_instansi(b'a=1\\n[surat]\\ntujuan = "Bupati"') != hash_instansi(b"a = 2")
    True
    """
    try:
        isi = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError:
        return ""
    alur = isi.pop("alur", {})
    isi.pop("surat", None)
    isi["cara_ttd"] = alur.get("cara_ttd", AturanAlur().cara_ttd) if isinstance(alur, dict) else ""
    return hash_bytes(dump_json({k: str(v) for k, v in isi.items()}).encode())
