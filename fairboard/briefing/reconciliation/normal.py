"""A text made easy to read by rules, character by character, so that places in it stay those of the original."""

import unicodedata

TRADITIONAL = dict(zip(
    "與專業東兩個臨為爲舉樂習書爭產産畝億僅從倉儀價眾衆優會傳體餘儲黨關興養內冊農準減幾擊劃創別辦動務勵勞區醫協單衛廠廳歷曆縣參雙發號後噸員諮問國"
    "園圍圓場塊壇備復頭奪獎實寧賓對導將爾屆層屬歲崗島嶺師帶幫幣廣慶應庫開異張強歸當錄徵憶總戶擴擬擇攜掛據攤數條來楊機構標棟樓樣歡殘畢氣匯漢瀋溝遊"
    "濟瀏漁灣滿點熱獨環現電畫療瑪盤監蓋碩種稱積穩競筆築籌簽簡類級約組織線練經結給絡績締編網續紹羣職聯聽艦藝節蘆葦蘇範藥營補裝製見觀規覽覓計訂認議"
    "講許論設訪證話詢語請讀課調談諾謀負財責賬貨質貼貴貸費資賽贊趕躍車軌轉輪軟較輔輛輸遼達過邁運還進遠違連適選遞郵釋鐘鍾錢鐵銀銷錦鎮長門間閱陽隊陸"
    "險隨雜須頂項順預領題額顧館駐驗鞏麗黃齊龍傭僱佔術讓譽賢獻萬處狀榮啟灘團圖錨瀾鬆勢檔獲藍擔緊縮聲終維統綜綠紅純紀緒",
    "与专业东两个临为为举乐习书争产产亩亿仅从仓仪价众众优会传体余储党关兴养内册农准减几击划创别办动务励劳区医协单卫厂厅历历县参双发号后吨员咨问国"
    "园围圆场块坛备复头夺奖实宁宾对导将尔届层属岁岗岛岭师带帮币广庆应库开异张强归当录征忆总户扩拟择携挂据摊数条来杨机构标栋楼样欢残毕气汇汉沈沟游"
    "济浏渔湾满点热独环现电画疗玛盘监盖硕种称积稳竞笔筑筹签简类级约组织线练经结给络绩缔编网续绍群职联听舰艺节芦苇苏范药营补装制见观规览觅计订认议"
    "讲许论设访证话询语请读课调谈诺谋负财责账货质贴贵贷费资赛赞赶跃车轨转轮软较辅辆输辽达过迈运还进远违连适选递邮释钟钟钱铁银销锦镇长门间阅阳队陆"
    "险随杂须顶项顺预领题额顾馆驻验巩丽黄齐龙佣雇占术让誉贤献万处状荣启滩团图锚澜松势档获蓝担紧缩声终维统综绿红纯纪绪",
    strict=True,
))  # fmt: skip
"""Traditional characters that stand in numbers, units and words about recruitment, and what they are in simplified script."""
KEPT = "，。；：！？、（）"


def normalised(text: str) -> str:
    """``text`` with half-width digits and letters and simplified characters; as long as ``text``, so that places agree."""
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    if character in TRADITIONAL:
        return TRADITIONAL[character]
    if character < "\x7f" or character in KEPT:
        return character if character >= " " or character in "\n\t" else " "
    if character in "–—―−‐‑‒﹣":
        return "-"
    if character in "～〜﹏":
        return "~"
    if character in "∶︰":
        return ":"
    if character in "‘’":
        return "'"
    if character in "\u200b\ufeff\u2060\u00ad":
        return " "
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) == 1:
        return TRADITIONAL.get(plain, plain)
    return character
