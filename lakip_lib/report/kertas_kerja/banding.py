"""One indikator beside last year, its Renstra and its standard, as formulas."""

from fractions import Fraction
from typing import Any

from lakip_lib.istilah import Arah, Metode, is_setahun
from lakip_lib.measures.banding import is_part, is_part_way
from lakip_lib.measures.hasil import Lalu, Standar
from lakip_lib.measures.rumus import Nilai, choose_metode, is_stabil, parse_nilai, peringkat
from lakip_lib.report.kertas_kerja.hitung import Konteks, find_realisasi_cell
from lakip_lib.report.kertas_kerja.lembar import IsiSel, Rumus
from lakip_lib.report.kertas_kerja.pasangan import PERINGKAT, PERINGKAT_KE, Alamat, find_pair, look_up
from lakip_lib.report.kertas_kerja.rumus import (
    excel_capaian,
    excel_jarak,
    excel_kemajuan_jarak,
    excel_perkembangan,
    excel_perubahan,
    excel_posisi,
    excel_tepi,
    round2,
)


def fill_lalu(k: Konteks) -> dict[str, IsiSel]:
    """Last year's realisasi and capaian, the change since, its unit and its word."""
    lalu, tahun = k.item.lengkap.hasil.lalu, k.settings.periode.tahun - 1
    if lalu is None:
        return {}
    row = k.item.bahan.riwayat[tahun]
    target, realisasi = parse_nilai(row["target"]), parse_nilai(row["realisasi"])
    isi: dict[str, IsiSel] = {"lalu_capaian": _capaian_lalu(k, target, realisasi, tahun)}
    di_lalu = k.sel.alamat.get(f"{tahun}|realisasi")
    if realisasi is None or di_lalu is None:
        return isi
    if realisasi.besaran is None:
        isi["lalu"] = Rumus(di_lalu.huruf or di_lalu.teks, realisasi.huruf or di_lalu.tertulis)
    else:
        isi["lalu"] = Rumus(di_lalu.angka, realisasi.besaran)
    return isi | _fill_change(k, lalu, realisasi, target)


def _capaian_lalu(k: Konteks, target: Nilai | None, realisasi: Nilai | None, tahun: int) -> IsiSel:
    """By this year's formula; the printed one where target or realisasi lack."""
    lalu, b = k.item.lengkap.hasil.lalu, k.item.bahan
    assert lalu is not None  # only asked where there is a last year
    tercetak = k.sel.alamat.get(f"{tahun}|tercetak")
    if target is None or realisasi is None:
        return Rumus(round2(tercetak.angka), lalu.capaian) if tercetak else None
    sejenis = b.target is not None and (target.rentang is None, target.huruf is None) == (
        b.target.rentang is None,
        b.target.huruf is None,
    )
    metode = b.metode if sejenis else choose_metode(b.arah, None, target, b.satuan)
    di = (k.sel.alamat[f"{tahun}|target"], k.sel.alamat[f"{tahun}|realisasi"])
    return _ratio(k, metode, target, realisasi, di, lalu.capaian)


def _ratio(
    k: Konteks, metode: Metode, target: Nilai, realisasi: Nilai, di: tuple[Alamat, Alamat], nilai: Any
) -> IsiSel:
    """A capaian against another target, floored at 0 and printed."""
    rumus = _exact(k, metode, target, realisasi, di)
    return Rumus(f'IF({rumus}="","",MAX({round2(rumus)},0))', nilai) if rumus else None


def _exact(k: Konteks, metode: Metode, target: Nilai, realisasi: Nilai, di: tuple[Alamat, Alamat]) -> str:
    pasang = find_pair(metode, target, realisasi, *di)
    if pasang is None:
        return ""
    atas = pasang.atas.rumus if pasang.atas else ""
    pita = (k.di["pita_bawah"], k.di["pita_atas"])
    return excel_capaian(metode, k.item.bahan.arah, pasang.target.rumus, pasang.realisasi.rumus, atas, pita=pita)


