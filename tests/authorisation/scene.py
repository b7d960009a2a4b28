"""What the matrix is run against: real objects of the demonstration for reading, fresh ones of the same parties for
writing."""

import base64
import hmac
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import httpx

from services.common.identifiers import new_id
from services.common.instants import now, to_text
from tests.authorisation import tokens
from tests.authorisation.dialogue import Dialogue
from tests.authorisation.practices import Practices
from tests.factories.contracts import commitment_body, contract_body, objective_body
from tests.factories.webhooks import at, cloud_event, compact, generic_delivery, generic_headers
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, FEEDBACK, KPI, PARAMETERS, Connected, connected
from tests.support.sending import now_us

CLIENTS = (
    "donneur_ordre",
    "sous_traitant",
    "autre_donneur_ordre",
    "autre_sous_traitant",
    "bi_donneur_ordre",
    "platform_admin",
)
BAD_TOKENS: dict[str, Callable[[Copil, str], str]] = {
    "garbage_token": tokens.garbage,
    "expired_token": tokens.expired,
    "internal_token": tokens.internal,
}
BASELINE = {
    "indicator": "csat",
    "from": "2025-10-01",
    "to": "2025-12-31",
    "origin": "imported",
    "counts": {"denominator": 80, "numerator": 48},
    "source": "Enquête d’avant le transfert",
    "reason": "Recomptée",
}
NOTE = {"indicator": "nps", "starts_on": "2026-10-12", "kind": "data", "text": "Enquête interrompue"}
SCOPE = {"conditions": [{"attribute": "group", "operator": "includes", "values": ["N1"]}]}
STAFF = {"author_ids": ["31100000000712"]}
PERSON = {"kind": "access", "received_on": "2026-11-03", "references": [{"kind": "ticket", "value": "48213"}]}
NEW_HOOK = {"name": "Outil de la matrice", "url": "https://outil.matrice.example/copil"}
SURVEY = {
    "kind": "csat",
    "brand": "Matrice",
    "controller_name": "Matrice SAS",
    "rights_contact": "droits@matrice.example",
    "rest_days": 0,
}
SURVEY_TOOL: dict[str, Any] = {"system": "typeform", "name": "matrice", "fields": [{"field": "q1", "role": "nps"}]}
PEOPLE = ("donneur_ordre", "sous_traitant", "autre_donneur_ordre", "autre_sous_traitant", "platform_admin")
CALLERS = ("anonymous", *BAD_TOKENS, *CLIENTS)


@dataclass(frozen=True)
class Call:
    """One valid request; `path` holds the ids of objects of the first pair."""

    path: str
    options: Mapping[str, Any]


