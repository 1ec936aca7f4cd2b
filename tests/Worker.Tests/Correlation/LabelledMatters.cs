using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>The labelled sets <c>matters.jsonl</c> and <c>matters2.jsonl</c> of <c>tests/Corpus</c>, analysed by the shipped rules.</summary>
internal static class LabelledMatters
{
    private static readonly string[] Towns = ["东坪镇", "奎溪镇", "梅城镇", "草尾镇", "茅草街镇", "灰山港镇", "沧水铺镇", "泥江口镇", "大福镇", "长春镇", "泗湖山镇"];

    /// <summary>Reads one of the sets, in the order of publication.</summary>
    /// <param name="file">Name of the file in <c>tests/Corpus</c>.</param>
    /// <param name="levelled">Take a document the rules give no level as a general one, so that correlation is measured by itself.</param>
    public static IReadOnlyList<LabelledMatter> Read(string file, bool levelled = true)
    {
        var engine = Engine();
        return
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Corpus", file))
                .Select(line => (Document: JsonSerializer.Deserialize<Document>(line, ContractJson.Options)!, Matter: JsonDocument.Parse(line).RootElement.GetProperty("matter").GetString()!))
                .OrderBy(item => item.Document.PublishedAt)
                .ThenBy(item => item.Document.Id, StringComparer.Ordinal)
                .Select(item => new LabelledMatter(item.Document, levelled ? Levelled(engine.Analyze(item.Document)) : engine.Analyze(item.Document), item.Matter)),
        ];
    }

    /// <summary>Makes posts of one wording each, a minute apart, that differ in village, town or number only: each is a matter of its own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="own">Give each a number no other has in its words, so that it surely opens an incident of its own.</param>
    public static IReadOnlyList<LabelledMatter> FormLetters(int count, bool own = false)
    {
        var engine = Engine();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var letter = Letter(number);
            var document = letter with { PublishedAt = start.AddMinutes(number), Text = own ? $"{letter.Text}{Village(number)}村{Village(number / 7)}组。" : letter.Text };
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

    private static string Village(int number) => $"{(char)('\u4E00' + (number * 131 % 5000))}{(char)('\u4E00' + (number * 57 % 4999))}";

    private static RuleEngine Engine() => RuleEngineFactory.Create(ConfigurationReader.Read(Path.Combine(Repository.Root, "config"), null, _ => null).Configuration!);

    private static Analysis Levelled(Analysis analysis) =>
        analysis.Level == Level.None ? analysis with { Relevant = true, InArea = true, Level = Level.General } : analysis;
}
