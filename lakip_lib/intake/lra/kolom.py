"""Where a budget table's header is and which amount each column holds, from the words of one to four header rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lakip_lib.formats import clean_teks, parse_triwulan
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.intake.lra.bentuk import (
    BULAN,
    PAGU,
    PAGU_MURNI,
    PAGU_PERUBAHAN,
    PERSEN,
    REALISASI,
    SELISIH,
    UANG,
)

KODE, NOMOR, URAIAN, LAIN = "kode", "nomor", "uraian", "lain"
REALISASI_LALU, REALISASI_INI, RENCANA = "realisasi_lalu", "realisasi_ini", "rencana"
NAMA_BULAN = (
    "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des",
)  # fmt: skip
BARIS_CARI, BARIS_JUDUL = 60, 5

_BULAN = re.compile(
    r"\b(januari|jan|februari|pebruari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agust|agu|agt|"
    r"september|sept|sep|oktober|okt|november|nopember|nov|nop|desember|des)\b"
)
_TW = re.compile(r"(?:triwulan|tribulan|tw\.?)\s*-?\s*(iv|iii|ii|i|[1-4])\b")
_TAHUN = re.compile(r"\b(20\d\d|(?<=tahun-)\d|(?<=tahun ke-)\d)\b")
_JUDUL = re.compile(
    r"\b(kode|uraian|no|nomor|program|kegiatan|urusan|rekening|nama|pagu|anggaran|realisasi|rp|persen|target|sebelum|"
    r"setelah|sesudah|perubahan|murni|operasi|modal|tak terduga|transfer|jumlah|sisa|selisih|triwulan|rencana|kinerja|"
    r"satuan|indikator|k|i|ii|iii|iv|lalu|ini|total|bertambah|berkurang|lebih|kurang|keterangan|nilai|sumber|tahun|20\d\d)\b|^\W*%\W*$|_"
)
_NOMOR_KOLOM = re.compile(r"\(?\d{1,2}[a-z]?\)?(?:\s*[=(:].*)?")
_JUMLAH_UANG = re.compile(r"(?:rp)?[\s.,-]*\d[\d.,\s-]{4,}")
_KELOMPOK = re.compile(
    r"\b(operasi|modal|(?:tak|tidak) terduga|transfer|pegawai|barang(?: dan)? jasa|bunga|subsidi|hibah|"
    r"bantuan sosial)\b"
)
_ATURAN: tuple[tuple[str, str], ...] = (  # first match wins; on the whole path of a column, from the top row down
    (KODE, r"^(?:kode|kd\b|no\.? ?rek|nomor rekening)"),
    (NOMOR, r"^(?:no|nomor)\b\.?(?: urut)?$"),
    (LAIN, r"^(?:indikator|satuan|sasaran|tujuan|tolok|lokasi|sumber|keterangan|penanggung|unit|visi|misi|spd\b|pptk)"),
    (LAIN, r"renstra(?!.*> ?renja)(?!.*\bdievaluasi)|^tingkat capaian|\b(?:fisik|keluaran|output)\b.*> ?(?:k|target)$"),
    (PERSEN, r"(?:%|\bpersen\w*|\bprosentase|\bpersentase)\W*$|^(?:%|persen|prosentase)|penyerapan \(?%"),
    (SELISIH, r"selisih|bertambah|berkurang|lebih ?[/(]|lebih.{0,3}kurang|\bsisa\b|\+/-"),
    (LAIN, r"> ?k(?:inerja)?$|\btarget$"),
    (LAIN, r"kerangka pendanaan.*>(?!.*\brp)|kerangka pendanaan$"),
    (RENCANA, r"\brencana\b|\brak\b|\bspd\b|\bproyeksi\b"),
    (LAIN, r"realisasi(?!.*(?:anggaran|keuangan|rp\b|rupiah)).*\bkinerja\b"),
    (REALISASI_LALU, r"realisasi.*(?:(?:s\.?/?d\.?|sampai dengan).*)?\b(?:lalu|sebelumnya)\b"),
    (REALISASI_INI, r"realisasi.*(?<!s/d )(?<!s\.d )(?<!s\.d\. )(?<!sampai dengan )(?:periode|bulan|triwulan) ini\b"),
    (REALISASI, r"realisasi|serapan|nilai_realisasi"),
    (LAIN, r"\bcapaian\b(?!.*(?:anggaran|rp))"),
    (PAGU_PERUBAHAN, r"setelah|sesudah"),
    (PAGU_MURNI, r"sebelum|murni|semula|\bawal\b|\binduk\b"),
    (PAGU_PERUBAHAN, r"perubahan|dppa|p-?apbd|menjadi|pergeseran"),
    (PAGU, r"\bpagu\b|anggaran|\bdpa\b|apbd|alokasi|plafon|\bdana\b|pendanaan"),
)


@dataclass(frozen=True)
class Kolom:
    """One column of a budget table: its role, the words above it, and the part of the year or group it stands for."""

    nomor: int
    peran: str
    judul: str
    periode: str | None = None
    tahun: int | None = None
    kelompok: str | None = None


@dataclass(frozen=True)
class Kepala:
    """The header of a budget table: its rows and its columns."""

    baris: tuple[int, ...]
    kolom: tuple[Kolom, ...]

    def list_kolom(self, *peran: str) -> list[Kolom]:
        """The columns with one of these roles, left to right."""
        return [k for k in self.kolom if k.peran in peran]


def find_kepala_anggaran(lembar: Lembar) -> Kepala | None:
    """The header of the sheet's budget table, None when no rows name a line and an amount."""
    rows = [(n, isi) for n, isi in lembar.rows() if any(s.teks.strip() for s in isi.values())]
    for posisi, (nomor, _) in enumerate(rows[:BARIS_CARI]):
        baris = _extend(rows[posisi : posisi + BARIS_JUDUL + 1])
        if baris and (kepala := _build_kepala(lembar, baris)):
            return kepala
        if nomor > BARIS_CARI * 3:
            break
    return None


