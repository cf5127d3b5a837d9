"""Forms of units that are no longer there: a blank one is taken away, so that it does not go out by mistake."""

from pathlib import Path

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.isian import Isian, read_isian
from lakip_lib.settings import Instansi


def remove_lama(folder: Path, settings: Instansi) -> list[str]:
    """Remove the blank forms of this agency whose unit instansi.toml no longer has; a sentence on each that was found.

    Only what lakip made is touched, known by its `_meta`, and only where nothing was typed into it.
    """
    pesan = []
    for path in sorted(folder.glob("*.xlsx")):
        isian = _read(path)
        if isian is None or not _is_lama(isian, settings):
            continue
        if _is_filled(isian):
            pesan.append(
                f"{path.name} adalah formulir unit yang tidak ada lagi pada instansi.toml, tetapi sudah berisi, sehingga "
                "dibiarkan. Mohon dipindahkan."
            )
        else:
            path.unlink()
            pesan.append(f"{path.name} dihapus karena unitnya tidak ada lagi pada instansi.toml.")
    return pesan


def _read(path: Path) -> Isian | None:
    try:
        return read_isian(read_buku(path, akar=path.parent))
    except UnreadableFileError:
        return None  # nothing that lakip wrote, or open elsewhere: left as it is


def _is_lama(isian: Isian, settings: Instansi) -> bool:
    kode = isian.meta.get("unit")
    ours = isian.meta.get("instansi") == settings.instansi.kode and bool(isian.meta.get("sha256"))
    return ours and kode is not None and settings.get_unit(kode) is None


def _is_filled(isian: Isian) -> bool:
    """Whether a unit typed anything into the columns that are its to write."""
    return any(
        sel.teks.strip() and terbaca.lembar.get_kolom(nama).ditulis_unit
        for terbaca in isian.lembar.values()
        for baris in terbaca.baris
        for nama, sel in baris.sel.items()
    )
