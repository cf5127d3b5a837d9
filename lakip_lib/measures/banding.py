"""One indikator beside last year, its Renstra and its standards (DOMAIN §5.8)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from lakip_lib.formats import to_decimal
from lakip_lib.istilah import Agregasi, Arah, Metode, VersiTarget, is_setahun
from lakip_lib.measures.asal import Asal
from lakip_lib.measures.bahan import Bahan, Isian
from lakip_lib.measures.hasil import Lalu, Renstra, Standar, Sumber, TahunHasil
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus import (
    Nilai,
    TigaCapaian,
    choose_metode,
    compute_capaian,
    find_tepi_nilai,
    is_stabil,
    kemajuan_dari_awal,
    kemajuan_jarak,
    parse_nilai,
    peringkat,
    perkembangan,
    perubahan,
    perubahan_jarak,
    posisi_standar,
    selisih_standar,
    sisa_jarak,
    three_capaian,
)
from lakip_lib.settings import Instansi

SESUAI_JALUR, PERLU_PERCEPATAN, PERLU_PENYESUAIAN = "sesuai jalur", "perlu percepatan", "perlu penyesuaian"
URUTAN_LINGKUP = {"nasional": 0, "provinsi": 1, "sejenis": 2}
TAHUN_RIWAYAT = 5


def compute_capaian_tahun(bahan: Bahan, row: Mapping[str, Any], batas: Fraction | None = None) -> TigaCapaian:
    """The exact capaian of an earlier year by this year's formula and cap; the one printed then where a side lacks."""
    target, realisasi = parse_nilai(row["target"]), parse_nilai(row["realisasi"])
    if target is None or realisasi is None:
        tercetak = None if row["capaian_tercetak"] is None else Fraction(row["capaian_tercetak"])
        return replace(three_capaian(tercetak, None, batas), capaian=tercetak)  # as it was printed, floored or not
    metode = bahan.metode if _same_form(target, bahan.target) else choose_metode(bahan.arah, None, target, bahan.satuan)
    capaian = compute_capaian(metode, target, realisasi, arah=bahan.arah, pita=bahan.pita)
    return three_capaian(capaian.mentah, capaian.alasan, batas)


def _same_form(a: Nilai, b: Nilai | None) -> bool:
    return b is not None and (a.rentang is None, a.huruf is None) == (b.rentang is None, b.huruf is None)


def compute_lalu(bahan: Bahan, realisasi: Isian, tahun: int, periode: str = "tahunan") -> Lalu | None:
    """Last year and the change since (growth, or poin); None where the history has no row of last year.

    A sum of some quarters is not compared with a whole year.
    """
    row = bahan.riwayat.get(tahun - 1)
    if row is None:
        return None
    lalu = parse_nilai(row["realisasi"])
    kini = None if is_part(bahan, periode) else realisasi
    besar, satuan, arah = _compare(bahan, kini, lalu, parse_nilai(row["target"]))
    return Lalu(
        tahun=tahun - 1,
        realisasi=row["realisasi"],
        capaian=print_angka(compute_capaian_tahun(bahan, row).capaian),
        perubahan=print_angka(besar),
        satuan_perubahan=satuan,
        perkembangan=arah,
    )


def is_part(bahan: Bahan, periode: str) -> bool:
    """Whether the realisasi of a period is only a part of the year's."""
    return bahan.agregasi is Agregasi.JUMLAH and not is_setahun(periode)


def _compare(
    bahan: Bahan, kini: Isian, lalu: Nilai | None, target_lalu: Nilai | None
) -> tuple[Fraction | None, str | None, str | None]:
    if not isinstance(kini, Nilai) or lalu is None:
        return None, None, None
    stabil = is_stabil(bahan.arah, bahan.metode)
    if kini.besaran is None or lalu.besaran is None:
        if stabil:  # ranks have no distance from a band
            return None, None, None
        ranks = [peringkat(n.huruf) for n in (kini, lalu) if n.huruf]
        if len(ranks) < 2 or ranks[0] is None or ranks[1] is None or ranks[0][0] != ranks[1][0]:
            return None, None, None
        return None, None, perkembangan(bahan.arah, Fraction(ranks[0][1] - ranks[1][1]))
    besar, satuan = perubahan(kini.besaran, lalu.besaran, bahan.satuan)
    if not stabil:
        return besar, satuan, perkembangan(bahan.arah, besar)
    tepi, tepi_lalu = (find_tepi_nilai(t, bahan.pita) for t in (bahan.target, target_lalu or bahan.target))
    if tepi is None or tepi_lalu is None:
        return besar, satuan, None
    delta = perubahan_jarak(kini.besaran, tepi, lalu.besaran, tepi_lalu)
    return besar, satuan, perkembangan(Arah.STABIL, delta)


