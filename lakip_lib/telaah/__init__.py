"""What computed figures make one ask."""
