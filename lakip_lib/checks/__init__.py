"""Findings on files, layout and typed values."""
