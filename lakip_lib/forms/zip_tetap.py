"""Zip containers (DOCX, XLSX) whose bytes depend on their content alone; files written whole or not at all."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lakip_lib.simpan import write_bytes

_AWAL = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip entry can bear
_INTI = "docProps/core.xml"
_PERTAMA = "[Content_Types].xml"  # office programs expect it first
_WAKTU = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def normalise_zip(sumber: Path | bytes, *, waktu: str = "1980-01-01T00:00:00Z") -> bytes:
    """The same container with fixed dates and sorted entries; `waktu` stands for created and modified in core.xml.

    A path is rewritten in place (whole or not at all); the bytes come back in both cases.
    """
    data = sumber.read_bytes() if isinstance(sumber, Path) else sumber
    with ZipFile(BytesIO(data)) as container:
        parts = {name: container.read(name) for name in container.namelist() if not name.endswith("/")}
    hasil = pack_parts(parts, waktu=waktu)
    if isinstance(sumber, Path):
        write_bytes(sumber, hasil)
    return hasil


def pack_parts(parts: Mapping[str, bytes], *, waktu: str = "1980-01-01T00:00:00Z") -> bytes:
    """The container of these parts by name, as `normalise_zip` leaves one."""
    inti = _WAKTU.sub(rb"\g<1>" + waktu.encode() + rb"\g<3>", parts.get(_INTI, b""))
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as container:
        for name in sorted(parts, key=lambda n: (n != _PERTAMA, n)):
            container.writestr(_entry(name), inti if name == _INTI else parts[name])
    return buffer.getvalue()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name, _AWAL)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3  # the same on every system
    info.external_attr = 0o600 << 16
    return info


def pack_zip(isi: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files by name, sorted, with fixed dates: to attach to a message."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as container:
        for name in sorted(isi):
            container.writestr(_entry(name), isi[name])
    return buffer.getvalue()
