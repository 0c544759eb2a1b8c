"""Place texts against expectations worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.importing.parsing.place import find_region, load_gazetteer, parse_place, parse_place_in_name

PLACES = [
    # traps: a name inside another name
    ("马鞍山", "340500"), ("马鞍山·花山区·霍里街道", "340500"), ("鞍山", "210300"), ("鞍山·铁东", "210300"),
    ("北京·朝阳", "110100"), ("北京·朝阳·酒仙桥", "110100"), ("北京北京朝阳区", "110100"), ("长春·朝阳·硅谷", "220100"),
    ("吉林省长春朝阳区前进广场", "220100"), ("哈尔滨·香坊·朝阳", "230100"), ("长沙·芙蓉·朝阳街", "430100"), ("潍坊·高密·朝阳", "370700"),
    ("青岛·市北·阜新路", "370200"), ("山东省青岛市北区", "370200"), ("山东省青岛市南区", "370200"), ("山东省济南市中区", "370100"),
    # a bare 朝阳 is the city in Liaoning, 朝阳县 its county
    ("朝阳", "211300"), ("朝阳市", "211300"), ("辽宁省朝阳", "211300"), ("朝阳县", "211300"),
    # Liaoning
    ("沈阳", "210100"), ("沈阳·铁西区", "210100"), ("沈阳-皇姑区", "210100"), ("辽宁省大连高新园区", "210200"), ("大连·甘井子·凌水", "210200"),
    ("辽宁省大连金州区大连开发区", "210200"), ("辽宁省沈阳浑南区国际软件园", "210100"), ("瓦房店市", "210200"), ("抚顺县", "210400"),
    ("辽宁省", "210000"), ("辽宁", "210000"), ("辽宁·盘锦", "211100"), ("葫芦岛市兴城市", "211400"),
    ("沈抚示范区", "21SF00"), ("沈阳·沈抚新区", "21SF00"), ("辽宁省沈抚改革创新示范区", "21SF00"), ("抚顺·沈抚示范区", "21SF00"),
    # run together, doubled, by its county
    ("浙江省宁波", "330200"), ("四川省成都红星路", "510100"), ("深圳深圳宝安区宝安", "440300"), ("上海上海老闵行", "310100"),
    ("广东省广东省", "440000"), ("江苏省江苏省", "320000"), ("吉林省吉林", "220200"), ("吉林市", "220200"), ("吉林", "220000"), ("吉林省", "220000"),
    ("浙江省宁波镇海区", "330200"), ("江苏省镇江", "321100"), ("河北省石家庄桥西区", "130100"), ("广东省东莞桥头镇", "441900"),
    ("吉林省长春二道区", "220100"), ("江苏省昆山", "320500"), ("江苏省苏州昆山市", "320500"), ("昆山", "320500"), ("江苏省常熟", "320500"),
    ("海南省陵水", "469028"), ("海南省文昌", "469005"), ("湖北省恩施", "422800"), ("湖南省湘西", "433100"), ("云南省大理", "532900"),
    ("广西南宁良庆区", "450100"), ("内蒙古呼和浩特", "150100"), ("新疆乌鲁木齐", "650100"), ("西藏拉萨", "540100"), ("河北省雄安新区", "130000"),
    ("重庆", "500100"), ("天津·西青·张家窝", "120100"), ("东莞·大朗镇", "441900"),
    # several places: the first
    ("沈阳、大连", "210100"), ("大连/沈阳/鞍山", "210200"), ("沈阳,大连", "210100"), ("营口;盘锦", "210800"),
    # labels, English
    ("工作地点：丹东", "210600"), ("中国·辽宁·沈阳", "210100"), ("Dalian", "210200"), ("Beijing", "110100"),
    # scopes
    ("全国", "nationwide"), ("远程办公", "remote"), ("海外", "abroad"), ("日本·东京", "abroad"),
]  # fmt: skip
UNKNOWN = [
    "大连路",
    "阜新路",
    "南京东路",
    "朝阳区",
    "广省惠州惠城区",
    "异地招聘",
    "���阳",
    "省级",
    "123",
    "鼓楼区",
    "' or 1=1 --",
    "=HYPERLINK(1)",
]
IN_NAMES = [
    ("中共郑州市纪律检查委员会郑州市监察委员会（含派驻机构）", "410100"), ("郑州市金水区人民法院", "410100"), ("光山县审计事务中心（参公）", "411500"),
    ("河南省安阳监狱", "410000"), ("河南省人民政府办公厅", "410000"), ("新县人民法院", "411500"), ("中共沁阳市委党史和地方史志研究室（参公）", "410800"),
    ("沈阳市公安局", "210100"), ("中国人民政治协商会议焦作市委员会办公室", "410800"), ("永城市新桥镇人民政府", "411400"), ("辽宁省沈阳市和平区财政局", "210100"),
]  # fmt: skip
NO_PLACE_IN_NAMES = ["大连理工大学", "中国科学院大连化学物理研究所", "朝阳重工有限公司", "马鞍山钢铁股份有限公司", "上海电气"]


@pytest.mark.parametrize(("text", "code"), PLACES)
def test_a_place_is_read_as_a_person_reads_it(text, code):
    assert parse_place(text).region_code == code


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_no_place_or_several_is_unknown(text):
    place = parse_place(text)
    assert (place.region_code, place.status) == (None, "unparsed")


@pytest.mark.parametrize("text", ["", " ", "无", "-"])
def test_no_place_is_absent(text):
    assert parse_place(text).status == "absent"


@pytest.mark.parametrize(("name", "code"), IN_NAMES)
def test_an_office_tells_its_place_by_an_official_name(name, code):
    assert parse_place_in_name(name).region_code == code


@pytest.mark.parametrize("name", NO_PLACE_IN_NAMES)
def test_a_short_name_in_a_company_name_is_no_place(name):
    assert parse_place_in_name(name).region_code is None


def test_a_host_is_found_by_code_and_by_name():
    assert [find_region(text) for text in ("210100", "21sf00", "沈阳", "沈阳市", "nowhere")] == [
        "210100",
        "21SF00",
        "210100",
        "210100",
        None,
    ]


@given(st.text(max_size=30) | st.text(alphabet="辽宁省沈阳大连朝阳区县市路·-马鞍山吉林北京", max_size=12))
def test_no_text_raises_and_a_place_is_a_known_region(text):
    code = parse_place(text).region_code
    assert code is None or find_region(code) == code
    parse_place_in_name(text)


@given(st.sampled_from(sorted(load_gazetteer().official)), st.text(alphabet="abc 1", max_size=5))
def test_every_official_name_of_a_prefecture_is_found(name, rest):
    assert parse_place(f"{name}·{rest}").region_code == load_gazetteer().official[name]
