"""`python -m deploy.local` is the `copil` command."""

import sys

from deploy.local.command import main

sys.exit(main())
