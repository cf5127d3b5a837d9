"""Sheets Anggaran and Pemetaan: the budget tree with its sums, and the share of each line for whom it serves."""

from fractions import Fraction
from typing import Any

from lakip_lib.measures.anggaran import BELUM_DIPETAKAN, NAMA_LAIN, PENUNJANG, Uang, find_sasaran
from lakip_lib.measures.hasil import AnggaranHasil
from lakip_lib.report.kertas_kerja.bahan import BahanBuku
from lakip_lib.report.kertas_kerja.cocok import Angka
from lakip_lib.report.kertas_kerja.lembar import Buku, IsiSel, KolomLembar, Lembar, Rumus
from lakip_lib.report.kertas_kerja.rumus import excel_penyerapan

KOLOM = (
    KolomLembar("kode", "Kode", 21),
    KolomLembar("level", "Tingkat", 13),
    KolomLembar("uraian", "Uraian", 52),
    KolomLembar("pagu_murni", "Pagu murni (Rp)", 20, "uang"),
    KolomLembar("pagu_perubahan", "Pagu perubahan (Rp)", 20, "uang"),
    KolomLembar("pagu", "Pagu (Rp)", 20, "uang"),
    KolomLembar("realisasi_anggaran", "Realisasi (Rp)", 20, "uang"),
    KolomLembar("sisa", "Sisa (Rp)", 20, "uang"),
    KolomLembar("persen", "%", 9, "persen"),
    KolomLembar("daun", "Dijumlahkan", 12, "bulat", "Susunan"),
    KolomLembar("induk", "Baris induk", 9, "bulat", "Susunan"),
    KolomLembar("berkas", "Berkas", 26, "teks", "Asal"),
    KolomLembar("lembar", "Lembar", 16, "teks", "Asal"),
    KolomLembar("sel", "Sel realisasi", 9, "teks", "Asal"),
)
KOLOM_PETA = (
    KolomLembar("kode", "Kode anggaran", 21),
    KolomLembar("uraian", "Uraian", 52),
    KolomLembar("kelompok", "Untuk", 18),
    KolomLembar("nomor", "Nomor kelompok", 11, "bulat"),
    KolomLembar("porsi", "Bagian (%)", 10, "nilai"),
    KolomLembar("pagu", "Pagu (Rp)", 20, "uang"),
    KolomLembar("realisasi", "Realisasi (Rp)", 20, "uang"),
)
UANG = ("pagu", "realisasi_anggaran")


class PencatatAnggaran:
    """Writes the tree and its total; remembers the cells of each line."""

    def __init__(self, buku: Buku, bahan: BahanBuku) -> None:
        """Make the sheet and write all lines."""
        self.lembar: Lembar = buku.add_lembar("Anggaran", "Pagu dan realisasi anggaran", KOLOM, beku=1, halaman=2)
        self.angka: list[Angka] = []
        self._bahan = bahan
        self._awal = self.lembar.baris
        self._akhir = self._awal + len(bahan.anggaran) - 1
        kode = [row["kode"] for row in bahan.anggaran]
        self.baris = {k: self._awal + n for n, k in enumerate(kode)}
        self._induk = {k: next((i for i in _ancestors(k) if i in self.baris), None) for k in kode}
        for item, row in zip(bahan.hasil.anggaran, bahan.anggaran, strict=True):
            self._write(item, row)
        self.total = self._write_total()

    def _write(self, item: AnggaranHasil, row: dict[str, Any]) -> None:
        induk = self._induk[item.kode]
        asal = self._bahan.find_asal("anggaran", item.kode, "realisasi_anggaran") or {}
        isi: dict[str, IsiSel] = {
            "kode": item.kode,
            "level": item.level.replace("_", " "),
            "uraian": item.uraian,
            "pagu_murni": row["pagu_murni"],
            "pagu_perubahan": row["pagu_perubahan"],
            "daun": int(item.kode in self._bahan.daun),
            "induk": self.baris[induk] if induk else None,
            **{k: asal.get(k) for k in ("berkas", "lembar", "sel")},
            **{k: self._fill(item, row, k) for k in UANG},
        }
        baris = self.lembar.add(isi | self._fill_rest(item), tebal=item.level in {"urusan", "bidang_urusan", "program"})
        self._remember(f"anggaran/{item.kode}", item, baris)

    def _fill(self, item: AnggaranHasil, row: dict[str, Any], kunci: str) -> IsiSel:
        """The sum of what is directly below, where that is what finance reported; else the reported figure."""
        bawah = [r for r in self._bahan.anggaran if self._induk[r["kode"]] == item.kode]
        nilai = Fraction(row[kunci] or 0)
        if bawah and sum((Fraction(r[kunci] or 0) for r in bawah), Fraction(0)) == nilai:
            mulai = self.baris[item.kode] + 1
            induk, uang = (self.lembar.span(k, mulai, self._akhir).partition("!")[2] for k in ("induk", kunci))
            return Rumus(f"SUMIF({induk},ROW(),{uang})", nilai)
        if kunci == "pagu":
            for asal in ("pagu_perubahan", "pagu_murni"):
                if row[asal] is not None and Fraction(row[asal]) == nilai:
                    return Rumus(self.lembar.cell(asal, self.baris[item.kode], luar=False), nilai)
        return nilai

    def _fill_rest(self, item: Any) -> dict[str, IsiSel]:
        baris = self.lembar.baris
        pagu, realisasi = (self.lembar.cell(k, baris, luar=False) for k in UANG)
        return {
            "sisa": Rumus(f"ROUND({pagu}-{realisasi},2)", item.sisa),
            "persen": Rumus(excel_penyerapan(pagu, realisasi), item.persen),
        }

    def _write_total(self) -> int:
        total = self._bahan.hasil.anggaran_total
        isi: dict[str, IsiSel] = {"uraian": "Jumlah"}
        for kunci in UANG:
            nilai = getattr(total, kunci)
            if self.baris:
                daun, uang = (self.lembar.span(k, self._awal, self._akhir).partition("!")[2] for k in ("daun", kunci))
                isi[kunci] = Rumus(f"SUMIF({daun},1,{uang})", nilai)
            else:
                isi[kunci] = nilai
        baris = self.lembar.add(isi | self._fill_rest(total), tebal=True)
        self._remember("anggaran_total", total, baris)
        return baris

    def _remember(self, jalur: str, item: Any, baris: int) -> None:
        for kunci in ("pagu", "realisasi_anggaran", "sisa", "persen"):
            self.angka.append(Angka(f"{jalur}/{kunci}", self.lembar.cell(kunci, baris), getattr(item, kunci)))


