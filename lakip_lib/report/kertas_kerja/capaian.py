"""Sheet Capaian: every figure of an indikator as a formula down to the cells of Isian."""

from fractions import Fraction

from lakip_lib.report.kertas_kerja.bahan import BahanBuku, BahanIndikator, use_bobot
from lakip_lib.report.kertas_kerja.banding import fill_lalu, fill_renstra, fill_standar
from lakip_lib.report.kertas_kerja.cocok import Angka
from lakip_lib.report.kertas_kerja.hitung import Konteks, fill_capaian, fill_nilai
from lakip_lib.report.kertas_kerja.isian import PencatatIsian
from lakip_lib.report.kertas_kerja.lembar import Buku, IsiSel, KolomLembar, Lembar, Rumus

KOLOM = (
    KolomLembar("kode", "Kode", 11),
    KolomLembar("nama", "Indikator", 42),
    KolomLembar("sasaran", "Sasaran", 9),
    KolomLembar("satuan", "Satuan", 12),
    KolomLembar("arah", "Arah", 8),
    KolomLembar("metode", "Metode", 9),
    KolomLembar("agregasi", "Agregasi", 10),
    KolomLembar("target", "Target", 12, "nilai", "Nilai"),
    KolomLembar("realisasi", "Realisasi", 12, "nilai", "Nilai"),
    KolomLembar("t", "Target terhitung", 12, "nilai", "Hitungan capaian"),
    KolomLembar("atas", "Batas atas target", 11, "nilai", "Hitungan capaian"),
    KolomLembar("r", "Realisasi terhitung", 12, "nilai", "Hitungan capaian"),
    KolomLembar("pita_bawah", "Pita bawah (%)", 9, "nilai", "Hitungan capaian"),
    KolomLembar("pita_atas", "Pita atas (%)", 9, "nilai", "Hitungan capaian"),
    KolomLembar("tepat", "Capaian sebelum dibulatkan", 14, "tepat", "Hitungan capaian"),
    KolomLembar("capaian_mentah", "Capaian mentah (%)", 11, "persen", "Capaian"),
    KolomLembar("capaian", "Capaian (%)", 11, "persen", "Capaian"),
    KolomLembar("kategori", "Kategori", 14, "teks", "Capaian"),
    KolomLembar("status", "Status", 12, "teks", "Capaian"),
    KolomLembar("rerata_tepat", "Dalam rata-rata, sebelum dibulatkan", 14, "tepat", "Rata-rata"),
    KolomLembar("capaian_rerata", "Dalam rata-rata (%)", 11, "persen", "Rata-rata"),
    KolomLembar("tercapai", "Tercapai", 9, "bulat", "Rata-rata"),
    KolomLembar("bobot", "Bobot", 8, "nilai", "Rata-rata"),
    KolomLembar("w", "Bobot terhitung", 9, "nilai", "Rata-rata"),
    KolomLembar("wx", "Bobot × capaian", 13, "tepat", "Rata-rata"),
    KolomLembar("v", "Bobot mentah", 9, "nilai", "Rata-rata"),
    KolomLembar("wm", "Bobot × capaian mentah", 13, "tepat", "Rata-rata"),
    KolomLembar("lalu", "Realisasi tahun lalu", 12, "nilai", "Tahun lalu"),
    KolomLembar("lalu_capaian", "Capaian tahun lalu (%)", 11, "persen", "Tahun lalu"),
    KolomLembar("perubahan", "Perubahan", 11, "persen", "Tahun lalu"),
    KolomLembar("satuan_perubahan", "Satuan perubahan", 10, "teks", "Tahun lalu"),
    KolomLembar("perkembangan", "Perkembangan", 15, "teks", "Tahun lalu"),
    KolomLembar("akhir", "Target akhir", 12, "nilai", "Renstra"),
    KolomLembar("sd", "Realisasi s.d. tahun ini", 12, "nilai", "Renstra"),
    KolomLembar("rasio", "Kemajuan rasio (%)", 11, "persen", "Renstra"),
    KolomLembar("dari_awal", "Kemajuan dari awal (%)", 11, "persen", "Renstra"),
    KolomLembar("kemajuan", "Kemajuan (%)", 11, "persen", "Renstra"),
    KolomLembar("renstra_status", "Status Renstra", 16, "teks", "Renstra"),
    KolomLembar("standar", "Standar", 11, "nilai", "Standar"),
    KolomLembar("selisih", "Selisih", 10, "persen", "Standar"),
    KolomLembar("standar_rasio", "Rasio (%)", 10, "persen", "Standar"),
    KolomLembar("posisi", "Posisi", 15, "teks", "Standar"),
)
# columns that hold a figure of hasil.json, and its path below the indikator
JALUR = {
    "capaian_mentah": "capaian_mentah",
    "capaian": "capaian",
    "kategori": "kategori",
    "status": "status",
    "capaian_rerata": "capaian_rerata",
}
JALUR_LALU = {
    "lalu_capaian": "lalu/capaian",
    "perubahan": "lalu/perubahan",
    "satuan_perubahan": "lalu/satuan_perubahan",
    "perkembangan": "lalu/perkembangan",
}
JALUR_RENSTRA = {"kemajuan": "renstra/kemajuan", "renstra_status": "renstra/status"}
JALUR_STANDAR = {"selisih": "standar/selisih", "standar_rasio": "standar/rasio", "posisi": "standar/posisi"}


