"""The merged OpenAPI and its pages, from our own files only."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from fastapi import APIRouter, Request, Response

from gateway.documents.catalogue import page
from services.common.errors import NotFound

router = APIRouter(include_in_schema=False)

_SWAGGER = "fastapi_swagger"
# Styles that script sets are no concern of `style-src`; icons inside the style sheet are `data:`.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def _own(name: str) -> Traversable:
    return files("gateway.documents") / "static" / name


def _packaged(name: str) -> Traversable:
    return files(_SWAGGER) / "resources" / name


@cache
def assets() -> Mapping[str, tuple[Traversable, str]]:
    """Name -> file and media type of everything the pages load."""
    return {
        "swagger-ui-bundle.js": (_packaged("swagger-ui-bundle.js"), "text/javascript; charset=utf-8"),
        "swagger-ui.css": (_packaged("swagger-ui.css"), "text/css; charset=utf-8"),
        "favicon-32x32.png": (_packaged("favicon-32x32.png"), "image/png"),
        "docs-init.js": (_own("docs-init.js"), "text/javascript; charset=utf-8"),
        "errors.css": (_own("errors.css"), "text/css; charset=utf-8"),
    }


def _conditional(request: Request, content: bytes, media_type: str, *, cache_control: str) -> Response:
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": cache_control}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=media_type)


@router.get("/openapi.json")
async def read_openapi_endpoint(request: Request) -> Response:
    """The merged OpenAPI of all services."""
    content = await request.app.state.merged_document.read()
    return _conditional(request, content, "application/json", cache_control="no-cache")


@router.get("/docs")
async def read_docs_endpoint(request: Request) -> Response:
    """The human page of the merged OpenAPI."""
    return _page(request, _own("docs.html").read_bytes())


@router.get("/docs/errors")
async def read_errors_endpoint(request: Request) -> Response:
    """Every named failure."""
    document = msgspec.json.decode(await request.app.state.merged_document.read())
    return _page(request, page(document["x-failures"]).encode())


@router.get("/docs/errors.json")
async def read_failures_endpoint(request: Request) -> Response:
    """The same as data, for the help page in both languages."""
    document = msgspec.json.decode(await request.app.state.merged_document.read())
    content = msgspec.json.encode(document["x-failures"])
    return _conditional(request, content, "application/json", cache_control="no-cache")


def _page(request: Request, content: bytes) -> Response:
    answer = _conditional(request, content, "text/html; charset=utf-8", cache_control="no-cache")
    answer.headers["content-security-policy"] = PAGE_POLICY
    # Not `no-referrer`: with it, some browsers write `Origin: null` beside a request of our own.
    answer.headers["referrer-policy"] = "same-origin"
    return answer


@router.get("/docs/assets/{name}")
async def read_asset_endpoint(name: str, request: Request) -> Response:
    """One of our own static files."""
    if name not in assets():
        raise NotFound
    file, media_type = assets()[name]
    return _conditional(request, file.read_bytes(), media_type, cache_control="public, max-age=3600")
