"""The LKjIP.docx that came back from Word or LibreOffice: what was changed, and what of it narasi/ can take."""

from lakip_lib.koreksi.kembali.baca import read_kembali
from lakip_lib.koreksi.kembali.banding import compare_kembali
from lakip_lib.koreksi.kembali.beda import Beda, Jenis
from lakip_lib.koreksi.kembali.kata import describe_beda
from lakip_lib.koreksi.kembali.model import Komentar, Perubahan, Terbaca
from lakip_lib.koreksi.kembali.terima import NaskahBaru, Terima, plan_terima

__all__ = [
    "Beda",
    "Jenis",
    "Komentar",
    "NaskahBaru",
    "Perubahan",
    "Terbaca",
    "Terima",
    "compare_kembali",
    "describe_beda",
    "plan_terima",
    "read_kembali",
]
