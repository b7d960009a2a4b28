"""Exchange of a client's secret for an access token."""

from gateway.credentials import repository as credentials
from gateway.credentials import rules as secrets
from gateway.identities import AUDIENCE, ISSUER
from gateway.keys.service import Keyring
from gateway.tokens.clients import Client, Clients
from gateway.tokens.errors import InvalidClient
from gateway.tokens.rules import ClientProof
from services.common.database import Database

SCOPE = "api"


async def authenticate(database: Database, clients: Clients, proof: ClientProof) -> Client:
    """The client behind a proof. Raises: InvalidClient, Unavailable."""
    async with database.request_session(None, platform=False) as session:
        kept = await credentials.secret_digest(session, proof.client_id)
    # The connection is given back before the call: a slow contracts service must not hold it.
    if not secrets.matches(proof.secret, kept):
        raise InvalidClient
    client = await clients.find(proof.client_id)
    if client is None or client.revoked:
        raise InvalidClient
    return client


def issue(keyring: Keyring, client: Client, life: int) -> str:
    """An access token for a client, good for `life` seconds."""
    return keyring.signer(ISSUER).sign(
        AUDIENCE,
        life,
        {
            "sub": client.client_id,
            "name": client.name,
            "org": client.organisation_id,
            "functions": client.functions,
            "roles": client.roles,
            "scope": SCOPE,
        },
    )
