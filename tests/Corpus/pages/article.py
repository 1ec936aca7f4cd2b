"""An invented article or thread with all a page says of it."""
import datetime
from words import AUTHORS, MEDIA, NICKS, NUMBERS, TRADITIONAL, TRADITIONAL_TITLES, Writer

NOW = datetime.datetime(2026, 11, 24, 12, 0, 0)
PROFILES = ["plain", "long", "headings", "captions", "list", "table", "links", "short", "quote", "attach", "photo", "plain"]


class Article:
    def __init__(self, seed, profile=None, traditional=False):
        w = Writer(seed)
        self.w = w
        self.profile = profile or PROFILES[seed % len(PROFILES)]
        self.title = w.r.choice(TRADITIONAL_TITLES) if traditional else w.title()
        self.author = w.r.choice(AUTHORS)
        self.editor = w.r.choice(AUTHORS)
        self.source = "青石日報" if traditional else w.r.choice(MEDIA)
        self.at = datetime.datetime(2026, w.r.randint(1, 10), w.r.randint(1, 28), w.r.randint(6, 22), w.r.randint(0, 59), 0)
        self.views = w.r.randint(20, 9000)
        self.replies = 0
        self.number = w.r.randint(100000, 999999)
        self.blocks = [("p", "".join(w.r.sample(TRADITIONAL, 3)[i] + "。" for i in range(3))) for _ in range(3)] if traditional else self._blocks()

    def _blocks(self):
        w = self.w
        p = lambda: ("p", w.paragraph())
        match self.profile:
            case "short":
                return [("p", w.post())]
            case "long":
                return [p() for _ in range(14)]
            case "headings":
                return [p(), ("h", "一、基本情况"), p(), p(), ("h", "二、存在的问题"), p(), ("h", "三、下一步打算"), p(), p()]
            case "captions":
                return [("img", w.fill("图为{p}现场。方某 摄")), p(), p(), ("img", w.fill("工作人员在{p}巡查。")), p(), p()]
            case "list":
                return [p(), ("li", [w.fill(str(i + 1) + ".{p}{t}整治项目，责任单位：{b}") for i in range(9)]), ("p", "以上清单自公布之日起施行。")]
            case "table":
                return [p(), ("table", [["序号", "地点", "户数", "状态"]] + [[str(i + 1), w.fill("{p}"), w.fill("{n}"), "已办结"] for i in range(8)]), p()]
            case "links":
                return [p(), ("linked", (w.fill("{d}日，"), w.fill("{b}"), w.fill("就{t}问题召开座谈会，听取了{n}名代表的意见。"))), p(), ("linked", ("此前报道过的", w.fill("{p}{t}"), w.fill("一事也有了新进展，{w}已经收到书面答复。"))), p()]
            case "quote":
                return [p(), ("p", w.fill("“来源在哪里？编辑都核实过吗？”{w}问道。")), ("p", w.fill("他说，打印出来的材料分享给了{n}位邻居，上一篇报道之后，关注的人多了起来。")), p(), p()]
            case "attach":
                return [("p", "各有关单位："), p(), ("p", w.fill("现将{p}{t}有关事项公告如下，请遵照执行。")), p(), ("p", w.r.choice(["青石县自然资源局", "云水新区管理委员会"])), ("p", f"2026年{self.at.month}月{self.at.day}日")]
            case "photo":
                return [("img", w.fill("{d}日，{p}，{w}站在{t}旁边，等待工作人员到场。")), ("img", w.fill("{p}的{t}，周围拉起了警戒线。")), ("img", w.fill("{b}工作人员正在丈量土地。"))]
            case _:
                return [p() for _ in range(w.r.randint(3, 7))]

    @property
    def text(self):
        lines = []
        for kind, value in self.blocks:
            if kind in ("li", "attach"):
                lines += value
            elif kind == "table":
                lines += [" ".join(row) for row in value]
            elif kind == "linked":
                lines.append("".join(value))
            else:
                lines.append(value)
        return "\n".join(lines)

    def t(self, form="%Y-%m-%d %H:%M"):
        return self.at.strftime(form)

    def zh(self, clock=True):
        return f"{self.at.year}年{self.at.month:02d}月{self.at.day:02d}日" + (self.t(" %H:%M") if clock else "")


class Thread:
    """A thread of invented posts. Times run on from the first post's."""

    def __init__(self, seed, floors=6):
        w = Writer(seed)
        self.w = w
        self.title = w.title()
        self.number = w.r.randint(10000, 99999)
        self.views = w.r.randint(100, 99999)
        self.replies = floors - 1 + w.r.randint(0, 40)
        start = datetime.datetime(2026, w.r.randint(1, 10), w.r.randint(1, 28), w.r.randint(6, 20), w.r.randint(0, 59), w.r.randint(0, 59))
        names = w.r.sample(NICKS, min(floors, len(NICKS)))
        self.floors = []
        for i in range(floors):
            lines = [w.paragraph(1, 2) for _ in range(w.r.randint(1, 3))] if i == 0 else [w.post()] if i % 3 else [w.post(), w.paragraph(1, 1)]
            if i == 0 and seed % 3 == 2:
                lines = [w.post()[:15]]
            self.floors.append(dict(floor=i + 1, author=names[i % len(names)], at=start + datetime.timedelta(minutes=37 * i), lines=lines, pid=self.number * 10 + i))
