"""The declarative base of this service's tables."""

from datetime import datetime
from typing import Annotated

from sqlalchemy import TIMESTAMP
from sqlalchemy.orm import mapped_column

from services.common.database import Base, new_metadata

Timestamp = Annotated[datetime, mapped_column(TIMESTAMP(timezone=True))]


class Table(Base):
    """A table of feedback."""

    __abstract__ = True
    metadata = new_metadata()
