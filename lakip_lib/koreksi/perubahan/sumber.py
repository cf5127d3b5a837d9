"""What people changed between two drafts: typed cells, rows, settings; each can be put back on its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from lakip_lib.formats import KOSONG, format_angka
from lakip_lib.istilah import PERAN_LABEL
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.settings.instansi import Pengaturan

Row = dict[str, Any]
Tabel = dict[str, dict[str, Row]]  # table -> key of a row -> row
KUNCI = {
    "sasaran": ("kode",),
    "indikator": ("kode",),
    "target": ("indikator", "tahun", "versi"),
    "riwayat": ("indikator", "tahun"),
    "standar": ("indikator", "tahun", "lingkup"),
    "program": ("kode", "sasaran"),
    "realisasi": ("indikator",),
    "anggaran": ("kode",),
}
# Columns that figures are computed from; the others hold words.
DIHITUNG = {
    "sasaran": ("bobot",),
    "indikator": ("sasaran", "satuan", "arah", "metode", "agregasi", "pita_bawah", "pita_atas", "kumulatif_renstra",
                  "kondisi_awal", "tahun_awal", "bobot"),
    "target": ("target", "tw1", "tw2", "tw3", "tw4"),
    "riwayat": ("target", "realisasi", "capaian_tercetak"),
    "standar": ("nilai", "jenis"),
    "program": ("porsi",),
    "realisasi": ("tw1", "tw2", "tw3", "tw4", "realisasi", "status_data", "pembilang", "penyebut", "ragu"),
    "anggaran": ("pagu_murni", "pagu_perubahan", "pagu", "realisasi_anggaran"),
}  # fmt: skip
MILIK = ("target", "riwayat", "standar", "realisasi")  # rows that come and go with their indikator
LEMBAR = {"sasaran": "Sasaran", "indikator": "Indikator", "target": "Target", "riwayat": "Riwayat",
          "standar": "Standar", "program": "Program"}  # fmt: skip


@dataclass(frozen=True)
class Sebab:
    """Why a figure moved: a cell (jenis "sel"), a row that came or went ("baris"), a setting ("pengaturan"), "lain"."""

    jenis: str
    nama: str
    lama: str
    baru: str
    berkas: str = ""
    lembar: str = ""
    sel: str = ""

    @property
    def letak(self) -> str:
        """ "isian/EGOV.xlsx › F1 Capaian › M7"."""
        return " › ".join(bagian for bagian in (self.berkas, self.lembar, self.sel) if bagian)

    def __str__(self) -> str:
        """One line: where, what, from what to what."""
        return (
            f"{self.letak}: {self.nama} {self.lama} → {self.baru}"
            if self.letak
            else f"{self.nama} {self.lama} → {self.baru}"
        )


@dataclass(frozen=True)
class Ubahan:
    """One change that can be put back alone: cells of a row, whole rows (kolom None), or a setting."""

    sebab: tuple[Sebab, ...]
    sel: tuple[tuple[str, str, str | None], ...] = ()
    pengaturan: str = ""


@dataclass(frozen=True)
class Keadaan:
    """A state of the inputs: rows by table and key, settings as hasil.json holds them, where figures were typed."""

    tabel: Tabel
    pengaturan: Mapping[str, Any]
    asal: Mapping[tuple[str, str, str], tuple[Row, ...]]

    @classmethod
    def read(cls, kinerja: Kinerja, pengaturan: Mapping[str, Any]) -> "Keadaan":
        """The state of a draft."""
        asal: dict[tuple[str, str, str], tuple[Row, ...]] = {}
        for row in kinerja.records("asal"):
            kunci = (row["tabel"], row["kunci"], row["kolom"])
            asal[kunci] = (*asal.get(kunci, ()), row)
        return cls({nama: _index(nama, kinerja.records(nama)) for nama in KUNCI}, pengaturan, asal)

    def put(self, lain: "Keadaan", ubahan: Ubahan) -> "Keadaan":
        """This state with one change taken from another state."""
        tabel = {nama: dict(rows) for nama, rows in self.tabel.items()}
        for nama, kunci, kolom in ubahan.sel:
            sumber = lain.tabel[nama].get(kunci)
            if kolom is not None and sumber is not None:
                tabel[nama][kunci] = {**tabel[nama][kunci], kolom: sumber[kolom]}
            elif sumber is None:
                tabel[nama].pop(kunci, None)
            else:
                tabel[nama][kunci] = sumber
        pengaturan = dict(self.pengaturan)
        if ubahan.pengaturan:
            pengaturan[ubahan.pengaturan] = lain.pengaturan.get(ubahan.pengaturan)
        return replace(self, tabel=tabel, pengaturan=pengaturan)

    def forget_year(self) -> "Keadaan":
        """This state without the realisasi of the year that were typed: what quarters give by themselves."""
        rows = {kunci: {**row, "realisasi": None} for kunci, row in self.tabel["realisasi"].items()}
        return replace(self, tabel={**self.tabel, "realisasi": rows})

    def make_kinerja(self, dasar: Kinerja) -> Kinerja:
        """The tables of `dasar` with the rows of this state, without traces."""
        rows = {nama: dasar.records(nama) for nama in vars(dasar) if nama not in {"asal", "temuan"}}
        return Kinerja.from_rows(**(rows | {nama: list(isi.values()) for nama, isi in self.tabel.items()}))


def _index(nama: str, rows: Iterable[Row]) -> dict[str, Row]:
    hasil: dict[str, Row] = {}
    for row in rows:
        kunci = "|".join(str(row[k]) for k in KUNCI[nama] if row[k] is not None)
        while kunci in hasil:
            kunci += "'"
        hasil[kunci] = row
    return hasil


def apply_pengaturan(settings: Instansi, pengaturan: Mapping[str, Any]) -> Instansi:
    """Settings with [pengaturan] as a hasil.json holds it."""
    data = {k: v for k, v in pengaturan.items() if v is not None}
    if data.get("batas_capaian", "tanpa") != "tanpa":
        data["batas_capaian"] = Decimal(data["batas_capaian"])
    if not isinstance(data.get("skala", ""), str):
        data["skala"] = [{**p, "batas_bawah": _decimal(p["batas_bawah"])} for p in data["skala"]]
    return settings.model_copy(update={"pengaturan": Pengaturan.model_validate(data)})


def _decimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def list_ubahan(lama: Keadaan, baru: Keadaan) -> list[Ubahan]:
    """All changes from one state to the next: settings, indikator that came or went, rows, cells."""
    return [
        *_list_pengaturan(lama.pengaturan, baru.pengaturan),
        *_list_indikator(lama, baru),
        *(u for nama in KUNCI for u in _list_tabel(nama, lama, baru)),
    ]


def _list_pengaturan(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[Ubahan]:
    for nama in sorted({*lama, *baru}):
        if lama.get(nama) != baru.get(nama):
            a, b = (_print(x.get(nama)) for x in (lama, baru))
            sebab = Sebab("pengaturan", f"pengaturan {nama}", a, b, "instansi.toml", "[pengaturan]")
            yield Ubahan((sebab,), pengaturan=nama)


def _changed_indikator(lama: Keadaan, baru: Keadaan) -> set[str]:
    return set(lama.tabel["indikator"]) ^ set(baru.tabel["indikator"])


def _list_indikator(lama: Keadaan, baru: Keadaan) -> Iterator[Ubahan]:
    """Each indikator that came or went, with all its rows."""
    for kode in sorted(_changed_indikator(lama, baru)):
        ada = kode in baru.tabel["indikator"]
        row = (baru if ada else lama).tabel["indikator"][kode]
        kata = (KOSONG, "ditambahkan") if ada else ("ada", "dihapus")
        sebab = Sebab("baris", f"indikator {kode} {row['nama']}", *kata, "perencanaan.xlsx", LEMBAR["indikator"])
        sel = [("indikator", kode, None)]
        for nama in MILIK:
            semua = {**lama.tabel[nama], **baru.tabel[nama]}
            sel += [(nama, kunci, None) for kunci, r in semua.items() if r["indikator"] == kode]
        yield Ubahan((sebab,), tuple(sel))


def _list_tabel(nama: str, lama: Keadaan, baru: Keadaan) -> Iterator[Ubahan]:
    """Rows that came or went, and cells that changed, of one table."""
    a, b = lama.tabel[nama], baru.tabel[nama]
    lewat = _changed_indikator(lama, baru)
    for kunci in dict.fromkeys([*b, *a]):
        row = b.get(kunci) or a[kunci]
        if (row.get("indikator") or (kunci if nama == "indikator" else "")) in lewat:
            continue
        kolom = [k for k in DIHITUNG[nama] if a.get(kunci, {}).get(k) != b.get(kunci, {}).get(k)]
        if kunci in a and kunci in b:
            yield from _list_sel(nama, kunci, kolom, lama, baru)
        else:
            sebab = [_make_sebab(nama, kunci, k, lama, baru) for k in kolom] or [
                _make_baris(nama, kunci, ada=kunci in b)
            ]
            yield Ubahan(tuple(dict.fromkeys(sebab)), ((nama, kunci, None),))


def _list_sel(nama: str, kunci: str, kolom: list[str], lama: Keadaan, baru: Keadaan) -> Iterator[Ubahan]:
    """The changed columns of a row; those typed in one cell (pagu and pagu_perubahan) are one change."""
    kelompok: dict[Sebab, list[str]] = {}
    letak: dict[str, Sebab] = {}
    for k in kolom:
        sebab = _make_sebab(nama, kunci, k, lama, baru)
        utama = letak.setdefault(sebab.letak, sebab) if sebab.sel else sebab
        kelompok.setdefault(utama, []).append(k)
    for sebab, isi in kelompok.items():
        yield Ubahan((sebab,), tuple((nama, kunci, k) for k in isi))


def _make_baris(nama: str, kunci: str, *, ada: bool) -> Sebab:
    kata = (KOSONG, "ditambahkan") if ada else ("ada", "dihapus")
    return Sebab("baris", f"baris {kunci.replace('|', ' ')}", *kata, *_guess_letak(nama))


def _guess_letak(nama: str) -> tuple[str, str]:
    return ("perencanaan.xlsx", LEMBAR[nama]) if nama in LEMBAR else ("", "")


def _make_sebab(nama: str, kunci: str, kolom: str, lama: Keadaan, baru: Keadaan) -> Sebab:
    """The cell behind a changed value: what was typed before and now; the values where no cell is known."""
    a, b = (x.asal.get((nama, kunci, kolom), ()) for x in (lama, baru))
    nilai = [_print(x.tabel[nama].get(kunci, {}).get(kolom)) for x in (lama, baru)]
    teks = [_join(a) or nilai[0], _join(b) or nilai[1]]
    if teks[0] == teks[1]:
        teks = nilai  # the same text is read in another way ([lra] pengali, say)
    satu = next(iter(_moved(a, b)), None)
    letak = (satu["berkas"], satu["lembar"] or "", satu["sel"] or "") if satu else (*_guess_letak(nama), "")
    label = PERAN_LABEL.get(f"target {kolom.upper()}" if nama == "target" and kolom.startswith("tw") else kolom)
    label = label or PERAN_LABEL.get(kolom.upper()) or kolom.replace("_", " ").capitalize()
    return Sebab("sel", f"{label} {kunci.replace('|', ' ')}", *teks, *letak)


def _moved(a: tuple[Row, ...], b: tuple[Row, ...]) -> list[Row]:
    """The cells of the new draft whose text is new, else all of it, else those of the old one.

    A file that came is compared with the files that went: a form sent again has mostly the same cells.
    """
    dulu = {(r["berkas"], r["lembar"], r["sel"], r["teks"]) for r in a}
    pergi = {r["berkas"] for r in a} - {r["berkas"] for r in b}
    tetap = {r["berkas"] for r in a} - pergi
    baru = [
        r
        for r in b
        if not any(
            (berkas, r["lembar"], r["sel"], r["teks"]) in dulu
            for berkas in ({r["berkas"]} if r["berkas"] in tetap else pergi)
        )
    ]
    return baru or list(b or a)


def _join(rows: tuple[Row, ...]) -> str:
    return "; ".join(r["teks"] for r in rows if r["teks"])


def _print(nilai: Any) -> str:
    if nilai is None or nilai == "":
        return KOSONG
    return format_angka(nilai) if isinstance(nilai, Decimal) else str(nilai)
