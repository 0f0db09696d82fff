"""Documents of every layout, and what each must be read as."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """A document and what it must be read as; a section is title, medium, day."""

    source: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[tuple[str, str | None, str | None], ...] = field(default=())


LAYOUTS = {
    "newsletter with contents": Layout(
        """
巴西江苏商会会刊
总第12期
2023年第2期

主　办：巴西江苏商会
主　编：陈 刚
编　辑：李小红 王 芳

目 录

卷首语
商会工作
3 凝心聚力 共谋发展
5 巴西江苏商会举行换届大会
会员风采
8 从小店主到实业家：记副会长林海
10 政策解读：企业“走出去”新规

凝心聚力 共谋发展

——会长陈刚在新春团拜会上的致辞

各位乡亲，各位朋友：

新春将至，我谨代表商会向大家拜年！过去的一年里，商会团结广大会员，积极开展各项活动。

谢谢大家！

（2023年1月20日，圣保罗）

巴西江苏商会 举行换届大会

日前，巴西江苏商会第五届会员大会在圣保罗举行，陈刚当选会长。大会还向家乡的学校捐款10万元，并与三家机构签署了合作协

议。

从小店主到实业家：
记副会长林海

1998年，林海只身来到巴西。二十多年过去，他的公司已有员工三百多人。

政策解读：企业“走出去”新规

《企业境外投资管理办法》（国家发展改革委令第11号）自2018年3月1日起施行。
""",
        title="巴西江苏商会会刊",
        publisher="巴西江苏商会",
        authors=("陈刚", "李小红", "王芳"),
        sections=(
            ("凝心聚力 共谋发展", None, "2023-01-20"),
            ("巴西江苏商会举行换届大会", None, None),
            ("从小店主到实业家：记副会长林海", None, None),
            ("政策解读：企业“走出去”新规", None, None),
        ),
    ),
    "bulletin whose contents have no page numbers": Layout(
        """
工商联动态

第8期
（总第215期）

江西省工商业联合会办公室　　2022年8月31日

目录
省工商联召开主席会议
赣州市工商联开展“万企兴万村”行动
九江市举办银企对接会

省工商联召开主席会议

8月3日，省工商联召开主席（扩大）会议。主席雷元江主持会议并讲话。

赣州市工商联开展“万企兴万村”行动

赣州市工商联组织150家民营企业与村结对，捐资800余万元。

九江市举办银企对接会

8月18日，九江市工商联联合五家银行举办对接会，签约12亿元。
""",
        title="工商联动态",
        published="2022-08-31",
        publisher="江西省工商业联合会办公室",
        sections=(
            ("省工商联召开主席会议", None, None),
            ("赣州市工商联开展“万企兴万村”行动", None, None),
            ("九江市举办银企对接会", None, None),
        ),
    ),
    "press review with media before the headlines": Layout(
        """
人民网：墨西哥中资企业协会向灾区捐款

2017-09-25

墨西哥中资企业协会24日向地震灾区捐款50万比索。

新华社：智利中资企业协会助力抗疫
2020-04-03
智利中资企业协会向圣地亚哥市政府捐赠口罩5万只。

《星洲日报》：马来西亚中华总商会设立救灾基金

2021年12月28日

马来西亚中华总商会设立水灾救援基金，首期拨款100万令吉。
""",
        sections=(
            ("墨西哥中资企业协会向灾区捐款", "人民网", "2017-09-25"),
            ("智利中资企业协会助力抗疫", "新华社", "2020-04-03"),
            ("马来西亚中华总商会设立救灾基金", "星洲日报", "2021-12-28"),
        ),
    ),
    "newspaper page with news openings and bylines": Layout(
        """
省工商联召开常委会

【本报讯】（记者 王建国）3月2日，省工商联召开十二届四次常委会议，总结去年工作。

市工商联调研民营企业

本报讯 近日，市工商联主席刘强一行到高新区调研。刘强指出，要为企业办实事。（通讯员 陈晓）

女企业家商会送温暖
情系困难家庭

□记者 赵丽 通讯员 孙 伟

春节前夕，市女企业家商会走访慰问困难家庭60户，送去慰问金3万元。
""",
        authors=("王建国", "陈晓", "赵丽", "孙伟"),
        sections=(
            ("省工商联召开常委会", None, None),
            ("市工商联调研民营企业", None, None),
            ("女企业家商会送温暖 情系困难家庭", None, None),
        ),
    ),
    "newspaper page whose first headline is printed twice behind its text": Layout(
        """
■林志远 本报记者孙晓梅

近日，福建省工商联在厦门召开座谈会，与会企业家踊跃发言，共话发展。

搭建平台 服务会员

