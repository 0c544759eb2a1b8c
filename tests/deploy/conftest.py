"""The tests behind nginx run by ``make test-deploy``, which sees to it that nginx is there; the others run always."""

import os

collect_ignore = [] if os.environ.get("FAIRBOARD_TEST_NGINX") else ["test_nginx.py"]
