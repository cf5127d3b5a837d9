"""The district in sentences: who reported, how the figures spread, what may be compared and what may not."""

from lakip_lib.blok import Run
from lakip_lib.istilah import count_triwulan, is_setahun
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, write
from lakip_lib.rujukan import make_run

ROMAWI = ("", "I", "II", "III", "IV")
SEDIKIT = 4  # fewer agencies than this have no quartiles worth a sentence
SETARA = (
    "Instansi berbeda tugas, jumlah indikator, dan besar anggarannya. Capaian menunjukkan seberapa jauh tiap instansi "
    "memenuhi targetnya sendiri; peringkat tidak menyatakan bahwa satu instansi lebih baik daripada instansi lain yang "
    "berbeda jenis."
)
TANPA_INSTANSI = "Belum ada folder instansi untuk {waktu}, sehingga belum ada yang dapat direkap."
KEADAAN = {"selesai": "selesai", "perbaikan": "perlu perbaikan", "gagal": "gagal diolah", "belum": "belum diolah"}
CARA = {"sasaran": "rata-rata sasaran", "indikator": "rata-rata indikator"}


def say_waktu(hasil: HasilDaerah) -> str:
    """ "Tahun 2025", or "Triwulan II Tahun 2025"."""
    tw = count_triwulan(hasil.periode)
    return f"Triwulan {ROMAWI[tw]} Tahun {hasil.tahun}" if tw else f"Tahun {hasil.tahun}"


def say_pada(hasil: HasilDaerah) -> str:
    """ "pada Tahun 2025", or "sampai dengan Triwulan II Tahun 2025"."""
    return f"{'pada' if hasil.periode == 'tahunan' else 'sampai dengan'} {say_waktu(hasil)}"


def _bulat(hasil: HasilDaerah, jalur: str) -> Run:
    return make_run(hasil, jalur, "bulat")


def _persen(hasil: HasilDaerah, jalur: str) -> Run:
    return make_run(hasil, jalur, "persen")


def describe_pelaporan(hasil: HasilDaerah) -> Kalimat:
    """How many agencies there are, how many have figures, and how they stand."""
    rekap = hasil.rekap
    if not rekap.jumlah:
        return fill(TANPA_INSTANSI, waktu=say_waktu(hasil))
    butir = [(_bulat(hasil, f"rekap/{k}"), Run(teks=f" {kata}")) for k, kata in KEADAAN.items() if getattr(rekap, k)]
    return join(
        fill(
            _pick_pelaporan(hasil),
            daerah=hasil.daerah.pemda,
            jumlah=_bulat(hasil, "rekap/jumlah"),
            melapor=_bulat(hasil, "rekap/melapor"),
            pada=say_pada(hasil),
        ),
        fill("Menurut keadaannya, {butir}.", butir=list_words(butir)),
    )


def _pick_pelaporan(hasil: HasilDaerah) -> str:
    if hasil.rekap.melapor < hasil.rekap.jumlah:
        return (
            "{daerah} mempunyai {jumlah} instansi, dan {melapor} di antaranya mempunyai angka {pada}."
            if hasil.rekap.melapor
            else "{daerah} mempunyai {jumlah} instansi, dan belum ada yang mempunyai angka {pada}."
        )
    siapa = "instansi itu" if hasil.rekap.jumlah == 1 else "seluruhnya"
    return f"{{daerah}} mempunyai {{jumlah}} instansi, dan {siapa} mempunyai angka {{pada}}."


def say_nihil(hasil: HasilDaerah) -> Kalimat:
    """What a chapter says where no agency has figures."""
    if not hasil.rekap.jumlah:
        return fill(TANPA_INSTANSI, waktu=say_waktu(hasil))
    return fill("Belum ada instansi yang mempunyai angka {pada}.", pada=say_pada(hasil))


def describe_sebaran(hasil: HasilDaerah) -> Kalimat:
    """Median, middle half, ends and mean of capaian; of one agency alone, its capaian."""
    ada = [i for i in hasil.instansi if i.capaian is not None]
    if not ada:
        return write("Belum ada instansi yang capaiannya dapat dinilai.") if hasil.rekap.jumlah else ()
    if len(ada) == 1:
        return fill(
            "Baru satu instansi yang capaiannya dapat dinilai, yaitu {nama} dengan {capaian}; perbandingan antarinstansi "
            "belum dapat dibuat.",
            nama=ada[0].nama,
            capaian=_persen(hasil, f"instansi/{ada[0].kode}/capaian"),
        )
    awal = "sebaran/capaian"
    ujung = fill(
        "Yang terendah {rendah} dan yang tertinggi {tinggi}; rata-ratanya {rata}.",
        rendah=_persen(hasil, f"{awal}/terendah"),
        tinggi=_persen(hasil, f"{awal}/tertinggi"),
        rata=_persen(hasil, f"{awal}/rata"),
    )
    median = fill(
        "Median capaian {n} instansi adalah {median}{separuh}.",
        n=_bulat(hasil, f"{awal}/jumlah"),
        median=_persen(hasil, f"{awal}/median"),
        separuh=fill(
            "; separuh instansi berada di antara {q1} dan {q3}",
            q1=_persen(hasil, f"{awal}/kuartil_bawah"),
            q3=_persen(hasil, f"{awal}/kuartil_atas"),
        )
        if len(ada) >= SEDIKIT
        else (),
    )
    return join(median, ujung)


