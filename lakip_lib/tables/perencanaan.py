"""Planning: staff, Renstra, IKU, Perjanjian Kinerja and its changes, rencana aksi (T2.1 to T2.4)."""

from collections import defaultdict
from collections.abc import Mapping

from lakip_lib.blok import Baris, Isi, Tabel
from lakip_lib.istilah import TW_LABEL, Agregasi, VersiTarget
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, IndikatorRincian
from lakip_lib.measures.pegawai import list_pegawai
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.tables.sel import (
    Catatan,
    Runs,
    figure,
    kolom,
    make_id,
    nilai_cell,
    number,
    plain_nilai,
    row,
    say_empty,
    settle,
    text,
)

BELUM_DIISI = "belum diisi"
CARA = {
    Agregasi.JUMLAH: "dijumlahkan",
    Agregasi.AKHIR: "posisi akhir",
    Agregasi.RATA: "rata-rata",
    Agregasi.TERTINGGI: "tertinggi",
    Agregasi.TERENDAH: "terendah",
}
URUTAN_PK = (VersiTarget.PK_PERUBAHAN, VersiTarget.PK, VersiTarget.RENSTRA)


def tabulate_pegawai(kinerja: Kinerja) -> Tabel:
    """Staff by kelompok (golongan, pendidikan …) and kategori: number and share of the kelompok."""
    cols = kolom(("Kategori", "kiri", 3), ("Jumlah (orang)", "kanan", 1.2), ("Bagian (%)", "desimal", 1.2))
    baris: list[Baris] = []
    kelompok = None
    for item in list_pegawai(kinerja):
        if item.kelompok != kelompok:
            kelompok = item.kelompok
            baris.append(row(text(f"Menurut {kelompok[:1].lower()}{kelompok[1:]}", lebar=3), gaya="sub"))
        gaya = "total" if item.kategori is None else "biasa"
        baris.append(row(text(item.kategori or "Jumlah"), number(item.jumlah, None), number(item.persen), gaya=gaya))
    return Tabel(
        id="pegawai",
        kode="pegawai",
        judul="Susunan Pegawai",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Data pegawai belum diisi."),
        urut=False,
    )


def tabulate_renstra(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> Tabel:
    """T2.1, turned page: tujuan, sasaran, indikator, baseline and the Renstra's target of each year."""
    tahun = range(settings.periode.renstra_awal, settings.periode.renstra_akhir + 1)
    cols = kolom(
        ("Tujuan", "kiri", 1.8),
        ("Sasaran", "kiri", 1.9),
        ("Indikator kinerja", "kiri", 2.6),
        ("Satuan", "kiri", 0.9),
        ("Kondisi awal", "kanan", 0.9),
        *((str(t), "kanan", 0.85) for t in tahun),
    )
    tujuan = {d["kode"]: d["uraian"] for d in kinerja.records("tujuan")}
    induk = {d["kode"]: d["tujuan"] for d in kinerja.records("sasaran")}
    awal = find_tahun_awal(hasil)
    catatan = Catatan()
    baris: list[Baris] = []
    for sasaran in hasil.sasaran:
        items = hasil.list_indikator(sasaran.kode)
        for n, item in enumerate(items):
            atas = (tujuan.get(induk.get(sasaran.kode) or ""), sasaran.uraian)
            kepala = tuple(text(teks, tinggi=len(items)) for teks in atas)
            rincian = hasil.get_rincian(item.kode)
            lain = rincian.kondisi_awal is not None and rincian.tahun_awal not in (None, awal)
            marks = (catatan.mark(f"Keadaan tahun {rincian.tahun_awal}."),) if lain else ()
            baris.append(row(*(kepala if n == 0 else ()), *_make_targets(rincian, item, tahun, marks)))
    if awal:
        catatan.add(
            f"Kondisi awal adalah keadaan tahun {awal}" + (", kecuali yang bertanda." if catatan.list() else ".")
        )
    return Tabel(
        id="T2.1",
        kode="T2.1",
        judul=f"Tujuan, Sasaran, Indikator, dan Target Renstra Tahun {tahun[0]}–{tahun[-1]}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada indikator dalam perencanaan."),
        kepala_atas=(("", 5), ("Target", len(tahun))),
        catatan=catatan.list(),
        sumber=f"Renstra Tahun {tahun[0]}–{tahun[-1]}",
        lanskap=True,
        urut=False,
    )


def _make_targets(rincian: IndikatorRincian, item: IndikatorHasil, tahun: range, marks: Runs) -> tuple[Isi, ...]:
    target = (plain_nilai(rincian.target_renstra.get(t), rincian) for t in tahun)
    return text(item.nama), text(item.satuan), plain_nilai(rincian.kondisi_awal, rincian, *marks), *target


