"""One unit's form from typed cells to tidy rows, with traces and findings; what was typed stays in the trace."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lakip_lib.checks.catat import PencatatTemuan
from lakip_lib.cleaning.jejak import make_asal
from lakip_lib.cleaning.rencana import HasilBersih, read_kode
from lakip_lib.formats import clean_teks, detect_desimal, format_tanggal, parse_tanggal
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import BarisIsian, Isian, LembarTerbaca
from lakip_lib.intake.nilai import read_angka, read_nilai
from lakip_lib.istilah import TW, Alasan, StatusData, Tingkat
from lakip_lib.model import TABEL

TABEL_LEMBAR = {"F1": "realisasi", "F2": "analisis", "F3": "keluaran", "F4": "bukti", "F5": "pernyataan"}
KOLOM_NILAI = (*TW, "realisasi")
STATUS_LAIN = {
    "tetap": StatusData.FINAL,
    "angka tetap": StatusData.FINAL,
    "angka sementara": StatusData.SEMENTARA,
    "belum dirilis": StatusData.BELUM_RILIS,
    "belum terbit": StatusData.BELUM_RILIS,
    "n/a": StatusData.BELUM_RILIS,
}
PERSEN = {"%", "persen"}


def clean_isian(isian: Isian, unit: str, indikator: Mapping[str, Mapping[str, Any]]) -> HasilBersih:
    """The tidy rows of a unit's form; F1 and F2 only for indikator of the planning (`indikator` by kode).

    A figure that cannot be read is None, named in the row's `ragu`, and a finding; the first row of a kode counts.
    """
    hasil = HasilBersih({nama: [] for nama in TABEL_LEMBAR.values()}, [], [])
    for kode, terbaca in isian.lembar.items():
        catat = PencatatTemuan(isian.buku, terbaca.nama)
        tabel = TABEL_LEMBAR[kode]
        for baris in _list_rows(kode, terbaca, indikator):
            row = PEMBERSIH[kode](baris, terbaca, catat, indikator)
            hasil.tabel[tabel].append({"unit": unit, **row})
            kunci = row.get("indikator") or row.get("kode") or unit
            for kolom in _traced(tabel, baris, terbaca):
                sel = baris.sel[kolom] if kolom in baris.sel else baris.alamat(terbaca.kolom[kolom])
                hasil.asal.append(make_asal(tabel, kunci, kolom, isian.buku, terbaca.nama, sel))
        hasil.temuan.extend(catat.temuan)
    return hasil


def _list_rows(kode: str, terbaca: LembarTerbaca, indikator: Mapping[str, Mapping[str, Any]]) -> Iterable[BarisIsian]:
    """The rows that count: known indikator once each, budget rows with a kode once, any other row with content."""
    seen: set[str] = set()
    for baris in terbaca.baris:
        kunci = _kode(baris)
        if kode in {"F1", "F2", "F3"} and (not kunci or kunci in seen or (kode != "F3" and kunci not in indikator)):
            continue
        seen.add(kunci)
        yield baris


def _kode(baris: BarisIsian) -> str:
    return read_kode(baris.sel["kode"]) if "kode" in baris.sel else ""


def _traced(tabel: str, baris: BarisIsian, terbaca: LembarTerbaca) -> list[str]:
    """The columns whose cells are remembered: figures that were typed, and where a figure or analysis should stand."""
    figures = {nama for nama, jenis in TABEL[tabel].items() if jenis in {"nilai", "angka", "rupiah"}}
    typed = [nama for nama in baris.sel if nama in figures or (tabel == "keluaran" and nama != "kode")]
    asked = {"realisasi": ("realisasi",), "analisis": terbaca.lembar.nama_kolom[2:]}.get(tabel, ())
    return list(dict.fromkeys([*typed, *(nama for nama in asked if nama in terbaca.kolom)]))


def _desimal(terbaca: LembarTerbaca, *kolom: str) -> str | None:
    """The decimal sign that texts of these columns prove."""
    cells = [b.sel[nama] for b in terbaca.baris for nama in kolom if nama in b.sel]
    return detect_desimal(s.teks for s in cells if isinstance(s.nilai, str))


def _teks(baris: BarisIsian, *kolom: str) -> dict[str, str | None]:
    """Texts as typed, outer blanks removed, empty as None; a formula in a text column is carried as its own text."""
    return {nama: (_carry(baris.sel[nama]) or None) if nama in baris.sel else None for nama in kolom}


def _carry(sel: Sel) -> str:
    return (sel.formula or sel.teks).strip()


def _clean_f1(
    baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan, indikator: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    kode = _kode(baris)
    row: dict[str, Any] = {"indikator": kode, **_teks(baris, "alasan", "sumber_data")}
    row["status_data"] = _read_status(baris, catat)
    ragu: list[str] = []
    desimal = _desimal(terbaca, *KOLOM_NILAI)
    for kolom in KOLOM_NILAI:
        row[kolom], alasan = _read_figure(baris, kolom, terbaca, catat, desimal, indikator[kode])
        if alasan is Alasan.BELUM_RILIS and kolom == "realisasi":
            row["status_data"] = StatusData.BELUM_RILIS
        elif alasan is not None and alasan is not Alasan.REALISASI_KOSONG:
            ragu.append(f"{kolom}:{alasan}")
    for kolom in ("pembilang", "penyebut"):
        row[kolom] = _read_number(baris, kolom, terbaca, catat, _desimal(terbaca, "pembilang", "penyebut"))
    row["ragu"] = " ".join(ragu) or None
    return row


def _read_status(baris: BarisIsian, catat: PencatatTemuan) -> str | None:
    teks = clean_teks(baris.teks("status_data")).casefold()
    if not teks:
        return None
    found = STATUS_LAIN.get(teks) or next((s for s in StatusData if s == teks), None)
    if found is None:
        catat.add(
            "status-tidak-dikenal",
            Tingkat.PERINGATAN,
            f"Status data tertulis '{baris.teks('status_data')}'. Pilih final, sementara, atau belum rilis.",
            sel=baris.sel["status_data"],
            kolom="status_data",
        )
    return str(found) if found else None


def _read_figure(
    baris: BarisIsian,
    kolom: str,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    desimal: str | None,
    indikator: Mapping[str, Any],
) -> tuple[str | None, Alasan | None]:
    sel = baris.sel.get(kolom)
    if sel is None:
        return None, None
    judul = terbaca.lembar.get_kolom(kolom).judul
    nilai = read_nilai(sel, desimal_kolom=desimal)
    if nilai.teks is None:
        status = nilai.angka.status if nilai.angka else None
        if status is None and nilai.alasan is not None:
            catat.add_alasan(sel, kolom, judul, nilai.alasan, nilai.angka.alternatif if nilai.angka else ())
        return None, nilai.alasan
    if nilai.angka is not None:
        catat.add_catatan(sel, kolom, judul, nilai.angka.catatan, nilai.teks)
        if nilai.angka.tanda == "persen" and clean_teks(indikator["satuan"] or "").casefold() not in PERSEN:
            satuan = indikator["satuan"]
            teks = f"{judul} tertulis '{sel.teks}' dengan persen, sedangkan satuannya {satuan}. Mohon diperiksa."
            catat.add("satuan-persen", Tingkat.PERINGATAN, teks, sel=sel, kolom=kolom)
    return nilai.teks, None


def _read_number(
    baris: BarisIsian, kolom: str, terbaca: LembarTerbaca, catat: PencatatTemuan, desimal: str | None
) -> Decimal | None:
    sel = baris.sel.get(kolom)
    if sel is None:
        return None
    angka = read_angka(sel, desimal)
    judul = terbaca.lembar.get_kolom(kolom).judul
    if angka.nilai is None and angka.status is None and angka.alasan is not None:
        catat.add_alasan(sel, kolom, judul, angka.alasan, angka.alternatif)
    elif angka.nilai is not None and angka.tanda != "rupiah":
        catat.add_catatan(sel, kolom, judul, angka.catatan, format(angka.nilai, "f"))
    return angka.nilai


def _clean_f2(
    baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan, indikator: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    kolom = ("faktor_pendukung", "faktor_penghambat", "solusi", "tindak_lanjut", "penanggung_jawab", "waktu")
    return {"indikator": _kode(baris), **_teks(baris, *kolom)}


def _clean_f3(
    baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan, indikator: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kode": _kode(baris),
        **_teks(baris, "sub_kegiatan", "indikator_keluaran", "satuan", "target", "realisasi", "keterangan"),
    }
    for kolom in ("pagu", "realisasi_anggaran"):
        row[kolom] = _read_number(baris, kolom, terbaca, catat, _desimal(terbaca, "pagu", "realisasi_anggaran"))
    return row


def _read_date(baris: BarisIsian) -> str | None:
    """The date as Indonesian text; what cannot be read as a date stays as typed."""
    sel = baris.sel.get("tanggal")
    if sel is None:
        return None
    found = parse_tanggal(sel.nilai if isinstance(sel.nilai, date | int | float) else sel.teks)
    return format_tanggal(found) if found else _carry(sel)


def _clean_f4(
    baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan, indikator: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    return {"kode": _kode(baris) or None, **_teks(baris, "nama_dokumen", "tautan"), "tanggal": _read_date(baris)}


def _clean_f5(
    baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan, indikator: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    return {**_teks(baris, "diisi_oleh", "jabatan", "diperiksa_oleh"), "tanggal": _read_date(baris)}


PEMBERSIH = {"F1": _clean_f1, "F2": _clean_f2, "F3": _clean_f3, "F4": _clean_f4, "F5": _clean_f5}
