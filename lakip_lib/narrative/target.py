"""First analysis: realisasi beside target, for one indikator."""

from lakip_lib.istilah import Alasan, Metode, Status
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.narrative.kalimat import (
    Isian,
    Kalimat,
    end,
    fill,
    join,
    lower_first,
    pick,
    quote,
    write,
)
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.situasi import Situasi, find_situasi, is_above, is_low, take_turn

POLA: dict[Situasi, tuple[str, ...]] = {
    Situasi.LAMPAU_TINGGI: (
        "Realisasi {pada} adalah {realisasi}, lebih tinggi daripada {sebutan} {target}, sehingga capaiannya {capaian} "
        "dengan kategori {kategori}.",
        "Dari {sebutan} {target}, terealisasi {realisasi}. Target terlampaui dengan capaian {capaian} dan kategori "
        "{kategori}.",
        "Realisasinya melampaui target: {realisasi} terhadap {sebutan} {target}. Capaian {capaian} itu termasuk "
        "kategori {kategori}.",
        "Dengan realisasi {realisasi}, {sebutan} {target} terlampaui. Capaiannya {capaian}, kategori {kategori}.",
    ),
    Situasi.LAMPAU_RENDAH: (
        "Realisasi {pada} adalah {realisasi}, lebih rendah daripada {sebutan} {target}, yang berarti lebih baik. "
        "Capaiannya {capaian} dengan kategori {kategori}.",
        "Indikator ini makin rendah makin baik. Dengan realisasi {realisasi}, {sebutan} {target} terlampaui dan "
        "capaiannya {capaian} (kategori {kategori}).",
        "Terhadap {sebutan} {target}, realisasinya {realisasi}. Angka yang lebih rendah itu berarti lebih baik, "
        "sehingga capaiannya {capaian} dengan kategori {kategori}.",
    ),
    Situasi.CAPAI: (
        "Realisasi {pada} adalah {realisasi} dan memenuhi target {target}. Capaiannya {capaian} dengan kategori "
        "{kategori}.",
        "Target {target} tercapai dengan realisasi {realisasi}, sehingga capaiannya {capaian} (kategori {kategori}).",
        "Terhadap target {target}, terealisasi {realisasi}. Target tercapai dengan capaian {capaian}, kategori "
        "{kategori}.",
    ),
    Situasi.CAPAI_RENTANG: (
        "Realisasi {pada} adalah {realisasi} dan berada di dalam rentang target {target}. Capaiannya {capaian} dengan "
        "kategori {kategori}.",
        "Dengan realisasi {realisasi}, rentang target {target} terpenuhi. Capaiannya {capaian}, kategori {kategori}.",
    ),
    Situasi.CAPAI_DEKAT: (
        "Realisasi {pada} adalah {realisasi} dan berada pada kisaran target {target}. Capaiannya {capaian} dengan "
        "kategori {kategori}.",
        "Terhadap target {target}, realisasinya {realisasi}, masih dalam batas yang ditetapkan. Capaiannya {capaian}, "
        "kategori {kategori}.",
    ),
    Situasi.CAPAI_KELUARAN: (
        "Keluaran yang ditargetkan telah terwujud: target {target}, realisasi {realisasi}. Capaiannya {capaian} dengan "
        "kategori {kategori}.",
        "Target {target} terpenuhi dengan realisasi {realisasi}, sehingga capaiannya {capaian} (kategori {kategori}).",
    ),
    Situasi.KURANG: (
        "Realisasi {pada} adalah {realisasi}, lebih rendah daripada {sebutan} {target}. Capaiannya {capaian}{kategori}",
        "Target belum tercapai. Dari {sebutan} {target}, terealisasi {realisasi} dengan capaian {capaian}{kategori}",
        "Realisasi {realisasi} masih di bawah {sebutan} {target}, sehingga capaiannya {capaian}{kategori}",
        "{sebutan} {target} belum tercapai karena realisasinya {realisasi}. Capaian indikator ini {capaian}{kategori}",
    ),
    Situasi.LEBIH: (
        "Realisasi {pada} adalah {realisasi}, lebih tinggi daripada {sebutan} {target}. Pada indikator yang makin "
        "rendah makin baik, hal itu berarti target belum tercapai. Capaiannya {capaian}{kategori}",
        "{sebutan} {target} belum dapat dipenuhi karena realisasinya {realisasi}, padahal indikator ini makin rendah "
        "makin baik. Capaiannya {capaian}{kategori}",
        "Terhadap {sebutan} {target}, realisasinya {realisasi}. Angka yang lebih tinggi itu berarti belum memenuhi "
        "target, dengan capaian {capaian}{kategori}",
    ),
    Situasi.JAUH: (
        "Realisasi {pada} adalah {realisasi}, {sisi} target {target}, padahal indikator ini makin baik bila makin "
        "dekat dengan target. Capaiannya {capaian}{kategori}",
        "Terhadap target {target}, realisasinya {realisasi}. Selisih itu melewati batas yang ditetapkan, sehingga "
        "target belum tercapai dengan capaian {capaian}{kategori}",
    ),
    Situasi.BELUM_KELUARAN: (
        "Keluaran yang ditargetkan belum terwujud: target {target}, realisasi {realisasi}. Capaiannya {capaian}"
        "{kategori}",
    ),
}
POLA_NETRAL = (
    "Realisasi {pada} adalah {realisasi} terhadap {sebutan} {target}. Capaiannya {capaian} dengan kategori {kategori} "
    "dan status {status}."
)
# how the kategori follows a capaian below target: a high one must not hide that the target was missed
KATEGORI_TINGGI = (
    " (kategori {kategori}), tetapi targetnya sendiri belum tercapai.",
    ". Kategorinya {kategori}, meskipun target belum terpenuhi sepenuhnya.",
    " dan berkategori {kategori}. Kategori tersebut tidak berarti bahwa target sudah tercapai.",
)
KATEGORI_RENDAH = (
    " (kategori {kategori}), belum memenuhi target dan memerlukan perhatian.",
    " dan termasuk kategori {kategori}. Indikator ini memerlukan perbaikan.",
)
POLA_ALASAN: dict[Alasan | None, str] = {
    Alasan.BELUM_RILIS: "Capaian {pada} belum dapat dinilai karena datanya belum dirilis. Target yang ditetapkan adalah "
    "{target}.",
    Alasan.REALISASI_KOSONG: "Realisasi {pada} belum diisi, sehingga capaian terhadap target {target} belum dapat "
    "dinilai.",
    Alasan.TARGET_NOL: "Target yang ditetapkan adalah {target}, sedangkan realisasinya {realisasi}. Capaian tidak dapat "
    "dinilai karena target nol tidak dapat menjadi pembagi.",
    Alasan.TARGET_KOSONG: "Target {pada} belum ditetapkan, sehingga capaian belum dapat dinilai. Realisasinya "
    "{realisasi}.",
    Alasan.TAK_HINGGA: "Realisasi {pada} adalah {realisasi} terhadap target {target}. Rumus yang dipakai membagi target "
    "dengan realisasi, sehingga capaiannya tidak dapat dicetak.",
    Alasan.HURUF_TAK_DIKENAL: "Realisasi {realisasi} atau target {target} memuat predikat yang tidak dikenal, sehingga "
    "capaian belum dapat dinilai.",
    Alasan.TIDAK_LENGKAP: "Capaian {pada} belum dapat dinilai karena data triwulannya belum lengkap. Target yang "
    "ditetapkan adalah {target}.",
    Alasan.AMBIGU: "Angka realisasi {pada} dapat dibaca dengan dua cara, sehingga capaian terhadap target {target} belum "
    "dapat dinilai.",
    Alasan.BUKAN_ANGKA: "Realisasi {pada} tidak tertulis sebagai angka, sehingga capaian terhadap target {target} belum "
    "dapat dinilai.",
    None: "Capaian {pada} belum dapat dinilai.",
}
TIDAK_MASUK_RATA = " Indikator ini tidak diikutkan dalam rata-rata capaian."
TANPA_TARGET_TW = "Indikator ini tidak mempunyai target {pada}, sehingga capaiannya belum dinilai dalam laporan ini."


