"""Where the files of the steps lie, below reports/…/alur."""

ALUR = "alur"  # below the agency's reports: what the steps produce
KENDALI = "lembar-kendali.pdf"  # written after each step, so that even the last entry is printed somewhere
DRAF = "draf"  # each draft whole, by version
FINAL = "final"  # the final build of what was handed in
DISETUJUI = "disetujui"  # the approved documents as they were frozen
ARSIP = "arsip"  # archive and public copy
TABEL = "kinerja"  # below a draft: the tidy tables it was made from
DAFTAR_TEMUAN = "07-temuan-"  # and the version: the correction's findings, for Excel
PENGANTAR = "10-surat-pengantar"
PENILAIAN_AKHIR = "11-penilaian-mandiri"

PDF = "LKjIP.pdf"
TERTANDA = "LKjIP-tertanda.pdf"  # the signed PDF, beside the frozen one
NOTEBOOK = "05_lakip.ipynb"
LENGKAP = "lengkap.json"  # says that the tidy tables beside it are all there
ISI_DRAF = ("hasil.json", "LKjIP.html", PDF, "LKjIP.docx", "kertas-kerja.xlsx", "manifest.json")
