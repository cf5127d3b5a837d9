"""Step 8, ajukan: the corrected draft goes to the Kadis with one page that says what he must know."""

from decimal import Decimal
from typing import Any

from lakip_lib.alur.keadaan import SELESAI
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.dokumen import find_susun
from lakip_lib.delivery.sop.draf import DrafTersimpan, load_draf
from lakip_lib.delivery.sop.lembar import count_sisa, make_ajuan
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.perubahan import Perubahan, compare_draf
from lakip_lib.surat.ajuan import Ringkasan
from lakip_lib.temuan import Temuan


def submit(siklus: Siklus) -> Laporan:
    """Do step 8: hand in the version that step 7 let pass; UsageError where its files are no longer what was built."""
    versi = siklus.keadaan.versi
    masukan = dict(find_susun(siklus, versi).keluaran) if versi else {}
    rancangan = siklus.begin("ajukan", versi=versi, masukan=masukan)
    draf = load_draf(siklus, versi)
    perubahan = compare_ajuan(siklus, rancangan, draf)
    naskah = make_ajuan(
        siklus,
        rancangan,
        summarise(siklus, rancangan, draf),
        peringatan=[t.pesan for t in _list_peringatan(draf)],
        perubahan=[say_perubahan(p) for p in perubahan],
    )
    keluaran = write_naskah(siklus, f"08-pengajuan-{versi}", naskah)
    siklus.commit(rancangan, hasil=SELESAI, isi={"perubahan": len(perubahan)}, keluaran=keluaran)
    return Laporan(pesan=(f"Versi {versi} diajukan kepada Kepala Dinas.",))


def compare_ajuan(siklus: Siklus, rancangan: Rancangan, draf: DrafTersimpan) -> tuple[Perubahan, ...]:
    """What moved since the version that was handed in before; nothing where this is the first."""
    lalu = rancangan.sebelum.find("ajukan")
    return compare_draf(load_draf(siklus, lalu.versi).draf, draf.draf, siklus.settings) if lalu else ()


def say_perubahan(p: Perubahan) -> str:
    """One figure that moved in a line, with where it comes from."""
    sebab = "; ".join(str(s) for s in p.sebab[:2])
    return f"{p.label}: {p.lama} → {p.baru}" + (f" (karena {sebab})" if sebab else "")


def summarise(siklus: Siklus, rancangan: Rancangan, draf: DrafTersimpan) -> Ringkasan:
    """The figures behind the lights, from the draft and from the correction that let it pass."""
    instansi, anggaran = draf.angka["instansi_capaian"], draf.angka["anggaran_total"]
    koreksi = rancangan.sebelum.find("koreksi")
    butir = koreksi.isi["butir"] if koreksi else {}
    tingkat = [t.tingkat for t in _list_peringatan(draf)]
    return Ringkasan(
        capaian=_decimal(instansi["capaian"]),
        penyerapan=_decimal(anggaran["persen"]),
        tercapai=int(instansi["tercapai"]),
        jumlah=int(instansi["jumlah"]),
        wajib=tingkat.count(Tingkat.WAJIB),
        peringatan=tingkat.count(Tingkat.PERINGATAN),
        reviu_ya=int(butir.get("ya", 0)),
        reviu_tidak=int(butir.get("tidak", 0)),
        reviu_belum=int(butir.get("belum dijawab", 0)),
        sisa_hari=count_sisa(siklus.kalender, siklus.settings.tenggat_laporan, rancangan.waktu),
    )


def _decimal(nilai: Any) -> Decimal | None:
    return None if nilai is None else Decimal(nilai)


def _list_peringatan(draf: DrafTersimpan) -> list[Temuan]:
    semua = [Temuan(**{**t, "tingkat": Tingkat(t["tingkat"])}) for t in draf.angka["temuan"]]
    return [t for t in semua if t.tingkat != Tingkat.CATATAN]
