"""Bookmarks: each figure and each block gets a name that leads back to its ref or id through a part of the file."""

import hashlib
from dataclasses import dataclass, field

from lxml import etree

from lakip_lib.report.docx.oxml import Elemen, clean_text, make

NAMA_XML = "urn:lakip:tanda"
JENIS_REF = "ref"
JENIS_BLOK = "blok"
AWAL_DEPAN = "bagian_depan"
AWAL_ISI = "bagian_isi"


@dataclass
class Tanda:
    """The bookmarks of one document. Names hold at most 40 characters of [A-Za-z0-9_], as Word demands."""

    nama_ke_asal: dict[str, tuple[str, str]] = field(default_factory=dict)
    _nomor: int = 0
    _pakai: dict[str, int] = field(default_factory=dict)

    def wrap_ref(self, ref: str, isi: list[Elemen]) -> list[Elemen]:
        """The elements between the ends of a bookmark for this ref; one ref may be marked many times."""
        self._pakai[ref] = self._pakai.get(ref, 0) + 1
        nama = f"ref_{_digest(ref)[:24]}_{self._pakai[ref]}"
        self.nama_ke_asal[nama] = (JENIS_REF, ref)
        return self._wrap(nama, isi)

    def wrap_block(self, kode: str, isi: list[Elemen]) -> list[Elemen]:
        """The elements between the ends of the one bookmark of a heading, table or figure."""
        nama = name_block(kode)
        self.nama_ke_asal[nama] = (JENIS_BLOK, kode)
        return self._wrap(nama, isi)

    def _wrap(self, nama: str, isi: list[Elemen]) -> list[Elemen]:
        self._nomor += 1
        awal = make("w:bookmarkStart", {"w:id": self._nomor, "w:name": nama})
        return [awal, *isi, make("w:bookmarkEnd", {"w:id": self._nomor})]

    def to_xml(self) -> bytes:
        """The custom XML part that keeps name → ref or id, in order of name."""
        akar = etree.Element(f"{{{NAMA_XML}}}peta", nsmap={None: NAMA_XML})
        for nama, (jenis, asal) in sorted(self.nama_ke_asal.items()):
            etree.SubElement(akar, f"{{{NAMA_XML}}}tanda", nama=nama, jenis=jenis, asal=clean_text(asal))
        return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def name_block(kode: str) -> str:
    """The bookmark name of a heading, table or figure; it begins as Word's own, so that lists keep using it."""
    return f"_Toc{int(_digest(kode)[:15], 16) % 10**12:012d}"


def read_map(xml: bytes) -> dict[str, tuple[str, str]]:
    """Bookmark name → (JENIS_REF or JENIS_BLOK, ref or id), from what `Tanda.to_xml` wrote."""
    akar = etree.fromstring(xml)
    return {satu.get("nama", ""): (satu.get("jenis", ""), satu.get("asal", "")) for satu in akar}


def _digest(teks: str) -> str:
    return hashlib.sha256(teks.encode("utf-8", "surrogatepass")).hexdigest()
