"""The tree of one table: each row its level and parent, from codes where there are any, else from its looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lakip_lib.intake.lra.bentuk import JUDUL_KOLOM, PERSEN, SELISIH, UANG, BarisMentah, TabelAnggaran
from lakip_lib.intake.lra.jenjang import assign_jenjang, link_induk
from lakip_lib.intake.lra.kode import TEMPEL, KodeAnggaran, Level
from lakip_lib.intake.lra.pesan import build_temuan
from lakip_lib.intake.rumus import find_tertimpa
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

HASIL = re.compile(r"\(?(?:surplus|defisit|pembiayaan netto|sisa lebih|sisa kurang|silpa|sikpa)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Simpul:
    """A row placed in the tree: `kunci` names the same line in another file, `induk` is an index into the same list."""

    mentah: BarisMentah
    level: Level
    kunci: str
    kode: str | None
    induk: int | None


@dataclass
class Pohon:
    """The placed rows of a table, what was found on the way, and what the levels were read from."""

    tabel: TabelAnggaran
    simpul: list[Simpul] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    dasar: str = "kode"

    def add_temuan(
        self, aturan: str, tingkat: Tingkat, isi: str, *, sel: str | None = None, nilai: str | None = None
    ) -> None:
        """A finding in this table's sheet."""
        t = self.tabel
        self.temuan.append(build_temuan(aturan, tingkat, isi, berkas=t.berkas, lembar=t.lembar, sel=sel, nilai=nilai))

    @property
    def kunci(self) -> set[str]:
        """The keys of all its lines."""
        return {s.kunci for s in self.simpul}


def build_pohon(tabel: TabelAnggaran) -> Pohon:
    """The table as a tree; rows that cannot be placed, repeated blocks and computed rows are findings, not lines."""
    pohon = Pohon(tabel, temuan=list(tabel.temuan))
    berisi = [b for b in tabel.baris if b.angka or b.kode]
    berkode = sum(b.kode is not None for b in berisi)
    if berkode * 2 >= len(berisi):
        _place_by_kode(pohon, list(_iter_berkode(pohon)))
    else:
        _place_by_looks(pohon)
    _note_rows(pohon)
    _note_tertimpa(pohon)
    return pohon


def _iter_berkode(pohon: Pohon) -> Iterator[BarisMentah]:
    """Rows that have a code; the others are computed rows (noted once) or lines in need of a code."""
    hasil = [b for b in pohon.tabel.baris if b.kode is None and HASIL.match(b.uraian)]
    if hasil:
        daftar = ", ".join(f"{b.sel_uraian} {b.uraian}" for b in hasil)
        pohon.add_temuan(
            "anggaran-baris-hasil", Tingkat.CATATAN, f"baris hasil hitungan tidak ikut dijumlahkan ({daftar})."
        )
    for b in pohon.tabel.baris:
        if b.kode is not None:
            yield b
        elif b not in hasil and b.nomor is None and any(b.angka.get(k) for k in UANG):
            pesan = f"'{b.uraian}' memuat angka tanpa kode, sehingga belum dihitung. Mohon lengkapi kodenya."
            pohon.add_temuan("anggaran-tanpa-kode", Tingkat.WAJIB, pesan, sel=b.sel_uraian, nilai=b.uraian)


def _place_by_kode(pohon: Pohon, baris: list[BarisMentah]) -> None:
    penempat = _Penempat(pohon)
    for b in baris:
        penempat.place(b)
    if penempat.rekap:
        pesan = (
            f"{len(penempat.rekap)} baris di bawah baris jumlah mengulang kode yang sudah ada "
            f"(baris {penempat.rekap[0]}–{penempat.rekap[-1]}); dibaca sebagai rekapitulasi dan tidak dihitung lagi."
        )
        pohon.add_temuan("anggaran-blok-rekap", Tingkat.CATATAN, pesan)