def find_bulan(teks: str) -> str | None:
    """The last month named in a text as "01"…"12", None when there is none."""
    found = _BULAN.findall(teks.casefold().replace("_", " "))
    if not found:
        return None
    awalan = {"peb": "feb", "nop": "nov", "agt": "agu"}.get(found[-1][:3], found[-1][:3])
    return BULAN[NAMA_BULAN.index(awalan)]


def find_triwulan(teks: str) -> str | None:
    """The last quarter named in a text as "TW1"…"TW4", None when there is none."""
    found = _TW.findall(teks.casefold())
    nomor = parse_triwulan(f"TW {found[-1]}") if found else None
    return f"TW{nomor}" if nomor else None


def _extend(rows: list[tuple[int, dict[int, Sel]]]) -> tuple[int, ...]:
    """Row numbers of the header that begins here: text rows with header words, then rows of column numbers."""
    baris: list[int] = []
    for nomor, isi in rows:
        teks = [clean_teks(s.teks) for s in isi.values() if s.teks.strip()]
        if not (baris and _is_nomor_kolom(teks)) and not _is_judul(isi, teks, pertama=not baris):
            break
        baris.append(nomor)
    return tuple(baris)


def _is_nomor_kolom(teks: list[str]) -> bool:
    return len(teks) >= 2 and all(_NOMOR_KOLOM.fullmatch(t) for t in teks)


