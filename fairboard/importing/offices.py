"""Which office sent a file, by its name or that of its folder: 沈阳市_岗位表.xlsx, 大连市人社局报送.csv, 抚顺/岗位.xlsx.

Only a part of the name that is an office or a region by itself counts: 大连理工大学招聘会.xlsx names no office.
"""

import re
from functools import cache
from pathlib import Path

from fairboard.importing.parsing.place import read_rows

OFFICE = re.compile(r"(?:人社局|人力资源和社会保障局|人力资源社会保障局|人社|人才(?:服务)?(?:中心|局)|就业(?:和人才)?(?:服务)?(?:中心|局)|局)(?:报送|上报)?")
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
            rest = part[len(name) :].removeprefix("市")
            if not rest or OFFICE.fullmatch(rest):
                return code
    return None
