"""What the gateway counts for its operator."""

from functools import cache

from prometheus_client import Counter, Histogram

requests = Counter(
    "copil_gateway_requests_total", "Requests passed through, by service and status", ["service", "status"]
)
seconds = Histogram(
    "copil_gateway_request_seconds",
    "Time of a request, from its head to the end of its answer",
    ["service"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
upstream_failures = Counter(
    "copil_gateway_upstream_failures_total", "Calls to a service that brought no answer", ["service", "reason"]
)
limited = Counter("copil_gateway_limited_total", "Requests refused by a rate limit", ["limit"])

sign_ins = Counter("copil_gateway_sign_ins_total", "Tries of people to sign in, by outcome", ["outcome"])


@cache
def _request_series(service: str, status: int) -> tuple[Counter, Histogram]:
    # Looking a series up by its labels costs more than counting in it.
    return requests.labels(service, str(status)), seconds.labels(service)


def count_request(service: str, status: int, took: float) -> None:
    """Count one request and the seconds it took."""
    counter, histogram = _request_series(service, status)
    counter.inc()
    histogram.observe(took)