def _ancestors(kode: str) -> list[str]:
    """Codes above this one, the nearest first."""
    parts = kode.split(".")
    return [".".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]


class PencatatPemetaan:
    """Writes the share of each summed line for each group, and gives the formulas of their sums."""

    def __init__(self, buku: Buku, bahan: BahanBuku, anggaran: PencatatAnggaran) -> None:
        """Make the sheet and write a row for each share."""
        self._lembar = buku.add_lembar("Pemetaan", "Bagian anggaran untuk sasaran dan penunjang", KOLOM_PETA, beku=1)
        self._bahan, self._anggaran = bahan, anggaran
        sasaran = [s.kode for s in bahan.hasil.sasaran]
        self.nomor = {kode: n for n, kode in enumerate([*sasaran, PENUNJANG, BELUM_DIPETAKAN], 1)}
        self._awal = self._lembar.baris
        for row in bahan.anggaran:
            if row["kode"] in bahan.daun:
                self._write(row)
        self._akhir = max(self._lembar.baris - 1, self._awal)

    def _write(self, row: dict[str, Any]) -> None:
        uang = Uang(Fraction(row["pagu"] or 0), Fraction(row["realisasi_anggaran"] or 0))
        for kode, porsi in find_sasaran(row["kode"], self._bahan.peta) or [(BELUM_DIPETAKAN, Fraction(1))]:
            tujuan = kode if kode in self.nomor else BELUM_DIPETAKAN
            bagian, baris = uang.share(porsi), self._anggaran.baris[row["kode"]]
            persen = self._lembar.cell("porsi", self._lembar.baris, luar=False)
            pagu, realisasi = (self._anggaran.lembar.cell(k, baris) for k in UANG)
            self._lembar.add(
                {
                    "kode": row["kode"],
                    "uraian": row["uraian"],
                    "kelompok": NAMA_LAIN.get(tujuan, tujuan),
                    "nomor": self.nomor[tujuan],
                    "porsi": porsi * 100,
                    "pagu": Rumus(f"{pagu}*{persen}/100", bagian.pagu),
                    "realisasi": Rumus(f"{realisasi}*{persen}/100", bagian.realisasi),
                }
            )

    def sum_group(self, kode: str, kunci: str) -> str:
        """The formula of a group's sum ("pagu" or "realisasi"), before penunjang is spread."""
        nomor, uang = (self._lembar.span(k, self._awal, self._akhir) for k in ("nomor", kunci))
        return f"SUMIF({nomor},{self.nomor[kode]},{uang})"

    def sum_sasaran(self, kunci: str) -> str:
        """The formula of the sum over all sasaran, without penunjang and what is not mapped."""
        nomor, uang = (self._lembar.span(k, self._awal, self._akhir) for k in ("nomor", kunci))
        return f'SUMIF({nomor},"<{self.nomor[PENUNJANG]}",{uang})'
