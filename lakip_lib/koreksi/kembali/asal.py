"""Where a figure or a text of the report was typed: the file, sheet and cell that must be mended in its place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lakip_lib.koreksi.kembali.model import kunci
from lakip_lib.model import Kinerja
from lakip_lib.rujukan import split_ref

TERBANYAK = 4  # cells that one sentence names
PANJANG = 12  # characters from which a text is looked for within a longer one
_REALISASI = ("realisasi", "TW4", "TW3", "TW2", "TW1", "pembilang", "penyebut")
_RUAS_ANGGARAN = {"pagu": ("pagu",), "realisasi_anggaran": ("realisasi_anggaran",)}
# what a table's texts come from, where no cell of their own is known
ASAL_TABEL = {
    "T2.1": "perencanaan.xlsx (lembar Tujuan, Sasaran, Indikator, dan Target)",
    "T2.2": "perencanaan.xlsx (lembar Indikator)",
    "T2.3": "perencanaan.xlsx (lembar Target dan Program)",
    "T2.4": "perencanaan.xlsx (lembar Target)",
    "T3.0": "instansi.toml (bagian pengaturan)",
    "T3.4": "perencanaan.xlsx (lembar Standar)",
    "T3.5": "lembar F2 Analisis pada formulir unit",
    "T3.7": "lembar F3 Program pada formulir unit dan laporan realisasi anggaran (lra)",
    "T3.8": "laporan realisasi anggaran (lra)",
    "T3.9": "laporan realisasi anggaran (lra) dan perencanaan.xlsx (lembar Program)",
    "T3.11": "perencanaan.xlsx (lembar TindakLanjut)",
    "T-ikhtisar": "hasil hitung dan lembar F2 Analisis pada formulir unit",
    "pegawai": "perencanaan.xlsx (lembar Pegawai)",
    "bukti": "lembar F4 Data dukung pada formulir unit",
}
_PERENCANAAN = (  # tidy table, its key, and the sheet that it is typed in
    ("indikator", "Indikator", ("nama", "satuan", "definisi", "formula", "sumber_data")),
    ("sasaran", "Sasaran", ("uraian",)),
    ("tujuan", "Tujuan", ("uraian",)),
    ("program", "Program", ("uraian",)),
)


class Asal:
    """Answers where figures and texts were typed, from hasil.json and, where given, the tidy tables of the draft."""

    def __init__(self, hasil: Mapping[str, Any], kinerja: Kinerja | None = None) -> None:
        """Index what was typed."""
        self._indikator = {i["kode"]: i for i in hasil.get("indikator", ())}
        self._sel: dict[tuple[str, str, str], list[str]] = {}
        self._teks: dict[str, list[str]] = {}
        self._lra = "laporan realisasi anggaran (lra)"
        if kinerja is not None:
            self._index_cells(kinerja)
            self._index_planning(kinerja)

    def _index_cells(self, kinerja: Kinerja) -> None:
        for row in kinerja.records("asal"):
            sel = name_cell(row["berkas"], row["lembar"], row["sel"])
            self._sel.setdefault((row["tabel"], row["kunci"], row["kolom"]), []).append(sel)
            if row["tabel"] == "anggaran":
                self._lra = f"{row['berkas']} (laporan realisasi anggaran)"
            self._add_text(row["teks"], sel)

    def _index_planning(self, kinerja: Kinerja) -> None:
        for tabel, lembar, kolom in _PERENCANAAN:
            for row in kinerja.records(tabel):
                for nama in kolom:
                    self._add_text(
                        row.get(nama), f"perencanaan.xlsx, lembar {lembar}, kode {row['kode']}, kolom {nama}"
                    )

    def _add_text(self, teks: str | None, tempat: str) -> None:
        if (
            teks
            and not re.fullmatch(r"[\W\d]*", teks)
            and tempat not in (ada := self._teks.setdefault(kunci(teks), []))
        ):
            ada.append(tempat)

    def find_ref(self, ref: str) -> str:
        """In words, where the figure of a reference comes from, with the cells that it was computed from."""
        jenis, _, sisa = split_ref(ref)[0].partition("/")
        kode, _, ruas = sisa.rpartition("/")
        if jenis == "indikator":
            return self._find_indikator(sisa)
        if jenis == "sasaran" and ruas in {"capaian", "capaian_mentah", "kategori", "status", "tercapai", "dinilai"}:
            sel = [
                s for i in self._indikator.values() if i["sasaran"] == kode for s in self._list_cells(i, ("realisasi",))
            ]
            return f"capaian indikatornya, yang diketik pada {join_cells(sel)}" if sel else "capaian indikatornya"
        if jenis == "instansi_capaian":
            return "capaian semua sasaran dan indikator, yang diketik pada formulir unit (F1) dan perencanaan.xlsx"
        if jenis == "anggaran":
            sel = [s for r in _RUAS_ANGGARAN.get(ruas, ("pagu", "realisasi_anggaran")) for s in self._find(kode, r)]
            return join_cells(sel) or self._lra
        return self._lra

    def _find(self, kode: str, kolom: str) -> list[str]:
        return self._sel.get(("anggaran", kode, kolom), [])

    def _find_indikator(self, sisa: str) -> str:
        kode = max((k for k in self._indikator if sisa.startswith(f"{k}/")), key=len, default="")
        if not kode:
            return "perencanaan.xlsx"
        sel = self._list_cells(self._indikator[kode], (sisa[len(kode) + 1 :],))
        return join_cells(sel) or f"data indikator {kode} (perencanaan.xlsx dan formulir unit)"

    def _list_cells(self, indikator: Mapping[str, Any], ruas: Sequence[str]) -> list[str]:
        """The cells that a field of an indikator was typed in, or was computed from."""
        peran = [p for r in ruas for p in _list_roles(indikator, r)]
        sumber = {s["peran"]: s for s in reversed(indikator.get("sumber", ()))}
        ada = [sumber[p] for p in dict.fromkeys(peran) if p in sumber]
        return [f"{name_cell(s['berkas'], s['lembar'], s['sel'])} ({s['peran']})" for s in ada]

    def find_text(self, lama: str, baru: str = "") -> str:
        """The cells of what was typed and stands in `lama` but no longer in `baru`; "" where none is known."""
        utuh, kini = kunci(lama), kunci(baru)
        if utuh in self._teks:
            return join_cells(self._teks[utuh])
        ada = (t for t in self._teks if len(t) >= PANJANG and t in utuh and t not in kini)
        return join_cells([sel for teks in sorted(ada, key=len, reverse=True) for sel in self._teks[teks]])


def _list_roles(indikator: Mapping[str, Any], ruas: str) -> Iterator[str]:
    """The roles of source cells that a field rests on, the likeliest first."""
    awal, _, akhir = ruas.partition("/")
    semua = [s["peran"] for s in indikator.get("sumber", ())]
    if awal == "target":
        yield from ("target", *(p for p in semua if p.startswith("target")))
    elif awal == "lalu":
        tahun = str((indikator.get("lalu") or {}).get("tahun"))
        yield from (p for p in semua if tahun in p and (akhir == "capaian" or p.startswith("realisasi")))
        yield from _REALISASI if akhir in {"perubahan", "perkembangan"} else ()
    elif awal in {"renstra", "standar"}:
        yield from (p for p in semua if p.startswith(awal))
        yield from _REALISASI if akhir not in {"target", "nilai"} else ()
    else:
        yield from _REALISASI
        yield from () if awal == "realisasi" else ("target",)


def name_cell(berkas: str, lembar: str | None, sel: str | None) -> str:
    """ "isian/TIK.xlsx, lembar F1 Capaian, sel K12"."""
    bagian = (berkas, f"lembar {lembar}" if lembar else "", f"sel {sel}" if sel else "")
    return ", ".join(kata for kata in bagian if kata)


def join_cells(sel: Iterable[str]) -> str:
    """Places in one phrase, the first few."""
    semua = list(dict.fromkeys(sel))
    kata = "; ".join(semua[:TERBANYAK])
    return f"{kata}; dan {len(semua) - TERBANYAK} sel lain" if len(semua) > TERBANYAK else kata


def find_table_origin(kode: str) -> str:
    """In words, what the texts of a kind of table come from."""
    cocok = [k for k in ASAL_TABEL if kode == k or kode.startswith(k)]
    return ASAL_TABEL[max(cocok, key=len)] if cocok else "hasil hitung lakip"
