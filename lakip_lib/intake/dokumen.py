"""Tables inside documents: .html and .docx, each table a sheet."""

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.grid import Lembar


def read_html(data: bytes) -> tuple[Lembar, ...]:
    """The tables of an HTML file."""
    raise UnreadableFileError("Belum dapat dibaca.")


def read_docx(data: bytes) -> tuple[Lembar, ...]:
    """The tables of a Word document."""
    raise UnreadableFileError("Belum dapat dibaca.")
