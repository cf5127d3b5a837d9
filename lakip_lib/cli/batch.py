"""`lakip batch`: all agencies of a year, how far it is while it runs, and at the end what failed, where and what to do."""

import os
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from lakip_lib.batch.gudang import AWALAN, Gudang, is_alamat, list_galat_gudang
from lakip_lib.batch.jalan import Ringkasan, run_batch
from lakip_lib.batch.klaster import count_pekerja, open_klaster
from lakip_lib.batch.kolam import Kolam, open_lokal
from lakip_lib.batch.rencana import choose_instansi
from lakip_lib.batch.ruang import Ruang, RuangGudang
from lakip_lib.batch.tugas import check_sampai
from lakip_lib.cli.batch_layar import KATA, Layar
from lakip_lib.cli.kerja import check_folder
from lakip_lib.cli.layar import build_json, make_console, print_json, print_rinci, show_path, style
from lakip_lib.cli.maju import say_detik
from lakip_lib.delivery.keadaan import TAHAP, Keadaan
from lakip_lib.errors import UsageError
from lakip_lib.galat import PERLU_PERBAIKAN, RUSAK, SALAH_PAKAI, SELESAI
from lakip_lib.settings import LokasiDaerah

GAYA = {SELESAI: "baik", PERLU_PERBAIKAN: "peringatan", SALAH_PAKAI: "wajib", RUSAK: "wajib"}
TITIPAN = 2  # tasks handed out for each worker of a cluster, so that none waits for the next
TAHUN = range(1000, 10_000)  # four digits, as the folders have it (PROMISES §1)
PENJADWAL = re.compile(r"(tcp|tls)://[^/\s]+:\d+")
SALAH_TAHUN = "TAHUN ditulis dengan empat angka, misalnya 2026; yang tertulis: {tahun}."
SALAH_PENJADWAL = "--klaster {alamat} bukan alamat penjadwal Dask. Tulislah misalnya tcp://mesin:8786."
TANPA_EMBER = "Alamat {alamat} belum menyebut embernya. Tulislah misalnya s3://ember/folder."
DIHITUNG = "Letak berkas di atas dihitung dari {akar}."
TAK_ADA = "Folder {akar} tidak ada. Periksa nama dan letaknya."
TAK_TERJANGKAU = (
    "Gudang {alamat} tidak dapat dijangkau. Periksa AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, dan AWS_SECRET_ACCESS_KEY, lalu "
    "jalankan lagi."
)
SALAH_NAMA = (
    "Folder yang namanya tidak dapat dipakai sebagai instansi, sehingga dilewati: {nama}. Ganti namanya menjadi huruf kecil, "
    "angka, dan tanda hubung."
)


def run_daerah(
    tahun: int,
    instansi: Sequence[str],
    *,
    akar: str,
    periode: str,
    sampai: str,
    ulang: bool,
    pekerja: int | None,
    klaster: str | None,
    sebagai_json: bool,
) -> int:
    """Run the batch and show how it ended; 1 if any agency met a fault, else 3 if any has something to mend, else 0."""
    check_tahun(tahun)
    check_sampai(sampai)
    with open_ruang(akar, tahun, periode) as ruang, Layar() as layar:
        pilihan = name_instansi(instansi, ruang.daerah)
        if not is_alamat(akar):
            choose_instansi(ruang.daerah, pilihan)  # what cannot be run leaves nothing behind, not even a lock
        kolam, lebar = choose_kolam(pekerja, klaster)
        ringkasan = run_batch(ruang, kolam, layar, pilihan=pilihan, sampai=sampai, paksa=ulang, lebar=lebar)
        layar.close()
        berkas = list_daerah(ruang.daerah, sampai, akar)
        if sebagai_json:
            print_json(build_ringkasan(ringkasan, berkas))
        else:
            print_ringkasan(ringkasan, berkas, time.monotonic() - layar.awal, akar=akar)
    return ringkasan.kode_keluar


def check_tahun(tahun: int) -> None:
    """UsageError for a year that is not written with four digits."""
    if tahun not in TAHUN:
        raise UsageError(SALAH_TAHUN.format(tahun=tahun))


def name_instansi(instansi: Sequence[str], daerah: LokasiDaerah) -> list[str]:
    """The names of the agencies; their folders, data/raw/<tahun>/<instansi>, may be given as to other commands."""
    return [Path(nama).name if daerah.raw in _list_folder(nama, daerah) else nama for nama in instansi]


def _list_folder(nama: str, daerah: LokasiDaerah) -> list[Path]:
    """The folder that a path lies in, seen from here and from the district's root."""
    return [awal.joinpath(nama).resolve().parent for awal in (Path.cwd(), daerah.akar)]


@contextmanager
def open_ruang(akar: str, tahun: int, periode: str) -> Iterator[Ruang]:
    """Where the district's files are: the folder, or the store at an address, seen through a folder that is gone afterwards."""
    if not is_alamat(akar):
        check_folder(Path(akar))
        if not Path(akar).exists():
            raise UsageError(TAK_ADA.format(akar=akar))
        yield Ruang(LokasiDaerah(Path(akar).resolve(), tahun, periode))
        return
    if not akar.partition("://")[2].strip("/"):
        raise UsageError(TANPA_EMBER.format(alamat=akar))
    with TemporaryDirectory(prefix=AWALAN) as folder:
        try:
            yield RuangGudang(Gudang(akar), LokasiDaerah(Path(folder).resolve(), tahun, periode))
        except list_galat_gudang() as error:
            raise UsageError(TAK_TERJANGKAU.format(alamat=akar)) from error


