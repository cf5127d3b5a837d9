"""Recorded files that were lost or damaged, put back from a copy that the steps made of the very same bytes."""

from lakip_lib.delivery.arsip.tercatat import list_sidik
from lakip_lib.delivery.sop.siklus import Siklus, check_berkas
from lakip_lib.simpan import write_bytes


def restore_kembar(siklus: Siklus) -> list[str]:
    """Put back each recorded file that is not as recorded and has an intact twin; a sentence that names them, or [].

    The frozen documents have theirs in the final build, a draft's figures too, a blank form in the package of its unit.
    """
    folder = siklus.lokasi.reports
    tercatat = list_sidik(siklus.buku)
    rusak = check_berkas(siklus.lokasi, tercatat)
    utuh = {sidik: path for path, sidik in tercatat.items() if path not in rusak}
    pulih = [path for path in rusak if tercatat[path] in utuh]
    for path in pulih:
        write_bytes(folder / path, (folder / utuh[tercatat[path]]).read_bytes())
    return [f"Dipulihkan dari salinannya: {', '.join(pulih)}."] if pulih else []
