"""One agency in the district: its figures as its own hasil.json has them, and its change on last year."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lakip_lib.istilah import is_setahun
from lakip_lib.measures.daerah.bahan import BahanInstansi, judge_keadaan, name_cara
from lakip_lib.measures.daerah.hasil import InstansiDaerah, LaluDaerah
from lakip_lib.measures.daerah.sebaran import find_jenis
from lakip_lib.measures.hasil import Hasil
from lakip_lib.measures.kuadran import read_kuadran
from lakip_lib.measures.pembulatan import print_angka

ANGKA = (
    "capaian", "capaian_mentah", "kategori", "jumlah", "dinilai", "tercapai", "porsi", "pagu", "realisasi_anggaran",
    "sisa", "penyerapan", "kuadran",
)  # fmt: skip


def compute_instansi_daerah(bahan: BahanInstansi, tahun: int) -> tuple[InstansiDaerah, Hasil | None]:
    """The agency without its rank, and its Hasil where that counts."""
    keadaan, sebab, sah = judge_keadaan(bahan.fakta)
    hasil = bahan.hasil if sah else None
    angka: dict[str, Any] = dict.fromkeys(ANGKA) if hasil is None else list_angka(hasil)
    wajib = bahan.wajib if bahan.kode_keluar is not None else bahan.fakta.wajib
    instansi = InstansiDaerah(
        kode=bahan.kode,
        nama=bahan.nama,
        singkatan=bahan.singkatan,
        jenis=find_jenis(bahan.nama),
        keadaan=keadaan,
        sebab=sebab,
        pesan=list_pesan(bahan, sebab),
        angka_lama=bahan.hasil is not None and not sah,
        wajib=wajib,
        peringkat=None,
        lalu=compare_lalu(hasil, bahan.lalu, tahun - 1),
        **angka,
    )
    return instansi, hasil


def list_pesan(bahan: BahanInstansi, sebab: str | None) -> tuple[str, ...]:
    """The sentences that say what stopped the agency, those of the last batch first."""
    sendiri = {"setelan": bahan.setelan, "hasil_rusak": bahan.rusak}.get(sebab or "", "")
    return bahan.pesan or ((sendiri,) if sendiri else ())


def list_angka(hasil: Hasil) -> dict[str, Any]:
    """The figures of an agency that is counted; money is None where it has no budget report."""
    total, uang = hasil.instansi_capaian, hasil.anggaran_total
    ada = bool(hasil.anggaran)
    porsi = Fraction(total.tercapai, total.dinilai) * 100 if total.dinilai else None
    serapan = uang.persen if ada else None
    return {
        "capaian": total.capaian,
        "capaian_mentah": total.capaian_mentah,
        "kategori": total.kategori,
        "jumlah": total.jumlah,
        "dinilai": total.dinilai,
        "tercapai": total.tercapai,
        "porsi": print_angka(porsi),
        "pagu": uang.pagu if ada else None,
        "realisasi_anggaran": uang.realisasi_anggaran if ada else None,
        "sisa": uang.sisa if ada else None,
        "penyerapan": serapan,
        "kuadran": read_kuadran(total.capaian, serapan)[0] if is_setahun(hasil.periode) else None,
    }


def compare_lalu(hasil: Hasil | None, lalu: Hasil | None, tahun: int) -> LaluDaerah:
    """Last year's figures and the change in poin; none where the two were computed by different rules."""
    kini = hasil.instansi_capaian.capaian if hasil else None
    dulu = lalu.instansi_capaian.capaian if lalu else None
    serapan = lalu.anggaran_total.persen if lalu and lalu.anggaran else None
    serapan_kini = hasil.anggaran_total.persen if hasil and hasil.anggaran else None
    alasan: str | None
    if lalu is None:
        alasan = "tanpa_lalu"
    elif hasil is None or kini is None or dulu is None:
        alasan = "tak_dinilai"
    else:
        alasan = None if name_cara(hasil)[:3] == name_cara(lalu)[:3] else "cara_berbeda"
    return LaluDaerah.model_validate(
        {
            "tahun": tahun,
            "capaian": dulu,
            "perubahan": None if alasan else _subtract(kini, dulu),
            "penyerapan": serapan,
            "perubahan_penyerapan": _subtract(serapan_kini, serapan),
            "alasan": alasan,
        }
    )


def _subtract(kini: Decimal | None, dulu: Decimal | None) -> Decimal | None:
    return None if kini is None or dulu is None else print_angka(Fraction(kini) - Fraction(dulu))


def is_berperingkat(instansi: InstansiDaerah) -> bool:
    """Whether enough was assessed for a rank: at least half of the indikator."""
    return instansi.capaian is not None and 2 * (instansi.dinilai or 0) >= (instansi.jumlah or 0)


def rank_instansi(instansi: Sequence[InstansiDaerah]) -> tuple[InstansiDaerah, ...]:
    """The agencies with their ranks by printed capaian; equal figures share a rank, the next one is left out."""
    nilai = sorted((i.capaian for i in instansi if i.capaian is not None and is_berperingkat(i)), reverse=True)
    pertama: dict[Decimal, int] = {}
    for urut, satu in enumerate(nilai, 1):
        pertama.setdefault(satu, urut)
    return tuple(
        i.model_copy(update={"peringkat": pertama[i.capaian]}) if i.capaian is not None and is_berperingkat(i) else i
        for i in instansi
    )
