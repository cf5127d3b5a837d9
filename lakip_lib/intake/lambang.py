"""The coat of arms that instansi.toml names: read where it is a picture, refused in words where it is not."""

from pathlib import Path

from lxml import etree

from lakip_lib.errors import UnreadableFileError

PNG, AKHIR_PNG, JPEG, AKHIR_JPEG = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82", b"\xff\xd8\xff", b"\xff\xd9"


def read_lambang(folder: Path, nama: str) -> bytes:
    """The bytes of the picture of that name in an agency's folder; UnreadableFileError where there is none."""
    path = folder / nama
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UnreadableFileError("Letaknya di luar folder ini.")
    if not path.is_file():
        raise UnreadableFileError("Berkasnya tidak ada di folder ini.")
    data = path.read_bytes()
    if not _is_picture(data):
        raise UnreadableFileError("Isinya bukan gambar .png atau .svg yang utuh.")
    return data


def _is_picture(data: bytes) -> bool:
    if data.startswith(PNG):
        return AKHIR_PNG in data
    if data.startswith(JPEG):
        return AKHIR_JPEG in data
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return bool(etree.QName(root).localname == "svg")
