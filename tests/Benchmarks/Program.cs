using BenchmarkDotNet.Running;
using OpinionWatch.Benchmarks;

// "segment-text FILE" and "segment FILE" serve segmentation.sh, "extraction FOLDER" serves extraction.sh; all else is BenchmarkDotNet's.
return args switch
{
    ["segment-text", var file] => SegmentationTiming.WriteText(file),
    ["segment", var file] => SegmentationTiming.Time(file),
    ["extraction", var folder] => ExtractionTiming.Run(folder),
    _ => BenchmarkSwitcher.FromAssembly(typeof(SegmentationBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