class KemajuanRenstra(NamedTuple):
    """Both readings of the progress to the Renstra's end, realisasi to date, what is left, years a sum has and lacks.

    `negatif`: the ratio was below 0 and is given as 0.
    """

    renstra: Renstra | None
    rasio: Decimal | None
    dari_awal: Decimal | None
    target_tahun: str | None
    realisasi: str | None
    sisa: Decimal | None
    dijumlah: tuple[int, ...] = ()
    tanpa_tahun: tuple[int, ...] = ()
    negatif: bool = False


def compute_renstra(bahan: Bahan, realisasi: Isian, settings: Instansi, periode: str = "tahunan") -> KemajuanRenstra:
    """Progress by ratio and from the baseline; status from the Renstra's own target of the year (DOMAIN §5.8).

    A part of the year has progress but no status yet: the Renstra's target is a whole year's. The sum of some quarters
    lies on no way from a baseline that is a whole year's, so it has neither that reading nor what is left.
    """
    akhir = bahan.target_renstra.get(settings.periode.renstra_akhir)
    if akhir is None:
        return KemajuanRenstra(None, None, None, None, None, None)
    capai, dijumlah, tanpa = _accumulate(bahan, realisasi, settings)
    rasio = _ratio(bahan, akhir, capai)
    dari_awal, sisa = (None, None) if is_part_way(bahan, periode) else _measure_way(bahan, akhir, capai)
    pilihan = rasio.capaian if settings.pengaturan.kemajuan_renstra == "rasio" else dari_awal
    tahun_ini = bahan.target_renstra.get(settings.periode.tahun)
    jalur = _ratio(bahan, tahun_ini, capai).capaian if tahun_ini and is_setahun(periode) else None
    perlu = PERLU_PENYESUAIAN if is_stabil(bahan.arah, bahan.metode) else PERLU_PERCEPATAN
    renstra = Renstra(
        tahun=settings.periode.renstra_akhir,
        target=akhir.to_teks(),
        kemajuan=print_angka(pilihan),
        status=None if jalur is None else SESUAI_JALUR if jalur >= 100 else perlu,
    )
    return KemajuanRenstra(
        renstra,
        print_angka(rasio.capaian),
        print_angka(dari_awal),
        tahun_ini.to_teks() if tahun_ini else None,
        capai.to_teks() if capai else None,
        None if sisa is None else to_decimal(sisa),
        dijumlah,
        tanpa,
        negatif=rasio.mentah is not None and rasio.mentah < 0,
    )


def is_part_way(bahan: Bahan, periode: str) -> bool:
    """Whether realisasi to date is a part of one year's, and not a sum over the Renstra's years."""
    return is_part(bahan, periode) and bahan.row["kumulatif_renstra"] != "ya"


def _measure_way(bahan: Bahan, akhir: Nilai, capai: Nilai | None) -> tuple[Fraction | None, Fraction | None]:
    """Progress from the baseline and what is left to the end target; for stabil by the distance from its edges."""
    awal = parse_nilai(bahan.row["kondisi_awal"])
    r, b, t = (None if n is None else n.besaran for n in (capai, awal, akhir))
    if r is None:
        return None, None
    if is_stabil(bahan.arah, bahan.metode):
        tepi = find_tepi_nilai(akhir, bahan.pita)
        if tepi is None:
            return None, None
        return None if b is None else kemajuan_jarak(r, b, tepi), sisa_jarak(r, tepi)
    if t is None:
        return None, None
    return None if b is None else kemajuan_dari_awal(r, b, t), t - r


def _accumulate(
    bahan: Bahan, realisasi: Isian, settings: Instansi
) -> tuple[Nilai | None, tuple[int, ...], tuple[int, ...]]:
    """ΣR since the Renstra began, the years added and those without a figure, where its target is cumulative; else R."""
    if not isinstance(realisasi, Nilai):
        return None, (), ()
    if bahan.row["kumulatif_renstra"] != "ya" or realisasi.besaran is None:
        return realisasi, (), ()
    tahun_lalu = range(settings.periode.renstra_awal, settings.periode.tahun)
    nilai = {t: parse_nilai(bahan.riwayat[t]["realisasi"]) if t in bahan.riwayat else None for t in tahun_lalu}
    angka = {t: n.besaran for t, n in nilai.items() if n is not None and n.besaran is not None}
    tanpa = tuple(t for t in tahun_lalu if t not in angka)
    return Nilai(angka=sum(angka.values(), realisasi.besaran)), tuple(angka), tanpa


def _ratio(bahan: Bahan, target: Nilai, realisasi: Nilai | None) -> TigaCapaian:
    """R against a Renstra target by the formula of the arah (a minimum always by MIN-A), raw and floored at 0."""
    tetap = bahan.metode if bahan.metode in {Metode.STAB, Metode.BIN, Metode.ORD} else None
    metode = choose_metode(bahan.arah, tetap, target, bahan.satuan)
    return three_capaian(compute_capaian(metode, target, realisasi, arah=bahan.arah, pita=bahan.pita).mentah)