会议强调，要进一步完善服务体系，帮助企业解决困难。

福建民企座谈会在厦门召开福建民企座谈会在厦门召开

商会改革见成效
泉州市所属商会走出新路

■郑文博

泉州市工商联着力推动所属商会改革，取得明显成效。
""",
        authors=("林志远", "孙晓梅", "郑文博"),
        sections=(("福建民企座谈会在厦门召开", None, None), ("商会改革见成效 泉州市所属商会走出新路", None, None)),
    ),
    "Markdown file of several articles": Layout(
        "# 商会赴灾区慰问\n\n2024-01-05\n\n甘肃商会一行赴积石山慰问。\n\n# 商会召开年会\n\n年会在兰州召开，会长致辞。\n",
        sections=(("商会赴灾区慰问", None, "2024-01-05"), ("商会召开年会", None, None)),
    ),
    "Markdown file of one article with subheads": Layout(
        "# 年度捐赠汇编\n\n## 一、概况\n\n商会全年捐赠320万元。\n\n## 二、明细\n\n- 会长单位捐款50万元\n",
        title="年度捐赠汇编",
    ),
    "post with front matter": Layout(
        '---\ntitle: "商会服务企业“走出去”"\ndate: 2022-01-09 20:08:36 +0800\nauthor: 周敏\n---\n'
        "<p>□本报记者 刘 叶</p>\n<p>商会为会员提供服务。</p><p>（文章来源：国际商报）</p>",
        title="商会服务企业“走出去”",
        published="2022-01-09",
        publisher="国际商报",
        authors=("周敏", "刘叶"),
    ),
    "web article with one line of particulars": Layout(
        """
泰国浙江商会第四届理事会就职典礼在曼谷举行

2019-06-18 10:30　来源：中国侨网　作者：张小明

中国侨网6月18日电　泰国浙江商会第四届理事会就职典礼15日在曼谷举行。

大会选举产生新一届领导班子

大会选举缪进义为会长，王荣良为常务副会长。

（责任编辑：李红）
""",
        title="泰国浙江商会第四届理事会就职典礼在曼谷举行",
        published="2019-06-18",
        publisher="中国侨网",
        authors=("张小明", "李红"),
    ),
    "web page": Layout(
        "<html><head><title>安徽商会动态</title></head><body><h1>安徽商会捐赠物资</h1>"
        "<p>发布时间：2020-02-10 来源：安徽商会网</p><p>2月9日，安徽商会捐赠口罩<b>1万只</b>。</p></body></html>",
        title="安徽商会捐赠物资",
        published="2020-02-10",
        publisher="安徽商会网",
    ),
    "traditional characters": Layout(
        """
香港中華總商會賑災

文匯報記者 陳志明 報道

香港中華總商會昨日宣佈，向災區捐款港幣500萬元。

2017年8月10日
""",
        title="香港中華總商會賑災",
        published="2017-08-10",
        publisher="文匯報",
        authors=("陳志明",),
    ),
    "letter with signature and date": Layout(
        "关于支援灾区的倡议书\n\n各会员单位：\n\n近日，河南多地遭遇特大暴雨。商会发出倡议：\n\n一、踊跃捐款捐物；\n\n河南省浙江商会\n2021年7月21日\n",
        title="关于支援灾区的倡议书",
        published="2021-07-21",
        publisher="河南省浙江商会",
    ),
    "official document": Layout(
        "国务院关于进一步支持小型微型企业健康发展的意见\n国发〔2012〕14号\n\n各省、自治区、直辖市人民政府：\n\n"
        "小型微型企业作用重大。现提出以下意见：\n\n一、充分认识重要意义\n\n（一）增强信心。\n\n国务院\n2012年4月19日\n",
        title="国务院关于进一步支持小型微型企业健康发展的意见",
        published="2012-04-19",
        publisher="国务院",
    ),
    "chronicle": Layout(
        "商会抗疫大事记\n\n2020年1月23日\n\n商会发出倡议书。\n\n2020年1月27日\n\n首批口罩运抵武汉。\n\n2020年2月3日\n\n会长单位捐款100万元。\n",
        title="商会抗疫大事记",
    ),
    "interview": Layout(
        "商会搭台 企业唱戏\n——访加纳中国商会会长唐宏\n本刊记者 周 洁\n\n记者：请介绍一下商会的情况。\n唐宏：加纳中国商会成立于2007年。\n记者：下一步有何打算？\n唐宏：继续努力。\n",
        title="商会搭台 企业唱戏",
        authors=("周洁",),
    ),
    "verse under a headline": Layout(
        "同心战疫 商会在行动\n\n来源：河北商会 时间：2020-03-05\n\n庚子年初\n\n大江南北\n\n按下暂停键\n\n商会闻令而动\n\n捐款30万元\n\n口罩2万只\n",
        title="同心战疫 商会在行动",
        published="2020-03-05",
        publisher="河北商会",
    ),
    "numbered policies are no articles": Layout(
        "政策汇编\n\n1.《关于支持企业复工的通知》（商办函〔2020〕11号）\n\n发文单位：商务部 发文时间：2020年2月18日\n\n要求做好服务。\n\n"
        "2.《关于减免租金的意见》\n\n发文单位：财政部 发文时间：2020年2月20日\n\n减免三个月租金。\n",
        title="政策汇编",
    ),
    "pages of a bulletin with running headers": Layout(
        """
