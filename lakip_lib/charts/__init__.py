"""Pictures of the figures, in one theme."""
