using BenchmarkDotNet.Running;
using OpinionWatch.Benchmarks;

// "segment-text FILE" and "segment FILE" serve segmentation.sh, "match-text FOLDER COUNT" and "match FOLDER" matching.sh; all else is BenchmarkDotNet's.
return args switch
{
    ["segment-text", var file] => SegmentationTiming.WriteText(file),
    ["segment", var file] => SegmentationTiming.Time(file),
    ["match-text", var folder, var count] => MatchingTiming.Write(folder, count),
    ["match", var folder] => MatchingTiming.Time(folder),
    _ => BenchmarkSwitcher.FromAssembly(typeof(SegmentationBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
