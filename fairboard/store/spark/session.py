"""Starting Spark: what has to be there, and what is said when it is not."""

import importlib.util
import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fairboard.errors import RequestError, StoreError

OLDEST_JAVA = 17
PACKAGES = ("pyspark", "sqlglot")
_MASTER = re.compile(r"(local(\[(\*|\d+)\])?|yarn|spark://[\w.:,-]+|k8s://(https?://)?[\w.:/-]+)")
_SETTING = re.compile(r"(spark\.[\w.-]+)=(.+)")
SETTINGS = {
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.sources.parallelPartitionDiscovery.threshold": "500",  # below that a job to look for files costs more than looking
}


@contextmanager
def session(master: str, settings: Mapping[str, str]) -> Iterator[Any]:
    """A Spark session on ``master``, stopped at the end; StoreError where Spark or Java is missing or the master does not answer."""
    check_master(master)
    check_packages()
    check_java()
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("Fairboard").master(master)
    for name, value in (SETTINGS | dict(settings)).items():
        builder = builder.config(name, value)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # on pandas, which is not asked to do anything here
            spark = builder.getOrCreate()
    except Exception as error:  # Java's errors have no common class
        raise StoreError("Spark does not start on {master}: {reason}.", master=master, reason=first_line(error)) from error
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


def parse_settings(texts: tuple[str, ...]) -> dict[str, str]:
    """``spark.name=value`` as a mapping; RequestError for anything else."""
    found = {}
    for text in texts:
        match = _SETTING.fullmatch(text)
        if not match:
            raise RequestError("{text} is no setting of Spark; an example: spark.executor.memory=4g", text=text[:60])
        found[match[1]] = match[2]
    return found


def check_master(master: str) -> None:
    """Raise unless ``master`` is an address that Spark knows."""
    if not _MASTER.fullmatch(master):
        raise RequestError("{master} is no master of Spark; examples: spark://host:7077, yarn, k8s://https://host:6443, local[*]", master=master[:80])


def check_packages() -> None:
    """Raise where what the engine needs is not installed."""
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise StoreError("The engine Spark needs {names}. Install with `python -m pip install -r requirements-spark.txt`.", names=", ".join(missing))


def check_java() -> None:
    """Raise unless a Java runtime is there that Spark can use."""
    version = java_version()
    if version is None:
        raise StoreError("Spark needs a Java runtime of version {version} or newer, and there is none. On Debian: apt-get install openjdk-17-jre-headless", version=OLDEST_JAVA)
    if version < OLDEST_JAVA:
        raise StoreError("Spark needs a Java runtime of version {version} or newer, and this one is {found}. JAVA_HOME says which is used.", version=OLDEST_JAVA, found=version)


def java_version() -> int | None:
    """The version of the Java that Spark would run: that of JAVA_HOME, else the first on the path; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home, "bin", "java")) if home else shutil.which("java")
    try:
        text = subprocess.run([program or "java", "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except OSError:
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', text)
    return int(found[1]) if found else None


def first_line(error: Exception) -> str:
    """What Java or Spark says, in a line."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__).rstrip(".")[:300]
