"""Certificates of invented people, made while testing, and PDFs signed with them as other programs would."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import TextStampStyle

from lakip_lib.delivery.tanda_tangan import sign_p12
from lakip_lib.delivery.tanda_tangan.tanda import load_signer

SANDI = "rahasia uji"
HARI = timedelta(days=1)


def make_nama(teks: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, teks)])


def make_p12(
    *, jenis: str = "ec", mulai: timedelta = -HARI, akhir: timedelta = 9 * HARI, guna: int = 2, kunci_ada: bool = True
) -> bytes:
    """A certificate of an invented official below an invented authority, as PKCS#12."""
    kunci_ca, kini = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    kunci = ec.generate_private_key(ec.SECP256R1()) if jenis == "ec" else rsa.generate_private_key(65537, 2048)
    pakai = x509.KeyUsage(*[n < guna for n in range(2)], guna == 0, *[False] * 6)
    dasar = x509.CertificateBuilder().issuer_name(make_nama("Otoritas Contoh")).not_valid_after(kini + akhir)
    dasar = dasar.not_valid_before(kini + mulai)
    ca = dasar.subject_name(make_nama("Otoritas Contoh")).public_key(kunci_ca.public_key()).serial_number(1)
    ca_jadi = ca.add_extension(x509.BasicConstraints(True, None), True).sign(kunci_ca, hashes.SHA256())
    cert = dasar.subject_name(make_nama("Contoh Kepala (contoh)")).public_key(kunci.public_key()).serial_number(2)
    jadi = cert.add_extension(pakai, True).sign(kunci_ca, hashes.SHA256())
    rahasia = BestAvailableEncryption(SANDI.encode())
    return pkcs12.serialize_key_and_certificates(b"uji", kunci if kunci_ada else None, jadi, [ca_jadi], rahasia)


def sign(pdf: bytes) -> bytes:
    return sign_p12(pdf, make_p12(), SANDI, alasan="", lokasi="")


def sign_as(pdf: bytes, kotak: tuple[int, int, int, int] | None, *, halaman: int = 0) -> bytes:
    """The PDF signed as by another program, with a look of its own in that box of a page."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("Lain", on_page=halaman, box=kotak))
    meta = signers.PdfSignatureMetadata(field_name="Lain", subfilter=fields.SigSeedSubFilter.PADES)
    gaya = TextStampStyle(stamp_text="Ditandatangani secara elektronik")
    signer = signers.PdfSigner(meta, load_signer(make_p12(), SANDI), stamp_style=gaya)
    return bytes(signer.sign_pdf(writer).getvalue())


def rewrite(pdf: bytes) -> bytes:
    """The same pages written anew by another tool, as a signing service does."""
    with pikepdf.open(BytesIO(pdf)) as isi:
        simpan = BytesIO()
        isi.save(simpan, object_stream_mode=pikepdf.ObjectStreamMode.disable, recompress_flate=True)
    return simpan.getvalue()
