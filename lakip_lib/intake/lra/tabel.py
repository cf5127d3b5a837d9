"""One sheet as a budget table: rows with code, name, amounts and the cells of each; total rows set apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lakip_lib.formats import clean_teks, detect_desimal, format_angka
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.lra.bentuk import (
    PAGU,
    PAGU_MURNI,
    PAGU_PERUBAHAN,
    PERSEN,
    REALISASI,
    SELISIH,
    BarisMentah,
    TabelAnggaran,
)
from lakip_lib.intake.lra.judul import find_pengali, read_judul
from lakip_lib.intake.lra.kode import KodeAnggaran, KodeDitolak, Level, normalise_kode, parse_kode, split_kode
from lakip_lib.intake.lra.kolom import (
    KODE,
    NOMOR,
    REALISASI_INI,
    REALISASI_LALU,
    RENCANA,
    URAIAN,
    Kepala,
    Kolom,
    find_kepala_anggaran,
)
from lakip_lib.intake.lra.pesan import build_temuan
from lakip_lib.intake.lra.uang import read_uang
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

TOTAL = re.compile(
    r"(?:grand |sub ?)?(?:jumlah|jml|total)\b(?! (?:dokumen|laporan|orang|kegiatan yang))", re.IGNORECASE
)
JUMLAH_KELOMPOK = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)


@dataclass
class _Bacaan:
    """What gathers while a sheet is read."""

    buku: Buku
    lembar: Lembar
    kepala: Kepala
    kolom: Mapping[str, list[int]]
    desimal: str | None
    pengali: int
    temuan: list[Temuan] = field(default_factory=list)
    ragu: dict[int, list[Temuan]] = field(default_factory=dict)  # findings of a row, until it is known to be a line

    def add(self, aturan: str, tingkat: Tingkat, isi: str, sel: Sel | None = None, kolom: str | None = None) -> None:
        """A finding in this sheet; with a cell it counts only if the cell's row turns out to be a line of the table."""
        temuan = build_temuan(
            aturan, tingkat, isi, berkas=self.buku.berkas, lembar=self.lembar.nama, kolom=kolom,
            sel=sel.alamat if sel else None, nilai=sel.teks if sel else None,
        )  # fmt: skip
        (self.ragu.setdefault(sel.baris, []) if sel else self.temuan).append(temuan)


def read_tabel_anggaran(buku: Buku, lembar: Lembar, *, pengali: int | None = None) -> TabelAnggaran | None:
    """The sheet's budget table with amounts in rupiah, None when it has no budget columns or no amounts.

    `pengali` is rupiah per printed unit; left out it is read from the words above the table (1 where they are silent).
    """
    kepala = find_kepala_anggaran(lembar)
    if kepala is None:
        return None
    judul = _join_judul(lembar, kepala)
    ket = read_judul(judul, nama_lembar=lembar.nama, berkas=buku.berkas)
    tertulis = max(ket.pengali, find_pengali(" ".join(k.judul for k in kepala.kolom)))
    rak = re.search(r"anggaran kas\b|\brak\b", judul, re.IGNORECASE) is not None
    bacaan = _Bacaan(buku, lembar, kepala, assign_kolom(kepala, rak=rak), None, pengali or tertulis)
    bacaan.desimal = _find_desimal(bacaan)
    baris, total = _read_rows(bacaan)
    if not any(b.angka for b in baris):
        return None
    if pengali and tertulis not in (1, pengali):
        bacaan.add("anggaran-satuan-berbeda", Tingkat.PERINGATAN, _say_pengali(tertulis, pengali))
    jenis = "rak" if rak else "renstra" if is_renstra(kepala) else "realisasi"
    return TabelAnggaran(
        buku.berkas, buku.sha256, lembar.nama, tuple(baris), tuple(total), tuple(bacaan.kolom), kepala.baris,
        jenis=jenis, judul=judul, pengali=bacaan.pengali, periode=ket.periode,
        sampai_dengan=ket.sampai_dengan, temuan=tuple(bacaan.temuan), tersembunyi=lembar.tersembunyi,
        rumus=frozenset(s.alamat for s in lembar.sel.values() if s.formula),
    )  # fmt: skip


