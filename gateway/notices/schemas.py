"""What the notices are told."""

from pydantic import BaseModel, Field


class OperatorView(BaseModel):
    """The operator of this installation; null is what was not set, and is shown as missing."""

    name: str | None = Field(examples=["Copil SAS"])
    address: str | None = Field(examples=["1 rue de la Paix, 75002 Paris"])
    registration: str | None = Field(examples=["RCS Paris 000 000 000"])
    contact: str | None = Field(examples=["contact@copil.example"])
    publication_director: str | None = Field(examples=["Camille Martin"])
    host: str | None = Field(examples=["Hébergeur SA, 2 quai du Port, 59800 Lille"])
    data_protection_contact: str | None = Field(examples=["dpo@copil.example"])
