"""One LibreOffice for the process: it loads a DOCX, lays it out and says on which page each bookmark stands.

It runs a macro of ours in a profile of its own, which waits for a file, answers with another, and ends by itself when
nothing has come for a while. Nothing is drawn or exported: that is most of what a conversion to PDF costs.
"""

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from lakip_lib.errors import LakipError
from lakip_lib.proses import Terjaga, make_folder

BATAS_BUKA = 60.0  # seconds for LibreOffice to start
BATAS_NASKAH = 120.0  # seconds for one document
JEDA = 0.02  # seconds between two looks at the folder
AWALAN = "_Toc"  # of the bookmarks asked for
MINTA, JAWAB, SIAP = "minta.docx", "jawab.txt", "siap.txt"
GALAT = "galat"  # how an answer begins that says why there is none
COBA = 3  # failures one after the other after which this process asks no more
# glibc gives memory back to the system and takes it again all the time, a tenth of the work; other systems ignore this
_INGATAN = {"MALLOC_TRIM_THRESHOLD_": "268435456", "MALLOC_TOP_PAD_": "33554432", "MALLOC_ARENA_MAX": "1"}

_MAKRO = f"""
Sub Layani(akar As String)
 Dim sisa As Long
 Tulis akar, "{SIAP}", "siap"
 sisa = 6000
 Do While sisa > 0
  If FileExists(akar & "/{MINTA}") Then
   Baca akar
   sisa = 6000
  End If
  Wait 50
  sisa = sisa - 1
 Loop
 StarDesktop.terminate()
End Sub

Sub Baca(akar As String)
 Dim sifat(1) As New com.sun.star.beans.PropertyValue
 Dim isi As String
 On Error Goto Gagal
 sifat(0).Name = "Hidden"
 sifat(0).Value = True
 sifat(1).Name = "FilterName"
 sifat(1).Value = "MS Word 2007 XML"
 naskah = StarDesktop.loadComponentFromURL(akar & "/{MINTA}", "_blank", 0, sifat())
 isi = "halaman " & naskah.CurrentController.PageCount
 kursor = naskah.CurrentController.getViewCursor()
 For Each nama In naskah.Bookmarks.ElementNames
  If Left(nama, {len(AWALAN)}) = "{AWALAN}" Then
   kursor.gotoRange(naskah.Bookmarks.getByName(nama).Anchor.getStart(), False)
   isi = isi & Chr(10) & nama & " " & kursor.getPage()
  End If
 Next
 naskah.close(True)
 Kill akar & "/{MINTA}"
 Tulis akar, "{JAWAB}", isi
 Exit Sub
Gagal:
 Tulis akar, "{JAWAB}", "{GALAT} " & Error$
End Sub

Sub Tulis(akar As String, nama As String, isi As String)
 f = FreeFile
 Open akar & "/baru" For Output As #f
 Print #f, isi
 Close #f
 Name akar & "/baru" As akar & "/" & nama
End Sub
"""
_KEPALA = '<?xml version="1.0" encoding="UTF-8"?>'
_PUSTAKA = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
_DAFTAR = (
    f'{_KEPALA}<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library '
    'library:name="Standard" library:link="false"/></library:libraries>'
)
_PROFIL = {
    "registrymodifications.xcu": f'{_KEPALA}<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    "<value>true</value></prop></item></oor:items>",  # else the first start puts its own library in place of ours
    "basic/script.xlc": _DAFTAR,
    "basic/dialog.xlc": _DAFTAR,
    "basic/Standard/dialog.xlb": f"{_KEPALA}<library:library {_PUSTAKA}/>",
    "basic/Standard/script.xlb": f'{_KEPALA}<library:library {_PUSTAKA}><library:element library:name="Lakip"/>'
    "</library:library>",
    "basic/Standard/Lakip.xba": f'{_KEPALA}<script:module xmlns:script="http://openoffice.org/2000/script" '
    f'script:name="Lakip" script:language="StarBasic">{escape(_MAKRO)}</script:module>',
}


class KantorError(LakipError):
    """LibreOffice must answer within its time."""


class KantorMatiError(KantorError):
    """LibreOffice must not end before it has answered."""


