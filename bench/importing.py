"""How long a large job table takes from file to version, step by step, beside DuckDB's bare reading of the same file.

    python -m bench.importing FILE FOLDER      measures one import in this process and prints it as JSON

Each import runs in a process of its own, so that the peak of its memory is its own.
"""

import csv
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

from bench.data import FOLDER, PROJECT

ROWS = 1_000_000
EMPLOYERS, TITLES, PLACES, MAJORS = 60_000, 200_000, 3_000, 5_000
"""How many different texts a million rows have; the real tables have about as many for their length."""
STEPS = ("read", "understand", "records", "store")
Times = dict[str, list[float]]

CITIES = ("沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新", "辽阳", "盘锦", "铁岭", "朝阳", "葫芦岛", "北京", "上海", "长春", "哈尔滨", "深圳")
TRADES = ("机械", "电气", "软件", "化工", "钢铁", "船舶", "医药", "食品", "物流", "建筑", "农业", "旅游", "通信", "汽车", "能源")
JOBS = ("工程师", "技术员", "操作工", "销售经理", "会计", "文员", "设计师", "质检员", "项目经理", "实习生", "司机", "教师", "护士", "客服专员")
LEVELS = ("高级", "中级", "初级", "资深", "助理", "储备", "")
EDUCATION = ("本科及以上", "大专及以上", "硕士", "博士", "中专", "高中", "学历不限", "本科", "大专", "")
EXPERIENCE = ("经验不限", "1-3年", "3-5年", "5-10年", "应届毕业生", "1年以上", "")
OWNERSHIP = ("国企", "民营", "外资", "合资", "事业单位", "股份制企业", "上市公司")
INDUSTRIES = ("制造业", "信息传输、软件和信息技术服务业", "建筑业", "批发和零售业", "教育", "卫生和社会工作", "金融业", "采矿业", "房地产业")
SIZES = ("少于50人", "50-150人", "150-500人", "500-1000人", "1000-5000人", "5000-10000人", "10000人以上")
HEADER = ("单位名称", "统一社会信用代码", "单位性质", "所属行业", "单位规模", "岗位名称", "招聘人数", "月薪（元）", "工作地点", "学历要求", "专业要求", "工作经验")


def make_file(path: Path, row_count: int = ROWS) -> Path:
    """A job table of ``row_count`` rows, always the same; every thousandth row is there twice."""
    random.seed(20260325)
    share = row_count / ROWS
    employers = [employer(number) for number in range(max(3, int(EMPLOYERS * share)))]
    titles = [f"{LEVELS[n % 7]}{TRADES[n // 7 % 15]}{JOBS[n // 105 % 14]}{f'（{n // 1470}）' if n >= 1470 else ''}" for n in range(max(5, int(TITLES * share)))]
    places = [f"{CITIES[n % 19]}·{TRADES[n // 19 % 15]}园区{n // 285 or ''}" for n in range(max(3, int(PLACES * share)))]
    majors = ["不限", *(f"{TRADES[n % 15]}工程、{TRADES[n // 15 % 15]}及其自动化等{n // 225 or ''}" for n in range(max(3, int(MAJORS * share))))]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        row: list[object] = []
        for number in range(row_count):
            if number % 1_000 or not row:
                row = [*random.choice(employers), random.choice(titles), headcount(), wage(), random.choice(places), random.choice(EDUCATION),
                       random.choice(majors), random.choice(EXPERIENCE)]  # fmt: skip
            writer.writerow(row)
    draft.replace(path)
    return path


def employer(number: int) -> tuple[str, str, str, str, str]:
    """An employer with its code, ownership, industry and size."""
    name = f"{CITIES[number % 19]}{TRADES[number // 19 % 15]}{number // 285 or ''}有限公司"
    return name, f"91210100{number:010d}", random.choice(OWNERSHIP), random.choice(INDUSTRIES), random.choice(SIZES)


def headcount() -> str:
    """A headcount as offices write it."""
    return random.choice((str(random.randint(1, 40)), f"{random.randint(1, 9)}人", "若干", ""))


def wage() -> str:
    """A wage as offices write it: some two thousand different ones."""
    low = random.randrange(30, 200) * 100
    return random.choice((f"{low}-{low + random.randrange(1, 12) * 500}", f"{low / 1000:g}-{low / 1000 + 2:g}千", "面议", f"{low // 1000}千-1.{random.randint(0, 9)}万"))


def import_times(runs: int, tell: Callable[[str], None], row_count: int = ROWS) -> Times:
    """Seconds of each step, of all of them, and of DuckDB's bare reading; megabytes at the peak; ``ratio`` all by bare reading."""
    path = FOLDER / f"import-{row_count}.csv"
    if not path.is_file():
        tell("making the file")
        make_file(path, row_count)
    times: Times = {}
    for number in range(runs):
        tell(f"run {number + 1} of {runs}")
        found = {"bare": bare_seconds(path)} | one_import(path, FOLDER / "import")
        found["all"] = sum(found[step] for step in STEPS)
        found["ratio"] = found["all"] / found["bare"]
        for name, value in found.items():
            times.setdefault(name, []).append(value)
    return times


def bare_seconds(path: Path) -> float:
    """Seconds in which DuckDB reads the same file into a table of texts."""
    started = time.perf_counter()
    with duckdb.connect() as con:
        con.execute("create table bare as from read_csv(?, all_varchar = true)", [str(path)])
    return time.perf_counter() - started


def one_import(path: Path, folder: Path) -> dict[str, float]:
    """Seconds of each step and megabytes at the peak, measured in a process of its own; the version that it makes is thrown away."""
    shutil.rmtree(folder, ignore_errors=True)
    words = [sys.executable, "-m", "bench.importing", str(path), str(folder)]
    done = subprocess.run(words, cwd=PROJECT, env=os.environ | {"FAIRBOARD_DATA": str(folder)}, check=True, capture_output=True, text=True)
    shutil.rmtree(folder, ignore_errors=True)
    return json.loads(done.stdout.splitlines()[-1])


def measure(path: Path) -> dict[str, float]:
    """Seconds of each step in this process, and its peak of memory in megabytes where the system tells it."""
    from fairboard.importing.batch import read_plans
    from fairboard.importing.filing import NewFair, store_intake
    from fairboard.importing.reading import read_file
    from fairboard.importing.understanding import understand

    times, started = {}, time.perf_counter()

    def take(step: str) -> None:
        nonlocal started
        now = time.perf_counter()
        times[step], started = now - started, now

    source = read_file(path)
    take("read")
    plans = understand(source)
    take("understand")
    intake = read_plans(source, plans)
    take("records")
    store_intake(intake, NewFair("测速", "Benchmark", "on_site", date(2026, 3, 25), date(2026, 3, 25)))
    take("store")
    return times | peak_mb()


def peak_mb() -> dict[str, float]:
    """The peak of this process's memory in megabytes; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:
        return {}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak": peak / (1_000_000 if sys.platform == "darwin" else 1_000)}


def medians(times: Times) -> dict[str, float]:
    """The median of each."""
    return {name: median(values) for name, values in times.items()}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
