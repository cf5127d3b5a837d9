"""Correction of the report (SOP step 7) and what decides about it: pure functions from documents and figures to data."""
