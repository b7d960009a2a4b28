"""The people of the demonstration: one manager at each company, and who administers the platform."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deploy.local.demo.api import Api


@dataclass(frozen=True)
class Character:
    """Somebody invented; addresses end in `.example`, where no mail arrives."""

    name: str
    email: str
    function: str = "manager"


CHARACTERS = {
    "donneur_ordre": Character("Claire Morel", "claire.morel@maison-verlaine.example"),
    "sous_traitant": Character("Karim Benali", "karim.benali@accord-relation-client.example"),
    "autre_donneur_ordre": Character("Hélène Le Goff", "helene.legoff@energies-du-ponant.example"),
    "autre_sous_traitant": Character("Marc Tessier", "marc.tessier@horizon-services.example"),
    "platform_admin": Character("Alix Fontaine", "alix.fontaine@copil.example", "platform_admin"),
}
"""By the name of the client whose organisation they act for."""


def add_people(
    base_url: str, administrator: tuple[str, str], clients: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, str]]:
    """Add those who are missing; how each signs in."""
    admin = Api(base_url, *administrator)
    try:
        return {name: _add(admin, name, clients[name]["organisation_id"]) for name in CHARACTERS}
    finally:
        admin.close()


def _add(admin: Api, name: str, organisation_id: str) -> dict[str, str]:
    character = CHARACTERS[name]
    body = {"email": character.email, "name": character.name, "functions": [character.function]}
    person = admin.send("POST", f"/api/contracts/v1/organisations/{organisation_id}/people", body, f"person/{name}")
    return {"email": person["email"], "password": person["password"]}
