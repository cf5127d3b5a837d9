"""Seventh analysis: programs and sub kegiatan that support a sasaran; and the agency's budget."""

from lakip_lib.measures.hasil import AnggaranHasil, SasaranHasil
from lakip_lib.narrative.kalimat import Kalimat, count_words, fill, join, list_words, pick, soften, write
from lakip_lib.narrative.konteks import Konteks

POLA_PROGRAM = (
    "Sasaran ini ditunjang oleh {n} program, yaitu {program}. Pagunya {pagu} dan realisasinya {realisasi} atau {persen}.",
    "Program yang menunjang sasaran ini ialah {program}. Dari pagu {pagu} terealisasi {realisasi}, yaitu {persen}.",
    "Sasaran ini didanai melalui {program} dengan pagu {pagu}. Realisasinya {realisasi} atau {persen} dari pagu.",
)
POLA_UJUNG = (
    "Penyerapan tertinggi terdapat pada sub kegiatan {atas} ({persen_atas}) dan terendah pada {bawah} ({persen_bawah}).",
    "Sub kegiatan dengan penyerapan terendah ialah {bawah} ({persen_bawah}), sedangkan yang tertinggi {atas} "
    "({persen_atas}).",
)
TANPA_LRA = "Anggaran program yang menunjang sasaran ini belum tersedia karena laporan realisasi anggaran belum ada."
TANPA_PROGRAM = "Belum ada program, kegiatan, atau sub kegiatan yang dipetakan langsung kepada sasaran ini."


def list_baris(konteks: Konteks, sasaran: str, level: str) -> list[AnggaranHasil]:
    """The budget lines of a level that serve a sasaran, themselves or through lines below them, in order."""
    langsung = [a.kode for a in konteks.hasil.anggaran if sasaran in (a.sasaran or "").split(", ")]
    return [
        a
        for a in konteks.hasil.anggaran
        if a.level == level and any(k == a.kode or k.startswith(f"{a.kode}.") for k in langsung)
    ]


def describe_program(konteks: Konteks, sasaran: SasaranHasil) -> Kalimat:
    """The programs of a sasaran with their money, and the sub kegiatan at either end of absorption."""
    if not konteks.hasil.anggaran:
        return write(TANPA_LRA)
    program = list_baris(konteks, sasaran.kode, "program")
    if not program or sasaran.pagu is None:
        return write(TANPA_PROGRAM)
    jalur = f"sasaran/{sasaran.kode}"
    urut = [s.kode for s in konteks.hasil.sasaran].index(sasaran.kode)
    kalimat = fill(
        pick(POLA_PROGRAM, urut),
        n=count_words(len(program)),
        program=list_words([soften(a.uraian) for a in program]),
        pagu=konteks.rupiah(f"{jalur}/pagu"),
        realisasi=konteks.rupiah(f"{jalur}/realisasi_anggaran"),
        persen=konteks.persen(f"{jalur}/penyerapan"),
    )
    return join(kalimat, _describe_ends(konteks, sasaran.kode, urut))


def _describe_ends(konteks: Konteks, sasaran: str, urut: int) -> Kalimat:
    known = [(a.persen, a) for a in list_baris(konteks, sasaran, "sub_kegiatan") if a.persen is not None]
    if len(known) < 2 or len({persen for persen, _ in known}) < 2:
        return ()
    atas = max(known, key=lambda k: k[0])[1]
    bawah = min(known, key=lambda k: k[0])[1]
    return fill(
        pick(POLA_UJUNG, urut),
        atas=soften(atas.uraian),
        bawah=soften(bawah.uraian),
        persen_atas=konteks.persen(f"anggaran/{atas.kode}/persen"),
        persen_bawah=konteks.persen(f"anggaran/{bawah.kode}/persen"),
    )


def describe_anggaran(konteks: Konteks) -> Kalimat:
    """The agency's budget: ceiling and spending in figures and words, the rest and the percentage."""
    if not konteks.hasil.anggaran:
        return write("Laporan realisasi anggaran belum tersedia.")
    pola = (
        "Anggaran {instansi} Tahun {tahun} adalah {pagu}. Realisasinya {pada_tw}adalah {realisasi} atau {persen} dari "
        "pagu, dengan sisa {sisa}."
    )
    return fill(
        pola,
        instansi=konteks.hasil.instansi["nama"],
        tahun=konteks.hasil.tahun,
        pada_tw="" if konteks.tahunan else f"{konteks.pada} ",
        pagu=konteks.rupiah("anggaran_total/pagu", terbilang=True),
        realisasi=konteks.rupiah("anggaran_total/realisasi_anggaran", terbilang=True),
        persen=konteks.persen("anggaran_total/persen"),
        sisa=konteks.rupiah("anggaran_total/sisa"),
    )


def describe_ujung_program(konteks: Konteks) -> Kalimat:
    """The programs with the highest and the lowest absorption."""
    known = [(a.persen, a) for a in konteks.hasil.anggaran if a.level == "program" and a.persen is not None]
    if len(known) < 2 or len({persen for persen, _ in known}) < 2:
        return ()
    atas, bawah = max(known, key=lambda k: k[0])[1], min(known, key=lambda k: k[0])[1]
    pola = "Penyerapan tertinggi terdapat pada {atas}, yaitu {persen_atas}, dan terendah pada {bawah}, yaitu {persen_bawah}."
    return fill(
        pola,
        atas=soften(atas.uraian),
        bawah=soften(bawah.uraian),
        persen_atas=konteks.persen(f"anggaran/{atas.kode}/persen"),
        persen_bawah=konteks.persen(f"anggaran/{bawah.kode}/persen"),
    )


def describe_perubahan_pagu(konteks: Konteks) -> Kalimat:
    """Whether the revised budget lies above or below the original one; empty where only one is known."""
    murni, perubahan = konteks.hasil.rincian.anggaran_murni, konteks.hasil.rincian.anggaran_perubahan
    if murni is None or perubahan is None or murni == perubahan:
        return ()
    kata = "bertambah" if perubahan > murni else "berkurang"
    return fill("Melalui Perubahan APBD, pagu {kata} dibandingkan dengan anggaran murni.", kata=kata)
