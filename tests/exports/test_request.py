"""What an address may ask for, and what it may not."""

import pytest

from fairboard.errors import FairboardError, RequestError, StoreError
from fairboard.exports import request
from fairboard.exports.request import UnknownExportError
from fairboard.locale import catalogue

pytestmark = pytest.mark.usefixtures("sample_version")


def test_an_address_of_the_board_becomes_an_export():
    export = request.from_url("overview/wage_bands.xlsx", {"region": "210100.210200", "p_wage_basis": "ceiling", "lang": "en"})
    assert (export.query.name, export.ending, export.language) == ("overview/wage_bands", "xlsx", "en")
    assert export.filters.region_codes == ("210100", "210200")
    assert export.parameters == {"wage_basis": "ceiling"}


def test_numbers_are_cast_to_the_type_that_the_query_declares():
    export = request.from_url("overview/headline.csv", {"p_wage_basis": "floor", "p_threshold_yuan": "10000"})
    assert export.parameters["threshold_yuan"] == 10000


def test_records_stand_for_all_postings_that_match():
    assert request.from_url("records.parquet", {"p_search": "工程师"}).query.name == request.RECORDS_QUERY


@pytest.mark.parametrize("target", ["nope.csv", "steps/selected_fairs.csv", "../../etc/passwd", "overview/by_sector.exe", "overview/by_sector", "", ".csv", "a\x00.csv"])
def test_what_does_not_exist_is_unknown(target):
    with pytest.raises(UnknownExportError):
        request.from_url(target, {})


@pytest.mark.parametrize("url", [
    {"region": "999999"}, {"region": "';--"}, {"from": "2023-13-01"}, {"wage": "-1"}, {"fair": "1.2.x"}, {"record": "secret"}, {"p_evil": "1"},
])  # fmt: skip
def test_a_value_that_means_nothing_is_refused_and_not_left_out(url):
    with pytest.raises(RequestError):
        request.from_url("overview/by_sector.csv", url)


@pytest.mark.parametrize("url", [
    {}, {"p_wage_basis": "floor"}, {"p_wage_basis": "evil", "p_threshold_yuan": "1"}, {"p_wage_basis": "floor", "p_threshold_yuan": "1e3"},
    {"p_wage_basis": "floor", "p_threshold_yuan": "99999999999"}, {"p_wage_basis": "floor", "p_threshold_yuan": "１２"},
])  # fmt: skip
def test_own_parameters_must_be_there_and_fit(url):
    with pytest.raises(RequestError):
        request.from_url("overview/headline.csv", url)


@pytest.mark.parametrize("search", ["x" * 201, "a\x00b"])
def test_a_text_too_long_or_with_a_null_is_refused(search):
    with pytest.raises(RequestError):
        request.from_url("records.csv", {"p_search": search})


@pytest.mark.parametrize("version", ["../../x", "20200101T000000Z-0000", "current", "x" * 500])
def test_a_version_that_is_not_there_is_told(version):
    with pytest.raises((RequestError, StoreError)):
        request.from_url("overview/by_sector.csv", {"v": version})


def test_the_file_name_is_ascii_and_says_what_is_inside(sample_version):
    export = request.from_url("records.csv", {"region": "210100", "sector": "mechanical", "with": "definitions"})
    assert export.file_name == f"fairboard-records-rows-synthetic-region_210100-sector_mechanical-{sample_version.stem}.zip"
    assert export.file_name.isascii()


def test_a_long_selection_does_not_make_a_long_file_name():
    every = ".".join(str(number) for number in range(1, 60))
    assert len(request.from_url("records.csv", {"fair": every}).file_name) < 200


def test_what_is_said_about_an_unknown_export_has_its_chinese():
    for target in ("nope.csv", "overview/by_sector.exe"):
        with pytest.raises(FairboardError) as caught:
            request.from_url(target, {})
        assert caught.value.template in catalogue()
