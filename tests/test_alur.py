"""The procedure's ground floor: working time, the ledger, the states, the register of letters."""

import multiprocessing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.alur.buku import BukuAlur, append_entri, check_baris, hold_lock, read_buku_alur, split_baris
from lakip_lib.alur.entri import Entri, format_sidik
from lakip_lib.alur.jam import get_zona
from lakip_lib.alur.kalender import Kalender, parse_libur
from lakip_lib.alur.keadaan import (
    BELUM_LENGKAP,
    LENGKAP,
    LOLOS,
    MENUNGGU_TTD,
    PERLU_PERBAIKAN,
    SELESAI,
    TERTANDA,
    Keadaan,
    Tahap,
    advance,
    check_peran,
)
from lakip_lib.alur.langkah import LANGKAH, PERAN_SOP, SEMUA, get_langkah
from lakip_lib.alur.register import find_berlaku, give_nomor, read_register, void_nomor
from lakip_lib.alur.tempo import format_menit, list_tempo, plan_langkah, sum_langkah
from lakip_lib.errors import AlurError, LakipError, UsageError
from lakip_lib.settings import Instansi

WIB = get_zona("WIB")
LIBUR = {date(2026, 1, 1): "Tahun Baru", date(2026, 1, 16): "Isra Mikraj"}


def jam(teks: str) -> datetime:
    """ "2026-01-05 08:00" in WIB."""
    return datetime.fromisoformat(teks).replace(tzinfo=WIB)


def make_kalender() -> Kalender:
    from datetime import time

    return Kalender(
        WIB,
        ((time(7, 30), time(12)), (time(13), time(16))),
        ((time(7, 30), time(11, 30)), (time(13), time(16, 30))),
        LIBUR,
    )


KALENDER = make_kalender()


# Working time. 2026-01-05 is a Monday; the 9th a Friday; the 16th (a Friday) is a holiday.
@pytest.mark.parametrize(
    ("awal", "akhir", "menit"),
    [
        ("2026-01-05 08:00", "2026-01-05 08:10", 10),
        ("2026-01-05 11:50", "2026-01-05 13:10", 20),  # over the noon rest
        ("2026-01-05 15:55", "2026-01-06 07:40", 15),  # over the night
        ("2026-01-09 16:25", "2026-01-12 07:35", 10),  # over a weekend
        ("2026-01-15 15:30", "2026-01-19 08:00", 60),  # over a holiday and the weekend behind it
        ("2026-01-05 07:30", "2026-01-06 07:30", 450),  # a whole day is 7,5 hours
        ("2026-01-09 07:30", "2026-01-10 09:00", 450),  # so is a Friday
        ("2026-01-10 09:00", "2026-01-11 12:00", 0),
        ("2026-01-05 09:00", "2026-01-05 08:00", 0),
    ],
)
def test_only_office_hours_count(awal: str, akhir: str, menit: int) -> None:
    assert KALENDER.count_menit(jam(awal), jam(akhir)) == menit


SAAT = st.datetimes(datetime(2026, 1, 1), datetime(2026, 2, 1)).map(lambda d: d.replace(tzinfo=WIB))


@given(st.lists(SAAT, min_size=3, max_size=3))
def test_parts_add_up_to_the_whole(saat: list[datetime]) -> None:
    a, b, c = sorted(saat)
    assert KALENDER.count_menit(a, b) + KALENDER.count_menit(b, c) == KALENDER.count_menit(a, c)


@given(SAAT, st.integers(1, 4000))
def test_adding_minutes_is_counting_backwards(awal: datetime, menit: int) -> None:
    awal = awal.replace(second=0, microsecond=0)
    assert KALENDER.count_menit(awal, KALENDER.add_menit(awal, menit)) == menit


def test_another_zone_is_the_same_moment() -> None:
    wit = get_zona("WIT")
    assert KALENDER.count_menit(jam("2026-01-05 08:00"), datetime(2026, 1, 5, 11, 0, tzinfo=wit)) == 60


