"""pdfium serves one thread at a time; whoever opens a PDF holds this lock."""

import threading

PDFIUM = threading.RLock()
