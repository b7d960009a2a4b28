"""GET /auth/operator: readable by everybody, as the notices are."""

from fastapi import APIRouter, Request

from gateway.notices.schemas import OperatorView
from gateway.settings import GatewaySettings

router = APIRouter(tags=["notices"])


@router.get(
    "/auth/operator",
    operation_id="read_operator",
    summary="Who operates this installation",
    response_model=OperatorView,
    openapi_extra={"security": []},
)
async def read_operator_endpoint(request: Request) -> OperatorView:
    """Name, address and contacts of the operator, for the notices; null is what its settings do not say."""
    settings: GatewaySettings = request.app.state.settings
    return OperatorView(**{name: getattr(settings, f"operator_{name}") or None for name in OperatorView.model_fields})
