"""What every body that crosses HTTP shares."""

from pydantic import BaseModel, ConfigDict


class RequestBody(BaseModel):
    """A body we are sent: unknown fields are refused, so that a typing mistake is never silently lost."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Problem(BaseModel):
    """A failure, RFC 9457."""

    type: str
    title: str
    status: int
    code: str
    instance: str
    detail: str | None = None


class FieldError(BaseModel):
    """One wrong field."""

    field: str
    message: str


class ValidationProblem(Problem):
    """A failure that names each wrong field."""

    errors: list[FieldError]
