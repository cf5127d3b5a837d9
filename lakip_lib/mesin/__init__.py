"""Notebooks executed by kernels that are forked from one process with everything imported: a kernel that starts at once.

Knows nothing of LAKIP: `induk` is the process that is forked from, `anak` the kernel in the forked one, `klien` what executes
a notebook's cells in it, `engine` how papermill comes to it. `penyedia` forks them for JupyterLab, too, where they are behind
sockets (`cabang`).
"""
