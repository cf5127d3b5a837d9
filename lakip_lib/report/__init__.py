"""The document as blocks, and its renderers."""
