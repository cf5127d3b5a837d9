"""Rendered documents read back, so that what was set can be compared with what was meant."""
