"""Fairboard with the six charts of this comparison in the place of its first page; everything else is the dashboard itself:

    FAIRBOARD_DATA=… streamlit run bench/peers/fairboard_app.py
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from fairboard.ui import server

    app = st.App(__file__, routes=server.ROUTES, middleware=server.MIDDLEWARE, lifespan=server.lifespan)
else:
    from fairboard.ui import frame
    from fairboard.ui.registry import PAGES, Page

    class SixCharts(Page):
        """The first page, but another script."""

        script = "bench/peers/fairboard_page.py"

    frame.PAGES = (SixCharts(PAGES[0].name, PAGES[0].title, PAGES[0].question), *PAGES[1:])
    frame.enter()
