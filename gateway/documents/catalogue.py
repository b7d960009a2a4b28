"""The page that lists every named failure; `type` of a problem points into it."""

from collections.abc import Mapping
from html import escape
from typing import Any

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


def page(failures: Mapping[str, Mapping[str, Any]]) -> str:
    """The catalogue as HTML: one row a code, by status."""
    rows = [
        f'<tr id="{escape(code)}"><td><code>{escape(code)}</code></td><td>{told["status"]}</td>'
        f"<td>{escape(told['title'])}</td><td>{escape(told['meaning'])}</td></tr>"
        for code, told in sorted(failures.items(), key=lambda item: (item[1]["status"], item[0]))
    ]
    return _PAGE.format(rows="\n".join(rows))
