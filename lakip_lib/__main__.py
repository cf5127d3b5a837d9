"""`python -m lakip_lib` is `lakip`."""

import sys

from lakip_lib.cli import main

if __name__ == "__main__":
    sys.exit(main())