def compute_standar(
    bahan: Bahan, realisasi: Isian, tahun: int, periode: str = "tahunan"
) -> tuple[Standar | None, tuple[Standar, ...]]:
    """The standard that counts (national before provincial before alike; the latest year first), and the others.

    A sum of some quarters has no place beside a whole year's standard.
    """
    kini = None if is_part(bahan, periode) else realisasi
    rows = [row for row in bahan.standar if row["tahun"] <= tahun and row["nilai"]]
    rows.sort(
        key=lambda r: (URUTAN_LINGKUP.get(r["lingkup"] or "nasional", 3), -r["tahun"], r["sumber"] or "", r["nilai"])
    )
    found = tuple(_compare_standar(bahan, kini, row) for row in rows)
    return (found[0] if found else None), found[1:]


def _compare_standar(bahan: Bahan, realisasi: Isian, row: Mapping[str, Any]) -> Standar:
    nilai = parse_nilai(row["nilai"])
    selisih = rasio = posisi = None
    if isinstance(realisasi, Nilai) and nilai and realisasi.besaran is not None and nilai.besaran is not None:
        selisih, rasio = selisih_standar(realisasi.besaran, nilai.besaran)
        posisi = posisi_standar(bahan.arah, selisih, row["jenis"])
    return Standar(
        tahun=row["tahun"],
        nilai=row["nilai"],
        lingkup=row["lingkup"],
        jenis_standar=row["jenis"],
        sumber=row["sumber"],
        selisih=print_angka(selisih),
        rasio=print_angka(rasio),
        posisi=posisi,
    )


def list_tahun(bahan: Bahan, realisasi: Isian, capaian: Decimal | None, tahun: int) -> tuple[TahunHasil, ...]:
    """Five years ending with the reported one; a year without a row stands there empty with the reason."""
    years = [_build_tahun(bahan, bahan.riwayat.get(t), t) for t in range(tahun - TAHUN_RIWAYAT + 1, tahun)]
    kini = bahan.riwayat.get(tahun, {})
    years.append(
        TahunHasil(
            tahun=tahun,
            target=bahan.target.to_teks() if bahan.target else None,
            realisasi=realisasi.to_teks() if isinstance(realisasi, Nilai) else None,
            capaian=capaian,
            capaian_tercetak=kini.get("capaian_tercetak"),
            catatan=kini.get("catatan"),
        )
    )
    return tuple(years)


def _build_tahun(bahan: Bahan, row: Mapping[str, Any] | None, tahun: int) -> TahunHasil:
    if row is None:
        return TahunHasil(tahun=tahun, target=None, realisasi=None, capaian=None, catatan="belum ada data")
    kosong = "realisasi tidak tersedia" if row["realisasi"] is None else None
    return TahunHasil(
        tahun=tahun,
        target=row["target"],
        realisasi=row["realisasi"],
        capaian=print_angka(compute_capaian_tahun(bahan, row).capaian),
        capaian_tercetak=row["capaian_tercetak"],
        catatan=row["catatan"] or kosong,
    )


def list_pembanding(bahan: Bahan, asal: Asal, settings: Instansi) -> tuple[Sumber, ...]:
    """The cells of what an indikator is compared with: baseline, Renstra targets, earlier years, standards.

    Their roles name the year: "renstra 2026", "realisasi 2024", "standar nasional 2024". The capaian that was printed in
    an earlier year is traced where it stands in for one that cannot be computed.
    """
    waktu, kode = settings.periode, bahan.kode
    found = asal.find_as("kondisi_awal", "indikator", kode, "kondisi_awal")
    for tahun in sorted({waktu.tahun, waktu.renstra_akhir}):
        found += asal.find_as(f"renstra {tahun}", "target", f"{kode}|{tahun}|{VersiTarget.RENSTRA}", "target")
    awal = min(waktu.renstra_awal, waktu.tahun - TAHUN_RIWAYAT + 1)
    for tahun, row in sorted(bahan.riwayat.items()):
        lengkap = row["target"] is not None and row["realisasi"] is not None
        for kolom in ("target", "realisasi") if lengkap else ("target", "realisasi", "capaian_tercetak"):
            if awal <= tahun < waktu.tahun:
                found += asal.find_as(f"{kolom} {tahun}", "riwayat", f"{kode}|{tahun}", kolom)
    for lingkup, tahun in dict.fromkeys((row["lingkup"] or "", row["tahun"]) for row in bahan.standar):
        if tahun <= waktu.tahun:
            peran = f"standar {lingkup or 'nasional'} {tahun}"
            found += asal.find_as(peran, "standar", f"{kode}|{tahun}|{lingkup}", "nilai")
    return found