def test_late_days_are_working_days() -> None:
    assert KALENDER.count_hari(date(2026, 1, 14), date(2026, 1, 19)) == 2  # Thursday and Monday
    assert KALENDER.count_hari(date(2026, 1, 19), date(2026, 1, 14)) == 0


def test_a_list_of_holidays_with_faults_names_every_line() -> None:
    with pytest.raises(UsageError, match="baris 2: 'besok'") as caught:
        parse_libur(b"tanggal,keterangan\nbesok,Libur\n2026-01-01,Tahun Baru\n31 Februari 2026,?\n")
    assert "baris 4" in str(caught.value)


def test_a_list_of_holidays_needs_its_columns() -> None:
    with pytest.raises(UsageError, match="kolom tanggal dan keterangan"):
        parse_libur(b"hari,nama\n2026-01-01,x\n")


# The ledger.
def make_entri(langkah: str = "mulai", *, waktu: str = "2026-01-05T08:00:00+07:00", hasil: str = SELESAI) -> Entri:
    peran = get_langkah(langkah).pelaku[0]
    return Entri(0, "dinas", 2025, langkah, hasil, peran, "Nama (contoh)", waktu, waktu)


def write_buku(folder: Path, *langkah: str) -> BukuAlur:
    buku = BukuAlur()
    for n, nama in enumerate(langkah):
        buku = append_entri(folder, buku, make_entri(nama, waktu=f"2026-01-05T08:{n:02d}:00+07:00"))
    return buku


def read(folder: Path) -> BukuAlur:
    return read_buku_alur(folder, instansi="dinas", tahun=2025)


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    buku = write_buku(tmp_path, "mulai", "formulir", "sebar")
    assert read(tmp_path) == buku
    assert [e.nomor for e in buku.entri] == [1, 2, 3]
    assert buku.entri[2].lalu == buku.entri[1].sidik


def test_each_flipped_byte_names_an_entry(tmp_path: Path) -> None:
    write_buku(tmp_path, "mulai", "formulir", "sebar")
    path = tmp_path / "alur.jsonl"
    asli = path.read_bytes()
    for n in range(len(asli)):
        for bit in (0x01, 0x20, 0x80):
            rusak = asli[:n] + bytes([asli[n] ^ bit]) + asli[n + 1 :]
            salah = check_baris(split_baris(rusak), instansi="dinas", tahun=2025)
            assert salah, (n, bit)
            assert salah[0].startswith("entri ")


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (lambda b: b[1:], "bernomor 2"),  # the head cut off
        (lambda b: [b[0], b[2]], "bernomor 3"),  # one taken out
        (lambda b: [b[0], b[2], b[1]], "bernomor 3"),  # swapped
        (lambda b: [*b, b[2]], "bernomor 3"),  # copied
        (lambda b: [*b[:2], b[2][:40]], "terpotong"),
        (lambda b: [*b, ""], "terpotong"),
        (lambda b: [*b, '{"nomor":4}'], "bukan catatan"),
    ],
)
def test_a_ledger_that_was_edited_is_refused(tmp_path: Path, ubah: object, kata: str) -> None:
    write_buku(tmp_path, "mulai", "formulir", "sebar")
    path = tmp_path / "alur.jsonl"
    baris = ubah(path.read_text("utf-8").splitlines())  # type: ignore[operator]
    path.write_text("\n".join(baris) + "\n", "utf-8")
    with pytest.raises(AlurError, match=kata):
        read(tmp_path)


def test_an_edited_entry_with_a_new_hash_no_longer_fits_the_next(tmp_path: Path) -> None:
    from dataclasses import asdict

    from lakip_lib.alur.entri import dump_baris, seal

    buku = write_buku(tmp_path, "mulai", "formulir", "sebar")
    palsu = seal(replace(buku.entri[1], nama="Orang lain"))
    baris = [dump_baris(asdict(e)) for e in (buku.entri[0], palsu, buku.entri[2])]
    assert check_baris(baris, instansi="dinas", tahun=2025) == ["entri 3: tidak menyambung pada entri sebelumnya"]


