"""What the HTML opens for a figure: formula in words, inputs, source cells (R43)."""

from lakip_lib.blok import Penjelasan
from lakip_lib.istilah import ALASAN_LABEL, PERAN_LABEL, STATUS_LABEL
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, SasaranHasil
from lakip_lib.rujukan import format_ref
from lakip_lib.tables import say_letak

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
        found |= explain_indikator(hasil, item)
    for sasaran in hasil.sasaran:
        found[f"sasaran/{sasaran.kode}/capaian"] = _explain_sasaran(hasil, sasaran)
    found["instansi_capaian/capaian"] = _explain_instansi(hasil)
    return found


def explain_indikator(hasil: Hasil, item: IndikatorHasil) -> dict[str, Penjelasan]:
    """The explanations of one indikator's row."""
    rincian = hasil.get_rincian(item.kode)
    jalur = f"indikator/{item.kode}"
    sumber = tuple((PERAN_LABEL.get(s.peran, s.peran), say_letak(s)) for s in item.sumber)
    target = tuple((peran, letak) for peran, letak in sumber if peran.startswith("Target")) or sumber
    nyata = tuple((peran, letak) for peran, letak in sumber if not peran.startswith("Target")) or sumber
    masukan = [("Target", format_ref(hasil, f"{jalur}/target")), ("Realisasi", format_ref(hasil, f"{jalur}/realisasi"))]
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
