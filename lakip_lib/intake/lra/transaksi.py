"""A list of transactions (SIPD's feed) as a budget tree: realisasi added per account, pagu unknown.

Only nilai_realisasi counts; nilai_sp2d repeats the value of the whole document on each of its lines.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from lakip_lib.formats import clean_teks, parse_tanggal
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.lra.bentuk import BULAN, REALISASI, BarisMentah, TabelAnggaran
from lakip_lib.intake.lra.kode import KodeAnggaran, Level, natural_kode, normalise_kode
from lakip_lib.intake.lra.pesan import build_temuan, say_rupiah
from lakip_lib.intake.lra.uang import read_uang
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

NILAI = "nilai_realisasi"
WAJIB = {"kode_sub_giat", NILAI}
TINGKAT = (
    ("kode_urusan", "nama_urusan"),
    ("kode_bidang_urusan", "nama_bidang_urusan"),
    ("kode_program", "nama_program"),
    ("kode_giat", "nama_giat"),
    ("kode_sub_giat", "nama_sub_giat"),
)


def find_kolom_transaksi(lembar: Lembar) -> tuple[int, dict[str, int]] | None:
    """Header row and columns by name of a list of transactions, None when the sheet is none."""
    for nomor, isi in lembar.rows():
        nama = {clean_teks(s.teks).casefold(): k for k, s in isi.items()}
        if nama.keys() >= WAJIB:
            return nomor, nama
        if nomor > 20:
            break
    return None


def read_transaksi(buku: Buku, lembar: Lembar) -> TabelAnggaran | None:
    """The transactions added up per line of the tree (urusan … akun), with the cells of every amount added."""
    kepala = find_kolom_transaksi(lembar)
    if kepala is None:
        return None
    judul, kolom = kepala
    lembaran = _Jumlah(buku, lembar, kolom)
    for nomor, isi in lembar.rows():
        if nomor > judul:
            lembaran.add(isi)
    baris = tuple(lembaran.baris[k] for k in sorted(lembaran.baris, key=natural_kode))
    nama = tuple(sorted({n for b in baris for n in b.angka}))
    temuan = (*lembaran.temuan, *lembaran.note_setoran())
    return TabelAnggaran(
        buku.berkas, buku.sha256, lembar.nama, baris, kolom=nama, baris_judul=(judul,), jenis="transaksi",
        temuan=temuan,
        skpd=tuple(lembaran.skpd[k] for k in sorted(lembaran.skpd)),
    )  # fmt: skip


class _Jumlah:
    """Adds transactions up, line by line."""

    def __init__(self, buku: Buku, lembar: Lembar, kolom: Mapping[str, int]) -> None:
        self.buku, self.lembar, self.kolom = buku, lembar, kolom
        self.baris: dict[str, BarisMentah] = {}
        self.temuan: list[Temuan] = []
        self.setoran = Decimal(0)
        self.skpd: dict[str, BarisMentah] = {}

    def add(self, isi: dict[int, Sel]) -> None:
        """One transaction."""
        sel = isi.get(self.kolom[NILAI])
        sub = normalise_kode(self._teks(isi, "kode_sub_giat"))
        if sel is None or sub is None or sub.level is not Level.SUB_KEGIATAN:
            self._report(isi, "transaksi tanpa sub kegiatan atau nilai, belum dihitung. Mohon dilengkapi.")
            return
        uang = read_uang(sel, desimal=None)
        if uang.nilai is None:
            self._report(isi, f"nilai_realisasi {uang.masalah or 'kosong. Mohon dilengkapi.'}")
            return
        setoran = isi.get(self.kolom.get("nilai_setoran", 0))
        self.setoran += (read_uang(setoran, desimal=None).nilai or Decimal(0)) if setoran else Decimal(0)
        bulan = self._bulan(isi)
        skpd = normalise_kode(self._teks(isi, "kode_skpd"))
        if skpd and skpd.teks not in self.skpd:
            tempat = isi[self.kolom["kode_skpd"]]
            nama = self._teks(isi, "nama_skpd")
            self.skpd[skpd.teks] = BarisMentah(tempat.baris, nama, tempat.kolom, tempat.alamat, skpd)
        for kode, nama in self._levels(isi, sub):
            self._add_to(kode, nama, uang.nilai, sel, bulan)

    def _levels(self, isi: dict[int, Sel], sub: KodeAnggaran) -> list[tuple[KodeAnggaran, str]]:
        pasangan = [(normalise_kode(self._teks(isi, k)), self._teks(isi, n)) for k, n in TINGKAT]
        akun = normalise_kode(self._teks(isi, "kode_rekening"), akun=True)
        levels = [(k, n) for k, n in pasangan if k is not None and k.teks != sub.teks]
        levels.append((sub, self._teks(isi, "nama_sub_giat")))
        return [*levels, (sub.add_akun(akun), self._teks(isi, "nama_rekening"))] if akun else levels

    def _add_to(self, kode: KodeAnggaran, nama: str, nilai: Decimal, sel: Sel, bulan: str | None) -> None:
        lama = self.baris.get(kode.teks)
        angka, asal = (dict(lama.angka), dict(lama.sel)) if lama else ({}, {})
        for kolom in (REALISASI, bulan) if bulan else (REALISASI,):
            angka[kolom] = angka.get(kolom, Decimal(0)) + nilai
            asal[kolom] = (*asal.get(kolom, ()), sel.alamat)
        awal = lama or BarisMentah(sel.baris, nama, sel.kolom, sel.alamat, kode)
        self.baris[kode.teks] = BarisMentah(
            awal.baris, awal.uraian, awal.kolom_uraian, awal.sel_uraian, kode, angka=angka, sel=asal
        )

    def _teks(self, isi: dict[int, Sel], nama: str) -> str:
        sel = isi.get(self.kolom.get(nama, 0))
        return clean_teks(sel.teks) if sel else ""

    def _bulan(self, isi: dict[int, Sel]) -> str | None:
        sel = isi.get(self.kolom.get("tanggal_dokumen", 0))
        if sel is None:
            return None
        nilai = sel.nilai if isinstance(sel.nilai, date | datetime) else parse_tanggal(sel.teks.partition("T")[0])
        return BULAN[nilai.month - 1] if nilai else None

    def _report(self, isi: dict[int, Sel], pesan: str) -> None:
        sel = isi[min(isi)]
        lembar, berkas = self.lembar.nama, self.buku.berkas
        self.temuan.append(
            build_temuan("anggaran-transaksi", Tingkat.WAJIB, pesan, berkas=berkas, lembar=lembar, sel=sel.alamat)
        )

    def note_setoran(self) -> list[Temuan]:
        """That money was paid back, which the realisasi does not yet take off."""
        if not self.setoran:
            return []
        pesan = f"ada setoran kembali {say_rupiah(self.setoran)} yang belum mengurangi realisasi. Mohon diperiksa."
        lembar, berkas = self.lembar.nama, self.buku.berkas
        return [build_temuan("anggaran-setoran", Tingkat.PERINGATAN, pesan, berkas=berkas, lembar=lembar)]
