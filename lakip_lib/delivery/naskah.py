"""What notebook 05 writes from, read once from the folders of one agency-year."""

from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.settings import Lokasi, read_instansi


def load_konteks(lokasi: Lokasi) -> Konteks:
    """Figures, tidy tables and settings; UsageError where himpun or notebook 02 has not run."""
    return Konteks(load_hasil(lokasi), Kinerja.load(lokasi.processed), read_instansi(lokasi.settings))


def read_logo(lokasi: Lokasi, konteks: Konteks) -> bytes | None:
    """The coat of arms that lies beside instansi.toml, None where none is named or the file is not there."""
    nama = konteks.settings.instansi.logo
    path = lokasi.raw / nama
    inside = nama and path.resolve().is_relative_to(lokasi.raw.resolve())
    return path.read_bytes() if inside and path.is_file() else None