def _is_judul(isi: dict[int, Sel], teks: list[str], *, pertama: bool) -> bool:
    angka = [s.nilai for s in isi.values() if isinstance(s.nilai, int | float)]
    if any(not 2000 <= n <= 2100 for n in angka) or any(_JUMLAH_UANG.fullmatch(t.casefold()) for t in teks):
        return False
    words = sum(bool(_JUDUL.search(t.casefold())) for t in teks if len(t) < 160)
    return words >= 2 if pertama else words >= max(1, len(teks) // 2)


def _build_kepala(lembar: Lembar, baris: tuple[int, ...]) -> Kepala | None:
    judul = {k: " > ".join(j) for k, j in _list_judul(lembar, baris).items()}
    kolom = [_classify(nomor, teks) for nomor, teks in sorted(judul.items())]
    uang = [k.nomor for k in kolom if k.peran in UANG or k.periode]
    if not uang:
        return None
    kolom = [replace(k, peran=LAIN) if k.peran == URAIAN and k.nomor > uang[0] else k for k in kolom]
    kolom = _fill_gaps(kolom, lembar, baris[-1])
    ada = {k.peran for k in kolom}
    return Kepala(baris, tuple(_mark_years(kolom))) if ada & {URAIAN, KODE} else None


def _list_judul(lembar: Lembar, baris: tuple[int, ...]) -> dict[int, list[str]]:
    """The header words above each column, top row first; merged (or else blank) cells inherit from the left."""
    gabungan = [g for g in lembar.gabungan if g[0] in baris]
    judul: dict[int, list[str]] = {}
    for b in baris:
        isi = {k: clean_teks(s.teks) for (r, k), s in lembar.sel.items() if r == b and s.teks.strip()}
        if judul and _is_nomor_kolom(list(isi.values())):
            continue
        for k, teks in _spread(isi, b, gabungan, lembar.kolom_akhir if not gabungan and b != baris[-1] else 0):
            judul.setdefault(k, []).append(teks)
    bawah = {k for (r, k), s in lembar.sel.items() if r == baris[-1] and s.teks.strip()}
    if gabungan or len(baris) == 1:
        return judul
    return {k: j for k, j in judul.items() if k in bawah or _is_own(lembar, baris, k)}


def _spread(
    isi: dict[int, str], baris: int, gabungan: list[tuple[int, int, int, int]], sampai: int
) -> Iterator[tuple[int, str]]:
    for kolom, teks in sorted(isi.items()):
        kanan = next((k2 for b1, k1, _, k2 in gabungan if (b1, k1) == (baris, kolom)), kolom)
        if sampai:
            kanan = min((k for k in isi if k > kolom), default=sampai + 1) - 1
        for k in range(kolom, kanan + 1):
            yield k, teks


def _is_own(lembar: Lembar, baris: tuple[int, ...], kolom: int) -> bool:
    return any((b, kolom) in lembar.sel and lembar.sel[(b, kolom)].teks.strip() for b in baris)


def _classify(nomor: int, judul: str) -> Kolom:
    teks = clean_teks(judul).casefold()
    daun = teks.rpartition(" > ")[2]
    peran = next((p for p, pola in _ATURAN if re.search(pola, teks)), None)
    if daun.startswith("fisik"):
        peran = LAIN
    jumlah = re.search(r"total|jumlah", daun)
    periode = None if jumlah else find_triwulan(teks) or _roman_triwulan(teks) or find_bulan(teks)
    if peran is None or (peran == PAGU and _is_nama(teks)):
        peran = URAIAN if _is_nama(teks) else (REALISASI if periode or jumlah else LAIN)
    cocok = _KELOMPOK.findall(teks)
    tahun = _TAHUN.findall(teks)
    return Kolom(
        nomor,
        peran,
        judul,
        periode=periode if peran in (REALISASI, RENCANA, PERSEN, REALISASI_INI) else None,
        tahun=int(tahun[-1]) if tahun else None,
        kelompok=cocok[-1] if cocok else None,
    )


def _is_nama(teks: str) -> bool:
    awal = re.match(r"(?:sub )?(uraian|nama|program|kegiatan|urusan|nomenklatur|jenis|rincian|rekening)", teks)
    return awal is not None and not re.search(r"\(rp|rupiah", teks)


def _roman_triwulan(teks: str) -> str | None:
    """A quarter told by a lone I–IV under a head that says triwulan."""
    if "triwulan" not in teks and "tribulan" not in teks:
        return None
    lone = [b for b in teks.split(" > ") if re.fullmatch(r"iv|iii|ii|i|[1-4]", b)]
    return find_triwulan(f"tw {lone[-1]}") if lone else None


def _fill_gaps(kolom: list[Kolom], lembar: Lembar, akhir: int) -> list[Kolom]:
    """Untitled columns right of a code or name column belong to it (one a level); left of all they hold codes."""
    by_nomor = {k.nomor: k for k in kolom}
    terisi = {k for (b, k) in lembar.sel if b > akhir}
    pertama = min((k.nomor for k in kolom if k.peran in (KODE, NOMOR, URAIAN)), default=1)
    for n in range(1, pertama):
        if n in terisi and n not in by_nomor:
            by_nomor[n] = Kolom(n, KODE, "")
    for n in range(pertama, max(by_nomor) + 1):
        kiri = by_nomor.get(n - 1)
        if n not in by_nomor and n in terisi and kiri and kiri.peran in (KODE, NOMOR, URAIAN):
            by_nomor[n] = replace(kiri, nomor=n)
    return [by_nomor[n] for n in sorted(by_nomor)]


def _mark_years(kolom: list[Kolom]) -> list[Kolom]:
    """Realisasi and pagu of an earlier year beside this year's (LRA-1) become realisasi_lalu and lain."""
    if not any(k.peran == REALISASI for k in kolom):
        return kolom  # years side by side without realisasi: the pagu of a Renstra
    years = [k.tahun for k in kolom if k.tahun and k.peran in UANG]
    if len(set(years)) < 2:
        return kolom
    kini = max(k.tahun for k in kolom if k.tahun and k.peran in UANG)
    return [
        replace(k, peran=REALISASI_LALU if k.peran == REALISASI else LAIN)
        if k.peran in UANG and k.tahun and k.tahun < kini
        else k
        for k in kolom
    ]
