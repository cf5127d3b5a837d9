"""The planning workbook from typed cells to tidy rows, with traces and findings."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.cleaning.jejak import make_asal
from lakip_lib.cleaning.target import inherit_triwulan
from lakip_lib.formats import clean_teks, detect_desimal
from lakip_lib.forms.skema import KolomIsian
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.nilai import read_angka, read_kode, read_nilai
from lakip_lib.intake.rencana import BarisRencana, RencanaTerbaca, TabelTerbaca
from lakip_lib.istilah import ARAH_LABEL, TW, Agregasi, Alasan, Arah, Metode, Tingkat, VersiTarget
from lakip_lib.model import TABEL
from lakip_lib.satuan import is_hitungan
from lakip_lib.temuan import Temuan

Desimal = Mapping[str, str | None]  # the decimal sign that the texts of a column prove
NAMA_TABEL = {"PetaKode": "peta_kode", "TindakLanjut": "tindak_lanjut"}
KUNCI_ASAL = {
    "target": ("indikator", "tahun", "versi"),
    "riwayat": ("indikator", "tahun"),
    "standar": ("indikator", "tahun", "lingkup"),
    "indikator": ("kode",),
    "sasaran": ("kode",),
}
SEBUTAN: dict[str, dict[str, str]] = {
    "arah": {
        **{label: str(arah) for arah, label in ARAH_LABEL.items()},
        "maksimal": "max", "maximize": "max", "positif": "max", "naik": "max",
        "minimal": "min", "minimize": "min", "negatif": "min", "turun": "min",
        "stabilize": "stabil", "stabilisasi": "stabil", "stab": "stabil",
    },
    "versi": {"pk perubahan": "pk_perubahan", "perubahan": "pk_perubahan", "perjanjian kinerja": "pk"},
}  # fmt: skip
PILIHAN = {"arah": Arah, "metode": Metode, "agregasi": Agregasi, "versi": VersiTarget}


class HasilBersih(NamedTuple):
    """Tidy rows by table name, rows of the `asal` table, findings."""

    tabel: dict[str, list[dict[str, Any]]]
    asal: list[dict[str, Any]]
    temuan: list[Temuan]


def clean_rencana(rencana: RencanaTerbaca) -> HasilBersih:
    """The tidy planning tables; a cell that cannot be read is None and a finding, no row is lost."""
    hasil = HasilBersih({}, [], list(rencana.temuan))
    for nama, terbaca in rencana.tabel.items():
        tabel = NAMA_TABEL.get(nama, nama.lower())
        catat = PencatatTemuan(rencana.buku, terbaca.lembar)
        desimal = {nama_kolom: _desimal(terbaca, nama_kolom) for nama_kolom in terbaca.kolom}
        rows = [_clean_row(tabel, terbaca, baris, catat, desimal) for baris in terbaca.baris]
        for baris, row in zip(terbaca.baris, rows, strict=True):
            hasil.asal.extend(_trace(tabel, row, baris, rencana, terbaca))
        hasil.tabel[tabel] = rows
        hasil.temuan.extend(catat.temuan)
    _inherit_target(hasil)
    return hasil


def _inherit_target(hasil: HasilBersih) -> None:
    """Fill quarters that a PK Perubahan leaves as they were; they are traced to the cells of the PK."""
    pairs = inherit_triwulan(hasil.tabel.get("target", []))
    cells = defaultdict(list)
    for asal in hasil.asal if any(lama for _, lama in pairs) else ():
        if asal["tabel"] == "target" and asal["kolom"] in TW:
            cells[asal["kunci"]].append(asal)
    for row, lama in pairs:
        if lama is not None:
            kunci = _join_kunci("target", row)
            hasil.asal.extend({**asal, "kunci": kunci} for asal in cells[_join_kunci("target", lama)])
    if "target" in hasil.tabel:
        hasil.tabel["target"] = [row for row, _ in pairs]


def _clean_row(
    tabel: str, terbaca: TabelTerbaca, baris: BarisRencana, catat: PencatatTemuan, desimal: Desimal
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for nama, jenis in TABEL[tabel].items():
        kolom = terbaca.tabel.get_kolom(nama)
        sel = baris.sel.get(nama)
        if sel is None:
            if kolom.wajib and nama in terbaca.kolom:
                _report_blank(kolom, f"{get_column_letter(terbaca.kolom[nama])}{baris.baris}", catat)
            row[nama] = None
        elif sel.galat or (sel.formula and sel.nilai is None):
            catat.add_alasan(sel, nama, kolom.judul, Alasan.BUKAN_ANGKA)
            row[nama] = None
        else:
            row[nama] = PEMBACA[jenis](sel, kolom, desimal.get(nama), catat)
    if tabel == "indikator":
        _note_agregasi(row, terbaca, baris, catat)
    return row


def _note_agregasi(row: Mapping[str, Any], terbaca: TabelTerbaca, baris: BarisRencana, catat: PencatatTemuan) -> None:
    """An agregasi left out where the unit does not tell it; of min and stabil the last quarter counts anyway."""
    if (
        "agregasi" in baris.sel
        or row["arah"] != Arah.MAX
        or not row["satuan"]
        or is_hitungan(row["satuan"]) is not None
    ):
        return
    teks = (
        f"agregasi {row['kode'] or ''} belum diisi dan satuan '{quote(row['satuan'])}' tidak dikenal, sehingga "
        "triwulannya dibaca sebagai posisi akhir. Bila triwulannya dijumlahkan, mohon isi jumlah."
    )
    kolom = terbaca.kolom.get("agregasi")
    sel = f"{get_column_letter(kolom)}{baris.baris}" if kolom else baris.sel["satuan"]
    catat.add("agregasi-diduga", Tingkat.CATATAN, teks, sel=sel, kolom="agregasi")


def _report_blank(kolom: KolomIsian, alamat: str, catat: PencatatTemuan) -> None:
    teks = f"{kolom.judul} masih kosong. Mohon diisi."
    catat.add("wajib-diisi", Tingkat.WAJIB, teks, sel=alamat, kolom=kolom.nama_kolom)


def _read_teks(sel: Sel, kolom: KolomIsian, desimal: str | None, catat: PencatatTemuan) -> str | None:
    teks = read_kode(sel) if kolom.jenis == "kode" else re.sub(r"\r\n?", "\n", sel.teks).strip()
    if kolom.jenis == "kode" and isinstance(sel.nilai, float):
        isi = (
            f"{kolom.judul} tersimpan sebagai angka dan dibaca '{teks}'; nol di belakang dapat hilang. "
            "Mohon format selnya sebagai Teks."
        )
        catat.add("kode-angka", Tingkat.PERINGATAN, isi, sel=sel, kolom=kolom.nama_kolom)
    if kolom.nama_kolom not in PILIHAN:
        return _choose_plain(teks, kolom) or None
    pilihan = {str(p).casefold(): str(p) for p in PILIHAN[kolom.nama_kolom]}
    kunci = clean_teks(teks).casefold()
    nilai = pilihan.get(kunci) or SEBUTAN.get(kolom.nama_kolom, {}).get(kunci)
    if nilai is None:
        catat.add(
            "pilihan-tidak-dikenal",
            Tingkat.WAJIB,
            f"{kolom.judul} tertulis '{quote(teks)}'. Pilihannya: {', '.join(pilihan.values())}.",
            sel=sel,
            kolom=kolom.nama_kolom,
        )
    return nilai


def _choose_plain(teks: str, kolom: KolomIsian) -> str:
    """A dropdown word in the case it is declared in; any other text as typed."""
    return next((p for p in kolom.pilihan if p.casefold() == teks.casefold()), teks)


def _read_number(sel: Sel, kolom: KolomIsian, desimal: str | None, catat: PencatatTemuan) -> Decimal | None:
    angka = read_angka(sel, desimal)
    if angka.nilai is None and angka.status is None and angka.alasan is not None:
        catat.add_alasan(sel, kolom.nama_kolom, kolom.judul, angka.alasan, angka.alternatif)
    return angka.nilai


def _read_tahun(sel: Sel, kolom: KolomIsian, desimal: str | None, catat: PencatatTemuan) -> int | None:
    found = re.fullmatch(r"\s*((?:19|20)\d\d)(?:\.0)?\s*", sel.teks)
    if found is None:
        catat.add(
            "tahun-salah",
            Tingkat.WAJIB,
            f"{kolom.judul} tertulis '{quote(sel.teks)}'. Tuliskan tahun dengan empat angka.",
            sel=sel,
            kolom=kolom.nama_kolom,
        )
        return None
    return int(found[1])


def _read_figure(sel: Sel, kolom: KolomIsian, desimal: str | None, catat: PencatatTemuan) -> str | None:
    nilai = read_nilai(sel, desimal_kolom=desimal)
    status = nilai.angka.status if nilai.angka else None
    if nilai.teks is None and nilai.alasan is not None and status is None:
        catat.add_alasan(
            sel, kolom.nama_kolom, kolom.judul, nilai.alasan, nilai.angka.alternatif if nilai.angka else ()
        )
    return nilai.teks


def _desimal(terbaca: TabelTerbaca, nama: str) -> str | None:
    """The decimal sign that the other texts of the column prove."""
    texts = [b.sel[nama].teks for b in terbaca.baris if nama in b.sel and isinstance(b.sel[nama].nilai, str)]
    return detect_desimal(texts)


PEMBACA: dict[str, Callable[[Sel, KolomIsian, str | None, PencatatTemuan], Any]] = {
    "teks": _read_teks,
    "tahun": _read_tahun,
    "angka": _read_number,
    "rupiah": _read_number,
    "nilai": _read_figure,
}


def _join_kunci(tabel: str, row: Mapping[str, Any]) -> str:
    return "|".join(str(row[k] or "") for k in KUNCI_ASAL.get(tabel, ()))


def _trace(
    tabel: str, row: dict[str, Any], baris: BarisRencana, rencana: RencanaTerbaca, terbaca: TabelTerbaca
) -> list[dict[str, Any]]:
    kunci = _join_kunci(tabel, row)
    angka = [nama for nama, jenis in TABEL[tabel].items() if jenis in {"angka", "nilai"} and row[nama] is not None]
    if not kunci:
        return []
    return [make_asal(tabel, kunci, nama, rencana.buku, terbaca.lembar, baris.sel[nama]) for nama in angka]
