using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Matching;

public sealed class DisguiseTests
{
    [TestCase("昨晚村里又来强chai，谁来管管", "强拆", "强chai")]
    [TestCase("他们qiang拆了我家老屋", "强拆", "qiang拆")]
    [TestCase("半夜 qiang chai 我家", "强拆", "qiang chai")]
    [TestCase("这就是qiáng chāi", "强拆", "qiáng chāi")]
    [TestCase("这就是qia\u0301ng cha\u0304i", "强拆", "qia\u0301ng cha\u0304i")]
    [TestCase("QIANG CHAI 何时休", "强拆", "QIANG CHAI")]
    [TestCase("qiang2chai1没人管吗", "强拆", "qiang2chai1")]
    [TestCase("强ＣＨＡＩ没人管", "强拆", "强ＣＨＡＩ")]
    [TestCase("他们又来强chaile", "强拆", "强chai")]
    [TestCase("feifa采砂严重", "非法采砂", "feifa采砂")]
    [TestCase("国tu局不作为", "国土局", "国tu局")]
    [TestCase("征di补偿款被扣", "征地", "征di")]
    public void Pinyin_for_one_several_or_all_characters_is_found(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("弓虽拆太可怕了", "强拆", "弓虽拆")]
    [TestCase("村里被强扌斥了", "强拆", "强扌斥")]
    [TestCase("村里被强手斥了", "强拆", "强手斥")]
    [TestCase("弓虽扌斥何时休", "强拆", "弓虽扌斥")]
    [TestCase("征土也补偿不到位", "征地", "征土也")]
    [TestCase("这里在非氵去采砂", "非法采砂", "非氵去采砂")]
    [TestCase("韦辶建没人管", "违建", "韦辶建")]
    [TestCase("弓 虽chai没人管", "强拆", "弓 虽chai")]
    public void Characters_taken_apart_are_found(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("徵地補償一分沒有", "征地补偿", "徵地補償")]
    [TestCase("㊤头来人查釆矿权", "采矿权", "釆矿权")]
    [TestCase("强.拆民房", "强拆", "强.拆")]
    [TestCase("昨晚又搞强 拆，谁来管", "强拆", "强 拆")]
    [TestCase("强\u0336拆\u0336了", "强拆", "强\u0336拆")]
    [TestCase("强\u200b拆民房", "强拆", "强\u200b拆")]
    [TestCase("强😀拆民房", "强拆", "强😀拆")]
    public void Other_forms_and_signs_inside_are_undone(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("国士局的人来了也不管", "国土局", "国士局")]
    [TestCase("占用耕池建加油站", "占用耕地", "占用耕池")]
    [TestCase("折迁补偿款一分没有", "拆迁", "折迁")]
    [TestCase("有人非法彩矿没人管", "非法采矿", "非法彩矿")]
    [TestCase("村支书摊污征地款", "贪污", "摊污")]
    [TestCase("今早蔷拆队来了一百多人", "强拆队", "蔷拆队")]
    public void Like_sounding_and_like_looking_characters_are_found(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("他们qiang zheng, 现在又 q i a n g 拆", "强拆", "q i a n g 拆")]
    [TestCase("书记贪 w u扶贫款", "贪污", "贪 w u")]
    [TestCase("赫山Q-I-A-N-G C-H-A-I没人管", "强拆", "Q-I-A-N-G C-H-A-I")]
    [TestCase("c h u n z h i s h u b i e j i a n z h u q i a n g c h a i 多次反映没人管", "强拆", "q i a n g c h a i")]
    [TestCase("国 t u z i y u a n j u d e r e n h e h e i s h e h u i m e i l i a n g y a n g 强拆", "国土资源局", "国 t u z i y u a n j u")]
    public void Letters_one_by_one_are_put_together(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("采石场放炮死。人了，镇里不准说", "死人", "死。人")]
    [TestCase("征地不给钱还强。拆", "强拆", "强。拆")]
    [TestCase("征地不给钱还强，拆", "强拆", "强，拆")]
    [TestCase("村里又来强……拆，没人管", "强拆", "强……拆")]
    [TestCase("耕地上又有人违!建", "违建", "违!建")]
    public void Marks_that_end_clauses_are_seen_through_beside_a_word_of_the_field(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("没谈拢就被qc了，宅基地也没了", "强拆", "qc")]
    [TestCase("征地补偿没谈好QC的来了", "强拆", "QC")]
    public void Initials_of_a_few_grave_terms_are_found_beside_a_word_of_the_field(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("来墙拆我屋", "强拆", "墙拆")]
    [TestCase("半夜抢拆我家的房子", "强拆", "抢拆")]
    public void What_is_done_to_a_house_of_ours_speaks_for_a_disguise(string text, string term, string matched) => AssertFound(text, term, matched);

