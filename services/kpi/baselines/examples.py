"""Examples of what crosses HTTP about before and after."""

from pydantic.config import JsonDict

SOURCE = "Enquête téléphonique du service interne, dernier trimestre avant le transfert ; tableau remis le 12 janvier."
COUNTS: JsonDict = {"denominator": 250, "numerator": 180, "asked": 900}
NEW: JsonDict = {
    "indicator": "csat",
    "from": "2025-10-01",
    "to": "2025-12-31",
    "origin": "imported",
    "counts": COUNTS,
    "source": SOURCE,
}
AUTHOR: JsonDict = {
    "subject": "0199c3a0-11aa-7c11-9a8b-5b1f0d3c2e4b",
    "name": "Claire Morel",
    "organisation_id": "0199c3a0-22bb-7c11-9a8b-5b1f0d3c2e4c",
    "side": "donneur_ordre",
}
BASELINE: JsonDict = {
    "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4d",
    "indicator": "csat",
    "variant": None,
    "from": "2025-10-01",
    "to": "2025-12-31",
    "origin": "imported",
    "counts": {**COUNTS, "promoters": None, "detractors": None, "seconds": None},
    "value": "0.7200",
    "strata": {},
    "source": SOURCE,
    "known_at": None,
    "reason": None,
    "supersedes": None,
    "state": "agreed",
    "proposed_at": "2026-01-12T09:00:00Z",
    "proposed_by": AUTHOR,
    "frozen_at": "2026-01-14T15:30:00Z",
    "agreed_by": {**AUTHOR, "name": "Yann Le Goff", "side": "sous_traitant"},
    "withdrawn_at": None,
    "withdrawn_by": None,
}  # fmt: skip
RATIO: JsonDict = {"level": "0.95", "of": "sample"}
COMPARED: JsonDict = {
    "indicator": "csat",
    "variant": None,
    "unit": "ratio",
    "direction": "higher",
    "before": {
        "from": "2025-10-01",
        "to": "2025-12-31",
        "origin": "imported",
        "value": "0.7200",
        "numerator": 180,
        "denominator": 250,
        "promoters": None,
        "detractors": None,
        "sample_size": 250,
        "interval": {"low": "0.6614", "high": "0.7720", **RATIO},
        "response_rate": "0.2778",
        "provisional": False,
    },
    "after": {
        "from": "2026-10-01",
        "to": "2026-12-31",
        "origin": "live",
        "value": "0.8300",
        "numerator": 166,
        "denominator": 200,
        "promoters": None,
        "detractors": None,
        "sample_size": 200,
        "interval": {"low": "0.7718", "high": "0.8757", **RATIO},
        "response_rate": None,
        "provisional": False,
    },
    "difference": {"value": "0.1100", "low": "0.0318", "high": "0.1849", "level": "0.95"},
    "relative_percent": "15.28",
    "test": {"method": "pooled_z", "p_value": "0.005944"},
    "needed_sample": {"observed": 224, "claimed": None},
    "minimum_sample_size": 10,
    "reading": "better",
    "reasons": [],
    "warnings": ["imported", "mix_unknown"],
    "mix": [],
    "baseline": {
        "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4d",
        "origin": "imported",
        "state": "agreed",
        "frozen_at": "2026-01-14T15:30:00Z",
    },
    "data_as_of": "2027-01-05T17:42:03.120417Z",
}
