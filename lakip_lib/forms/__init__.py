"""The forms as data, and as workbooks."""
