"""Loaded first in the process that is forked from: nothing is garbage while modules load, and looking takes a fifth of it.

Whatever is forked looks again.
"""

import gc

gc.disable()
