"""Step 7, koreksi: the reviu's checklist, the program's own correction of the document, and the DOCX that came back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.keadaan import LOLOS, PERLU_PERBAIKAN, Tahap
from lakip_lib.alur.langkah import PERAN_SOP, TOLAK
from lakip_lib.blok import Judul
from lakip_lib.delivery.arsip.publik import scan_publik
from lakip_lib.delivery.arsip.tercatat import DOKUMEN
from lakip_lib.delivery.berkas import read_berkas
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.dokumen import check_mutakhir, find_susun
from lakip_lib.delivery.sop.draf import DrafTersimpan, find_draf, load_draf
from lakip_lib.delivery.sop.fakta import gather_fakta, gather_tonggak
from lakip_lib.delivery.sop.lembar import make_lke, make_reviu
from lakip_lib.delivery.sop.naskah import write_naskah, write_pasangan
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.tempat import DAFTAR_TEMUAN
from lakip_lib.delivery.sop.terima import write_terima
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks
from lakip_lib.forms.daftar_temuan import dump_daftar_temuan
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.kembali import (
    Beda,
    Jenis,
    Terbaca,
    compare_kembali,
    describe_beda,
    plan_terima,
    read_kembali,
)
from lakip_lib.koreksi.lke import NilaiManusia, score_lke
from lakip_lib.koreksi.periksa import review_dokumen
from lakip_lib.koreksi.reviu import Jawab, Jawaban, Manual, review
from lakip_lib.koreksi.reviu.butir import BUTIR
from lakip_lib.temuan import Temuan, sort_temuan

PERTANYAAN = {butir.no: butir.teks for butir in BUTIR}
JAWAB = re.compile(r"\s*(I{1,3}\.\d{1,2})\s*=\s*(ya|tidak)\s*:\s*(\S.*?)\s*", re.IGNORECASE | re.DOTALL)
NILAI = re.compile(r"\s*(3\.[abc])\s*=\s*(AA|A|BB|B|CC|C|D|E)\s*:\s*(\S.*?)\s*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Kiriman:
    """What a person brings to step 7: answers to items of the checklist, a DOCX that came back, whether to accept it."""

    jawab: tuple[str, ...] = ()
    kembali: Path | None = None
    terima: bool = False
    konfirmasi: tuple[str, ...] = ()


def correct(siklus: Siklus, kiriman: Kiriman) -> Laporan:
    """Do step 7 on the version that was built last; it passes when no item is open and nothing must be mended.

    An accepted correction changes narasi/, so that the document is built anew before it can pass. A version that the Kadis
    rejected is corrected here, too, but never passes again.
    """
    ditolak = siklus.keadaan.tahap is Tahap.DITOLAK
    versi = find_versi(siklus)
    data = read_berkas(kiriman.kembali) if kiriman.kembali else None
    baru, nilai = parse_jawab(kiriman.jawab, siklus)
    isi = {
        "jawaban": [asdict(m) for m in baru],
        "nilai": [asdict(n) for n in nilai],
        "kembali": hash_bytes(data) if data else "",
        "terima": kiriman.terima,
        "konfirmasi": list(kiriman.konfirmasi),
    }
    masukan = dict(find_susun(siklus, versi).keluaran) if versi else {}
    rancangan = siklus.begin("koreksi", versi=versi, isi=isi, masukan=masukan)
    if rancangan.ulang is None and data is None and not ditolak:
        check_mutakhir(siklus, versi)
    draf = load_draf(siklus, versi)
    fakta = gather_fakta(siklus, draf)
    jawaban = review(fakta, [*list_manual(rancangan.sebelum), *baru])
    lke = score_lke(fakta, gather_tonggak(siklus), [*list_nilai(rancangan.sebelum.list("koreksi")), *nilai])
    temuan = review_dokumen(draf.dokumen, draf.hasil, draf.kinerja, siklus.settings)
    temuan += scan_publik(read_terbuka(draf), siklus.settings)
    kembali, pesan = _take_back(siklus, draf, data, kiriman)
    keluaran = write_naskah(siklus, f"07-daftar-periksa-{versi}", make_reviu(siklus, rancangan, jawaban))
    keluaran |= write_naskah(siklus, f"07-penilaian-mandiri-{versi}", make_lke(siklus, rancangan, lke))
    terbuka = [j.no for j in jawaban if is_terbuka(j)]
    ditulis = bool(pesan)
    terjawab = list_terbuka(jawaban, list_manual(rancangan.sebelum, lewat=True))
    semua = [*sort_temuan([*temuan, *kembali]), *terjawab]
    baik = not ditulis and not ditolak and not any(t.tingkat == Tingkat.WAJIB for t in semua)
    daftar = dump_daftar_temuan(semua, {}).encode()
    keluaran |= write_pasangan(siklus, {f"{DAFTAR_TEMUAN}{versi}.csv": daftar})
    siklus.commit(
        rancangan,
        hasil=LOLOS if baik else PERLU_PERBAIKAN,
        isi={"terbuka": terbuka, "temuan": len(temuan), "beda": len(kembali), "butir": _count(jawaban)},
        keluaran=keluaran,
    )
    return Laporan(tuple(semua), pesan=(*pesan, _say(versi, jawaban, ditulis=ditulis)))


def find_versi(siklus: Siklus) -> str:
    """The version that is corrected: the last draft, also of a putaran that the Kadis ended by a rejection."""
    susun = siklus.buku.find("susun")
    return siklus.keadaan.versi or (susun.versi if susun else "")


def read_terbuka(draf: DrafTersimpan) -> dict[str, bytes]:
    """What of a draft will go to the public: personal data in it can still be mended now, not after the approval."""
    return {nama: (draf.folder / nama).read_bytes() for nama in (*DOKUMEN, "LKjIP.pdf")}


def is_terbuka(jawaban: Jawaban) -> bool:
    """Whether an item keeps the document from passing: nobody answered it, or the program's no was not answered by a person."""
    return jawaban.manual is None and jawaban.is_open


