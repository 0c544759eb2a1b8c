"""The entry: ``streamlit run dashboard.py``. Outside a session it names the server's app, inside one it enters the frame."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from fairboard.ui import server

    app = st.App(__file__, routes=server.ROUTES, middleware=server.MIDDLEWARE, lifespan=server.lifespan)
else:
    from fairboard.ui import frame

    frame.enter()
