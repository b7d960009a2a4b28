"""One connector per ticketing tool: foreign names and shapes stop here."""

from services.kpi.ingestion.connectors.base import Connector
from services.kpi.ingestion.connectors.chatwoot import Chatwoot
from services.kpi.ingestion.connectors.freshdesk import Freshdesk
from services.kpi.ingestion.connectors.generic import Generic
from services.kpi.ingestion.connectors.glpi import Glpi
from services.kpi.ingestion.connectors.intercom import Intercom
from services.kpi.ingestion.connectors.zammad import Zammad
from services.kpi.ingestion.connectors.zendesk import Zendesk

CONNECTORS: dict[str, Connector] = {
    connector.name: connector
    for connector in (Zendesk(), Freshdesk(), Intercom(), Zammad(), Chatwoot(), Glpi(), Generic())
}
"""Every connector by the word for its tool in a source's `system`."""
