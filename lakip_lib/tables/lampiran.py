"""Annexes: the formulas used, the cell behind each figure, the findings, the evidence."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from lakip_lib.blok import Baris, Isi, Run, Tabel
from lakip_lib.formats import KOSONG
from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT, Agregasi, Metode, Tingkat
from lakip_lib.measures.hasil import Hasil
from lakip_lib.measures.rumus import is_stabil, parse_nilai, peringkat
from lakip_lib.model import Kinerja
from lakip_lib.tables.rumus import (
    BERNILAI,
    PEMBULATAN,
    PENJELASAN_JARAK,
    PENJELASAN_KELUARAN,
    PENJELASAN_KEMAJUAN,
    PENJELASAN_KUADRAN,
    PENJELASAN_NE,
    PENJELASAN_PERUBAHAN,
    RUMUS_AGREGASI,
    RUMUS_CAPAIAN,
    RUMUS_EFISIENSI,
    RUMUS_KEMAJUAN,
    RUMUS_KUADRAN,
    RUMUS_NE,
    RUMUS_PENYERAPAN,
    RUMUS_PERUBAHAN,
    RUMUS_STANDAR,
    describe_agregasi,
)
from lakip_lib.tables.sel import Catatan, kolom, row, say_empty, text

TINGKAT_LABEL = {Tingkat.WAJIB: "Wajib", Tingkat.PERINGATAN: "Peringatan", Tingkat.CATATAN: "Catatan"}
PERINGKAT = {"predikat": PERINGKAT_PREDIKAT, "opini": PERINGKAT_OPINI}
SEMUA = "seluruh indikator"
Rumus = tuple[str, str, str, str]  # id, formula, explanation, used for


def tabulate_metodologi(hasil: Hasil) -> Tabel:
    """Each formula used, with its id, in words, and the indikator (or all) it is used for."""
    cols = kolom(("Id", "kiri", 0.9), ("Rumus", "kiri", 2.6), ("Penjelasan", "kiri", 2.8), ("Dipakai untuk", "kiri", 2))
    catatan = Catatan()
    catatan.add(PEMBULATAN)
    return Tabel(
        id="metodologi",
        kode="metodologi",
        judul="Rumus yang Digunakan",
        kolom=cols,
        baris=tuple(row(*(text(teks) for teks in rumus)) for rumus in list_rumus(hasil)),
        catatan=catatan.list(),
        urut=False,
    )


def list_rumus(hasil: Hasil) -> list[Rumus]:
    """The formulas that shaped these figures, in order of their use."""
    metode: dict[Metode, list[str]] = defaultdict(list)
    agregasi: dict[Agregasi, list[str]] = defaultdict(list)
    for item in hasil.indikator:
        metode[item.metode].append(item.kode)
        if any(tw is not None for tw in hasil.get_rincian(item.kode).target_triwulan):
            agregasi[item.agregasi].append(item.kode)
    atur = {"batas_capaian": "tanpa", "efisiensi": "E1"} | hasil.pengaturan
    found: list[Rumus] = [(str(m), *_word_metode(hasil, m), ", ".join(metode[m])) for m in Metode if metode[m]]
    for cara in Agregasi:
        if agregasi[cara]:
            found.append((str(cara), RUMUS_AGREGASI[cara], describe_agregasi(cara), ", ".join(agregasi[cara])))
    found.append(("rata-rata", "jumlah capaian / banyak indikator", _say_batas(atur["batas_capaian"]), "sasaran"))
    cara_instansi = "sasaran" if hasil.instansi_capaian.cara == "sasaran" else "indikator"
    found.append(("instansi", f"rata-rata capaian seluruh {cara_instansi}", "Sebelum pembulatan.", "instansi"))
    found.append(("perubahan", RUMUS_PERUBAHAN, PENJELASAN_PERUBAHAN, SEMUA))
    found += _list_kemajuan(hasil)
    if standar := [item.kode for item in hasil.indikator if item.standar]:
        found.append(("standar", RUMUS_STANDAR, "Selisih terhadap standar.", ", ".join(standar)))
    if hasil.anggaran:
        found.append(("keluaran", RUMUS_CAPAIAN[Metode.MAX][0], PENJELASAN_KELUARAN, "keluaran sub kegiatan"))
    found.append(("penyerapan", RUMUS_PENYERAPAN, "Dihitung dari jumlah, bukan rata-rata persentase.", "anggaran"))
    metode_e = str(atur["efisiensi"])
    found.append((metode_e, RUMUS_EFISIENSI[metode_e], "Efisiensi penggunaan sumber daya.", "sasaran"))
    if metode_e in BERNILAI:
        found.append(("NE", RUMUS_NE, PENJELASAN_NE, "sasaran"))
    if hasil.rincian.kuadran:
        found.append(("kuadran", RUMUS_KUADRAN, PENJELASAN_KUADRAN, "sasaran"))
    return found


def _word_metode(hasil: Hasil, metode: Metode) -> tuple[str, str]:
    """Formula and explanation of a method; where letters are compared, with the ranking they are compared by."""
    rumus, arti = RUMUS_CAPAIAN[metode]
    if metode is not Metode.ORD:
        return rumus, arti
    tertulis = [parse_nilai(teks) for i in hasil.indikator if i.metode is metode for teks in (i.target, i.realisasi)]
    jenis = {known[0] for n in tertulis if n and n.huruf and (known := peringkat(n.huruf))}
    urutan = [f"{nama} {_list_peringkat(tabel)}" for nama, tabel in PERINGKAT.items() if nama in jenis]
    return rumus, arti + (f" Peringkat {'; '.join(urutan)}." if urutan else "")


def _list_peringkat(tabel: Mapping[str, int]) -> str:
    return ", ".join(f"{huruf} = {nilai}" for huruf, nilai in tabel.items())


def _list_kemajuan(hasil: Hasil) -> list[Rumus]:
    """Both readings of the progress that T3.3 prints, the chosen one marked."""
    dipakai = str(hasil.pengaturan.get("kemajuan_renstra", "rasio"))
    dua = [r.kode for r in hasil.rincian.indikator if r.renstra_dari_awal is not None]
    stabil = any(is_stabil(item.arah, item.metode) for item in hasil.indikator)
    found = []
    for cara, nama in (("rasio", "kemajuan"), ("dari_awal", "kemajuan dari awal")):
        if cara == dipakai or cara == "rasio" or dua:
            penjelasan = PENJELASAN_KEMAJUAN + (f" {PENJELASAN_JARAK}" if cara == "dari_awal" and stabil else "")
            penjelasan += " Menentukan angka kemajuan yang dilaporkan." if cara == dipakai and dua else ""
            found.append((nama, RUMUS_KEMAJUAN[cara], penjelasan, ", ".join(dua) if cara == "dari_awal" else SEMUA))
    return found


def _say_batas(batas: Any) -> str:
    if str(batas) == "tanpa":
        return "Capaian negatif dihitung nol; tanpa batas atas."
    return f"Capaian negatif dihitung nol dan capaian di atas {str(batas).replace('.', ',')}% dihitung {batas}%."


def tabulate_mutu(hasil: Hasil) -> Tabel:
    """The findings that stand, gravest first, with their place and what was found."""
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Tingkat", "kiri", 1.0),
        ("Letak", "kiri", 1.8),
        ("Tertulis", "kiri", 1.0),
        ("Temuan dan tindak lanjut", "kiri", 4.2),
    )
    urutan = list(Tingkat)
    temuan = sorted(hasil.temuan, key=lambda t: urutan.index(Tingkat(t["tingkat"] or "")))
    baris = [
        row(
            text(n),
            text(TINGKAT_LABEL[Tingkat(t["tingkat"] or "")]),
            text(" › ".join(teks for k in ("berkas", "lembar", "sel") if (teks := t.get(k))) or KOSONG),
            text(t.get("nilai")),
            text(t["pesan"]),
        )
        for n, t in enumerate(temuan, 1)
    ]
    jumlah = {tingkat: sum(t["tingkat"] == tingkat for t in temuan) for tingkat in urutan}
    catatan = Catatan()
    catatan.add(", ".join(f"{TINGKAT_LABEL[t].lower()} {n}" for t, n in jumlah.items()).capitalize() + ".")
    return Tabel(
        id="mutu-data",
        kode="mutu-data",
        judul="Catatan Mutu Data",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Tidak ada temuan atas data yang disampaikan."),
        catatan=catatan.list() if baris else (),
        urut=False,
    )


def tabulate_bukti(hasil: Hasil, kinerja: Kinerja) -> Tabel:
    """The evidence of each indikator and, after those, of sub kegiatan; an indikator without any says so."""
    cols = kolom(
        ("Indikator atau sub kegiatan", "kiri", 3.0),
        ("Dokumen", "kiri", 2.4),
        ("Tanggal", "kiri", 1.5),
        ("Tautan atau berkas", "kiri", 2.6),
    )
    bukti: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for data in kinerja.records("bukti"):
        bukti[data["kode"] or ""].append(data)
    nama = {item.kode: item.nama for item in hasil.indikator}
    lain = {a.kode: a.uraian for a in hasil.anggaran}
    baris: list[Baris] = []
    for kode, uraian in nama.items():
        milik = bukti.pop(kode, [])
        baris += [_make_bukti(kode, uraian, data) for data in milik]
        if not milik:
            baris.append(row(text(f"{kode} {uraian}"), text("Belum ada data dukung.", lebar=3)))
    baris += [_make_bukti(kode, lain.get(kode), data) for kode, isi in bukti.items() for data in isi]
    kurang = list_tanpa_bukti(hasil, kinerja)
    catatan = Catatan()
    if kurang:
        catatan.add(f"Indikator tanpa data dukung ({len(kurang)}): {', '.join(kurang)}.")
    return Tabel(
        id="bukti",
        kode="bukti",
        judul="Daftar Data Dukung",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada indikator."),
        catatan=catatan.list(),
        urut=False,
    )


def _make_bukti(kode: str, uraian: str | None, data: dict[str, Any]) -> Baris:
    tautan = (data["tautan"] or "").strip()
    web = tautan if re.fullmatch(r"https?://\S+", tautan) else None
    letak = Isi(isi=(Run(teks=tautan or KOSONG, tautan=web),))
    return row(text(f"{kode} {uraian or ''}"), text(data["nama_dokumen"]), text(data["tanggal"]), letak)


def list_tanpa_bukti(hasil: Hasil, kinerja: Kinerja) -> list[str]:
    """Kode of the indikator that no evidence was handed in for."""
    ada = {data["kode"] for data in kinerja.records("bukti")}
    return [item.kode for item in hasil.indikator if item.kode not in ada]
