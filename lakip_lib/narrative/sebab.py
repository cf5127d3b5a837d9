"""Fifth analysis: why a target was reached or missed, in the unit's own words; a draft where it wrote nothing."""

from collections.abc import Mapping
from typing import Any

from lakip_lib.istilah import Status
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.narrative.kalimat import Isian, Kalimat, end, fill, has_content, join, pick, quote
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.situasi import MEMBURUK, find_gerak

POLA_DUKUNG = (
    "Menurut {unit}, hasil ini didukung oleh hal berikut: {kutipan}{titik}",
    "{unit} mencatat faktor pendukungnya: {kutipan}{titik}",
    "Hasil tersebut dijelaskan oleh {unit} sebagai berikut: {kutipan}{titik}",
    "Faktor yang mendukung menurut {unit}: {kutipan}{titik}",
)
POLA_HAMBAT = (
    "Menurut {unit}, target belum tercapai karena hal berikut: {kutipan}{titik}",
    "{unit} menyampaikan hambatan yang dihadapi: {kutipan}{titik}",
    "Penyebabnya dijelaskan oleh {unit}: {kutipan}{titik}",
)
POLA_TURUN = (
    "Walaupun target terpenuhi, kinerjanya menurun. {unit} mencatat hambatan berikut: {kutipan}{titik}",
    "Mengenai penurunan dari tahun sebelumnya, {unit} mencatat: {kutipan}{titik}",
)
POLA_NILAI = (
    "Mengenai keadaan ini, {unit} menyampaikan: {kutipan}{titik}",
    "{unit} memberi penjelasan berikut: {kutipan}{titik}",
    "Keterangan dari {unit}: {kutipan}{titik}",
)
POLA_SOLUSI = (
    "Untuk mengatasinya telah dilakukan langkah berikut: {kutipan}{titik}",
    "Solusi yang telah dilakukan: {kutipan}{titik}",
    "Langkah yang telah ditempuh: {kutipan}{titik}",
)
POLA_LANJUT = (
    "Rencana tindak lanjutnya: {kutipan}{titik}",
    "Selanjutnya direncanakan: {kutipan}{titik}",
    "Tindak lanjut yang direncanakan: {kutipan}{titik}",
)
TANPA_HAMBATAN = (
    "{unit} menyatakan tidak terdapat hambatan.",
    "Menurut {unit}, tidak terdapat hambatan.",
)
PENANGGUNG = (
    "Penanggung jawabnya {pj}, dengan waktu penyelesaian {waktu}.",
    "Tindak lanjut itu menjadi tanggung jawab {pj} dan dijadwalkan pada {waktu}.",
)
DRAF_BELUM = (
    "Target indikator ini belum tercapai dengan capaian {capaian}. {unit} belum menuliskan penyebab, solusi yang telah "
    "dilakukan, dan rencana tindak lanjutnya."
)
DRAF_TURUN = (
    "Target indikator ini terpenuhi dengan capaian {capaian}, tetapi realisasinya memburuk dari tahun sebelumnya. "
    "{unit} belum menuliskan penyebab dan tindak lanjutnya."
)
DRAF_CAPAI = (
    "Target indikator ini terpenuhi dengan capaian {capaian}. {unit} belum menuliskan faktor pendukung dan rencana "
    "untuk mempertahankannya."
)
DRAF_NILAI = "Indikator ini belum dapat dinilai. {unit} belum menuliskan penjelasan dan rencana tindak lanjutnya."


def is_written(analisis: Mapping[str, Any], item: IndikatorHasil) -> bool:
    """Whether the unit wrote what this indikator needs: hindrance and what follows, or what supported the result."""
    if item.status is Status.BELUM:
        return bool(analisis.get("faktor_penghambat") and (analisis.get("solusi") or analisis.get("tindak_lanjut")))
    return any(analisis.get(k) for k in ("faktor_pendukung", "faktor_penghambat", "solusi", "tindak_lanjut"))


def describe_sebab(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """The decisive part of the unit's analysis, quoted unaltered; empty where `is_written` is false.

    Reached: what supported it. Missed, or got worse: hindrance, solution and follow-up with its owner.
    """
    analisis = konteks.find_analisis(item.kode)
    if not is_written(analisis, item):
        return ()
    urut = konteks.hasil.indikator.index(item)
    turun = find_gerak(konteks.hasil, item) in MEMBURUK
    dukung = _frame(konteks, item, POLA_DUKUNG, "faktor_pendukung", urut)
    lanjut = _frame(konteks, item, POLA_LANJUT, "tindak_lanjut", urut)
    if item.status in {Status.MELAMPAUI, Status.MENCAPAI} and not turun and (dukung or lanjut):
        return join(dukung, lanjut)
    pola = {Status.BELUM: POLA_HAMBAT, Status.TAK_DINILAI: POLA_NILAI}.get(
        item.status, POLA_TURUN if turun else POLA_NILAI
    )
    hambat = _frame(konteks, item, pola, "faktor_penghambat", urut)
    return join(
        hambat or _deny_hindrance(konteks, item, urut),
        () if hambat else dukung,
        _frame(konteks, item, POLA_SOLUSI, "solusi", urut),
        lanjut,
        _name_owner(analisis, urut) if lanjut else (),
    )


def _frame(konteks: Konteks, item: IndikatorHasil, pola: tuple[str, ...], kolom: str, urut: int) -> Kalimat:
    """A text of the unit behind words of ours; nothing where it is blank or says that there is nothing."""
    teks = konteks.find_analisis(item.kode).get(kolom)
    if not has_content(teks):
        return ()
    return fill(pick(pola, urut), unit=_name_unit(konteks, item), kutipan=quote(teks), titik=end(teks))


def _deny_hindrance(konteks: Konteks, item: IndikatorHasil, urut: int) -> Kalimat:
    """That nothing hindered, where the unit wrote so; nothing where it left the factor blank."""
    if not (konteks.find_analisis(item.kode).get("faktor_penghambat") or "").strip():
        return ()
    return fill(pick(TANPA_HAMBATAN, urut), unit=_name_unit(konteks, item))


def _name_unit(konteks: Konteks, item: IndikatorHasil) -> str:
    return konteks.name_unit(konteks.find_analisis(item.kode).get("unit"))


def _name_owner(analisis: Mapping[str, Any], urut: int) -> Kalimat:
    pj, waktu = analisis.get("penanggung_jawab"), analisis.get("waktu")
    if not has_content(pj):
        return ()
    if has_content(waktu):
        return fill(pick(PENANGGUNG, urut), pj=pj.strip(), waktu=waktu.strip().rstrip("."))
    return fill("Penanggung jawabnya {pj}.", pj=pj.strip())


def draft_sebab(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """A draft in place of an analysis that the unit did not write; it must be edited before the report is final."""
    rincian = konteks.hasil.get_rincian(item.kode)
    isi: dict[str, Isian] = {
        "capaian": konteks.persen(f"indikator/{item.kode}/capaian"),
        "unit": konteks.name_unit(rincian.unit),
    }
    if item.status is Status.TAK_DINILAI:
        return fill(DRAF_NILAI, **isi)
    if item.status is Status.BELUM:
        return fill(DRAF_BELUM, **isi)
    return fill(DRAF_TURUN if find_gerak(konteks.hasil, item) in MEMBURUK else DRAF_CAPAI, **isi)
