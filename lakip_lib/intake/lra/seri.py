"""Files of one budget at several times: put in order, told apart as cumulative or monthly, doubles taken out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lakip_lib.intake.lra.bentuk import BULAN, NOL, PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI, TRIWULAN, UANG
from lakip_lib.intake.lra.pesan import build_temuan, name_periode, say_rupiah
from lakip_lib.intake.lra.pilih import TUMPANG, measure_overlap
from lakip_lib.intake.lra.pohon import Pohon
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

PORSI_TURUN = Decimal("0.05")  # of lines that change, more falls than this mean that months are not cumulative
URUTAN = {p: n for n, p in enumerate((*BULAN[:3], "TW1", *BULAN[3:6], "TW2", *BULAN[6:9], "TW3", *BULAN[9:], "TW4"))}


@dataclass(frozen=True)
class Seri:
    """One budget at one or several times, oldest first; how the files relate, who decided it, and what was found."""

    pohon: tuple[Pohon, ...]
    kumulatif: bool | None
    cara: str
    temuan: tuple[Temuan, ...] = ()


def group_seri(pohon: Sequence[Pohon], *, kumulatif: bool | None) -> list[Seri]:
    """Tables that share most lines make one series; a table of other lines (another program, say) starts its own."""
    kelompok: list[list[Pohon]] = []
    for p in pohon:
        rumah = next((k for k in kelompok if measure_overlap(p, k[0]) >= TUMPANG), None)
        if rumah is None:
            kelompok.append([p])
        else:
            rumah.append(p)
    return [_build_seri(k, kumulatif) for k in kelompok]


def _build_seri(pohon: list[Pohon], kumulatif: bool | None) -> Seri:
    urut, temuan = _drop_doubles(sorted(pohon, key=_sort_key))
    if len(urut) == 1:
        return Seri(tuple(urut), kumulatif, "tunggal", (*temuan, *_note_single(urut[0], kumulatif)))
    naik, turun = count_changes(urut)
    terdeteksi, alasan, tingkat = _decide(urut, naik, turun)
    cara = "terdeteksi" if kumulatif is None else "dinyatakan"
    hasil = terdeteksi if kumulatif is None else kumulatif
    daftar = ", ".join(p.tabel.berkas.rpartition("/")[2] for p in urut)
    if kumulatif is None:
        jenis = "kumulatif (yang terakhir dipakai)" if hasil else "bulanan (dijumlahkan)"
        isi = f"{len(urut)} berkas ({daftar}) dibaca sebagai {jenis} karena {alasan}."
        ajakan = "" if tingkat is Tingkat.CATATAN else " Mohon tegaskan dengan kumulatif = true atau false pada [lra]."
        temuan.append(_note(urut, "anggaran-kumulatif", tingkat, isi + ajakan))
    elif hasil != terdeteksi and tingkat is Tingkat.CATATAN:
        isi = f"pengaturan kumulatif = {str(hasil).lower()} dipakai, tetapi {alasan}. Mohon periksa pengaturan [lra]."
        temuan.append(_note(urut, "anggaran-kumulatif", Tingkat.PERINGATAN, isi))
    return Seri(tuple(urut), hasil, cara, (*temuan, *([] if hasil else _note_gaps(urut))))


def count_changes(pohon: Sequence[Pohon]) -> tuple[int, int]:
    """How many lines rise and how many fall in realisasi from one table to the next (deepest lines only)."""
    naik = turun = 0
    for a, b in pairwise(pohon):
        lama, baru = _leaf_values(a), _leaf_values(b)
        for kunci in lama.keys() & baru.keys():
            naik += baru[kunci] > lama[kunci] + 1
            turun += baru[kunci] < lama[kunci] - 1
    return naik, turun


def sum_top(pohon: Pohon, kolom: Iterable[str]) -> Decimal:
    """The first of these amounts that the table has, added over its top lines."""
    for nama in kolom:
        nilai = [s.mentah.angka[nama] for s in pohon.simpul if s.induk is None and nama in s.mentah.angka]
        if nilai:
            return sum(nilai, NOL)
    return NOL


def _decide(pohon: Sequence[Pohon], naik: int, turun: int) -> tuple[bool, str, Tingkat]:
    """Cumulative or not, why, and how sure (catatan: sure; wajib: to be confirmed)."""
    pagu = sum_top(pohon[-1], (PAGU_PERUBAHAN, PAGU, PAGU_MURNI))
    jumlah = sum((sum_top(p, (REALISASI,)) for p in pohon), NOL)
    melebihi = pagu > 0 and jumlah > pagu
    if any(p.tabel.sampai_dengan for p in pohon) and turun <= naik * PORSI_TURUN:
        return True, "judulnya menyebut sampai dengan dan realisasi tidak menurun", Tingkat.CATATAN
    if turun and turun > (naik + turun) * PORSI_TURUN:
        alasan = f"realisasi {turun} rincian menurun dari satu berkas ke berkas berikutnya"
        return False, alasan, Tingkat.WAJIB if melebihi else Tingkat.CATATAN
    if turun:
        return melebihi, f"realisasi sebagian kecil rincian ({turun}) menurun", Tingkat.WAJIB
    if melebihi:
        return True, "realisasi tidak pernah menurun dan jumlahnya akan melebihi pagu", Tingkat.CATATAN
    sure = len(pohon) > 2 and naik > 0
    return True, "realisasi tidak pernah menurun", Tingkat.CATATAN if sure else Tingkat.PERINGATAN


def _leaf_values(pohon: Pohon) -> dict[str, Decimal]:
    induk = {s.induk for s in pohon.simpul}
    daun = (s for i, s in enumerate(pohon.simpul) if i not in induk)
    return {s.kunci: s.mentah.angka[REALISASI] for s in daun if REALISASI in s.mentah.angka}


def _sort_key(p: Pohon) -> tuple[int, str, str]:
    nama = p.tabel.berkas.rpartition(".")[0]  # so that "maret revisi" comes after "maret"
    return (URUTAN.get(p.tabel.periode or "", 99), nama, p.tabel.lembar)


def _drop_doubles(pohon: list[Pohon]) -> tuple[list[Pohon], list[Temuan]]:
    """One table a time: a copy or a summary goes with a note, a differing one must be settled (the last name counts)."""
    hasil: list[Pohon] = []
    temuan: list[Temuan] = []
    for p in pohon:
        lama = next((q for q in hasil if _is_same_time(p, q)), None)
        if lama is None:
            hasil.append(p)
            continue
        cocok = _has_same_amounts(p, lama)
        pakai = max(lama, p, key=lambda q: len(q.simpul)) if cocok else p
        hasil[hasil.index(lama)] = pakai
        temuan.append(_note_double(lama if pakai is p else p, pakai, sama=cocok))
    return hasil, temuan


def _is_same_time(p: Pohon, q: Pohon) -> bool:
    """Two tables of one period, or of unknown periods with the same amounts."""
    if p.tabel.periode and q.tabel.periode:
        return p.tabel.periode == q.tabel.periode
    return _has_same_amounts(p, q)


def _has_same_amounts(p: Pohon, q: Pohon) -> bool:
    """Whether every line that both have prints the same amounts."""
    lain = {s.kunci: s.mentah.angka for s in q.simpul}
    pasangan = [(s.mentah.angka, lain[s.kunci]) for s in p.simpul if s.kunci in lain]
    return bool(pasangan) and all(a[k] == b[k] for a, b in pasangan for k in UANG if k in a and k in b)


def _note_double(buang: Pohon, pakai: Pohon, *, sama: bool) -> Temuan:
    lain = pakai.tabel.berkas if pakai.tabel.berkas != buang.tabel.berkas else f"lembar {pakai.tabel.lembar}"
    if sama:
        isi = f"isinya sama dengan atau ringkasan dari {lain}; yang lebih lengkap dipakai sekali."
        return _note([buang], "anggaran-berkas-kembar", Tingkat.CATATAN, isi)
    isi = f"periodenya sama dengan {lain} tetapi angkanya berbeda; {lain} yang dipakai. Mohon sisakan satu."
    return _note([buang], "anggaran-periode-ganda", Tingkat.WAJIB, isi)


def _note_single(p: Pohon, kumulatif: bool | None) -> list[Temuan]:
    if p.tabel.periode not in BULAN[:11] or kumulatif is not None or p.tabel.sampai_dengan:
        return []
    uang = say_rupiah(sum_top(p, (REALISASI,)))
    isi = (
        f"hanya satu berkas untuk bulan {name_periode(p.tabel.periode or '')}; realisasi {uang} "
        "dibaca sebagai realisasi sampai dengan bulan itu. Mohon tegaskan dengan kumulatif pada [lra]."
    )
    return [_note([p], "anggaran-satu-periode", Tingkat.PERINGATAN, isi)]


def _note_gaps(pohon: Sequence[Pohon]) -> list[Temuan]:
    """Months missing between the first of the year and the last file."""
    ada = [p.tabel.periode for p in pohon]
    for tangga, nama in ((BULAN, "bulan"), (TRIWULAN, "triwulan")):
        nomor = [tangga.index(p) + 1 for p in ada if p in tangga]
        kurang = sorted(set(range(1, max(nomor, default=0) + 1)) - set(nomor))
        if kurang:
            daftar = ", ".join(str(n) for n in kurang)
            isi = f"berkas {nama} ke-{daftar} tidak ada, sehingga realisasinya belum terhitung. Mohon dilengkapi."
            return [_note(pohon, "anggaran-periode-kurang", Tingkat.WAJIB, isi)]
    return []


def _note(pohon: Sequence[Pohon], aturan: str, tingkat: Tingkat, isi: str) -> Temuan:
    t = pohon[-1].tabel
    return build_temuan(aturan, tingkat, isi, berkas=t.berkas, lembar=t.lembar)
