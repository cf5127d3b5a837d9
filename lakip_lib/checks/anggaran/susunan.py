"""Whether a budget adds up: children and parents, rows and printed total, parts and year, lines that stand twice."""

from collections.abc import Container, Iterator
from decimal import Decimal

from lakip_lib.checks.anggaran.tempat import name_kolom, report_asal, report_baris
from lakip_lib.intake.lra.bentuk import NOL, PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI, UANG, BarisAnggaran, Lra
from lakip_lib.intake.lra.kode import LEVEL_LABEL
from lakip_lib.intake.lra.pesan import say_rupiah
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan


def check_rincian(lra: Lra) -> Iterator[Temuan]:
    """Every parent against the sum of its children, in every amount it prints (tolerance of the Lra)."""
    for i, anak in lra.list_anak().items():
        if i is None:
            continue
        induk = lra.baris[i]
        salah = {k: jumlah for k in _list_kolom(induk) if (jumlah := _sum_wrong(lra, induk, anak, k)) is not None}
        bagian = sum(((induk.get_nilai(k) or NOL) - v for k, v in salah.items() if k not in UANG), NOL)
        for kolom, jumlah in salah.items():
            selisih = (induk.get_nilai(kolom) or NOL) - jumlah
            if kolom == REALISASI and bagian == selisih:
                continue  # told by the month it comes from
            wajib = kolom in UANG or (REALISASI in salah and bagian != NOL)
            yield _report_rincian(induk, kolom, jumlah, Tingkat.WAJIB if wajib else Tingkat.PERINGATAN)


def check_total(lra: Lra) -> Iterator[Temuan]:
    """The printed grand total against the sum of the top lines."""
    for kolom in (*_list_pagu(lra.total_tercetak), REALISASI):
        tertulis, jumlah = lra.total_tercetak.get(kolom), lra.compute_total(kolom)
        if tertulis is None or jumlah is None or abs(tertulis - jumlah) <= lra.toleransi:
            continue
        isi = (
            f"baris jumlah menulis {name_kolom(kolom)} {say_rupiah(tertulis)}, sedangkan jumlah baris-barisnya "
            f"{say_rupiah(jumlah)} (selisih {say_rupiah(tertulis - jumlah)}). "
            "Mohon periksa baris yang kurang atau ganda."
        )
        asal = lra.asal_total.get(kolom, ())
        yield report_asal(asal, kolom, "anggaran-jumlah-tidak-sama", Tingkat.WAJIB, isi, nilai=tertulis)


def check_periode(lra: Lra) -> Iterator[Temuan]:
    """Quarters or months printed in columns against the year's realisasi beside them."""
    for b in lra.baris:
        if not b.periode or b.realisasi_anggaran is None:
            continue
        jumlah = sum(b.periode.values(), NOL)
        if abs(jumlah - b.realisasi_anggaran) > lra.toleransi * max(1, len(b.periode) // 2):
            isi = (
                f"jumlah {', '.join(name_kolom(p) for p in b.periode)} untuk {b.sebutan} adalah {say_rupiah(jumlah)}, "
                f"sedangkan realisasi setahun tertulis {say_rupiah(b.realisasi_anggaran)}. Mohon periksa rumusnya."
            )
            yield report_baris(
                b, REALISASI, "anggaran-periode-tidak-sama", Tingkat.PERINGATAN, isi, nilai=b.realisasi_anggaran
            )


def check_ganda(lra: Lra) -> Iterator[Temuan]:
    """Lines that stand twice under one parent; equal amounts look like a copy and must be settled."""
    pertama: dict[tuple[int | None, str], BarisAnggaran] = {}
    for b in lra.baris:
        kunci = (b.induk, b.kunci.partition("#")[0])
        lama = pertama.setdefault(kunci, b)
        if lama is b:
            continue
        sama = (lama.pagu, lama.realisasi_anggaran) == (b.pagu, b.realisasi_anggaran)
        asal = lama.asal.get("uraian", ())
        tempat = f" (pertama di sel {asal[-1].sel})" if asal else ""
        saran = "angkanya sama, mungkin tersalin dua kali" if sama else "angkanya berbeda"
        isi = f"{LEVEL_LABEL[b.level]} {b.sebutan} tertulis lebih dari sekali{tempat}; {saran}. Mohon diperiksa."
        yield report_baris(b, "uraian", "anggaran-ganda", Tingkat.WAJIB if sama else Tingkat.PERINGATAN, isi)


def _list_kolom(b: BarisAnggaran) -> tuple[str, ...]:
    return (*_list_pagu({k for k in UANG if b.get_nilai(k) is not None}), REALISASI, *b.periode)


def _list_pagu(ada: Container[str]) -> tuple[str, ...]:
    """Murni and perubahan where they are told apart, else the one pagu."""
    return tuple(k for k in (PAGU_MURNI, PAGU_PERUBAHAN) if k in ada) or (PAGU,)


def _sum_wrong(lra: Lra, induk: BarisAnggaran, anak: list[int], kolom: str) -> Decimal | None:
    """The sum of the children where it differs from the parent, None where they agree or nothing can be compared."""
    tertulis = induk.get_nilai(kolom)
    nilai = [v for i in anak if (v := lra.baris[i].get_nilai(kolom)) is not None]
    if tertulis is None or not nilai:
        return None
    jumlah = sum(nilai, NOL)
    longgar = lra.toleransi if lra.pengali == 1 else lra.toleransi * max(1, (len(nilai) + 1) // 2)
    return jumlah if abs(tertulis - jumlah) > longgar else None


def _report_rincian(induk: BarisAnggaran, kolom: str, jumlah: Decimal, tingkat: Tingkat) -> Temuan:
    tertulis = induk.get_nilai(kolom) or NOL
    isi = (
        f"{name_kolom(kolom)} {LEVEL_LABEL[induk.level]} {induk.sebutan} tertulis {say_rupiah(tertulis)}, sedangkan "
        f"jumlah rinciannya {say_rupiah(jumlah)} (selisih {say_rupiah(tertulis - jumlah)}). "
        "Mohon periksa rincian atau jumlahnya."
    )
    return report_baris(induk, kolom, "anggaran-rincian-tidak-sama", tingkat, isi, nilai=tertulis)
