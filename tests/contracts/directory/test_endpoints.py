"""What the other services may ask."""

from typing import Any

from tests.factories.contracts import office_hours, parameters_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair


def _listed(house: ContractsHouse, **query: str) -> tuple[list[dict[str, Any]], str]:
    items: list[dict[str, Any]] = []
    etag = ""
    while True:
        answer = house.service("kpi").get("/internal/contracts", params={"limit": "2", **query})
        assert answer.status_code == 200
        etag = etag or answer.headers["etag"]
        items += answer.json()["items"]
        if answer.json()["next_cursor"] is None:
            return items, etag
        query["cursor"] = answer.json()["next_cursor"]


def test_the_snapshot_is_whole(house: ContractsHouse, active: Pair) -> None:
    snapshot = house.service("kpi").get(f"/internal/contracts/{active.contract_id}").json()
    assert snapshot == house.peers.told[active.contract_id][-1]
    version = active.donneur_ordre.get(f"{active.path}/parameters").json()["items"][0]
    assert snapshot["terms"] == [
        {
            "id": version["id"],
            "valid_from": "2025-12-31T23:00:00Z",
            "recorded_at": version["recorded_at"],
            "body": {
                "schedules": {"office": office_hours()},
                "reopen_window_hours": 168,
                "sla": parameters_body()["sla"],
                "late_grace_hours": 72,
                "minimum_sample_size": 10,
                "minimum_data_completeness": None,
            },
        }
    ]
    assert [(party["side"], party["organisation_id"], party["valid_to"]) for party in snapshot["parties"]] == [
        ("donneur_ordre", active.donneur_ordre_id, None),
        ("sous_traitant", active.sous_traitant_id, None),
    ]
    assert {name: snapshot[name] for name in ("id", "revision", "state", "kind", "zone")} == {
        "id": active.contract_id,
        "revision": 3,
        "state": "active",
        "kind": "externalisation",
        "zone": "Europe/Paris",
    }


def test_nothing_new_is_304(house: ContractsHouse, pair: Pair) -> None:
    _, etag = _listed(house)
    same = house.service("feedback").get("/internal/contracts", headers={"if-none-match": etag})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", etag)
    pair.accept()
    assert house.service("feedback").get("/internal/contracts", headers={"if-none-match": etag}).status_code == 200


def test_the_list_is_whole_or_what_changed_since(house: ContractsHouse, pair: Pair) -> None:
    others = [house.pair() for _ in range(3)]
    everything, etag = _listed(house)
    ids = [item["id"] for item in everything]
    assert len(ids) == len(set(ids))
    assert {pair.contract_id, *(other.contract_id for other in others)} <= set(ids)

    pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    others[1].accept()
    changed, _ = _listed(house, after=etag.strip('"'))
    assert [(item["id"], item["revision"]) for item in changed] == [(pair.contract_id, 2), (others[1].contract_id, 2)]


def test_a_strange_cursor_is_named(house: ContractsHouse) -> None:
    for cursor in ("?", "WyJ4Il0", "Wy0xXQ", "W3RydWVd", "WzEsMl0"):
        assert faults(house.service("kpi").get("/internal/contracts", params={"cursor": cursor})) == {"cursor"}


def test_the_gateway_learns_who_a_client_is(house: ContractsHouse, active: Pair) -> None:
    body = {"name": "entrepôt", "functions": ["bi_reader"]}
    client = house.platform.post(f"/v1/organisations/{active.donneur_ordre_id}/clients", body).json()
    told = house.service("gateway").get(f"/internal/clients/{client['client_id']}").json()
    assert told == {
        "client_id": client["client_id"],
        "organisation_id": active.donneur_ordre_id,
        "name": "entrepôt",
        "functions": ["bi_reader"],
        "roles": ["donneur_ordre"],
        "revoked": False,
    }
    assert house.service("gateway").get("/internal/clients/nobody").status_code == 404
