"""The budget against what the agency says of itself: its own code, its Program sheet, the units' F3."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lakip_lib.checks.anggaran.tempat import name_kolom, report_asal, report_baris
from lakip_lib.intake.lra.bentuk import PAGU, REALISASI, BarisAnggaran, Lra
from lakip_lib.intake.lra.kode import Level, map_kode, normalise_kode
from lakip_lib.intake.lra.pesan import build_temuan, say_rupiah
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

Baris = Mapping[str, object]
KATA_KALI = {1_000: "ribuan rupiah", 1_000_000: "jutaan rupiah"}
LEMBAR_PROGRAM = "Program"


def check_skpd(lra: Lra, kode_skpd: str) -> Iterator[Temuan]:
    """Organisations in the file that are not this agency (a unit below it, with another last part, is)."""
    sendiri = normalise_kode(kode_skpd)
    if sendiri is None:
        return
    for skpd in lra.skpd:
        if skpd.kode.split(".")[:7] == list(sendiri.bagian[:7]):
            continue
        isi = (
            f"anggaran {skpd.nama} (kode {skpd.kode}) bukan milik SKPD ini ({sendiri.teks}). "
            "Mohon kirim LRA SKPD sendiri, atau betulkan kode_skpd di instansi.toml."
        )
        yield report_asal([skpd.asal], "kode", "anggaran-skpd-lain", Tingkat.WAJIB, isi)


def check_program(lra: Lra, program: Iterable[Baris], peta: Mapping[str, str]) -> Iterator[Temuan]:
    """Lowest lines that no row of Program (their code or one above) puts under a sasaran; Program rows never met."""
    dikenal = {map_kode(k.teks, peta): k.teks for row in program if (k := normalise_kode(_teks(row, "kode")))}
    if not any(b.kode for b in lra.baris):
        if lra.baris and dikenal:
            isi = "LRA tidak memuat kode, sehingga anggarannya belum dapat dipetakan ke sasaran. Mohon lengkapi kode."
            yield report_baris(lra.baris[0], "uraian", "anggaran-tanpa-kode-peta", Tingkat.WAJIB, isi)
        return
    for b in list_terbawah(lra):
        if (b.pagu or b.realisasi_anggaran) and not find_program(map_kode(b.kode or "", peta), dikenal):
            isi = (
                f"{b.sebutan} belum dipetakan ke sasaran di lembar Program perencanaan.xlsx. Mohon tambahkan kodenya, "
                "atau kode di atasnya, dengan sasaran atau penunjang."
            )
            yield report_baris(b, "uraian", "anggaran-belum-dipetakan", Tingkat.WAJIB, isi)
    ada = {map_kode(b.kode, peta) for b in lra.baris if b.kode}
    for kini, kode in sorted(dikenal.items()):
        if not any(_matches(kini, a) for a in ada):
            isi = f"program {kode} tidak ada di LRA. Mohon periksa kodenya atau isi PetaKode bila kodenya berganti."
            yield build_temuan(
                "anggaran-program-tidak-ada", Tingkat.PERINGATAN, isi, berkas="perencanaan.xlsx",
                lembar=LEMBAR_PROGRAM, kolom="kode", nilai=kode,
            )  # fmt: skip


def check_keluaran(lra: Lra, keluaran: Iterable[Baris], peta: Mapping[str, str]) -> Iterator[Temuan]:
    """Rupiah that units typed in F3 against the LRA, which is the record; several rows of a code may share it out."""
    garis = {map_kode(b.kode, peta): b for b in lra.baris if b.kode and b.level is not Level.SKPD}
    rows: dict[str, list[Baris]] = defaultdict(list)
    for row in keluaran:
        if kode := normalise_kode(_teks(row, "kode")):
            rows[map_kode(kode.teks, peta)].append(row)
    for kode_isian, isian in rows.items():
        b = garis.get(kode_isian)
        for kolom in (PAGU, REALISASI):
            nilai = [(row, v) for row in isian if isinstance(v := row.get(kolom), Decimal)]
            if b is None or b.get_nilai(kolom) is None or not nilai:
                continue
            if not _agrees([v for _, v in nilai], b.get_nilai(kolom) or Decimal(0), lra.toleransi):
                yield _report_keluaran(nilai[0][0], b, kolom, sum((v for _, v in nilai), Decimal(0)))
        berisi = any(isinstance(v := r.get(k), Decimal) and v for r in isian for k in (PAGU, REALISASI))
        if b is None and lra.baris and berisi:
            isi = f"kode {kode_isian} berisi rupiah tetapi tidak ada di LRA. Mohon periksa kodenya atau isi PetaKode."
            yield _at_row(isian[0], "anggaran-isian-tidak-ada-di-lra", isi, "kode", kode_isian)


def list_terbawah(lra: Lra) -> list[BarisAnggaran]:
    """The lines that carry money to sasaran: sub kegiatan, else the lowest line above the accounts."""
    anak = lra.list_anak()
    return [
        b
        for i, b in enumerate(lra.baris)
        if b.kode
        and b.level not in (Level.AKUN, Level.SKPD)
        and all(lra.baris[j].level is Level.AKUN for j in anak.get(i, []))
    ]


def find_program(kode: str, dikenal: Iterable[str]) -> str | None:
    """The deepest known code that is this code or stands above it; X.XX stands for any bidang urusan."""
    cocok = [k for k in dikenal if _matches(k, kode)]
    return max(cocok, key=lambda k: (k.count("."), k[0] != "X"), default=None)


def _matches(pola: str, kode: str) -> bool:
    """Whether `pola` is the code or one above it; X.XX stands for any bidang urusan."""
    a, b = pola.split("."), kode.split(".")
    return len(b) >= len(a) and all(p == q or set(p) == {"X"} for p, q in zip(a, b, strict=False))


def _agrees(nilai: list[Decimal], lra: Decimal, toleransi: Decimal) -> bool:
    return abs(sum(nilai, Decimal(0)) - lra) <= toleransi or all(abs(v - lra) <= toleransi for v in nilai)


def _report_keluaran(row: Baris, b: BarisAnggaran, kolom: str, nilai: Decimal) -> Temuan:
    lra = b.get_nilai(kolom) or Decimal(0)
    kali = next((n for n in KATA_KALI if nilai and abs(lra / nilai - n) < n / 100), None)
    sebab = f" Isian tampaknya dalam {KATA_KALI[kali]}." if kali else ""
    isi = (
        f"{name_kolom(kolom)} {b.sebutan} diisi {say_rupiah(nilai)}, sedangkan LRA mencatat {say_rupiah(lra)}.{sebab} "
        "Angka LRA yang dipakai; mohon samakan isian atau beri keterangan."
    )
    return _at_row(row, "anggaran-isian-berbeda", isi, kolom, str(nilai))


def _at_row(row: Baris, aturan: str, isi: str, kolom: str, nilai: str) -> Temuan:
    return build_temuan(
        aturan, Tingkat.PERINGATAN, isi, berkas=_teks(row, "berkas"), lembar=_teks(row, "lembar") or None,
        sel=_teks(row, "sel") or None, kolom=kolom, nilai=nilai,
    )  # fmt: skip


def _teks(row: Baris, nama: str) -> str:
    nilai = row.get(nama)
    return nilai if isinstance(nilai, str) else ""
