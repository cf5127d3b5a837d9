"""Pocket calculator and red pen: recompute printed rows and compare (PROMISES §7, `lakip hitung`)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks, detect_desimal, parse_angka, round_half_up
from lakip_lib.istilah import Alasan, Arah, Metode
from lakip_lib.measures.rumus import Capaian, Nilai, choose_metode, compute_capaian
from lakip_lib.measures.rumus.bacaan import read_nilai
from lakip_lib.measures.skala import Skala, get_skala, status

KOLOM_WAJIB = ("indikator", "target", "realisasi")
KOLOM_HASIL = ("capaian_hitung", "kategori", "status", "alasan", "cocok")
YA, DIPOTONG, TIDAK, TAK_DIBANDING = "ya", "dipotong", "tidak", "-"
BATAS_LAZIM = (Fraction(100), Fraction(120))
METODE_DARI_ARAH = {Arah.MAX: {Metode.MAX}, Arah.MIN: {Metode.MIN_A, Metode.MIN_B}, Arah.STABIL: {Metode.STAB}}
KATA_ARAH = {
    Arah.MAX: ("max", "maks", "maksimal", "maximize", "maksimalkan", "positif", "naik", "makin tinggi makin baik"),
    Arah.MIN: ("min", "minimal", "minimize", "minimalkan", "negatif", "turun", "makin rendah makin baik"),
    Arah.STABIL: ("stabil", "stabilize", "stab", "makin dekat target makin baik"),
}
_PENYEBUT = re.compile(r"(?:/|\bper)\s?(1[0.]+)(?![0-9.,])")
RUMUS_LAIN = {
    Metode.MAX: "MAX (R/T × 100)",
    Metode.MIN_A: "MIN-A ((2T − R)/T × 100)",
    Metode.MIN_B: "MIN-B (T/R × 100)",
}
TAK_TERBACA = {Alasan.BUKAN_ANGKA, Alasan.HURUF_TAK_DIKENAL, Alasan.AMBIGU}
Baris = dict[str, str]
Pasangan = tuple[Nilai, Nilai]


def hitung_rows(
    rows: Sequence[Mapping[str, str | None]],
    *,
    metode: str | None = None,
    batas: Decimal | Fraction | int | None = 120,
    skala: Skala | str = "permendagri-86",
) -> list[Baris]:
    """The rows with capaian_hitung (two digits, dot, no floor or cap), kategori, status, alasan and cocok.

    Columns are found by name without regard to case; `metode` serves rows that name none and whose arah it fits;
    `batas` is a cap to look for in printed figures beside 100 and 120. `alasan` holds the code of a missing figure or,
    with cocok "tidak", the practice that gives the printed one, or says that a row's arah or metode is unknown.
    UsageError when a required column is missing or `metode` is unknown.
    """
    bersih = [_normalise(row) for row in rows]
    missing = [k for k in KOLOM_WAJIB if bersih and any(k not in row for row in bersih)]
    if missing:
        raise UsageError(f"Tabel harus memiliki kolom {', '.join(KOLOM_WAJIB)}; tidak ditemukan: {', '.join(missing)}.")
    bawaan = parse_metode(metode) if metode else None
    if metode and bawaan is None:
        raise UsageError(f"Metode {metode!r} tidak dikenal; pilihannya: {', '.join(Metode)}.")
    rating = get_skala(skala) if isinstance(skala, str) else skala
    tanda = _detect_signs(bersih)
    caps = sorted({*BATAS_LAZIM, *([Fraction(batas)] if batas is not None else [])})
    hasil = [_hitung(row, bawaan, tanda, caps, rating) for row in bersih]
    return [{**{k: v or "" for k, v in row.items()}, **added} for row, added in zip(rows, hasil, strict=True)]


def parse_arah(teks: str) -> Arah | None:
    """The arah named by a code or label ("max", "minimize", "makin rendah makin baik"), None when unknown or blank."""
    kata = clean_teks(teks).casefold().replace("semakin", "makin")
    return next((arah for arah, words in KATA_ARAH.items() if kata in words), None)


def parse_metode(teks: str) -> Metode | None:
    """The metode of a code in any case ("MIN-A", "min_a"), None when unknown or blank."""
    kode = clean_teks(teks).upper().replace("_", "-").replace(" ", "-")
    return Metode(kode) if kode in set(Metode) else None


def compare_tercetak(teks: str, mentah: Fraction, desimal: str | None = None) -> str:
    """ "ya": the text is `mentah` rounded half-up to its digits; "dipotong": cut off there; "tidak"; "-": no figure.

    >>> compare_tercetak("666,66%", Fraction(2000, 3)), compare_tercetak("667", Fraction(2000, 3))
    ('dipotong', 'ya')
    """
    angka = parse_angka(teks, desimal_kolom=desimal)
    bacaan = angka.alternatif if angka.nilai is None else (angka.nilai,)
    if not bacaan:
        return TAK_DIBANDING
    if any(b == round_half_up(mentah, _digits(b)) for b in bacaan):
        return YA
    return DIPOTONG if any(b == _truncate(mentah, _digits(b)) for b in bacaan) else TIDAK


def _normalise(row: Mapping[str, str | None]) -> Baris:
    return {clean_teks(k).casefold(): clean_teks(v or "") for k, v in row.items() if k is not None}


def _detect_signs(rows: Iterable[Baris]) -> dict[str, str | None]:
    """The decimal sign of the columns target, realisasi and capaian: their own, else that of the table."""
    kolom = {k: [row.get(k, "") for row in rows] for k in ("target", "realisasi", "capaian")}
    tabel = detect_desimal(teks for texts in kolom.values() for teks in texts)
    return {k: detect_desimal(texts) or tabel for k, texts in kolom.items()}


def _hitung(
    row: Baris, bawaan: Metode | None, tanda: dict[str, str | None], caps: list[Fraction], skala: Skala
) -> Baris:
    tanda = {k: v or detect_desimal(row.get(n, "") for n in tanda) for k, v in tanda.items()}
    arah, declared = _choose_arah(row, bawaan)
    capaian, pair = _compute_row(row, arah, declared, tanda)
    mentah = capaian.mentah
    cocok = TAK_DIBANDING if mentah is None else compare_tercetak(row.get("capaian", ""), mentah, tanda["capaian"])
    praktik = _find_praktik(row["capaian"], capaian, pair, arah, caps) if cocok == TIDAK and pair else ""
    catatan = "; ".join(filter(None, [*_list_tak_dikenal(row, arah, capaian.metode), praktik]))
    return {
        "capaian_hitung": "" if mentah is None else format(round_half_up(mentah, 2), "f"),
        "kategori": skala.kategori(mentah) or "",
        "status": str(status(mentah)),
        "alasan": str(capaian.alasan or catatan),
        "cocok": cocok,
    }


def _choose_arah(row: Baris, bawaan: Metode | None) -> tuple[Arah, Metode | None]:
    """The row's arah (by its metode, else max, where none is named) and its declared metode."""
    metode = parse_metode(row.get("metode", ""))
    arah = parse_arah(row.get("arah", ""))
    dari_metode = next((a for a, m in METODE_DARI_ARAH.items() if (metode or bawaan) in m), Arah.MAX)
    arah = arah or dari_metode
    fits = bawaan is not None and (bawaan in METODE_DARI_ARAH[arah] or bawaan in {Metode.BIN, Metode.ORD})
    return arah, metode or (bawaan if fits else None)


