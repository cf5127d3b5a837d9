"""Analyses that are missing where they are compulsory, texts told twice, indikator without evidence (T3.5, R40, R41)."""

from collections import defaultdict
from collections.abc import Iterator

from lakip_lib.formats import clean_teks
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.telaah.tempat import find_isian, make_isian, make_temuan
from lakip_lib.temuan import Temuan

TEKS = {
    "faktor_pendukung": "Faktor pendukung",
    "faktor_penghambat": "Faktor penghambat",
    "solusi": "Solusi yang telah dilakukan",
    "tindak_lanjut": "Rencana tindak lanjut",
}
WAJIB = ("faktor_penghambat", "solusi", "tindak_lanjut")
PANJANG_KEMBAR = 25  # shorter texts such as "tidak ada" may well be alike


def needs_analisis(indikator: IndikatorHasil) -> bool:
    """Whether causes and solutions are compulsory: capaian below 100, or worse than last year (DOMAIN T3.5)."""
    turun = indikator.lalu is not None and indikator.lalu.perkembangan == "memburuk"
    return (indikator.capaian is not None and indikator.capaian < 100) or turun


def review_analisis(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> Iterator[Temuan]:
    """Findings on the units' analyses and evidence."""
    analisis = {row["indikator"]: row for row in kinerja.records("analisis")}
    masuk = {row["indikator"] for row in kinerja.records("realisasi")}
    bukti = {row["kode"] for row in kinerja.records("bukti") if row["nama_dokumen"] or row["tautan"]}
    for indikator in hasil.indikator:
        if indikator.kode not in masuk:
            continue
        row = analisis.get(indikator.kode, {})
        kosong = [kolom for kolom in WAJIB if not row.get(kolom)]
        if needs_analisis(indikator) and kosong:
            teks = (
                f"{indikator.kode} belum mencapai target atau memburuk, sedangkan pada F2 Analisis belum diisi: "
                f"{', '.join(TEKS[kolom] for kolom in kosong)}. Mohon dilengkapi."
            )
            yield make_isian(kinerja, "analisis", indikator.kode, kosong[0], "analisis-kosong", Tingkat.WAJIB, teks)
        if indikator.kode not in bukti:
            teks = f"{indikator.kode} belum disertai data dukung pada F4. Mohon lampirkan dokumennya."
            yield make_temuan(indikator, "bukti-kosong", Tingkat.PERINGATAN, teks)
    yield from _review_kembar(kinerja)


def _review_kembar(kinerja: Kinerja) -> Iterator[Temuan]:
    seen: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in kinerja.records("analisis"):
        for kolom in TEKS:
            teks = clean_teks(row[kolom] or "").casefold()
            if len(teks) >= PANJANG_KEMBAR:
                seen[kolom, teks].append(row["indikator"])
    for (kolom, _), kode in seen.items():
        if len(kode) > 1:
            berkas, lembar, sel = find_isian(kinerja, "analisis", kode[1], kolom)
            tempat = f"Lembar {lembar}, sel {sel}: " if sel else ""
            pesan = f"{tempat}{TEKS[kolom]} sama persis untuk {' dan '.join(kode)}. Mohon tuliskan yang khusus bagi masing-masing."
            yield Temuan(berkas, "teks-kembar", Tingkat.PERINGATAN, pesan, lembar=lembar, sel=sel, kolom=kolom)
