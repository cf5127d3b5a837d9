"""Step 11: the archive, its public copy, and the proof that both are as they were made."""
