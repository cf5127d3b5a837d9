"""Find a browser that draws charts: Chromium, Chrome or Edge in the usual places of Linux, macOS and Windows."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABEL = ("LAKIP_PERAMBAN", "BROWSER_PATH")
# The real programs stand before the shell wrappers of distributions, whose output breaks the pipe to the browser.
LINUX = (
    "/usr/lib/chromium/chromium",
    "/usr/lib/chromium-browser/chromium-browser",
    "/usr/lib64/chromium-browser/chromium-browser",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/opt/brave.com/brave/brave",
    "/snap/chromium/current/usr/lib/chromium-browser/chrome",
)
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
FOLDER_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
NAMA = (
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "chromium",
    "chrome",
    "msedge",
)


def find_browser() -> Path | None:
    """The browser to draw with, or None.

    LAKIP_PERAMBAN and BROWSER_PATH are asked first; a path given there that is no program counts as no browser at all.
    """
    for variabel in VARIABEL:
        if diminta := os.environ.get(variabel):
            return Path(diminta) if is_program(Path(diminta)) else None
    return next((letak for letak in list_candidates(sys.platform) if is_program(letak)), None)


def list_candidates(sistem: str) -> Iterator[Path]:
    """The usual places on `sistem` (as in sys.platform), the likeliest first, then what the search path knows."""
    if sistem == "win32":
        akar = [os.environ[nama] for nama in FOLDER_WINDOWS if nama in os.environ]
        yield from (Path(folder, letak) for letak in WINDOWS for folder in akar)
    elif sistem == "darwin":
        yield from map(Path, MACOS)
        yield from (Path.home() / letak.lstrip("/") for letak in MACOS)
    else:
        yield from map(Path, LINUX)
    for nama in NAMA:
        if ketemu := shutil.which(nama):
            yield Path(ketemu)


def is_program(letak: Path) -> bool:
    """Whether there is an executable file and it is no shell script."""
    if not letak.is_file() or not os.access(letak, os.X_OK):
        return False
    with letak.open("rb") as berkas:
        return berkas.read(2) != b"#!"


if __name__ == "__main__":
    sys.exit(0 if find_browser() else 1)