def describe_indikator(hasil: HasilDaerah) -> Kalimat:
    """How many indikator could be assessed and reached their target, and which agencies have no rank for want of that."""
    total = hasil.indikator
    if not total.jumlah:
        return ()
    tanpa = hasil.rekap.bercapaian - hasil.rekap.berperingkat
    return join(
        fill(
            "Dari {jumlah} indikator, {dinilai} dapat dinilai dan {tercapai} di antaranya ({porsi}) mencapai atau melampaui "
            "target; {tak} belum dapat dinilai dan tidak ikut dalam rata-rata mana pun."
            if total.tak_dinilai
            else "Seluruh {jumlah} indikator dapat dinilai dan {tercapai} di antaranya ({porsi}) mencapai atau melampaui target.",
            jumlah=_bulat(hasil, "indikator/jumlah"),
            dinilai=_bulat(hasil, "indikator/dinilai"),
            tercapai=_bulat(hasil, "indikator/tercapai"),
            porsi=_persen(hasil, "indikator/porsi"),
            tak=_bulat(hasil, "indikator/tak_dinilai"),
        ),
        fill(
            "{n} tidak diberi peringkat karena kurang dari separuh indikatornya dapat dinilai.",
            n="satu instansi" if tanpa == 1 else f"sebanyak {tanpa} instansi",
        )
        if tanpa
        else (),
    )


def describe_setara(hasil: HasilDaerah) -> Kalimat:
    """That agencies of different kind are not alike, and how many reckon in which way; nothing for a single one."""
    if hasil.rekap.melapor < 2:
        return ()
    if len(hasil.cara_hitung) < 2:
        return write(SETARA)
    butir = [
        fill(
            "{n} instansi memakai {rata} dengan batas {batas}, rumus {metode}, dan skala {skala}",
            n=_bulat(hasil, f"cara_hitung/{c.kode}/instansi"),
            rata=CARA.get(c.rata_instansi, c.rata_instansi),
            batas="tanpa batas" if c.batas_capaian == "tanpa" else f"{c.batas_capaian}%",
            metode=c.metode_min or "bawaan",
            skala=c.skala,
        )
        for c in hasil.cara_hitung
    ]
    return join(
        write(SETARA), fill("Cara menghitungnya pun tidak seragam: {butir}.", butir=list_words(butir, kata="serta"))
    )


def describe_uang(hasil: HasilDaerah) -> Kalimat:
    """The budget of all agencies and how spending spreads."""
    if not hasil.rekap.beranggaran:
        return write("Belum ada instansi yang mempunyai laporan realisasi anggaran.") if hasil.rekap.jumlah else ()
    jumlah = fill(
        "Anggaran {n} instansi berjumlah {pagu} dan terealisasi {realisasi} ({persen}), dengan sisa {sisa}.",
        n=_bulat(hasil, "rekap/beranggaran"),
        pagu=make_run(hasil, "anggaran_total/pagu", "ringkas"),
        realisasi=make_run(hasil, "anggaran_total/realisasi_anggaran", "ringkas"),
        persen=_persen(hasil, "anggaran_total/persen"),
        sisa=make_run(hasil, "anggaran_total/sisa", "ringkas"),
    )
    if hasil.rekap.beranggaran < 2:
        return jumlah
    sebaran = fill(
        "Persentase itu menurut jumlah rupiah, sehingga instansi beranggaran besar paling menentukan; menurut instansi, "
        "median penyerapan adalah {median}, dari {rendah} sampai {tinggi}.",
        median=_persen(hasil, "sebaran/penyerapan/median"),
        rendah=_persen(hasil, "sebaran/penyerapan/terendah"),
        tinggi=_persen(hasil, "sebaran/penyerapan/tertinggi"),
    )
    return join(jumlah, sebaran)


