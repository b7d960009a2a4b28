"""The demonstration: two pairs of invented companies, loaded through the same doors as anybody's data."""

import time

from deploy.local.demo.counted import wait_until_counted
from deploy.local.demo.loading import load_missing
from deploy.local.installation import Installation


def load(installation: Installation) -> None:
    """Load what is missing and write the credentials file; a second start only writes the file."""
    options, secrets = installation.options, installation.secrets
    started = time.monotonic()

    def say(line: str) -> None:
        print(line, flush=True)

    told = load_missing(
        options.base_url,
        (secrets.administrator_id, secrets.administrator_secret),
        options.folder.root / "demonstration.json",
        options.folder.demo_credentials,
        say,
        lambda: wait_until_counted(installation.databases["kpi"].worker, installation.databases["feedback"].worker),
    )
    if told:
        seconds = time.monotonic() - started
        say(
            f"Demonstration loaded in {seconds:.0f} s: {told.tickets:,} tickets, {told.deliveries:,} deliveries,"
            f" {told.answers:,} answers."
        )
