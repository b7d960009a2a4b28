"""A valid request of every operation."""

from collections.abc import Callable
from typing import Any

from services.common.identifiers import new_id
from tests.authorisation.dialogue import GRID, THREAD
from tests.authorisation.scene import NEW_HOOK, NOTE, PERSON, SCOPE, STAFF, SURVEY, SURVEY_TOOL, Call, Scene, somebody
from tests.factories.contracts import commitment_body, contract_body, objective_body
from tests.support.newcomers import CONTRACTS, FEEDBACK, KPI, PARAMETERS, connected

ANSWER = {"key": "matrice", "kind": "nps", "score": 9, "answered_at": "2026-10-12T14:03:00Z"}
BEGIN = {"step": "start"}
_OF_FEEDBACK = "/api/feedback/v1/contracts/{contract_id}"
_RELAY = f"{_OF_FEEDBACK}/relay"
_ACTIONS = "/api/contracts/v1/contracts/{contract_id}/actions"
_THREADS = "/api/feedback/v1/contracts/{contract_id}/threads"
_EVALUATIONS = "/api/feedback/v1/contracts/{contract_id}/evaluations"
_IMPORTS = "/api/feedback/v1/contracts/{contract_id}/answers/imports"
_TOOLS = "/api/feedback/v1/contracts/{contract_id}/survey-tools"
_PERSONS = "/api/feedback/v1/contracts/{contract_id}/person-requests"
AS_CSV = {"content-type": "text/csv"}
EXPORT = "ticket_id,created_at,status\r\nE-1,2026-03-02T09:14:05Z,open\r\n"
BI_TABLES = ("figures", "figures.csv", "tickets", "tickets.csv", "catalog")


def _read(path: str, **options: Any) -> Callable[[Scene], Call]:
    return lambda scene: Call(
        path.format(
            c=scene.contract_id, f=scene.fresh_id, s=scene.source_id, o=scene.organisation_id, r=scene.rebuild_id
        ),
        options,
    )


def _write(path: str, body: Any) -> Callable[[Scene], Call]:
    def call(scene: Scene) -> Call:
        sent = body(scene) if callable(body) else body
        return Call(path.format(f=scene.fresh_id, s=scene.source.id, o=scene.organisation_id), {"json": sent})

    return call


def _table(name: str) -> Callable[[Scene], Call]:
    # Who is let in is asked here; all tickets of six months, once per cell, would be most of the run.
    few = {"limit": 10} if name.startswith("tickets") else {}
    return lambda scene: Call(f"/bi/v1/{name}", {"params": {"contract_id": scene.contract_id, **few}})


def _token(scene: Scene) -> Call:
    told = scene.clients["bi_donneur_ordre"]
    form = {
        "grant_type": "client_credentials", "client_id": told["client_id"], "client_secret": told["client_secret"],
    }  # fmt: skip
    return Call("/auth/token", {"data": form})


def _contract(scene: Scene) -> dict[str, Any]:
    return contract_body(scene.organisation_id, scene.clients["sous_traitant"]["organisation_id"])


def _replaced(path: str, scene: Scene) -> Call:
    """A list as it is, written again."""
    read = scene.apis["donneur_ordre"].get(path)
    told = [{name: one[name] for name in one if name != "since"} for one in read.json()["items"]]
    return Call(path, {"json": {"items": told}, "headers": {"if-match": read.headers["etag"]}})