def test_a_ledger_of_another_agency_is_told_so(tmp_path: Path) -> None:
    write_buku(tmp_path, "mulai")
    with pytest.raises(AlurError, match="milik dinas tahun 2025, bukan badan tahun 2025"):
        read_buku_alur(tmp_path, instansi="badan", tahun=2025)


def test_time_may_not_run_backwards(tmp_path: Path) -> None:
    buku = append_entri(tmp_path, BukuAlur(), make_entri(waktu="2026-01-05T09:00:00+07:00"))
    append_entri(tmp_path, buku, make_entri("formulir", waktu="2026-01-05T08:00:00+07:00"))
    with pytest.raises(AlurError, match="entri 2: waktunya mendahului"):
        read(tmp_path)


def test_an_entry_is_never_written_over_another_ledger(tmp_path: Path) -> None:
    buku = write_buku(tmp_path, "mulai")
    append_entri(tmp_path, buku, make_entri("formulir"))
    with pytest.raises(LakipError, match="must be the ledger that was read"):
        append_entri(tmp_path, buku, make_entri("formulir"))


def write_many(folder: Path, jumlah: int) -> None:
    for _ in range(jumlah):
        with hold_lock(folder):
            append_entri(folder, read(folder), make_entri("formulir"))


def test_two_people_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    konteks = multiprocessing.get_context("spawn")
    orang = [konteks.Process(target=write_many, args=(tmp_path, 8)) for _ in range(3)]
    for satu in orang:
        satu.start()
    for satu in orang:
        satu.join()
    assert [satu.exitcode for satu in orang] == [0, 0, 0]
    assert [e.nomor for e in read(tmp_path).entri] == list(range(1, 25))


def test_a_ledger_that_is_held_is_told_so(tmp_path: Path) -> None:
    with hold_lock(tmp_path), pytest.raises(AlurError, match="sedang menulis"), hold_lock(tmp_path, tunggu=0):
        pass


# States and steps: who may do what when. The table is the oracle, one row a state, "x" where the command may follow.
MATRIKS = """
                                  mulai formulir sebar himpun analisis susun koreksi ajukan setujui surat arsip tolak
belum dibuka                        x      -       -     -       -       -      -      -       -      -     -     -
diperintahkan                       -      x       -     -       -       -      -      -       -      -     -     -
format siap                         -      x       x     -       -       -      -      -       -      -     -     -
formulir tersebar                   -      x       x     x       -       -      -      -       -      -     -     -
isian terhimpun                     -      x       -     x       x       -      -      -       -      -     -     -
dianalisis                          -      -       -     x       x       x      -      -       -      -     -     -
tersusun                            -      -       -     x       x       x      x      -       -      -     -     -
dikoreksi                           -      -       -     x       x       x      x      x       -      -     -     -
diajukan                            -      -       -     -       -       x      -      -       x      -     -     x
ditolak                             -      -       -     x       x       x      x      -       -      -     -     -
disetujui, menunggu tanda tangan    -      -       -     -       -       -      -      -       x      -     -     x
ditandatangani                      -      -       -     -       -       -      -      -       -      x     -     -
bersurat pengantar                  -      -       -     -       -       -      -      -       -      x     x     -
diarsipkan                          -      -       -     -       -       -      -      -       -      -     x     -
"""


def list_matriks() -> list[tuple[Tahap, str, bool]]:
    kepala, *baris = MATRIKS.strip().splitlines()
    hasil = []
    for satu in baris:
        (*nama,) = satu.split()
        tanda = nama[-len(SEMUA) :]
        tahap = Tahap(" ".join(nama[: -len(SEMUA)]))
        hasil += [(tahap, perintah, isi == "x") for perintah, isi in zip(kepala.split(), tanda, strict=True)]
    return hasil


