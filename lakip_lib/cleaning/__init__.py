"""From typed text to typed values."""
