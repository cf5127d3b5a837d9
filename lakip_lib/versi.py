"""The versions that a document depends on."""

import platform
from importlib.metadata import version

from lakip_lib import __version__

PUSTAKA = ("pandas", "plotly", "papermill", "nbconvert", "typst", "python-docx")  # that shape figures and pages
PAKET = (*PUSTAKA, "kaleido", "xlsxwriter", "openpyxl", "python-calamine")


def list_versi() -> dict[str, str]:
    """The versions of lakip, Python and the libraries that documents depend on."""
    return {"lakip": __version__, "python": platform.python_version(), **{p: version(p) for p in PAKET}}
