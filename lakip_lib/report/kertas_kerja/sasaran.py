"""Sheets Sasaran and Instansi: means, counts, money, efficiency, and the agency as a whole."""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.istilah import Status, is_setahun
from lakip_lib.measures.anggaran import NAMA_LAIN, NOL, PENUNJANG, Uang
from lakip_lib.measures.hasil import SasaranHasil
from lakip_lib.measures.pembulatan import print_angka, print_rupiah
from lakip_lib.measures.rumus import penyerapan
from lakip_lib.measures.sasaran import METODE_EFISIENSI
from lakip_lib.report.kertas_kerja.anggaran import PencatatPemetaan
from lakip_lib.report.kertas_kerja.bahan import BahanBuku, use_bobot
from lakip_lib.report.kertas_kerja.capaian import PencatatCapaian
from lakip_lib.report.kertas_kerja.cocok import Angka
from lakip_lib.report.kertas_kerja.lembar import Buku, IsiSel, KolomLembar, Lembar, Rumus
from lakip_lib.report.kertas_kerja.rumus import (
    excel_kategori,
    excel_nilai_efisiensi,
    excel_penyerapan,
    excel_status,
    excel_status_efisiensi,
    round2,
    round_if,
)

KOLOM = (
    KolomLembar("kode", "Kode", 10),
    KolomLembar("uraian", "Sasaran", 46),
    KolomLembar("jumlah", "Jumlah indikator", 10, "bulat", "Indikator"),
    KolomLembar("dinilai", "Dinilai", 9, "bulat", "Indikator"),
    KolomLembar("tercapai", "Tercapai", 9, "bulat", "Indikator"),
    KolomLembar("tepat", "Rata-rata sebelum dibulatkan", 14, "tepat", "Capaian"),
    KolomLembar("capaian", "Capaian (%)", 10, "persen", "Capaian"),
    KolomLembar("mentah_tepat", "Rata-rata mentah", 14, "tepat", "Capaian"),
    KolomLembar("capaian_mentah", "Capaian mentah (%)", 10, "persen", "Capaian"),
    KolomLembar("kategori", "Kategori", 14, "teks", "Capaian"),
    KolomLembar("status", "Status", 12, "teks", "Capaian"),
    KolomLembar("bobot", "Bobot", 8, "nilai", "Rata-rata instansi"),
    KolomLembar("w", "Bobot terhitung", 9, "nilai", "Rata-rata instansi"),
    KolomLembar("wx", "Bobot × capaian", 13, "tepat", "Rata-rata instansi"),
    KolomLembar("v", "Bobot mentah", 9, "nilai", "Rata-rata instansi"),
    KolomLembar("wm", "Bobot × capaian mentah", 13, "tepat", "Rata-rata instansi"),
    KolomLembar("p", "Pagu terhitung (Rp)", 20, "uang", "Anggaran"),
    KolomLembar("a", "Realisasi terhitung (Rp)", 20, "uang", "Anggaran"),
    KolomLembar("pagu", "Pagu (Rp)", 20, "uang", "Anggaran"),
    KolomLembar("realisasi_anggaran", "Realisasi (Rp)", 20, "uang", "Anggaran"),
    KolomLembar("penyerapan", "Penyerapan (%)", 11, "persen", "Anggaran"),
    *(KolomLembar(m, m, 10, "persen", "Efisiensi menurut metode") for m in METODE_EFISIENSI),
    *(KolomLembar(f"NE {m}", f"Nilai efisiensi {m}", 10, "persen", "Efisiensi menurut metode") for m in ("E4", "E5")),
    KolomLembar("efisiensi", "Efisiensi dipakai", 10, "persen", "Efisiensi"),
    KolomLembar("status_efisiensi", "Status efisiensi", 22, "teks", "Efisiensi"),
)
ANGKA = (
    "jumlah", "dinilai", "tercapai", "capaian", "capaian_mentah", "kategori", "status", "pagu", "realisasi_anggaran",
    "penyerapan", "efisiensi", "status_efisiensi",
)  # fmt: skip


