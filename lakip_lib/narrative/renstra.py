"""Third analysis: realisasi to date beside the target at the end of the Renstra, in both readings."""

from collections.abc import Sequence

from lakip_lib.blok import join_text
from lakip_lib.istilah import is_setahun
from lakip_lib.measures.hasil import IndikatorHasil, IndikatorRincian
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.narrative.kalimat import Kalimat, count_alike, fill, join, list_words, mention, pick, write
from lakip_lib.narrative.konteks import Konteks, format_biasa
from lakip_lib.narrative.situasi import take_turn

SESUAI, PERCEPATAN, PENYESUAIAN = "sesuai jalur", "perlu percepatan", "perlu penyesuaian"
POLA_TERPENUHI = (
    "Target akhir Renstra, yaitu {target}, sudah terpenuhi dengan kemajuan {kemajuan}{awal}.",
    "Dengan kemajuan {kemajuan}{awal}, target akhir Renstra, yaitu {target}, sudah tercapai dan perlu dipertahankan.",
)
POLA_JALUR = (
    "Kemajuan terhadap target akhir Renstra, yaitu {target}, adalah {kemajuan}{awal}. Target Renstra untuk tahun ini "
    "terpenuhi sehingga statusnya {status}.",
    "Target akhir Renstra adalah {target} dan kemajuannya {kemajuan}{awal}. Statusnya {status}.",
    "Terhadap target akhir Renstra {target}, realisasi sudah menunjukkan kemajuan {kemajuan}{awal} dan statusnya {status}.",
)
POLA_PERCEPATAN = (
    "Kemajuan terhadap target akhir Renstra, yaitu {target}, adalah {kemajuan}{awal}. Karena target Renstra untuk "
    "tahun ini{tahun_ini} belum terpenuhi, indikator ini {status}.",
    "Target akhir Renstra adalah {target}, sedangkan kemajuannya {kemajuan}{awal}. Target antara{tahun_ini} belum "
    "terpenuhi sehingga statusnya {status}.",
    "Untuk mencapai target akhir Renstra {target}, indikator ini {status}: kemajuannya {kemajuan}{awal} dan target "
    "tahun ini{tahun_ini} belum terpenuhi.",
)
POLA_PENYESUAIAN = (
    "Kemajuan terhadap target akhir Renstra, yaitu {target}, adalah {kemajuan}{awal}. Karena realisasi berada {sisi} "
    "target Renstra untuk tahun ini{tahun_ini} indikator ini {status}.",
    "Target akhir Renstra adalah {target}, sedangkan kemajuannya {kemajuan}{awal}. Realisasi berada {sisi} target "
    "Renstra untuk tahun ini{tahun_ini} sehingga statusnya {status}.",
)
POLA_TANPA_STATUS = (
    "Kemajuan terhadap target akhir Renstra, yaitu {target}, adalah {kemajuan}{awal}.",
    "Target akhir Renstra adalah {target} dan kemajuannya {kemajuan}{awal}.",
)
POLA_SEBAGIAN = (
    "Sebanyak {n} dari {semua} indikator yang dapat dinilai sesuai jalur. Yang {perlu}.",
    "Dari {semua} indikator yang dapat dinilai, {n} sesuai jalur, sedangkan yang {perlu}.",
)
JALUR_SEMUA = "Seluruh indikator yang dapat dinilai pada sasaran ini berada pada jalur menuju target akhir Renstra."
JALUR_SATU = "Satu-satunya indikator sasaran ini yang dapat dinilai berada pada jalur menuju target akhir Renstra."
CEPAT_SEMUA = "Seluruh indikator yang dapat dinilai perlu dipercepat, yaitu {nama}."
CEPAT_SATU = "Satu-satunya indikator yang dapat dinilai, yaitu {nama}, perlu dipercepat."
POLA_BELUM_SETAHUN = (
    "Kemajuan menuju target akhir Renstra dihitung dari realisasi {pada}. Kesesuaiannya dengan jalur Renstra dinyatakan "
    "pada akhir tahun karena target Renstra berlaku untuk setahun penuh."
)
TANPA_TARGET = "Renstra belum memuat target akhir untuk indikator ini, sehingga kemajuannya belum dapat dihitung."
TANPA_KEMAJUAN = "Kemajuan terhadap target akhir Renstra, yaitu {target}, belum dapat dihitung."
BEDA_TARGET = "Target Renstra untuk {tahun} adalah {renstra}, berbeda dari target Perjanjian Kinerja yaitu {pk}."


