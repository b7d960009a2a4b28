"""Who calls, whatever they show: an access token, a session, or, below `/bi/`, a BI key."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.types import Scope

from gateway.bi_keys.admission import BiKeys
from gateway.bi_keys.rules import is_basic
from gateway.headers import RawHeaders, RequestHead, read_request
from gateway.identities import Identities, Identity
from gateway.people.directory import Known, People
from gateway.sessions import rules
from gateway.sessions.errors import ForeignRequest, TwoProofs
from gateway.sessions.service import Session, Sessions
from services.common.errors import Unauthenticated


class BiUnauthenticated(Unauthenticated):
    """No token, or one that this service does not accept."""

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": 'Basic realm="Copil BI"'}


@dataclass(slots=True)
class Visitor:
    """What a request says of its sender."""

    method: str
    headers: RawHeaders
    head: RequestHead
    address: str

    @classmethod
    def of(cls, scope: Scope, head: RequestHead | None = None) -> "Visitor":
        """Read a request."""
        client = scope.get("client")
        return cls(
            scope["method"], scope["headers"], head or read_request(scope["headers"]), client[0] if client else ""
        )

    def shown(self, cookie: bytes) -> str | None:
        """The session shown; None without the cookie, an empty text when it cannot be one of ours."""
        return rules.read_cookie(self.head.cookies, cookie) if self.head.cookies else None


class Callers:
    """Everybody who may be let in."""

    def __init__(
        self, identities: Identities, sessions: Sessions, people: People, keys: BiKeys, public_url: str
    ) -> None:
        self._identities = identities
        self._sessions = sessions
        self._people = people
        self._keys = keys
        self._origin = rules.origin_of(public_url)
        self.cookie_name = rules.cookie_name(public_url)
        self.cookie = self.cookie_name.encode()
        self.step_cookie_name = rules.step_cookie_name(self.cookie_name)

    async def of(self, visitor: Visitor, *, bi: bool = False) -> Identity:
        """Who calls; `bi`: a BI key opens this too.

        Raises: Unauthenticated, TwoProofs, ForeignRequest, TooManyRequests, Unavailable.
        """
        if visitor.head.cookies and visitor.shown(self.cookie) is not None:
            session, known = await self.session_of(visitor)
            return known.identity(session.proofs)
        authorization = visitor.head.authorization
        if not bi:
            return await self._identities.of(authorization)
        try:
            if authorization is not None and is_basic(authorization):
                return await self._keys.of(authorization, visitor.address)
            return await self._identities.of(authorization)
        except Unauthenticated:
            raise BiUnauthenticated from None

    async def session_of(self, visitor: Visitor) -> tuple[Session, Known]:
        """The session of a request, and whose it is.

        Raises: Unauthenticated, TwoProofs, ForeignRequest, Unavailable.
        """
        token = visitor.shown(self.cookie)
        if token is None:
            raise Unauthenticated
        if visitor.head.authorization is not None:
            raise TwoProofs
        session = await self._sessions.find(token)
        known = await self._people.of(session.person_id)
        self._check_origin(visitor)
        return session, known

    def _check_origin(self, visitor: Visitor) -> None:
        if visitor.method in rules.SAFE_METHODS:
            return
        if not rules.carries_csrf_header(visitor.headers):
            raise ForeignRequest("The field X-Copil-CSRF is missing.")
        if not rules.comes_from_us(visitor.headers, self._origin):
            raise ForeignRequest("Origin and Sec-Fetch-Site do not say that this comes from us.")

    def check_guest(self, visitor: Visitor) -> None:
        """Somebody may sign in from one of our pages, or from no browser; foreign pages sign nobody in.

        Raises: TwoProofs, ForeignRequest.
        """
        if visitor.shown(self.cookie) is not None:
            if visitor.head.authorization is not None:
                raise TwoProofs
            self._check_origin(visitor)
        elif rules.comes_from_us(visitor.headers, self._origin) is False:
            raise ForeignRequest("Origin and Sec-Fetch-Site do not say that this comes from us.")
