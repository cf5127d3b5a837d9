"""Analyses that are missing where they are compulsory, texts told twice, indikator without evidence (T3.5, R40, R41)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lakip_lib.formats import clean_teks
from lakip_lib.istilah import Alasan, Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.model import Kinerja
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.temuan import Temuan

TEKS = {
    "faktor_pendukung": "Faktor pendukung",
    "faktor_penghambat": "Faktor penghambat",
    "solusi": "Solusi yang telah dilakukan",
    "tindak_lanjut": "Rencana tindak lanjut",
}
WAJIB = ("faktor_penghambat", "solusi", "tindak_lanjut")
BUKAN_ANALISIS = re.compile(r"x+|idem|sda|sama(?:dengan)?(?:di)?atas|seperti(?:di)?atas|na|tbd|todo")  # letters alone
PANJANG_KEMBAR = 25  # shorter texts such as "tidak ada" may well be alike


def needs_analisis(indikator: IndikatorHasil) -> bool:
    """Whether causes and solutions are compulsory: capaian below 100, or worse than last year (DOMAIN T3.5)."""
    turun = indikator.lalu is not None and indikator.lalu.perkembangan == "memburuk"
    return (indikator.capaian is not None and indikator.capaian < 100) or turun


def is_analisis(teks: str | None) -> bool:
    """Whether a text says anything of this indikator: not dashes, dots, "xxx" or "idem"; "tidak ada" does."""
    inti = re.sub(r"[\W_]+", "", clean_teks(teks or "").casefold())
    return bool(inti) and not BUKAN_ANALISIS.fullmatch(inti)


def _name_kolom(kolom: str, teks: str | None) -> str:
    return f"{TEKS[kolom]} (tertulis '{clean_teks(teks)}')" if teks else TEKS[kolom]


def review_analisis(hasil: Hasil, kinerja: Kinerja, tempat: Tempat) -> Iterator[Temuan]:
    """Findings on the units' analyses and evidence."""
    analisis = {row["indikator"]: row for row in kinerja.records("analisis")}
    masuk = {row["indikator"] for row in kinerja.records("realisasi")}
    rilis = [i.kode for i in hasil.indikator if i.kode in masuk and i.alasan is not Alasan.BELUM_RILIS]
    yield from _review_bukti(rilis, kinerja, tempat)
    for indikator in hasil.indikator:
        if indikator.kode not in masuk:
            continue
        row = analisis.get(indikator.kode, {})
        kosong = [kolom for kolom in WAJIB if not is_analisis(row.get(kolom))]
        if needs_analisis(indikator) and kosong:
            minta = "tuliskan untuk indikator ini" if any(row.get(kolom) for kolom in kosong) else "dilengkapi"
            teks = (
                f"{indikator.kode} {_say_sebab(indikator)}, sedangkan pada F2 Analisis belum diisi: "
                f"{', '.join(_name_kolom(kolom, row.get(kolom)) for kolom in kosong)}. Mohon {minta}."
            )
            yield tempat.make_isian("analisis", indikator.kode, kosong[0], "analisis-kosong", Tingkat.WAJIB, teks)
    yield from _review_kembar(kinerja, tempat)


def _say_sebab(indikator: IndikatorHasil) -> str:
    belum = indikator.capaian is not None and indikator.capaian < 100
    return "belum mencapai target" if belum else "memburuk dari tahun lalu"


def _review_bukti(masuk: Sequence[str], kinerja: Kinerja, tempat: Tempat) -> Iterator[Temuan]:
    """One finding a unit that names its indikator without evidence; none where the sheet itself is missing."""
    tanpa_f4 = {t["berkas"] for t in kinerja.records("temuan") if _lacks_f4(t)}
    bukti = {row["kode"] for row in kinerja.records("bukti") if row["nama_dokumen"] or row["tautan"]}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for kode in masuk:
        if kode not in bukti:
            groups[tempat.get_unit(kode)].append(kode)
    for kosong in groups.values():
        berkas, lembar, _ = tempat.find("bukti", kosong[0], "")
        if berkas not in tanpa_f4:
            teks = f"{', '.join(kosong)} belum disertai data dukung. Mohon lampirkan dokumennya."
            yield tempat.make_di((berkas, lembar, None), "", "bukti-kosong", Tingkat.PERINGATAN, teks)


def _lacks_f4(temuan: Mapping[str, str | None]) -> bool:
    return temuan["aturan"] == "lembar-tidak-ada" and "F4" in (temuan["nilai"] or "")


def _review_kembar(kinerja: Kinerja, tempat: Tempat) -> Iterator[Temuan]:
    seen: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in kinerja.records("analisis"):
        for kolom in TEKS:
            teks = clean_teks(row[kolom] or "").casefold()
            if len(teks) >= PANJANG_KEMBAR:
                seen[kolom, teks].append(row["indikator"])
    for (kolom, _), kode in seen.items():
        if len(kode) > 1:
            daftar = f"{', '.join(kode[:-1])} dan {kode[-1]}"
            teks = f"{TEKS[kolom]} sama persis untuk {daftar}. Mohon tuliskan yang khusus bagi masing-masing."
            yield tempat.make_isian("analisis", kode[1], kolom, "teks-kembar", Tingkat.PERINGATAN, teks)
