"""Every formula, once, beside the rule it comes from."""

from lakip_lib.measures.hasil import Hasil
from lakip_lib.measures.susun import (
    compute_hasil,
    dump_hasil,
    dump_json,
    dump_lengkap,
    load_lengkap,
    promise_hasil,
    with_temuan,
)

__all__ = [
    "Hasil",
    "compute_hasil",
    "dump_hasil",
    "dump_json",
    "dump_lengkap",
    "load_lengkap",
    "promise_hasil",
    "with_temuan",
]
