"""Words as they are searched: accents and stems, on both servers that Copil runs on."""

import asyncpg
import pytest

from deploy.local.urls import plain
from tests.support.databases import blocking, own_database

ALIKE = [
    ("mange", "mangé", "manger", "mangée", "MANGÉS"),
    ("facture", "facturé", "facturée", "facturées", "facturer", "facturee"),
    ("livré", "livrée", "livrer", "livrés", "livre"),
    ("livraison", "livraisons"),
    ("tardif", "tardifs"),
    ("retard", "retards", "retardé"),
    ("première", "premier", "premiere", "premières"),
    ("délai", "delai", "délais"),
    ("réglé", "régler", "réglée", "regle"),
    ("cœur", "coeur", "CŒUR"),
    ("amabilité", "amabilite"),
    ("l’agent", "l'agent", "agents"),
]
APART = [("livré", "livraison"), ("tardif", "retard"), ("aimable", "amabilité"), ("résolu", "résoudre")]
"""What stems alone do not bring together: rules name both."""


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_stems_without_accents(request: pytest.FixtureRequest, server: str) -> None:
    """given PostgreSQL 18 of the wheel and 15 of Debian / then the French stemmer is in both, and does the same."""
    with own_database(request.getfixturevalue(server), "feedback", "feedback_words") as urls:
        blocking(_stem_alike(plain(urls.owner)))


async def _stem_alike(url: str) -> None:
    connection = await asyncpg.connect(url)

    async def stem(word: str) -> str:
        return str(await connection.fetchval("SELECT phraseto_tsquery('french', folded($1))::text", word))

    try:
        for forms in ALIKE:
            assert len({await stem(form) for form in forms}) == 1, forms
        for one, other in APART:
            assert await stem(one) != await stem(other)
        # Marks of masked data, and what stands around letters, are no words.
        assert await stem("[[person]]") == ""
        assert await stem("z\u0337a\u0337l\u0337go") == "'zalgo'"
        assert await stem("rappelez-moi") == "'rappel'"
    finally:
        await connection.close()
