"""One connector per survey tool: foreign names and shapes stop here."""

from services.feedback.survey_tools.connectors.base import Connector
from services.feedback.survey_tools.connectors.formbricks import Formbricks
from services.feedback.survey_tools.connectors.generic import Generic
from services.feedback.survey_tools.connectors.typeform import Typeform

CONNECTORS: dict[str, Connector] = {connector.name: connector for connector in (Formbricks(), Typeform(), Generic())}
"""Every connector by the word for its tool in a survey tool's `system`."""
