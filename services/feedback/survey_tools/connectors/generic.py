"""Generic: Standard Webhooks headers around one response in JSON; any tool, or what stands before it, can send it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from services.common.instants import to_text
from services.feedback.survey_tools.connectors import signatures
from services.feedback.survey_tools.connectors.base import Connector, Headers, Response, Told, Value
from services.feedback.survey_tools.connectors.decoding import an_object, fields, instant, load, optional_object, word

EVENT = "response"


class Generic(Connector):
    """`{"id", "answered_at", "finished"?, "answers": {question: answer}, "hidden"?: {name: value}}`."""

    name = "generic"
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
        """One response; unfinished ones count for nothing. Raises: Malformed."""
        key = word(headers.get(signatures.ID), signatures.ID)
        told = load(body)
        if told.get("finished") is False:
            return Told(key, f"{EVENT}.unfinished")
        values, questions = fields(an_object(told.get("answers"), "answers"))
        hidden, more = fields(optional_object(told.get("hidden"), "hidden"), "hidden:")
        response = Response(
            word(told.get("id"), "id"), instant(told.get("answered_at"), "answered_at"), values | hidden
        )
        return Told(key, EVENT, response, (*questions, *more))

    def sample(self, response_id: str, answered_at: datetime, values: Mapping[str, Value]) -> bytes:
        """A response with these answers."""
        hidden = {name.removeprefix("hidden:"): value for name, value in values.items() if name.startswith("hidden:")}
        answers = {name: value for name, value in values.items() if not name.startswith("hidden:")}
        told = {"id": response_id, "answered_at": to_text(answered_at), "finished": True, "answers": answers}
        return msgspec.json.encode(told | ({"hidden": hidden} if hidden else {}))
