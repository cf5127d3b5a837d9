"""All figures of a district at once, and rekap.json as it is promised."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lakip_lib.istilah import ALASAN_LABEL, SEBAB_LABEL
from lakip_lib.measures.daerah.anggaran import group_anggaran, list_rincian, sum_total
from lakip_lib.measures.daerah.bahan import BahanInstansi, Sumbangan, gather_sumbangan
from lakip_lib.measures.daerah.hasil import (
    Cacah,
    CaraHitung,
    HasilDaerah,
    IdentitasDaerah,
    InstansiDaerah,
    KuadranDaerah,
    RekapIndikator,
    RekapInstansi,
    RekapLalu,
    Sebaran,
    TemuanDaerah,
)
from lakip_lib.measures.daerah.instansi import compute_instansi_daerah, rank_instansi
from lakip_lib.measures.daerah.sebaran import JENIS, JENIS_LAIN, compute_sebaran
from lakip_lib.measures.kuadran import BACAAN
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.skala import SKALA
from lakip_lib.measures.susun import to_plain
from lakip_lib.urutan import natural_key

TINGKAT = ("wajib", "peringatan", "catatan")
SEBARAN = (
    ("capaian", "Capaian (%)"),
    ("capaian_mentah", "Capaian mentah (%)"),
    ("porsi", "Indikator tercapai dari yang dinilai (%)"),
    ("penyerapan", "Penyerapan anggaran (%)"),
)


def compute_daerah(
    identitas: IdentitasDaerah,
    bahan: Iterable[BahanInstansi],
    *,
    tahun: int,
    periode: str = "tahunan",
    salah_nama: Iterable[str] = (),
) -> HasilDaerah:
    """The district's figures from its agencies, which are asked for one at a time: only one Hasil is held at once."""
    pasangan = sorted((_split(satu, tahun) for satu in bahan), key=lambda p: (natural_key(p[0].kode), p[0].kode))
    daftar = rank_instansi([instansi for instansi, _ in pasangan])
    sumbangan = [isi for _, isi in pasangan if isi is not None]
    return HasilDaerah(
        tahun=tahun,
        periode=periode,
        daerah=identitas,
        rekap=count_instansi(daftar),
        indikator=count_indikator(daftar),
        instansi=daftar,
        salah_nama=tuple(sorted(salah_nama)),
        sebab=count_sebab(daftar),
        sebaran=list_sebaran(daftar),
        jenis=list_jenis(daftar),
        kategori=count_kategori(daftar),
        alasan=count_alasan(sumbangan),
        cara_hitung=count_cara(sumbangan),
        anggaran_total=sum_total(daftar),
        urusan=group_anggaran("urusan", sumbangan),
        program=group_anggaran("program", sumbangan),
        rincian_anggaran=list_rincian(sumbangan),
        kuadran=count_kuadran(daftar),
        lalu=count_lalu(daftar, tahun - 1),
        temuan=count_temuan(sumbangan, list_sebutan(daftar)),
    )


def _split(bahan: BahanInstansi, tahun: int) -> tuple[InstansiDaerah, Sumbangan | None]:
    """What is kept of an agency: its own figures, and its part in the sums where they count."""
    instansi, hasil = compute_instansi_daerah(bahan, tahun)
    return instansi, None if hasil is None else gather_sumbangan(bahan.kode, hasil)


def promise_daerah(hasil: HasilDaerah) -> dict[str, Any]:
    """rekap.json as plain JSON values: figures are strings with a dot, counts are numbers, or null."""
    return dict(to_plain(hasil.model_dump()))


def count_instansi(daftar: Sequence[InstansiDaerah]) -> RekapInstansi:
    """The agencies by state, and those that have each figure."""
    keadaan = Counter(i.keadaan for i in daftar)
    return RekapInstansi(
        jumlah=len(daftar),
        melapor=sum(i.jumlah is not None for i in daftar),
        selesai=keadaan["selesai"],
        perbaikan=keadaan["perbaikan"],
        gagal=keadaan["gagal"],
        belum=keadaan["belum"],
        bercapaian=sum(i.capaian is not None for i in daftar),
        berperingkat=sum(i.peringkat is not None for i in daftar),
        beranggaran=sum(i.penyerapan is not None for i in daftar),
    )


def count_sebab(daftar: Sequence[InstansiDaerah]) -> tuple[Cacah, ...]:
    """How many agencies are not finished for which reason, in the order of the table of words."""
    banyak = Counter(str(i.sebab) for i in daftar)
    return tuple(
        Cacah(kode=k, label=label, instansi=n, jumlah=n) for k, label in SEBAB_LABEL.items() if (n := banyak[k])
    )


def count_indikator(daftar: Sequence[InstansiDaerah]) -> RekapIndikator:
    """The indikator of all agencies with figures."""
    jumlah, dinilai, tercapai = (sum(getattr(i, k) or 0 for i in daftar) for k in ("jumlah", "dinilai", "tercapai"))
    return RekapIndikator(
        jumlah=jumlah,
        dinilai=dinilai,
        tak_dinilai=jumlah - dinilai,
        tercapai=tercapai,
        porsi=print_angka(Fraction(tercapai, dinilai) * 100 if dinilai else None),
    )


