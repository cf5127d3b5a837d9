"""The samples under data/raw as tidy tables, and the small programs that turn them into what people would send."""
