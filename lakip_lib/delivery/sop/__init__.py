"""The eleven steps of the SOP: each does its work, writes it into the ledger, and refuses what the SOP does not allow."""
