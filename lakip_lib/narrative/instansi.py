"""The agency as a whole: its summary, who did best, who needs watching, what follows, the conclusion."""

from decimal import Decimal

from lakip_lib.istilah import Status
from lakip_lib.measures.hasil import IndikatorHasil, InstansiCapaian, SasaranHasil
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, lower_first, mention, write
from lakip_lib.narrative.konteks import Konteks, format_biasa
from lakip_lib.narrative.renstra import PENYESUAIAN, PERCEPATAN, needs
from lakip_lib.narrative.situasi import MEMBURUK, find_gerak, is_low

CARA = {"sasaran": "rata-rata capaian sasaran", "indikator": "rata-rata capaian indikator"}
HITUNGAN = (
    "Dari {jumlah} indikator, {dinilai} dapat dinilai dan {tercapai} di antaranya mencapai atau melampaui target."
)
HITUNGAN_SEMUA = (
    "Seluruh indikator, yaitu {jumlah}, dapat dinilai dan {tercapai} di antaranya mencapai atau melampaui target."
)
HITUNGAN_PENUH = "Dari {jumlah} indikator, {dinilai} dapat dinilai dan semuanya mencapai atau melampaui target."
HITUNGAN_SEMUA_PENUH = "Seluruh indikator, yaitu {jumlah}, dapat dinilai dan semuanya mencapai atau melampaui target."
HITUNGAN_SATU = (
    "Dari {jumlah} indikator, hanya {dinilai} yang dapat dinilai, dan indikator itu mencapai atau melampaui target."
)
HITUNGAN_SATU_NOL = (
    "Dari {jumlah} indikator, hanya {dinilai} yang dapat dinilai, dan indikator itu belum mencapai target."
)
TUNGGAL = "Satu-satunya indikator dapat dinilai dan mencapai atau melampaui target."
TUNGGAL_NOL = "Satu-satunya indikator dapat dinilai, tetapi belum mencapai target."
TUNGGAL_KOSONG = "Satu-satunya indikator belum dapat dinilai."
HITUNGAN_NOL = "Dari {jumlah} indikator, {dinilai} dapat dinilai dan tidak satu pun mencapai target."
HITUNGAN_KOSONG = "Tidak satu pun dari {jumlah} indikator dapat dinilai."
TERBAIK = 3
AMBANG_MUDAH = Decimal(150)  # above it a target was too low to steer by (DOMAIN §5.5)


def describe_instansi(konteks: Konteks) -> Kalimat:
    """The agency's capaian, how many indikator could be assessed and how many reached their target."""
    total = konteks.hasil.instansi_capaian
    if total.capaian is None:
        return fill("Capaian kinerja {pada} belum dapat dinilai.", pada=konteks.pada)
    jalur = "instansi_capaian"
    return join(
        fill(
            "Capaian kinerja {instansi} {pada} adalah {capaian} dengan kategori {kategori}, dihitung sebagai {cara}.",
            instansi=konteks.hasil.instansi["nama"],
            pada=konteks.pada,
            capaian=konteks.persen(f"{jalur}/capaian"),
            kategori=konteks.figure(f"{jalur}/kategori"),
            cara=CARA[total.cara],
        ),
        fill(
            _pick_hitungan(total),
            jumlah=konteks.figure(f"{jalur}/jumlah"),
            dinilai=konteks.figure(f"{jalur}/dinilai"),
            tercapai=konteks.figure(f"{jalur}/tercapai"),
        ),
    )


def _pick_hitungan(total: InstansiCapaian) -> str:
    if not total.dinilai:
        return HITUNGAN_KOSONG if total.jumlah > 1 else TUNGGAL_KOSONG
    if total.dinilai == 1:
        satu = (TUNGGAL, TUNGGAL_NOL) if total.jumlah == 1 else (HITUNGAN_SATU, HITUNGAN_SATU_NOL)
        return satu[0 if total.tercapai else 1]
    if not total.tercapai:
        return HITUNGAN_NOL
    penuh = total.tercapai == total.dinilai
    if total.dinilai == total.jumlah:
        return HITUNGAN_SEMUA_PENUH if penuh else HITUNGAN_SEMUA
    return HITUNGAN_PENUH if penuh else HITUNGAN


def describe_batas(konteks: Konteks) -> Kalimat:
    """What the cap does to the agency's mean, and the mean taken the other way; empty where neither differs."""
    total = konteks.hasil.instansi_capaian
    kalimat: list[Kalimat] = []
    if total.capaian is not None and total.capaian_mentah is not None and total.capaian != total.capaian_mentah:
        pola = (
            "Angka itu memakai capaian yang dibatasi agar satu indikator yang jauh melampaui target tidak menutupi "
            "indikator lain; tanpa batas tersebut nilainya {mentah}."
        )
        kalimat.append(fill(pola, mentah=konteks.persen("instansi_capaian/capaian_mentah")))
    lain = "indikator" if total.cara == "sasaran" else "sasaran"
    nilai = konteks.hasil.rincian.instansi_cara_lain.get(lain)
    if nilai is not None and nilai != total.capaian:
        kalimat.append(
            fill("Bila dihitung sebagai {cara}, nilainya {nilai}.", cara=CARA[lain], nilai=format_biasa(nilai))
        )
    return join(*kalimat)