def list_sebaran(daftar: Sequence[InstansiDaerah]) -> tuple[Sebaran, ...]:
    """The spread of every figure that agencies are compared by, and of the change of capaian."""
    isi = [compute_sebaran(kode, label, [getattr(i, kode) for i in daftar]) for kode, label in SEBARAN]
    perubahan: list[Decimal | None] = [i.lalu.perubahan for i in daftar]
    return (*isi, compute_sebaran("perubahan", "Perubahan capaian (poin)", perubahan))


def list_jenis(daftar: Sequence[InstansiDaerah]) -> tuple[Sebaran, ...]:
    """The spread of capaian within each kind of agency that is there."""
    urutan = [*dict.fromkeys(jenis for _, jenis in JENIS), JENIS_LAIN]
    ada = {i.jenis for i in daftar}
    return tuple(
        compute_sebaran(jenis.casefold().replace(" ", "-"), jenis, [i.capaian for i in daftar if i.jenis == jenis])
        for jenis in urutan
        if jenis in ada
    )


def count_kategori(daftar: Sequence[InstansiDaerah]) -> tuple[Cacah, ...]:
    """Agencies by the word that their own scale gives them, known words from the highest down, others after."""
    urutan = [p.label for s in SKALA.values() for p in s.pita]
    banyak = Counter(i.kategori for i in daftar if i.kategori is not None)
    kunci = sorted(banyak, key=lambda k: (urutan.index(k) if k in urutan else len(urutan), k))
    return tuple(Cacah(kode=f"k{n}", label=k, instansi=banyak[k], jumlah=banyak[k]) for n, k in enumerate(kunci, 1))


def count_alasan(sumbangan: Sequence[Sumbangan]) -> tuple[Cacah, ...]:
    """Why indikator could not be assessed, the most frequent reason first."""
    jumlah: Counter[str] = Counter()
    instansi: Counter[str] = Counter()
    for satu in sumbangan:
        jumlah.update(satu.alasan)
        instansi.update(set(satu.alasan))
    label = {str(k): v for k, v in ALASAN_LABEL.items()} | {"tak_dinilai": "belum dapat dinilai"}
    return tuple(
        Cacah(kode=k, label=label[k], instansi=instansi[k], jumlah=n)
        for k, n in sorted(jumlah.items(), key=lambda item: (-item[1], item[0]))
    )


def count_cara(sumbangan: Sequence[Sumbangan]) -> tuple[CaraHitung, ...]:
    """The ways in which agencies computed their capaian, the commonest first."""
    banyak = Counter(s.cara for s in sumbangan)
    urut = sorted(banyak.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        CaraHitung(kode=f"c{n}", batas_capaian=c[0], rata_instansi=c[1], metode_min=c[2], skala=c[3], instansi=jumlah)
        for n, (c, jumlah) in enumerate(urut, 1)
    )


def count_kuadran(daftar: Sequence[InstansiDaerah]) -> tuple[KuadranDaerah, ...]:
    """How many agencies stand in each of the four fields."""
    banyak = Counter(i.kuadran for i in daftar)
    return tuple(KuadranDaerah(kode=k, instansi=banyak[k], bacaan=bacaan) for k, bacaan in BACAAN.items())


def count_lalu(daftar: Sequence[InstansiDaerah], tahun: int) -> RekapLalu:
    """How many agencies moved which way; of those with figures this year, why others could not be compared."""
    ubah = [i.lalu.perubahan for i in daftar if i.lalu.perubahan is not None]
    alasan = Counter(i.lalu.alasan for i in daftar if i.jumlah is not None)
    return RekapLalu(
        tahun=tahun,
        dibanding=len(ubah),
        naik=sum(u > 0 for u in ubah),
        tetap=sum(u == 0 for u in ubah),
        turun=sum(u < 0 for u in ubah),
        tanpa_lalu=alasan["tanpa_lalu"],
        cara_berbeda=alasan["cara_berbeda"],
        tak_dinilai=alasan["tak_dinilai"],
    )


def list_sebutan(daftar: Sequence[InstansiDaerah]) -> dict[str, str]:
    """The short name of each agency by its kode; the whole name where there is none, or where others have the same."""
    banyak = Counter(i.singkatan.casefold() for i in daftar)
    return {i.kode: i.singkatan if i.singkatan and banyak[i.singkatan.casefold()] == 1 else i.nama for i in daftar}


def count_temuan(sumbangan: Sequence[Sumbangan], sebutan: Mapping[str, str]) -> tuple[TemuanDaerah, ...]:
    """The findings by rule: heaviest first, then those that most agencies share; the example under its agency's name."""
    jumlah: Counter[tuple[str, str]] = Counter()
    instansi: Counter[tuple[str, str]] = Counter()
    contoh: dict[tuple[str, str], str] = {}
    for satu in sumbangan:
        jumlah.update(satu.temuan)
        instansi.update(set(satu.temuan))
        contoh = {k: f"{sebutan[satu.kode]}: {pesan}" for k, pesan in satu.contoh.items()} | contoh
    urut = sorted(jumlah, key=lambda k: (TINGKAT.index(k[0]), -instansi[k], -jumlah[k], k[1]))
    return tuple(
        TemuanDaerah(kode=f"{k[1]}-{k[0]}", tingkat=k[0], instansi=instansi[k], jumlah=jumlah[k], contoh=contoh[k])
        for k in urut
    )