class Scene:
    """Objects of the demonstration's first pair, and everybody who may ask for them."""

    def __init__(self, copil: Copil, http: httpx.Client) -> None:
        self.copil = copil
        self.http = http
        self.asked_again: dict[str, Call] = {}
        self._survey_tool: dict[str, Any] | None = None
        """What only reads or is refused, and can be asked again."""
        credentials = copil.credentials
        self.clients = credentials["clients"]
        self.contract_id: str = credentials["contract_id"]
        self.source_id: str = credentials["sources"]["zendesk"]["id"]
        self.organisation_id: str = self.clients["donneur_ordre"]["organisation_id"]
        self.apis = {name: Api(http, copil.base_url, partial(copil.token, name)) for name in CLIENTS}
        self.apis["anonymous"] = Api(http, copil.base_url)
        for name, spoilt in BAD_TOKENS.items():
            self.apis[name] = Api(http, copil.base_url, spoilt(copil, "donneur_ordre"))
        self.fresh_id = self.draft()
        manager = self.apis["donneur_ordre"]
        self.objective_id = self._made(
            manager.post(f"{CONTRACTS}/contracts/{self.fresh_id}/objectives", objective_body())
        )
        for side in ("donneur_ordre", "sous_traitant"):
            self._made(self.apis[side].post(f"{CONTRACTS}/contracts/{self.fresh_id}/acceptances", {}))
        self.source: Connected = connected(
            manager, {"contract_id": self.fresh_id, "system": "generic", "name": "matrice"}
        )
        self.rebuild_id = self._made(manager.post(f"{KPI}/contracts/{self.fresh_id}/rebuilds"))
        self.replay_id = self.proposed_replay()
        self.number = 0
        self.talk = Dialogue(manager, self.apis["sous_traitant"], self.fresh_id, self.draft)
        self.practices = Practices(manager, self.contract_id)

    @staticmethod
    def _made(answer: httpx.Response) -> str:
        assert answer.is_success, answer.text
        return str(answer.json().get("id"))

    def draft(self) -> str:
        """A new draft between the two companies of the first pair."""
        body = contract_body(self.organisation_id, self.clients["sous_traitant"]["organisation_id"])
        return self._made(self.apis["platform_admin"].post(f"{CONTRACTS}/contracts", body))

    def proposal(self) -> str:
        """The address of an amendment that the donneur d'ordre proposes."""
        path = f"{CONTRACTS}/contracts/{self.fresh_id}"
        self.number += 1
        body = PARAMETERS | {"reopen_window_hours": 200 + self.number}
        return f"{path}/amendments/{self._made(self.apis['donneur_ordre'].put(f'{path}/parameters', body))}"

    def promise(self) -> str:
        """The address of a commitment of a new draft."""
        path = f"{CONTRACTS}/contracts/{self.draft()}/commitments"
        return f"{path}/{self._made(self.apis['donneur_ordre'].put(path, commitment_body(checks=None)))}"

    def proposed_replay(self) -> str:
        """A replay that the donneur d'ordre asks for."""
        return self._made(self.apis["donneur_ordre"].post(f"{self.source.path}/replays", self.recorded()))

    def compared_import(self, path: str) -> str:
        """The address of a ticket export that the donneur d'ordre had compared."""
        manager = self.apis["donneur_ordre"]
        self.number += 1
        row = f"ticket_id,created_at,status\r\nI-{self.number},2026-03-02T09:14:05Z,open\r\n"
        answer = manager.post(f"{path}/ticket-imports", content=row, headers={"content-type": "text/csv"})
        address = f"{path}/ticket-imports/{self._made(answer)}"
        return self._reached(address, "compared")

    def loaded_import(self) -> str:
        """The address of one that is loaded, in a draft, where each party does so by itself."""
        address = self.compared_import(self.draft_source().path)
        self._made(self.apis["donneur_ordre"].post(f"{address}/loads", {}))
        return self._reached(address, "done")

    def proposed_import(self) -> str:
        """The address of one that the donneur d'ordre asks to load in an active contract."""
        address = self.compared_import(self.source.path)
        self._made(self.apis["donneur_ordre"].post(f"{address}/loads", {}))
        return address

    def draft_source(self) -> Connected:
        """A source of a draft."""
        wanted = {"contract_id": self.draft(), "system": "generic", "name": "reprise"}
        return connected(self.apis["donneur_ordre"], wanted)

    def _reached(self, address: str, state: str) -> str:
        deadline = time.monotonic() + 30
        while self.apis["donneur_ordre"].get(address).json()["state"] != state:
            assert time.monotonic() < deadline, f"never {state}"
            time.sleep(0.1)
        return address

    def proposed_scope(self) -> str:
        """A scope that the donneur d'ordre proposes."""
        path = f"{KPI}/contracts/{self.fresh_id}/sources/{self.source.id}/scopes"
        return self._made(self.apis["donneur_ordre"].post(path, SCOPE))

    def proposed_staff(self) -> str:
        """A list of its own staff that the donneur d'ordre proposes."""
        path = f"{KPI}/contracts/{self.fresh_id}/sources/{self.source.id}/staff"
        return self._made(self.apis["donneur_ordre"].post(path, STAFF))

    def proposed_feed(self) -> str:
        """A source of another contract that the donneur d'ordre wants to feed the fresh one too."""
        manager = self.apis["donneur_ordre"]
        source = connected(manager, {"contract_id": self.draft(), "system": "generic", "name": "partagé"})
        answer = manager.post(f"{KPI}/contracts/{self.fresh_id}/feeds", {**SCOPE, "source_id": source.id})
        assert answer.status_code == 201, answer.text
        return source.id

    def running_feed(self) -> str:
        """The address of a feed into a draft, which began at once."""
        path = f"{KPI}/contracts/{self.draft()}/feeds"
        answer = self.apis["donneur_ordre"].post(path, {**SCOPE, "source_id": self.source.id})
        assert answer.status_code == 201, answer.text
        return f"{path}/{self.source.id}"

    def recorded(self) -> list[dict[str, Any]]:
        """One delivery to replay."""
        event = cloud_event("mood", "M-1", at("2026-10-05T08:00:00Z"))
        return [generic_delivery(event, at("2026-10-05T08:00:01Z"), self.source.secret).recorded(1)]

    def figure_id(self) -> str:
        """A figure of the demonstration."""
        answer = self.apis["donneur_ordre"].get(
            f"{KPI}/contracts/{self.contract_id}/figures", params={"period": "2026-10"}
        )
        assert answer.status_code == 200, answer.text
        return str(answer.json()["items"][0]["figure_id"])

    def spare_client(self) -> str:
        """A machine client of the donneur d'ordre that may be revoked."""
        path = f"{CONTRACTS}/organisations/{self.organisation_id}/clients"
        answer = self.apis["platform_admin"].post(path, {"name": "de trop", "functions": ["reader"]})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["client_id"])

    def client(self, company: str, function: str) -> Api:
        """A new machine client with one function, of the company of one of the demonstration's clients."""
        path = f"{CONTRACTS}/organisations/{self.clients[company]['organisation_id']}/clients"
        answer = self.apis["platform_admin"].post(path, {"name": function, "functions": [function]})
        assert answer.status_code == 201, answer.text
        told = answer.json()
        sign_in = partial(self.copil.token_of, told["client_id"], told["client_secret"])
        return Api(self.http, self.copil.base_url, sign_in)

    def note(self) -> str:
        """A note of the donneur d'ordre that may be taken back."""
        return self._made(self.apis["donneur_ordre"].post(f"{KPI}/contracts/{self.fresh_id}/annotations", NOTE))

    def baseline_body(self) -> dict[str, Any]:
        """A baseline that may be proposed: none of its indicator waits."""
        path = f"{KPI}/contracts/{self.fresh_id}/baselines"
        manager = self.apis["donneur_ordre"]
        for one in manager.get(path).json()["items"]:
            if one["state"] == "proposed":
                assert manager.delete(f"{path}/{one['id']}").status_code == 204
        return BASELINE

    def proposed_baseline(self) -> str:
        """The address of a baseline that the donneur d'ordre proposes."""
        path = f"{KPI}/contracts/{self.fresh_id}/baselines"
        return f"{path}/{self._made(self.apis['donneur_ordre'].post(path, self.baseline_body()))}"

    @cached_property
    def baseline(self) -> str:
        """The address of a baseline, whatever becomes of it."""
        return self.proposed_baseline()

    def person_request(self) -> str:
        """The address of a request of an end customer, of which the donneur d'ordre is in charge."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/person-requests"
        return f"{path}/{self._made(self.apis['donneur_ordre'].post(path, PERSON))}"

    def verbatim(self) -> str:
        """An answer of the fresh contract whose words hide somebody; kept once, as its key says."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/answers"
        answer = {
            "key": "masque", "kind": "nps", "score": 9, "answered_at": "2026-10-12T14:03:00Z",
            "comment": "Rappelez Karim Benali.",
        }  # fmt: skip
        told = self.apis["donneur_ordre"].post(path, {"answers": [answer]})
        assert told.status_code == 200, told.text
        return str(told.json()["items"][0]["id"])

    def mask_correction(self) -> str:
        """A mark that somebody asks to be lifted."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/verbatims/{self.verbatim()}/corrections"
        return self._made(self.apis["sous_traitant"].post(path, {"action": "show", "place": 0}))

    def relay(self, what: str) -> str:
        """An address of the relay."""
        return f"{FEEDBACK}/contracts/{self.fresh_id}/relay/{what}"

    def new_team(self) -> dict[str, Any]:
        """A team that the provider may add."""
        self.number += 1
        return {"name": f"Équipe {self.number}"}

    def team(self) -> str:
        """A new team."""
        return self._made(self.apis["sous_traitant"].post(self.relay("teams"), self.new_team()))

    def said(self) -> str:
        """A new answer with words."""
        self.number += 1
        answer = {"key": f"dit-{self.number}", "kind": "nps", "score": 2, "comment": "Colis en retard"}
        body = {"answers": [{**answer, "answered_at": to_text(now())}]}
        told = self.apis["donneur_ordre"].post(f"{FEEDBACK}/contracts/{self.fresh_id}/answers", body)
        assert told.status_code == 200, told.text
        return str(told.json()["items"][0]["id"])

    def tag(self) -> str:
        """The address of a theme of an answer."""
        return f"{FEEDBACK}/contracts/{self.fresh_id}/verbatims/{self.said()}/themes/delay"

    def relayed(self) -> str:
        """The address of an answer that was relayed to a team."""
        manager = self.apis["donneur_ordre"]
        present = manager.get(self.relay("rules"))
        if not present.json()["items"]:
            rules = {"items": [{"when": {}, "team_id": self.team(), "answer_within_hours": 48}]}
            manager.put(self.relay("rules"), rules, headers={"if-match": present.headers["etag"]})
        address = f"{self.relay('items')}/{self.said()}"
        deadline = time.monotonic() + 30
        while manager.get(address).status_code != 200:
            assert time.monotonic() < deadline, "never relayed"
            time.sleep(0.1)
        return address

    def room_for_a_hook(self) -> dict[str, Any]:
        """An outgoing webhook that the provider may add: there are five at most."""
        provider = self.apis["sous_traitant"]
        items = provider.get(self.relay("hooks")).json()["items"]
        for one in [one for one in items if one["state"] != "removed"][4:]:
            provider.call("DELETE", f"{self.relay('hooks')}/{one['id']}")
        return NEW_HOOK

    def hook(self) -> str:
        """The address of a new outgoing webhook."""
        made = self.apis["sous_traitant"].post(self.relay("hooks"), self.room_for_a_hook())
        return f"{self.relay('hooks')}/{self._made(made)}"

    def hook_message(self) -> str:
        """The address of a message of one, which nobody takes."""
        hook = self.hook()
        return f"{hook}/messages/{self._made(self.apis['sous_traitant'].post(f'{hook}/tests', {}))}"

    def survey(self) -> str:
        """The address of a survey that the donneur d'ordre made."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/surveys"
        return f"{path}/{self._made(self.apis['donneur_ordre'].post(path, SURVEY))}"

    def answer_import(self) -> str:
        """The address of a file of answers that the donneur d'ordre sent."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/answers/imports"
        content = b"question,note,date\nnps,9,2026-10-12T14:03:00Z\n"
        sent = self.apis["donneur_ordre"].call("POST", path, content=content, headers={"content-type": "text/csv"})
        assert sent.is_success, sent.text
        return f"{path}/{sent.json()['import_id']}"

    def survey_tool(self) -> dict[str, Any]:
        """A survey tool of the first pair: its address, and its secret as it was drawn."""
        if self._survey_tool is None:
            path = f"{FEEDBACK}/contracts/{self.fresh_id}/survey-tools"
            made = self.apis["donneur_ordre"].post(path, SURVEY_TOOL)
            assert made.is_success, made.text
            self._survey_tool = {**made.json(), "path": f"{path}/{made.json()['id']}"}
        return self._survey_tool

    def survey_delivery(self) -> Call:
        """What a survey tool sends, well signed by a secret of the test's own."""
        path = f"{FEEDBACK}/contracts/{self.fresh_id}/survey-tools"
        made = self.apis["donneur_ordre"].post(path, {**SURVEY_TOOL, "secret": "un secret de la matrice"})
        assert made.is_success, made.text
        self.number += 1
        body = compact({"event_id": f"matrix-{self.number}", "event_type": "autre"})
        signed = base64.b64encode(hmac.digest(b"un secret de la matrice", body, "sha256")).decode()
        headers = {"content-type": "application/json", "typeform-signature": f"sha256={signed}"}
        return Call(f"/surveys/{made.json()['id']}", {"content": body, "headers": headers})

    def spare_person(self) -> str:
        """The address of somebody at the donneur d'ordre who may be deactivated."""
        path = f"{CONTRACTS}/organisations/{self.organisation_id}/people"
        return f"{path}/{self._made(self.apis['platform_admin'].post(path, somebody()))}"

    def invitation(self) -> str:
        """The token of somebody newly invited at the donneur d'ordre."""
        path = f"{CONTRACTS}/organisations/{self.organisation_id}/invitations"
        answer = self.apis["platform_admin"].post(path, somebody())
        assert answer.status_code == 201, answer.text
        return str(answer.json()["url"].partition("#")[2])

    def spare_key(self) -> str:
        """A BI key of the donneur d'ordre that may be revoked."""
        body = {"name": "de trop", "contract_ids": [self.contract_id]}
        return self._made(self.apis["donneur_ordre"].post("/auth/keys", body))

    def person(self, name: str) -> Api:
        """One of the demonstration's people, newly signed in, on a page of ours."""
        answer = self.http.post(f"{self.copil.base_url}/auth/session", json=self.copil.credentials["users"][name])
        assert answer.status_code == 200, answer.text
        cookie = answer.headers["set-cookie"].partition(";")[0]
        fields = {"cookie": cookie, "x-copil-csrf": "1", "origin": self.copil.base_url}
        return Api(self.http, self.copil.base_url, fields=fields)

    def delivery(self) -> Call:
        """A well-signed webhook."""
        self.number += 1
        body = compact(cloud_event("mood", "M-1", now_us(), event_id=f"matrix-{self.number}"))
        headers = generic_headers(body, now_us(), self.source.secret)
        return Call(f"/hooks/{self.source.id}", {"content": body, "headers": headers})


def somebody() -> dict[str, Any]:
    """A person to add."""
    return {"email": f"{new_id()}@maison-verlaine.example", "name": "Personne de trop", "functions": ["reader"]}
