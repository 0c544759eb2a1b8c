"""Addresses of the server's own routes: assets and exports.

A page names them relative to its own address, as Streamlit's document does with its files: all pages lie side by side, so that the
addresses hold under ``server.baseUrlPath`` and behind a proxy that gives the app a path which the server does not know.
"""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import filters
from fairboard.analysis.runner import Answer

ROOT = "fairboard"


def base() -> str:
    """The folder of the app, as a page sees it."""
    return "./"


def route(path: str) -> str:
    """``path`` as the server gets it: below ``server.baseUrlPath``."""
    folder = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}/{path}" if folder else f"/{path}"


def page(name: str) -> str:
    """The address of a page, also of one that the caller's registry does not know."""
    return f"{base()}{name}"


def asset(name: str) -> str:
    """The address of a file that the browser needs."""
    return f"{base()}{ROOT}/assets/{name}"


def export(context: Any, answer: Answer, ending: str) -> str:
    """The address of a file with the rows of ``answer``: the query, its own parameters, the selection and the version."""
    own = {item.name: answer.parameters[item.name] for item in answer.query.parameters if answer.parameters.get(item.name) is not None}
    query = answer.filters.to_url() | {f"p_{name}": filters.as_text(value) for name, value in own.items()} | {"lang": context.language, "v": context.version_id}
    return f"{base()}{ROOT}/export/{answer.query.name}.{ending}?{urlencode(query)}"
