"""The figures of one indikator: target, realisasi, the three capaian, quarters, comparisons, sources."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from lakip_lib.formats import format_angka
from lakip_lib.istilah import TW, Alasan, StatusData
from lakip_lib.measures.asal import Asal
from lakip_lib.measures.bahan import Bahan, find_realisasi
from lakip_lib.measures.banding import (
    compute_capaian_tahun,
    compute_lalu,
    compute_renstra,
    compute_standar,
    list_pembanding,
    list_tahun,
)
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import IndikatorHasil, IndikatorRincian, Sumber
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus import (
    Capaian,
    Nilai,
    TigaCapaian,
    compute_capaian,
    three_capaian,
)
from lakip_lib.measures.skala import Skala, status
from lakip_lib.measures.triwulan import AngkaPeriode, list_triwulan, note_berbeda
from lakip_lib.rujukan import format_nilai
from lakip_lib.settings import Instansi

CATATAN = {
    "target-nol": "Target nol: realisasi nol bernilai 100, realisasi di atas nol bernilai 0.",
    "negatif": "Capaian menurut rumus bernilai negatif dan dicetak 0,00.",
    "peringkat": "Predikat dibandingkan menurut peringkatnya.",
    "skor": "Predikat dibandingkan menurut nilainya.",
}


class IndikatorLengkap(NamedTuple):
    """One indikator: promised figures, details, and the exact three capaian (last year's too) that means are taken of."""

    hasil: IndikatorHasil
    rincian: IndikatorRincian
    tiga: TigaCapaian
    lalu: TigaCapaian | None = None


def compute_indikator(bahan: Bahan, settings: Instansi, skala: Skala, asal: Asal, periode: str) -> IndikatorLengkap:
    """All figures of one indikator for a period."""
    realisasi, kosong = find_realisasi(bahan, periode)
    capaian = compute_capaian(bahan.metode, bahan.target, realisasi, arah=bahan.arah, pita=bahan.pita)
    batas = settings.pengaturan.batas
    tepat = None if batas is None else Fraction(batas)
    tiga = three_capaian(capaian.mentah, capaian.alasan, tepat)
    printed = print_angka(tiga.capaian)
    tahun = settings.periode.tahun
    renstra = compute_renstra(bahan, realisasi, settings, periode)
    standar, standar_lain = compute_standar(bahan, realisasi, tahun, periode)
    sementara = bahan.isian.get("status_data") == StatusData.SEMENTARA and isinstance(realisasi, Nilai)
    hasil = IndikatorHasil(
        kode=bahan.kode,
        sasaran=bahan.row["sasaran"],
        nama=bahan.row["nama"],
        satuan=bahan.satuan,
        arah=bahan.arah,
        metode=capaian.metode,
        agregasi=bahan.agregasi,
        target=bahan.target.to_teks() if bahan.target else None,
        realisasi=realisasi.to_teks() if isinstance(realisasi, Nilai) else None,
        sementara=sementara,
        capaian=printed,
        capaian_mentah=print_angka(tiga.mentah),
        capaian_rerata=print_angka(tiga.rerata),
        kategori=skala.kategori(printed),
        status=status(printed),
        alasan=capaian.alasan,
        lalu=compute_lalu(bahan, realisasi, tahun, periode),
        renstra=renstra.renstra,
        standar=standar,
        sumber=list_sumber(bahan, asal) + list_pembanding(bahan, asal, settings),
    )
    rincian = _build_rincian(bahan, capaian).model_copy(
        update={
            "triwulan": list_triwulan(bahan, periode, AngkaPeriode(bahan.target, realisasi, printed)),
            "lintas_tahun": list_tahun(bahan, realisasi, printed, tahun),
            "renstra_rasio": renstra.rasio,
            "renstra_dari_awal": renstra.dari_awal,
            "renstra_target_tahun": renstra.target_tahun,
            "renstra_negatif": renstra.negatif,
            "renstra_dijumlah": renstra.dijumlah,
            "renstra_realisasi": renstra.realisasi,
            "renstra_sisa": renstra.sisa,
            "standar_lain": standar_lain,
        }
    )
    desimal = desimal_of(rincian)
    catatan = (*_list_catatan(bahan, hasil, capaian, kosong, batas, desimal), *_note_tahun(renstra.tanpa_tahun))
    beda = note_berbeda(bahan, desimal) if periode == "tahunan" else None
    rincian = rincian.model_copy(update={"catatan": catatan, "catatan_triwulan": beda})
    dulu = bahan.riwayat.get(tahun - 1)
    return IndikatorLengkap(hasil, rincian, tiga, compute_capaian_tahun(bahan, dulu, tepat) if dulu else None)


def list_sumber(bahan: Bahan, asal: Asal) -> tuple[Sumber, ...]:
    """The cells of target, realisasi, quarters, pembilang and penyebut."""
    ragu = {bagian.partition(":")[0] for bagian in (bahan.isian.get("ragu") or "").split()}
    kolom_isian = ("realisasi", *TW, "pembilang", "penyebut")
    isian = [kolom for kolom in kolom_isian if bahan.isian.get(kolom) is not None or kolom in ragu]
    return asal.find("target", bahan.target_kunci, "target", *TW) + asal.find("realisasi", bahan.kode, *isian)


def _build_rincian(bahan: Bahan, capaian: Capaian) -> IndikatorRincian:
    row, isian = bahan.row, bahan.isian
    return IndikatorRincian(
        kode=bahan.kode,
        jenis=row["jenis"],
        desimal=int(row["desimal"]) if row["desimal"] is not None else None,
        definisi=row["definisi"],
        formula=row["formula"],
        sumber_data=row["sumber_data"] or isian.get("sumber_data"),
        unit=row["unit"],
        pic=row["pic"],
        waktu_rilis=row["waktu_rilis"],
        kondisi_awal=row["kondisi_awal"],
        tahun_awal=row["tahun_awal"],
        pita=_describe_pita(bahan),
        keterangan_rumus=capaian.rumus,
        catatan=(),
        alasan_unit=isian.get("alasan"),
        status_data=isian.get("status_data"),
        pembilang=isian.get("pembilang"),
        penyebut=isian.get("penyebut"),
        target_versi=bahan.target_versi,
        target_triwulan=_four([t.to_teks() if t else None for t in bahan.target_tw]),
        target_renstra={tahun: nilai.to_teks() for tahun, nilai in sorted(bahan.target_renstra.items())},
        triwulan=(),
        lintas_tahun=(),
        renstra_rasio=None,
        renstra_dari_awal=None,
        renstra_target_tahun=None,
        renstra_sisa=None,
    )


def _four(values: list[str | None]) -> tuple[str | None, str | None, str | None, str | None]:
    return values[0], values[1], values[2], values[3]


def _describe_pita(bahan: Bahan) -> str | None:
    bawah, atas = bahan.pita
    if not (bawah or atas):
        return None
    return f"±{format_angka(bawah)}%" if bawah == atas else f"−{format_angka(bawah)}%/+{format_angka(atas)}%"


def _list_catatan(
    bahan: Bahan,
    hasil: IndikatorHasil,
    capaian: Capaian,
    kosong: tuple[int, ...],
    batas: Decimal | None,
    desimal: int,
) -> list[str]:
    """The footnotes of an indikator, in the order they are printed."""
    notes = [CATATAN[kode] for kode in capaian.catatan]
    if hasil.sementara:
        notes.append("Angka sementara." + (f" {bahan.isian['alasan']}" if bahan.isian.get("alasan") else ""))
    if capaian.alasan is Alasan.TAK_HINGGA:
        rata = "tidak masuk rata-rata" if batas is None else f"dalam rata-rata dihitung {format_angka(batas)}%"
        notes.append(f"Realisasi nol pada rumus T/R: capaian tidak dicetak dan {rata}.")
    if batas is not None and hasil.capaian is not None and hasil.capaian > batas:
        notes.append(f"Dalam rata-rata capaian dihitung paling tinggi {format_angka(batas)}%.")
    if kosong and hasil.realisasi is not None:
        kurang = ", ".join(f"TW {'I' * n if n < 4 else 'IV'}" for n in kosong)
        notes.append(f"Dihitung tanpa {kurang} yang belum diisi.")
    versi = bahan.target_versi
    if len({versi[v] for v in ("pk", "pk_perubahan") if v in versi}) > 1:
        lama, baru = (format_nilai(versi[v], desimal) for v in ("pk", "pk_perubahan"))
        notes.append(f"Target PK {lama} diubah menjadi {baru} pada PK Perubahan.")
    return notes


def _note_tahun(tanpa: tuple[int, ...]) -> list[str]:
    tahun = ", ".join(map(str, tanpa))
    return [f"Kemajuan Renstra dijumlahkan tanpa tahun {tahun} yang realisasinya tidak tersedia."] if tanpa else []