    [TestCase("墙拆了重砌，花了三千块")]
    [TestCase("征收时我被打，人在医院")]
    [TestCase("宅基地那边水流很强，拆不动")]
    [TestCase("手机支持 QC 快充")]
    [TestCase("宅基地旁边的Z地块要卖")]
    [TestCase("老师讲 q i a n g 是几个音")]
    [TestCase("电脑 C P U 和 U S B 坏了")]
    [TestCase("办土地证上传什么材料")]
    [TestCase("公司要加强拆分业务")]
    [TestCase("公司要加qiang拆分业务")]
    [TestCase("湖南县级市名单公布")]
    [TestCase("湖南xian级市名单公布")]
    [TestCase("他用顽强拆解命运")]
    [TestCase("小王weijian今天请假了")]
    [TestCase("新来的同事Zheng Di很热情")]
    [TestCase("hello kitty强chair好看")]
    [TestCase("特征地提取出来以后再做归一化")]
    [TestCase("拨打人工客服请按零")]
    [TestCase("强盗采取声东击西的办法")]
    [TestCase("抢占地铁口的广告位")]
    [TestCase("未见好转的迹象")]
    [TestCase("山石路不好走，女子十二乐坊")]
    [TestCase("他要强，拆开信封看了看")]
    [TestCase("弹力强 拆卸方便")]
    [TestCase("www.zhengdi.com是个网站，微信号zhengdi_2020，@weijian88")]
    [TestCase("花坡美景，华坡村旅游节，伟建公司招聘")]
    [TestCase("这面墙拆除要请师傅，小区围墙拆了又建")]
    public void Innocent_look_alikes_stay_innocent(string text)
    {
        var hits = Shipped.Analyze(text).Hits;

        Assert.That(hits.Where(hit => hit.Term is "强拆" or "征地" or "违建" or "打人" or "盗采" or "占地" or "滑坡" or "南县").Select(hit => hit.Matched), Is.Empty);
    }

    [Test]
    public void A_term_marked_原字_counts_only_as_it_is_written()
    {
        var engine = Engines.Of(new LexiconEntry { Term = "强拆", Category = "行为", Points = 9, Variants = TermVariants.Exact });

        Assert.That(engine.Analyze(Engines.Text("强chai了，弓虽拆了")).Hits, Is.Empty);
        Assert.That(engine.Analyze(Engines.Text("強*拆了")).Hits, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_term_marked_谐音_may_be_confused_whatever_its_category()
    {
        var marked = Engines.Of(new LexiconEntry { Term = "国土资源部", Category = "央媒", Variants = TermVariants.Confusable });
        var plain = Engines.Of(new LexiconEntry { Term = "国土资源部", Category = "央媒" });

        Assert.That(marked.Analyze(Engines.Text("国士资源部发文")).Hits, Has.Count.EqualTo(1));
        Assert.That(plain.Analyze(Engines.Text("国士资源部发文")).Hits, Is.Empty);
    }

    private static void AssertFound(string text, string term, string matched)
    {
        var hits = Shipped.Analyze(text).Hits;

        Assert.That(hits.Where(hit => hit.Term == term).Select(hit => hit.Matched), Does.Contain(matched));
        Assert.That(hits.Select(hit => ("\n" + text).Substring(hit.Start, hit.Length)), Is.EqualTo(hits.Select(hit => hit.Matched)));
    }
}
