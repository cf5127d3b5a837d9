"""What computed figures make one ask: jumps, quarters that do not add up, missing analyses (R40)."""

from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.telaah.analisis import needs_analisis, review_analisis
from lakip_lib.telaah.capaian import review_capaian
from lakip_lib.telaah.keluaran import review_keluaran
from lakip_lib.telaah.naskah import review_naskah
from lakip_lib.telaah.riwayat import review_riwayat
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.telaah.triwulan import review_target, review_triwulan
from lakip_lib.temuan import Temuan, sort_temuan


def review_hasil(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> list[Temuan]:
    """All findings that computed figures give rise to, in reading order; each placed in the cell it speaks of."""
    tempat = Tempat(kinerja, hasil.periode)
    setahun = hasil if hasil.periode == "tahunan" else None
    return sort_temuan(
        [
            *review_capaian(hasil, tempat),
            *review_target(kinerja, settings, setahun),
            *review_triwulan(hasil, kinerja, tempat),
            *review_riwayat(hasil, tempat),
            *review_keluaran(hasil, kinerja, tempat),
            *review_analisis(hasil, kinerja, tempat),
            *review_naskah(hasil, kinerja),
        ]
    )


__all__ = ["needs_analisis", "review_hasil", "review_target"]