def list_terbuka(jawaban: Iterable[Jawaban], lama: Sequence[Manual] = ()) -> list[Temuan]:
    """A finding for each item that a person must still answer; `lama` are the answers to a version that was rejected."""
    kata = {Jawab.TIDAK: "dijawab tidak", Jawab.BELUM: "belum dijawab", Jawab.YA: "perlu dipastikan"}
    dahulu = {m.no: f"{m.jawaban}: {m.catatan}" for m in lama}
    return [
        Temuan(
            "daftar-periksa",
            "reviu-terbuka",
            Tingkat.WAJIB,
            f"Butir {j.no} ({PERTANYAAN[j.no].removesuffix('.')}) {kata[j.jawaban]}: {j.alasan} "
            + ("Pastikan, lalu" if j.jawaban is Jawab.YA else "Perbaiki, atau")
            + " jawab dengan --jawab "
            + (f'"{j.no}={dahulu[j.no]}" (jawaban putaran lalu).' if j.no in dahulu else f'"{j.no}=ya: catatan".'),
            sel=j.no,
        )
        for j in jawaban
        if is_terbuka(j)
    ]


def parse_jawab(teks: Sequence[str], siklus: Siklus) -> tuple[list[Manual], list[NilaiManusia]]:
    """Answers like "II.1=ya: disusun Subbagian Program" and grades of the LKE like "3.a=A: dipuji evaluator".

    They are given in the name of whoever does the step. UsageError for anything else.
    """
    peran = siklus.oleh or "sekretaris"
    sebutan = PERAN_SOP.get(peran, peran)
    pejabat = getattr(siklus.settings.pejabat, peran, None)
    nama = (pejabat.nama if pejabat else "") or sebutan
    jawaban, nilai = [], []
    for satu in teks:
        if (cocok := JAWAB.fullmatch(satu)) and clean_teks(cocok[3]):
            jawaban.append(Manual(cocok[1].upper(), Jawab(cocok[2].lower()), cocok[3], nama, sebutan))
        elif (cocok := NILAI.fullmatch(satu)) and clean_teks(cocok[3]):
            huruf: Any = cocok[2].upper()
            nilai.append(NilaiManusia(cocok[1].lower(), huruf, cocok[3], nama, sebutan))
        else:
            raise UsageError(
                f'--jawab ditulis seperti "II.1=ya: disusun Subbagian Program", atau "3.a=A: alasan" untuk LKE, bukan "{satu}".'
            )
    return jawaban, nilai


