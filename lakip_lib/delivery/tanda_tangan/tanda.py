"""Sign the frozen PDF with a PKCS#12 certificate (PAdES-B-B): an update behind the frozen bytes, which stay the beginning."""

from datetime import UTC, datetime
from io import SEEK_END, BytesIO

from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError

from lakip_lib.errors import UsageError

KOLOM = "TandaTanganKepala"
# PDF/A-2 asks for the print flag, PDF/UA-1 for a widget outside the page where it is not tagged: this does both.
TAK_TERLIHAT = fields.InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
UNTUK_TANDA_TANGAN = {"digital_signature", "non_repudiation"}
TAK_TERBUKA = "Sertifikat tidak dapat dibuka: berkasnya bukan PKCS#12 (.p12 atau .pfx), atau kata sandinya salah."
TAK_LENGKAP = "Berkas PKCS#12 itu tidak memuat kunci privat beserta sertifikatnya."
TAK_DAPAT = "PDF ini tidak dapat ditandatangani: tidak utuh, bersandi, atau sudah ditandatangani."


class PenulisTetap(IncrementalPdfFileWriter):
    """The library's writer without its habits that PDF/A-2 and PDF/UA-1 do not bear: what the document says of itself stays
    as it was frozen, PDF 1.7, and the first object that is appended begins on a line of its own."""

    def _update_meta(self) -> None:
        """Leave Info and XMP, where both standards are declared."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version: both standards are built on PDF 1.7, whatever key or digest signs."""

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Name the extension that PAdES has in PDF 1.7, none of PDF 2.0."""
        if ext.base_version == "/1.7":
            super().register_extension(ext)

    def _write_header(self, stream: BytesIO) -> None:
        """The frozen bytes, then the end of their last line where they have none (ISO 19005-2, 6.1.9)."""
        super()._write_header(stream)
        self.input_stream.seek(-1, SEEK_END)
        if self.input_stream.read(1) not in b"\r\n":
            stream.write(b"\n")


def sign_p12(pdf: bytes, p12: bytes, sandi: str, *, alasan: str, lokasi: str) -> bytes:
    """The PDF with an invisible signature by that certificate; the given bytes are its beginning.

    UsageError (Indonesian) where the file is no certificate, the password is wrong, the certificate is not valid now or not
    made for signing, or the PDF cannot be signed. The bytes differ at each call: a signature holds the time it was made.
    """
    signer = load_signer(p12, sandi)
    meta = signers.PdfSignatureMetadata(
        field_name=KOLOM,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=alasan or None,
        location=lokasi or None,
    )
    kolom = fields.SigFieldSpec(
        KOLOM, invis_sig_settings=TAK_TERLIHAT, readable_field_name="Tanda tangan kepala instansi"
    )
    try:
        writer = PenulisTetap(BytesIO(pdf))
        fields.append_signature_field(writer, kolom)
        hasil = signers.PdfSigner(meta, signer).sign_pdf(writer)
    except (PdfError, SigningError) as error:
        raise UsageError(TAK_DAPAT) from error
    return bytes(hasil.getvalue())


def load_signer(p12: bytes, sandi: str) -> signers.SimpleSigner:
    """The signer of a PKCS#12 file; UsageError where it cannot be opened or lacks its key, or its certificate may not sign."""
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=sandi.encode() or None)
    except AttributeError as error:  # the library asks a missing key or certificate for its bytes
        raise UsageError(TAK_LENGKAP) from error
    except (ValueError, TypeError) as error:
        raise UsageError(TAK_TERBUKA) from error
    if signer is None or signer.signing_cert is None:
        raise UsageError(TAK_TERBUKA)
    sertifikat, kini = signer.signing_cert, datetime.now(UTC)
    if kini < sertifikat.not_valid_before:
        raise UsageError(f"Sertifikat baru berlaku mulai {sertifikat.not_valid_before:%d-%m-%Y}.")
    if kini > sertifikat.not_valid_after:
        raise UsageError(f"Sertifikat sudah tidak berlaku sejak {sertifikat.not_valid_after:%d-%m-%Y}.")
    guna = sertifikat.key_usage_value
    if guna is not None and not guna.native & UNTUK_TANDA_TANGAN:
        raise UsageError("Sertifikat ini tidak dibuat untuk menandatangani dokumen. Gunakan sertifikat tanda tangan.")
    return signer
