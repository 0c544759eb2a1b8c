"""``python -m fairboard deploy``: the files for many viewers, several processes behind nginx."""

import ipaddress
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from fairboard.commands.language import say
from fairboard.errors import RequestError, StoreError
from fairboard.store.folder import data_folder
from fairboard.store.schema import PROJECT

TEMPLATES = PROJECT / "deploy"
FILES = {
    "nginx.conf.in": "fairboard.conf", "fairboard@.service.in": "fairboard@.service", "fairboard.target.in": "fairboard.target",
    "fairboard-watch@.service.in": "fairboard-watch@.service", "fairboard-watch@.timer.in": "fairboard-watch@.timer", "fairboard.env.in": "fairboard.env",
}  # fmt: skip
OFFICE_FILE = {"fairboard-office.service.in": "fairboard-office.service"}
SECRET_FILE = "fairboard.env"
OFFICE_UPLOAD_MB = 1000
HIGH_SHARE = 0.8
LOCAL = ("127.0.0.1", "::1")
_PLACE = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True)
class Plan:
    """What is to run where. ``office`` and ``monitoring`` are networks; without ``office`` there is no process that writes."""

    processes: int
    first_port: int = 8501
    listen: str = "80"
    name: str = "_"
    base: str = "/"
    certificate: str | None = None
    key: str | None = None
    office: tuple[str, ...] = ()
    monitoring: tuple[str, ...] = ()
    memory_mb: int = 4000
    upload_mb: int = 50
    user: str = "fairboard"
    data: Path = Path("/var/lib/fairboard")
    cache: str = "/var/lib/nginx/fairboard"

    @property
    def ports(self) -> list[int]:
        """The ports of the processes that only show."""
        return [self.first_port + number for number in range(self.processes)]

    @property
    def office_port(self) -> int:
        """The port of the process that writes: the one before the first."""
        return self.first_port - 1


