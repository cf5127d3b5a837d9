"""The budget of an invented agency: sub kegiatan with pagu and realisasi, and what they are called."""

from dataclasses import dataclass
from random import Random

from .bahan import Baris, list_bahan, read_bahan
from .rencana import SEKRETARIAT, Rencana, Sasaran

_SUB = {"kecil": (1, 2), "menengah": (4, 6), "besar": (9, 13)}  # sub kegiatan a kegiatan
_JUTA = {"kecil": (8, 60), "menengah": (20, 400), "besar": (60, 2400)}  # pagu of one, millions of rupiah
_GAJI = {"kecil": (1400, 2600), "menengah": (2800, 5200), "besar": (18000, 42000)}
_SUMBER = ("DAU", "DAU", "DAU", "PAD", "DAK Nonfisik", "Bagi Hasil")


@dataclass(frozen=True)
class SubKegiatan:
    """One line of the budget with its output; `pagu` is that of the Renstra's first year."""

    kode: str
    uraian: str
    sasaran: str
    unit: str
    keluaran: str
    satuan: str
    target: int
    pagu: int
    akun: str
    sumber_dana: str


def draw_sub_kegiatan(rencana: Rencana, acak: Random) -> tuple[SubKegiatan, ...]:
    """The agency's sub kegiatan: those that every agency has, then those of its sasaran."""
    bagian = {s.bagian: s for s in rencana.sasaran}
    rows = [r for r in list_bahan("program", tema=rencana.perangkat.tema) if r["objek"] and r["sasaran"] in bagian]
    return (
        *_draw_penunjang(rencana, get_bidang(rencana.perangkat.tema), acak),
        *(sub for row in rows for sub in _draw_kegiatan(rencana, bagian[row["sasaran"]], row, acak)),
    )


def get_bidang(tema: str) -> str:
    """The bidang urusan that a theme's agency belongs to, "2.16"."""
    return list_bahan("program", tema=tema)[0]["kode"][:4]


def _draw_penunjang(rencana: Rencana, bidang: str, acak: Random) -> list[SubKegiatan]:
    """Salaries and office: all lines in larger agencies, most of them in small ones."""
    ukuran = rencana.perangkat.ukuran
    umum = rencana.sasaran[-1].kode
    hasil = []
    for row in read_bahan("penunjang"):
        wajib = row["akun"] == "gaji" or ukuran != "kecil"
        if not row["keluaran"] or not (wajib or acak.random() < 0.55):
            continue
        pagu = acak.randint(*_GAJI[ukuran]) if row["akun"] == "gaji" else acak.randint(*_JUTA[ukuran])
        akuntabilitas = row["kode"] in ("01.2.01.0006", "01.2.01.0007")
        hasil.append(
            SubKegiatan(
                f"{bidang}.{row['kode']}", row["uraian"], umum if akuntabilitas else "penunjang", SEKRETARIAT, row["keluaran"],
                row["satuan"], acak.randint(2, 24), pagu * 1_000_000, row["akun"], "DAU",
            )
        )  # fmt: skip
    return hasil


def _draw_kegiatan(rencana: Rencana, sasaran: Sasaran, row: Baris, acak: Random) -> list[SubKegiatan]:
    ukuran, pola = rencana.perangkat.ukuran, read_bahan("sub")
    pilihan = sorted(acak.sample(range(len(pola)), acak.randint(*_SUB[ukuran])))
    units = list(sasaran.unit)
    hasil = []
    for urut, n in enumerate(pilihan):
        sub = pola[n]
        hasil.append(
            SubKegiatan(
                f"{row['kode']}.{n + 1:04d}", f"{sub['awal']} {row['objek']}", sasaran.kode, units[urut % len(units)],
                f"{sub['keluaran']} {row['objek'].lower()}", sub["satuan"], acak.randint(2, 60),
                acak.randint(*_JUTA[ukuran]) * 1_000_000, sub["akun"], acak.choice(_SUMBER),
            )
        )  # fmt: skip
    return hasil


def tabulate_anggaran(
    rencana: Rencana, sub: tuple[SubKegiatan, ...], tahun: int, acak: Random
) -> dict[str, list[Baris]]:
    """The tables program, nomenklatur and anggaran of one year."""
    return {
        "program": [
            {
                "kode": s.kode,
                "uraian": s.uraian,
                "sasaran": s.sasaran,
                "unit": s.unit,
                "keluaran": s.keluaran,
                "satuan": s.satuan,
                "target_keluaran": str(s.target),
                "sumber_dana": s.sumber_dana,
            }
            for s in sub
        ],
        "nomenklatur": _list_nama(rencana, sub),
        "anggaran": [_draw_jumlah(s, rencana, tahun, acak) for s in sub],
    }


def _list_nama(rencana: Rencana, sub: tuple[SubKegiatan, ...]) -> list[Baris]:
    """What the codes of all levels are called."""
    bidang = get_bidang(rencana.perangkat.tema)
    penunjang = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    nama = {row["kode"]: row["uraian"] for row in read_bahan("urusan")}
    nama |= {f"{bidang}.{row['kode']}": row["uraian"] for row in read_bahan("penunjang")}
    nama |= {row["kode"]: row["uraian"] for row in list_bahan("program", tema=rencana.perangkat.tema)}
    nama |= {f"{bidang}.01": penunjang, **{s.kode: s.uraian for s in sub}}
    return [{"kode": kode, "uraian": uraian} for kode, uraian in nama.items()]


def _draw_jumlah(sub: SubKegiatan, rencana: Rencana, tahun: int, acak: Random) -> Baris:
    """Pagu before and after the change, and what was spent: less in agencies that miss their targets."""
    naik = 1 + 0.04 * (tahun - rencana.awal)
    murni = round(sub.pagu * naik * acak.uniform(0.94, 1.06)) // 100_000 * 100_000
    pagu = murni if acak.random() < 0.7 else round(murni * acak.uniform(0.8, 1.2)) // 100_000 * 100_000
    serap = min(1, acak.uniform(0.93, 0.995) + min(rencana.mutu, 0))
    realisasi = round(pagu * serap) // 500 * 500
    modal = sub.akun == "komputer"
    return {
        "kode": sub.kode,
        "pagu_murni": str(murni),
        "pagu": str(pagu),
        "realisasi": str(realisasi),
        "modal_murni": str(murni if modal else 0),
        "modal": str(pagu if modal else 0),
        "modal_realisasi": str(realisasi if modal else 0),
        "akun": sub.akun,
    }
