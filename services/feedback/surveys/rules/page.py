"""The hosted page as HTML: everything that anybody wrote is escaped, nothing is fetched, nothing runs. Pure."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape

import msgspec

from services.feedback.answers.rules.given import MOST_COMMENT
from services.feedback.surveys.rules.form import Fault, Sent
from services.feedback.surveys.rules.questions import LANGUAGES, SCALES, Language, SurveyKind
from services.feedback.surveys.rules.words import WORDS, Ending, Words, number_text

STYLE = """
:root{color-scheme:light dark;--paper:#f4f1e8;--card:#fffdf7;--ink:#15232c;--soft:#52606a;--edge:#8b8775;\
--accent:#1d4e63;--on:#fffdf7;--bad:#8a0a22}
@media(prefers-color-scheme:dark){:root{--paper:#11181c;--card:#19232a;--ink:#ecebe3;--soft:#a9b4ba;--edge:#6b7a83;\
--accent:#8fc7dd;--on:#11181c;--bad:#f4707d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:40rem;margin:0 auto;padding:1rem}
header{text-align:right;padding-bottom:0}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
a{color:var(--accent)}
header a{display:inline-block;min-height:1.5rem}
fieldset{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend,.name{display:block;padding:0;margin:0 0 .75rem;font-weight:600;font-size:1.125rem}
.grades{display:grid;grid-template-columns:repeat(auto-fit,minmax(2.75rem,1fr));gap:.375rem}
.grades label{position:relative;display:block}
.grades input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.grades span{display:grid;place-items:center;min-height:2.75rem;border:2px solid var(--edge);border-radius:.5rem;\
background:var(--card)}
.grades input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:700;\
text-decoration:underline}
.grades input:focus-visible+span,:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.375rem 0 0;color:var(--soft)}
.choice{display:flex;gap:.5rem;align-items:center;min-height:2.75rem}
.choice input{width:1.25rem;height:1.25rem;accent-color:var(--accent)}
textarea{display:block;width:100%;min-height:8rem;padding:.625rem;border:2px solid var(--edge);border-radius:.5rem;\
background:var(--card);color:inherit;font:inherit}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--on);\
font:inherit;font-weight:600;cursor:pointer}
.soft,footer{color:var(--soft);font-size:.9375rem}
.soft{margin:.375rem 0}
.bad{color:var(--bad);font-weight:600;margin:0 0 .75rem}
.note{border:2px solid var(--edge);border-radius:.5rem;padding:.75rem;margin:0 0 1.25rem;background:var(--card)}
@media(forced-colors:active){.grades input:checked+span{forced-color-adjust:none;background:Highlight;\
color:HighlightText}}
"""
POLICY = (
    "default-src 'none'; style-src 'sha256-"
    + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What the page may load: its own style, known by its digest."""
LANGUAGE_FIELD = "langue"
_DESCRIBED = ' aria-describedby="score-bad"'


class Asked(msgspec.Struct, frozen=True):
    """What a survey asks and tells."""

    kind: SurveyKind
    brand: str
    languages: Sequence[str]
    asks_solved: bool
    asks_comment: bool
    kept_months: int
    controller_name: str
    rights_contact: str


def form_page(asked: Asked, language: Language, sent: Sent | None = None, *, preview: bool = False) -> str:
    """The survey, as first shown or with what was sent and what is wrong with it."""
    words = WORDS[language]
    faults = sent.faults if sent else ()
    parts = [
        f'<p class="note">{words.preview}</p>' if preview else "",
        f"<h1>{_titled(words, asked)}</h1>",
        _summary(words, faults, sent, language),
        '<form method="post" accept-charset="utf-8" autocomplete="off" novalidate>',
        _grades(words, asked, sent),
        _solved(words, sent) if asked.asks_solved else "",
        _comment(words, sent, language) if asked.asks_comment else "",
        f'<p class="soft">{words.once}</p>' if not preview else "",
        f"<button>{words.send}</button>",
        "</form>",
    ]
    return _document(language, _title(words, asked, bool(faults)), parts, asked)


def ending_page(ending: Ending, language: Language, asked: Asked | None = None, *, preview: bool = False) -> str:
    """A page that only says something; of a link that is not ours nothing is known but the language."""
    words = WORDS[language]
    heading, sentence = words.endings[ending]
    said = words.preview if preview else sentence
    return _document(language, heading, [f"<h1>{heading}</h1>", f"<p>{said}</p>"], asked)


def _title(words: Words, asked: Asked, faulty: bool) -> str:
    title = words.title.format(brand=asked.brand)
    return f"{words.mistake} {title}" if faulty else title


def _titled(words: Words, asked: Asked) -> str:
    return words.title.format(brand=_own(asked.brand))


