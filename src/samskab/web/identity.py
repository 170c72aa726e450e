"""Whom the site trusts to say who somebody is, beside passwords."""

from typing import Any

from samskab.web import environment as env


def identity_providers(given: env.Environment) -> list[dict[str, Any]]:
    """The OpenID Connect provider that the environment names, as allauth wants it; or none.

    Raises:
        EnvironmentFaultError: a server is named without a client.
    """
    server = given.text(env.OIDC_SERVER)
    if not server:
        return []
    client = given.text(env.OIDC_CLIENT)
    if not client:
        raise env.EnvironmentFaultError(env.OIDC_CLIENT, "missing")
    settings: dict[str, Any] = {
        "server_url": server,
        "email_authentication": True,
        "fetch_userinfo": True,
    }
    if given.truth(env.OIDC_TRUSTS_EMAIL):
        settings["verified_email"] = True
    return [
        {
            "provider_id": "oidc",
            "name": given.text(env.OIDC_NAME),
            "client_id": client,
            "secret": given.text(env.OIDC_SECRET),
            "settings": settings,
        }
    ]
