"""What the first pair compares with: satisfaction before the transfer, as the service of before measured it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from deploy.local.demo.api import Person
from deploy.local.demo.span import Span

_MONTHS = 3
_CONTENT, _ANSWERED, _ASKED = 198, 250, 900
_CHANNELS = {"E-mail": (140, 110), "Téléphone": (70, 58), "Chat": (25, 19), "Formulaire": (15, 11)}
"""(answers, of which content): they add up to the whole."""


def freeze(base_url: str, kept: Mapping[str, Any], span: Span) -> None:
    """Declare it by one manager and agree to it by the other; a second try freezes nothing more."""
    path = f"/api/kpi/v1/contracts/{kept['contract_id']}/baselines"
    client, provider = (Person(base_url, **kept["users"][side]) for side in ("donneur_ordre", "sous_traitant"))
    if not client.send("GET", path)["items"]:
        client.send("POST", path, _baseline(span))
    for one in provider.send("GET", path)["items"]:
        if one["state"] == "proposed":
            provider.send("POST", f"{path}/{one['id']}/agreements", {})
    for manager in (client, provider):
        manager.close()


def _baseline(span: Span) -> dict[str, Any]:
    """The same months of the year before: those that the last complete ones are compared with."""
    first, after = span.month(_MONTHS + 12), span.month(12)
    return {
        "indicator": "csat",
        "from": first.isoformat(),
        "to": (after - timedelta(days=1)).isoformat(),
        "origin": "imported",
        "counts": {"denominator": _ANSWERED, "numerator": _CONTENT, "asked": _ASKED},
        "strata": {"channel": {name: {"denominator": n, "numerator": good} for name, (n, good) in _CHANNELS.items()}},
        "source": "Enquête de satisfaction envoyée par le service interne après chaque demande résolue, avant le"
        " transfert.\nTableau remis au comité de lancement.",
    }