def _summary(words: Words, faults: Sequence[Fault], sent: Sent | None, language: Language) -> str:
    if not faults or sent is None:
        return ""
    links = "".join(
        f'<li><a href="#{_place(fault)}">{_fault(words, fault, sent, language)}</a></li>' for fault in faults
    )
    said = f'<p class="bad">{words.mistake}</p><ul>{links}</ul>'
    return f'<div class="note" role="alert" tabindex="-1" autofocus>{said}</div>'


def _place(fault: Fault) -> str:
    return "score" if fault == "score_missing" else "comment"


def _fault(words: Words, fault: Fault, sent: Sent, language: Language) -> str:
    return words.faults[fault].format(
        now=number_text(len(sent.comment), language), most=number_text(MOST_COMMENT, language)
    )


def _grades(words: Words, asked: Asked, sent: Sent | None) -> str:
    scale = SCALES[asked.kind]
    missing = sent is not None and "score_missing" in sent.faults
    said = {scale.lowest: words.lowest[asked.kind], scale.highest: words.highest[asked.kind]}
    grades = "".join(
        _grade(grade, said.get(grade), chosen=sent is not None and grade == sent.score, first=grade == scale.lowest)
        for grade in scale.grades
    )
    question = words.questions[asked.kind].format(brand=_own(asked.brand))
    fault = _shown(missing, f'<p class="bad" id="score-bad">{words.faults["score_missing"]}</p>')
    ends = "".join(f"<span>{grade} – {name}</span>" for grade, name in said.items())
    return (
        f"<fieldset{_shown(missing, _DESCRIBED)}><legend>{question}</legend>{fault}"
        f'<div class="grades">{grades}</div><p class="ends">{ends}</p></fieldset>'
    )


def _grade(grade: int, said: str | None, *, chosen: bool, first: bool) -> str:
    name = f' aria-label="{grade}, {said}"' if said else ""
    place = _shown(first, ' id="score"')
    return (
        f'<label><input type="radio" name="score" value="{grade}" required{place}{name}{_checked(chosen)}>'
        f"<span>{grade}</span></label>"
    )


def _solved(words: Words, sent: Sent | None) -> str:
    chosen = (sent.solved, "" if sent.unsure else None) if sent else ()
    choices = "".join(
        f'<label class="choice"><input type="radio" name="solved" value="{value}"'
        f"{_checked(value in chosen)}><span>{name}</span></label>"
        for value, name in zip((1, 0, ""), words.solved_choices, strict=True)
    )
    return f"<fieldset><legend>{words.solved} {_optional(words)}</legend>{choices}</fieldset>"


def _comment(words: Words, sent: Sent | None, language: Language) -> str:
    faults = [fault for fault in (sent.faults if sent else ()) if _place(fault) == "comment"]
    said = " ".join(_fault(words, fault, sent, language) for fault in faults) if sent else ""
    fault = _shown(bool(said), f'<p class="bad" id="comment-bad">{said}</p>')
    wrong = _shown(bool(said), ' aria-invalid="true"')
    described = _shown(bool(said), "comment-bad ") + "comment-hint"
    hint = words.comment_hint.format(most=number_text(MOST_COMMENT, language))
    # No greatest length: a browser would cut what is pasted without a word. The first line feed of a text field is
    # dropped by browsers, so that one is put before.
    return (
        f'<fieldset><label class="name" for="comment">{words.comment} {_optional(words)}</label>{fault}'
        f'<textarea id="comment" name="comment" dir="auto" rows="5"{wrong} aria-describedby="{described}">\n'
        f"{escape(sent.comment) if sent else ''}</textarea>"
        f'<p class="soft" id="comment-hint">{hint}</p></fieldset>'
    )


def _shown(wanted: bool, text: str) -> str:
    return text if wanted else ""


def _checked(chosen: bool) -> str:
    return _shown(chosen, " checked")


def _optional(words: Words) -> str:
    return f'<span class="soft">({words.optional})</span>'


def _own(text: str) -> str:
    """Somebody's words within ours: their direction touches nothing around them."""
    return f"<bdi>{escape(text)}</bdi>"


def _contact(contact: str) -> str:
    address = escape(contact)
    return f'<a href="{address if "://" in contact else f"mailto:{address}"}" rel="noreferrer">{address}</a>'


def _document(language: Language, title: str, parts: Sequence[str], asked: Asked | None) -> str:
    words = WORDS[language]
    others = [other for other in LANGUAGES if other != language and (asked is None or other in asked.languages)]
    switch = "".join(
        f'<a href="?{LANGUAGE_FIELD}={other}" lang="{other}" hreflang="{other}">{words.other}</a>' for other in others
    )
    privacy = (
        words.privacy.format(
            controller=_own(asked.controller_name), months=asked.kept_months, contact=_contact(asked.rights_contact)
        )
        if asked
        else ""
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + (f"<header>{switch}</header>\n" if switch else "")
        + f"<main>\n{''.join(parts)}\n</main>\n"
        + (f"<footer><p>{privacy}</p></footer>\n" if privacy else "")
        + "</body>\n</html>\n"
    )
