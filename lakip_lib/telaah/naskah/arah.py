"""What a sentence claims of an indikator in words: that it rose or fell, that its target was reached."""

import re
from collections.abc import Iterator

from lakip_lib.formats import format_persen
from lakip_lib.istilah import STATUS_LABEL, Arah, Status
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.rujukan import format_nilai
from lakip_lib.telaah.naskah.kaitan import Letak
from lakip_lib.telaah.naskah.kalimat import Kalimat, find_tahun, find_tahun_akhir
from lakip_lib.telaah.naskah.pokok import Jenis

_ANTARA = (
    r"(?:[\s,]|\b(?:dinas|badan|instansi|tahun|ini|pada|juga|telah|sudah|berhasil|kembali|terus|mengalami|yang|"
    r"capaian|realisasi|nilai|\d{4})\b)*"
)
KLAIM = re.compile(
    rf"{_ANTARA}\b(?P<tolak>(?:belum|tidak|tak)\s+)?(?P<kata>(?P<naik>naik|meningkat|bertambah|kenaikan|peningkatan)"
    r"|(?P<turun>turun|menurun|berkurang|penurunan)|(?P<lampau>(?:melampaui|melebihi)\s+target)"
    r"|(?P<capai>(?:mencapai|memenuhi)\s+target|tercapai(?!\s+(?:sebesar|sebanyak|sejumlah|rp|\d))))\b(?!\s*\d)",
    re.IGNORECASE,
)
# Claims that speak of a wish, a condition or another yardstick than last year or this year's target.
ANDAI = re.compile(
    r"\b(?:agar|supaya|jika|apabila|bila|kalau|seandainya|diharapkan|harapan|upaya|untuk|akan|perlu|harus|dapat|"
    r"target|rencana|apakah|triwulan|semester|bulan|nasional|provinsi)\b",
    re.IGNORECASE,
)
UKURAN_LAIN = re.compile(
    r"\b(?:target|renstra|rpjmd|triwulan|semester|bulan|nasional|provinsi|awal|akhir|jangka|sejak|rata|standar|"
    r"peringkat|kategori)\b",
    re.IGNORECASE,
)
_KLAUSA = re.compile(r"[^,.;]*")
_CAPAIAN = re.compile(r"\bcapaian(?:nya)?\b", re.IGNORECASE)


def review_arah(kalimat: Kalimat, letak: list[Letak], tahun: int) -> Iterator[tuple[str, str, str]]:
    """For each claim that the figures belie: its words, the indikator's name, and what the report says."""
    for s in letak:
        item = s.pokok.indikator
        klaim = KLAIM.match(kalimat.teks[s.akhir :]) if item and s.pokok.jenis is Jenis.INDIKATOR else None
        if item is None or klaim is None or ANDAI.search(f"{kalimat.kepala} {kalimat.teks[: s.awal]}"):
            continue
        sampai = f"{kalimat.depan} {kalimat.teks[: s.akhir + klaim.end()]}"
        klausa = _KLAUSA.match(kalimat.teks[s.akhir + klaim.end() :])
        ekor = klausa[0] if klausa else ""
        lain = find_tahun(ekor, tahun) - {tahun, tahun - 1}
        if lain or UKURAN_LAIN.search(ekor) or find_tahun_akhir(sampai, tahun) != tahun:
            continue
        if klaim["naik"] or klaim["turun"]:
            dekat = kalimat.teks[max(0, s.awal - 20) : s.akhir + klaim.end()]
            found = _check_change(item, klaim, dekat)
        else:
            found = _check_status(item, klaim)
        if found:
            yield " ".join(f"{klaim['tolak'] or ''}{klaim['kata']}".split()), item.nama, found


def _check_change(item: IndikatorHasil, klaim: re.Match[str], dekat: str) -> str | None:
    lalu = item.lalu
    tanda = list_changes(item, capaian=bool(_CAPAIAN.search(dekat)))
    if klaim["tolak"] or lalu is None or not tanda or (1 if klaim["naik"] else -1) in tanda:
        return None
    return f"realisasi {format_nilai(item.realisasi)}, tahun sebelumnya {format_nilai(lalu.realisasi)}"


def list_changes(item: IndikatorHasil, *, capaian: bool) -> set[int]:
    """The signs (1, 0, -1) of the change since last year: of the realisasi, and of the capaian where that may be meant."""
    lalu = item.lalu
    if lalu is None:
        return set()
    found = set()
    naik = {Arah.MAX: 1, Arah.MIN: -1}.get(item.arah)
    if lalu.perubahan is not None:
        found.add((lalu.perubahan > 0) - (lalu.perubahan < 0))
    elif lalu.perkembangan and naik is not None:
        found.add({"membaik": naik, "memburuk": -naik}.get(lalu.perkembangan, 0))
    if capaian and found and item.capaian is not None and lalu.capaian is not None:
        found.add((item.capaian > lalu.capaian) - (item.capaian < lalu.capaian))
    return found


def _check_status(item: IndikatorHasil, klaim: re.Match[str]) -> str | None:
    benar = {Status.MELAMPAUI} if klaim["lampau"] else {Status.MELAMPAUI, Status.MENCAPAI}
    if klaim["tolak"]:
        benar = set(Status) - benar
    if item.status in benar:
        return None
    return f"{STATUS_LABEL[item.status].lower()} (capaian {format_persen(item.capaian)})"
