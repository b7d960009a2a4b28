"""From the bearer token of a request to its caller."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request

from services.common.auth.access import Function
from services.common.auth.caller import Caller
from services.common.errors import Unauthenticated


def bearer_token(request: Request) -> str:
    """The bearer token of a request. Raises: Unauthenticated."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated
    return token


async def current_caller(request: Request) -> Caller:
    """Who calls, from the internal token. Raises: Unauthenticated."""
    known: Caller | None = getattr(request.state, "caller", None)
    if known is not None:
        return known
    claims = await request.app.state.token_verifier.verify(bearer_token(request))
    request.state.caller = caller = caller_from(claims)
    return caller


def caller_from(claims: dict[str, Any]) -> Caller:
    """Read verified claims. Raises: Unauthenticated when their shape is not ours."""
    try:
        return Caller(
            subject=str(claims["sub"]),
            issuer=str(claims["iss"]),
            organisation_id=UUID(claims["org"]) if claims.get("org") else None,
            functions=frozenset(Function(name) for name in claims.get("functions", ())),
            roles=frozenset(claims.get("roles", ())),
            name=_name(claims.get("name")),
            contracts=_reach(claims),
            contract_functions=_by_contract(claims.get("contract_functions")),
            administrators=tuple(str(name) for name in claims.get("administrators", ())),
            proofs=_proofs(claims.get("amr")),
        )
    except (ValueError, TypeError, AttributeError):
        raise Unauthenticated from None


def _name(claim: object) -> str | None:
    if claim is not None and not isinstance(claim, str):
        raise ValueError("a name is a text")
    return claim


def _proofs(claim: object) -> frozenset[str] | None:
    if claim is None:
        return None
    if not isinstance(claim, list) or not all(isinstance(proof, str) for proof in claim):
        raise ValueError("proofs are a list of texts")
    return frozenset(claim)


def _contracts(claim: object) -> frozenset[UUID] | None:
    if claim is None:
        return None
    if not isinstance(claim, list):
        raise ValueError("a scope is a list of contracts")
    return frozenset(UUID(contract) for contract in claim)


def _reach(claims: dict[str, Any]) -> frozenset[UUID] | None:
    # Named once: a token has to stay short.
    if claims.get("only_contracts"):
        return frozenset(_by_contract(claims.get("contract_functions")))
    return _contracts(claims.get("contracts"))


def _by_contract(claim: object) -> dict[UUID, frozenset[Function]]:
    if claim is None:
        return {}
    if not isinstance(claim, dict):
        raise ValueError("functions are told by contract")
    return {UUID(contract): frozenset(Function(name) for name in names) for contract, names in claim.items()}


CallerDep = Annotated[Caller, Depends(current_caller)]
