"""What accepting a returned DOCX writes: whole texts of narasi/, and what is refused."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lakip_lib.blok import Dokumen
from lakip_lib.koreksi.kembali.banding import Sanding, place_side_by_side
from lakip_lib.koreksi.kembali.beda import Beda, Jenis
from lakip_lib.koreksi.kembali.markdown import TINGKAT_NASKAH, reads_back, write_markdown
from lakip_lib.koreksi.kembali.model import Macam, Terbaca, Unsur
from lakip_lib.koreksi.kembali.tempat import Ruang
from lakip_lib.koreksi.kembali.tolak import DRAF_TAMBAH, TANDA
from lakip_lib.model import Kinerja


@dataclass(frozen=True)
class NaskahBaru:
    """A text of narasi/ as it is to be: its name, its Markdown, and the hash of the file that the draft was made from
    ("" for none, None where that is not known)."""

    nama: str
    teks: str
    dasar: str | None = None


@dataclass(frozen=True)
class Terima:
    """The texts to write, in order of the document, and the differences that are carried over and that are not."""

    naskah: tuple[NaskahBaru, ...]
    diterima: tuple[Beda, ...]
    ditolak: tuple[Beda, ...]


@dataclass
class _Susunan:
    """The elements that a text of narasi/ will have, by its name."""

    sanding: Sanding
    beda: Mapping[int, list[Beda]]  # by place in the returned document
    hilang: Mapping[int, list[Beda]]  # by place in the draft, of what went away
    isi: dict[str, list[Unsur]] = field(default_factory=dict)
    tertahan: set[str] = field(default_factory=set)  # texts whose draft nobody confirmed

    def gather(self) -> dict[str, list[Unsur]]:
        """Walk the pairs; a refused change leaves the element as it was."""
        ruang = {i: r.nama for r in self.sanding.ruang for i in range(r.awal, r.akhir)}
        dipindah = set(self._list_moved())
        for i, j in self.sanding.pasangan:
            if i is not None and j is None:
                if i in ruang and i not in dipindah and not self._is_accepted(self.hilang.get(i, [])):
                    self._add(ruang[i], self.sanding.bagian[i].unsur)
            elif i is not None and j is not None:
                if i in ruang:
                    self._add(ruang[i], self._pick(i, j))
            elif j is not None and self._is_accepted(self.beda.get(j, [])):
                tempat = self.sanding.find_ruang(j)
                if tempat is not None:
                    self._add(tempat.nama, replace(self.sanding.terbaca.unsur[j], label=""))
        return self.isi

    def _list_moved(self) -> Iterator[int]:
        """What was moved from one text to another and left its old place."""
        for j, i in self.sanding.pindah.items():
            if self._is_accepted(self.beda.get(j, [])):
                yield i

    @staticmethod
    def _is_accepted(beda: Sequence[Beda]) -> bool:
        return bool(beda) and all(b.diterima for b in beda)

    def _pick(self, i: int, j: int) -> Unsur:
        lama, beda = self.sanding.bagian[i].unsur, self.beda.get(j, [])
        if not self._is_accepted(beda):
            return lama
        baru = self.sanding.terbaca.unsur[j]
        return replace(baru, label="", deret=lama.deret if lama.macam is baru.macam is Macam.BUTIR else baru.deret)

    def _add(self, nama: str, unsur: Unsur) -> None:
        if unsur.label == "draf":
            self.tertahan.add(nama)
        if unsur.label != "belum":
            self.isi.setdefault(nama, []).append(unsur)


def plan_terima(
    draf: Dokumen,
    terbaca: Terbaca,
    beda: Sequence[Beda],
    *,
    konfirmasi: Collection[str] = (),
    kinerja: Kinerja | None = None,
) -> Terima:
    """What accepting writes: each text of narasi/ that an accepted difference touches, whole.

    `konfirmasi` names drafts (sebab-<kode>) that a person confirms as they stand. `kinerja` gives the hashes of the texts
    that the draft was made from, so that a text that was edited since is not run over.
    """
    sanding = place_side_by_side(draf, terbaca)
    beda = (*beda, *_confirm(sanding, beda, konfirmasi))
    susunan = _Susunan(sanding, _group(beda, "baru_ke"), _group(beda, "lama_ke"))
    isi = susunan.gather()
    tersentuh = {b.naskah for b in beda if b.diterima and b.naskah and b.jenis is not Jenis.ANGKA_NASKAH}
    tertulis = {nama: [_as_text(u) for u in isi.get(nama, [])] for nama in tersentuh}
    alasan = {nama: TANDA for nama, unsur in tertulis.items() if not reads_back(unsur)}
    alasan |= dict.fromkeys(susunan.tertahan, DRAF_TAMBAH)
    dasar = _list_hashes(kinerja)
    naskah = tuple(
        NaskahBaru(nama, write_markdown(tertulis[nama]), None if dasar is None else dasar.get(nama.casefold(), ""))
        for nama in _order(sanding.ruang)
        if nama in tersentuh - set(alasan)
    )
    final = [
        replace(b, diterima=False, alasan=alasan[b.naskah]) if b.diterima and b.naskah in alasan else b for b in beda
    ]
    return Terima(
        naskah,
        tuple(b for b in final if b.diterima),
        tuple(b for b in final if not b.diterima and b.jenis is not Jenis.KOMENTAR),
    )


def _confirm(sanding: Sanding, beda: Sequence[Beda], konfirmasi: Collection[str]) -> Iterator[Beda]:
    """A difference for each draft that is confirmed as it stands and was not edited."""
    disebut = {b.naskah for b in beda}
    for i, j in sanding.pasangan:
        if i is None or j is None or sanding.bagian[i].unsur.label != "draf":
            continue
        bagian = sanding.bagian[i]
        if bagian.naskah in konfirmasi and bagian.naskah not in disebut:
            teks = bagian.unsur.teks
            yield Beda(Jenis.DRAF_DIKONFIRMASI, bagian.tempat, teks, teks, bagian.naskah, True, lama_ke=i, baru_ke=j)


def _group(beda: Sequence[Beda], kolom: str) -> dict[int, list[Beda]]:
    hasil: dict[int, list[Beda]] = {}
    for satu in beda:
        letak = getattr(satu, kolom)
        if letak is not None:
            hasil.setdefault(letak, []).append(satu)
    return hasil


def _as_text(unsur: Unsur) -> Unsur:
    """An element as it stands in narasi/: a heading of its level, a draft without its mark."""
    tingkat = max(unsur.tingkat, TINGKAT_NASKAH) if unsur.macam is Macam.JUDUL else 0
    return replace(unsur, tingkat=tingkat, keterangan=False, label="")


def _order(ruang: Sequence[Ruang]) -> list[str]:
    return list(dict.fromkeys(r.nama for r in ruang))


def _list_hashes(kinerja: Kinerja | None) -> dict[str, str] | None:
    if kinerja is None:
        return None
    return {row["nama"].casefold(): row["sha256"] or "" for row in kinerja.records("narasi")}


def hash_text(teks: str) -> str:
    """The SHA-256 of a text as its file has it."""
    return hashlib.sha256(teks.encode("utf-8")).hexdigest()
