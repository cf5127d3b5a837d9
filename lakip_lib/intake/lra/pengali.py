"""Tables printed in thousands or millions: told by their words, by comparison with other files, or asked about."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from lakip_lib.intake.lra.bentuk import PAGU, PAGU_MURNI, PAGU_PERUBAHAN, PERSEN, REALISASI, BarisMentah
from lakip_lib.intake.lra.pesan import build_temuan, say_rupiah
from lakip_lib.intake.lra.pohon import Pohon, Simpul
from lakip_lib.intake.lra.seri import sum_top
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

KATA_PENGALI = {1_000: "ribuan rupiah", 1_000_000: "jutaan rupiah", 1_000_000_000: "miliaran rupiah"}
TERLALU_KECIL = Decimal(20_000_000)  # no agency's yearly budget; smaller totals are thousands or millions
KOLOM_PAGU = (PAGU, PAGU_PERUBAHAN, PAGU_MURNI)


def match_pengali(pohon: Sequence[Pohon], *, pengali: int | None) -> tuple[list[Pohon], list[Temuan], str]:
    """All tables in rupiah, what was found, and how the multiplier was decided."""
    if pengali is not None:
        return list(pohon), [], "dinyatakan"
    temuan = [_note_words(p) for p in pohon if p.tabel.pengali > 1]
    hasil = list(pohon)
    for i, p in enumerate(pohon):
        kali = max((_compare(p, q) for q in pohon if q is not p), default=1)
        if kali > 1:
            hasil[i] = scale_pohon(p, kali)
            temuan.append(_note_size(p, kali))
    temuan += [t for p in hasil if (t := _ask_small(p))]
    berubah = any(p.tabel.pengali > 1 for p in hasil)
    return hasil, temuan, "terdeteksi" if berubah or len(pohon) > 1 else "tunggal"


def scale_pohon(pohon: Pohon, kali: int) -> Pohon:
    """The same table with every amount multiplied."""
    tabel = replace(
        pohon.tabel, pengali=pohon.tabel.pengali * kali, total=tuple(_scale(t, kali) for t in pohon.tabel.total)
    )
    simpul = [Simpul(_scale(s.mentah, kali), s.level, s.kunci, s.kode, s.induk) for s in pohon.simpul]
    return Pohon(tabel, simpul, pohon.temuan, pohon.dasar)


def _scale(b: BarisMentah, kali: int) -> BarisMentah:
    return replace(b, angka={k: v if k == PERSEN else v * kali for k, v in b.angka.items()})


def _compare(p: Pohon, q: Pohon) -> int:
    """How many times larger the same lines' pagu is in q: 1, 1.000 or 1.000.000."""
    a, b = _pagu(p), _pagu(q)
    rasio = [b[k] / a[k] for k in a.keys() & b.keys() if a[k] > 0 and b[k] > 0]
    if len(rasio) < 2:
        return 1
    tengah = median(rasio)
    return next((n for n in (1_000, 1_000_000) if Decimal("0.9") * n <= tengah <= Decimal("1.1") * n), 1)


def _pagu(p: Pohon) -> dict[str, Decimal]:
    nilai = ((s.kunci, next((s.mentah.angka[k] for k in KOLOM_PAGU if k in s.mentah.angka), None)) for s in p.simpul)
    return {k: v for k, v in nilai if v is not None}


def _note_words(p: Pohon) -> Temuan:
    kata = KATA_PENGALI.get(p.tabel.pengali, f"kelipatan {p.tabel.pengali}")
    return _note(p, Tingkat.CATATAN, f"tabel menyebut angka dalam {kata}; dibaca dengan pengali {p.tabel.pengali}.")


def _note_size(p: Pohon, kali: int) -> Temuan:
    isi = (
        f"angkanya kira-kira 1/{kali} dari baris yang sama di berkas lain, sehingga dibaca dalam "
        f"{KATA_PENGALI[kali]}. Mohon tegaskan dengan pengali pada [lra] atau samakan satuannya."
    )
    return _note(p, Tingkat.PERINGATAN, isi)


def _ask_small(p: Pohon) -> Temuan | None:
    jumlah = sum_top(p, (*KOLOM_PAGU, REALISASI))
    if p.tabel.pengali > 1 or p.tabel.jenis == "transaksi" or not 0 < jumlah < TERLALU_KECIL or len(p.simpul) < 3:
        return None
    isi = (
        f"jumlah anggaran hanya {say_rupiah(jumlah)}; mungkin angkanya dalam ribuan atau jutaan rupiah. "
        "Mohon tegaskan dengan pengali = 1, 1000 atau 1000000 pada [lra]."
    )
    return _note(p, Tingkat.WAJIB, isi)


def _note(p: Pohon, tingkat: Tingkat, isi: str) -> Temuan:
    return build_temuan("anggaran-satuan", tingkat, isi, berkas=p.tabel.berkas, lembar=p.tabel.lembar)
