"""The district on disk: its agencies read, its story built and published, the page that finds any agency."""
