"""The two colour schemes of the HTML page, and the contrast that WCAG 2 asks of text."""

TERANG = {
    "kertas": "#FFFFFF",
    "latar": "#F6F8FA",
    "tinta": "#1B2A3A",
    "redup": "#55697A",
    "utama": "#0B4F7A",
    "garis": "#C9D4DC",
    "kepala": "#EEF3F6",
    "aksen": "#C8912E",
    "merah": "#B2182B",
    "sorot": "#FFF1CF",
    "pita": "#0B4F7A",
    "di-pita": "#FFFFFF",
}
GELAP = {
    "kertas": "#0F1B27",
    "latar": "#152433",
    "tinta": "#E6EDF3",
    "redup": "#A3B4C2",
    "utama": "#7CC0E8",
    "garis": "#33495C",
    "kepala": "#1B2F41",
    "aksen": "#D9A84E",
    "merah": "#FF9C93",
    "sorot": "#4A3B12",
    "pita": "#0B4F7A",
    "di-pita": "#FFFFFF",
}
# Which colour stands as text on which ground somewhere in the page.
PASANGAN = (
    *((teks, dasar) for teks in ("tinta", "redup", "utama", "merah") for dasar in ("kertas", "latar", "kepala")),
    ("tinta", "sorot"),
    ("di-pita", "pita"),
)


def compute_contrast(satu: str, lain: str) -> float:
    """The contrast ratio of two colours "#rrggbb" by WCAG 2.2, from 1 to 21."""
    terang, gelap = sorted((_luminance(satu), _luminance(lain)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def _luminance(warna: str) -> float:
    kanal = (int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5))
    merah, hijau, biru = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def format_variables(skema: dict[str, str]) -> str:
    """The scheme as CSS custom properties."""
    return " ".join(f"--{nama}: {nilai};" for nama, nilai in skema.items())
