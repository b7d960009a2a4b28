"""The contracts service: the list of what is plugged in."""

from contextlib import AsyncExitStack

from fastapi import FastAPI

from services.common.app import background, build_app
from services.common.outbox import Relay
from services.contracts.acceptances import endpoints as acceptances
from services.contracts.actions import endpoints as actions
from services.contracts.agreements import endpoints as agreements
from services.contracts.agreements.sweeper import EndSweeper
from services.contracts.calendars import endpoints as calendars
from services.contracts.closings import endpoints as closings
from services.contracts.commitments import endpoints as commitments
from services.contracts.delegations import endpoints as delegations
from services.contracts.directory import endpoints as directory
from services.contracts.drafts import endpoints as drafts
from services.contracts.drafts.neighbours import Neighbours
from services.contracts.gateway import Credentials, Letters
from services.contracts.invitations import endpoints as invitations
from services.contracts.notifications import endpoints as notifications
from services.contracts.notifications.deadlines import Deadlines
from services.contracts.notifications.letters import Postman
from services.contracts.notifications.spreading import Spreader
from services.contracts.objectives import endpoints as objectives
from services.contracts.organisations import endpoints as organisations
from services.contracts.organisations.bootstrap import ensure_platform_client
from services.contracts.people import endpoints as people
from services.contracts.profiles import endpoints as profiles
from services.contracts.settings import ContractsSettings
from services.contracts.signatories import endpoints as signatories
from services.contracts.terms import endpoints as terms


def create_app(settings: ContractsSettings) -> FastAPI:
    """Assemble the service; nothing is opened before its lifespan starts."""

    async def start(app: FastAPI, stack: AsyncExitStack) -> None:
        if settings.administrator_client_id is not None:
            await ensure_platform_client(app.state.database, settings.administrator_client_id)
        gateway = app.state.client_for("gateway", settings.gateway_url)
        listeners = {
            "gateway": gateway,
            "kpi": app.state.client_for("kpi", settings.kpi_url),
            "feedback": app.state.client_for("feedback", settings.feedback_url),
        }
        app.state.neighbours = Neighbours(listeners["kpi"], listeners["feedback"])
        app.state.credentials = Credentials(gateway)
        app.state.relay = relay = Relay(app.state.database, listeners)
        ends = EndSweeper(app.state.database, relay, settings.end_check_seconds)
        app.state.spreader = spreader = Spreader(app.state.database)
        app.state.postman = postman = Postman(app.state.database, Letters(gateway))
        deadlines = Deadlines(app.state.database, spreader, settings.deadline_check_seconds)
        stack.enter_context(background(relay.run, "outbox"))
        stack.enter_context(background(spreader.run, "notifications"))
        stack.enter_context(background(postman.run, "letters"))
        stack.enter_context(background(deadlines.run, "deadlines"))
        stack.enter_context(background(ends.run, "contract-ends"))

    return build_app(
        settings,
        title="Copil contracts",
        description="What was promised, and between whom: organisations and their people, contracts, their parameters,"
        " objectives, commitments and acceptances.",
        routers=[
            organisations.router,
            people.router,
            invitations.router,
            invitations.platform_router,
            invitations.internal_router,
            profiles.router,
            delegations.router,
            signatories.router,
            agreements.router,
            drafts.router,
            terms.router,
            objectives.router,
            commitments.router,
            acceptances.router,
            acceptances.text_router,
            closings.router,
            actions.router,
            actions.internal_router,
            notifications.router,
            notifications.internal_router,
            calendars.router,
            directory.router,
        ],
        on_startup=start,
    )
