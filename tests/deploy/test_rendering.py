"""The files that ``python -m fairboard deploy`` writes: whole, as asked for, and without anything that could be slipped into them."""

import configparser
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from fairboard.__main__ import main
from fairboard.commands import deploy
from fairboard.commands.deploy import Plan, rendered

PLAN = Plan(3)


def run(folder: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--lang", "en", "deploy", "--out", str(folder), *words])
    return done.exit_code, done.output + str(done.exception or "")


def unit(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def test_the_command_writes_every_file_and_leaves_no_place_unfilled(tmp_path: Path):
    status, said = run(tmp_path / "out", "--processes", "2", "--office", "10.1.0.0/16")
    assert (status, "docs/deploy.md" in said) == (0, True)
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert written.keys() == {*deploy.FILES.values(), *deploy.OFFICE_FILE.values()}
    assert [name for name, text in written.items() if re.search(r"@[A-Z_]+@", text)] == []


def test_every_template_is_used():
    assert {path.name for path in deploy.TEMPLATES.glob("*.in")} == deploy.FILES.keys() | deploy.OFFICE_FILE.keys()


def test_the_secret_is_new_each_time_and_only_its_owner_may_read_it(tmp_path: Path):
    run(tmp_path, "--processes", "1")
    first = (tmp_path / "fairboard.env").read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / "fairboard.env").stat().st_mode) & 0o077 == 0
    run(tmp_path, "--processes", "1")
    secrets = [re.search(r"COOKIE_SECRET=([0-9a-f]{64})\n", text)[1] for text in (first, (tmp_path / "fairboard.env").read_text(encoding="utf-8"))]
    assert secrets[0] != secrets[1]


@pytest.mark.parametrize("processes", [1, 2, 64])
def test_each_process_has_its_group_with_all_others_behind_it(processes: int):
    text = rendered(Plan(processes))["fairboard.conf"]
    for port in range(8501, 8501 + processes):
        group = re.search(rf"upstream fairboard_{port} {{(.*?)}}", text, re.DOTALL)[1]
        assert re.findall(r"server 127\.0\.0\.1:(\d+) [^;]*?( backup)?;", group)[0] == (str(port), "")
        assert group.count(" backup;") == processes - 1
        assert f"    {port} fairboard_{port};" in text
        assert rf'"~127\.0\.0\.1:{port}$" {port};' in text
    assert text.count("{") == text.count("}")


def test_a_path_is_taken_away_before_a_process_sees_it():
    text = rendered(replace(PLAN, base="/fairs/2026/"))["fairboard.conf"]
    assert "location /fairs/2026/ {\n        rewrite ^/fairs/2026/(.*)$ /$1 break;" in text
    assert "Path=/fairs/2026/;" in text
    assert "location = /fairs/2026/fairboard/metrics { return 404; }" in text
    assert "rewrite" not in rendered(PLAN)["fairboard.conf"]


def test_with_a_certificate_all_is_secure_and_plain_requests_are_sent_on(tmp_path: Path):
    run(tmp_path, "--processes", "1", "--certificate", "/etc/ssl/a.pem", "--key", "/etc/ssl/a.key", "--name", "fairs.example.cn")
    text = (tmp_path / "fairboard.conf").read_text(encoding="utf-8")
    for line in ("listen 443 ssl http2;", "return 301 https://$host$request_uri;", "SameSite=Lax; Secure", "Strict-Transport-Security", "server_name fairs.example.cn;"):
        assert line in text
    assert "Secure" not in rendered(PLAN)["fairboard.conf"]


def test_only_the_networks_that_are_named_reach_the_process_that_writes_and_the_figures():
    text = rendered(replace(PLAN, office=("10.1.0.0/16",), monitoring=("10.9.0.7/32",)))["fairboard.conf"]
    office = re.search(r"location /office/ {(.*?)}", text, re.DOTALL)[1]
    assert re.findall(r"(allow|deny) ([^;]+);", office) == [("allow", "127.0.0.1"), ("allow", "::1"), ("allow", "10.1.0.0/16"), ("deny", "all")]
    for what in ("metrics", "ready"):
        place = re.search(rf"location = /fairboard/{what}/8502 {{(.*?)}}", text, re.DOTALL)[1]
        assert re.findall(r"(allow|deny) ([^;]+);", place) == [("allow", "127.0.0.1"), ("allow", "::1"), ("allow", "10.9.0.7/32"), ("deny", "all")]
    assert "/office/" not in rendered(PLAN)["fairboard.conf"]


def test_the_units_only_show_records_come_back_by_themselves_and_have_a_bound_on_memory():
    files = rendered(replace(PLAN, memory_mb=3000, office=("10.0.0.0/8",)))
    viewer, office = unit(files["fairboard@.service"]), unit(files["fairboard-office.service"])
    assert viewer["Service"]["Environment"] == "FAIRBOARD_READ_ONLY=1"
    assert "Environment" not in office["Service"]
    assert "ReadWritePaths" not in viewer["Service"]
    for service in (viewer["Service"], office["Service"]):
        assert (service["Restart"], service["MemoryHigh"], service["MemoryMax"]) == ("always", "2400M", "3000M")
        assert "--server.address 127.0.0.1" in service["ExecStart"]
    wanted = unit(files["fairboard.target"])["Unit"]["Wants"].split()
    assert wanted == [*(f"fairboard@{port}.service" for port in PLAN.ports), *(f"fairboard-watch@{port}.timer" for port in PLAN.ports), "fairboard-office.service"]


@pytest.mark.parametrize("words", [
    ["--processes", "0"], ["--processes", "65"], ["--processes", "2", "--office", "everybody"], ["--processes", "2", "--monitoring", "10.0.0.0/33"],
    ["--processes", "2", "--name", "a; return 200"], ["--processes", "2", "--base", "/a b"], ["--processes", "2", "--base", "/a{2}/"],
    ["--processes", "2", "--listen", "80; }"], ["--processes", "2", "--user", "a\nExecStart=/bin/sh"], ["--processes", "2", "--certificate", "/a.pem"],
])  # fmt: skip
def test_what_would_break_the_files_is_refused(tmp_path: Path, words: list[str]):
    status, _ = run(tmp_path / "out", *words)
    assert status != 0
    assert not (tmp_path / "out").exists()
