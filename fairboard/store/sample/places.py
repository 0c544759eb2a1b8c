"""The places of the sample: how large each region is in it, what it lives from and which regions are near."""

LIAONING_WEIGHTS = {
    "210100": 26, "210200": 25, "210300": 7.5, "210400": 4, "210500": 3.6, "210600": 3.8, "210700": 5, "210800": 5.2,
    "210900": 2.8, "211000": 3.6, "211100": 4.4, "211200": 3, "211300": 3.2, "211400": 3.8, "21SF00": 3,
}  # fmt: skip

OUTSIDE_WEIGHTS = {"110100": 2.2, "310100": 1.8, "440300": 1.6, "220100": 1.5, "230100": 1.3, "120100": 0.8, "370200": 0.8, "150100": 0.5}
"""Seats of the employers that come from elsewhere: the large cities and the neighbouring capitals."""

WAGE_FACTORS = {
    "210100": 1.04, "210200": 1.12, "210300": 0.98, "210400": 0.92, "210500": 0.93, "210600": 0.91, "210700": 0.94, "210800": 0.97,
    "210900": 0.86, "211000": 0.91, "211100": 1.03, "211200": 0.85, "211300": 0.86, "211400": 0.9, "21SF00": 1.05,
    "110100": 1.4, "310100": 1.42, "440300": 1.42, "220100": 0.98, "230100": 0.96, "120100": 1.15, "370200": 1.12, "150100": 0.98,
}  # fmt: skip

SHORT_NAMES = {
    "210100": ("沈阳", "Shenyang"), "210200": ("大连", "Dalian"), "210300": ("鞍山", "Anshan"), "210400": ("抚顺", "Fushun"),
    "210500": ("本溪", "Benxi"), "210600": ("丹东", "Dandong"), "210700": ("锦州", "Jinzhou"), "210800": ("营口", "Yingkou"),
    "210900": ("阜新", "Fuxin"), "211000": ("辽阳", "Liaoyang"), "211100": ("盘锦", "Panjin"), "211200": ("铁岭", "Tieling"),
    "211300": ("朝阳", "Chaoyang"), "211400": ("葫芦岛", "Huludao"), "21SF00": ("沈抚", "Shenfu"), "110100": ("北京", "Beijing"),
    "310100": ("上海", "Shanghai"), "440300": ("深圳", "Shenzhen"), "220100": ("长春", "Changchun"), "230100": ("哈尔滨", "Harbin"),
    "120100": ("天津", "Tianjin"), "370200": ("青岛", "Qingdao"), "150100": ("呼和浩特", "Hohhot"), "610100": ("西安", "Xi'an"),
    "420100": ("武汉", "Wuhan"),
}  # fmt: skip

NEIGHBOURS = {
    "210100": ("21SF00", "210400", "210500", "211000", "211200"), "210200": ("210800", "210600"), "210300": ("211000", "210800", "211100"),
    "210400": ("21SF00", "210100", "210500"), "210500": ("210100", "210400", "211000"), "210600": ("210200", "210500"),
    "210700": ("211400", "211100", "210900"), "210800": ("210300", "210200", "211100"), "210900": ("210700", "211300"),
    "211000": ("210300", "210100"), "211100": ("210800", "210700", "210300"), "211200": ("210100", "210400"),
    "211300": ("211400", "210900"), "211400": ("210700", "211300"), "21SF00": ("210100", "210400"),
}  # fmt: skip

COMMON_SECTORS = {
    "engineering": 7, "mechanical": 6, "electrical": 5, "electronics": 4, "software": 7, "chemical": 5, "energy": 4, "construction": 6,
    "transport": 5, "manufacturing": 8, "agriculture": 3, "medical": 6, "education": 6, "finance": 5, "sales": 5, "administration": 2,
    "law_public": 2, "culture_service": 4,
}  # fmt: skip
"""Main sectors of employers anywhere, in proportion."""

LOCAL_SECTORS = {
    "210100": {"mechanical": 22, "engineering": 20, "electrical": 14, "software": 6, "medical": 6},
    "210200": {"software": 32, "transport": 22, "electronics": 10, "engineering": 8, "chemical": 8},
    "210300": {"chemical": 26, "mechanical": 22, "engineering": 14},
    "210400": {"chemical": 24, "energy": 16, "mechanical": 8},
    "210500": {"medical": 22, "chemical": 20, "engineering": 6},
    "210600": {"manufacturing": 20, "agriculture": 12, "culture_service": 10, "electronics": 6},
    "210700": {"chemical": 14, "transport": 12, "electronics": 12, "education": 8},
    "210800": {"transport": 20, "chemical": 20, "mechanical": 8, "electrical": 6},
    "210900": {"energy": 28, "agriculture": 12, "mechanical": 8},
    "211000": {"chemical": 26, "mechanical": 10, "manufacturing": 10},
    "211100": {"chemical": 46, "energy": 20, "agriculture": 6},
    "211200": {"agriculture": 24, "energy": 10, "manufacturing": 14},
    "211300": {"agriculture": 18, "mechanical": 14, "chemical": 10, "energy": 8},
    "211400": {"energy": 24, "transport": 14, "culture_service": 10, "engineering": 8},
    "21SF00": {"software": 16, "engineering": 18, "electronics": 14, "mechanical": 12},
}
"""What each region adds to the common mix: machine building in Shenyang, software and the port in Dalian, steel in Anshan, and so on."""
