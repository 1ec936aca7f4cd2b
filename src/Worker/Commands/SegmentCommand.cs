using System.CommandLine;
using System.Text;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>segment</c>: a line of text in, a JSON array of tokens out.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var file = TextInput.Argument("文本，每行一段；省略或 - 表示标准输入");
        var noHmm = new Option<bool>("--no-hmm") { Description = "不用 HMM 识别新词" };
        var mode = new Option<string>("--mode") { Description = "precise（默认）| search | full", DefaultValueFactory = _ => "precise" };
        mode.AcceptOnlyFromAmong("precise", "search", "full");
        var dict = new Option<FileInfo?>("--dict") { Description = "用户词典（jieba 格式：词 词频 词性）", HelpName = "FILE" };
        var stats = new Option<bool>("--stats") { Description = "结束时在标准错误输出行数、字符数、用时" };
        var command = new Command("segment", "分词：结果与 jieba 逐词一致") { file, noHmm, mode, dict, stats };
        command.SetAction((parsed, cancellationToken) => SegmentAsync(
            parsed.GetValue(file),
            Enum.Parse<SegmentMode>(parsed.GetValue(mode)!, ignoreCase: true),
            !parsed.GetValue(noHmm),
            parsed.GetValue(dict),
            parsed.GetValue(stats),
            cancellationToken));
        return command;
    }

    private static async Task<int> SegmentAsync(FileInfo? file, SegmentMode mode, bool hmm, FileInfo? dict, bool withStats, CancellationToken cancellationToken)
    {
        var segmenter = Segmenter.Load();
        if (dict is not null)
        {
            using var reader = new StreamReader(dict.FullName, Encoding.UTF8);
            switch (UserDictionary.Parse(reader))
            {
                case UserDictionaryReading.Read words:
                    segmenter = segmenter.WithWords(words.Words);
                    break;
                case UserDictionaryReading.Faulty faulty:
                    await Terminal.Error.WriteLineAsync($"{dict}:{faulty.Line}:1: error: {faulty.Reason}");
                    return ExitCode.WrongUse;
            }
        }

        var stats = new Stats();
        await using var lines = new LineReader(TextInput.Open(file));
        await using var output = new LineWriter(Terminal.OpenStandardOutput());
        while (await output.ReadNextAsync(lines, cancellationToken) is { } line)
        {
            var text = Encoding.UTF8.GetString(line);
            var start = Stats.Now;
            var tokens = segmenter.Cut(text, mode, hmm);
            stats.Add(text.Length, start);
            output.Json.WriteStartArray();
            foreach (var token in tokens)
            {
                output.Json.WriteStringValue(token);
            }

            output.Json.WriteEndArray();
            await output.EndLineAsync(cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        if (withStats)
        {
            await Terminal.Error.WriteLineAsync(stats.ToString());
        }

        return ExitCode.Done;
    }
}