class PencatatSasaran:
    """Writes the sheet; rows of sasaran, then the money of penunjang and of what is not mapped."""

    def __init__(self, buku: Buku, bahan: BahanBuku, capaian: PencatatCapaian, peta: PencatatPemetaan) -> None:
        """Make the sheet and write all rows."""
        self.lembar: Lembar = buku.add_lembar(
            "Sasaran", "Capaian, anggaran, dan efisiensi sasaran", KOLOM, beku=2, halaman=3
        )
        self.angka: list[Angka] = []
        self._bahan, self._capaian, self._peta = bahan, capaian, peta
        self._awal = self.lembar.baris
        bobot = use_bobot([bahan.bobot_sasaran[s.kode] for s in bahan.hasil.sasaran])
        for item, w in zip(bahan.hasil.sasaran, bobot, strict=True):
            self._write(item, w)
        self._akhir = self.lembar.baris - 1
        for kode in NAMA_LAIN:
            self._write_lain(kode)

    def span(self, kunci: str) -> str:
        """The cells of a column for all sasaran."""
        return self.lembar.span(kunci, self._awal, max(self._akhir, self._awal))

    def _write(self, item: SasaranHasil, bobot: Fraction) -> None:
        baris = self.lembar.baris
        di = {k.kunci: self.lembar.cell(k.kunci, baris, luar=False) for k in KOLOM}
        isi: dict[str, IsiSel] = {"kode": item.kode, "uraian": item.uraian, "bobot": bobot}
        isi |= self._fill_means(item, di) | self._fill_weights(item, di, bobot)
        isi |= self._fill_money(item, di) | self._fill_efisiensi(item, di)
        self.lembar.add(isi)
        for kunci in ANGKA:
            rumus = isi.get(kunci)
            nilai = rumus.nilai if isinstance(rumus, Rumus) else None
            self.angka.append(Angka(f"sasaran/{item.kode}/{kunci}", self.lembar.cell(kunci, baris), nilai))

    def _fill_means(self, item: SasaranHasil, di: dict[str, str]) -> dict[str, IsiSel]:
        rerata = self._bahan.rerata[item.kode]
        s = {k: self._capaian.span(k, item.kode) for k in ("kode", "capaian", "tercapai", "w", "wx", "v", "wm")}
        if not s["kode"]:
            kosong = Rumus('""', None)
            nol = dict.fromkeys(("jumlah", "dinilai", "tercapai"), Rumus("0", 0))
            return {**nol, **dict.fromkeys(("tepat", "capaian", "mentah_tepat", "capaian_mentah", "kategori"), kosong),
                    "status": Rumus(f'"{Status.TAK_DINILAI}"', str(Status.TAK_DINILAI))}  # fmt: skip
        tak_semua = f"{di['tercapai']}<{di['dinilai']}"
        return {
            "jumlah": Rumus(f"ROWS({s['kode']})", item.jumlah),
            "dinilai": Rumus(f"COUNT({s['capaian']})", item.dinilai),
            "tercapai": Rumus(f"SUM({s['tercapai']})", item.tercapai),
            "tepat": Rumus(_weigh(s["w"], s["wx"]), rerata.capaian),
            "capaian": Rumus(round_if(di["tepat"], di["tepat"]), item.capaian),
            "mentah_tepat": Rumus(_weigh(s["v"], s["wm"]), rerata.mentah),
            "capaian_mentah": Rumus(round_if(di["mentah_tepat"], di["mentah_tepat"]), item.capaian_mentah),
            "kategori": Rumus(excel_kategori(di["capaian"]), item.kategori),
            "status": Rumus(
                f'IF({di["dinilai"]}=0,"{Status.TAK_DINILAI}",IF({tak_semua},"belum",{excel_status(di["capaian"])}))',
                str(item.status),
            ),
        }

    def _fill_weights(self, item: SasaranHasil, di: dict[str, str], bobot: Fraction) -> dict[str, IsiSel]:
        rerata = self._bahan.rerata[item.kode]
        isi: dict[str, IsiSel] = {}
        for w, wx, x, nilai in (("w", "wx", "tepat", rerata.capaian), ("v", "wm", "mentah_tepat", rerata.mentah)):
            ada = nilai is not None
            isi[w] = Rumus(f'IF({di[x]}="","",{di["bobot"]})', bobot if ada else None)
            isi[wx] = Rumus(f'IF({di[x]}="","",{di["bobot"]}*{di[x]})', bobot * nilai if nilai is not None else None)
        return isi

    def _fill_money(self, item: SasaranHasil, di: dict[str, str]) -> dict[str, IsiSel]:
        uang = self._bahan.uang.get(item.kode, NOL)
        ada = f"OR({di['p']}<>0,{di['a']}<>0)"
        return {
            "p": Rumus(self._sum_money(item.kode, "pagu"), uang.pagu),
            "a": Rumus(self._sum_money(item.kode, "realisasi"), uang.realisasi),
            "pagu": Rumus(f'IF({ada},ROUND(ROUND({di["p"]},4),2),"")', item.pagu),
            "realisasi_anggaran": Rumus(f'IF({ada},ROUND(ROUND({di["a"]},4),2),"")', item.realisasi_anggaran),
            "penyerapan": Rumus(excel_penyerapan(di["p"], di["a"]), _absorb(uang)),
        }

    def _sum_money(self, kode: str, kunci: str) -> str:
        """A sasaran's money, with its part of penunjang by ceiling where that is spread."""
        sendiri = self._peta.sum_group(kode, kunci)
        if self._bahan.settings.pengaturan.penunjang != "dibagi":
            return sendiri
        bersama, inti = self._peta.sum_group(PENUNJANG, kunci), self._peta.sum_sasaran("pagu")
        bagian = f"{bersama}*{self._peta.sum_group(kode, 'pagu')}/{inti}"
        return f"{sendiri}+IF({inti}=0,0,{bagian})"

    def _fill_efisiensi(self, item: SasaranHasil, di: dict[str, str]) -> dict[str, IsiSel]:
        """All five methods; the one in use is chosen by the name metode_efisiensi. Nothing before the year is whole."""
        if not is_setahun(self._bahan.hasil.periode):
            return {}
        c, s, p, a = di["capaian"], di["penyerapan"], di["p"], di["a"]
        batas = f"IF(ISNUMBER(batas_capaian),MIN({di['tepat']},batas_capaian),{di['tepat']})"
        tepat = {
            "E4": f"(1-({a}/{batas})/({p}/100))*100",
            "E5": f"({p}*{batas}/100-{a})/({p}*{batas}/100)*100",
        }
        rumus = {
            "E1": round2(f"{c}-{s}"),
            "E2": round2(f"100-{s}"),
            "E3": f'IF({s}=0,"",{round2(f"{c}/{s}")})',
            **{m: f'IF({batas}=0,"",{round2(x)})' for m, x in tepat.items()},
            **{f"NE {m}": f'IF({batas}=0,"",{round2(excel_nilai_efisiensi(x))})' for m, x in tepat.items()},
        }
        found = {e.metode: e for e in self._bahan.hasil.rincian.efisiensi if e.kode == item.kode}
        nilai = {m: e.nilai for m, e in found.items()} | {f"NE {m}": e.ne for m, e in found.items()}
        isi: dict[str, IsiSel] = {m: Rumus(f'IF(OR({p}=0,{c}=""),"",{rumus[m]})', _value(nilai.get(m))) for m in rumus}
        kepala = self.lembar.span("E1", 5, 5).split("!")[1].split(":")[0]
        akhir = self.lembar.span("E5", 5, 5).split("!")[1].split(":")[0]
        pilih = f"INDEX({di['E1']}:{di['E5']},MATCH(metode_efisiensi,{kepala}:{akhir},0))"
        isi["efisiensi"] = Rumus(f'IF({pilih}="","",{pilih})', item.efisiensi)
        kata = f'IF({di["dinilai"]}=0,"",{excel_status_efisiensi(c, s)})'
        isi["status_efisiensi"] = Rumus(kata, item.status_efisiensi)
        return isi

    def _write_lain(self, kode: str) -> None:
        """The money that serves no single sasaran."""
        uang = self._bahan.dasar.get(kode, NOL)
        dibagi = kode == PENUNJANG and self._bahan.settings.pengaturan.penunjang == "dibagi"
        if uang == NOL or (dibagi and any(u.pagu for k, u in self._bahan.dasar.items() if k not in NAMA_LAIN)):
            return
        p, a = (self.lembar.cell(k, self.lembar.baris, luar=False) for k in ("p", "a"))
        self.lembar.add(
            {
                "uraian": NAMA_LAIN[kode],
                "p": Rumus(self._peta.sum_group(kode, "pagu"), uang.pagu),
                "a": Rumus(self._peta.sum_group(kode, "realisasi"), uang.realisasi),
                "pagu": Rumus(f"ROUND(ROUND({p},4),2)", print_rupiah(uang.pagu)),
                "realisasi_anggaran": Rumus(f"ROUND(ROUND({a},4),2)", print_rupiah(uang.realisasi)),
                "penyerapan": Rumus(excel_penyerapan(p, a), _absorb(uang)),
            }
        )


def _weigh(w: str, wx: str) -> str:
    return f'IF(SUM({w})=0,"",SUM({wx})/SUM({w}))'


def _value(nilai: Decimal | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai)


def _absorb(uang: Uang) -> Fraction | None:
    serapan = print_angka(penyerapan(uang.pagu, uang.realisasi))
    return None if serapan is None else Fraction(serapan)
