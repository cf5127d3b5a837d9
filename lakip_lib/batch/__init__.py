"""All agencies of a year in one run: `rencana` says which are due, `pekerja` does one of them, `jalan` sees all through.

Work goes through the interface of concurrent.futures, so that the same tasks run in processes of this machine or elsewhere.
"""
