"""The planning of an invented agency: tujuan, sasaran, indikator with their series, and what perencanaan.xlsx says of them."""

from dataclasses import dataclass, replace
from random import Random

from tests.contoh.lama import print_capaian

from .bahan import Baris, list_bahan, read_bahan
from .daftar import Perangkat
from .deret import Deret, draw_deret, split_target

RENSTRA_PERTAMA, LAMA_RENSTRA = 2021, 5  # 2021–2026, 2026–2031 …: the last year is the next one's start
SEKRETARIAT = "SEKRETARIAT"
_BANYAK = {
    "kecil": (1, (2, 3), (1, 2)),
    "menengah": (3, (3, 4), (2, 3)),
    "besar": (5, (4, 5), (3, 3)),
}  # sasaran, indikator
_TUJUAN = {
    "kecil": ("Meningkatnya mutu pelayanan dan akuntabilitas {nama}",),
    "menengah": ("Meningkatnya hasil pembangunan yang menjadi tugas {nama}", "Meningkatnya tata kelola {nama}"),
    "besar": (
        "Meningkatnya akses dan mutu layanan {nama}",
        "Meningkatnya sumber daya pelayanan {nama}",
        "Meningkatnya tata kelola {nama}",
    ),
}


@dataclass(frozen=True)
class Sasaran:
    """A sasaran with the part of the theme it came from and the units that work for it, by kode."""

    kode: str
    tujuan: str
    uraian: str
    bagian: str
    unit: dict[str, str]


@dataclass(frozen=True)
class Indikator:
    """An indikator with its row of bahan/indikator.csv and its figures over the years."""

    kode: str
    sasaran: str
    unit: str
    row: Baris
    deret: Deret


@dataclass(frozen=True)
class Rencana:
    """The planning of an agency for all years of a Renstra, `awal` to `akhir`."""

    perangkat: Perangkat
    awal: int
    akhir: int
    sasaran: tuple[Sasaran, ...]
    indikator: tuple[Indikator, ...]
    mutu: float

    @property
    def unit(self) -> dict[str, str]:
        """The units by kode, the secretariat first."""
        semua = {k: n for s in self.sasaran for k, n in s.unit.items()}
        return {SEKRETARIAT: semua.pop(SEKRETARIAT), **semua}


def draw_rencana(perangkat: Perangkat, tahun: int, acak: Random) -> Rencana:
    """The agency's planning; the same for all years of one Renstra."""
    awal = tahun - (tahun - RENSTRA_PERTAMA) % LAMA_RENSTRA
    mutu = acak.choices((0.02, -0.03, -0.18), (50, 35, 15))[0]  # a good, a middling, a bad agency
    banyak, per_sasaran, umum = _BANYAK[perangkat.ukuran]
    tujuan = len(_TUJUAN[perangkat.ukuran])
    rows = [*list_bahan("sasaran", tema=perangkat.tema)[:banyak], *list_bahan("sasaran", tema="umum")]
    sasaran, indikator = [], []
    for n, row in enumerate(rows, 1):
        is_umum = row["tema"] == "umum"
        unit = dict(satu.split("=") for satu in row["unit"].split("|"))
        kode_tujuan = f"T{tujuan if is_umum else 1 + (n - 1) * max(tujuan - 1, 1) // (len(rows) - 1)}"
        sasaran.append(Sasaran(f"S{n}", kode_tujuan, row["uraian"], row["kode"], unit))
        pilihan = list_bahan("indikator", tema=row["tema"], sasaran=row["kode"])
        berapa = acak.randint(*(umum if is_umum else per_sasaran))
        terpilih = sorted(
            acak.sample(range(1, len(pilihan)), min(berapa, len(pilihan)) - 1)
        )  # the first is always there
        for i, urut in enumerate([0, *terpilih]):
            deret = draw_deret(acak, pilihan[urut], range(awal - 1, awal + LAMA_RENSTRA + 1), mutu)
            milik = list(unit)[i % len(unit)]
            indikator.append(Indikator(f"IK-{n}.{i + 1}", f"S{n}", milik, pilihan[urut], deret))
    indikator = _postpone(indikator, range(awal, awal + LAMA_RENSTRA + 1), acak)
    return Rencana(perangkat, awal, awal + LAMA_RENSTRA, tuple(sasaran), tuple(indikator), mutu)


def _postpone(indikator: list[Indikator], tahun: range, acak: Random) -> list[Indikator]:
    """Now and then an indikator that counts is put off for a year: its target is 0 then."""
    bisa = [i.kode for i in indikator if i.row["arah"] == "max" and i.deret.agregasi == "jumlah"]
    ditunda, t = acak.random() < 0.3, acak.choice(tahun)
    kode = acak.choice(bisa) if bisa and ditunda else None
    return [replace(i, deret=i.deret.postpone(t)) if i.kode == kode else i for i in indikator]


