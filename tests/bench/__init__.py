"""`python -m tests.bench`: how long each stage of the sample's report takes, and how much memory it needs."""