def find_tahun_awal(hasil: Hasil) -> int | None:
    """The year that most indikator have their baseline from, the earliest of several."""
    awal = sorted(r.tahun_awal for r in hasil.rincian.indikator if r.tahun_awal is not None)
    return max(awal, key=awal.count, default=None)


def tabulate_iku(hasil: Hasil, unit: Mapping[str, str] | None = None) -> Tabel:
    """T2.2, turned page: the IKU with definition and formula, data source and who answers (`unit`: names by kode)."""
    cols = kolom(
        ("No.", "tengah", 0.4),
        ("Sasaran", "kiri", 1.6),
        ("Indikator kinerja utama", "kiri", 2.0),
        ("Satuan", "kiri", 0.7),
        ("Definisi operasional dan formula", "kiri", 3.3),
        ("Sumber data", "kiri", 1.5),
        ("Penanggung jawab", "kiri", 2.0),
    )
    iku = [item for item in hasil.indikator if (hasil.get_rincian(item.kode).jenis or "").upper() == "IKU"]
    catatan = Catatan()
    if not iku and hasil.indikator:
        catatan.add("Jenis indikator belum dinyatakan dalam perencanaan; seluruh indikator kinerja ditampilkan.")
    baris = [_make_iku(hasil, item, n, unit or {}) for n, item in enumerate(iku or hasil.indikator, 1)]
    return Tabel(
        id="T2.2",
        kode="T2.2",
        judul="Indikator Kinerja Utama",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, "Belum ada indikator dalam perencanaan."),
        catatan=catatan.list(),
        lanskap=True,
    )


def _make_iku(hasil: Hasil, item: IndikatorHasil, nomor: int, unit: Mapping[str, str]) -> Baris:
    rincian = hasil.get_rincian(item.kode)
    formula = f"Formula: {teks}" if (teks := (rincian.formula or "").strip()) else ""
    definisi = "\n".join(t for t in ((rincian.definisi or "").strip(), formula) if t)
    nama_unit = unit.get(rincian.unit or "", rincian.unit)
    penanggung = "\n".join(t for t in (nama_unit, rincian.pic) if t)
    sasaran = hasil.get_sasaran(item.sasaran).uraian
    isi = (sasaran, item.nama, item.satuan, definisi, rincian.sumber_data, penanggung)
    return row(text(nomor), *(text(t or BELUM_DIISI) for t in isi))


def tabulate_pk_indikator(hasil: Hasil) -> Tabel:
    """T2.3a: the indikator and targets promised for the year (the last valid PK), by sasaran."""
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Sasaran", "kiri", 2.5),
        ("Indikator kinerja", "kiri", 3.0),
        ("Satuan", "kiri", 1.0),
        ("Target", "desimal", 1.25),
    )
    baris: list[Baris] = []
    for n, sasaran in enumerate(hasil.sasaran, 1):
        items = hasil.list_indikator(sasaran.kode)
        kepala = (text(n, tinggi=len(items)), text(sasaran.uraian, tinggi=len(items))) if items else ()
        for urut, item in enumerate(items):
            isi = (text(item.nama), text(item.satuan), target_pk(hasil, item))
            baris.append(row(*(kepala if urut == 0 else ()), *isi))
    catatan = Catatan()
    if any("pk_perubahan" in r.target_versi for r in hasil.rincian.indikator):
        catatan.add("Target menurut Perjanjian Kinerja Perubahan bagi indikator yang diubah.")
    return Tabel(
        id="T2.3a",
        kode="T2.3a",
        judul=f"Sasaran, Indikator, dan Target Perjanjian Kinerja Tahun {hasil.tahun}",
        kolom=settle(cols, baris),
        baris=tuple(baris) or say_empty(cols, "Belum ada indikator dalam perencanaan."),
        catatan=catatan.list(),
        sumber=f"Perjanjian Kinerja Tahun {hasil.tahun}",
        urut=False,
    )


def target_pk(hasil: Hasil, item: IndikatorHasil) -> Isi:
    """The promised target of the whole year, also in a quarterly run."""
    rincian = hasil.get_rincian(item.kode)
    teks = next((rincian.target_versi[v] for v in URUTAN_PK if v in rincian.target_versi), None)
    return nilai_cell(hasil, item, "target") if teks == item.target else plain_nilai(teks, rincian)


