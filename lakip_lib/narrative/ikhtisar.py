"""What the head of the agency reads beside the large figures: categories, money, efficiency and the main obstacle."""

from lakip_lib.measures.rumus.efisiensi import EFISIEN
from lakip_lib.narrative.instansi import list_watch
from lakip_lib.narrative.kalimat import Kalimat, end, fill, has_content, join, list_words, mention, quote
from lakip_lib.narrative.konteks import Konteks


def describe_isi(konteks: Konteks) -> Kalimat:
    """Indikator by category, the budget in short figures, and where resources were used efficiently."""
    return join(_describe_kategori(konteks), _describe_anggaran(konteks), _describe_efisien(konteks))


def _describe_kategori(konteks: Konteks) -> Kalimat:
    pita = {p.label for p in konteks.hasil.rincian.skala}
    rekap = [r for r in konteks.hasil.rincian.rekap if r.jenis == "kategori" and r.jumlah and r.label in pita]
    isi = list_words([f"{r.label} ({r.jumlah})" for r in rekap])
    return fill("Indikator yang dinilai berkategori {isi}.", isi=isi) if isi else ()


def _describe_efisien(konteks: Konteks) -> Kalimat:
    kode = [s.kode for s in konteks.hasil.sasaran if s.status_efisiensi == EFISIEN]
    return fill("Sumber daya digunakan secara efisien pada sasaran {kode}.", kode=list_words(kode)) if kode else ()


def _describe_anggaran(konteks: Konteks) -> Kalimat:
    if not konteks.hasil.anggaran:
        return ()
    return fill(
        "Dari pagu {pagu} terealisasi {realisasi}.",
        pagu=konteks.figure("anggaran_total/pagu", "ringkas"),
        realisasi=konteks.figure("anggaran_total/realisasi_anggaran", "ringkas"),
    )


def describe_hambatan(konteks: Konteks) -> Kalimat:
    """What hindered the indikator that needs watching most, in its unit's own words; empty where no unit names anything."""
    for item in list_watch(konteks):
        teks = konteks.find_analisis(item.kode).get("faktor_penghambat")
        if has_content(teks):
            return fill(
                "Hambatan utama pada {nama}: {isi}{titik}", nama=mention(item.nama), isi=quote(teks), titik=end(teks)
            )
    return ()
