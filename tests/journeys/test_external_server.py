"""The whole product on Debian's PostgreSQL 15 instead of the server that comes along."""

from tests.support.copil import running_copil
from tests.support.postgres import debian_binaries, temporary_folder


def test_the_demonstration_on_postgresql_15() -> None:
    """given the other server / when Copil starts on it / then the demonstration is whole, for both parties alike."""
    with (
        temporary_folder() as folder,
        running_copil(folder / "data", {"COPIL_POSTGRES_BINARIES": str(debian_binaries())}) as copil,
    ):
        bodies = []
        for name in ("donneur_ordre", "sous_traitant"):
            with copil.client(name) as client:
                answer = client.get(
                    f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}/tickets",
                    params={"limit": 1000, "as_of": "2030-01-01T00:00:00Z"},
                )
                assert answer.status_code == 200
                bodies.append(answer.content)
                assert len(answer.json()["items"]) > 200
        assert bodies[0] == bodies[1]
        with copil.client("autre_donneur_ordre") as stranger:
            path = f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}/tickets"
            assert stranger.get(path).status_code == 404