中国五矿化工进出口商会会讯 2019年第4期

商会动态

于毅副会长会见智利代表团

本刊讯 4月11日，中国五矿化工进出口商会副会
长于毅在京会见智利铜业委员会代表团一行，双方就加
强两国矿业合作交换了意见。

– 3 –

中国五矿化工进出口商会会讯 2019年第4期

商会组团参加澳大利亚矿业大会

本刊讯 4月下旬，商会组织会员企业赴澳大利亚。

– 4 –

中国五矿化工进出口商会会讯 2019年第4期

商会发布行业报告

本刊讯 商会近日发布行业报告。
""",
        title="中国五矿化工进出口商会会讯",
        publisher="中国五矿化工进出口商会",
        sections=(("于毅副会长会见智利代表团", None, None), ("商会组团参加澳大利亚矿业大会", None, None), ("商会发布行业报告", None, None)),
    ),
    "digest in departments": Layout(
        """
【商会要闻】

全国工商联召开民营企业500强峰会
日期：2023-09-12
9月12日，全国工商联在济南发布榜单。

【地方动态】

广东省工商联开展“百会万企”行动
日期：2023-09-14
广东省工商联组织120家商会参与。

湖南省异地商会座谈会召开
日期：2023-09-15
会议由省工商联主席张健主持。
""",
        sections=(
            ("全国工商联召开民营企业500强峰会", None, "2023-09-12"),
            ("广东省工商联开展“百会万企”行动", None, "2023-09-14"),
            ("湖南省异地商会座谈会召开", None, "2023-09-15"),
        ),
    ),
    "collection under one title": Layout(
        "抗疫故事集\n\n第一篇 跨越山海的口罩\n作者：王晓燕\n\n秘书长收到一条消息。\n\n第二篇 凌晨四点的仓库\n作者：李国栋\n\n仓库灯火通明。\n",
        title="抗疫故事集",
        authors=("王晓燕", "李国栋"),
        sections=(("第一篇 跨越山海的口罩", None, None), ("第二篇 凌晨四点的仓库", None, None)),
    ),
    "texts divided by lines": Layout(
        "大使馆发来感谢信\n\n感谢南非中国经贸协会向当地医院捐赠口罩五万只，协助防疫。\n\n--------------\n\n经贸协会年会召开\n\n"
        "南非中国经贸协会日前在约翰内斯堡召开年会，会长作了工作报告。\n",
        sections=(("大使馆发来感谢信", None, None), ("经贸协会年会召开", None, None)),
    ),
    "post of a public account": Layout(
        """
驰援河南！河南省浙江商会累计捐款捐物超3000万元
原创 豫浙商会 河南省浙江商会 2021-07-25 18:30

7月20日以来，河南多地遭遇特大暴雨。

部分捐赠名单（排名不分先后）

郑州温州商会 100万元

洛阳市浙江商会 50万元、矿泉水2000箱

图文：秘书处
编辑：小浙
""",
        title="驰援河南！河南省浙江商会累计捐款捐物超3000万元",
        published="2021-07-25",
        publisher="河南省浙江商会",
    ),
    "portal page with breadcrumbs": Layout(
        """