def _fill_change(k: Konteks, lalu: Lalu, dulu: Nilai, target_lalu: Nilai | None) -> dict[str, IsiSel]:
    kini, b, di = k.item.realisasi, k.item.bahan, k.di
    if not isinstance(kini, Nilai) or is_part(b, k.periode):
        return {}
    naik_baik = b.arah is Arah.MAX
    stabil = is_stabil(b.arah, b.metode)
    if kini.besaran is None or dulu.besaran is None:
        return {} if stabil else _compare_ranks(k, kini, dulu, lalu.perkembangan, naik_baik=naik_baik)
    r, sebelum = di["realisasi"], di["lalu"]
    beda = excel_perubahan(r, sebelum, persen=b.dalam_persen)
    delta = beda
    if stabil:
        tepi, tepi_lalu = _edges(k, b.target, "target"), _edges(k, target_lalu or b.target, _name_lalu(k, target_lalu))
        delta = f"({excel_jarak(r, tepi)}-{excel_jarak(sebelum, tepi_lalu)})" if tepi and tepi_lalu else ""
    ada = f"COUNT({r},{sebelum})=2"
    satuan = '"poin"' if b.dalam_persen else f'IF({sebelum}=0,"poin","%")'
    kata = excel_perkembangan(f"({delta})", naik_baik=naik_baik and not stabil) if delta else '""'
    return {
        "perubahan": Rumus(f'IF({ada},{round2(beda)},"")', lalu.perubahan),
        "satuan_perubahan": Rumus(f'IF({ada},{satuan},"")', lalu.satuan_perubahan),
        "perkembangan": Rumus(f'IF({ada},{kata},"")', lalu.perkembangan),
    }


def _name_lalu(k: Konteks, target_lalu: Nilai | None) -> str:
    return f"{k.settings.periode.tahun - 1}|target" if target_lalu else "target"


def _edges(k: Konteks, target: Nilai | None, bagian: str) -> tuple[str, str] | None:
    """The edges that a stabil realisasi should lie between, None where the target has none."""
    di = k.sel.alamat.get(bagian)
    if target is None or di is None:
        return None
    if target.rentang:
        return di.angka, di.atas
    if target.besaran is None:
        return None
    return excel_tepi(k.di["target"] if bagian == "target" else di.angka, k.di["pita_bawah"], k.di["pita_atas"])


def _compare_ranks(k: Konteks, kini: Nilai, dulu: Nilai, kata: str | None, *, naik_baik: bool) -> dict[str, IsiSel]:
    """Letters without scores: better or worse by rank."""
    kode = [(n.huruf or "").strip().upper() for n in (kini, dulu)]
    jenis = {found[0] for n in kode if (found := peringkat(n))}
    if not all(n in PERINGKAT for n in kode) or len(jenis) != 1:
        return {}
    cells = (find_realisasi_cell(k).huruf, k.sel.alamat[f"{k.settings.periode.tahun - 1}|realisasi"].huruf)
    a, b = (look_up(cell, PERINGKAT_KE) for cell in cells)
    return {"perkembangan": Rumus(excel_perkembangan(f"({a}-{b})", naik_baik=naik_baik), kata)}


def fill_renstra(k: Konteks) -> dict[str, IsiSel]:
    """The end target, realisasi to date, both readings of the progress, the chosen one, and the status."""
    hasil, rincian, b = k.item.lengkap.hasil, k.item.lengkap.rincian, k.item.bahan
    akhir_tahun, tahun = k.settings.periode.renstra_akhir, k.settings.periode.tahun
    akhir = b.target_renstra.get(akhir_tahun)
    if akhir is None or hasil.renstra is None:
        return {}
    di_akhir = k.sel.alamat[f"renstra|{akhir_tahun}"]
    isi: dict[str, IsiSel] = {"akhir": Rumus(di_akhir.huruf, akhir.huruf)}
    if akhir.rentang:
        isi["akhir"] = Rumus(di_akhir.teks, di_akhir.tertulis)
    elif akhir.besaran is not None:
        isi["akhir"] = Rumus(di_akhir.angka, akhir.besaran)
    kini = k.item.realisasi
    if not isinstance(kini, Nilai):
        return isi
    capai, rumus_sd = _accumulate(k, kini)
    isi["sd"] = Rumus(rumus_sd, capai.huruf if capai.besaran is None else capai.besaran)
    di_sd = Alamat(k.di["sd"], huruf=find_realisasi_cell(k).huruf)
    isi["rasio"] = _ratio(k, _metode(k, akhir), akhir, capai, (di_akhir, di_sd), rincian.renstra_rasio)
    isi["dari_awal"] = _from_start(k, capai, akhir, di_akhir)
    isi["kemajuan"] = _choose(k, hasil.renstra.kemajuan)
    target_kini = b.target_renstra.get(tahun)
    if (target_kini and is_setahun(k.periode)) and (
        jalur := _exact(k, _metode(k, target_kini), target_kini, capai, (k.sel.alamat[f"renstra|{tahun}"], di_sd))
    ):
        perlu = "perlu penyesuaian" if is_stabil(b.arah, b.metode) else "perlu percepatan"
        kata = f'IF(ROUND(MAX({jalur},0),9)>=100,"sesuai jalur","{perlu}")'
        isi["renstra_status"] = Rumus(f'IF({jalur}="","",{kata})', hasil.renstra.status)
    return isi


