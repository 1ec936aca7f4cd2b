"""Invented articles and posts for the page set: sentences with slots, filled from a seeded source. No text of any real page or person."""
import random

PLACES = "青石镇 柳河村 东塘社区 白鹤乡 长岭村 泉交街道 南坪镇 石桥铺 云水新区 枫林村 高桥乡 梅花洲".split()
BODIES = "县自然资源局 镇政府 市住建局 社区居委会 区征收办 市不动产登记中心 县水利局 乡综合执法队 市城管支队 区应急管理局".split()
THINGS = "安置房 征地补偿款 采砂船 后山裂缝 危房 断头路 宅基地 矿坑 临时围挡 河堤 老旧电梯 垃圾中转站".split()
PEOPLE = "村民刘某 业主代表陈某 货车司机王某 退休教师何某 种粮大户谭某 施工员小周 网格员小许 店主贺某".split()
NUMBERS = "3 5 8 12 17 26 40 63 118 230".split()
SENTENCES = [
    "{d}日上午，{p}的{t}问题引起附近居民关注，{n}户人家先后向{b}反映情况",
    "{w}告诉记者，{t}已经拖了{n}个多月，打过几次电话，得到的答复都是“正在研究”",
    "记者在现场看到，路边堆放着大量碎石，几名工作人员正在拉警戒线，周围没有发现人员受伤",
    "{b}有关负责人表示，已经安排专人到{p}核实，相关情况将在{n}个工作日内向社会公布",
    "按照规定，此类事项应当先公示、后实施，公示期不少于{n}天，并听取利害关系人的意见",
    "受连日降雨影响，{p}一处山体出现松动，{b}连夜转移群众{n}人，目前监测数据平稳",
    "“我们不是不支持，就是想把账算清楚。”{w}说，他家的{t}涉及面积约{n}平方米",
    "截至发稿时，{t}的整改方案仍在征求意见，{b}提醒大家以正式公告为准",
    "去年以来，{p}累计排查隐患{n}处，完成治理{n2}处，其余的正在分批推进",
    "{w}介绍，以前办理登记要跑{n}趟，现在在家门口的便民点就能提交材料，两天内办结",
    "下一步，{b}将联合多部门开展巡查，对发现的问题逐一登记、限期销号，并接受群众监督",
    "也有居民认为，{t}的位置离学校太近，希望在选址时多听一听家长的意见",
    "据了解，该项目总投资约{n}00万元，计划明年年底前完工，建成后可服务周边{n2}个小区",
    "专家提醒，雨季不要在陡坡、河道附近停留，发现{t}等异常情况，应当立即撤离并报告",
]
TOPICS = [
    "{p}{n}户居民盼{t}早日解决", "{b}回应{t}问题：已派人核查", "{p}连夜转移群众{n}人", "关于{p}{t}情况的说明", "{t}拖了{n}个月，谁来管一管",
    "{b}开展{t}专项整治", "“{t}”风波：{p}的三天两夜", "从{n}趟到一趟——{p}办事记", "{p}{t}整治见实效 {n}处隐患销号", "{t}引关注，{b}：限期{n}天整改",
    "{w}：我家的{t}去哪儿了？", "2026年{p}{t}工作实施方案", "{p}-{t}项目开工", "聚焦民生 | {p}的{t}这样解决",
]
POSTS = [
    "路过看到了，确实是这样。", "支持楼主，这个事情应该有人管！", "我家也在{p}，{t}的事说了{n}回了。", "顶一下，希望{b}看到。", "不清楚情况，先不评论。",
    "昨天我去问过，窗口说材料已经转到{b}了，让等通知。", "有没有图？说清楚一点在哪个位置。", "{n}号那天我也在现场，人很多。", "沉了可惜，帮顶。", "这事去年就有人发过帖子，最后不了了之。",
    "楼上说得对，先留好证据，再去反映。", "已经打了热线，工单号记下来了，大家都打一打。",
]
TRADITIONAL = [
    "昨日上午，青石鎮居民反映後山出現裂縫，已有八戶人家暫時搬離", "當地政府表示，已派人到現場查看，並設置警戒線，請民眾不要靠近", "居民王某說，徵地補償款拖了半年多，多次詢問都沒有結果",
    "記者看到，路邊堆放著大量碎石，工作人員正在清理，沒有發現人員受傷", "專家提醒，雨季不要在陡坡和河道附近停留，發現異常應當立即撤離", "有關部門說，調查結果將在十個工作天內公布，歡迎各界監督",
    "也有家長認為，工地離學校太近，希望施工時多聽取意見",
]
TRADITIONAL_TITLES = ["後山裂縫擴大 八戶人家連夜搬離", "徵地補償款拖半年 居民盼說明", "工地緊鄰學校 家長憂安全"]
MEDIA = "青石日报 云水晚报 柳河网 南坪融媒 东塘在线 白鹤观察 长岭发布".split()
NICKS = "青山客 河边的老李 小雨点 tianwaitian 一叶扁舟2008 不吃香菜 南门口 老街坊 阿强1985 岭上白云 路人甲乙丙 xiao_mei".split()
AUTHORS = "周某某 苏某 黎某 方某文 谢某 蒋某平".split()


class Writer:
    """Fills sentences from one seed."""

    def __init__(self, seed):
        self.r = random.Random(seed)

    def fill(self, text):
        r = self.r
        return text.format(p=r.choice(PLACES), b=r.choice(BODIES), t=r.choice(THINGS), w=r.choice(PEOPLE), n=r.choice(NUMBERS), n2=r.choice(NUMBERS), d=r.randint(1, 28))

    def sentence(self):
        return self.fill(self.r.choice(SENTENCES)) + self.r.choice("。。。。！")

    def paragraph(self, least=1, most=3):
        chosen = self.r.sample(SENTENCES, self.r.randint(least, most))
        return "".join(self.fill(s) + "。" for s in chosen)

    def paragraphs(self, count):
        return [self.paragraph() for _ in range(count)]

    def title(self):
        return self.fill(self.r.choice(TOPICS))

    def post(self):
        return self.fill(self.r.choice(POSTS))
