"""The program's own correction of the report, step 7 of the SOP: what DOMAIN §3 asks beyond the reviu checklist."""

from lakip_lib.blok import Dokumen
from lakip_lib.koreksi.periksa.angka import review_persen, review_prosa, review_rujukan
from lakip_lib.koreksi.periksa.bahasa import review_nama, review_singkatan
from lakip_lib.koreksi.periksa.capaian import make_acuan, review_capaian_dokumen
from lakip_lib.koreksi.periksa.sisa import review_sisa
from lakip_lib.koreksi.periksa.susunan import list_salah_sebut, list_tak_disebut, review_susunan
from lakip_lib.koreksi.periksa.tabel import review_tabel
from lakip_lib.koreksi.periksa.tahun import review_tahun
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan, sort_temuan


def review_dokumen(dokumen: Dokumen, hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> list[Temuan]:
    """All findings on a document, gravest first; each names its place ("Bab III › …", "Tabel 3.2, baris 4") as `lembar`.

    Looked at: figures with a reference and in sentences; totals, trees, percentages, remainders; formula, means,
    kategori and status; words of direction; years; leftovers; numbers and citations; abbreviations; the agency's name.
    """
    return sort_temuan(
        [
            *review_rujukan(dokumen),
            *review_prosa(dokumen, hasil, kinerja),
            *review_persen(dokumen),
            *review_tabel(dokumen, murni=settings.lra.kolom_pagu == "murni"),
            *review_capaian_dokumen(dokumen, make_acuan(hasil, kinerja, settings)),
            *review_tahun(dokumen, kinerja, settings),
            *review_sisa(dokumen),
            *review_susunan(dokumen),
            *review_singkatan(dokumen),
            *review_nama(dokumen, settings),
        ]
    )


__all__ = ["list_salah_sebut", "list_tak_disebut", "review_dokumen"]
