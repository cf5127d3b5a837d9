"""`python -m tests.bench.daerah`: what a batch of a whole kabupaten costs, beside stock tools and beside the floor below it."""