class _Penempat:
    """Puts coded rows under their parents: by prefix, accounts under the line they follow, SKPD under its bidang."""

    def __init__(self, pohon: Pohon) -> None:
        self.pohon = pohon
        self.simpul = pohon.simpul
        self.indeks: dict[str, int] = {}
        self.konteks: int | None = None  # last line that is no account
        self.bidang: int | None = None
        self.skpd: int | None = None
        self.rekap: list[int] = []
        self.jumlah_akhir = max((t.baris for t in pohon.tabel.total), default=1_000_000_000)

    def place(self, b: BarisMentah) -> None:
        """One more row, in file order."""
        assert b.kode is not None
        kode = self._complete(b.kode)
        if b.baris > self.jumlah_akhir and kode.teks in self.indeks:
            self.rekap.append(b.baris)
            return
        if kode.level is Level.SKPD:
            self._place_skpd(b, kode)
            return
        i = self._append(b, kode.level, kode.teks, self._find_induk(kode))
        self.indeks[kode.teks] = i
        if kode.level is not Level.AKUN:
            self.konteks = i
        if kode.level is Level.BIDANG_URUSAN:
            self.bidang, self.skpd = i, self.skpd if self._is_top_skpd() else None

    def _complete(self, kode: KodeAnggaran) -> KodeAnggaran:
        if kode.level is not Level.AKUN or kode.sub_kegiatan or self.konteks is None:
            return kode
        return replace(kode, teks=f"{self.simpul[self.konteks].kode}.{kode.teks}")

    def _find_induk(self, kode: KodeAnggaran) -> int | None:
        bagian = kode.bagian
        for n in range(len(bagian) - 1, 0, -1):
            i = self.indeks.get(".".join(bagian[:n]))
            if i is not None:
                di_skpd = self.skpd is not None and self.simpul[self.skpd].induk == i
                return self.skpd if di_skpd and kode.level is Level.PROGRAM else i
        return self.skpd

    def _place_skpd(self, b: BarisMentah, kode: KodeAnggaran) -> None:
        induk = self.bidang if not self._is_top_skpd() else None
        kunci = f"{self.simpul[induk].kode}|{kode.teks}" if induk is not None else kode.teks
        ulang = self.skpd is not None and self.simpul[self.skpd].kunci == kunci
        if ulang and self.skpd is not None and self.simpul[self.skpd].mentah.angka == b.angka:
            pesan = "baris SKPD tertulis dua kali berturut-turut dengan angka yang sama; dihitung sekali."
            self.pohon.add_temuan("anggaran-skpd-berulang", Tingkat.CATATAN, pesan, sel=b.sel_uraian, nilai=b.uraian)
            return
        self.skpd = self._append(b, Level.SKPD, kode.teks, induk, kunci=kunci)

    def _is_top_skpd(self) -> bool:
        return self.skpd is not None and self.simpul[self.skpd].induk is None

    def _append(self, b: BarisMentah, level: Level, kode: str, induk: int | None, kunci: str | None = None) -> int:
        kunci = kunci or kode
        ulang = sum(s.kunci.partition("#")[0] == kunci for s in self.simpul) if kunci in self.indeks else 0
        self.simpul.append(Simpul(b, level, f"{kunci}#{ulang + 1}" if ulang else kunci, kode, induk))
        return len(self.simpul) - 1


def _place_by_looks(pohon: Pohon) -> None:
    baris = [b for b in pohon.tabel.baris if not HASIL.match(b.uraian)]
    jenjang = assign_jenjang(baris)
    pohon.dasar = jenjang.dasar
    induk = link_induk(jenjang.kedalaman)
    kunci: list[str] = []
    for i, b in enumerate(baris):
        atas = induk[i]
        jalur = f"{kunci[atas]}/{b.uraian.casefold()}" if atas is not None else b.uraian.casefold()
        ulang = sum(k.partition("#")[0] == jalur for k in kunci)
        kunci.append(f"{jalur}#{ulang + 1}" if ulang else jalur)
        pohon.simpul.append(Simpul(b, jenjang.level[i], kunci[-1], None, atas))
    pesan = f"tabel tidak memuat kode; jenjang dibaca dari {jenjang.dasar}. Mohon periksa susunannya."
    pohon.add_temuan("anggaran-tanpa-kode-jenjang", Tingkat.CATATAN, pesan)


def _note_rows(pohon: Pohon) -> None:
    tempel = [s.mentah.baris for s in pohon.simpul if s.mentah.kode and TEMPEL in s.mentah.kode.catatan]
    if tempel:
        pesan = f"{len(tempel)} kode ditulis tanpa titik (baris {tempel[0]}–{tempel[-1]}); dibaca menurut susunannya."
        pohon.add_temuan("anggaran-kode-tanpa-titik", Tingkat.CATATAN, pesan)
    if len(pohon.tabel.total) > 1 and pohon.tabel.jenis != "renstra":
        daftar = ", ".join(str(t.baris) for t in pohon.tabel.total)
        pesan = f"baris jumlah (baris {daftar}) tidak ikut dijumlahkan agar tidak terhitung dua kali."
        pohon.add_temuan("anggaran-baris-jumlah", Tingkat.CATATAN, pesan)
    baris = [s.mentah.baris for s in pohon.simpul if s.mentah.tersembunyi]
    if baris:
        daftar = ", ".join(str(b) for b in baris[:12]) + (" …" if len(baris) > 12 else "")
        pesan = f"{len(baris)} baris tersembunyi ikut dibaca (baris {daftar}). Mohon periksa bila tidak dimaksudkan."
        pohon.add_temuan("anggaran-baris-tersembunyi", Tingkat.CATATAN, pesan)


def _note_tertimpa(pohon: Pohon) -> None:
    """Numbers typed among formulas: sums among sums, entries among entries, and printed figures in all rows."""
    if not pohon.tabel.rumus:
        return
    induk = {s.induk for s in pohon.simpul}
    atas = [s.mentah for i, s in enumerate(pohon.simpul) if i in induk]
    bawah = [s.mentah for i, s in enumerate(pohon.simpul) if i not in induk]
    for kolom in pohon.tabel.kolom:
        for baris in ([*atas, *bawah],) if kolom in {PERSEN, SELISIH} else (atas, bawah):
            sel = [b.sel[kolom][0] for b in baris if len(b.sel.get(kolom, ())) == 1]
            tertimpa, rumus = find_tertimpa((s, s in pohon.tabel.rumus) for s in sel)
            for alamat in tertimpa:
                pesan = (
                    f"{JUDUL_KOLOM.get(kolom, f'angka {kolom}')} diketik, sedangkan {rumus} sel sejenis pada kolom ini "
                    "berisi rumus. Mohon pastikan rumusnya tidak tertimpa."
                )
                pohon.add_temuan("anggaran-rumus-tertimpa", Tingkat.PERINGATAN, pesan, sel=alamat)
