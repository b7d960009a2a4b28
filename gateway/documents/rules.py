"""Merging the OpenAPI documents of the services into one (pure)."""

from collections.abc import Callable, Mapping
from typing import Any

from gateway.routing import TABLE

Document = Mapping[str, Any]

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_REFERENCE = "#/components/"

SECURITY_SCHEMES: dict[str, Any] = {
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "An access token."},
    "client_credentials": {
        "type": "oauth2",
        "description": "A machine client signs in by itself.",
        "flows": {"clientCredentials": {"tokenUrl": "/auth/token", "scopes": {}}},
    },
    "basic": {
        "type": "http",
        "scheme": "basic",
        "description": "Client id and secret for `/auth/token`; id and secret of a BI key below `/bi/`.",
    },
}
Alternatives = list[dict[str, list[str]]]
_SIGNED_IN: Alternatives = [{"session": []}, {"bearer": []}, {"client_credentials": []}]
_BY_BI_KEY: Alternatives = [{"basic": []}, *_SIGNED_IN]


def session_scheme(cookie: str) -> dict[str, Any]:
    """How a person's session is shown."""
    return {
        "type": "apiKey",
        "in": "cookie",
        "name": cookie,
        "description": "What `POST /auth/session` gives a browser. Whatever changes something also needs the field"
        " `X-Copil-CSRF: 1` and comes from a page of this address.",
    }


def public_path(service: str, path: str) -> tuple[str, Alternatives | None] | None:
    """Under which public path a service's own path is reached, and by whose proof if not any; None: it is not."""
    for entry in TABLE:
        if entry.service == service and path.startswith(entry.inner):
            proofs = _BY_BI_KEY if entry.bi else None if entry.authenticated else []
            return entry.prefix + path[len(entry.inner) :], proofs
    return None


def merge(own: Document, services: Mapping[str, Document], cookie: str) -> dict[str, Any]:
    """One document: the gateway's own paths as they are, those of each service under its public prefix."""
    sources = {"gateway": own, **services}
    names = _component_names(sources)
    paths: dict[str, Any] = {}
    components: dict[str, dict[str, Any]] = {"securitySchemes": {"session": session_scheme(cookie), **SECURITY_SCHEMES}}
    tags: dict[str, Any] = {}
    for service, document in sources.items():
        rename = _renamer(service, names)
        for kind, members in document.get("components", {}).items():
            if kind != "securitySchemes":
                kept = components.setdefault(kind, {})
                kept.update({names[service, kind, name]: rename(member) for name, member in members.items()})
        for path, item in document.get("paths", {}).items():
            where = (path, None) if service == "gateway" else public_path(service, path)
            if where is not None:
                paths[where[0]] = _operations(service, rename(item), where[1])
        tags |= {tag["name"]: tag for tag in document.get("tags", [])}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Copil",
            "version": "1",
            "description": "Every service of Copil behind one address. Failures: [/docs/errors](/docs/errors).",
        },
        "servers": [{"url": "/"}],
        "security": _SIGNED_IN,
        "tags": list(tags.values()),
        "paths": paths,
        "components": components,
        "x-failures": {
            code: told for document in sources.values() for code, told in document.get("x-failures", {}).items()
        },
    }


def _operations(service: str, item: dict[str, Any], proofs: Alternatives | None) -> dict[str, Any]:
    for method, operation in item.items():
        if method in METHODS:
            if service != "gateway":
                operation["operationId"] = f"{service}_{operation.get('operationId', method)}"
                operation["tags"] = [f"{service}: {tag}" for tag in operation.get("tags", [])] or [service]
                operation.pop("security", None)
            if proofs is not None:
                operation["security"] = proofs
    return item


def _component_names(sources: Mapping[str, Document]) -> dict[tuple[str, str, str], str]:
    """New name of each component; a name that two services give to different things gets the service before it."""
    meanings: dict[tuple[str, str], list[Any]] = {}
    for document in sources.values():
        for kind, members in document.get("components", {}).items():
            for name, member in members.items():
                known = meanings.setdefault((kind, name), [])
                if member not in known:
                    known.append(member)
    clashing = {key for key, known in meanings.items() if len(known) > 1}
    return {
        (service, kind, name): f"{service.capitalize()}{name}" if (kind, name) in clashing else name
        for service, document in sources.items()
        for kind, members in document.get("components", {}).items()
        for name in members
    }


def _renamer(service: str, names: Mapping[tuple[str, str, str], str]) -> Callable[[Any], Any]:
    def reference(text: str) -> str:
        kind, _, name = text.removeprefix(_REFERENCE).partition("/")
        return f"{_REFERENCE}{kind}/{names.get((service, kind, name), name)}"

    def rename(node: Any) -> Any:
        if isinstance(node, Mapping):
            return {key: rename(value) for key, value in node.items()}
        if isinstance(node, list):
            return [rename(value) for value in node]
        return reference(node) if isinstance(node, str) and node.startswith(_REFERENCE) else node

    return rename
