"""How a person is looked for in what tools sent."""

from services.kpi.rights.rules import escaped, holds, sought
from services.kpi.rights.schemas import Reference


def test_an_address_is_an_identity_and_a_text() -> None:
    found = sought([Reference(kind="email", value="Zoé@exemple.fr"), Reference(kind="ticket", value="7"),
                    Reference(kind="requester", value="42"), Reference(kind="answer", value="k")])  # fmt: skip
    assert found.identities == ("Zoé@exemple.fr", "42", "zoé@exemple.fr")
    assert found.tickets == ("7",)
    for text in ("À ZOÉ@exemple.fr".replace("É", "é"), r'{"m":"zo\u00e9@exemple.fr"}', "?m=zoé%40exemple.fr"):
        assert holds(text.encode(), found.needles)
    assert not holds(b"autre@exemple.fr", found.needles)
    assert not holds(b"42", sought([Reference(kind="requester", value="42")]).needles)


def test_bytes_as_the_database_writes_them() -> None:
    assert escaped("é\\a@b\0".encode()) == r"\303\251\\a@b\000"