def tabulate_pk_program(hasil: Hasil, kinerja: Kinerja) -> Tabel:
    """T2.3b: programs and their ceilings with the source of funds, and the sum."""
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Program", "kiri", 4),
        ("Anggaran (Rp)", "desimal", 1.9),
        ("Keterangan", "kiri", 1.8),
    )
    baris = [
        row(
            text(n),
            text(item.uraian),
            figure(hasil, f"anggaran/{item.kode}/pagu"),
            text(_find_dana(item.kode, kinerja)),
        )
        for n, item in enumerate((a for a in hasil.anggaran if a.level == "program"), 1)
    ]
    total = row(text("Jumlah", lebar=2), figure(hasil, "anggaran_total/pagu"), Isi(), gaya="total")
    kosong = say_empty(cols, "Anggaran tidak terperinci menurut program.")
    return Tabel(
        id="T2.3b",
        kode="T2.3b",
        judul=f"Program dan Anggaran Perjanjian Kinerja Tahun {hasil.tahun}",
        kolom=cols,
        baris=(*(baris or kosong), total),
        sumber="Dokumen pelaksanaan anggaran",
        urut=False,
    )


def _find_dana(kode: str, kinerja: Kinerja) -> str | None:
    """The sources of funds planned for a program and what is below it."""
    milik = [d for d in kinerja.records("program") if d["kode"] == kode or d["kode"].startswith(f"{kode}.")]
    return ", ".join(dict.fromkeys(d["sumber_dana"] for d in milik if d["sumber_dana"])) or None


def tabulate_pk_beda(hasil: Hasil, kinerja: Kinerja) -> Tabel:
    """T2.3c: indikator whose targets of the year differ between Renstra, PK and PK Perubahan, with the reason given."""
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Indikator kinerja", "kiri", 2.8),
        ("Satuan", "kiri", 0.9),
        ("Renstra", "desimal", 1.0),
        ("PK", "desimal", 1.0),
        ("PK Perubahan", "desimal", 1.0),
        ("Keterangan", "kiri", 2.4),
    )
    beda = [r for r in hasil.rincian.indikator if len(set(r.target_versi.values())) > 1]
    alasan: dict[str, list[str]] = defaultdict(list)
    for data in kinerja.records("target"):
        if data["tahun"] == hasil.tahun and data["keterangan"]:
            alasan[data["indikator"]].append(data["keterangan"])
    baris = [_make_beda(hasil, r, n, alasan[r.kode]) for n, r in enumerate(beda, 1)]
    return Tabel(
        id="T2.3c",
        kode="T2.3c",
        judul=f"Perbedaan Target Renstra, Perjanjian Kinerja, dan Perubahannya Tahun {hasil.tahun}",
        kolom=settle(cols, baris),
        baris=tuple(baris) or say_empty(cols, "Tidak terdapat perbedaan target."),
        kepala_atas=(("", 3), (f"Target {hasil.tahun}", 3), ("", 1)),
        sumber="Renstra dan Perjanjian Kinerja",
    )


def _make_beda(hasil: Hasil, rincian: IndikatorRincian, nomor: int, alasan: list[str]) -> Baris:
    item = hasil.get_indikator(rincian.kode)
    versi = (VersiTarget.RENSTRA, VersiTarget.PK, VersiTarget.PK_PERUBAHAN)
    return row(
        text(nomor),
        text(item.nama),
        text(item.satuan),
        *(plain_nilai(rincian.target_versi.get(v), rincian) for v in versi),
        text("; ".join(dict.fromkeys(alasan)) or BELUM_DIISI),
    )


def tabulate_rencana_aksi(hasil: Hasil) -> Tabel:
    """T2.4: targets of the quarters and of the year, and how the quarters become the year."""
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Indikator kinerja", "kiri", 3.0),
        ("Satuan", "kiri", 0.95),
        *((label, "desimal", 0.8) for label in TW_LABEL.values()),
        (f"Target {hasil.tahun}", "desimal", 0.9),
        ("Cara menghitung", "kiri", 1.15),
    )
    baris = [
        row(
            text(n),
            text(item.nama),
            text(item.satuan),
            *(plain_nilai(t, hasil.get_rincian(item.kode)) for t in hasil.get_rincian(item.kode).target_triwulan),
            target_pk(hasil, item),
            text(CARA[item.agregasi]),
        )
        for n, item in enumerate(hasil.indikator, 1)
    ]
    catatan = Catatan()
    catatan.add("– berarti indikator tidak diukur atau belum mempunyai target pada triwulan itu.")
    return Tabel(
        id=make_id("T2.4"),
        kode="T2.4",
        judul=f"Rencana Aksi Pencapaian Target Tahun {hasil.tahun}",
        kolom=settle(cols, baris),
        baris=tuple(baris) or say_empty(cols, "Belum ada indikator dalam perencanaan."),
        kepala_atas=(("", 3), ("Target triwulan", 4), ("", 2)),
        catatan=catatan.list(),
        sumber=f"Rencana aksi Perjanjian Kinerja Tahun {hasil.tahun}",
    )