def tabulate_rencana(rencana: Rencana, tahun: int, acak: Random) -> dict[str, list[Baris]]:
    """The planning tables but for Program, as tests/contoh reads them."""
    nama = rencana.perangkat.nama
    return {
        "tujuan": [
            {"kode": f"T{n}", "uraian": teks.format(nama=nama)}
            for n, teks in enumerate(_TUJUAN[rencana.perangkat.ukuran], 1)
        ],
        "sasaran": [{"kode": s.kode, "tujuan": s.tujuan, "uraian": s.uraian} for s in rencana.sasaran],
        "indikator": [_describe_indikator(i, rencana) for i in rencana.indikator],
        "target_renstra": [
            {"indikator": i.kode, **{str(t): i.deret.print_target(i.deret.target[t]) for t in _years(rencana)}}
            for i in rencana.indikator
        ],
        "target_pk": [row for i in rencana.indikator for row in _list_pk(i, tahun, acak)],
        "riwayat": [row for i in rencana.indikator for row in _list_riwayat(i, rencana.awal, tahun)],
        "standar": _list_standar(rencana, tahun, acak),
        "pegawai": _list_pegawai(rencana, acak),
        "tindak_lanjut": [] if rencana.perangkat.ukuran == "kecil" else list(map(dict, read_bahan("tindak_lanjut"))),
    }


def _years(rencana: Rencana) -> range:
    return range(rencana.awal, rencana.akhir + 1)


def _describe_indikator(indikator: Indikator, rencana: Rencana) -> Baris:
    row, deret = indikator.row, indikator.deret
    pokok = row["nama"].removeprefix("Persentase ")
    rumus = "dibagi jumlah seluruhnya dikali 100" if row["satuan"] == "%" else "dicatat sepanjang tahun"
    return {
        "kode": indikator.kode,
        "sasaran": indikator.sasaran,
        "nama": row["nama"],
        "jenis": "IKU" if indikator.kode.endswith(("1", "2")) else "IK",
        "satuan": row["satuan"],
        "desimal": row["desimal"],
        "arah": row["arah"],
        "metode": row["metode"],
        "agregasi": row["agregasi"],
        "pita_bawah": "5" if row["metode"] == "STAB" else "",
        "pita_atas": "5" if row["metode"] == "STAB" else "",
        "kumulatif_renstra": "tidak",
        "kondisi_awal": deret.print_realisasi(deret.realisasi[rencana.awal - 1]),
        "tahun_awal": str(rencana.awal - 1),
        "definisi": f"{row['nama']} di wilayah kerja menurut catatan {rencana.unit[indikator.unit]}",
        "formula": f"{pokok[0].upper()}{pokok[1:]} {rumus}",
        "sumber_data": f"Laporan {rencana.unit[indikator.unit]}",
        "unit": indikator.unit,
        "pic": f"Pengelola data {rencana.unit[indikator.unit]}",
        "waktu_rilis": "Desember" if deret.is_setahun else "Setiap triwulan",
    }


def _list_pk(indikator: Indikator, tahun: int, acak: Random) -> list[Baris]:
    """The promise of the year, as the Renstra has it; of one in eight also the one after the change of the budget."""
    deret = indikator.deret
    target = deret.print_target(deret.target[tahun])
    tw = dict(zip(("tw1", "tw2", "tw3", "tw4"), split_target(deret, tahun), strict=True))
    pk = {"indikator": indikator.kode, "versi": "pk", "target": target, **tw, "keterangan": ""}
    if acak.random() >= 0.12:
        return [pk]
    ubah = {"versi": "pk_perubahan", "keterangan": "Ditetapkan kembali dalam perjanjian kinerja perubahan"}
    return [pk, {**pk, **ubah}]


def _list_riwayat(indikator: Indikator, awal: int, tahun: int) -> list[Baris]:
    deret = indikator.deret
    rows = []
    for t in range(awal - 1, tahun):
        target, realisasi = deret.print_target(deret.target[t]), deret.print_realisasi(deret.realisasi[t])
        nol = (deret.metode == "MAX" and deret.target[t] == 0) or (deret.metode == "MIN-B" and deret.realisasi[t] == 0)
        capaian = "" if nol else print_capaian(deret.metode, target, realisasi)
        rows.append(
            {
                "indikator": indikator.kode,
                "tahun": str(t),
                "target": target,
                "realisasi": realisasi,
                "capaian_tercetak": capaian,
            }
        )
    return rows


def _list_standar(rencana: Rencana, tahun: int, acak: Random) -> list[Baris]:
    """A figure to compare with for about one indikator in five."""
    return [
        {
            "indikator": i.kode,
            "tahun": str(tahun - 1),
            "nilai": i.deret.print_angka(i.deret.target[tahun - 1]),
            "lingkup": acak.choice(("nasional", "provinsi")),
            "jenis": "rata-rata",
            "sumber": "Laporan tingkat nasional (contoh, dikarang)",
        }
        for i in rencana.indikator
        if i.deret.metode in ("MAX", "MIN-A") and i.deret.target[tahun - 1] and acak.random() < 0.2
    ]


def _list_pegawai(rencana: Rencana, acak: Random) -> list[Baris]:
    kali = {"kecil": 1, "menengah": 2, "besar": 9}[rencana.perangkat.ukuran]
    jumlah = acak.randint(14, 26) * kali
    iv, ii, pppk = jumlah // 7, jumlah // 6, jumlah // 9
    s2, d3, sma = jumlah // 8, jumlah // 9, jumlah // 7
    golongan = {"IV": iv, "III": jumlah - iv - ii - pppk, "II": ii, "PPPK": pppk}
    pendidikan = {"S2": s2, "S1/D4": jumlah - s2 - d3 - sma, "D3": d3, "SMA sederajat": sma}
    return [
        {"kelompok": kelompok, "kategori": kategori, "jumlah": str(n)}
        for kelompok, isi in (("Golongan", golongan), ("Pendidikan", pendidikan))
        for kategori, n in isi.items()
    ]
