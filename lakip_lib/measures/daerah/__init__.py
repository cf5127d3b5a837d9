"""The district as a whole: from the Hasil of its agencies to one `HasilDaerah`, every figure once."""

from lakip_lib.measures.daerah.bahan import BahanInstansi, Fakta, is_terhitung, judge_keadaan
from lakip_lib.measures.daerah.hasil import HasilDaerah, IdentitasDaerah, InstansiDaerah
from lakip_lib.measures.daerah.susun import compute_daerah, promise_daerah

__all__ = [
    "BahanInstansi",
    "Fakta",
    "HasilDaerah",
    "IdentitasDaerah",
    "InstansiDaerah",
    "compute_daerah",
    "is_terhitung",
    "judge_keadaan",
    "promise_daerah",
]
