"""Which office sent a file: by its name or that of its folder (沈阳市_岗位表.xlsx, 大连市人社局报送.csv, 抚顺/岗位.xlsx), or by a line above a table
(填报单位：鞍山市人力资源和社会保障局).

Only a part of the name that is an office or a region by itself counts: 大连理工大学招聘会.xlsx names no office.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fairboard.importing.parsing.place import read_rows

OFFICE = re.compile(r"(?:人社局|人力资源和社会保障局|人力资源社会保障局|人社|人才(?:服务)?(?:中心|局)|就业(?:和人才)?(?:服务)?(?:中心|局)|局)(?:报送|上报)?")
FILED = re.compile(r"市(?:20\d\d年?)?(?:[春秋夏冬]季)?(?:岗位|职位|用工|需求|参会|签到|报送|上报|填报|协议|校地)(?:信息|需求|情况|名单)?(?:一览|汇总|统计|登记)?表?")
"""What the name of a file may say after a city's full name: 鞍山市岗位需求表."""
SENDER = re.compile(r"(?:填报|报送|上报|填表|制表)(?:单位|部门|地区)?\s*[:：]\s*(\S{2,40})")
SHORTEST_FULL_NAME = 2
CUTS = re.compile(r"[\s_\-—+()（）\[\]【】.·,，、]+")


@cache
def office_names() -> tuple[tuple[str, str], ...]:
    """Every name of the fifteen units with its code, the longest first."""
    rows = [row for row in read_rows("regions.csv") if row["is_liaoning_unit"] == "true"]
    names = {(name, row["region_code"]) for row in rows for name in (row["name_zh"], row["short_zh"], row["name_en"].lower())}
    names |= {(name, "21SF00") for name in ("沈抚示范区", "沈抚新区", "沈抚改革创新示范区")}
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def find_office(path: Path) -> str | None:
    """The region code of the office that a path names, None where it names none or several."""
    for text in (path.stem, path.parent.name):
        codes = {code for part in CUTS.split(text.lower()) if (code := office_of(part))}
        if len(codes) == 1:
            return codes.pop()
    return None


def office_of(part: str) -> str | None:
    """The office that a part of a name is: a region, or the bureau of one."""
    for name, code in office_names():
        if part.startswith(name):
            rest = part[len(name) :]
            if not rest or OFFICE.fullmatch(rest.removeprefix("市")) or FILED.fullmatch(f"市{rest}" if name.endswith("市") else rest):
                return code
    return None


def find_sender(texts: Iterable[str]) -> str | None:
    """The region code of the office that lines above a table name as the sender, None where they name none or several."""
    named = [found.group(1) for text in texts if (found := SENDER.search(text))]
    codes = {code for name in named if (code := office_of(name) or unit_of(name))}
    return codes.pop() if len(codes) == 1 else None


def unit_of(name: str) -> str | None:
    """The unit in whose name an office's full name begins: 鞍山市铁东区人力资源和社会保障局."""
    return next((code for unit, code in office_names() if len(unit) > SHORTEST_FULL_NAME and name.startswith(unit) and name.endswith(("局", "中心", "办"))), None)
