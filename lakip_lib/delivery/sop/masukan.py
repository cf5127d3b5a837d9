"""What a step is made from, as the ledger records it: everything people gave, by hash."""

from collections.abc import Mapping

from lakip_lib.delivery.sidik import hash_inputs
from lakip_lib.settings import Lokasi


def list_masukan(lokasi: Lokasi) -> dict[str, str]:
    """The sha256 of each file below the agency's raw folder, by path."""
    return hash_inputs(lokasi)


def list_beda(lama: Mapping[str, str], baru: Mapping[str, str]) -> list[str]:
    """The files that were added, removed or changed between two records, in order."""
    return sorted(nama for nama in lama.keys() | baru.keys() if lama.get(nama) != baru.get(nama))
