using BenchmarkDotNet.Running;
using OpinionWatch.Benchmarks;
using OpinionWatch.Benchmarks.Farm;

// "segment-text FILE" and "segment FILE" serve segmentation.sh, "match-text FOLDER COUNT" and "match FOLDER" matching.sh, "farm" crawling.sh and latency.sh, "extraction FOLDER" extraction.sh, "search FOLDER COUNT" search.sh, "analysis [FILE]" times the analysis of the corpus or of a file; all else is BenchmarkDotNet's.
return args switch
{
    ["segment-text", var file] => SegmentationTiming.WriteText(file),
    ["segment", var file] => SegmentationTiming.Time(file),
    ["farm", var hosts, var pages] => await FarmCommand.RunAsync(int.Parse(hosts), int.Parse(pages), 0, null),
    ["farm", var hosts, var pages, var seconds, var log] => await FarmCommand.RunAsync(int.Parse(hosts), int.Parse(pages), int.Parse(seconds), log),
    ["match-text", var folder, var count] => MatchingTiming.Write(folder, count),
    ["analysis"] => AnalysisTiming.Run(),
    ["analysis", var file] => AnalysisTiming.Run(file),
    ["match", var folder] => MatchingTiming.Time(folder),
    ["search", var folder, var count] => SearchTiming.Run(folder, int.Parse(count)),
    ["extraction", var folder] => ExtractionTiming.Run(folder),
    _ => BenchmarkSwitcher.FromAssembly(typeof(SegmentationBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