def choose_kolam(pekerja: int | None, klaster: str | None) -> tuple[Kolam, int]:
    """The workers, and how many agencies are handed out at once: of this machine, or of a cluster."""
    if klaster is None:
        jumlah = (os.cpu_count() or 1) if pekerja is None else pekerja
        if jumlah < 1:
            raise UsageError("--pekerja harus 1 atau lebih.")
        return partial(open_lokal, jumlah), jumlah
    if pekerja is not None:
        raise UsageError("--pekerja hanya untuk mesin ini; pada klaster banyaknya pekerja ditentukan penjadwalnya.")
    if not PENJADWAL.fullmatch(klaster):
        raise UsageError(SALAH_PENJADWAL.format(alamat=klaster))
    return partial(open_klaster, klaster), TITIPAN * count_pekerja(klaster)


def list_daerah(daerah: LokasiDaerah, sampai: str, akar: str) -> list[str]:
    """The district's files that a batch up to this stage stands for, those that are there; of a store by their addresses."""
    rekap = [daerah.halaman, *sorted(daerah.reports.glob("rekap.*"))] if sampai == TAHAP[-1] else []
    ada = [path for path in (*rekap, daerah.log) if path.is_file()]
    if is_alamat(akar):  # the folder here is gone soon
        return [f"{akar.rstrip('/')}/{path.relative_to(daerah.akar).as_posix()}" for path in ada]
    return [str(path) for path in ada]


def build_ringkasan(ringkasan: Ringkasan, berkas: Sequence[str]) -> dict[str, object]:
    """The summary as the object of --json; `dijalankan` names the stages that ran, with their reasons."""
    tahap = {h.instansi: {t.tahap: t.alasan for t in h.tahap} for h in ringkasan.dijalankan}
    baris = [
        {
            "instansi": nama,
            "keadaan": KATA[keadaan.kode_keluar],
            **keadaan.tell(),
            "dijalankan": tahap.get(nama, {}),
        }
        for nama, keadaan in sorted(ringkasan.keadaan.items())
    ]
    pesan = [*_list_salah_nama(ringkasan), *(ringkasan.rekap.keadaan.pesan if ringkasan.rekap else ())]
    return build_json("batch", ringkasan.kode_keluar, instansi=baris, pesan=pesan, berkas=list(berkas))


def print_ringkasan(ringkasan: Ringkasan, berkas: Sequence[str], detik: float, *, akar: str) -> None:
    """Who needs something, and what, the gravest first; then where to read on, and how many of each state."""
    console = make_console()
    perlu = [(n, k) for n, k in ringkasan.keadaan.items() if k.kode_keluar != SELESAI]
    for nama, keadaan in sorted(perlu, key=lambda n: (-_rank(n[1]), n[0])):
        kode = keadaan.kode_keluar
        console.print(style(nama, "judul").append(": ", "").append(KATA[kode], GAYA[kode]))
        print_rinci(console, [f"  {baris}" for kalimat in keadaan.pesan for baris in kalimat.splitlines()])
    if perlu:
        if is_elsewhere(akar):
            print_rinci(console, [DIHITUNG.format(akar=akar)])
        console.print()
    for kalimat in _list_salah_nama(ringkasan):
        console.print(style(kalimat, "wajib"))
    if ringkasan.rekap is not None and ringkasan.rekap.keadaan.pesan:
        console.print(style("Rekap daerah: ", "wajib").append("\n".join(ringkasan.rekap.keadaan.pesan), ""))
    if berkas:
        console.print(style("Untuk seluruh daerah:", "judul"))
    for path in berkas:  # one a line, never broken
        jalan = path if is_alamat(akar) else show_path(Path(path))
        console.print(style("  ").append(jalan, "aksen"), soft_wrap=True)
    console.print(style(describe_jumlah(ringkasan, detik)))


def is_elsewhere(akar: str) -> bool:
    """Whether the district's root is another than the folder that the command was typed in."""
    return is_alamat(akar) or Path(akar).resolve() != Path.cwd()


def _rank(keadaan: Keadaan) -> int:
    return list(KATA).index(keadaan.kode_keluar)


def _list_salah_nama(ringkasan: Ringkasan) -> list[str]:
    nama = ringkasan.salah_nama
    return [SALAH_NAMA.format(nama=", ".join(nama))] if nama else []


def describe_jumlah(ringkasan: Ringkasan, detik: float) -> str:
    """How many agencies ended in each state, how many were run, and how long it took."""
    jumlah = Counter[int](keadaan.kode_keluar for keadaan in ringkasan.keadaan.values())
    bagian = ", ".join(f"{jumlah[kode]} {kata}" for kode, kata in KATA.items() if jumlah[kode])
    dijalankan = len(ringkasan.dijalankan)
    sisa = len(ringkasan.keadaan) - dijalankan
    return f"{len(ringkasan.keadaan)} instansi: {bagian}. {dijalankan} dikerjakan, {sisa} tidak berubah; {say_detik(detik)}."