def _list_tak_dikenal(row: Baris, arah: Arah, metode: Metode) -> list[str]:
    """What the row says of arah and metode that is in no table of words, and what was taken instead."""
    words = []
    if row.get("arah") and parse_arah(row["arah"]) is None:
        words.append(f'arah "{row["arah"]}" tidak dikenal, dihitung sebagai {arah}')
    if row.get("metode") and parse_metode(row["metode"]) is None:
        words.append(f'metode "{row["metode"]}" tidak dikenal, dihitung dengan {metode}')
    return words


def _compute_row(
    row: Baris, arah: Arah, declared: Metode | None, tanda: dict[str, str | None]
) -> tuple[Capaian, Pasangan | None]:
    """The capaian that all readings of the row agree on, with one pair read; `ambigu` where they differ."""
    found: dict[Fraction | Alasan | None, tuple[Capaian, Pasangan | None]] = {}
    for target, realisasi in _read_pairs(row, tanda):
        t = target if isinstance(target, Nilai) else None
        metode = choose_metode(arah, declared, t, row.get("satuan", ""))
        capaian = compute_capaian(metode, t, realisasi, arah=arah)
        if isinstance(target, Alasan) and target in TAK_TERBACA:
            capaian = Capaian(metode, None, target)
        pair = (t, realisasi) if t is not None and isinstance(realisasi, Nilai) else None
        found.setdefault(capaian.mentah if capaian.mentah is not None else capaian.alasan, (capaian, pair))
    if len(found) > 1:
        return Capaian(next(iter(found.values()))[0].metode, None, Alasan.AMBIGU), None
    return next(iter(found.values()))


