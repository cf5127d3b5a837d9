"""What notebook 05 writes from, read once from the folders of one agency-year."""

from lakip_lib.checks.lambang import check_lambang
from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.intake.lambang import read_lambang
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.settings import Lokasi, read_instansi


def load_konteks(lokasi: Lokasi) -> Konteks:
    """Figures, tidy tables and settings; UsageError where himpun or notebook 02 has not run."""
    return Konteks(load_hasil(lokasi), Kinerja.load(lokasi.processed), read_instansi(lokasi.settings))


def read_logo(lokasi: Lokasi, konteks: Konteks) -> bytes | None:
    """The coat of arms that lies beside instansi.toml, None where none is named or it cannot be printed."""
    nama = konteks.settings.instansi.logo
    if not nama or check_lambang(konteks.settings, lokasi.raw):
        return None
    return read_lambang(lokasi.raw, nama)