您当前的位置：首页 > 新闻中心 > 商会动态
马来西亚中华总商会举行第十七届就职典礼
发布日期：2022-06-21 浏览次数：123 字体：[大 中 小]
　　6月18日，马来西亚中华总商会（中总）在吉隆坡举行就职典礼。
　　（来源：马来西亚《南洋商报》）
上一篇：中总访问槟城
下一篇：没有了
""",
        title="马来西亚中华总商会举行第十七届就职典礼",
        published="2022-06-21",
        publisher="南洋商报",
    ),
    "labelled record": Layout(
        "标题：印尼中华总商会捐建两所学校\n来源：千岛日报\n日期：2016年5月12日\n正文：\n印尼中华总商会将在日惹捐建两所学校。\n",
        title="印尼中华总商会捐建两所学校",
        published="2016-05-12",
        publisher="千岛日报",
    ),
    "Hong Kong news opening": Layout(
        "【大公報訊】記者李理報道：香港中華廠商聯合會昨日宣布，撥出港幣100萬元賑災。\n\n2021-07-24\n",
        published="2021-07-24",
        publisher="大公報",
        authors=("李理",),
    ),
    "Malaysian news opening": Layout(
        "馬來西亞中華總商會捐款救災\n\n（吉隆坡23日訊）馬來西亞中華總商會宣佈捐助50萬令吉。\n\n《中國報》2021年12月23日\n",
        title="馬來西亞中華總商會捐款救災",
        published="2021-12-23",
        publisher="中國報",
    ),
    "approval of an authority": Layout(
        "关于同意筹备成立深圳市湖南商会的批复\n\n深民函〔2009〕123号\n\n深圳市湖南商会筹备组：\n    申请收悉。同意筹备。\n"
        "                  深圳市民政局\n               二〇〇九年三月五日\n",
        title="关于同意筹备成立深圳市湖南商会的批复",
        published="2009-03-05",
        publisher="深圳市民政局",
    ),
    "speech with its day under the title": Layout(
        "在四川省工商联第十二次会员代表大会上的讲话\n（2022年6月29日）\n\n各位代表、同志们：\n\n今天，大会隆重开幕了。\n\n一、充分肯定成绩\n全省民营经济快速发展。\n",
        title="在四川省工商联第十二次会员代表大会上的讲话",
        published="2022-06-29",
    ),
    "agency report": Layout(
        "两部门印发《意见》\n\n新华社北京2018年6月26日电　近日，《意见》印发。\n",
        title="两部门印发《意见》",
        published="2018-06-26",
        publisher="新华社",
    ),
    "notice with its date above and a signature before the annex": Layout(
        "关于召开会员大会的通知\n2020年1月20日\n\n各会员单位：\n\n兹定于近期召开会员大会，请准时出席。\n\n中国五矿化工进出口商会\n2020年1月20日\n\n附件：1.报名表\n2.议程\n",
        title="关于召开会员大会的通知",
        published="2020-01-20",
        publisher="中国五矿化工进出口商会",
    ),
    "bulletin whose cover stands right before the first headline": Layout(
        "浙江商会通讯\n2021年第3期\n\n商会动态\n\n商会走访会员企业\n2021-06-01\n商会一行走访了五家会员企业。\n\n商会举办讲座\n2021-06-08\n讲座有三百人参加。\n",
        title="浙江商会通讯",
        sections=(("商会走访会员企业", None, "2021-06-01"), ("商会举办讲座", None, "2021-06-08")),
    ),
    "minutes with time and place": Layout(
        "会长办公会议纪要\n时间：2021年3月5日\n地点：商会会议室\n\n会议研究了年度工作。\n",
        title="会长办公会议纪要",
    ),
    "portraits are no articles": Layout(
        "商会领导\n\n王建国\n——会长\n王建国自2010年起任会长，热心公益。\n\n李晓红\n——秘书长\n李晓红负责日常工作。\n",
        title="商会领导",
    ),
    "cutting with the paper's name at its end": Layout(
        "新加坡中华总商会董事会就职\n\n    联合早报讯（记者 陈爱薇）新加坡中华总商会董事会昨晚就职。\n\n    ●相关新闻\n    总商会基金捐款\n    基金拨款210万元。\n\n    （2019年3月16日《联合早报》第5版）\n",
        title="新加坡中华总商会董事会就职",
        published="2019-03-16",
        publisher="联合早报",
        authors=("陈爱薇",),
    ),
    "paper and day in brackets at the end": Layout(
        "澳門中華總商會舉行會員大會\n\n澳門中華總商會昨日舉行會員大會。\n\n（濠江日報 2019年6月29日）\n",
        title="澳門中華總商會舉行會員大會",
        published="2019-06-29",
        publisher="濠江日報",
    ),
    "announcement with its issuer and day": Layout(
        "# 关于公布专项治理结果的公告\n\n**发布机构：** 市场监管总局　**发布日期：** 2019-12-30\n\n现公布治理结果。\n",
        title="关于公布专项治理结果的公告",
        published="2019-12-30",
        publisher="市场监管总局",
    ),
    "text without a headline": Layout("■ 本报记者 王勇 据民政部网站消息，2月21日下午，民政部召开会议。会议指出，要发挥作用。", authors=("王勇",)),
    "news opening with its reporter": Layout(
        "【记者周太友大连报道】在日前举行的会议上，大连市工商联主席表示，要服务企业。", authors=("周太友",)
    ),
}  # fmt: skip
