"""Every layout of offices and employers that is worked out by hand: it is understood as written down, or asked about, in any order of columns."""

import pytest

from tests.importing import test_layouts_of_jobs as jobs
from tests.importing import test_layouts_of_people as people
from tests.importing.tables import asked_of, fields_of, plan_of_case, values_of, without_column_order

CASES = (*jobs.CASES, *people.CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_layout_is_understood_or_asked_about(case, tmp_path):
    plan = plan_of_case(case, tmp_path)
    assert plan.mapping.kind == case.kind
    assert (fields_of(plan), asked_of(plan), plan.is_kind_sure) == (case.fields, case.asked, case.is_kind_sure)
    assert plan.is_ready == case.is_sure
    if case.is_sure:
        assert values_of(plan, case.values) == case.values


@pytest.mark.parametrize("case", [case for case in CASES if not case.merged and len(case.rows[0]) > 1], ids=lambda case: case.name)
def test_the_order_of_the_columns_says_nothing(case, tmp_path):
    turned = plan_of_case(without_column_order(case), tmp_path)
    assert {name: set(headings) if isinstance(headings, tuple) else headings for name, headings in fields_of(turned).items()} == {
        name: set(headings) if isinstance(headings, tuple) else headings for name, headings in case.fields.items()
    }
    assert asked_of(turned) == case.asked
