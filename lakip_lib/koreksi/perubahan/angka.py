"""The figures of a draft by reference, how each is called and how it is printed."""

from collections.abc import Iterator, Mapping
from typing import Any

from lakip_lib.formats import KOSONG
from lakip_lib.koreksi.perubahan.rinci import (
    Angka,
    list_rinci_anggaran,
    list_rinci_baris,
    list_rinci_indikator,
    list_rinci_instansi,
    list_rinci_sasaran,
)
from lakip_lib.measures import Hasil
from lakip_lib.measures.desimal import bentuk_nilai
from lakip_lib.rujukan import format_ref

PERSEN = {"capaian", "capaian_mentah", "capaian_rerata", "penyerapan", "persen", "kemajuan", "rasio"}
INDIKATOR = {
    "target": "Target",
    "realisasi": "Realisasi",
    "sementara": "Tanda angka sementara",
    "capaian": "Capaian",
    "capaian_mentah": "Capaian menurut rumus",
    "capaian_rerata": "Capaian dalam rata-rata",
    "kategori": "Kategori",
    "status": "Status",
    "alasan": "Alasan belum dinilai",
    "lalu/realisasi": "Realisasi tahun lalu",
    "lalu/capaian": "Capaian tahun lalu",
    "lalu/perubahan": "Perubahan dari tahun lalu",
    "lalu/perkembangan": "Perkembangan",
    "renstra/target": "Target akhir Renstra",
    "renstra/kemajuan": "Kemajuan Renstra",
    "renstra/status": "Status Renstra",
    "standar/nilai": "Standar",
    "standar/selisih": "Selisih dengan standar",
    "standar/rasio": "Rasio terhadap standar",
    "standar/posisi": "Posisi terhadap standar",
}
SASARAN = {
    "capaian": "Capaian",
    "capaian_mentah": "Capaian tanpa batas",
    "kategori": "Kategori",
    "status": "Status",
    "dinilai": "Indikator yang dinilai",
    "jumlah": "Jumlah indikator",
    "tercapai": "Indikator yang mencapai target",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
    "penyerapan": "Penyerapan",
    "efisiensi": "Efisiensi",
    "status_efisiensi": "Status efisiensi",
}
INSTANSI = {**{k: SASARAN[k] for k in ("capaian", "capaian_mentah", "kategori", "dinilai", "jumlah", "tercapai")}}
ANGGARAN = {"pagu": "Pagu", "realisasi_anggaran": "Realisasi anggaran", "sisa": "Sisa", "persen": "Penyerapan"}
NILAI = {"target", "realisasi", "nilai"}  # printed with the indikator's own decimals
# What goes into means is said only where it is not what the printed capaian says already.
CERMIN = {"capaian_mentah": "capaian", "capaian_rerata": "capaian"}


def list_angka(hasil: Mapping[str, Any], hitung: Hasil) -> Iterator[Angka]:
    """All figures of a hasil.json and what documents print beside it, the agency first, then sasaran, indikator, lines."""
    for bidang, kata in INSTANSI.items():
        yield Angka(f"instansi_capaian/{bidang}", f"{kata} instansi", hasil["instansi_capaian"][bidang])
    yield from list_rinci_instansi(hitung)
    for bidang, kata in ANGGARAN.items():
        yield Angka(f"anggaran_total/{bidang}", f"{kata} seluruhnya", hasil["anggaran_total"][bidang])
    yield from list_rinci_anggaran(hitung)
    for item in hasil["sasaran"]:
        nama = f"sasaran {item['kode']} {item['uraian']}"
        for bidang, kata in SASARAN.items():
            yield Angka(f"sasaran/{item['kode']}/{bidang}", f"{kata} {nama}", item[bidang])
        yield from list_rinci_sasaran(hitung, item["kode"], nama)
    rincian = {r.kode: (hitung.get_indikator(r.kode), r) for r in hitung.rincian.indikator}
    for item in hasil["indikator"]:
        jalur = f"indikator/{item['kode']}"
        for bidang, kata in INDIKATOR.items():
            cermin = (f"{jalur}/{CERMIN[bidang]}",) if bidang in CERMIN else ()
            label = f"{kata} {item['kode']} {item['nama']}"
            yield Angka(f"{jalur}/{bidang}", label, _get(item, bidang), cermin=cermin)
        if item["kode"] in rincian:
            yield from list_rinci_indikator(*rincian[item["kode"]])
    yield from _list_anggaran(hasil, hitung)


def _list_anggaran(hasil: Mapping[str, Any], hitung: Hasil) -> Iterator[Angka]:
    """The lines of the budget with both ceilings."""
    rincian = {item.kode: item for item in hitung.rincian.anggaran}
    for item in hasil["anggaran"]:
        nama = f"{item['kode']} {item['uraian']}"
        for bidang, kata in ANGGARAN.items():
            yield Angka(f"anggaran/{item['kode']}/{bidang}", f"{kata} {nama}", item[bidang])
        if item["kode"] in rincian:
            yield from list_rinci_baris(rincian[item["kode"]], nama)


def _get(item: Mapping[str, Any], bidang: str) -> Any:
    atas, _, bawah = bidang.partition("/")
    return item[atas] if not bawah else (item[atas] or {}).get(bawah)


def print_nilai(hasil: Mapping[str, Any], angka: Angka, hitung: Hasil) -> str:
    """A figure as the document prints it ("102,18%", "1.200.000"), "–" where there is none."""
    if angka.nilai is None or isinstance(angka.nilai, bool):
        return KOSONG if angka.nilai is None else "ya" if angka.nilai else "tidak"
    if angka.bentuk:
        return format_ref({"angka": angka.nilai}, f"angka#{angka.bentuk}")
    kepala, _, ekor = angka.ref.partition("/")
    bidang = ekor.rpartition("/")[2]
    bentuk = "persen" if bidang in PERSEN else "poin" if bidang == "efisiensi" else ""
    if kepala == "indikator" and bidang in NILAI:
        rincian = next((r for r in hitung.rincian.indikator if ekor.startswith(f"{r.kode}/")), None)
        bentuk = bentuk_nilai(rincian) if rincian else ""
    elif bidang == "perubahan":
        bentuk = "perubahan"
    return format_ref(hasil, f"{angka.ref}#{bentuk}" if bentuk else angka.ref)