def describe_target(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """Result beside target of one indikator, with what the reader must know of the figure (provisional, capped …)."""
    situasi = find_situasi(item)
    if situasi is Situasi.TAK_DINILAI:
        catatan = _describe_catatan(konteks, item)
        return join(_describe_alasan(konteks, item), catatan, _quote_alasan(konteks, item))
    urut = take_turn(konteks.hasil, item, lambda i: find_situasi(i) is situasi)
    isi: dict[str, Isian] = {
        "pada": konteks.pada,
        "sebutan": "rentang target" if item.metode is Metode.RANGE else "target",
        "target": konteks.nilai(item, "target"),
        "realisasi": konteks.nilai(item, "realisasi"),
        "capaian": konteks.persen(f"indikator/{item.kode}/capaian"),
        "status": konteks.figure(f"indikator/{item.kode}/status"),
        "sisi": "melebihi" if is_above(item) else "kurang dari",
    }
    kategori = konteks.figure(f"indikator/{item.kode}/kategori")
    if _contradicts(item, situasi):
        kalimat = fill(POLA_NETRAL, kategori=kategori, **isi)
    elif item.status is Status.BELUM:
        akhir = KATEGORI_RENDAH if is_low(konteks.hasil, item.kategori) else KATEGORI_TINGGI
        kalimat = fill(pick(POLA[situasi], urut), kategori=fill(pick(akhir, urut), kategori=kategori), **isi)
    else:
        kalimat = fill(pick(POLA[situasi], urut), kategori=kategori, **isi)
    return join(kalimat, _describe_catatan(konteks, item), _quote_sementara(konteks, item))


def _contradicts(item: IndikatorHasil, situasi: Situasi) -> bool:
    """Whether "higher" or "lower" would be said against the figures (a negative target, say)."""
    harap = {
        Situasi.LAMPAU_TINGGI: True,
        Situasi.LAMPAU_RENDAH: False,
        Situasi.KURANG: False,
        Situasi.LEBIH: True,
    }.get(situasi)
    nyata = is_above(item)
    return harap is not None and nyata is not None and harap is not nyata


def _describe_alasan(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    if not konteks.tahunan and item.target is None:
        return fill(TANPA_TARGET_TW, pada=konteks.pada)
    return fill(
        POLA_ALASAN[item.alasan],
        pada=konteks.pada,
        target=konteks.nilai(item, "target"),
        realisasi=konteks.nilai(item, "realisasi"),
    )


def _quote_alasan(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    rincian = konteks.hasil.get_rincian(item.kode)
    if not rincian.alasan_unit or item.target is None:
        return ()
    rata = TIDAK_MASUK_RATA if item.capaian_rerata is None else ""
    kutipan = quote(rincian.alasan_unit)
    return fill(
        f"{{unit}} memberi keterangan: {{kutipan}}{{titik}}{rata}",
        unit=konteks.name_unit(rincian.unit),
        kutipan=kutipan,
        titik=end(rincian.alasan_unit),
    )


def _quote_sementara(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    if not item.sementara:
        return ()
    alasan = konteks.hasil.get_rincian(item.kode).alasan_unit
    if not alasan:
        return write("Angka realisasi tersebut masih sementara.")
    return fill("Angka realisasi tersebut masih sementara: {kutipan}{titik}", kutipan=quote(alasan), titik=end(alasan))


def _describe_catatan(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """What stands between the printed capaian and the formula or the means: the floor and the cap."""
    jalur = f"indikator/{item.kode}"
    if item.capaian_mentah is not None and item.capaian_mentah < 0:
        return fill(
            "Menurut rumus, capaian bernilai negatif sehingga dicetak {c}.", c=konteks.persen(f"{jalur}/capaian")
        )
    if item.capaian is None and item.capaian_rerata is not None:
        pola = "Dalam perhitungan rata-rata, indikator ini dihitung sebesar batas capaian, yaitu {c}."
        return fill(pola, c=konteks.persen(f"{jalur}/capaian_rerata"))
    if item.capaian is not None and item.capaian_rerata is not None and item.capaian_rerata < item.capaian:
        pola = "Dalam perhitungan rata-rata, capaian ini dibatasi paling tinggi {c}."
        return fill(pola, c=konteks.persen(f"{jalur}/capaian_rerata"))
    return ()


POLA_UKURAN = (
    "Yang diukur ialah {definisi}. Cara menghitungnya: {formula}.",
    "Definisi operasionalnya ialah {definisi}. Indikator ini dihitung sebagai berikut: {formula}.",
    "Menurut definisi operasionalnya, yang dilihat ialah {definisi}. Perhitungannya: {formula}.",
    "Ukurannya ialah {definisi}. Rumusnya: {formula}.",
)
POLA_DEFINISI = ("Yang diukur ialah {definisi}.", "Definisi operasionalnya ialah {definisi}.")
POLA_FORMULA = ("Cara menghitungnya: {formula}.", "Indikator ini dihitung sebagai berikut: {formula}.")


def describe_ukuran(konteks: Konteks, item: IndikatorHasil) -> Kalimat:
    """What an indikator measures and by which formula, in the words of the planning; empty where it says nothing."""
    rincian = konteks.hasil.get_rincian(item.kode)
    isi: dict[str, Isian] = {
        nama: lower_first(teks.strip().rstrip("."))
        for nama, teks in (("definisi", rincian.definisi), ("formula", rincian.formula))
        if teks and teks.strip()
    }
    pola = {2: POLA_UKURAN, 1: POLA_DEFINISI if "definisi" in isi else POLA_FORMULA}.get(len(isi), ())
    return fill(pick(pola, konteks.hasil.indikator.index(item)), **isi) if pola else ()
