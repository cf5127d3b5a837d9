"""Sentences from the figures."""