def test_the_table_covers_every_pair() -> None:
    pasangan = {(tahap, perintah) for tahap, perintah, _ in list_matriks()}
    assert pasangan == {(tahap, perintah) for tahap in Tahap for perintah in SEMUA}


@pytest.mark.parametrize(("tahap", "perintah", "boleh"), list_matriks())
def test_each_step_follows_only_where_the_sop_allows(tahap: Tahap, perintah: str, boleh: bool) -> None:
    keadaan = Keadaan(tahap, draf=1)
    if boleh:
        keadaan.check_boleh(perintah)
        return
    with pytest.raises(UsageError) as caught:
        keadaan.check_boleh(perintah)
    pesan = str(caught.value)
    assert f"Langkah {get_langkah(perintah).nomor} ({perintah})" in pesan
    if tahap is Tahap.DIARSIPKAN:
        assert "diarsipkan" in pesan
    else:
        assert any(siapa in pesan for siapa in PERAN_SOP.values())
        assert "lakip " in pesan


def run(*langkah: tuple[str, str]) -> Keadaan:
    keadaan = Keadaan()
    for nama, hasil in langkah:
        keadaan.check_boleh(nama)
        keadaan = advance(keadaan, make_entri(nama, hasil=hasil))
    return keadaan


SAMPAI_SUSUN = (
    ("mulai", SELESAI), ("formulir", SELESAI), ("sebar", SELESAI), ("himpun", BELUM_LENGKAP), ("himpun", LENGKAP),
    ("analisis", SELESAI), ("susun", SELESAI),
)  # fmt: skip


def test_a_form_that_is_missing_keeps_the_collection_open() -> None:
    assert run(*SAMPAI_SUSUN[:4]).tahap is Tahap.TERSEBAR


def test_a_rejection_goes_back_with_the_next_version() -> None:
    ajuan = (*SAMPAI_SUSUN, ("koreksi", PERLU_PERBAIKAN), ("susun", SELESAI), ("koreksi", LOLOS), ("ajukan", SELESAI))
    keadaan = run(*ajuan, ("tolak", SELESAI))
    assert (keadaan.tahap, keadaan.putaran, keadaan.versi, keadaan.versi_berikut) == (Tahap.DITOLAK, 2, "", "2.1")
    assert "Sekretaris" in keadaan.describe_terutang()
    assert run(*ajuan).versi == "1.2"
    assert run(*ajuan, ("tolak", SELESAI), ("koreksi", PERLU_PERBAIKAN)).tahap is Tahap.DITOLAK


def test_the_final_build_of_what_was_handed_in_keeps_its_version() -> None:
    keadaan = run(*SAMPAI_SUSUN, ("koreksi", LOLOS), ("ajukan", SELESAI), ("susun", SELESAI))
    assert (keadaan.tahap, keadaan.versi) == (Tahap.DIAJUKAN, "1.1")


def test_a_report_that_waits_for_its_signature_gets_no_letter() -> None:
    sampai = (*SAMPAI_SUSUN, ("koreksi", LOLOS), ("ajukan", SELESAI), ("setujui", MENUNGGU_TTD))
    with pytest.raises(UsageError, match="menunggu tanda tangan"):
        run(*sampai, ("surat", SELESAI))
    assert run(*sampai, ("setujui", TERTANDA), ("surat", SELESAI), ("arsip", SELESAI)).tahap is Tahap.DIARSIPKAN


def test_milestones_do_not_move_the_state() -> None:
    keadaan = run(*SAMPAI_SUSUN)
    assert advance(keadaan, replace(make_entri(), langkah="tonggak")) == keadaan


