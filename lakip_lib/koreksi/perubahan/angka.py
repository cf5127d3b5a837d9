"""The figures of a hasil.json by reference, how each is called and how it is printed."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lakip_lib.formats import KOSONG
from lakip_lib.istilah import TW_LABEL
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
RINCI = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian"}  # of a quarter, of an earlier year
# What goes into means is said only where the printed capaian itself stays: else it would be said twice.
BAYANGAN = ("capaian_mentah", "capaian_rerata")


def extend_hasil(hasil: Mapping[str, Any], hitung: Hasil) -> dict[str, Any]:
    """A hasil.json with what documents print beside it: each indikator's quarters and earlier years, by computing."""
    rincian = {r.kode: r for r in hitung.rincian.indikator}
    lebih = []
    for item in hasil["indikator"]:
        r = rincian.get(item["kode"])
        tw = {t.periode: t.model_dump(include=set(RINCI), mode="json") for t in r.triwulan} if r else {}
        tahun = {str(t.tahun): t.model_dump(include=set(RINCI), mode="json") for t in r.lintas_tahun[:-2]} if r else {}
        lebih.append({**item, "triwulan": tw, "tahun": tahun})
    return {**hasil, "indikator": lebih}


class Angka(NamedTuple):
    """A figure: its reference, what it is called, its value as it stands in hasil.json."""

    ref: str
    label: str
    nilai: Any


def list_angka(hasil: Mapping[str, Any]) -> Iterator[Angka]:
    """All figures of a hasil.json, the agency first, then its budget, the sasaran, the indikator, the budget lines."""
    for bidang, kata in INSTANSI.items():
        yield Angka(f"instansi_capaian/{bidang}", f"{kata} instansi", hasil["instansi_capaian"][bidang])
    for bidang, kata in ANGGARAN.items():
        yield Angka(f"anggaran_total/{bidang}", f"{kata} seluruhnya", hasil["anggaran_total"][bidang])
    for item in hasil["sasaran"]:
        for bidang, kata in SASARAN.items():
            label = f"{kata} sasaran {item['kode']} {item['uraian']}"
            yield Angka(f"sasaran/{item['kode']}/{bidang}", label, item[bidang])
    for item in hasil["indikator"]:
        for bidang, kata in INDIKATOR.items():
            label = f"{kata} {item['kode']} {item['nama']}"
            yield Angka(f"indikator/{item['kode']}/{bidang}", label, _get(item, bidang))
        yield from _list_rinci(item)
    for item in hasil["anggaran"]:
        for bidang, kata in ANGGARAN.items():
            label = f"{kata} {item['kode']} {item['uraian']}"
            yield Angka(f"anggaran/{item['kode']}/{bidang}", label, item[bidang])


def _list_rinci(item: Mapping[str, Any]) -> Iterator[Angka]:
    """The quarters and earlier years of an indikator, where they are known."""
    for bagian in ("triwulan", "tahun"):
        for waktu, isi in item.get(bagian, {}).items():
            sebutan = TW_LABEL.get(waktu.lower(), f"tahun {waktu}")
            for bidang, kata in RINCI.items():
                label = f"{kata} {sebutan} {item['kode']} {item['nama']}"
                yield Angka(f"indikator/{item['kode']}/{bagian}/{waktu}/{bidang}", label, isi[bidang])


def _get(item: Mapping[str, Any], bidang: str) -> Any:
    atas, _, bawah = bidang.partition("/")
    return item[atas] if not bawah else (item[atas] or {}).get(bawah)


def print_nilai(hasil: Mapping[str, Any], angka: Angka, hitung: Hasil) -> str:
    """A figure as the document prints it ("102,18%", "1.200.000"), "–" where there is none."""
    if angka.nilai is None or isinstance(angka.nilai, bool):
        return KOSONG if angka.nilai is None else "ya" if angka.nilai else "tidak"
    kepala, _, ekor = angka.ref.partition("/")
    bidang = ekor.rpartition("/")[2]
    bentuk = "persen" if bidang in PERSEN else "poin" if bidang == "efisiensi" else ""
    if kepala == "indikator" and bidang in NILAI:
        rincian = next((r for r in hitung.rincian.indikator if ekor.startswith(f"{r.kode}/")), None)
        bentuk = bentuk_nilai(rincian) if rincian else ""
    elif bidang == "perubahan":
        bentuk = "perubahan"
    return format_ref(hasil, f"{angka.ref}#{bentuk}" if bentuk else angka.ref)
