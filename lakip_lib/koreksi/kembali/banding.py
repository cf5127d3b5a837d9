"""Compare a returned DOCX with the draft it was made from: every difference, and whether it can be carried over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lakip_lib.blok import Dokumen
from lakip_lib.koreksi.kembali import tolak
from lakip_lib.koreksi.kembali.angka import find_changed
from lakip_lib.koreksi.kembali.asal import Asal, find_table_origin
from lakip_lib.koreksi.kembali.beda import Beda, Jenis
from lakip_lib.koreksi.kembali.draf import Bagian, Peran, list_bagian
from lakip_lib.koreksi.kembali.markdown import is_writable, sketch_runs
from lakip_lib.koreksi.kembali.model import Macam, Terbaca, Unsur
from lakip_lib.koreksi.kembali.penelaah import Penelaah
from lakip_lib.koreksi.kembali.sejajar import Pasangan, align_unsur, find_moves
from lakip_lib.koreksi.kembali.tabel import compare_table
from lakip_lib.koreksi.kembali.tempat import Ruang, find_ruang, list_ruang
from lakip_lib.measures import Hasil
from lakip_lib.model import Kinerja

HILANG = {Macam.JUDUL: Jenis.JUDUL_HILANG, Macam.TABEL: Jenis.TABEL_HILANG, Macam.GAMBAR: Jenis.GAMBAR_HILANG}
BARU = {Macam.JUDUL: Jenis.JUDUL_BARU, Macam.TABEL: Jenis.TABEL_BARU, Macam.GAMBAR: Jenis.GAMBAR_BARU}


@dataclass(frozen=True)
class Sanding:
    """Draft and returned document side by side: their elements, the pairs, the places of the texts of narasi/."""

    bagian: tuple[Bagian, ...]
    terbaca: Terbaca
    pasangan: tuple[Pasangan, ...]
    ruang: tuple[Ruang, ...]

    @cached_property
    def pindah(self) -> dict[int, int]:
        """Place in the returned document → place in the draft, of what was moved."""
        return find_moves(self.pasangan, [b.unsur for b in self.bagian], self.terbaca.unsur)

    @cached_property
    def celah(self) -> dict[int, tuple[int, int]]:
        """For each addition, the elements of the draft that it stands between: before `akhir`, not before `awal`."""
        hasil: dict[int, tuple[int, int]] = {}
        terakhir, tunggu = 0, list[int]()
        for i, j in (*self.pasangan, (len(self.bagian), -1)):
            if i is None and j is not None:
                tunggu.append(j)
            elif i is not None and j is not None:
                hasil |= dict.fromkeys(tunggu, (terakhir, i))
                terakhir, tunggu = i + 1, []
        return hasil

    def find_ruang(self, baru_ke: int) -> Ruang | None:
        """The place of a text of narasi/ in which an addition stands."""
        return find_ruang(self.ruang, *self.celah[baru_ke])

    @cached_property
    def draf(self) -> frozenset[str]:
        """The texts whose drafts came back as they were, mark and all."""
        sama = ((self.bagian[i], self.terbaca.unsur[j]) for i, j in self.pasangan if i is not None and j is not None)
        return frozenset(b.naskah for b, u in sama if b.unsur.label == u.label == "draf" and b.unsur.kunci == u.kunci)


def place_side_by_side(draf: Dokumen, terbaca: Terbaca) -> Sanding:
    """Draft and returned document, aligned."""
    bagian = list_bagian(draf, pengganti=terbaca.pengganti)
    pasangan = align_unsur([b.unsur for b in bagian], terbaca.unsur)
    return Sanding(bagian, terbaca, tuple(pasangan), list_ruang(bagian, draf.hasil))


def compare_kembali(
    draf: Dokumen, terbaca: Terbaca, *, hasil: Hasil | None = None, kinerja: Kinerja | None = None
) -> tuple[Beda, ...]:
    """Every difference between the draft and the document that came back, in reading order; () when nobody changed it.

    With `hasil` the numbers in changed texts are held against the computed ones; with `kinerja` (the tidy tables of the
    draft) a refusal names the very cell to mend.
    """
    pembanding = _Pembanding(place_side_by_side(draf, terbaca), Asal(draf.hasil, kinerja), Penelaah(hasil))
    return tuple(pembanding.list_beda())


@dataclass(frozen=True)
class _Pembanding:
    sanding: Sanding
    asal: Asal
    penelaah: Penelaah

    def list_beda(self) -> Iterator[Beda]:
        unsur, dibaca = self.sanding.terbaca.unsur, self.sanding.terbaca
        dipindah = set(self.sanding.pindah.values())
        tempat = "Awal dokumen"
        letak: dict[int, str] = {}
        for i, j in self.sanding.pasangan:
            tempat = tempat if i is None else self.sanding.bagian[i].tempat
            if j is not None:
                letak[j] = tempat
            if i is not None and j is not None:
                beda = self._compare(i, j)
            elif j is not None:
                beda = self._report_new(j, f"sesudah {tempat}")
            else:
                beda = self._report_gone(i or 0) if i not in dipindah else iter(())
            for satu in beda:
                yield replace(satu, lama_ke=i if satu.lama_ke is None else satu.lama_ke, baru_ke=j)
        akhir = len(unsur) - 1
        for teks, di in dibaca.kaki:
            yield Beda(Jenis.CATATAN_KAKI, letak.get(min(di, akhir), tempat), baru=teks, alasan=tolak.KAKI)
        for k in dibaca.komentar:
            tempat_komentar = letak.get(min(k.letak, akhir), tempat)
            yield Beda(Jenis.KOMENTAR, tempat_komentar, lama=k.kutipan, baru=k.teks, penulis=(k.penulis,))

    def _compare(self, i: int, j: int) -> Iterator[Beda]:
        bagian, baru = self.sanding.bagian[i], self.sanding.terbaca.unsur[j]
        if Macam.GAMBAR in {bagian.unsur.macam, baru.macam}:
            return
        if baru.macam is Macam.TABEL:
            utuh = not bagian.naskah or is_writable(baru)
            for satu in compare_table(bagian, baru, self.asal):
                ditolak = satu if utuh else replace(satu, diterima=False, alasan=tolak.TANDA)
                yield replace(ditolak, penulis=baru.penulis)
            return
        if bagian.unsur.kunci == key_as(baru, bagian.unsur):
            yield from self._compare_form(bagian, baru)
        else:
            yield from self._compare_words(bagian, baru)

    def _compare_form(self, bagian: Bagian, baru: Unsur) -> Iterator[Beda]:
        """The same words: was a draft confirmed, or the emphasis of a text changed?"""
        milik = Beda(Jenis.PARAGRAF_BERUBAH, bagian.tempat, bagian.unsur.teks, baru.teks, bagian.naskah, True)
        if bagian.unsur.label == "draf" and not baru.label:
            yield replace(milik, jenis=Jenis.DRAF_DIKONFIRMASI, penulis=baru.penulis)
        elif bagian.naskah and not bagian.unsur.label and _shape(bagian.unsur) != _shape(baru) and is_writable(baru):
            yield replace(milik, penulis=baru.penulis)

    def _compare_words(self, bagian: Bagian, baru: Unsur) -> Iterator[Beda]:
        """A changed figure for each that reads otherwise, and the text where its words changed too."""
        angka, lain = find_changed(bagian.unsur.isi, baru.teks)
        milik = Beda(
            Jenis.JUDUL_BERUBAH if bagian.peran is Peran.JUDUL else Jenis.PARAGRAF_BERUBAH,
            bagian.tempat,
            bagian.unsur.teks,
            baru.teks,
            bagian.naskah,
            penulis=baru.penulis,
        )
        for satu in angka:
            alasan = tolak.explain_figure(satu.ref, self.asal)
            yield replace(milik, jenis=Jenis.ANGKA_BERUBAH, lama=satu.lama, baru=satu.baru, ref=satu.ref, alasan=alasan)
        if not lain and angka:
            return
        if not bagian.naskah:
            yield replace(milik, alasan=tolak.explain_text(bagian, baru.teks, self.asal))
        elif angka:
            yield replace(milik, alasan=tolak.MEMUAT_ANGKA)
        else:
            yield from self._judge(milik, baru, bagian.unsur.teks)

    def _judge(self, milik: Beda, baru: Unsur, lama: str = "") -> Iterator[Beda]:
        """A text that a text of narasi/ can take: unless a number in it is wrong, or it cannot be written there."""
        if not is_writable(baru):
            yield replace(milik, alasan=tolak.GAMBAR if baru.macam is Macam.GAMBAR else tolak.TANDA)
            return
        salah = False
        for temuan, berat in self.penelaah.review(milik.naskah, baru.teks, lama):
            salah = salah or berat
            yield replace(
                milik, jenis=Jenis.ANGKA_NASKAH, alasan=temuan.pesan, baru=temuan.nilai or "", diterima=not berat
            )
        yield replace(milik, diterima=not salah, alasan=tolak.BERTENTANGAN if salah else "")

    def _report_new(self, j: int, tempat: str) -> Iterator[Beda]:
        unsur, ruang = self.sanding.terbaca.unsur[j], self.sanding.find_ruang(j)
        nama = ruang.nama if ruang else ""
        jenis = BARU.get(unsur.macam, Jenis.PARAGRAF_BARU)
        milik = Beda(jenis, tempat, baru=unsur.teks, naskah=nama, penulis=unsur.penulis)
        if (asal := self.sanding.pindah.get(j)) is not None:
            milik = replace(milik, jenis=Jenis.PARAGRAF_PINDAH, lama=self.sanding.bagian[asal].tempat, lama_ke=asal)
            if not self.sanding.bagian[asal].naskah or not nama:
                dulu = self.sanding.bagian[asal]
                yield replace(milik, naskah=dulu.naskah, alasan=tolak.explain_move(dulu))
                return
        if nama in self.sanding.draf:
            yield replace(milik, alasan=tolak.DRAF_TAMBAH)
            return
        if ruang is not None:
            yield from self._judge(milik, unsur)
            return
        awal = self.sanding.celah[j][0]
        alasan = tolak.explain_addition(self.sanding.bagian[awal - 1] if awal else None)
        alasan = tolak.GAMBAR if unsur.macam is Macam.GAMBAR else alasan
        yield replace(milik, alasan=alasan)

    def _report_gone(self, i: int) -> Iterator[Beda]:
        bagian = self.sanding.bagian[i]
        jenis = HILANG.get(bagian.unsur.macam, Jenis.PARAGRAF_HILANG)
        milik = Beda(jenis, bagian.tempat, lama=bagian.unsur.teks, naskah=bagian.naskah)
        if bagian.unsur.label == "belum":
            if not self._is_filled(bagian.naskah):
                yield replace(milik, alasan=tolak.BELUM_HILANG.format(nama=bagian.naskah))
        elif bagian.unsur.label == "draf":
            yield replace(milik, alasan=tolak.DRAF_HILANG.format(nama=bagian.naskah))
        elif bagian.naskah:
            yield replace(milik, diterima=True)
        elif bagian.unsur.macam is Macam.TABEL:
            asal = find_table_origin(bagian.tabel.kode if bagian.tabel else "")
            yield replace(milik, alasan=tolak.TABEL.format(asal=asal))
        elif bagian.unsur.macam is Macam.GAMBAR:
            yield replace(milik, alasan=tolak.GAMBAR)
        else:
            yield replace(milik, alasan=tolak.explain_text(bagian, "", self.asal))

    def _is_filled(self, nama: str) -> bool:
        """Whether something was written in the place of a text."""
        return any((ruang := self.sanding.find_ruang(j)) and ruang.nama == nama for j in self.sanding.celah)


def key_as(unsur: Unsur, dulu: Unsur) -> str:
    """The key of a text as if it were an element of that kind: whatever its style now, a caption's number counts for nothing."""
    return replace(unsur, macam=dulu.macam, tingkat=dulu.tingkat, keterangan=dulu.keterangan).kunci


def _shape(unsur: Unsur) -> tuple[object, ...]:
    """What a text shows besides its words."""
    tingkat = max(unsur.tingkat, 4) if unsur.macam is Macam.JUDUL else 0
    isi: Sequence[object] = () if unsur.macam is Macam.JUDUL else sketch_runs(unsur.isi)
    return unsur.macam, unsur.bernomor, tingkat, tuple(isi)