REQUESTS: dict[str, Callable[[Scene], Call]] = {
    "POST /auth/token": _token,
    "GET /auth/jwks.json": _read("/auth/jwks.json"),
    "GET /auth/operator": _read("/auth/operator"),
    "POST /auth/session": lambda scene: Call(
        "/auth/session", {"json": scene.copil.credentials["users"]["donneur_ordre"]}
    ),
    "GET /auth/session": _read("/auth/session"),
    "DELETE /auth/session": _read("/auth/session"),
    "DELETE /auth/sessions": _read("/auth/sessions"),
    "GET /auth/sessions": _read("/auth/sessions"),
    "DELETE /auth/sessions/others": _read("/auth/sessions/others"),
    "DELETE /auth/sessions/{session_id}": lambda _scene: Call(f"/auth/sessions/{new_id()}", {}),
    "PUT /auth/password": _write("/auth/password", {"current": "not theirs", "password": "quatre ânes gris au pré"}),
    "POST /auth/session/code": _write("/auth/session/code", {"code": "123456"}),
    "GET /auth/second-factor": _read("/auth/second-factor"),
    "POST /auth/second-factor": _write("/auth/second-factor", {"password": "not theirs"}),
    "POST /auth/second-factor/activations": _write("/auth/second-factor/activations", {"code": "123456"}),
    "POST /auth/second-factor/recovery-codes": _write("/auth/second-factor/recovery-codes", {"code": "123456"}),
    "POST /auth/second-factor/removals": _write(
        "/auth/second-factor/removals", {"password": "not theirs", "code": "123456"}
    ),
    "GET /auth/second-factors": _read("/auth/second-factors"),
    "DELETE /auth/people/{person_id}/second-factor": lambda scene: Call(
        f"/auth/people/{scene.spare_person().rpartition('/')[2]}/second-factor", {}
    ),
    "GET /auth/journal": _read("/auth/journal"),
    "GET /auth/provider": _read("/auth/provider"),
    "PUT /auth/provider": _write(
        "/auth/provider", {"issuer": "https://login.example", "client_id": "copil", "client_secret": "x"}
    ),
    "DELETE /auth/provider": _read("/auth/provider"),
    "POST /auth/provider/tests": _read("/auth/provider/tests"),
    "POST /auth/provider/sign-ins": _write("/auth/provider/sign-ins", {"email": "nobody@maison-verlaine.example"}),
    "GET /auth/provider/bindings": _read("/auth/provider/bindings"),
    "DELETE /auth/people/{person_id}/provider-binding": lambda scene: Call(
        f"/auth/people/{scene.spare_person().rpartition('/')[2]}/provider-binding", {}
    ),
    "GET /auth/provider/callback": _read("/auth/provider/callback", params={"state": "x", "code": "y"}),
    "POST /auth/password-requests": _write("/auth/password-requests", {"email": "nobody@maison-verlaine.example"}),
    "POST /auth/password-resets": _write("/auth/password-resets", {"token": "A" * 43, "password": "quatre ânes gris"}),
    "POST /auth/links/readings": lambda scene: Call("/auth/links/readings", {"json": {"token": scene.invitation()}}),
    "POST /auth/joinings": lambda scene: Call(
        "/auth/joinings",
        {"json": {"token": scene.invitation(), "name": "Personne de trop", "password": "quatre ânes gris au pré"}},
    ),
    "GET /auth/mail": _read("/auth/mail"),
    "POST /auth/mail/tests": _write("/auth/mail/tests", {}),
    "POST /api/contracts/v1/organisations/{organisation_id}/invitations": _write(
        f"{CONTRACTS}/organisations/{{o}}/invitations", lambda _scene: somebody()
    ),
    "POST /api/contracts/v1/organisations/{organisation_id}/people/{person_id}/links": lambda scene: Call(
        f"{scene.spare_person()}/links", {}
    ),
    "POST /api/contracts/v1/platform/first-administrator-links": _read(
        f"{CONTRACTS}/platform/first-administrator-links"
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/functions": _read(f"{CONTRACTS}/contracts/{{c}}/functions"),
    "PUT /api/contracts/v1/contracts/{contract_id}/functions/{person_id}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.contract_id}/functions/{new_id()}", {"json": {"functions": ["reader"]}}
    ),
    "DELETE /api/contracts/v1/contracts/{contract_id}/functions/{person_id}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.contract_id}/functions/{new_id()}", {}
    ),
    "GET /api/contracts/v1/me": _read(f"{CONTRACTS}/me"),
    "PATCH /api/contracts/v1/me": _write(f"{CONTRACTS}/me", {"zone": "Europe/Paris"}),
    "GET /api/contracts/v1/notifications": _read(f"{CONTRACTS}/notifications"),
    "GET /api/contracts/v1/notifications/count": _read(f"{CONTRACTS}/notifications/count"),
    "POST /api/contracts/v1/notifications/read": _write(f"{CONTRACTS}/notifications/read", {"ids": []}),
    "GET /api/contracts/v1/notifications/preferences": _read(f"{CONTRACTS}/notifications/preferences"),
    "PUT /api/contracts/v1/notifications/preferences": lambda _: Call(
        f"{CONTRACTS}/notifications/preferences",
        {
            "json": dict.fromkeys(("decisions", "actions", "voice", "data", "talks"), "daily"),
            "headers": {"if-match": "*"},
        },
    ),
    "GET /auth/keys": _read("/auth/keys"),
    "POST /auth/keys": lambda scene: Call(
        "/auth/keys", {"json": {"name": "matrice", "contract_ids": [scene.contract_id]}}
    ),
    "DELETE /auth/keys/{key_id}": lambda scene: Call(f"/auth/keys/{scene.spare_key()}", {}),
    "GET /api/contracts/v1/organisations/{organisation_id}/people": _read(f"{CONTRACTS}/organisations/{{o}}/people"),
    "POST /api/contracts/v1/organisations/{organisation_id}/people": _write(
        f"{CONTRACTS}/organisations/{{o}}/people", lambda _scene: somebody()
    ),
    "PATCH /api/contracts/v1/organisations/{organisation_id}/people/{person_id}": lambda scene: Call(
        scene.spare_person(), {"json": {"functions": ["auditor"]}}
    ),
    "DELETE /api/contracts/v1/organisations/{organisation_id}/people/{person_id}": lambda scene: Call(
        scene.spare_person(), {}
    ),
    "POST /hooks/{source_id}": Scene.delivery,
    "POST /surveys/{tool_id}": Scene.survey_delivery,
    "GET /api/contracts/v1/organisations": _read(f"{CONTRACTS}/organisations"),
    "POST /api/contracts/v1/organisations": _write(f"{CONTRACTS}/organisations", {"name": "Atelier Lumen"}),
    "GET /api/contracts/v1/organisations/{organisation_id}": _read(f"{CONTRACTS}/organisations/{{o}}"),
    "GET /api/contracts/v1/organisations/{organisation_id}/clients": _read(f"{CONTRACTS}/organisations/{{o}}/clients"),
    "POST /api/contracts/v1/organisations/{organisation_id}/clients": _write(
        f"{CONTRACTS}/organisations/{{o}}/clients", {"name": "essai", "functions": ["reader"]}
    ),
    "DELETE /api/contracts/v1/organisations/{organisation_id}/clients/{client_id}": lambda scene: Call(
        f"{CONTRACTS}/organisations/{scene.organisation_id}/clients/{scene.spare_client()}", {}
    ),
    "GET /api/contracts/v1/contracts": _read(f"{CONTRACTS}/contracts"),
    "POST /api/contracts/v1/contracts": _write(f"{CONTRACTS}/contracts", _contract),
    "GET /api/contracts/v1/contracts/{contract_id}": _read(f"{CONTRACTS}/contracts/{{c}}"),
    "PATCH /api/contracts/v1/contracts/{contract_id}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}", {"json": {"title": "Autre titre"}, "headers": {"if-match": "*"}}
    ),
    "DELETE /api/contracts/v1/contracts/{contract_id}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}", {"headers": {"if-match": "*"}}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/corrections": _read(f"{CONTRACTS}/contracts/{{c}}/corrections"),
    "GET /api/contracts/v1/contracts/{contract_id}/amendments/closings": _read(
        f"{CONTRACTS}/contracts/{{c}}/amendments/closings"
    ),
    "POST /api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/refusal": lambda scene: Call(
        f"{scene.proposal()}/refusal", {"json": {"comment": "Pas maintenant."}}
    ),
    "POST /api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/withdrawal": lambda scene: Call(
        f"{scene.proposal()}/withdrawal", {}
    ),
    "POST /api/contracts/v1/contracts/{contract_id}/commitments/{version_id}/checks": lambda scene: Call(
        f"{scene.promise()}/checks",
        {"json": dict.fromkeys(("specific", "measurable", "realistic", "aligned"), True)},
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/parameters": _read(f"{CONTRACTS}/contracts/{{c}}/parameters"),
    "PUT /api/contracts/v1/contracts/{contract_id}/parameters": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}/parameters", {"json": PARAMETERS}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/objectives": _read(f"{CONTRACTS}/contracts/{{c}}/objectives"),
    "POST /api/contracts/v1/contracts/{contract_id}/objectives": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}/objectives", {"json": objective_body()}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/objectives/{objective_id}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.fresh_id}/objectives/{scene.objective_id}", {}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/commitments": _read(f"{CONTRACTS}/contracts/{{c}}/commitments"),
    "PUT /api/contracts/v1/contracts/{contract_id}/commitments": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}/commitments", {"json": commitment_body()}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/signatories": _read(f"{CONTRACTS}/contracts/{{c}}/signatories"),
    "GET /api/contracts/v1/contracts/{contract_id}/acceptances": _read(f"{CONTRACTS}/contracts/{{c}}/acceptances"),
    "POST /api/contracts/v1/contracts/{contract_id}/acceptances": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.draft()}/acceptances", {"json": {}}
    ),
    "GET /api/contracts/v1/contracts/{contract_id}/text": _read(f"{CONTRACTS}/contracts/{{c}}/text"),
    "GET /api/contracts/v1/holidays": _read(f"{CONTRACTS}/holidays", params={"from_year": "2026", "to_year": "2027"}),
    "GET /api/kpi/v1/sources": lambda scene: Call(f"{KPI}/sources", {"params": {"contract_id": scene.contract_id}}),
    "POST /api/kpi/v1/sources": _write(
        f"{KPI}/sources", lambda scene: {"contract_id": scene.fresh_id, "system": "generic", "name": "matrice"}
    ),
    "GET /api/kpi/v1/sources/{source_id}": _read(f"{KPI}/sources/{{s}}"),
    "POST /api/kpi/v1/sources/{source_id}/secrets": lambda scene: Call(
        connected(
            scene.apis["donneur_ordre"], {"contract_id": scene.fresh_id, "system": "generic", "name": "à renouveler"}
        ).path
        + "/secrets",
        {"json": {}},
    ),
    "GET /api/kpi/v1/sources/{source_id}/deliveries": _read(f"{KPI}/sources/{{s}}/deliveries"),
    "GET /api/kpi/v1/sources/{source_id}/quarantine": _read(f"{KPI}/sources/{{s}}/quarantine"),
    "GET /api/kpi/v1/sources/{source_id}/quarantine/waiting": _read(f"{KPI}/sources/{{s}}/quarantine/waiting"),
    "POST /api/kpi/v1/sources/{source_id}/quarantine/readings": _write(
        f"{KPI}/sources/{{s}}/quarantine/readings", None
    ),
    "POST /api/kpi/v1/sources/{source_id}/rereadings": _write(f"{KPI}/sources/{{s}}/rereadings", lambda _: {}),
    "GET /api/kpi/v1/sources/{source_id}/samples": _read(f"{KPI}/sources/{{s}}/samples"),
    "POST /api/kpi/v1/sources/{source_id}/trials": _write(
        f"{KPI}/sources/{{s}}/trials", lambda _: {"sample": "created"}
    ),
    "GET /api/kpi/v1/sources/{source_id}/gaps": _read(f"{KPI}/sources/{{s}}/gaps"),
    # No gap is there to be explained: who may is told that it is not found, who may not that it may not.
    "POST /api/kpi/v1/sources/{source_id}/gaps/{gap_id}/explanations": lambda scene: Call(
        f"{scene.source.path}/gaps/{scene.fresh_id}/explanations", {"json": {"kind": "quiet", "reason": "Fermé."}}
    ),
    "PUT /api/kpi/v1/sources/{source_id}/silence-alert": lambda scene: Call(
        f"{scene.source.path}/silence-alert", {"json": {"minutes": 120}}
    ),
    "POST /api/kpi/v1/sources/{source_id}/replays": _write(f"{KPI}/sources/{{s}}/replays", Scene.recorded),
    "GET /api/kpi/v1/sources/{source_id}/replays": lambda scene: Call(f"{scene.source.path}/replays", {}),
    "GET /api/kpi/v1/sources/{source_id}/replays/{replay_id}": lambda scene: Call(
        f"{scene.source.path}/replays/{scene.replay_id}", {}
    ),
    "POST /api/kpi/v1/sources/{source_id}/replays/{replay_id}/approvals": lambda scene: Call(
        f"{scene.source.path}/replays/{scene.proposed_replay()}/approvals", {}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/previews": lambda scene: Call(
        f"{scene.source.path}/ticket-imports/previews", {"content": EXPORT, "headers": AS_CSV}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports": lambda scene: Call(
        f"{scene.source.path}/ticket-imports", {"content": EXPORT, "headers": AS_CSV}
    ),
    "GET /api/kpi/v1/sources/{source_id}/ticket-imports": lambda scene: Call(f"{scene.source.path}/ticket-imports", {}),
    "GET /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}": lambda scene: Call(
        scene.compared_import(scene.source.path), {}
    ),
    "GET /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/rows": lambda scene: Call(
        f"{scene.compared_import(scene.source.path)}/rows", {}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/loads": lambda scene: Call(
        f"{scene.compared_import(scene.draft_source().path)}/loads", {"json": {}}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/undoings": lambda scene: Call(
        f"{scene.loaded_import()}/undoings", {}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/approvals": lambda scene: Call(
        f"{scene.proposed_import()}/approvals", {}
    ),
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/refusals": lambda scene: Call(
        f"{scene.proposed_import()}/refusals", {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes": _read(
        f"{KPI}/contracts/{{c}}/sources/{{s}}/scopes"
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/sources/{scene.source.id}/scopes", {"json": SCOPE}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes/{scope_id}/approvals": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/sources/{scene.source.id}/scopes/{scene.proposed_scope()}/approvals", {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff": _read(
        f"{KPI}/contracts/{{c}}/sources/{{s}}/staff"
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/sources/{scene.source.id}/staff", {"json": STAFF}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff/{staff_id}/approvals": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/sources/{scene.source.id}/staff/{scene.proposed_staff()}/approvals", {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/sources/{source_id}/values": _read(
        f"{KPI}/contracts/{{c}}/sources/{{s}}/values"
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/feeds": _read(f"{KPI}/contracts/{{c}}/feeds"),
    "POST /api/kpi/v1/contracts/{contract_id}/feeds": lambda scene: Call(
        f"{KPI}/contracts/{scene.draft()}/feeds", {"json": {**SCOPE, "source_id": scene.source.id}}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/approvals": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/feeds/{scene.proposed_feed()}/approvals", {}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/refusals": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/feeds/{scene.proposed_feed()}/refusals", {}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/endings": lambda scene: Call(
        f"{scene.running_feed()}/endings", {"json": {}}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/out-of-scope": _read(f"{KPI}/contracts/{{c}}/out-of-scope"),
    "GET /api/kpi/v1/contracts/{contract_id}/tickets": _read(f"{KPI}/contracts/{{c}}/tickets"),
    "GET /api/kpi/v1/contracts/{contract_id}/figures": _read(
        f"{KPI}/contracts/{{c}}/figures", params={"period": "2026-10"}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/adjustments": _read(
        f"{KPI}/contracts/{{c}}/adjustments", params={"period": "2026-10"}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/today": _read(f"{KPI}/contracts/{{c}}/today"),
    "GET /api/kpi/v1/contracts/{contract_id}/watermark": _read(f"{KPI}/contracts/{{c}}/watermark"),
    "GET /api/kpi/v1/figures/{figure_id}/adjustments/{version}": lambda scene: Call(
        f"{KPI}/figures/{scene.figure_id()}/adjustments/2", {}
    ),
    "GET /api/kpi/v1/figures/{figure_id}/explanation": lambda scene: Call(
        f"{KPI}/figures/{scene.figure_id()}/explanation", {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/series": _read(
        f"{KPI}/contracts/{{c}}/series", params={"indicator": "nps", "from": "2026-10-01", "to": "2026-10-31"}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/comparisons": _read(
        f"{KPI}/contracts/{{c}}/comparisons",
        params={"indicator": "csat", "dimension": "channel", "period": "2026-10"},
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/freshness": _read(f"{KPI}/contracts/{{c}}/freshness"),
    "GET /api/kpi/v1/contracts/{contract_id}/coverage": _read(
        f"{KPI}/contracts/{{c}}/coverage", params={"period": "2026-10"}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/before-after": _read(
        f"{KPI}/contracts/{{c}}/before-after",
        params={
            "indicator": "csat",
            "before_from": "2026-01-01",
            "before_to": "2026-01-31",
            "after_from": "2026-10-01",
            "after_to": "2026-10-31",
        },
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/baselines": _read(f"{KPI}/contracts/{{c}}/baselines"),
    "POST /api/kpi/v1/contracts/{contract_id}/baselines": _write(
        f"{KPI}/contracts/{{f}}/baselines", Scene.baseline_body
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}": lambda scene: Call(scene.baseline, {}),
    "POST /api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}/agreements": lambda scene: Call(
        f"{scene.proposed_baseline()}/agreements", {}
    ),
    "DELETE /api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}": lambda scene: Call(
        scene.proposed_baseline(), {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}/comparison": lambda scene: Call(
        f"{scene.baseline}/comparison", {"params": {"from": "2026-10-01", "to": "2026-10-31"}}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/practices": _read(f"{KPI}/contracts/{{c}}/practices"),
    "POST /api/kpi/v1/contracts/{contract_id}/practices": lambda scene: Call(
        f"{KPI}/contracts/{scene.contract_id}/practices", {"json": scene.practices.body()}
    ),
    "POST /api/kpi/v1/contracts/{contract_id}/practices/{practice_id}/agreements": lambda scene: Call(
        f"{scene.practices.proposed()}/agreements", {}
    ),
    "DELETE /api/kpi/v1/contracts/{contract_id}/practices/{practice_id}": lambda scene: Call(
        scene.practices.proposed(), {}
    ),
    "GET /api/kpi/v1/contracts/{contract_id}/annotations": _read(f"{KPI}/contracts/{{c}}/annotations"),
    "POST /api/kpi/v1/contracts/{contract_id}/annotations": _write(f"{KPI}/contracts/{{f}}/annotations", NOTE),
    "DELETE /api/kpi/v1/contracts/{contract_id}/annotations/{annotation_id}": lambda scene: Call(
        f"{KPI}/contracts/{scene.fresh_id}/annotations/{scene.note()}", {}
    ),
    **{f"GET /bi/v1/{table}": _table(table) for table in BI_TABLES},
    "POST /api/kpi/v1/contracts/{contract_id}/rebuilds": _write(f"{KPI}/contracts/{{f}}/rebuilds", None),
    "GET /api/kpi/v1/contracts/{contract_id}/rebuilds": _read(f"{KPI}/contracts/{{f}}/rebuilds"),
    "GET /api/kpi/v1/contracts/{contract_id}/rebuilds/{rebuild_id}": _read(f"{KPI}/contracts/{{f}}/rebuilds/{{r}}"),
    "GET /api/feedback/v1/contracts/{contract_id}/answers": _read(f"{FEEDBACK}/contracts/{{c}}/answers"),
    "POST /api/feedback/v1/contracts/{contract_id}/answers": _write(
        f"{FEEDBACK}/contracts/{{f}}/answers", {"answers": [ANSWER]}
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/answers/imports": _read(
        f"{FEEDBACK}/contracts/{{f}}/answers/imports",
        content=b"kind,score,date\n",
        headers={"content-type": "text/csv"},
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/answers/imports/preview": _read(
        f"{FEEDBACK}/contracts/{{f}}/answers/imports/preview",
        content=b"kind,score,date\n",
        headers={"content-type": "text/csv"},
    ),
    f"GET {_IMPORTS}": _read(f"{FEEDBACK}/contracts/{{c}}/answers/imports"),
    f"POST {_IMPORTS}/{{import_id}}/undo": lambda scene: Call(f"{scene.answer_import()}/undo", {}),
    f"GET {_TOOLS}": _read(f"{FEEDBACK}/contracts/{{f}}/survey-tools"),
    f"POST {_TOOLS}": _write(f"{FEEDBACK}/contracts/{{f}}/survey-tools", SURVEY_TOOL),
    f"GET {_TOOLS}/{{tool_id}}": lambda scene: Call(scene.survey_tool()["path"], {}),
    f"PUT {_TOOLS}/{{tool_id}}/fields": lambda scene: Call(
        f"{scene.survey_tool()['path']}/fields", {"json": {"fields": SURVEY_TOOL["fields"]}}
    ),
    f"POST {_TOOLS}/{{tool_id}}/secrets": lambda scene: Call(f"{scene.survey_tool()['path']}/secrets", {"json": {}}),
    f"GET {_TOOLS}/{{tool_id}}/questions": lambda scene: Call(f"{scene.survey_tool()['path']}/questions", {}),
    f"GET {_TOOLS}/{{tool_id}}/deliveries": lambda scene: Call(f"{scene.survey_tool()['path']}/deliveries", {}),
    f"POST {_TOOLS}/{{tool_id}}/rereads": lambda scene: Call(f"{scene.survey_tool()['path']}/rereads", {"json": {}}),
    f"POST {_TOOLS}/{{tool_id}}/trials": lambda scene: Call(f"{scene.survey_tool()['path']}/trials", {"json": {}}),
    f"GET {_PERSONS}": _read(f"{FEEDBACK}/contracts/{{c}}/person-requests"),
    f"POST {_PERSONS}": _write(f"{FEEDBACK}/contracts/{{f}}/person-requests", PERSON),
    f"POST {_PERSONS}/{{request_id}}/steps": lambda scene: Call(f"{scene.person_request()}/steps", {"json": BEGIN}),
    f"GET {_PERSONS}/{{request_id}}/findings": lambda scene: Call(f"{scene.person_request()}/findings", {}),
    f"GET {_PERSONS}/{{request_id}}/export": lambda scene: Call(f"{scene.person_request()}/export", {}),
    "GET /api/feedback/v1/contracts/{contract_id}/surveys": _read(f"{FEEDBACK}/contracts/{{c}}/surveys"),
    "POST /api/feedback/v1/contracts/{contract_id}/surveys": lambda scene: Call(
        f"{FEEDBACK}/contracts/{scene.fresh_id}/surveys", {"json": SURVEY}
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/surveys/{survey_id}": lambda scene: Call(scene.survey(), {}),
    "PUT /api/feedback/v1/contracts/{contract_id}/surveys/{survey_id}": lambda scene: Call(
        scene.survey(), {"json": SURVEY, "headers": {"if-match": "*"}}
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/surveys/{survey_id}/preview": lambda scene: Call(
        f"{scene.survey()}/preview", {}
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/surveys/{survey_id}/responses": lambda scene: Call(
        f"{scene.survey()}/responses", {}
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/surveys/{survey_id}/invitations": lambda scene: Call(
        f"{scene.survey()}/invitations", {"json": {"invitations": [{"key": "matrice", "customer_key": "matrice"}]}}
    ),
    f"GET {_ACTIONS}": _read(f"{CONTRACTS}/contracts/{{c}}/actions"),
    f"GET {_ACTIONS}/owners": _read(f"{CONTRACTS}/contracts/{{c}}/actions/owners"),
    f"POST {_ACTIONS}": lambda scene: Call(
        f"{CONTRACTS}/contracts/{scene.fresh_id}/actions", {"json": scene.talk.action_body()}
    ),
    f"GET {_ACTIONS}/{{action_id}}": lambda scene: Call(scene.talk.action(), {}),
    f"POST {_ACTIONS}/{{action_id}}/steps": lambda scene: Call(
        f"{scene.talk.action()}/steps",
        {"json": {"step": "note", "comment": "Vu."}, "headers": {"if-match": "*"}},
    ),
    f"GET {_THREADS}": _read(f"{FEEDBACK}/contracts/{{c}}/threads"),
    f"POST {_THREADS}": _write(f"{FEEDBACK}/contracts/{{f}}/threads", THREAD),
    f"GET {_THREADS}/delays": _read(f"{FEEDBACK}/contracts/{{c}}/threads/delays", params={"period": "2026-Q4"}),
    f"GET {_THREADS}/{{thread_id}}": lambda scene: Call(scene.talk.thread(), {}),
    f"POST {_THREADS}/{{thread_id}}/messages": lambda scene: Call(
        f"{scene.talk.thread()}/messages", {"json": {"text": "Bien noté."}}
    ),
    f"POST {_THREADS}/{{thread_id}}/readings": lambda scene: Call(f"{scene.talk.thread()}/readings", {}),
    f"GET {_EVALUATIONS}": _read(f"{FEEDBACK}/contracts/{{c}}/evaluations"),
    f"GET {_EVALUATIONS}/criteria": _read(f"{FEEDBACK}/contracts/{{c}}/evaluations/criteria"),
    f"POST {_EVALUATIONS}/criteria": _write(f"{FEEDBACK}/contracts/{{f}}/evaluations/criteria", GRID),
    f"POST {_EVALUATIONS}/criteria/{{grid_id}}/answers": lambda scene: Call(
        f"{scene.talk.grid()}/answers", {"json": {"agreed": True}}
    ),
    f"POST {_EVALUATIONS}/{{quarter}}": lambda scene: Call(
        scene.talk.quarter(), {"json": {"scores": [{"code": "clarity", "score": 4, "comment": "Bien."}]}}
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/verbatims": _read(f"{FEEDBACK}/contracts/{{c}}/verbatims"),
    "GET /api/feedback/v1/contracts/{contract_id}/verbatims/scores": _read(
        f"{FEEDBACK}/contracts/{{c}}/verbatims/scores"
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/verbatims/{answer_id}/corrections": lambda scene: Call(
        f"{FEEDBACK}/contracts/{scene.fresh_id}/verbatims/{scene.verbatim()}/corrections",
        {"json": {"action": "show", "place": 0}},
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/mask-corrections": _read(
        f"{FEEDBACK}/contracts/{{c}}/mask-corrections"
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/mask-corrections/{correction_id}/answer": lambda scene: Call(
        f"{FEEDBACK}/contracts/{scene.fresh_id}/mask-corrections/{scene.mask_correction()}/answer",
        {"json": {"shown": False}},
    ),
    "GET /api/feedback/v1/contracts/{contract_id}/verbatim-releases": _read(
        f"{FEEDBACK}/contracts/{{c}}/verbatim-releases"
    ),
    "PUT /api/feedback/v1/contracts/{contract_id}/verbatim-releases": _write(
        f"{FEEDBACK}/contracts/{{f}}/verbatim-releases", {"required": False}
    ),
    "POST /api/feedback/v1/contracts/{contract_id}/verbatim-releases": lambda scene: Call(
        f"{FEEDBACK}/contracts/{scene.fresh_id}/verbatim-releases", {"json": {"answer_ids": [scene.verbatim()]}}
    ),
    f"GET {_OF_FEEDBACK}/verbatims/queues": _read(f"{FEEDBACK}/contracts/{{c}}/verbatims/queues"),
    f"GET {_OF_FEEDBACK}/verbatims/themes": _read(f"{FEEDBACK}/contracts/{{c}}/verbatims/themes"),
    f"PUT {_OF_FEEDBACK}/verbatims/{{answer_id}}/themes/{{code}}": lambda scene: Call(scene.tag(), {}),
    f"DELETE {_OF_FEEDBACK}/verbatims/{{answer_id}}/themes/{{code}}": lambda scene: Call(scene.tag(), {}),
    f"GET {_OF_FEEDBACK}/themes": _read(f"{FEEDBACK}/contracts/{{c}}/themes"),
    f"PUT {_OF_FEEDBACK}/themes": lambda scene: _replaced(f"{FEEDBACK}/contracts/{scene.fresh_id}/themes", scene),
    f"GET {_OF_FEEDBACK}/themes/suggestions": _read(f"{FEEDBACK}/contracts/{{c}}/themes/suggestions"),
    f"GET {_RELAY}/teams": _read(f"{FEEDBACK}/contracts/{{c}}/relay/teams"),
    f"POST {_RELAY}/teams": lambda scene: Call(scene.relay("teams"), {"json": scene.new_team()}),
    f"PUT {_RELAY}/teams/{{team_id}}": lambda scene: Call(
        f"{scene.relay('teams')}/{scene.team()}", {"json": scene.new_team()}
    ),
    f"GET {_RELAY}/rules": _read(f"{FEEDBACK}/contracts/{{c}}/relay/rules"),
    f"PUT {_RELAY}/rules": lambda scene: _replaced(scene.relay("rules"), scene),
    f"GET {_RELAY}/items": _read(f"{FEEDBACK}/contracts/{{c}}/relay/items"),
    f"GET {_RELAY}/counts": _read(f"{FEEDBACK}/contracts/{{c}}/relay/counts"),
    f"GET {_RELAY}/items/{{answer_id}}": lambda scene: Call(scene.relayed(), {}),
    f"POST {_RELAY}/items/{{answer_id}}/steps": lambda scene: Call(
        f"{scene.relayed()}/steps", {"json": {"step": "acknowledge"}}
    ),
    f"GET {_RELAY}/delays": _read(f"{FEEDBACK}/contracts/{{c}}/relay/delays"),
    f"GET {_RELAY}/hooks": _read(f"{FEEDBACK}/contracts/{{c}}/relay/hooks"),
    f"POST {_RELAY}/hooks": lambda scene: Call(scene.relay("hooks"), {"json": scene.room_for_a_hook()}),
    f"PUT {_RELAY}/hooks/{{hook_id}}": lambda scene: Call(scene.hook(), {"json": NEW_HOOK}),
    f"PUT {_RELAY}/hooks/{{hook_id}}/state": lambda scene: Call(f"{scene.hook()}/state", {"json": {"state": "paused"}}),
    f"DELETE {_RELAY}/hooks/{{hook_id}}": lambda scene: Call(scene.hook(), {}),
    f"POST {_RELAY}/hooks/{{hook_id}}/secrets": lambda scene: Call(f"{scene.hook()}/secrets", {"json": {}}),
    f"POST {_RELAY}/hooks/{{hook_id}}/tests": lambda scene: Call(f"{scene.hook()}/tests", {"json": {}}),
    f"GET {_RELAY}/hooks/{{hook_id}}/messages": lambda scene: Call(f"{scene.hook()}/messages", {}),
    f"POST {_RELAY}/hooks/{{hook_id}}/messages/{{message_id}}/resend": lambda scene: Call(
        f"{scene.hook_message()}/resend", {"json": {}}
    ),
    f"POST {_RELAY}/hooks/{{hook_id}}/resends": lambda scene: Call(f"{scene.hook()}/resends", {"json": {}}),
}
"""A valid request of every operation."""


def request_of(scene: Scene, operation: str, *, succeeds: bool) -> Call:
    """A valid request: one that nobody used up yet; what is refused or only reads can be asked again."""
    if succeeds and not operation.startswith("GET "):
        return REQUESTS[operation](scene)
    if operation not in scene.asked_again:
        scene.asked_again[operation] = REQUESTS[operation](scene)
    return scene.asked_again[operation]
