"""The agreements between regions and universities, the pact of the provinces and the policies of the sample."""

from collections.abc import Iterator
from datetime import date, timedelta

from fairboard.store.sample.attendance import KEY_UNIVERSITIES, University
from fairboard.store.sample.drawing import choose, lots
from fairboard.store.sample.fairs import Fair
from fairboard.store.sample.places import LIAONING_WEIGHTS

AGREEMENT_COUNT = 120
PACT_ID = 101
PACT_PROVINCES = ("210000", "220000", "230000", "150000")

POLICIES = (
    (date(2023, 2, 10), "210000", "高校毕业生就业创业支持措施", "Measures supporting graduates' employment and entrepreneurship"),
    (date(2023, 3, 18), "210000", "校地合作引才办法", "Rules on school-site cooperation to attract talent"),
    (date(2023, 5, 4), "210100", "新市民租房补贴细则", "Rent subsidy rules for new residents"),
    (date(2023, 7, 12), "210200", "数字人才安家补贴办法", "Settling-in subsidy for digital talents"),
    (date(2023, 10, 9), "21SF00", "示范区人才公寓管理办法", "Talent apartments in the demonstration zone"),
    (date(2024, 2, 20), "210000", "一次性创业补贴办法", "One-off start-up subsidy"),
    (date(2024, 4, 15), "211100", "石化产业紧缺人才目录", "List of talents in short supply in petrochemicals"),
    (date(2024, 6, 30), "210300", "技能人才薪酬指引", "Pay guidance for skilled workers"),
    (date(2024, 9, 10), "210800", "港口物流人才培训补贴办法", "Training subsidy for port logistics"),
    (date(2025, 1, 16), "210000", "小微企业吸纳毕业生社保补贴办法", "Social insurance subsidy for small firms hiring graduates"),
    (date(2025, 3, 15), "210700", "返乡就业支持办法", "Support for returning home to work"),
    (date(2025, 8, 22), "210000", "就业见习补贴标准", "Rates of the traineeship subsidy"),
)


def sign_agreements(fairs: list[Fair], universities: list[University]) -> Iterator[dict[str, object]]:
    """The rows of ``agreements``: each of the fifteen regions one at the launch, the others at later fairs; no pair twice in force."""
    chance = lots("agreements")
    pairs = set(zip(LIAONING_WEIGHTS, KEY_UNIVERSITIES, strict=True))
    for agreement_id, (region, university) in enumerate(zip(LIAONING_WEIGHTS, KEY_UNIVERSITIES, strict=True), start=1):
        yield agreement_row(agreement_id, region, university, fairs[0], years=3)
    later = [fair for fair in fairs[1:] if fair.fair_kind in ("campus", "special", "launch", "on_site")]
    schools = {university.university_code: 3.0 if university.university_code in KEY_UNIVERSITIES else 1.0 for university in universities}
    while len(pairs) < AGREEMENT_COUNT:
        fair = later[len(pairs) * 7 % len(later)]
        region = (
            fair.host_region_code
            if fair.host_region_code in LIAONING_WEIGHTS and chance.random() < 0.4
            else choose(chance, LIAONING_WEIGHTS)
        )
        university = fair.university_code if fair.university_code and chance.random() < 0.6 else choose(chance, schools)
        if (region, university) not in pairs:
            pairs.add((region, university))
            yield agreement_row(len(pairs), region, university, fair, years=choose(chance, {2: 3, 3: 5, 5: 2}))


def agreement_row(agreement_id: int, region: str, university: str, fair: Fair, years: int) -> dict[str, object]:
    """One row of ``agreements``, signed on the first day of the fair."""
    signed_on = fair.starts_on
    return {
        "agreement_id": agreement_id,
        "region_code": region,
        "university_code": university,
        "signed_on": signed_on,
        "in_force_until": signed_on.replace(year=signed_on.year + years) - timedelta(days=1),
        "fair_id": fair.fair_id,
        "record_kind": "synthetic",
    }


def pact_row() -> dict[str, object]:
    """The one row of ``pacts``: the cooperation of three provinces and one autonomous region, signed at the launch."""
    return {
        "pact_id": PACT_ID,
        "name_zh": "东北三省一区人力资源协同发展合作协议（样例）",
        "name_en": "Cooperation agreement of Liaoning, Jilin, Heilongjiang and Inner Mongolia on human resources (sample)",
        "signed_on": date(2023, 3, 18),
        "fair_id": 1,
        "record_kind": "synthetic",
    }


def policy_rows() -> Iterator[dict[str, object]]:
    """The rows of ``policies``; each says in its name that it is made up."""
    for policy_id, (issued_on, region, name_zh, name_en) in enumerate(POLICIES, start=1):
        yield {
            "policy_id": policy_id,
            "name_zh": f"{name_zh}（样例）",
            "name_en": f"{name_en} (sample)",
            "issued_on": issued_on,
            "region_code": region,
            "source_id": "sample",
            "record_kind": "synthetic",
        }
