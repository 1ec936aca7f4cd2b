namespace OpinionWatch.Worker.Tests.Configuration;

/// <summary>Finds files of the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Tests => Path.Combine(Root, "tests", "Worker.Tests", "Configuration");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "OpinionWatch.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run in a checkout."));
}