def assign_kolom(kepala: Kepala, *, rak: bool = False) -> dict[str, list[int]]:
    """The sheet columns that make each amount; several are added (operasi + modal …), a printed Jumlah goes before."""
    hasil: dict[str, list[int]] = {}
    if bertahun := is_renstra(kepala):
        return {f"pagu-{k.tahun}": [k.nomor] for k in bertahun}
    for peran in (PAGU, PAGU_MURNI, PAGU_PERUBAHAN):
        if pilihan := _choose([k for k in kepala.list_kolom(peran) if not k.periode]):
            hasil[peran] = pilihan
    realisasi = kepala.list_kolom(REALISASI)
    if pilihan := _choose([k for k in realisasi if not k.periode]):
        hasil[REALISASI] = pilihan
    bagian = [k for k in [*realisasi, *kepala.list_kolom(RENCANA)] if k.periode]
    for k in bagian:
        nama = f"rencana-{k.periode}" if rak or k.peran == RENCANA else str(k.periode)
        hasil.setdefault(nama, []).append(k.nomor)
    if rak:
        hasil[RENCANA] = hasil.pop(REALISASI, [])[-1:]  # the total of the plan; a realisasi beside it is of no record
    lain = {REALISASI_LALU: REALISASI_LALU, REALISASI_INI: REALISASI_INI, PERSEN: PERSEN, SELISIH: SELISIH}
    for peran, nama in lain.items():
        if pilihan := [k.nomor for k in kepala.list_kolom(peran) if not k.periode]:
            hasil[nama] = pilihan[:1]
    return {nama: kolom for nama, kolom in hasil.items() if kolom}


def is_renstra(kepala: Kepala) -> list[Kolom]:
    """The pagu columns of several years side by side, without realisasi (a Renstra table); empty in other tables."""
    bertahun = [k for k in kepala.list_kolom(PAGU) if k.tahun]
    beda = len({k.tahun for k in bertahun}) == len(bertahun) > 1
    return bertahun if beda and not kepala.list_kolom(REALISASI) else []


def _choose(kolom: list[Kolom]) -> list[int]:
    """Of columns with one role: the Jumlah among groups, else all groups, else the last (the state of record)."""
    if len(kolom) < 2:
        return [k.nomor for k in kolom]
    jumlah = [k.nomor for k in kolom if not k.kelompok and JUMLAH_KELOMPOK.search(k.judul)]
    if jumlah:
        return jumlah[-1:]
    kelompok = [k.nomor for k in kolom if k.kelompok]
    return kelompok if len(kelompok) > 1 else [kolom[-1].nomor]


def _join_judul(lembar: Lembar, kepala: Kepala) -> str:
    return " | ".join(clean_teks(s.teks) for (b, _), s in sorted(lembar.sel.items()) if b < kepala.baris[0])


def _find_desimal(bacaan: _Bacaan) -> str | None:
    """The decimal sign of the sheet's amounts as its texts prove it together."""
    nomor = {k for kolom in bacaan.kolom.values() for k in kolom}
    akhir = bacaan.kepala.baris[-1]
    texts = (s.teks for (b, k), s in bacaan.lembar.sel.items() if b > akhir and k in nomor and isinstance(s.nilai, str))
    return detect_desimal(texts)


def _read_rows(bacaan: _Bacaan) -> tuple[list[BarisMentah], list[BarisMentah]]:
    akhir = bacaan.kepala.baris[-1]
    rows = [(n, isi) for n, isi in bacaan.lembar.rows() if n > akhir]
    baca_kode = _KodeBaris(bacaan, rows)
    terbaca = [b for n, isi in rows if (b := _read_row(bacaan, n, isi, baca_kode)) is not None]
    berangka = [b.baris for b in terbaca if b.angka]
    batas = max(berangka, default=0)
    baris = [b for b in terbaca if b.angka or b.kode or (b.baris < batas and b.uraian)]
    for b in baris:
        bacaan.temuan += bacaan.ragu.get(b.baris, []) if b.uraian or b.kode else []
    total = [b for b in baris if b.kode is None and (TOTAL.match(b.uraian) or TOTAL.match(b.nomor or ""))]
    total += [b for b in baris if b not in total and not b.uraian and b.kode is None]
    for b in total:
        tanpa = not b.uraian and not b.nomor and any(b.angka.values()) and b.baris < batas
        if tanpa and not is_renstra(bacaan.kepala):  # there, lines of sasaran stand between
            bacaan.add("anggaran-baris-tanpa-uraian", Tingkat.PERINGATAN, _say_tanpa_uraian(b))
    return [b for b in baris if b not in total], [b for b in total if any(b.angka.values())]


