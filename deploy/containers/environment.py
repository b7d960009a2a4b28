"""Writes the environment of each container from the secrets that `copil migrate` drew.

`python -m deploy.containers.environment FOLDER --public-url URL [--database HOST:PORT]`
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic_settings import BaseSettings

from deploy.containers.serve import PORT
from deploy.local import topology
from deploy.local.errors import RunnerError
from deploy.local.files import write_private
from deploy.local.installation import APPS, Installation
from deploy.local.options import Options, from_environment
from deploy.local.secrets import load_or_create
from deploy.local.urls import service_urls


@dataclass(frozen=True)
class _Containers(Installation):
    """The installation whose applications are found by their names."""

    public_url: str = ""

    def url(self, app: str) -> str:
        """Where an application answers inside the network of the containers."""
        return f"http://{app}:{PORT}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one private file per service; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m deploy.containers.environment")
    parser.add_argument("folder", type=Path, help="where the files are written")
    parser.add_argument("--public-url", required=True, help="where people find Copil, e.g. https://copil.example")
    parser.add_argument("--database", default="database:5432", metavar="HOST:PORT", help="of the database")
    parsed = parser.parse_args(arguments)
    try:
        write(from_environment(), parsed.folder, parsed.public_url.rstrip("/"), parsed.database)
    except (RunnerError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Written to {parsed.folder}. The files hold secrets: they are readable by you alone.")
    return 0


def write(options: Options, folder: Path, public_url: str, database: str) -> None:
    """Write `NAME.env` of every service. Raises: RunnerError, OSError."""
    if not options.folder.secrets.exists():
        raise RunnerError(f"{options.folder.secrets} is missing: `copil migrate` draws it and makes the databases.")
    secrets = load_or_create(options.folder.secrets)
    urls = service_urls(f"postgresql://nobody@{database}/postgres", secrets.database_passwords)
    installation = _Containers(replace(options, demo=False), secrets, urls, {}, {}, public_url=public_url)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for app in APPS:
        settings: BaseSettings = getattr(topology, f"{app}_settings")(installation)
        if "public_url" in type(settings).model_fields:
            settings = settings.model_copy(update={"public_url": public_url})
        write_private(folder / f"{app}.env", lines(settings).encode())


def lines(settings: BaseSettings) -> str:
    """`NAME=value` for each setting that differs from its default, values as pydantic reads them."""
    prefix = settings.model_config.get("env_prefix", "")
    told = [(name, _text(getattr(settings, name))) for name in sorted(settings.model_fields_set)]
    return "".join(f"{prefix}{name.upper()}={text}\n" for name, text in told if text is not None)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, SecretStr):
        return _quoted(value.get_secret_value())
    if isinstance(value, (list, dict)):
        return json.dumps(value, default=lambda secret: secret.get_secret_value())
    return _quoted(str(value))


def _quoted(text: str) -> str:
    # A key is several lines, and a line ends a value: such values are quoted, with \n inside, as compose reads them.
    return '"' + text.replace("\n", "\\n") + '"' if "\n" in text else text


if __name__ == "__main__":
    sys.exit(main())