@pytest.mark.parametrize("perintah", SEMUA)
def test_a_step_is_done_by_the_roles_of_the_sop(perintah: str) -> None:
    for peran in PERAN_SOP:
        if peran in get_langkah(perintah).pelaku:
            check_peran(perintah, peran)
        else:
            with pytest.raises(UsageError, match=f"Langkah {get_langkah(perintah).nomor}"):
                check_peran(perintah, peran)


def test_the_sop_takes_eight_days_and_515_minutes() -> None:
    assert sum(langkah.batas_menit for langkah in LANGKAH.values()) == 8 * 450 + 515


# The story in working time.
def test_the_story_is_right_to_the_minute() -> None:
    waktu = {
        "mulai": "2026-01-05T08:00:00+07:00",
        "formulir": "2026-01-05T10:30:20+07:00",
        "sebar": "2026-01-05T13:30:00+07:00",
    }
    buku = BukuAlur(tuple(make_entri(nama, waktu=w) for nama, w in waktu.items()))
    tempo = list_tempo(buku, KALENDER, sekarang=jam("2026-01-06 08:00"))
    assert [(t.langkah.perintah, t.menit, t.is_lewat) for t in tempo] == [
        ("mulai", 0, False),
        ("formulir", 150, True),
        ("sebar", 120, True),
        ("himpun", 180, False),
    ]
    assert tempo[-1].selesai is None


def test_waiting_for_a_unit_is_not_held_against_the_staff() -> None:
    kirim = make_entri("sebar", waktu="2026-01-05T08:00:00+07:00")
    himpun = replace(
        make_entri("himpun", waktu="2026-01-08T10:00:00+07:00", hasil=LENGKAP),
        isi={"terima": {"A": "2026-01-06T08:00:00+07:00", "B": "2026-01-08T08:00:00+07:00"}},
    )
    terakhir = list_tempo(BukuAlur((make_entri(), kirim, himpun)), KALENDER)[-1]
    assert (terakhir.menit, terakhir.menunggu, terakhir.dihitung) == (3 * 450 + 120, 3 * 450, 120)
    assert sum_langkah([terakhir]) == {"himpun": (1470, 120)}


def test_a_collection_that_stays_open_is_waiting() -> None:
    himpun = replace(
        make_entri("himpun", waktu="2026-01-06T08:00:00+07:00", hasil=BELUM_LENGKAP),
        isi={"terima": {"A": "2026-01-05T08:00:00+07:00"}},
    )
    tempo = list_tempo(BukuAlur((make_entri(), himpun)), KALENDER)[-1]
    assert (tempo.menit, tempo.dihitung) == (450, 0)


def test_the_final_build_of_what_was_handed_in_is_not_held_against_the_kadis() -> None:
    langkah = ("mulai", "formulir", "sebar", "himpun", "analisis", "susun", "koreksi", "ajukan", "susun", "setujui")
    hasil = {"himpun": LENGKAP, "koreksi": LOLOS, "setujui": MENUNGGU_TTD}
    entri = [
        make_entri(nama, waktu=f"2026-01-05T08:{n:02d}:00+07:00", hasil=hasil.get(nama, SELESAI))
        for n, nama in enumerate(langkah)
    ]
    entri.append(make_entri("setujui", waktu="2026-01-05T09:30:00+07:00", hasil=TERTANDA))
    tempo = list_tempo(BukuAlur(tuple(entri)), KALENDER)
    assert [t.langkah.perintah for t in tempo[-3:]] == ["susun", "setujui", "setujui"]
    assert [t.dihitung for t in tempo[-3:]] == [1, 1, 0]  # waiting for the signature is nobody's delay


def test_the_plan_follows_the_limits_and_the_due_date() -> None:
    rencana = {
        x.perintah: (a, b) for x, a, b in plan_langkah(jam("2026-01-05 08:00"), jam("2026-01-14 16:00"), KALENDER)
    }
    assert rencana["mulai"] == (jam("2026-01-05 08:00"), jam("2026-01-05 08:10"))
    assert rencana["sebar"][1] == jam("2026-01-05 11:10")
    assert rencana["himpun"] == (jam("2026-01-14 16:00"), jam("2026-01-15 10:30"))
    assert rencana["analisis"][1] - rencana["analisis"][0] > timedelta(days=5)


