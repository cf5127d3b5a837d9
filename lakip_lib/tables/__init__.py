"""Tables of the figures, as blocks."""