def list_manual(buku: BukuAlur, *, lewat: bool = False) -> list[Manual]:
    """The answers that persons gave: they hold until they are given anew, or the Kadis rejects what was answered for.

    With `lewat`, those of the versions that were rejected.
    """
    tolak = buku.find(TOLAK)
    batas = tolak.nomor if tolak else 0
    entri = [e for e in buku.list("koreksi") if (e.nomor < batas) == lewat]
    return [Manual(**{**m, "jawaban": Jawab(m["jawaban"])}) for e in entri for m in e.isi["jawaban"]]


def list_nilai(entri: Iterable[Any]) -> list[NilaiManusia]:
    """The grades of the LKE that persons gave in earlier corrections."""
    return [NilaiManusia(**n) for e in entri for n in e.isi["nilai"]]


def _take_back(
    siklus: Siklus, draf: DrafTersimpan, data: bytes | None, kiriman: Kiriman
) -> tuple[list[Temuan], list[str]]:
    """The findings on a DOCX that came back, and a sentence on what was carried into narasi/ where that was asked for."""
    if data is None or kiriman.kembali is None:
        if kiriman.terima or kiriman.konfirmasi:
            raise UsageError("--terima dan --konfirmasi memerlukan --kembali BERKAS.docx.")
        return [], []
    terbaca = read_kembali(data)
    beda = compare_kembali(draf.dokumen, terbaca, hasil=draf.hasil, kinerja=draf.kinerja)
    check_milik(siklus, draf, terbaca, beda, kiriman.kembali.name)
    if not kiriman.terima:
        return describe_beda(beda, kiriman.kembali.name), []
    terima = plan_terima(draf.dokumen, terbaca, beda, konfirmasi=kiriman.konfirmasi, kinerja=draf.kinerja)
    write_terima(siklus.lokasi.raw, terima)
    sisa: tuple[Beda, ...] = terima.ditolak
    nama = ", ".join(f"narasi/{n.nama}.md" for n in terima.naskah)
    pesan = [f"Koreksi dibawa ke {nama}. Susun lagi (lakip susun) supaya tercetak."] if nama else []
    return describe_beda(sisa, kiriman.kembali.name), pesan


def check_milik(siklus: Siklus, draf: DrafTersimpan, terbaca: Terbaca, beda: Sequence[Beda], nama: str) -> None:
    """UsageError where a DOCX is no copy of this draft: it lacks most of its headings, or is nearer to another version."""
    judul = [b for b in draf.dokumen.blok if isinstance(b, Judul)]
    hilang = sum(b.jenis is Jenis.JUDUL_HILANG for b in beda)
    if 2 * hilang > len(judul):
        raise UsageError(f"{nama} bukan LKjIP.docx versi {draf.versi}: {hilang} dari {len(judul)} judulnya tidak ada.")
    lain = dict.fromkeys(e.versi for e in siklus.buku.list("susun") if e.versi != draf.versi)
    for versi in lain:
        sana = find_draf(siklus, versi) if beda else None
        if sana is not None and _count_beda(sana, terbaca) < len(beda):
            raise UsageError(
                f"{nama} lebih dekat dengan versi {versi} daripada {draf.versi}: koreksinya dibuat pada draf lain. "
                f"Terapkan pada LKjIP.docx versi {draf.versi}."
            )


def _count_beda(draf: DrafTersimpan, terbaca: Terbaca) -> int:
    return len(compare_kembali(draf.dokumen, terbaca, hasil=draf.hasil, kinerja=draf.kinerja))


def _count(jawaban: Iterable[Jawaban]) -> dict[str, int]:
    jumlah = dict.fromkeys((str(j) for j in Jawab), 0)
    for j in jawaban:
        jumlah[str(j.jawaban)] += 1
    return jumlah


def _say(versi: str, jawaban: Sequence[Jawaban], *, ditulis: bool) -> str:
    jumlah = _count(jawaban)
    akhir = " Naskahnya berubah, sehingga koreksi diulang setelah disusun lagi." if ditulis else ""
    return (
        f"Daftar periksa versi {versi}: ya {jumlah['ya']}, tidak {jumlah['tidak']}, belum dijawab "
        f"{jumlah['belum dijawab']} dari {len(jawaban)} butir.{akhir}"
    )