def describe_kode(hasil: HasilDaerah) -> Kalimat:
    """That one code is one row, and what the rows of urusan do not hold."""
    if not hasil.urusan or hasil.rekap.beranggaran < 2:
        return ()
    bersama = sum(p.instansi > 1 for p in hasil.program)
    selisih = hasil.anggaran_total.pagu - sum(u.pagu for u in hasil.urusan)
    return join(
        fill(
            "Kode yang sama pada beberapa instansi dijumlahkan dalam satu baris; {n} dari {semua} program dilaksanakan oleh "
            "lebih dari satu instansi.",
            n=str(bersama),
            semua=str(len(hasil.program)),
        ),
        write(
            "Sebagian anggaran tidak memuat kode urusan, sehingga jumlah menurut urusan tidak sama dengan jumlah seluruhnya."
        )
        if selisih
        else (),
    )


def describe_kuadran_daerah(hasil: HasilDaerah) -> Kalimat:
    """Where the agencies stand in the plane; why not, in a quarter."""
    if not is_setahun(hasil.periode):
        return write(
            "Kuadran dibaca pada akhir tahun: capaian triwulan diukur dari target triwulan, sedangkan penyerapan diukur dari "
            "pagu setahun."
        )
    ada = [k for k in hasil.kuadran if k.instansi]
    if not ada:
        return write("Belum ada instansi yang mempunyai capaian dan anggaran sekaligus.") if hasil.rekap.jumlah else ()
    kata = [" instansi berada", *([""] * (len(ada) - 1))]
    butir = [
        (_bulat(hasil, f"kuadran/{k.kode}/instansi"), Run(teks=f"{awal} di kuadran {k.kode}"))
        for k, awal in zip(ada, kata, strict=True)
    ]
    return fill("Menurut capaian dan penyerapannya, {butir}.", butir=list_words(butir))


def describe_lalu_daerah(hasil: HasilDaerah) -> Kalimat:
    """How many could be compared with last year and which way they moved; why the others could not."""
    lalu = hasil.lalu
    if not hasil.rekap.melapor:
        return ()
    sebab = [
        (kunci, kata)
        for kunci, kata in (
            ("tanpa_lalu", f"tidak mempunyai angka {lalu.tahun}"),
            ("tak_dinilai", "belum dapat dinilai pada salah satu tahun"),
            ("cara_berbeda", "dihitung dengan cara yang berbeda"),
        )
        if getattr(lalu, kunci)
    ]
    butir = [(_bulat(hasil, f"lalu/{k}"), Run(teks=f" {kata}")) for k, kata in sebab]
    lain = fill("Yang tidak dibandingkan: {butir}.", butir=list_words(butir)) if butir else ()
    if not lalu.dibanding:
        return join(write(f"Belum ada instansi yang dapat dibandingkan dengan tahun {lalu.tahun}."), lain)
    return join(_describe_gerak(hasil), lain)


def _describe_gerak(hasil: HasilDaerah) -> Kalimat:
    lalu = hasil.lalu
    if lalu.dibanding == 1:
        satu = next(i for i in hasil.instansi if i.lalu.perubahan is not None)
        return fill(
            "Satu instansi dapat dibandingkan dengan tahun {tahun}: capaian {nama} berubah {ubah}.",
            tahun=str(lalu.tahun),
            nama=satu.nama,
            ubah=make_run(hasil, f"instansi/{satu.kode}/lalu/perubahan", "poin"),
        )
    arah = [k for k in ("naik", "turun", "tetap") if getattr(lalu, k)]
    return fill(
        "Sebanyak {n} instansi dapat dibandingkan dengan tahun {tahun}: {arah}, dengan median perubahan {median}.",
        tahun=str(lalu.tahun),
        n=_bulat(hasil, "lalu/dibanding"),
        arah=list_words([(_bulat(hasil, f"lalu/{k}"), Run(teks=f" {k}")) for k in arah]),
        median=make_run(hasil, "sebaran/perubahan/median", "poin"),
    )


def describe_temuan(hasil: HasilDaerah) -> Kalimat:
    """How many agencies have findings that must be mended, and which is the commonest."""
    if not hasil.rekap.melapor:
        return ()
    wajib = [t for t in hasil.temuan if t.tingkat == "wajib"]
    if not wajib:
        return write("Tidak ada temuan wajib pada instansi yang mempunyai angka.")
    paling = wajib[0]
    return fill(
        "Temuan wajib yang paling banyak dijumpai ialah “{kata}”, pada {n} instansi.",
        kata=paling.kode.removesuffix("-wajib").replace("-", " "),
        n=_bulat(hasil, f"temuan/{paling.kode}/instansi"),
    )


def list_ends(hasil: HasilDaerah, banyak: int) -> tuple[list[InstansiDaerah], list[InstansiDaerah]]:
    """The ranked agencies at the top and at the bottom, that many each at most, none in both."""
    urut = hasil.list_peringkat()
    atas = urut[: min(banyak, -(-len(urut) // 2))]
    return atas, list(reversed(urut[len(atas) :][-banyak:]))
