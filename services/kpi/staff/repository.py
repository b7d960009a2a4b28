"""Where versions of the donneur d'ordre's staff are; whom they name is read by the fold alone."""

from services.kpi.agreed.repository import Versions

VERSIONS = Versions("staff_version", "agents", "text[]", shown="cardinality(agents) AS people")
