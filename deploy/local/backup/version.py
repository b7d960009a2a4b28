"""Which Copil this is."""

import tomllib

from deploy.local.options import REPOSITORY

VERSION: str = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["version"]