def _choose(k: Konteks, nilai: Any) -> Rumus:
    """The reading that the settings choose, empty where it is empty."""
    rasio, awal = k.di["rasio"], k.di["dari_awal"]
    pilih = 'IF(kemajuan_renstra="rasio",{0},{1})'.format
    return Rumus(f'IF(COUNT({pilih(rasio, awal)})=0,"",{pilih(rasio, awal)})', nilai)


def _metode(k: Konteks, target: Nilai) -> Metode:
    b = k.item.bahan
    tetap = b.metode if b.metode in {Metode.STAB, Metode.BIN, Metode.ORD} else None
    return choose_metode(b.arah, tetap, target, b.satuan)


def _accumulate(k: Konteks, kini: Nilai) -> tuple[Nilai, str]:
    """Realisasi to date and its formula: ΣR since the Renstra began where its target is cumulative."""
    b, periode = k.item.bahan, k.settings.periode
    di = k.di["realisasi"]
    if b.row["kumulatif_renstra"] != "ya" or kini.besaran is None:
        return kini, f'IF({di}="","",{di})'
    dulu = {
        t: nilai
        for t in range(periode.renstra_awal, periode.tahun)
        if t in b.riwayat and (nilai := parse_nilai(b.riwayat[t]["realisasi"])) and nilai.besaran
    }
    cells = [k.sel.alamat[f"{t}|realisasi"].angka for t in dulu]
    total = kini.besaran + sum((n.besaran for n in dulu.values() if n.besaran), Fraction(0))
    return Nilai(angka=total), f'IF({di}="","",SUM({",".join([di, *cells])}))'


def _from_start(k: Konteks, capai: Nilai, akhir: Nilai, di_akhir: Alamat) -> IsiSel:
    bahan = k.item.bahan
    awal = parse_nilai(bahan.row["kondisi_awal"])
    if awal is None or capai.besaran is None or awal.besaran is None or is_part_way(bahan, k.periode):
        return None
    b, t, r = k.sel.alamat["awal"].angka, di_akhir.angka, k.di["sd"]
    if is_stabil(bahan.arah, bahan.metode):
        tepi = _edges(k, akhir, f"renstra|{k.settings.periode.renstra_akhir}")
        if tepi is None:
            return None
        jarak = excel_kemajuan_jarak(r, b, tepi)
        rumus = f'IF({r}="","",IF({jarak}="","",{round2(jarak)}))'
    elif akhir.besaran is None:
        return None
    else:
        rumus = f'IF(OR({r}="",{t}={b}),"",{round2(f"({r}-{b})/({t}-{b})*100")})'
    return Rumus(rumus, k.item.lengkap.rincian.renstra_dari_awal)


def fill_standar(k: Konteks) -> dict[str, IsiSel]:
    """The standard that counts, the gap to it, the ratio, and the word."""
    standar = k.item.lengkap.hasil.standar
    if standar is None:
        return {}
    di = _find_standar(k, standar)
    nilai = parse_nilai(standar.nilai)
    if nilai is None or nilai.besaran is None:
        return {"standar": Rumus(di.huruf or di.teks, standar.nilai)} if nilai and nilai.huruf else {}
    isi: dict[str, IsiSel] = {"standar": Rumus(di.angka, nilai.besaran)}
    if standar.selisih is None:
        return isi
    r, n = k.di["realisasi"], k.di["standar"]
    ada = f"COUNT({r},{n})=2"
    posisi = excel_posisi(f"({r}-{n})", k.item.bahan.arah, ambang=standar.jenis_standar == "ambang")
    return isi | {
        "selisih": Rumus(f'IF({ada},{round2(f"{r}-{n}")},"")', standar.selisih),
        "standar_rasio": Rumus(f'IF(AND({ada},{n}<>0),{round2(f"{r}/{n}*100")},"")', standar.rasio),
        "posisi": Rumus(f'IF({ada},{posisi},"")', standar.posisi),
    }


def _find_standar(k: Konteks, standar: Standar) -> Alamat:
    rows = k.item.bahan.standar
    sama = [n for n, row in enumerate(rows) if _same(row, standar)]
    return k.sel.alamat[f"standar|{sama[0]}"]


def _same(row: Any, standar: Standar) -> bool:
    mau = (standar.tahun, standar.nilai, standar.lingkup, standar.jenis_standar, standar.sumber)
    return (row["tahun"], row["nilai"], row["lingkup"], row["jenis"], row["sumber"]) == mau