def _read_row(bacaan: _Bacaan, nomor: int, isi: dict[int, Sel], baca_kode: "_KodeBaris") -> BarisMentah | None:
    uraian = [isi[k.nomor] for k in bacaan.kepala.list_kolom(URAIAN) if k.nomor in isi and isi[k.nomor].teks.strip()]
    angka, sel = _read_amounts(bacaan, isi)
    if not uraian and not set(angka) - {PERSEN, SELISIH}:
        return None
    kode, nomor_urut, skpd = baca_kode.read(isi, uraian, berangka=any(angka.values()))
    teks = clean_teks(uraian[-1].teks) if uraian else ""
    if kode is None and uraian:
        kode, teks = _split_uraian(uraian, teks)
    tempat = uraian[-1] if uraian else next(iter(isi.values()))
    return BarisMentah(
        nomor, teks, tempat.kolom if uraian else 0, tempat.alamat, kode, nomor_urut, skpd, angka, sel,
        (tempat.isian or "", bool(tempat.tebal), tempat.indentasi), nomor in bacaan.lembar.baris_tersembunyi,
    )  # fmt: skip


def _split_uraian(uraian: list[Sel], teks: str) -> tuple[KodeAnggaran | None, str]:
    """Code and name of a row whose cells hold both ("1.01.01 PROGRAM …", one column a level)."""
    pecah = [p for s in uraian if (p := split_kode(s.teks))]
    if not pecah or pecah[-1] != split_kode(teks):
        return None, teks
    kode, nama = pecah[-1]
    if kode.level is Level.AKUN and len(kode.bagian) < 3:  # "5.1 Penyediaan …" is a numbered line
        return None, teks
    sub = next((k for k, _ in reversed(pecah) if k.sub_kegiatan), None)
    bawah = kode.level is Level.AKUN and not kode.sub_kegiatan and sub is not None
    return (sub.add_akun(kode) if bawah and sub else kode), nama


def _read_amounts(bacaan: _Bacaan, isi: dict[int, Sel]) -> tuple[dict[str, Decimal], dict[str, tuple[str, ...]]]:
    angka: dict[str, Decimal] = {}
    sel: dict[str, tuple[str, ...]] = {}
    for nama, kolom in bacaan.kolom.items():
        for k in kolom:
            if k not in isi:
                continue
            hasil = read_uang(isi[k], desimal=bacaan.desimal, pengali=1 if nama == PERSEN else bacaan.pengali)
            if hasil.masalah and nama not in (PERSEN, SELISIH):
                bacaan.add(hasil.aturan, Tingkat.WAJIB, hasil.masalah, isi[k], nama)
            if hasil.nilai is not None:
                angka[nama] = angka.get(nama, Decimal(0)) + hasil.nilai
                sel[nama] = (*sel.get(nama, ()), isi[k].alamat)
    return angka, sel


