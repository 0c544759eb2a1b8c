"""Addresses of the server's own routes: assets and exports."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis.runner import Answer

ROOT = "fairboard"


def base() -> str:
    """The path under which the app is served, with slashes at both ends."""
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}/" if path else "/"


def asset(name: str) -> str:
    """The address of a file that the browser needs."""
    return f"{base()}{ROOT}/assets/{name}"


def export(context: Any, answer: Answer, ending: str) -> str:
    """The address of a file with the rows of ``answer``: the query, its own parameters, the selection and the version."""
    own = {item.name: answer.parameters[item.name] for item in answer.query.parameters if answer.parameters.get(item.name) is not None}
    query = answer.filters.to_url() | {f"p_{name}": str(value) for name, value in own.items()} | {"lang": context.language, "v": context.version_id}
    return f"{base()}{ROOT}/export/{answer.query.name}.{ending}?{urlencode(query)}"
