"""The feedback service: the list of what is plugged in."""

from contextlib import AsyncExitStack
from typing import Any

from fastapi import FastAPI

from services.common.app import background, build_app
from services.common.outbox import Relay
from services.feedback.answer_imports import endpoints as answer_imports
from services.feedback.answers import endpoints as answers
from services.feedback.corrections import endpoints as corrections
from services.feedback.directory import endpoints as directory
from services.feedback.directory.contracts import ContractsDirectory
from services.feedback.evaluations import endpoints as evaluations
from services.feedback.masking.service import Sweeper
from services.feedback.outgoing import endpoints as outgoing
from services.feedback.outgoing.posting import Poster, trust
from services.feedback.outgoing.sender import Sender
from services.feedback.relay import endpoints as relay
from services.feedback.relay.sorter import Sorter
from services.feedback.releases import endpoints as releases
from services.feedback.reminders.service import Reminder
from services.feedback.rights import endpoints as rights
from services.feedback.rights.ageing import Ageing
from services.feedback.rights.person import Eraser, Reader
from services.feedback.settings import FeedbackSettings
from services.feedback.survey_tools import endpoints as survey_tools
from services.feedback.survey_tools.description import SURVEY_PATHS
from services.feedback.survey_tools.door import routes as survey_doors
from services.feedback.survey_tools.retention import Forgetter
from services.feedback.surveys import endpoints as surveys
from services.feedback.surveys.pages import routes as survey_pages
from services.feedback.themes import endpoints as themes
from services.feedback.threads import endpoints as threads
from services.feedback.verbatims import endpoints as verbatims


def create_app(settings: FeedbackSettings) -> FastAPI:
    """Assemble the service; nothing is opened before its lifespan starts."""

    async def start(app: FastAPI, stack: AsyncExitStack) -> None:
        contracts = app.state.client_for("contracts", settings.contracts_url)
        app.state.directory = ContractsDirectory(contracts, app.state.database, settings.compare_seconds)
        app.state.resolve_contract = app.state.directory.resolve
        stack.enter_context(background(app.state.directory.keep_comparing, "contracts-directory"))
        kpi = app.state.client_for("kpi", settings.kpi_url)
        app.state.relay = Relay(app.state.database, {"kpi": kpi, "contracts": contracts}, app.state.vault)
        app.state.pseudonym_key = settings.pseudonym_key
        app.state.person_reader = Reader(app.state.vault, kpi, settings.pseudonym_key)
        stack.enter_context(background(app.state.relay.run, "outbox"))
        stack.enter_context(background(Sweeper(app.state.database, app.state.vault).run, "masking"))
        stack.enter_context(background(Sorter(app.state.database).run, "sorting"))
        eraser = Eraser(app.state.database, app.state.vault, settings.pseudonym_key)
        stack.enter_context(background(eraser.run, "erasures"))
        ageing = Ageing(app.state.database, settings.pseudonym_key)
        stack.enter_context(background(ageing.run, "aged-invitations"))
        stack.enter_context(background(Reminder(app.state.database).run, "reminders"))
        stack.enter_context(background(Forgetter(app.state.database).run, "survey-retention"))
        app.state.poster = Poster(settings.outgoing_reach, trust(settings.outgoing_ca_file))
        sender = Sender(app.state.database, app.state.vault, app.state.poster, settings.public_url)
        stack.enter_context(background(sender.run, "outgoing"))

    app = build_app(
        settings,
        title="Copil feedback",
        description="What end customers said, in words without personal data, and what they may ask of it.",
        routers=[
            answers.router,
            answer_imports.router,
            survey_tools.router,
            verbatims.router,
            releases.router,
            corrections.router,
            themes.router,
            relay.router,
            outgoing.router,
            surveys.router,
            threads.router,
            evaluations.router,
            rights.router,
            directory.router,
        ],
        on_startup=start,
    )
    app.router.routes += [*survey_pages, *survey_doors]
    _describe_doors(app)
    return app


def _describe_doors(app: FastAPI) -> None:
    """Put the plain route into the document that is made of the typed ones."""
    describe_typed_routes = app.openapi

    def describe() -> dict[str, Any]:
        document = describe_typed_routes()
        document["paths"].update(SURVEY_PATHS)
        return document

    app.openapi = describe  # type: ignore[method-assign]