def test_minutes_are_told_in_office_days() -> None:
    assert format_menit(8 * 450 + 515) == "9 hari 1 jam 5 menit"


# The register of letters.
def make_settings(pola: str = "{klasifikasi}/{urut}/{kode_unit}") -> Instansi:
    return Instansi.model_validate(
        {
            "instansi": {"kode": "dinas", "nama": "Dinas", "pemda": "Kabupaten Contoh"},
            "periode": {
                "tahun": 2025, "renstra_awal": 2021, "renstra_akhir": 2026,
                "tenggat": date(2026, 1, 14), "tanggal_dokumen": date(2026, 2, 2),
            },
            "surat": {"kode_unit": "KOMINFO", "pola": pola},
        }
    )  # fmt: skip


def give(folder: Path, kunci: str, settings: Instansi | None = None) -> str:
    isi = {"tanggal": "2026-02-02", "hal": "Pengantar", "tujuan": "Bupati"}
    return give_nomor(folder, settings or make_settings(), kunci=kunci, **isi).nomor


def test_the_same_letter_keeps_its_number(tmp_path: Path) -> None:
    assert [give(tmp_path, k) for k in "aba"] == ["000.8.6.3/1/KOMINFO", "000.8.6.3/2/KOMINFO", "000.8.6.3/1/KOMINFO"]


def test_a_void_number_stays_and_is_not_given_again(tmp_path: Path) -> None:
    give(tmp_path, "a")
    assert void_nomor(tmp_path, kunci="a", tanggal="2026-02-03", alasan="salah alamat") is not None
    assert give(tmp_path, "a") == "000.8.6.3/2/KOMINFO"
    assert [(c.urut, c.status, c.alasan) for c in read_register(tmp_path)] == [
        (1, "terpakai", ""),
        (1, "batal", "salah alamat"),
        (2, "terpakai", ""),
    ]


def test_a_letter_without_a_number_has_none_to_take_back(tmp_path: Path) -> None:
    assert void_nomor(tmp_path, kunci="a", tanggal="2026-02-03", alasan="x") is None
    assert find_berlaku(read_register(tmp_path), "a") is None


def test_a_pattern_that_repeats_a_number_is_refused(tmp_path: Path) -> None:
    satu, dua = (make_settings(pola) for pola in ("1{urut}", "{urut}"))
    give(tmp_path, "a", satu)
    for n in range(9):
        give(tmp_path, f"b{n}", satu)
    with pytest.raises(UsageError, match="sudah terpakai"):  # 11 again
        give(tmp_path, "c", dua)


def give_many(folder: Path, orang: int) -> None:
    for n in range(6):
        with hold_lock(folder):
            give(folder, f"{orang}-{n}")


def test_no_number_is_given_twice_or_left_out_under_concurrent_runs(tmp_path: Path) -> None:
    konteks = multiprocessing.get_context("spawn")
    orang = [konteks.Process(target=give_many, args=(tmp_path, n)) for n in range(3)]
    for satu in orang:
        satu.start()
    for satu in orang:
        satu.join()
    assert [c.urut for c in read_register(tmp_path)] == list(range(1, 19))


def test_each_flipped_byte_of_the_register_is_found(tmp_path: Path) -> None:
    give(tmp_path, "a")
    give(tmp_path, "b")
    path = tmp_path / "surat.jsonl"
    asli = path.read_bytes()
    for n in range(len(asli)):
        path.write_bytes(asli[:n] + bytes([asli[n] ^ 1]) + asli[n + 1 :])
        with pytest.raises(AlurError, match="baris"):
            read_register(tmp_path)


def test_a_hash_is_printed_short() -> None:
    assert format_sidik("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