def _read_pairs(row: Baris, tanda: dict[str, str | None]) -> Iterator[tuple[Nilai | Alasan, Nilai | Alasan]]:
    """Target and realisasi as read; where a number is doubtful, once with each decimal sign for both cells."""
    pair = [read_nilai(row[k], tanda[k]) for k in ("target", "realisasi")]
    penyebut = {"".join(p.split(".")) for k in ("target", "realisasi") for p in _PENYEBUT.findall(row[k])}
    if len(penyebut) > 1:  # "23/1000" against "12/100.000": which of the two is meant must be asked
        yield pair[0], Alasan.AMBIGU
        return
    if Alasan.AMBIGU not in pair:
        yield pair[0], pair[1]
        return
    for sign in ("koma", "titik"):
        yield (
            read_nilai(row["target"], tanda["target"] or sign),
            read_nilai(row["realisasi"], tanda["realisasi"] or sign),
        )


def _find_praktik(tercetak: str, capaian: Capaian, pair: Pasangan, arah: Arah, caps: list[Fraction]) -> str:
    """The practice that would give the printed figure, in Indonesian, or "" when none is known."""
    mentah = capaian.mentah
    assert mentah is not None  # a figure was compared
    cap = next((b for b in caps if mentah > b and compare_tercetak(tercetak, b) == YA), None)
    if cap is not None:
        return f"angka tercetak adalah capaian yang dibatasi {cap} persen"
    if mentah < 0 and compare_tercetak(tercetak, Fraction(0)) == YA:
        return "angka tercetak adalah capaian negatif yang dijadikan nol"
    for metode, nama in RUMUS_LAIN.items():
        lain = compute_capaian(metode, *pair, arah=arah)
        if lain.mentah is None or lain.mentah == mentah:
            continue
        if compare_tercetak(tercetak, lain.mentah) in {YA, DIPOTONG}:
            return f"angka tercetak sesuai rumus {nama}, sedangkan arah {arah} dihitung dengan {capaian.metode}"
    if mentah and compare_tercetak(tercetak, mentah / 100) in {YA, DIPOTONG} and _digits_tercetak(tercetak):
        return "angka tercetak adalah rasio yang belum dikalikan 100"
    return ""


def _digits_tercetak(teks: str) -> int:
    angka = parse_angka(teks)
    return max(map(_digits, angka.alternatif), default=0) if angka.nilai is None else _digits(angka.nilai)


def _digits(x: Decimal) -> int:
    eksponen = x.as_tuple().exponent
    return max(-eksponen, 0) if isinstance(eksponen, int) else 0


def _truncate(x: Fraction, digits: int) -> Decimal:
    return round_half_up(Fraction(int(x * 10**digits), 10**digits), digits)
