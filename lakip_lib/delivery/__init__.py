"""Run notebooks, write files, keep the manifest."""
