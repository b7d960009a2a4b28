"""The page that customers open: what it keeps, how often, and what it says of links that open nothing."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import httpx
import msgspec
import pytest

from services.common.instants import now, to_text
from services.feedback.surveys.rules.links import answer_token, link_key
from tests.factories.feedback import answer, answers_body, invitation
from tests.feedback.surveys.conftest import AskIn, Asking
from tests.support.databases import looking
from tests.support.feedback import PSEUDONYM_KEY, PUBLIC_URL

ODD = (
    "Génial 🎉👩‍👩‍👧",
    "خدمة ممتازة، شكرًا",
    "Z̸̢̛͝ä̷́͛l̵g̶o̷ " + "o" + "\u0301" * 40,
    "<script>alert(1)</script><img src=x onerror=alert(1)></textarea>",
    '=cmd|" /C calc"!A0',
    "deux\n\nlignes",
)


def _link(asking: Asking, key: str = "k1", **changes: Any) -> str:
    [fate] = asking.invite(invitation(key, **changes))
    return str(fate["url"])


def _textarea(page: httpx.Response) -> str:
    [words] = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    return unescape(words)


def _says(page: httpx.Response, status: int, words: str) -> None:
    assert (page.status_code, words in page.text) == (status, True), page.text[-1500:]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert "set-cookie" not in page.headers


async def test_an_answer_goes_the_road_of_all_answers(asking: Asking) -> None:
    beside = {"channel": "e-mail", "queue": "Livraisons"}
    url = _link(asking, ticket_id="48213", ticket_url="https://outil.example/t/48213", **beside)
    _says(asking.open(url), 200, "Recommanderiez-vous")
    words = "Rappelez-moi au 06 39 98 00 00, commande CMD-2026-38369."
    _says(asking.send(url, score="9", solved="0", comment=words), 200, "Merci de votre réponse.")
    items = sorted(asking.verbatims(), key=lambda item: str(item["kind"]))
    assert [(item["kind"], item["score"], item["scale_max"]) for item in items] == [
        ("fcr_declared", 0, 1),
        ("nps", 9, 10),
    ]
    assert {(item["door"], item["ticket_id"], item["channel"], item["queue"], item["counted"]) for item in items} == {
        ("survey", "48213", "e-mail", "Livraisons", True)
    }
    assert [item["text"] for item in items] == [None, "Rappelez-moi au [[phone]], commande CMD-2026-38369."]
    async with looking(asking.feedback.urls.worker) as connection:
        bodies = await connection.fetch("SELECT body::text AS body FROM outbox")
        kept = await connection.fetch("SELECT * FROM survey_invitation WHERE contract_id = $1", asking.pair.contract_id)
    told = [one for row in bodies for one in msgspec.json.decode(row["body"]).get("measurements", [])]
    assert {(one["kind"], one["score"]) for one in told if one["answer_id"] in {item["id"] for item in items}} == {
        ("nps", 9), ("fcr_declared", 0),
    }  # fmt: skip
    assert "Rappelez" not in str([dict(row) for row in kept])


def test_opening_uses_nothing_up_and_an_answer_is_used_once(asking: Asking) -> None:
    url = _link(asking)
    for _ in range(3):
        _says(asking.open(url), 200, "<form")
        assert asking.feedback.http.head(asking.feedback.url + url.removeprefix(PUBLIC_URL)).status_code == 200
    assert asking.verbatims() == []
    _says(asking.send(url, score="9", comment="Merci\r\nbien "), 200, "Merci de votre réponse.")
    _says(asking.send(url, score="9", comment="Merci\nbien"), 200, "Merci de votre réponse.")
    _says(asking.send(url, score="2", comment="Merci\nbien"), 409, "Votre première réponse est gardée.")
    _says(asking.open(url), 410, "Vous avez déjà répondu.")
    assert [(item["score"], item["text"]) for item in asking.verbatims()] == [(9, "Merci\nbien")]
    [month] = asking.responses()
    assert (month["answered"], month["refused"]) == (1, 0)


@pytest.mark.parametrize("same", [True, False])
async def test_ten_at_once_keep_one(asking: Asking, *, same: bool) -> None:
    """given ten who send by one link, all held up at the same place / then one answer is kept and all read a page."""
    url = _link(asking)
    async with looking(asking.feedback.urls.worker) as connection:
        await connection.execute(
            "SELECT 1 FROM survey_invitation WHERE contract_id = $1 FOR UPDATE", asking.pair.contract_id
        )
        pool = ThreadPoolExecutor(10)
        sent = [pool.submit(asking.send, url, score="7" if same else str(place)) for place in range(10)]
        await asyncio.sleep(0.5)
    with pool:
        pages = [one.result() for one in sent]
    wanted = [200] * 10 if same else [200] + [409] * 9
    assert sorted(page.status_code for page in pages) == wanted
    assert all("<h1>" in page.text for page in pages)
    [kept] = asking.verbatims()
    if not same:
        assert pages[kept["score"]].status_code == 200


def test_what_is_no_link_of_ours_is_told_apart_by_nobody(asking: Asking) -> None:
    """given links altered, forged, cut, or well signed for nothing / then all get the same page, which names nobody."""
    url = _link(asking)
    token = url.rpartition("/")[2]
    key = link_key(PSEUDONYM_KEY)
    others = (
        token[:-1] + ("A" if token[-1] != "A" else "B"), token[:20], token + "A", "A" * 44, "%00", "é",
        answer_token(key, uuid4()), answer_token(link_key("another root"), uuid4()),
    )  # fmt: skip
    for act in (asking.open, lambda link: asking.send(link, score="9", comment="perdu ?")):
        pages = [act(f"{PUBLIC_URL}/s/{other}") for other in others]
        for page in pages:
            _says(page, 404, "Ce lien n’ouvre aucune enquête.")
        assert len({page.content for page in pages}) == 1
        assert "Verlaine" not in pages[0].text
    assert asking.verbatims() == []


async def test_what_is_over_says_so_and_counts_who_came_late(asking: Asking) -> None:
    late, closed = _link(asking, "k1", answer_by=to_text(now() + timedelta(seconds=1))), _link(asking, "k2")
    await asyncio.sleep(1.1)
    _says(asking.open(late), 410, "Cette enquête n’est plus ouverte.")
    _says(asking.send(late, score="9"), 410, "Cette enquête n’est plus ouverte.")
    _says(asking.send(late, score="8"), 410, "Cette enquête n’est plus ouverte.")
    asking.change(active=False)
    _says(asking.open(closed), 410, "Cette enquête est close.")
    _says(asking.send(closed, score="9"), 410, "Cette enquête est close.")
    [month] = asking.responses()
    assert {name: month[name] for name in ("invited", "answered", "expired", "open", "refused")} == {
        "invited": 2, "answered": 0, "expired": 1, "open": 1, "refused": 2,
    }  # fmt: skip
    assert asking.verbatims() == []
    asking.change(active=True)
    [again] = asking.invite(invitation("k1"))
    assert (again["verdict"], again["url"]) == ("duplicate", None)


def test_what_is_wrong_is_said_beside_and_nothing_is_lost(asking: Asking) -> None:
    url = _link(asking)
    _says(asking.send(url, comment="J’ai tout écrit", solved="1"), 422, "Choisissez une note.")
    page = asking.send(url, comment="J’ai tout écrit", solved="1")
    assert _textarea(page) == "J’ai tout écrit"
    assert re.findall(r'name="solved" value="(\d?)" checked', page.text) == ["1"]
    assert not re.findall(r'name="solved" value="\d?" checked', asking.send(url, comment="rien choisi").text)
    long = "é<&" * 33_333
    page = asking.send(url, score="4", comment=long)
    _says(page, 422, "99\u202f999 caractères")
    assert _textarea(page) == long
    assert 'value="4" required checked' in page.text
    nul = asking.send(url, score="4", comment="a\0b")
    _says(nul, 422, "caractère invisible")
    assert _textarea(nul) == "ab"
    assert asking.verbatims() == []
    _says(asking.send(url, score="4", comment=long[:5_000]), 200, "Merci")
    assert asking.verbatims()[0]["text"] == long[:5_000]


@pytest.mark.parametrize("words", ODD)
def test_odd_words_are_kept_and_shown_as_text(asking: Asking, words: str) -> None:
    url = _link(asking)
    page = asking.send(url, comment=words)
    assert _textarea(page) == words
    assert "<script" not in page.text
    assert asking.send(url, score="0", comment=words).status_code == 200
    [item] = asking.verbatims()
    assert item["text"] == words


def test_both_languages(asking: Asking, ask: AskIn) -> None:
    url = _link(asking, "k1", language="en")
    _says(asking.open(url), 200, "Would you recommend")
    _says(asking.open(url + "?langue=fr"), 200, "Recommanderiez-vous")
    _says(asking.open(_link(asking, "k2"), headers={"accept-language": "en-GB,en;q=0.8"}), 200, "Would you recommend")
    page = asking.open(f"{PUBLIC_URL}/s/nothing", headers={"accept-language": "en"})
    _says(page, 404, "This link opens no survey.")
    assert page.headers["content-language"] == "en"
    french = ask(languages=["fr"], kind="csat", rest_days=0, asks_solved=False, asks_comment=False)
    page = french.open(_link(french), headers={"accept-language": "en"})
    _says(page, 200, "Comment jugez-vous")
    assert not re.search("<textarea|solved|langue=", page.text)


def test_a_preview_keeps_nothing_and_ends(asking: Asking) -> None:
    told = asking.manager.get(f"{asking.path}/preview").json()
    _says(asking.open(told["url"]), 200, "Aperçu")
    _says(asking.send(told["url"], comment="essai"), 422, "Choisissez une note.")
    for _ in range(2):
        _says(asking.send(told["url"], score="9", comment="essai"), 200, "rien de ce qui est répondu ici")
    assert asking.verbatims() == []
    assert asking.responses() == []


def test_one_answer_through_two_doors_counts_once(ask: AskIn) -> None:
    asking = ask(kind="csat")
    url = _link(asking, ticket_id="48213")
    assert asking.send(url, score="4").status_code == 200
    [item] = asking.verbatims()
    told = answers_body(asking.pair.contract_id, answer("t1", score=4, answered_at=item["answered_at"]))
    assert asking.feedback.service("kpi").post("/internal/answers", told).is_success
    assert {(one["door"], one["counted"]) for one in asking.verbatims()} == {("ticket", True), ("survey", False)}