def describe_urutan(konteks: Konteks) -> Kalimat:
    """The sasaran with the highest and the lowest capaian."""
    known = [(s.capaian, s) for s in konteks.hasil.sasaran if s.capaian is not None]
    if len(known) < 2 or len({c for c, _ in known}) < 2:
        return ()
    atas, bawah = max(known, key=lambda k: k[0])[1], min(known, key=lambda k: k[0])[1]
    return fill(
        "Capaian tertinggi terdapat pada sasaran {kode_atas}, yaitu {atas} ({nilai_atas}), "
        "dan terendah pada sasaran {kode_bawah}, yaitu {bawah} ({nilai_bawah}).",
        kode_atas=atas.kode,
        kode_bawah=bawah.kode,
        atas=lower_first(atas.uraian),
        bawah=lower_first(bawah.uraian),
        nilai_atas=konteks.persen(f"sasaran/{atas.kode}/capaian"),
        nilai_bawah=konteks.persen(f"sasaran/{bawah.kode}/capaian"),
    )


def list_best(konteks: Konteks) -> list[IndikatorHasil]:
    """Up to three indikator with the highest capaian that reached their target, highest first."""
    known = [(i.capaian, i) for i in konteks.hasil.indikator if i.capaian is not None and i.status is not Status.BELUM]
    return [i for _, i in sorted(known, key=lambda k: -k[0])[:TERBAIK]]


def list_watch(konteks: Konteks) -> list[IndikatorHasil]:
    """Up to three indikator to watch: missed targets with the lowest capaian, then those that got worse or lack data."""
    hasil = konteks.hasil
    belum = [(i.capaian, i) for i in hasil.indikator if i.capaian is not None and i.status is Status.BELUM]
    turun = [i for i in hasil.indikator if i.status is not Status.BELUM and find_gerak(hasil, i) in MEMBURUK]
    kosong = [i for i in hasil.indikator if i.status is Status.TAK_DINILAI and i not in turun]
    return [*(i for _, i in sorted(belum, key=lambda k: k[0])), *turun, *kosong][:TERBAIK]


def describe_simpulan(konteks: Konteks) -> Kalimat:
    """The conclusion on performance: how the sasaran stand and which of them did not reach all targets."""
    sasaran = konteks.hasil.sasaran
    penuh = [s for s in sasaran if s.status in {Status.MELAMPAUI, Status.MENCAPAI}]
    belum = [s for s in sasaran if s.status is Status.BELUM]
    kalimat = [describe_instansi(konteks)]
    if penuh:
        kalimat.append(fill("Target seluruh indikator yang dinilai terpenuhi pada sasaran {s}.", s=_name(penuh)))
    if belum:
        pola = "Masih terdapat indikator yang belum mencapai target pada sasaran {s}."
        kalimat.append(fill(pola, s=_name(belum)))
    return join(*kalimat)


def _name(sasaran: list[SasaranHasil]) -> Kalimat:
    return list_words([lower_first(s.uraian) for s in sasaran])


def describe_simpulan_anggaran(konteks: Konteks) -> Kalimat:
    """The conclusion on the budget."""
    if konteks.hasil.anggaran_total.persen is None:
        return ()
    return fill(
        "Kinerja tersebut didukung anggaran {pagu} dengan realisasi {realisasi} atau {persen}.",
        pagu=konteks.rupiah("anggaran_total/pagu"),
        realisasi=konteks.rupiah("anggaran_total/realisasi_anggaran"),
        persen=konteks.persen("anggaran_total/persen"),
    )


def list_langkah(konteks: Konteks) -> list[Kalimat]:
    """Next steps that the figures themselves ask for, one point each; the units' own follow-ups stand in T3.5."""
    hasil = konteks.hasil
    belum = [mention(i.nama) for i in hasil.indikator if i.status is Status.BELUM and is_low(hasil, i.kategori)]
    percepat, sesuaikan = (
        [mention(i.nama) for i in hasil.indikator if needs(i, status)] for status in (PERCEPATAN, PENYESUAIAN)
    )
    kurang = [
        mention(i.nama)
        for i in hasil.indikator
        if i.status is Status.BELUM
        and not is_low(hasil, i.kategori)
        and not (needs(i, PERCEPATAN) or needs(i, PENYESUAIAN))
    ]
    mudah = [
        mention(i.nama)
        for i in hasil.indikator
        if konteks.tahunan and i.capaian is not None and i.capaian > AMBANG_MUDAH
    ]
    data = [mention(i.nama) for i in hasil.indikator if i.status is Status.TAK_DINILAI and i.target is not None]
    pola = (
        ("memperbaiki kinerja pada {nama};", belum),
        ("mempercepat pencapaian target Renstra untuk {nama};", percepat),
        ("mengembalikan {nama} ke batas target Renstra;", sesuaikan),
        ("memenuhi target yang belum tercapai pada {nama};", kurang),
        ("meninjau kembali target {nama} yang jauh terlampaui;", mudah),
        ("melengkapi data {nama} begitu tersedia;", data),
    )
    langkah = [fill(teks, nama=list_words(nama)) for teks, nama in pola if nama]
    langkah.append(
        write("melaksanakan tindak lanjut yang telah direncanakan setiap unit dan memantaunya setiap triwulan.")
    )
    return [lower_kalimat(k) for k in langkah]


def lower_kalimat(kalimat: Kalimat) -> Kalimat:
    """A point of a list that goes on the sentence before it: a small first letter."""
    awal = kalimat[0]
    return (awal.model_copy(update={"teks": lower_first(awal.teks)}), *kalimat[1:])
