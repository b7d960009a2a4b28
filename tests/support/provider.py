"""A genuine OpenID provider (oidc-provider, certified), started and stopped by the tests that need one."""

import html
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import httpx

from deploy.local.frontend import NODE, NPM
from tests.support.apps import free_port

FOLDER = Path(__file__).parents[1] / "provider"
CLIENT_ID = "copil"
CLIENT_SECRET = "a secret: of + tests / %"


def install() -> None:
    """Its packages, by the committed lock; nothing is done when they are there."""
    if (FOLDER / "node_modules" / "oidc-provider").exists():
        return
    node, npm = (str(NODE / part) for part in NPM)
    subprocess.run(
        [node, npm, "install", "--no-save", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER, check=True, timeout=300
    )


@dataclass
class OpenIdProvider:
    """A provider that runs."""

    redirect_uri: str
    accounts: Mapping[str, bool | str]
    """Address -> whether the provider has verified it; or a login -> its verified address."""
    algorithm: str = "RS256"
    host: str = "127.0.0.1"
    """By another name of this machine a browser takes it for another site."""
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[str] | None" = None

    @property
    def issuer(self) -> str:
        """Who it says it is."""
        return f"http://{self.host}:{self.port}"

    def start(self) -> None:
        """Start it, with keys that it never had before."""
        told = {
            "issuer": self.issuer,
            "port": self.port,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "redirect_uri": self.redirect_uri,
            "accounts": dict(self.accounts),
            "algorithm": self.algorithm,
        }
        self.process = subprocess.Popen(
            [str(NODE / NPM[0]), "server.mjs", json.dumps(told)],
            cwd=FOLDER,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        assert any(line.strip() == "ready" for line in iter(self.process.stdout.readline, "")), "it did not start"

    def stop(self) -> None:
        """End it."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None


@contextmanager
def openid_provider(
    redirect_uri: str, accounts: Mapping[str, bool | str], *, algorithm: str = "RS256", host: str = "127.0.0.1"
) -> Iterator[OpenIdProvider]:
    """A provider that runs until the end of the block."""
    install()
    provider = OpenIdProvider(redirect_uri, accounts, algorithm, host)
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


_FORM = re.compile(r'<form[^>]*action="([^"]+)"[^>]*method="post"')


def authenticate(url: str, login: str, until: str) -> str:
    """Go through the provider's own pages as a browser does; where it sends the browser back, below `until`."""
    with httpx.Client(timeout=30, trust_env=False) as visitor:
        answer = visitor.get(url)
        for _ in range(20):
            while answer.is_redirect:
                where = urljoin(str(answer.request.url), answer.headers["location"])
                if where.startswith(until):
                    return where
                answer = visitor.get(where)
            form = _FORM.search(answer.text)
            assert form, answer.text[:2000]
            fields = {"prompt": "login", "login": login, "password": "any"}
            if 'value="consent"' in answer.text:
                fields = {"prompt": "consent"}
            answer = visitor.post(urljoin(str(answer.request.url), html.unescape(form[1])), data=fields)
    raise AssertionError("the provider sends nobody back")
