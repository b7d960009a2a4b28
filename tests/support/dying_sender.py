"""A process that sends one message which it has claimed, to be ended by force while the tool has it."""

import asyncio
import json
import sys
from datetime import datetime
from ipaddress import ip_network
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from pydantic import SecretStr

from services.common.database import Database
from services.common.encryption import Vault
from services.feedback.outgoing.posting import Poster, trust
from services.feedback.outgoing.rules.addresses import Reach
from services.feedback.outgoing.sender import Sender


async def main(told: dict[str, Any]) -> None:
    """Send it."""
    database = Database(told["app"], told["worker"], 1, "dying")
    poster = Poster(Reach((ip_network("127.0.0.1/32"),), frozenset({told["port"]})), trust(Path(told["authority"])))
    sender = Sender(database, Vault([SecretStr(one) for one in told["keys"]]), poster, "https://copil.example")
    message: Any = SimpleNamespace(
        contract_id=UUID(told["contract"]), id=UUID(told["message"]), hook_id=UUID(told["hook"]), answer_id=None,
        event="hook.test", created_at=datetime.fromisoformat(told["created_at"]), tries=1,
    )  # fmt: skip
    await sender.send(message)


if __name__ == "__main__":
    asyncio.run(main(json.load(sys.stdin)))
