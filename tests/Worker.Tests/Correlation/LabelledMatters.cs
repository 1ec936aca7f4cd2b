using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>The labelled set <c>tests/Corpus/matters.jsonl</c>, analysed by the shipped rules, in the order of publication.</summary>
internal static class LabelledMatters
{
    private static readonly string[] Towns = ["东坪镇", "奎溪镇", "梅城镇", "草尾镇", "茅草街镇", "灰山港镇", "沧水铺镇", "泥江口镇", "大福镇", "长春镇", "泗湖山镇"];

    /// <summary>Reads it. A document the rules give no level is taken as a general one, so that correlation is measured by itself.</summary>
    public static IReadOnlyList<LabelledMatter> Read()
    {
        var engine = Engine();
        return
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Corpus", "matters.jsonl"))
                .Select(line => (Document: JsonSerializer.Deserialize<Document>(line, ContractJson.Options)!, Matter: JsonDocument.Parse(line).RootElement.GetProperty("matter").GetString()!))
                .OrderBy(item => item.Document.PublishedAt)
                .ThenBy(item => item.Document.Id, StringComparer.Ordinal)
                .Select(item => new LabelledMatter(item.Document, Levelled(engine.Analyze(item.Document)), item.Matter)),
        ];
    }

    /// <summary>Makes posts of one wording each, a minute apart, that differ in village, town or number only: each is a matter of its own.</summary>
    public static IReadOnlyList<LabelledMatter> FormLetters(int count)
    {
        var engine = Engine();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var document = Letter(number) with { PublishedAt = start.AddMinutes(number) };
            return new LabelledMatter(document, Levelled(engine.Analyze(document)), document.Id);
        })];
    }

    private static Document Letter(int number)
    {
        var town = Towns[number % Towns.Length];
        var village = $"{"石竹柳青云金银白黄清"[number / 3 % 10]}{"桥坪溪塘岭冲湾坡家洲"[number / 30 % 10]}";
        var (title, text) = (number % 3) switch
        {
            0 => ($"{town}{village}村后山滑坡，两人被埋", $"今天早上{town}{village}村{1 + (number / 3)}组后山发生滑坡，两栋房屋被埋，两人失联，求救援。"),
            1 => ($"{town}强拆打人", $"{town}今天上午强拆，几十人持械冲进村民家里，打伤{2 + (number % 7)}人，房子被推倒。第{number}次求助"),
            _ => ($"桃江一采石场塌方{number}号事故", $"桃江县{town}一采石场今天发生塌方，{1 + (number % 7)}人死亡，编号{number:0000}。"),
        };
        return new Document { Id = $"letter-{number}", Title = title, Text = text, Site = $"site-{number % 4}", Kind = DocumentKind.Thread, Tier = SourceTier.Forum, Region = "益阳" };
    }

    private static RuleEngine Engine() => RuleEngineFactory.Create(ConfigurationReader.Read(Path.Combine(Repository.Root, "config"), null, _ => null).Configuration!);

    private static Analysis Levelled(Analysis analysis) =>
        analysis.Level == Level.None ? analysis with { Relevant = true, InArea = true, Level = Level.General } : analysis;
}
