"""A visitor without a browser: speaks Streamlit's own protocol to a running server, so that the server alone is timed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from fairboard.ui.registry import PAGES

LONGEST_ANSWER_SECONDS = 60
# The server collects garbage after the last message of a run; a person does not click again within this time either.
PAUSE_SECONDS = 0.15


class Visitor:
    """One session on one page."""

    def __init__(self, socket: ClientConnection, page: str):
        self._socket = socket
        self._page = "" if page == PAGES[0].name else page
        self._script_hash = ""
        self._shown = ""

    def choose(self, **selection: str) -> float:
        """Choose the selection that the URL parameters say; gives the milliseconds until the last byte of the answer was here.

        Raises RuntimeError where the page failed or another one was shown.
        """
        time.sleep(PAUSE_SECONDS)
        request = BackMsg()
        request.rerun_script.query_string = urlencode({"lang": "zh"} | selection)
        request.rerun_script.page_name = "" if self._script_hash else self._page
        request.rerun_script.page_script_hash = self._script_hash
        started = time.perf_counter()
        self._socket.send(request.SerializeToString())
        while not self._is_last(self._receive()):
            pass
        taken_ms = (time.perf_counter() - started) * 1000
        if self._shown != self._page:
            raise RuntimeError(f"The page {self._page} was asked for, and {self._shown} was shown.")
        return taken_ms

    def _receive(self) -> ForwardMsg:
        return ForwardMsg.FromString(self._socket.recv(timeout=LONGEST_ANSWER_SECONDS))

    def _is_last(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._script_hash = message.navigation.page_script_hash
            self._shown = {page.page_script_hash: page.url_pathname for page in message.navigation.app_pages}[self._script_hash]
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"The page {self._page} failed: {message.delta.new_element.exception.message}")
        return kind == "script_finished"


@contextmanager
def visiting(address: str, page: str) -> Iterator[Visitor]:
    """A visitor on ``page`` of the server at ``address``; the page has been opened once, without any filter."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(url, subprotocols=["streamlit"], max_size=None, compression=None) as socket:
        visitor = Visitor(socket, page)
        visitor.choose()
        yield visitor
