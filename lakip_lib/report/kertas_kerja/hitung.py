"""Target, realisasi and capaian of one indikator as formulas."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.istilah import PERIODE, TW, Agregasi
from lakip_lib.measures.rumus import Nilai
from lakip_lib.report.kertas_kerja.bahan import BahanIndikator
from lakip_lib.report.kertas_kerja.isian import SelIsian
from lakip_lib.report.kertas_kerja.lembar import IsiSel, Rumus
from lakip_lib.report.kertas_kerja.pasangan import Alamat, Pasangan, find_pair
from lakip_lib.report.kertas_kerja.rumus import (
    excel_capaian,
    excel_kategori,
    excel_rerata,
    excel_status,
    round_if,
)
from lakip_lib.settings import Instansi

FUNGSI = {Agregasi.JUMLAH: "SUM", Agregasi.RATA: "AVERAGE", Agregasi.TERTINGGI: "MAX", Agregasi.TERENDAH: "MIN"}


@dataclass(frozen=True)
class Konteks:
    """One row being made: the indikator, the cells of its typed values, the row's own cells, its weight."""

    item: BahanIndikator
    sel: SelIsian
    di: dict[str, str]
    bobot: Fraction
    settings: Instansi
    periode: str

    @property
    def triwulan(self) -> int:
        """The last quarter of the period."""
        return 4 if self.periode == "tahunan" else PERIODE.index(self.periode)


def fill_nilai(k: Konteks) -> dict[str, IsiSel]:
    """Target and realisasi of the period: typed, taken from the quarters, or pembilang by penyebut."""
    realisasi = k.item.realisasi if isinstance(k.item.realisasi, Nilai) else None
    isi: dict[str, IsiSel] = {
        "target": _write(k, k.item.bahan.target, "target", "target_tw", typed=k.periode == "tahunan")
    }
    if realisasi is not None and not _is_typed(k) and not _has_quarters(k.item.bahan.tw[: k.triwulan]):
        atas, bawah = (k.sel.alamat[nama].angka for nama in ("pembilang", "penyebut"))
        return isi | {"realisasi": Rumus(f'IF(COUNT({atas},{bawah})<2,"",{atas}/{bawah}*100)', realisasi.besaran)}
    return isi | {"realisasi": _write(k, realisasi, "realisasi", "tw", typed=_is_typed(k))}


def _is_typed(k: Konteks) -> bool:
    return k.periode == "tahunan" and k.item.bahan.tahunan is not None


def _has_quarters(tw: Sequence[object]) -> bool:
    return any(isinstance(nilai, Nilai) for nilai in tw)


def _write(k: Konteks, nilai: Nilai | None, bagian: str, triwulan: str, *, typed: bool) -> IsiSel:
    """One side: a reference to a typed cell, or the formula over the quarters."""
    if nilai is None:
        return None
    sumber = find_source(k, bagian, triwulan, typed=typed)
    if sumber is None:
        rentang, fungsi = k.sel.rentang[triwulan], FUNGSI[k.item.bahan.agregasi]
        lengkap = f"COUNT({rentang})=4" if k.periode == "tahunan" else f"COUNT({rentang})>0"
        return Rumus(f'IF({lengkap},{fungsi}({rentang}),"")', nilai.besaran)
    if nilai.rentang is not None:
        return Rumus(sumber.teks, sumber.tertulis)
    if nilai.besaran is None:
        return Rumus(sumber.huruf, nilai.huruf)
    return Rumus(f'IF({sumber.angka}="","",{sumber.angka})', nilai.besaran)


def find_source(k: Konteks, bagian: str, triwulan: str, *, typed: bool) -> Alamat | None:
    """The one cell a value stands in; None where several quarters make it."""
    if typed:
        return k.sel.alamat[bagian]
    return k.sel.alamat[f"{triwulan}|{TW[k.triwulan - 1]}"] if k.item.bahan.agregasi is Agregasi.AKHIR else None


def find_realisasi_cell(k: Konteks) -> Alamat:
    """Where formulas read this indikator's realisasi: the figure in its own row, letters where they were typed."""
    angka = k.di["realisasi"]
    if not isinstance(k.item.realisasi, Nilai) or k.item.realisasi.huruf is None:
        return Alamat(angka)
    sumber = find_source(k, "realisasi", "tw", typed=_is_typed(k))
    return Alamat(angka, huruf=sumber.huruf if sumber else angka)


def find_pasangan(k: Konteks) -> Pasangan | None:
    """Both sides of the formula of capaian."""
    target = k.item.bahan.target
    di_target = Alamat(k.di["target"])
    if target is not None and (target.rentang or target.huruf):
        sumber = find_source(k, "target", "target_tw", typed=k.periode == "tahunan")
        if sumber is not None:
            di_target = sumber
    hasil = k.item.lengkap.hasil
    return find_pair(hasil.metode, target, k.item.realisasi, di_target, find_realisasi_cell(k))


def fill_capaian(k: Konteks) -> dict[str, IsiSel]:
    """Both sides of the formula, the exact capaian, the printed ones, and what enters means."""
    hasil, tiga, di = k.item.lengkap.hasil, k.item.lengkap.tiga, k.di
    pasang = find_pasangan(k)
    sisi = {"t": pasang.target, "atas": pasang.atas, "r": pasang.realisasi} if pasang else {}
    isi: dict[str, IsiSel] = {kunci: Rumus(*s) for kunci, s in sisi.items() if s}
    atas = di["atas"] if pasang and pasang.atas else ""
    rumus = excel_capaian(hasil.metode, hasil.arah, di["t"], di["r"], atas, pita=(di["pita_bawah"], di["pita_atas"]))
    return isi | {
        "tepat": Rumus(rumus, tiga.mentah),
        "capaian_mentah": Rumus(round_if(di["tepat"], di["tepat"]), hasil.capaian_mentah),
        "capaian": Rumus(f'IF({di["tepat"]}="","",MAX({di["capaian_mentah"]},0))', hasil.capaian),
        "kategori": Rumus(excel_kategori(di["capaian"]), hasil.kategori),
        "status": Rumus(excel_status(di["capaian"]), str(hasil.status)),
        "rerata_tepat": Rumus(excel_rerata(di["tepat"], hasil.metode, di["t"], di["r"]), tiga.rerata),
        "capaian_rerata": Rumus(round_if(di["rerata_tepat"], di["rerata_tepat"]), hasil.capaian_rerata),
        **_fill_weights(k),
    }


def _fill_weights(k: Konteks) -> dict[str, IsiSel]:
    """What the means of sasaran are summed from."""
    di, tiga = k.di, k.item.lengkap.tiga
    rerata, mentah, tercetak = tiga.rerata, tiga.mentah, k.item.lengkap.hasil.capaian

    def times(x: str, nilai: Fraction | None) -> Rumus:
        return Rumus(f'IF({x}="","",{di["bobot"]}*{x})', None if nilai is None else nilai * k.bobot)

    return {
        "tercapai": Rumus(
            f'IF({di["capaian"]}="","",IF({di["capaian"]}>=100,1,0))',
            None if tercetak is None else int(tercetak >= 100),
        ),
        "w": Rumus(f'IF({di["rerata_tepat"]}="","",{di["bobot"]})', None if rerata is None else k.bobot),
        "wx": times(di["rerata_tepat"], rerata),
        "v": Rumus(f'IF({di["tepat"]}="","",{di["bobot"]})', None if mentah is None else k.bobot),
        "wm": times(di["tepat"], mentah),
    }
