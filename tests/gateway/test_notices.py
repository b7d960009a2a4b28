"""Who operates the installation, and the failures as data: readable by everybody."""

from tests.gateway.running import Running, Start


def test_an_operator_who_said_nothing_is_told_as_missing(gateway: Running) -> None:
    told = gateway.http.get("/auth/operator")
    assert told.status_code == 200
    assert set(told.json()) == {
        "name", "address", "registration", "contact", "publication_director", "host", "data_protection_contact",
    }  # fmt: skip
    assert set(told.json().values()) == {None}


def test_an_operator_names_itself_by_settings(start: Start) -> None:
    gateway = start(operator_name="Copil SAS", operator_host="Hébergeur SA, Lille", operator_contact="")
    told = gateway.http.get("/auth/operator").json()
    assert (told["name"], told["host"], told["contact"]) == ("Copil SAS", "Hébergeur SA, Lille", None)


def test_the_failures_as_data_are_those_of_the_page_and_of_the_description(gateway: Running) -> None:
    failures = gateway.http.get("/docs/errors.json").json()
    assert failures == gateway.http.get("/openapi.json").json()["x-failures"]
    page = gateway.http.get("/docs/errors").text
    assert all(f'id="{code}"' in page for code in failures)
