"""A real standalone cluster of Spark on this machine: one master and two workers of one core each, on the loopback address only."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pyspark

HOST = "127.0.0.1"
UI_PORTS = range(18080, 18100)
SPARK_HOME = Path(pyspark.__file__).parent
SETTINGS = {
    "spark.executor.memory": "512m",
    "spark.driver.memory": "512m",
    "spark.driver.host": HOST,
    "spark.driver.bindAddress": HOST,
    "spark.sql.shuffle.partitions": "8",
}


@dataclass
class Cluster:
    """The running cluster: address, address of its page, and the processes of its workers."""

    master: str
    page: str
    master_process: subprocess.Popen
    ui_port: int
    workers: list[subprocess.Popen] = field(default_factory=list)

    def options(self) -> list[str]:
        """What a build on this cluster is called with."""
        settings = SETTINGS | {"spark.ui.port": str(self.ui_port)}
        return ["--master", self.master, *(text for name, value in settings.items() for text in ("--conf", f"{name}={value}"))]

    def alive_workers(self) -> int:
        """How many workers the master knows to be alive."""
        return ask(f"{self.page}/json/")["aliveworkers"]

    def job(self, what: str) -> Any:
        """What the running build says of itself: stages, executors."""
        page = f"http://{HOST}:{self.ui_port}/api/v1/applications"
        return ask(f"{page}/{ask(page)[0]['id']}/{what}")


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """The cluster, until the block ends; its files are in ``folder``."""
    master_ui, first_ui, second_ui, job_ui = free_ports()
    port = free_port()
    address = f"spark://{HOST}:{port}"
    master = start(folder, "master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port", str(port), "--webui-port", str(master_ui))
    cluster = Cluster(address, f"http://{HOST}:{master_ui}", master, job_ui)
    try:
        wait_until(lambda: cluster.alive_workers() == 0, "the master answers")
        for number, ui in enumerate((first_ui, second_ui)):
            options = ["--host", HOST, "--cores", "1", "--memory", "700m", "--webui-port", str(ui), "--work-dir", str(folder / f"work{number}"), address]
            cluster.workers.append(start(folder, f"worker{number}", "org.apache.spark.deploy.worker.Worker", *options))
        wait_until(lambda: cluster.alive_workers() == 2, "both workers are there")
        yield cluster
    finally:
        for process in (*cluster.workers, master):
            process.terminate()
        for process in (*cluster.workers, master):
            process.wait(timeout=60)


def start(folder: Path, name: str, java_class: str, *options: str) -> subprocess.Popen:
    """A process of Spark; ``spark-class`` becomes the Java process itself, so its number is that of the worker."""
    environment = os.environ | {
        "SPARK_HOME": str(SPARK_HOME), "SPARK_LOCAL_IP": HOST, "SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_DIRS": str(folder / "local"),
    }  # fmt: skip
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen([SPARK_HOME / "bin" / "spark-class", java_class, *options], env=environment, stdout=log, stderr=log)


def kill_busy_worker(cluster: Cluster) -> str:
    """Kill, without warning, an executor that is at work and the worker that it belongs to; returns the executor's id."""
    found: list[tuple[str, int, subprocess.Popen]] = []

    def is_at_work() -> bool:
        if len(cluster.job("stages?status=complete")) < 8 or not any(stage["numActiveTasks"] for stage in cluster.job("stages?status=active")):
            return False
        busy = [executor["id"] for executor in cluster.job("executors") if executor["id"] != "driver" and executor["activeTasks"]]
        found[:] = [(busy[0], pid, worker) for worker in cluster.workers for pid in children(worker.pid) if busy and is_executor(pid, busy[0])]
        return bool(found)

    wait_until(is_at_work, "an executor is at work", every=0.02)
    executor, pid, worker = found[0]
    worker.send_signal(signal.SIGKILL)
    os.kill(pid, signal.SIGKILL)
    return executor


def children(parent: int) -> list[int]:
    """The processes that ``parent`` started, from whichever of its threads."""
    return [int(number) for task in Path(f"/proc/{parent}/task").iterdir() for number in (task / "children").read_text().split()]


def is_executor(pid: int, executor: str) -> bool:
    """True for the process that runs the executor of this id."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    return "--executor-id" in words and words[words.index("--executor-id") + 1] == executor


def ask(address: str) -> Any:
    """The JSON at an address of this machine."""
    with urlopen(address, timeout=10) as answer:
        return json.load(answer)


def wait_until(is_so: Callable[[], bool], what: str, every: float = 0.2, seconds: float = 1200) -> None:
    """Wait for something that takes as long as it takes; fail when it never comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except (URLError, OSError, IndexError, ValueError):
            pass  # not there yet
        time.sleep(every)
    raise AssertionError(f"It never came to this: {what}")


def free_ports(count: int = 4) -> list[int]:
    """Free ports for the pages."""
    return [port for port in UI_PORTS if is_free(port)][:count]


def is_free(port: int) -> bool:
    """True where nobody listens."""
    with socket.socket() as tried:
        return tried.connect_ex((HOST, port)) != 0


def free_port() -> int:
    """Any free port."""
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return tried.getsockname()[1]
