"""Addresses of databases: from the administrator's address to one per service and role."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from deploy.local.secrets import SERVICES


@dataclass(frozen=True)
class ServiceUrls:
    """SQLAlchemy addresses of one service's database, by role."""

    owner: str
    app: str
    worker: str


def database_name(service: str) -> str:
    """Name of a service's database."""
    return f"copil_{service}"


def plain_url(admin_url: str, role: str, password: str, database: str) -> str:
    """Address for asyncpg of one database and role on the administrator's server."""
    parts = urlsplit(admin_url)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(("postgresql", f"{role}:{quote(password, safe='')}@{place}", f"/{database}", parts.query, ""))


def service_urls(admin_url: str, passwords: Mapping[str, str]) -> dict[str, ServiceUrls]:
    """SQLAlchemy addresses of all services."""

    def address(service: str, right: str) -> str:
        role = f"{service}_{right}"
        return _for_sqlalchemy(plain_url(admin_url, role, passwords[role], database_name(service)))

    return {
        service: ServiceUrls(address(service, "owner"), address(service, "app"), address(service, "worker"))
        for service in SERVICES
    }


def plain(sqlalchemy_url: str) -> str:
    """The same address for asyncpg."""
    parts = urlsplit(sqlalchemy_url)
    query = [("sslmode" if name == "ssl" else name, value) for name, value in parse_qsl(parts.query)]
    return urlunsplit(("postgresql", parts.netloc, parts.path, urlencode(query), ""))


def _for_sqlalchemy(url: str) -> str:
    parts = urlsplit(url)
    # SQLAlchemy hands the query to asyncpg.connect() as arguments, where libpq's `sslmode` is called `ssl`.
    query = [("ssl" if name == "sslmode" else name, value) for name, value in parse_qsl(parts.query)]
    return urlunsplit(("postgresql+asyncpg", parts.netloc, parts.path, urlencode(query, safe="/"), ""))
