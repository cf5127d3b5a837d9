"""Sheet Instansi: the agency's capaian by both ways, its money, and the counts of indikator."""

from fractions import Fraction

from lakip_lib.istilah import STATUS_LABEL, Status
from lakip_lib.measures.rumus import mean
from lakip_lib.report.kertas_kerja.bahan import BahanBuku
from lakip_lib.report.kertas_kerja.capaian import PencatatCapaian
from lakip_lib.report.kertas_kerja.cocok import Angka
from lakip_lib.report.kertas_kerja.lembar import Buku, Jenis, KolomLembar, Lembar, Rumus
from lakip_lib.report.kertas_kerja.rumus import excel_kategori, round2, round_if
from lakip_lib.report.kertas_kerja.sasaran import PencatatSasaran

KOLOM = (
    KolomLembar("nama", "Angka", 44),
    KolomLembar("tepat", "Sebelum dibulatkan", 22, "tepat"),
    KolomLembar("nilai", "Nilai", 22, "persen"),
    KolomLembar("bagian", "Bagian (%)", 14, "persen"),
)
CACAH: dict[str, Jenis] = {"nilai": "bulat"}


class PencatatInstansi:
    """Writes the sheet; figures of hasil.json are remembered with their cells."""

    def __init__(self, buku: Buku, bahan: BahanBuku, capaian: PencatatCapaian, sasaran: PencatatSasaran) -> None:
        """Make the sheet and write its blocks."""
        self.lembar: Lembar = buku.add_lembar("Instansi", "Capaian instansi dan rekapitulasi", KOLOM, beku=1)
        self.angka: list[Angka] = []
        self._bahan, self._capaian, self._sasaran = bahan, capaian, sasaran
        for nama, kunci in (("capaian", "capaian"), ("mentah", "capaian_mentah")):
            self._write_means(nama, kunci)
        self._write_counts()
        self.lembar.skip()
        self._write_rekap()

    def _write_means(self, nama: str, kunci: str) -> None:
        """Both ways of taking the mean, and the one in use."""
        hasil, rata = self._bahan.hasil.instansi_capaian, self._bahan.rerata
        kolom = {"capaian": ("w", "wx", "rerata_tepat"), "mentah": ("v", "wm", "tepat")}[nama]
        per_sasaran = [getattr(rata[s.kode], nama) for s in self._bahan.hasil.sasaran]
        bobot = [self._bahan.bobot_sasaran[s.kode] for s in self._bahan.hasil.sasaran]
        nilai = {"sasaran": mean(per_sasaran, bobot), "indikator": getattr(rata[""], nama)}
        w, wx = self._sasaran.span(kolom[0]), self._sasaran.span(kolom[1])
        semua = self._capaian.span(kolom[2])
        rumus = {
            "sasaran": f'IF(SUM({w})=0,"",SUM({wx})/SUM({w}))',
            "indikator": f'IF(COUNT({semua})=0,"",AVERAGE({semua}))' if semua else '""',
        }
        judul = "capaian" if nama == "capaian" else "capaian mentah"
        cells = {cara: self._write_mean(f"Rata-rata {judul} {cara}", rumus[cara], nilai[cara]) for cara in rumus}
        pilih = f'IF(cara_instansi="sasaran",{cells["sasaran"]},{cells["indikator"]})'
        baris = self.lembar.baris
        tepat = self.lembar.cell("tepat", baris, luar=False)
        tercetak = getattr(hasil, kunci)
        self.lembar.add(
            {
                "nama": f"{judul.capitalize()} instansi",
                "tepat": Rumus(f'IF({pilih}="","",{pilih})', nilai[hasil.cara]),
                "nilai": Rumus(round_if(tepat, tepat), tercetak),
            },
            tebal=True,
        )
        self.angka.append(Angka(f"instansi_capaian/{kunci}", self.lembar.cell("nilai", baris), tercetak))
        if nama == "capaian":
            self._write_kategori(baris)

    def _write_mean(self, nama: str, rumus: str, nilai: Fraction | None) -> str:
        baris = self.lembar.add({"nama": nama, "tepat": Rumus(rumus, nilai)})
        return self.lembar.cell("tepat", baris, luar=False)

    def _write_kategori(self, baris: int) -> None:
        kategori = self._bahan.hasil.instansi_capaian.kategori
        rumus = excel_kategori(self.lembar.cell("nilai", baris, luar=False))
        di = self.lembar.add({"nama": "Kategori instansi", "nilai": Rumus(rumus, kategori)})
        self.angka.append(Angka("instansi_capaian/kategori", self.lembar.cell("nilai", di), kategori))

    def _write_counts(self) -> None:
        hasil = self._bahan.hasil.instansi_capaian
        s = {k: self._capaian.span(k) for k in ("kode", "capaian", "tercapai")}
        rumus = {
            "jumlah": f"ROWS({s['kode']})",
            "dinilai": f"COUNT({s['capaian']})",
            "tercapai": f"SUM({s['tercapai']})",
        }
        for kunci, teks in rumus.items():
            nilai = getattr(hasil, kunci)
            baris = self.lembar.add(
                {"nama": f"Indikator {kunci}", "nilai": Rumus(teks if s["kode"] else "0", nilai)}, jenis=CACAH
            )
            self.angka.append(Angka(f"instansi_capaian/{kunci}", self.lembar.cell("nilai", baris), nilai))

    def _write_rekap(self) -> None:
        """Counts by kategori and by status, and their share of all."""
        kosong = STATUS_LABEL[Status.TAK_DINILAI]
        kode = {label: str(status) for status, label in STATUS_LABEL.items()}
        for item in self._bahan.hasil.rincian.rekap:
            span = self._capaian.span(item.jenis)
            if not span:
                return
            cari = "" if item.label == kosong and item.jenis == "kategori" else kode.get(item.label, item.label)
            hitung = f'COUNTIF({span},"{cari}")' if cari else f'SUMPRODUCT(--({span}=""))'
            jumlah = self.lembar.cell("nilai", self.lembar.baris, luar=False)
            self.lembar.add(
                {
                    "nama": f"Menurut {item.jenis}: {item.label}",
                    "nilai": Rumus(hitung, item.jumlah),
                    "bagian": Rumus(round2(f"{jumlah}*100/ROWS({span})"), item.persen),
                },
                jenis=CACAH,
            )
