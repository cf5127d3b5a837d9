"""The overview of the procedure as one HTML page that requests nothing, in the hand of the report's own page."""

from datetime import datetime

from markupsafe import Markup

from lakip_lib.alur import sebutan
from lakip_lib.alur.entri import format_sidik
from lakip_lib.alur.ikhtisar import BELUM, DITUNGGU, SELESAI, ULANG, Ikhtisar
from lakip_lib.alur.tempo import format_menit
from lakip_lib.formats import KOSONG, format_saat
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.report.garis_waktu import lay_out
from lakip_lib.report.html import FOLDER, build_style, make_environment

KELAS = {SELESAI: "selesai", DITUNGGU: "ditunggu", ULANG: "ulang", BELUM: "belum"}


def render_status_html(ikhtisar: Ikhtisar) -> str:
    """The page of a cycle that was opened; the same text for the same overview."""
    hasil = (
        make_environment()
        .get_template("status.html")
        .render(
            ikhtisar=ikhtisar,
            garis=lay_out(ikhtisar),
            kata=sebutan,
            kepala=dict(sebutan.list_kepala(ikhtisar)),
            kelas=KELAS,
            kosong=KOSONG,
            menit=format_menit,
            saat=_say_saat,
            sidik=format_sidik,
            gaya=Markup(f"{build_style('bawaan')}\n{(FOLDER / 'status.css').read_text('utf-8')}"),
        )
    )
    return clean_text(hasil)


def _say_saat(waktu: datetime | None) -> str:
    return format_saat(waktu) if waktu else KOSONG
