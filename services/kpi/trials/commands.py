"""The same delivery as a command line: whoever knows the secret sends it, and it is stored like any other. Pure."""

from services.kpi.ingestion.connectors import chatwoot, generic, glpi, intercom, zammad, zendesk

_HEX = "openssl dgst -{0} -hmac \"$SECRET\" | sed 's/^.* //'"
_BASE64 = 'openssl dgst -sha256 -hmac "$SECRET" -binary | base64'
_SECONDS = "SENT=$(date -u +%s)"
_NAME = "NAME=trial-$(date -u +%s)"

_RECIPES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # (lines that make what is needed, headers)
    "zendesk": (
        (
            "SENT=$(date -u +%Y-%m-%dT%H:%M:%SZ)",
            f'SIGNATURE=$( (printf %s "$SENT"; cat sample.json) | {_BASE64})',
        ),
        (f"{zendesk.SIGNATURE}: $SIGNATURE", f"{zendesk.TIMESTAMP}: $SENT"),
    ),
    "intercom": (
        (f"SIGNATURE=$(cat sample.json | {_HEX.format('sha1')})",),
        (f"{intercom.SIGNATURE}: sha1=$SIGNATURE",),
    ),
    "zammad": (
        (_NAME, f"SIGNATURE=$(cat sample.json | {_HEX.format('sha1')})"),
        (f"{zammad.SIGNATURE}: sha1=$SIGNATURE", f"{zammad.DELIVERY}: $NAME"),
    ),
    "chatwoot": (
        (_SECONDS, _NAME, f'SIGNATURE=$( (printf %s. "$SENT"; cat sample.json) | {_HEX.format("sha256")})'),
        (
            f"{chatwoot.SIGNATURE}: sha256=$SIGNATURE",
            f"{chatwoot.TIMESTAMP}: $SENT",
            f"{chatwoot.DELIVERY}: $NAME",
        ),
    ),
    "glpi": (
        (_SECONDS, f'SIGNATURE=$( (cat sample.json; printf %s "$SENT") | {_HEX.format("sha256")})'),
        (f"{glpi.SIGNATURE}: $SIGNATURE", f"{glpi.TIMESTAMP}: $SENT"),
    ),
    "generic": (
        (
            _SECONDS,
            _NAME,
            'KEY=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d " \\n")',
            'SIGNATURE=$( (printf %s.%s. "$NAME" "$SENT"; cat sample.json)'
            ' | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)',
        ),
        (
            f"{generic.ID}: $NAME",
            f"{generic.TIMESTAMP}: $SENT",
            f"{generic.SIGNATURE}: v1,$SIGNATURE",
        ),
    ),
    "freshdesk": ((), ()),
}


def command(system: str, address: str, media_type: str) -> str:
    """Shell lines that send `sample.json` to the source; the secret is the variable `SECRET`, never its value."""
    made, headers = _RECIPES[system]
    options = [f"-H 'content-type: {media_type}'", *(f'-H "{header}"' for header in headers)]
    if system == "freshdesk":
        options.append('-u "$SECRET"')
    options.append("--data-binary @sample.json")
    return "\n".join([*made, " \\\n  ".join([f"curl -sS '{address}'", *options])])