class _KodeBaris:
    """Reads the code of a row: deepest filled code column, joined parts, or a number that is no code at all."""

    def __init__(self, bacaan: _Bacaan, rows: list[tuple[int, dict[int, Sel]]]) -> None:
        self.bacaan = bacaan
        kode = [k.nomor for k in bacaan.kepala.list_kolom(KODE)]
        nomor = [k.nomor for k in bacaan.kepala.list_kolom(NOMOR)]
        self.bernomor = not kode and not _holds_codes([isi for _, isi in rows], nomor)
        self.kolom = kode or nomor
        self.nomor = nomor if kode or self.bernomor else []
        single, joined = self._count([isi for _, isi in rows])
        self.gabung = joined > single
        self.akun = self._is_akun([isi for _, isi in rows])

    def read(
        self, isi: dict[int, Sel], uraian: list[Sel], *, berangka: bool
    ) -> tuple[KodeAnggaran | None, str | None, str | None]:
        """Code, number before the line, and SKPD of a row; a text that is no code becomes a finding."""
        nomor = next((clean_teks(isi[k].teks) for k in self.nomor if k in isi and isi[k].teks.strip()), None)
        sel = [] if self.bernomor else [isi[k] for k in self.kolom if k in isi and isi[k].teks.strip()]
        if not sel:
            return None, nomor, None
        skpd = next((k.teks for s in sel[:-1] if (k := normalise_kode(s.nilai)) and k.level is Level.SKPD), None)
        kode = self._parse(sel)
        if isinstance(kode, KodeDitolak):
            if TOTAL.match(kode.teks):
                return None, kode.teks, skpd
            self._report(kode, sel[-1], uraian, berangka=berangka)
            return None, kode.teks, skpd
        if kode.level is Level.AKUN and not kode.sub_kegiatan and len(sel) > 1:
            sub = next((k for s in reversed(sel[:-1]) if (k := normalise_kode(s.nilai)) and k.sub_kegiatan), None)
            kode = sub.add_akun(kode) if sub else kode
        return kode, nomor, skpd

    def _parse(self, sel: list[Sel]) -> KodeAnggaran | KodeDitolak:
        if self.gabung:
            return parse_kode(".".join(clean_teks(s.teks).replace(",", ".") for s in sel))
        return parse_kode(sel[-1].nilai if isinstance(sel[-1].nilai, int | float) else sel[-1].teks, akun=self.akun)

    def _count(self, rows: list[dict[int, Sel]]) -> tuple[int, int]:
        single = joined = 0
        for isi in rows:
            sel = [isi[k] for k in self.kolom if k in isi and isi[k].teks.strip()]
            if len(sel) > 1:
                awal, akhir = clean_teks(sel[0].teks), normalise_kode(sel[-1].nilai)
                single += akhir is not None and (akhir.level is Level.AKUN or akhir.teks.startswith(awal))
                joined += normalise_kode(".".join(s.teks for s in sel)) is not None
        return single, joined

    def _is_akun(self, rows: list[dict[int, Sel]]) -> bool:
        """Whether the codes are those of accounts alone (pendapatan, belanja …), so that 4, 5, 6 are accounts too."""
        found = [k for isi in rows for c in self.kolom if c in isi and (k := normalise_kode(isi[c].nilai)) is not None]
        akun = sum(k.level is Level.AKUN for k in found)
        return akun > 0 and not any(k.level in (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN) for k in found)

    def _report(self, kode: KodeDitolak, sel: Sel, uraian: list[Sel], *, berangka: bool) -> None:
        nama = f" ({clean_teks(uraian[-1].teks)})" if uraian else ""
        saran = f" Mungkin maksudnya {kode.saran}; mohon dibetulkan." if kode.saran else " Mohon dibetulkan."
        tingkat = Tingkat.WAJIB if berangka else Tingkat.PERINGATAN
        isi = f"kode '{kode.teks}'{nama} {kode.alasan}, sehingga barisnya belum dapat ditempatkan.{saran}"
        self.bacaan.add("anggaran-kode-tidak-dikenal", tingkat, isi, sel, "kode")


def _holds_codes(rows: list[dict[int, Sel]], kolom: list[int]) -> bool:
    """Whether a number column holds codes: most entries are codes with dots, not the running 1, 2, 3 or 1.1, 1.2."""
    sel = [isi[k] for isi in rows for k in kolom if k in isi and isi[k].teks.strip()]
    kode = [s for s in sel if re.search(r"\d[.\-]", s.teks) and normalise_kode(s.nilai) is not None]
    return len(kode) * 2 > len(sel)


def _say_pengali(tertulis: int, pengali: int) -> str:
    return (
        f"judul tabel menyebut angka dalam kelipatan {format_angka(tertulis)}, sedangkan instansi.toml menetapkan "
        f"pengali {pengali}. "
        "Pengaturan yang dipakai; mohon periksa mana yang benar."
    )


def _say_tanpa_uraian(baris: BarisMentah) -> str:
    return f"baris {baris.baris} memuat angka tanpa kode dan uraian, sehingga tidak dihitung. Mohon dilengkapi."
