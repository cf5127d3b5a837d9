"""What the HTML opens for a figure: formula in words, inputs, source cells (R43)."""

from collections.abc import Iterable, Mapping

from lakip_lib.blok import Penjelasan
from lakip_lib.istilah import ALASAN_LABEL, ARAH_LABEL, STATUS_LABEL, TW
from lakip_lib.measures.desimal import bentuk_nilai, desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, SasaranHasil, Sumber
from lakip_lib.rujukan import format_nilai, format_ref
from lakip_lib.tables import is_pembanding, say_letak, say_peran
from lakip_lib.tables.rumus import PENJELASAN_PERUBAHAN, RUMUS_KEMAJUAN, RUMUS_PERUBAHAN, RUMUS_STANDAR

KINI = ("Realisasi", "realisasi")
PERAN_KINI = ("realisasi", *(tw.upper() for tw in TW), "pembilang", "penyebut")
RATA = {
    "sasaran": "Rata-rata capaian seluruh sasaran, dihitung sebelum pembulatan.",
    "indikator": "Rata-rata capaian seluruh indikator yang dapat dinilai, dihitung sebelum pembulatan.",
}


def explain_figures(hasil: Hasil) -> dict[str, Penjelasan]:
    """Explanations of the achievement table: target, realisasi, capaian of each indikator, and the means.

    They are kept by path, whatever the form a figure is printed in.
    """
    found: dict[str, Penjelasan] = {}
    for item in hasil.indikator:
        found |= explain_indikator(hasil, item) | explain_pembanding(hasil, item)
    for sasaran in hasil.sasaran:
        found[f"sasaran/{sasaran.kode}/capaian"] = _explain_sasaran(hasil, sasaran)
    found["instansi_capaian/capaian"] = _explain_instansi(hasil)
    return found


