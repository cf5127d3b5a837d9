"""Sheet Isian: every typed value that a figure rests on, one a row, with the file, sheet and cell it was typed in."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from lakip_lib.istilah import TW, TW_LABEL, Alasan
from lakip_lib.measures.bahan import Bahan, Isian
from lakip_lib.measures.rumus import Nilai, make_nilai, parse_nilai
from lakip_lib.report.kertas_kerja.bahan import BahanBuku
from lakip_lib.report.kertas_kerja.lembar import Buku, KolomLembar, Lembar
from lakip_lib.report.kertas_kerja.pasangan import Alamat

KOLOM = (
    KolomLembar("kode", "Kode", 12),
    KolomLembar("nama", "Indikator", 42),
    KolomLembar("peran", "Peran", 24),
    KolomLembar("teks", "Tertulis", 18),
    KolomLembar("angka", "Angka", 14, "nilai", "Terbaca"),
    KolomLembar("atas", "Batas atas", 12, "nilai", "Terbaca"),
    KolomLembar("huruf", "Huruf", 12, "teks", "Terbaca"),
    KolomLembar("berkas", "Berkas", 34, "teks", "Asal"),
    KolomLembar("lembar", "Lembar", 18, "teks", "Asal"),
    KolomLembar("sel", "Sel", 8, "teks", "Asal"),
)


@dataclass
class SelIsian:
    """Where the values of one indikator stand; a part that was not typed is not there."""

    alamat: dict[str, Alamat] = field(default_factory=dict)  # by part: target, realisasi, riwayat|2024|realisasi …
    rentang: dict[str, str] = field(default_factory=dict)  # target_tw, tw: the cells of the quarters of the period


class PencatatIsian:
    """Writes the sheet and remembers where each value went."""

    def __init__(self, buku: Buku, bahan: BahanBuku) -> None:
        """Make the sheet and write all values of all indikator."""
        self.lembar: Lembar = buku.add_lembar("Isian", "Nilai sebagaimana diketik", KOLOM, beku=2)
        self._bahan = bahan
        self._akhir = 4 if bahan.hasil.periode == "tahunan" else int(bahan.hasil.periode[-1])
        self.sel = {item.kode: self._write_indikator(item.bahan) for item in bahan.indikator}

    def _write_indikator(self, b: Bahan) -> SelIsian:
        sel = SelIsian()
        kunci_t = b.target_kunci
        typed = self._find_typed_target(b)
        self._put(sel, b, "target", f"Target {self._bahan.hasil.tahun}", typed, ("target", kunci_t, "target"))
        if any(b.target_tw):
            self._put_quarters(sel, b, "target_tw", "Target", b.target_tw, ("target", kunci_t))
        self._put(sel, b, "realisasi", "Realisasi", _as_nilai(b.tahunan), ("realisasi", b.kode, "realisasi"))
        if any(b.tw):
            self._put_quarters(sel, b, "tw", "Realisasi", b.tw, ("realisasi", b.kode))
        for nama in ("pembilang", "penyebut"):
            angka = b.isian.get(nama)
            nilai = None if angka is None else make_nilai(angka)
            self._put(sel, b, nama, nama.capitalize(), nilai, ("realisasi", b.kode, nama))
        self._write_plan(sel, b)
        return sel

    def _find_typed_target(self, b: Bahan) -> Nilai | None:
        """The target of the year as typed; that of a period comes from the quarters."""
        versi = b.target_kunci.rpartition("|")[2]
        return parse_nilai(b.target_versi.get(versi))

    def _write_plan(self, sel: SelIsian, b: Bahan) -> None:
        """Baseline, Renstra targets of this and the last year, history and standards."""
        periode = self._bahan.settings.periode
        awal = parse_nilai(b.row["kondisi_awal"])
        self._put(sel, b, "awal", "Kondisi awal", awal, ("indikator", b.kode, "kondisi_awal"))
        for tahun in sorted({periode.tahun, periode.renstra_akhir}):
            asal = ("target", f"{b.kode}|{tahun}|renstra", "target")
            self._put(sel, b, f"renstra|{tahun}", f"Target Renstra {tahun}", b.target_renstra.get(tahun), asal)
        for tahun, row in sorted(b.riwayat.items()):
            if tahun < periode.tahun:
                for nama in ("target", "realisasi"):
                    asal = ("riwayat", f"{b.kode}|{tahun}", nama)
                    self._put(sel, b, f"{tahun}|{nama}", f"{nama.capitalize()} {tahun}", parse_nilai(row[nama]), asal)
                tercetak = row["capaian_tercetak"]
                cetak = None if tercetak is None else make_nilai(tercetak)
                asal = ("riwayat", f"{b.kode}|{tahun}", "capaian_tercetak")
                self._put(sel, b, f"{tahun}|tercetak", f"Capaian tercetak {tahun}", cetak, asal)
        for n, row in enumerate(b.standar):
            asal = ("standar", f"{b.kode}|{row['tahun']}|{row['lingkup'] or ''}", "nilai")
            self._put(
                sel,
                b,
                f"standar|{n}",
                f"Standar {row['lingkup'] or ''} {row['tahun']}",
                parse_nilai(row["nilai"]),
                asal,
            )

    def _put_quarters(
        self, sel: SelIsian, b: Bahan, bagian: str, judul: str, isi: tuple[Isian, ...], asal: tuple[str, str]
    ) -> None:
        """Four rows one below the other, blanks too, so that sums and means read one block."""
        awal = self.lembar.baris
        for nama, nilai in zip(TW, isi, strict=True):
            peran = f"{judul} {TW_LABEL[nama]}"
            self._put(sel, b, f"{bagian}|{nama}", peran, _as_nilai(nilai), (*asal, nama), tetap=True)
        sel.rentang[bagian] = self.lembar.span("angka", awal, awal + self._akhir - 1)

    def _put(
        self,
        sel: SelIsian,
        b: Bahan,
        bagian: str,
        peran: str,
        nilai: Nilai | None,
        asal: tuple[str, str, str],
        *,
        tetap: bool = False,
    ) -> None:
        """One row; without a value only where `tetap`."""
        if nilai is None and not tetap:
            return
        letak: dict[str, Any] = self._bahan.find_asal(*asal) or {}
        isi = {"kode": b.kode, "nama": str(b.row["nama"]), "peran": peran, **_split(nilai)}
        isi["teks"] = letak.get("teks") or (nilai.to_teks().replace(".", ",") if nilai else None)
        baris = self.lembar.add(isi | {k: letak.get(k) for k in ("berkas", "lembar", "sel")})
        cells = {k: self.lembar.cell(k, baris) for k in ("angka", "atas", "huruf", "teks")}
        sel.alamat[bagian] = Alamat(**cells, tertulis=str(isi["teks"] or ""))


def _as_nilai(isian: Isian) -> Nilai | None:
    return None if isinstance(isian, Alasan) else isian


def _split(nilai: Nilai | None) -> dict[str, Fraction | str | None]:
    """A value as the sheet's three columns: figure (or score, or lower edge), upper edge, letters."""
    if nilai is None:
        return {}
    lo, hi = nilai.rentang or (nilai.besaran, None)
    return {"angka": lo, "atas": hi, "huruf": nilai.huruf}
