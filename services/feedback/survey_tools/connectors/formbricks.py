"""Formbricks: webhooks of a response, signed as Standard Webhooks since its secrets exist (`whsec_…`).

`responseFinished` tells a whole response. `responseUpdated` may come after it when somebody corrects theirs: read as
well, so that a correction is seen as a contradiction of what was kept and not lost. Fields hidden in a survey stand
among its answers; variables beside them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from services.common.instants import to_text
from services.feedback.survey_tools.connectors import signatures
from services.feedback.survey_tools.connectors.base import Connector, Headers, Malformed, Response, Told, Value
from services.feedback.survey_tools.connectors.decoding import an_object, fields, instant, load, optional_object, word

FINISHED = "responseFinished"
_OF_A_RESPONSE = frozenset({FINISHED, "responseUpdated"})
VARIABLE = "variable:"


class Formbricks(Connector):
    """Formbricks, hosted or one's own."""

    name = "formbricks"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300

    draw_secret = staticmethod(signatures.draw_standard_secret)
    normalise_secret = staticmethod(signatures.normalise_standard_secret)
    sign = staticmethod(signatures.sign_standard)

    def check(
        self, headers: Headers, body: bytes, secrets: Sequence[str], received_at: datetime, tolerance_s: int
    ) -> None:
        """Raises: SignatureRejected, StaleRejected."""
        signatures.check_standard(headers, body, secrets, received_at, tolerance_s)

    def read(self, headers: Headers, body: bytes) -> Told:
        """What became of one response; only finished ones count. Raises: Malformed."""
        key = word(headers.get(signatures.ID), signatures.ID)
        told = load(body)
        event = word(told.get("event"), "event")
        if event not in _OF_A_RESPONSE:
            return Told(key, event)
        data = an_object(told.get("data"), "data")
        finished = data.get("finished", event == FINISHED)
        if not isinstance(finished, bool):
            raise Malformed("data.finished is mistyped")
        if not finished:
            return Told(key, event)
        values, questions = fields(an_object(data.get("data"), "data.data"))
        variables, more = fields(optional_object(data.get("variables"), "data.variables"), VARIABLE)
        response = Response(
            word(data.get("id"), "data.id"),
            # When they began: it stays what it was when a response is corrected.
            instant(data.get("createdAt"), "data.createdAt"),
            values | variables,
        )
        return Told(key, event, response, (*questions, *more))

    def sample(self, response_id: str, answered_at: datetime, values: Mapping[str, Value]) -> bytes:
        """A finished response with these answers."""
        at = to_text(answered_at)
        variables = {name.removeprefix(VARIABLE): one for name, one in values.items() if name.startswith(VARIABLE)}
        answers = {name: value for name, value in values.items() if not name.startswith(VARIABLE)}
        data = {
            "id": response_id, "createdAt": at, "updatedAt": at, "surveyId": "essai", "finished": True,
            "contact": None, "contactAttributes": None, "data": answers, "variables": variables, "ttc": {},
            "tags": [], "meta": {}, "language": None,
        }  # fmt: skip
        return msgspec.json.encode({"webhookId": "essai", "event": FINISHED, "data": data})
