"""lakip: from the bidang's forms to a finished LKjIP."""

__version__ = "0.1.0"
