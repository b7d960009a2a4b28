"""The page that lists every named failure; `type` of a problem points into it."""

from collections.abc import Iterator
from html import escape

from services.common.errors import AppError

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Copil: failures</title>
<link rel="icon" href="/docs/assets/favicon-32x32.png">
<link rel="stylesheet" href="/docs/assets/errors.css">
</head>
<body>
<h1>Failures</h1>
<p>Every failure is a <code>application/problem+json</code> document (RFC 9457); <code>code</code> is stable.</p>
<table>
<thead><tr><th>code</th><th>status</th><th>title</th><th>meaning</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""


def _named(root: type[AppError]) -> Iterator[type[AppError]]:
    yield root
    for child in root.__subclasses__():
        yield from _named(child)


def page() -> str:
    """The catalogue as HTML: one row a code."""
    rows: dict[str, str] = {}
    for failure in sorted(_named(AppError), key=lambda failure: (failure.status, failure.code)):
        meaning = (failure.__doc__ or "").strip().partition("\n")[0]
        code, title = escape(failure.code), escape(failure.title)
        rows.setdefault(
            code,
            f'<tr id="{code}"><td><code>{code}</code></td><td>{failure.status}</td>'
            f"<td>{title}</td><td>{escape(meaning)}</td></tr>",
        )
    return _PAGE.format(rows="\n".join(rows.values()))