class Kantor:
    """LibreOffice as it is kept for this process: started when first asked, and again after it died or hung."""

    def __init__(self, soffice: str, aturan_huruf: Callable[[Path], Path]) -> None:
        """`aturan_huruf` writes the font settings into a folder."""
        self.soffice, self._aturan_huruf = soffice, aturan_huruf
        self._jalan: Terjaga | None = None
        self._giliran = threading.Lock()
        self._gagal = 0

    def prepare(self) -> None:
        """Start it without waiting for it, unless it is asked no more; what goes wrong is told to whoever asks it for pages."""
        with self._giliran, suppress(OSError):
            if self._gagal < COBA:
                self._ensure()

    def read_pages(self, docx: bytes) -> dict[str, int]:
        """The page, counted from 1 through the whole file, of each bookmark that begins with `AWALAN`.

        Raises KantorError where LibreOffice does not start, dies or hangs; the next call starts it anew.
        """
        with self._giliran:
            if self._gagal == COBA:
                raise KantorError(f"LibreOffice must answer, but failed {COBA} times")
            self._gagal += 1
            try:
                hasil = self._ask_anew(docx)
            except (KantorError, OSError) as galat:
                self.close()
                raise KantorError(f"LibreOffice must lay the document out, found: {galat}") from galat
            self._gagal = 0
            return hasil

    def _ask_anew(self, docx: bytes) -> dict[str, int]:
        """The answer; where it died, perhaps while it had nothing to do, that of another one."""
        try:
            return self._ask(self._ensure().folder, docx)
        except KantorMatiError:
            return self._ask(self._ensure().folder, docx)

    def list_pids(self) -> list[int]:
        """The ids of its processes; none while it does not run."""
        return self._jalan.list_pids() if self._jalan else []

    @property
    def folder(self) -> Path | None:
        """Where it works; None while it does not run."""
        return self._jalan.folder if self._jalan else None

    def close(self) -> None:
        """End it."""
        if self._jalan:
            self._jalan.end()
        self._jalan = None

    def _ensure(self) -> Terjaga:
        if self._jalan is None or not self._jalan.is_running():
            self.close()
            self._jalan = self._start()
        return self._jalan

    def _start(self) -> Terjaga:
        folder = make_folder("kantor")
        write_profile(folder / "profil")
        aturan = {"FONTCONFIG_FILE": str(self._aturan_huruf(folder))}
        makro = f'macro:///Standard.Lakip.Layani("{folder.as_uri()}")'
        profil = (folder / "profil").as_uri()
        perintah = [self.soffice, f"-env:UserInstallation={profil}", "--headless", "--norestore", "--nologo", makro]
        try:
            return Terjaga(folder, perintah, os.environ | _INGATAN | aturan, milik=[name_pipe(profil)])
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _ask(self, folder: Path, docx: bytes) -> dict[str, int]:
        self._wait(folder / SIAP, BATAS_BUKA)
        (folder / JAWAB).unlink(missing_ok=True)
        (folder / "naskah.baru").write_bytes(docx)
        os.replace(folder / "naskah.baru", folder / MINTA)
        self._wait(folder / JAWAB, BATAS_NASKAH)
        jawab = (folder / JAWAB).read_text("utf-8", "replace")
        if jawab.startswith(GALAT):
            raise KantorError(jawab.strip())
        baris = [satu.split() for satu in jawab.splitlines() if satu]
        return {nama: int(halaman) for nama, halaman in baris[1:]}

    def _wait(self, berkas: Path, batas: float) -> None:
        akhir = time.monotonic() + batas
        while not berkas.exists():
            if self._jalan is None or not self._jalan.is_running():
                raise KantorMatiError("it ended before it answered")
            if time.monotonic() > akhir:
                raise KantorError(f"no answer within {batas:.0f} seconds")
            time.sleep(JEDA)


def name_pipe(profil: str) -> Path:
    """The socket that LibreOffice leaves outside its folders when it is killed (Unix)."""
    sidik = hashlib.md5(profil.encode("utf-16-le"), usedforsecurity=False).digest()
    return Path(f"/tmp/OSL_PIPE_{getattr(os, 'getuid', int)()}_SingleOfficeIPC_{''.join(f'{b:x}' for b in sidik)}")


def write_profile(folder: Path) -> None:
    """A user profile of LibreOffice that holds the macro and nothing else."""
    for nama, isi in _PROFIL.items():
        letak = folder / "user" / nama
        letak.parent.mkdir(parents=True, exist_ok=True)
        letak.write_text(isi, encoding="utf-8")
