"""Signatures on the frozen PDF: made with a certificate of one's own, or brought in from outside and compared.

The program draws no signature and claims no TTE: what is visible was laid out before freezing, the signature field is not.
"""

from lakip_lib.delivery.tanda_tangan.banding import Pembuktian, compare_signed
from lakip_lib.delivery.tanda_tangan.periksa import TandaTangan, check_signed
from lakip_lib.delivery.tanda_tangan.tanda import sign_p12

__all__ = ["Pembuktian", "TandaTangan", "check_signed", "compare_signed", "sign_p12"]