def describe_kemajuan(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """Progress of one indikator to the Renstra's end: the chosen reading, the other beside it, status, PK difference."""
    if item.renstra is None or item.renstra.target is None:
        return write(TANPA_TARGET)
    target = konteks.nilai(item, "renstra/target")
    if item.renstra.kemajuan is None:
        return join(fill(TANPA_KEMAJUAN, target=target), _describe_beda(konteks, item))
    pola = _pick_pola(item)
    rincian = konteks.hasil.get_rincian(item.kode)
    tahun_ini = rincian.renstra_target_tahun
    kalimat = fill(
        pick(pola, take_turn(konteks.hasil, item, lambda i: _pick_pola(i) is pola)),
        target=target,
        kemajuan=konteks.persen(f"indikator/{item.kode}/renstra/kemajuan"),
        status=konteks.figure(f"indikator/{item.kode}/renstra/status"),
        awal=_show_other(konteks, item),
        sisi="di bawah" if is_short(rincian) else "di atas",
        tahun_ini=fill(", yaitu {nilai},", nilai=konteks.nilai_lain(item, tahun_ini)) if tahun_ini else (),
    )
    return join(kalimat, _describe_beda(konteks, item))


def needs(item: IndikatorHasil, status: str) -> bool:
    """Whether an indikator has this status on its way to the Renstra's end."""
    return item.renstra is not None and item.renstra.status == status


def is_short(rincian: IndikatorRincian) -> bool:
    """Whether realisasi to date lies below the Renstra's target of the year (below the lower edge of a range)."""
    target, nyata = parse_nilai(rincian.renstra_target_tahun), parse_nilai(rincian.renstra_realisasi)
    batas = None if target is None else target.rentang[0] if target.rentang else target.besaran
    return batas is not None and nyata is not None and nyata.besaran is not None and nyata.besaran < batas


def _pick_pola(item: IndikatorHasil) -> Sequence[str]:
    if item.renstra is None or item.renstra.kemajuan is None:
        return ()
    if needs(item, PERCEPATAN):
        return POLA_PERCEPATAN
    if needs(item, PENYESUAIAN):
        return POLA_PENYESUAIAN
    if item.renstra.kemajuan >= 100:
        return POLA_TERPENUHI
    return POLA_JALUR if item.renstra.status == SESUAI else POLA_TANPA_STATUS


def _show_other(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """The second reading in brackets, where it adds anything."""
    rincian = konteks.hasil.get_rincian(item.kode)
    dari_awal = konteks.hasil.pengaturan.get("kemajuan_renstra", "rasio") == "dari_awal"
    lain = rincian.renstra_rasio if dari_awal else rincian.renstra_dari_awal
    if lain is None or (item.renstra and lain == item.renstra.kemajuan):
        return ()
    if dari_awal:
        return fill(" sejak kondisi awal ({lain} menurut rasio)", lain=format_biasa(lain))
    return fill(" ({lain} dihitung sejak kondisi awal)", lain=format_biasa(lain))


def _describe_beda(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """A target of the PK that is not the Renstra's of the same year: both, as DOMAIN §5.8 asks."""
    rincian = konteks.hasil.get_rincian(item.kode)
    renstra = rincian.renstra_target_tahun
    pk = rincian.target_versi.get("pk_perubahan") or rincian.target_versi.get("pk")
    if renstra is None or pk is None or renstra == pk:
        return ()
    return fill(
        BEDA_TARGET,
        tahun=f"Tahun {konteks.hasil.tahun}",
        renstra=konteks.nilai_lain(item, renstra),
        pk=konteks.nilai_lain(item, pk),
    )


def describe_jalur(konteks: Konteks, sasaran: str) -> Kalimat:
    """How many indikator of a sasaran are on track, and which need to go faster, by name."""
    hasil = konteks.hasil
    items = [i for i in hasil.list_indikator(sasaran) if i.renstra and i.renstra.status]
    cepat, sesuai = ([i for i in items if needs(i, status)] for status in (PERCEPATAN, PENYESUAIAN))
    if not items and not is_setahun(hasil.periode) and any(i.renstra for i in hasil.list_indikator(sasaran)):
        return fill(POLA_BELUM_SETAHUN, pada=konteks.pada)
    if not items:
        return write("Kemajuan sasaran ini terhadap target akhir Renstra belum dapat dinyatakan.")
    if not cepat and not sesuai:
        return write(JALUR_SATU if len(items) == 1 else JALUR_SEMUA)
    if len(cepat) == len(items):
        nama = list_words([mention(i.nama) for i in cepat])
        return fill(CEPAT_SATU if len(items) == 1 else CEPAT_SEMUA, nama=nama)
    perlu = [
        f"{kata} ialah {join_text(list_words([mention(i.nama) for i in grup]))}"
        for grup, kata in ((cepat, "perlu dipercepat"), (sesuai, "perlu disesuaikan kembali ke target"))
        if grup
    ]
    n = len(items) - len(cepat) - len(sesuai)
    if not n:
        return fill("Belum ada indikator yang sesuai jalur: yang {perlu}.", perlu=", yang ".join(perlu))
    sesuai_jalur, semua = count_alike(n, len(items))
    return fill(
        pick(POLA_SEBAGIAN, [s.kode for s in konteks.hasil.sasaran].index(sasaran)),
        n=sesuai_jalur,
        semua=semua,
        perlu=", sedangkan yang ".join(perlu),
    )
