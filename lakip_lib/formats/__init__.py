"""Indonesian numbers, rupiah, words for amounts and dates: parse and format side by side."""
