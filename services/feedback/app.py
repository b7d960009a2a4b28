"""The feedback service: the list of what is plugged in."""

from contextlib import AsyncExitStack

from fastapi import FastAPI

from services.common.app import background, build_app
from services.feedback.answers import endpoints as answers
from services.feedback.directory import endpoints as directory
from services.feedback.directory.contracts import ContractsDirectory
from services.feedback.settings import FeedbackSettings


def create_app(settings: FeedbackSettings) -> FastAPI:
    """Assemble the service; nothing is opened before its lifespan starts."""

    async def start(app: FastAPI, stack: AsyncExitStack) -> None:
        contracts = app.state.client_for("contracts", settings.contracts_url)
        app.state.directory = ContractsDirectory(contracts, app.state.database, settings.compare_seconds)
        app.state.resolve_contract = app.state.directory.resolve
        stack.enter_context(background(app.state.directory.keep_comparing, "contracts-directory"))

    return build_app(
        settings,
        title="Copil feedback",
        description="What the end customer said: survey answers that came with tickets.",
        routers=[answers.router, directory.router],
        on_startup=start,
    )