class PencatatCapaian:
    """Writes the sheet and remembers the rows of each sasaran and the cell of every figure."""

    def __init__(self, buku: Buku, bahan: BahanBuku, isian: PencatatIsian) -> None:
        """Make the sheet and write all indikator."""
        self.lembar: Lembar = buku.add_lembar(
            "Capaian", "Capaian indikator, dihitung dari lembar Isian", KOLOM, beku=2, halaman=4
        )
        self.angka: list[Angka] = []
        self._baris: dict[str, int] = {}
        self._bahan, self._isian = bahan, isian
        bobot = find_bobot(bahan)
        for item in bahan.indikator:
            self._write(item, bobot[item.kode])

    def span(self, kunci: str, sasaran: str = "") -> str:
        """The cells of a column for the indikator of a sasaran (or of all); "" where there is none."""
        rows = [self._baris[i.kode] for i in self._bahan.indikator if sasaran in ("", i.lengkap.hasil.sasaran)]
        return self.lembar.span(kunci, min(rows), max(rows)) if rows else ""

    def _write(self, item: BahanIndikator, bobot: Fraction) -> None:
        di = {k.kunci: self.lembar.cell(k.kunci, self.lembar.baris, luar=False) for k in KOLOM}
        konteks = Konteks(item, self._isian.sel[item.kode], di, bobot, self._bahan.settings, self._bahan.hasil.periode)
        isi: dict[str, IsiSel] = _describe(item, bobot)
        for fill in (fill_nilai, fill_capaian, fill_lalu, fill_renstra, fill_standar):
            isi |= fill(konteks)
        self._baris[item.kode] = self.lembar.add(isi)
        self._remember(item, isi)

    def _remember(self, item: BahanIndikator, isi: dict[str, IsiSel]) -> None:
        """Every figure of hasil.json that a cell of this row computes."""
        hasil, jalur = item.lengkap.hasil, dict(JALUR)
        jalur |= {k: k for k in ("target", "realisasi") if _is_number(isi.get(k))}
        jalur |= JALUR_LALU if hasil.lalu else {}
        jalur |= JALUR_RENSTRA if hasil.renstra else {}
        jalur |= JALUR_STANDAR if hasil.standar else {}
        for kunci, bagian in jalur.items():
            rumus = isi.get(kunci)
            sel = self.lembar.cell(kunci, self._baris[item.kode])
            nilai = rumus.nilai if isinstance(rumus, Rumus) else None
            self.angka.append(Angka(f"indikator/{item.kode}/{bagian}", sel, nilai))


def _is_number(isi: IsiSel) -> bool:
    return isinstance(isi, Rumus) and isinstance(isi.nilai, Fraction)


def find_bobot(bahan: BahanBuku) -> dict[str, Fraction]:
    """The weight of each indikator within its sasaran: as declared where all are, else 1."""
    bobot: dict[str, Fraction] = {}
    for sasaran in sorted({i.lengkap.hasil.sasaran for i in bahan.indikator}):
        milik = bahan.list_indikator(sasaran)
        bobot |= dict(zip([i.kode for i in milik], use_bobot([i.bobot for i in milik]), strict=True))
    return bobot


def _describe(item: BahanIndikator, bobot: Fraction) -> dict[str, IsiSel]:
    b, hasil = item.bahan, item.lengkap.hasil
    return {
        "kode": b.kode,
        "nama": hasil.nama,
        "sasaran": hasil.sasaran,
        "satuan": hasil.satuan,
        "arah": str(hasil.arah),
        "metode": str(hasil.metode),
        "agregasi": str(hasil.agregasi),
        "pita_bawah": b.pita[0] or None,
        "pita_atas": b.pita[1] or None,
        "bobot": bobot,
    }
