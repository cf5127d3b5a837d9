"""One unit's form from typed cells to tidy rows, with traces and findings; what was typed stays in the trace."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.checks.isian import STATUS_LAIN
from lakip_lib.cleaning.bandingan import Bandingan, find_ragu, is_seperseribu, list_angka
from lakip_lib.cleaning.jejak import make_asal
from lakip_lib.cleaning.rencana import HasilBersih
from lakip_lib.formats import clean_teks, detect_desimal, format_tanggal, parse_tanggal
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import BarisIsian, Isian, LembarTerbaca
from lakip_lib.intake.nilai import read_angka, read_nilai
from lakip_lib.istilah import TW, Alasan, StatusData, Tingkat

TABEL_LEMBAR = {"F1": "realisasi", "F2": "analisis", "F3": "keluaran", "F4": "bukti", "F5": "pernyataan"}
KOLOM_NILAI = (*TW, "realisasi")
KOLOM_SEJENIS: dict[str, tuple[tuple[str, ...], ...]] = {  # columns whose texts decide on one decimal sign together
    "F1": (KOLOM_NILAI, ("pembilang", "penyebut")),
    "F2": (),
    "F3": (("target", "realisasi"), ("pagu", "realisasi_anggaran")),
    "F4": (),
    "F5": (),
}
Rencana = Mapping[str, Mapping[str, Any]]  # rows of the planning by kode: Indikator, for F3 Program
Desimal = Mapping[str, str | None]
PERSEN = {"%", "persen"}


def clean_isian(
    isian: Isian, unit: str, indikator: Rencana, program: Rencana | None = None, bandingan: Bandingan | None = None
) -> HasilBersih:
    """The tidy rows of a unit's form; F1 and F2 only for indikator of the planning (`indikator` by kode).

    `program` holds the unit's rows of the planning by kode: their output, satuan and target count before F3's own.
    `bandingan` are numbers of each indikator's size, against which a doubtful figure is held.

    A figure that cannot be read is None, named in the row's `ragu`, and a finding; the first row of a kode counts.
    The trace holds every cell that the unit typed, also of rows and columns that do not count.
    """
    hasil = HasilBersih({nama: [] for nama in TABEL_LEMBAR.values()}, [], [])
    for kode, terbaca in isian.lembar.items():
        catat = PencatatTemuan(isian.buku, terbaca.nama)
        tabel, dibaca = TABEL_LEMBAR[kode], _list_rows(kode, terbaca, indikator)
        desimal = {
            nama: _desimal(terbaca, *kolom) for kolom in KOLOM_SEJENIS[kode] for nama in kolom if nama in terbaca.kolom
        }
        for baris in dibaca:
            rencana = (program or {}) if kode == "F3" else indikator
            row = PEMBERSIH[kode](baris, terbaca, catat, rencana, desimal, bandingan or {})
            hasil.tabel[tabel].append({"unit": unit, **row})
            hasil.asal.extend(_trace(isian, tabel, row.get("indikator") or row.get("kode") or unit, baris, terbaca))
        nomor = {b.baris for b in dibaca}
        lain = [b for b in (*terbaca.baris, *terbaca.total) if b.baris not in nomor]
        hasil.asal.extend(row for b in lain for row in _trace(isian, tabel, f"{unit}|{b.kunci}", b, terbaca))
        hasil.temuan.extend(catat.temuan)
    return hasil


def _list_rows(kode: str, terbaca: LembarTerbaca, indikator: Mapping[str, Any]) -> list[BarisIsian]:
    """The rows that count: known indikator once each, budget rows with a kode once, any other row with content."""
    rows: dict[str, BarisIsian] = {}
    for baris in terbaca.baris:
        if kode in {"F4", "F5"}:
            rows[f"#{baris.baris}"] = baris
        elif baris.kode and (kode == "F3" or baris.kode in indikator):
            rows.setdefault(baris.kode, baris)
    return list(rows.values())


def _trace(isian: Isian, tabel: str, kunci: str, baris: BarisIsian, terbaca: LembarTerbaca) -> Iterable[dict[str, Any]]:
    """The cells of a row: all that a unit may have typed, and where a figure or analysis should stand."""
    prefilled = [k.nama_kolom for k in terbaca.lembar.kolom if not k.ditulis_unit and k.jenis in {"teks", "kode"}]
    cells: dict[str, Sel | str] = {nama: sel for nama, sel in baris.sel.items() if nama not in prefilled}
    triwulan = TW if any(tw in baris.sel for tw in TW) else ()  # a gap is asked for where quarters are told at all
    asked = {
        "realisasi": ("realisasi", *triwulan),
        "keluaran": ("realisasi",),
        "analisis": terbaca.lembar.nama_kolom[2:],
    }.get(tabel, ())
    for nama in asked:
        if nama in terbaca.kolom:
            cells.setdefault(nama, baris.alamat(terbaca.kolom[nama]))
    for nama, cell in {**cells, **baris.lain}.items():
        yield make_asal(tabel, kunci, nama, isian.buku, terbaca.nama, cell)


def _desimal(terbaca: LembarTerbaca, *kolom: str) -> str | None:
    """The decimal sign that texts of these columns prove."""
    cells = [b.sel[nama] for b in terbaca.baris for nama in kolom if nama in b.sel]
    return detect_desimal(s.teks for s in cells if isinstance(s.nilai, str))


def _teks(baris: BarisIsian, *kolom: str) -> dict[str, str | None]:
    """Texts as typed, outer blanks removed, empty as None; a formula in a text column is carried as its own text."""
    return {nama: (_carry(baris.sel[nama]) or None) if nama in baris.sel else None for nama in kolom}


def _carry(sel: Sel) -> str:
    return re.sub(r"\r\n?", "\n", sel.formula or sel.teks).strip()


def _clean_f1(
    baris: BarisIsian,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    rencana: Rencana,
    desimal: Desimal,
    bandingan: Bandingan,
) -> dict[str, Any]:
    kode = baris.kode
    row: dict[str, Any] = {"indikator": kode, **_teks(baris, "alasan", "sumber_data")}
    row["status_data"] = _read_status(baris, catat)
    ragu: list[str] = []
    ukuran = bandingan.get(kode, ())
    for kolom in KOLOM_NILAI:
        row[kolom], alasan = _read_figure(
            baris, kolom, terbaca, catat, desimal.get(kolom), rencana[kode]["satuan"], ukuran
        )
        if alasan is Alasan.BELUM_RILIS and kolom == "realisasi":
            row["status_data"] = StatusData.BELUM_RILIS
        elif alasan is not None and alasan is not Alasan.REALISASI_KOSONG:
            ragu.append(f"{kolom}:{alasan}")
    for kolom in ("pembilang", "penyebut"):
        row[kolom] = _read_number(baris, kolom, terbaca, catat, desimal.get(kolom))
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
            f"Status data tertulis '{quote(baris.teks('status_data'))}', bukan pilihan yang ada. "
            "Pilih final, sementara, atau belum rilis.",
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
    satuan: str | None,
    bandingan: Sequence[Decimal],
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
    if nilai.angka is not None and nilai.angka.nilai:
        sebaris = [baris.sel[nama] for nama in (*KOLOM_NILAI, "target") if nama in baris.sel and nama != kolom]
        if bacaan := find_ragu(sel, nilai.angka.nilai, sebaris, bandingan):
            catat.add_alasan(sel, kolom, judul, Alasan.AMBIGU, bacaan)
            return None, Alasan.AMBIGU
        if is_seperseribu(nilai.angka.nilai, bandingan):
            teks = f"{judul} '{quote(sel.teks)}' kira-kira seperseribu dari target atau realisasi tahun lalu. "
            catat.add("seperseribu", Tingkat.PERINGATAN, f"{teks}Mohon diperiksa apakah ribuan.", sel=sel, kolom=kolom)
    if nilai.angka is not None:
        catat.add_catatan(sel, kolom, judul, nilai.angka.catatan, nilai.teks)
        if nilai.angka.tanda == "persen" and clean_teks(satuan or "").casefold() not in PERSEN:
            teks = f"{judul} tertulis '{quote(sel.teks)}' dengan persen, sedangkan satuannya {satuan}. Mohon diperiksa."
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
    baris: BarisIsian,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    rencana: Rencana,
    desimal: Desimal,
    bandingan: Bandingan,
) -> dict[str, Any]:
    kolom = ("faktor_pendukung", "faktor_penghambat", "solusi", "tindak_lanjut", "penanggung_jawab", "waktu")
    return {"indikator": baris.kode, **_teks(baris, *kolom)}


def _clean_f3(
    baris: BarisIsian,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    rencana: Rencana,
    desimal: Desimal,
    bandingan: Bandingan,
) -> dict[str, Any]:
    induk = rencana.get(baris.kode, {})
    row: dict[str, Any] = {
        "kode": baris.kode,
        **_teks(baris, "sub_kegiatan", "indikator_keluaran", "satuan", "keterangan"),
    }
    row["indikator_keluaran"] = induk.get("keluaran") or row["indikator_keluaran"]
    row["satuan"] = satuan = induk.get("satuan") or row["satuan"]
    row["target"] = induk.get("target_keluaran")  # the form's own only where the planning has none
    ukuran = list_angka([row["target"]])
    for kolom in ("realisasi",) if row["target"] else ("target", "realisasi"):
        row[kolom], _ = _read_figure(baris, kolom, terbaca, catat, desimal.get(kolom), satuan, ukuran)
    for kolom in ("pagu", "realisasi_anggaran"):
        row[kolom] = _read_number(baris, kolom, terbaca, catat, desimal.get(kolom))
    return row


def _read_date(baris: BarisIsian) -> str | None:
    """The date as Indonesian text; what cannot be read as a date stays as typed."""
    sel = baris.sel.get("tanggal")
    if sel is None:
        return None
    found = parse_tanggal(sel.nilai if isinstance(sel.nilai, date | int | float) else sel.teks)
    return format_tanggal(found) if found else _carry(sel)


def _clean_f4(
    baris: BarisIsian,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    rencana: Rencana,
    desimal: Desimal,
    bandingan: Bandingan,
) -> dict[str, Any]:
    return {"kode": baris.kode or None, **_teks(baris, "nama_dokumen", "tautan"), "tanggal": _read_date(baris)}


def _clean_f5(
    baris: BarisIsian,
    terbaca: LembarTerbaca,
    catat: PencatatTemuan,
    rencana: Rencana,
    desimal: Desimal,
    bandingan: Bandingan,
) -> dict[str, Any]:
    return {**_teks(baris, "diisi_oleh", "jabatan", "diperiksa_oleh"), "tanggal": _read_date(baris)}


PEMBERSIH = {"F1": _clean_f1, "F2": _clean_f2, "F3": _clean_f3, "F4": _clean_f4, "F5": _clean_f5}
