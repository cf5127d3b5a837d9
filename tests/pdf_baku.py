"""PDF/A-2a and PDF/UA-1 judged by another hand: page-validation, which finds what veraPDF's own corpus plants."""

import re

import page

PROFIL = ("2a", "ua1")
PANJANG = "-STREAM-LENGTH-"


def list_pelanggaran(data: bytes) -> list[str]:
    """One sentence for each place where a rule of either standard is broken; [] where the file conforms to both."""
    salah = []
    for profil in PROFIL:
        laporan = page.validate_pdf_bytes(data, profile=profil)
        ditemukan = [f for f in laporan.failures if not (PANJANG in f.rule_id and _has_its_length(data, f.object_id))]
        assert laporan.is_compliant or laporan.failures
        salah += [f"{f.rule_id}: {f.message}" for f in ditemukan]
    return salah


def _has_its_length(data: bytes, benda: page.PdfObjectId | None) -> bool:
    """Whether the stream is as long as it says: where its last byte happens to be CR, the validator takes CR and the LF
    behind it for one line end, and the stream for a byte shorter."""
    if benda is None:
        return False
    awal = re.search(rb"(?:^|[\r\n])%d %d obj\b" % (benda.object_number, benda.generation), data)
    isi = re.compile(rb"/Length (\d+).*?stream\r?\n", re.DOTALL).search(data, awal.end()) if awal else None
    if isi is None:
        return False
    akhir = isi.end() + int(isi[1])
    return data[akhir - 1 : akhir] == b"\r" and data[akhir:].startswith(b"\nendstream")
