"""One connector per ticketing tool: foreign names and shapes stop here."""

from services.kpi.ingestion.connectors.base import Connector
from services.kpi.ingestion.connectors.generic import Generic
from services.kpi.ingestion.connectors.zendesk import Zendesk

CONNECTORS: dict[str, Connector] = {connector.name: connector for connector in (Zendesk(), Generic())}
"""Every connector by the word for its tool in a source's `system`."""
