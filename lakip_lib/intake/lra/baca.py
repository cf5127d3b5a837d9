"""read_lra: the budget report of one agency-year from whatever finance exported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakip_lib.intake.grid import Buku
from lakip_lib.intake.lra.bentuk import (
    PAGU,
    PAGU_MURNI,
    PAGU_PERUBAHAN,
    PERSEN,
    REALISASI,
    SELISIH,
    BarisAnggaran,
    Lra,
    Skpd,
)
from lakip_lib.intake.lra.gabung import BAGIAN_TAHUN, TOTAL, Garis, Garisan, combine_seri, fill_pagu, union_garis
from lakip_lib.intake.lra.kode import Level
from lakip_lib.intake.lra.lengkapi import cut_baris, fill_headings, is_late
from lakip_lib.intake.lra.pengali import match_pengali
from lakip_lib.intake.lra.pesan import build_temuan, name_periode
from lakip_lib.intake.lra.pilih import choose_pohon, has_realisasi, has_single_period
from lakip_lib.intake.lra.pohon import Pohon
from lakip_lib.intake.lra.seri import Seri, group_seri
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan, sort_temuan


@dataclass(frozen=True)
class _Pilihan:
    """The tables that count, and what was found in choosing them."""

    pohon: list[Pohon]
    temuan: list[Temuan]


def read_lra(
    bukus: Sequence[Buku],
    *,
    kumulatif: bool | None = None,
    pengali: int | None = None,
    kolom_pagu: str = "perubahan",
    sampai: str | None = None,
) -> Lra:
    """The budget report that these files make together: lines with amounts in rupiah, tree, totals and findings.

    `kumulatif`, `pengali`, `kolom_pagu` are [lra] of instansi.toml (None: detected and reported). `sampai` ("06",
    "TW2") leaves out tables of later months. Findings of opening the files (Buku.temuan) are not repeated here.
    """
    pilihan = _choose(bukus, pengali)
    pohon, temuan_pengali, cara_pengali = match_pengali(pilihan.pohon, pengali=pengali)
    semua, pohon = pohon, [p for p in pohon if not is_late(p.tabel.periode, sampai) or not has_single_period(p)]
    temuan = [*pilihan.temuan, *temuan_pengali, *(t for p in pohon for t in p.temuan)]
    if not pohon:
        temuan += [_note_belum(p, sampai) for p in semua[:1] if sampai]
        return Lra((), tuple(sort_temuan(temuan)), kolom_pagu=kolom_pagu)
    garisan, seri, temuan_seri = _assemble(pohon, kumulatif)
    total = garisan.pop(TOTAL, None)
    baris, temuan_judul = fill_headings(build_baris(garisan, kolom_pagu))
    if sampai:
        baris, total = (
            cut_baris(baris, sampai),
            None if any(is_late(p, sampai) for b in baris for p in b.periode) else total,
        )
    utama = next((s for s in seri if len(s.pohon) > 1), seri[0])
    return Lra(
        baris=baris,
        temuan=tuple(sort_temuan([*temuan, *temuan_seri, *temuan_judul])),
        total_tercetak=_fill_pagu(total.angka, kolom_pagu) if total else {},
        asal_total=total.asal if total else {},
        berkas=tuple(dict.fromkeys(p.tabel.berkas for p in pohon)),
        periode=tuple(p.tabel.periode for s in seri for p in s.pohon if p.tabel.periode),
        kumulatif=utama.kumulatif,
        cara_kumulatif=utama.cara,
        pengali=max(p.tabel.pengali for p in pohon),
        cara_pengali=cara_pengali,
        kolom_pagu=kolom_pagu,
        skpd=_list_skpd(baris, pohon),
    )


def build_baris(garisan: Garisan, kolom_pagu: str) -> tuple[BarisAnggaran, ...]:
    """The lines in order with their parents as indices and the pagu of record chosen by `kolom_pagu`."""
    indeks = {kunci: i for i, kunci in enumerate(garisan)}
    return tuple(_build_one(g, indeks, kolom_pagu) for g in garisan.values())


def _build_one(g: Garis, indeks: Mapping[str, int], kolom_pagu: str) -> BarisAnggaran:
    angka = _fill_pagu(g.angka, kolom_pagu)
    asal = dict(g.asal)
    sumber = _pick_pagu(g.angka, kolom_pagu)
    if sumber and sumber in asal:
        asal[PAGU] = asal[sumber]
    return BarisAnggaran(
        kunci=g.kunci,
        kode=g.kode,
        level=g.level,
        uraian=g.uraian,
        pagu=angka.get(PAGU),
        realisasi_anggaran=angka.get(REALISASI),
        pagu_murni=angka.get(PAGU_MURNI),
        pagu_perubahan=angka.get(PAGU_PERUBAHAN),
        induk=indeks.get(g.induk) if g.induk is not None else None,
        periode={p: g.angka[p] for p in BAGIAN_TAHUN if p in g.angka},
        tercetak={k: g.angka[k] for k in (PERSEN, SELISIH) if k in g.angka},
        asal=asal,
        nomor=g.nomor,
        tersembunyi=g.tersembunyi,
    )


def _pick_pagu(angka: Mapping[str, Decimal], kolom_pagu: str) -> str | None:
    urut = (PAGU_PERUBAHAN, PAGU, PAGU_MURNI) if kolom_pagu == "perubahan" else (PAGU_MURNI, PAGU, PAGU_PERUBAHAN)
    return next((k for k in urut if k in angka), None)


def _fill_pagu(angka: Mapping[str, Decimal], kolom_pagu: str) -> dict[str, Decimal]:
    sumber = _pick_pagu(angka, kolom_pagu)
    return {**angka, PAGU: angka[sumber]} if sumber else dict(angka)


def _choose(bukus: Sequence[Buku], pengali: int | None) -> _Pilihan:
    pohon: list[Pohon] = []
    temuan: list[Temuan] = []
    for buku in bukus:
        dipilih, catatan = choose_pohon(buku, pengali=pengali)
        pohon += dipilih
        temuan += catatan
    if not bukus:
        isi = "tidak ada berkas realisasi anggaran. Mohon simpan berkas lra di folder instansi."
        temuan.append(build_temuan("anggaran-tidak-ada", Tingkat.WAJIB, isi, berkas=""))
    return _Pilihan(pohon, temuan)


def _assemble(pohon: list[Pohon], kumulatif: bool | None) -> tuple[Garisan, list[Seri], list[Temuan]]:
    """Series of tables with realisasi put together; tables of pagu alone only where the others have none."""
    belanja = [p for p in pohon if has_realisasi(p)]
    pagu_saja = [p for p in pohon if not has_realisasi(p)]
    seri = group_seri(belanja or pagu_saja, kumulatif=kumulatif)
    garisan, temuan = _union(seri)
    if not belanja or not pagu_saja:
        return garisan, seri, temuan
    if any(k in g.angka for g in garisan.values() for k in (PAGU, PAGU_MURNI, PAGU_PERUBAHAN)):
        return garisan, seri, [*temuan, *(_note_pagu_saja(p) for p in pagu_saja)]
    pagu, catatan = _union(group_seri(pagu_saja, kumulatif=True))
    return fill_pagu(garisan, pagu), seri, [*temuan, *catatan]


def _union(seri: list[Seri]) -> tuple[Garisan, list[Temuan]]:
    hasil = [combine_seri(s) for s in seri]
    temuan = [t for s, (_, catatan) in zip(seri, hasil, strict=True) for t in (*s.temuan, *catatan)]
    return union_garis([g for g, _ in hasil]), temuan


def _note_belum(p: Pohon, sampai: str) -> Temuan:
    t = p.tabel
    isi = (
        f"memuat realisasi sampai dengan {name_periode(t.periode or '')}, sedangkan laporan ini sampai dengan "
        f"{name_periode(sampai)}. Mohon kirim LRA periode itu."
    )
    return build_temuan("anggaran-periode-belum-ada", Tingkat.WAJIB, isi, berkas=t.berkas, lembar=t.lembar)


def _note_pagu_saja(p: Pohon) -> Temuan:
    isi = "hanya memuat pagu, sedangkan berkas realisasi sudah memuatnya; berkas ini tidak dipakai."
    t = p.tabel
    return build_temuan("anggaran-pagu-saja", Tingkat.CATATAN, isi, berkas=t.berkas, lembar=t.lembar)


def _list_skpd(baris: Sequence[BarisAnggaran], pohon: Sequence[Pohon]) -> tuple[Skpd, ...]:
    """The organisations named, each once."""
    skpd: dict[str, Skpd] = {}
    for b in baris:
        if b.level is Level.SKPD and b.kode:
            skpd.setdefault(b.kode, Skpd(b.kode, b.uraian, b.asal["uraian"][0]))
    for t in (p.tabel for p in pohon):
        for m in t.skpd:
            if m.kode:
                skpd.setdefault(m.kode.teks, Skpd(m.kode.teks, m.uraian, t.asal(m.sel_uraian)))
    return tuple(skpd.values())