def _networks(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return tuple(str(ipaddress.ip_network(value, strict=False)) for value in values)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _base(_: click.Context, __: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"/?([\w-]+/)*[\w-]*/?", value):
        raise click.BadParameter("letters, digits, - and _ between slashes")
    return f"/{value.strip('/')}/" if value.strip("/") else "/"


def _plain(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[\w.:/\[\]*-]+", value):
        raise click.BadParameter(repr(value))
    return value


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard deploy --processes 4
      python -m fairboard deploy --processes 4 --name fairs.example.cn --certificate /etc/ssl/fairs.pem --key /etc/ssl/fairs.key
      python -m fairboard deploy --processes 2 --base /fairs --office 10.1.0.0/16 --monitoring 10.9.0.7
    \b
    What to do with the files: docs/deploy.md
    """
)
@click.option("--processes", type=click.IntRange(1, 64), required=True, help="How many processes show the records: one a core, less one for nginx and imports.")
@click.option("--first-port", type=click.IntRange(1025, 65000), default=8501, show_default=True, help="Port of the first process, on this machine only.")
@click.option("--listen", default="80", show_default=True, callback=_plain, help="Port, or address and port, that nginx answers on; 443 with a certificate.")
@click.option("--name", default="_", callback=_plain, help="Name of the server in addresses; any unless given.")
@click.option("--base", default="/", callback=_base, help="Path under which the dashboard lies, such as /fairs; the root unless given.")
@click.option("--certificate", callback=_plain, help="Certificate chain for TLS (PEM).")
@click.option("--key", callback=_plain, help="Its private key (PEM).")
@click.option("--office", multiple=True, callback=_networks, help="Network that may import files, save views and confirm figures, under office/. May be repeated.")
@click.option("--monitoring", multiple=True, callback=_networks, help="Network that may read metrics and readiness. May be repeated.")
@click.option("--memory-mb", type=click.IntRange(600), default=4000, show_default=True, help="Most memory of one process, in megabytes.")
@click.option("--upload-mb", type=click.IntRange(1), default=50, show_default=True, help="Largest file of a viewer, in megabytes.")
@click.option("--user", default="fairboard", show_default=True, callback=_plain, help="The system's user that runs the processes.")
@click.option("--cache", default="/var/lib/nginx/fairboard", show_default=True, callback=_plain, help="Folder in which nginx keeps files that are the same for all.")
@click.option("--out", "folder", type=click.Path(path_type=Path), default=Path("build/deploy"), show_default=True, help="Folder for the files.")
def command(folder: Path, **options: object) -> None:
    """Write the configuration for many viewers: several processes that only show, behind nginx, which keeps each browser with its process."""
    plan = Plan(data=data_folder().resolve(), **options)
    if bool(plan.certificate) != bool(plan.key):
        raise RequestError("TLS needs both --certificate and --key.")
    if plan.certificate and plan.listen == "80":
        plan = Plan(**vars(plan) | {"listen": "443"})
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in rendered(plan).items():
            (folder / name).touch(mode=0o600 if name == SECRET_FILE else 0o644)
            (folder / name).write_text(text, encoding="utf-8")
            say("Written: {file}", file=folder / name)
    except OSError as error:
        raise StoreError("{file} could not be written: {reason}.", file=folder, reason=error.strerror or type(error).__name__) from error
    say("What to do with them: docs/deploy.md")


def rendered(plan: Plan) -> dict[str, str]:
    """The name of each file and its text."""
    places = _places(plan)
    wanted = FILES | (OFFICE_FILE if plan.office else {})
    return {target: _filled((TEMPLATES / source).read_text(encoding="utf-8"), places) for source, target in wanted.items()}


def _filled(template: str, places: Mapping[str, object]) -> str:
    """``template`` with every @PLACE@ filled in; raises KeyError for one that nobody fills."""
    return re.sub(r"\n{3,}", "\n\n", _PLACE.sub(lambda match: str(places[match[1]]), template))


def _places(plan: Plan) -> dict[str, object]:
    ports, base = plan.ports, plan.base
    units = [f"fairboard@{port}.service" for port in ports] + [f"fairboard-watch@{port}.timer" for port in ports]
    return {
        "ANSWERED": _lines(f'"~127\\.0\\.0\\.1:{port}$" {port};' for port in ports),
        "GROUPS": _lines(f"{port} fairboard_{port};" for port in ports),
        "ANY": _lines(_server(port) for port in ports),
        "UPSTREAMS": "\n".join(_upstream(port, ports) for port in ports),
        "BASE": base, "STRIP": _strip(base), "NAME": plan.name, "LISTEN": _listen(plan), "REDIRECT": _redirect(plan),
        "SECURE": "; Secure" if plan.certificate else "",
        "HSTS": "    add_header Strict-Transport-Security max-age=31536000 always;" if plan.certificate else "",
        "MONITORING": "\n".join(_monitored(plan, port, what) for port in [*ports, *([plan.office_port] if plan.office else [])] for what in ("metrics", "ready")),
        "OFFICE": _office(plan) if plan.office else "", "OFFICE_PORT": plan.office_port, "OFFICE_UPLOAD_MB": OFFICE_UPLOAD_MB,
        "UPLOAD_MB": plan.upload_mb, "CACHE": plan.cache, "USER": plan.user, "PROJECT": PROJECT, "PYTHON": sys.executable, "DATA": plan.data,
        "SECRET": secrets.token_hex(32), "FIRST_PORT": ports[0], "MEMORY_MAX": plan.memory_mb, "MEMORY_HIGH": round(plan.memory_mb * HIGH_SHARE),
        "UNITS": " ".join(units + (["fairboard-office.service"] if plan.office else [])),
    }  # fmt: skip


def _lines(lines: object, indent: str = "    ") -> str:
    return "\n".join(f"{indent}{line}" for line in lines)


def _server(port: int, role: str = "") -> str:
    return f"server 127.0.0.1:{port} max_fails=1 fail_timeout=2s{role};"


def _upstream(port: int, ports: list[int]) -> str:
    """The process of a cookie, and all others for when it does not answer."""
    servers = [_server(port), *(_server(other, " backup") for other in ports if other != port)]
    return f"\nupstream fairboard_{port} {{\n    zone fairboard_{port} 64k;\n{_lines(servers)}\n    keepalive 32;\n}}"


def _strip(base: str) -> str:
    """The processes know nothing of the path: what they answer is relative to the page."""
    return "" if base == "/" else f"        rewrite ^{base}(.*)$ /$1 break;\n"


def _listen(plan: Plan) -> str:
    if not plan.certificate:
        return f"    listen {plan.listen};"
    return _lines([f"listen {plan.listen} ssl http2;", f"ssl_certificate {plan.certificate};", f"ssl_certificate_key {plan.key};",
                   "ssl_protocols TLSv1.2 TLSv1.3;", "ssl_session_cache shared:fairboard_tls:5m;"])  # fmt: skip


def _redirect(plan: Plan) -> str:
    """Whoever comes without TLS is sent to it."""
    if not plan.certificate or plan.listen != "443":
        return ""
    return f"server {{\n    listen 80;\n    server_name {plan.name};\n    return 301 https://$host$request_uri;\n}}\n\n"


def _monitored(plan: Plan, port: int, what: str) -> str:
    allowed = _lines((f"allow {network};" for network in (*LOCAL, *plan.monitoring)), " " * 8)
    # A header of its own keeps those of the server away, the cookie among them.
    rest = _lines(["deny all;", "add_header X-Content-Type-Options nosniff always;", f"proxy_pass http://127.0.0.1:{port}/fairboard/{what};"], " " * 8)
    return f"    location = {plan.base}fairboard/{what}/{port} {{\n{allowed}\n{rest}\n    }}"


def _office(plan: Plan) -> str:
    allowed = _lines((f"allow {network};" for network in (*LOCAL, *plan.office)), " " * 8)
    closed = "\n".join(f"    location = {plan.base}office/{path} {{ return 404; }}" for path in ("fairboard/metrics", "fairboard/ready", "_stcore/metrics"))
    return (
        f"\n{closed}\n    location {plan.base}office/ {{\n{allowed}\n        deny all;\n        client_max_body_size {OFFICE_UPLOAD_MB}m;\n"
        f"        rewrite ^{plan.base}office/(.*)$ /$1 break;\n        proxy_pass http://127.0.0.1:{plan.office_port};\n    }}\n"
    )