def explain_indikator(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    """The explanations of one indikator's row."""
    rincian = hasil.get_rincian(item.kode)
    jalur = f"indikator/{item.kode}"
    sumber = _list_cells(s for s in item.sumber if not is_pembanding(s))
    target = tuple((peran, letak) for peran, letak in sumber if peran.startswith("Target")) or sumber
    nyata = tuple((peran, letak) for peran, letak in sumber if not peran.startswith("Target")) or sumber
    masukan = [(apa.capitalize(), _print_masukan(hasil, item, apa)) for apa in ("target", "realisasi")]
    if item.capaian_mentah is not None and item.capaian_mentah != item.capaian:
        masukan.append(("Capaian menurut rumus", format_ref(hasil, f"{jalur}/capaian_mentah#persen")))
    if item.capaian_rerata is not None and item.capaian_rerata != item.capaian:
        masukan.append(("Dalam rata-rata", format_ref(hasil, f"{jalur}/capaian_rerata#persen")))
    alasan = f"Belum dapat dinilai: {ALASAN_LABEL[item.alasan]}." if item.alasan else ""
    rumus = " ".join(t for t in (f"{item.metode}: {rincian.keterangan_rumus}".rstrip(": "), alasan) if t)
    judul = f"{item.kode} {item.nama}"
    capaian = Penjelasan(judul=judul, rumus=rumus, masukan=tuple(masukan), sumber=sumber)
    cara = f"Dihitung dari triwulan: {item.agregasi}." if _from_quarters(item) else "Sebagaimana dituliskan unit."
    return {
        f"{jalur}/capaian": capaian,
        f"{jalur}/status": capaian.model_copy(update={"rumus": f"{rumus} → {STATUS_LABEL[item.status]}"}),
        f"{jalur}/target": Penjelasan(judul=judul, rumus=_say_versi(rincian.target_versi), masukan=(), sumber=target),
        f"{jalur}/realisasi": Penjelasan(judul=judul, rumus=cara, masukan=(), sumber=nyata),
    }


def _list_cells(sumber: Iterable[Sumber]) -> tuple[tuple[str, str], ...]:
    return tuple((say_peran(s), say_letak(s)) for s in sumber)


def explain_pembanding(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    """The explanations of what an indikator is compared with: last year, the Renstra, the standard."""
    return _explain_lalu(hasil, item) | _explain_renstra(hasil, item) | _explain_standar(hasil, item)


def _explain_lalu(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    if item.lalu is None:
        return {}
    tahun, jalur = item.lalu.tahun, "lalu/"
    semua = (f"target {tahun}", f"realisasi {tahun}", f"capaian_tercetak {tahun}")
    ubah = f"{RUMUS_PERUBAHAN}. {PENJELASAN_PERUBAHAN}"
    arah = f"Perubahan realisasi dibaca menurut arah: {ARAH_LABEL[item.arah]}."
    hitung = (
        f"{item.metode}: realisasi terhadap target tahun {tahun}; capaian yang tercetak bila salah satunya tidak ada."
    )
    dulu = (f"Realisasi {tahun}", f"{jalur}realisasi")
    return _make(hasil, item, {
        f"{jalur}realisasi": (f"Realisasi tahun {tahun} menurut dokumen perencanaan.", (), semua[1:2]),
        f"{jalur}capaian": (hitung, (dulu,), semua),
        f"{jalur}perubahan": (ubah, (dulu, KINI), (semua[1], *PERAN_KINI)),
        f"{jalur}perkembangan": (arah, (dulu, KINI), (semua[1], *PERAN_KINI)),
    })  # fmt: skip


def _explain_renstra(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    if item.renstra is None:
        return {}
    akhir, target = f"renstra {item.renstra.tahun}", (f"Target {item.renstra.tahun}", "renstra/target")
    cara = str(hasil.pengaturan.get("kemajuan_renstra", "rasio"))
    awal = ("kondisi_awal",) if cara == "dari_awal" else ()
    jalur = f"Realisasi terhadap target Renstra tahun {hasil.tahun}."
    rincian = hasil.get_rincian(item.kode)
    dulu = tuple(f"realisasi {tahun}" for tahun in rincian.renstra_dijumlah)
    kini = () if dulu else (KINI,)
    jumlah = format_nilai(rincian.renstra_realisasi, desimal_of(rincian))
    tambah = f" Realisasi dijumlahkan sejak awal Renstra: {jumlah}." if dulu else ""
    return _make(hasil, item, {
        "renstra/target": (f"Target Renstra tahun {item.renstra.tahun}.", (), (akhir,)),
        "renstra/kemajuan": (RUMUS_KEMAJUAN[cara] + tambah, (target, *kini), (akhir, *awal, *PERAN_KINI, *dulu)),
        "renstra/status": (jalur + tambah, kini, (f"renstra {hasil.tahun}", *PERAN_KINI, *dulu)),
    })  # fmt: skip


def _explain_standar(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    standar = item.standar
    if standar is None:
        return {}
    peran, nilai = f"standar {standar.lingkup or 'nasional'} {standar.tahun}", ("Standar", "standar/nilai")
    beda = (RUMUS_STANDAR, (KINI, nilai), (peran, *PERAN_KINI))
    kata = standar.sumber or f"Standar {standar.lingkup or 'nasional'} tahun {standar.tahun}."
    return _make(hasil, item, {"standar/nilai": (kata, (), (peran,)), "standar/selisih": beda, "standar/posisi": beda})


def _make(
    hasil: Hasil, item: IndikatorHasil, isi: Mapping[str, tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]]
) -> dict[str, Penjelasan]:
    """Explanations by path from formula, inputs (name and path below the indikator), and the roles of their cells."""
    jalur = f"indikator/{item.kode}"
    return {
        f"{jalur}/{bagian}": Penjelasan(
            judul=f"{item.kode} {item.nama}",
            rumus=rumus[:1].upper() + rumus[1:],
            masukan=tuple((nama, _print_masukan(hasil, item, letak)) for nama, letak in masukan),
            sumber=_list_cells(s for s in item.sumber if s.peran in peran),
        )
        for bagian, (rumus, masukan, peran) in isi.items()
    }


def _print_masukan(hasil: Hasil, item: IndikatorHasil, letak: str) -> str:
    """A target, realisasi or standard below an indikator, with the indikator's own decimals."""
    bentuk = bentuk_nilai(hasil.get_rincian(item.kode))
    return format_ref(hasil, f"indikator/{item.kode}/{letak}#{bentuk}".rstrip("#"))


def _from_quarters(item: IndikatorHasil) -> bool:
    peran = {s.peran.casefold() for s in item.sumber}
    return "realisasi" not in peran and any(p.startswith("tw") for p in peran)


def _say_versi(versi: dict[str, str]) -> str:
    nama = {"pk_perubahan": "Perjanjian Kinerja Perubahan", "pk": "Perjanjian Kinerja", "renstra": "Renstra"}
    dipakai = next((kata for kunci, kata in nama.items() if kunci in versi), None)
    return f"Target menurut {dipakai}." if dipakai else "Target belum ditetapkan."


def _explain_sasaran(hasil: Hasil, sasaran: SasaranHasil) -> Penjelasan:
    masukan = tuple(
        (item.kode, format_ref(hasil, f"indikator/{item.kode}/capaian_rerata#persen"))
        for item in hasil.list_indikator(sasaran.kode)
    )
    return Penjelasan(
        judul=f"{sasaran.kode} {sasaran.uraian}",
        rumus="Rata-rata capaian indikator yang dapat dinilai, sesudah batas capaian diterapkan.",
        masukan=masukan,
        sumber=(),
    )


def _explain_instansi(hasil: Hasil) -> Penjelasan:
    cara = hasil.instansi_capaian.cara
    jalur = [f"sasaran/{s.kode}/capaian" for s in hasil.sasaran]
    if cara == "indikator":
        jalur = [f"indikator/{i.kode}/capaian_rerata" for i in hasil.indikator]
    masukan = tuple((j.split("/")[1], format_ref(hasil, f"{j}#persen")) for j in jalur)
    return Penjelasan(judul="Capaian kinerja instansi", rumus=RATA[cara], masukan=masukan, sumber=())
