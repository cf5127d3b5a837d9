"""Reading: what was typed, exactly, with file, sheet and cell."""
