using System.Reflection;

namespace OpinionWatch.Architecture.Tests;

/// <summary>The arrows of STYLE.md §1, read from what the compiler really linked.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Crawling"] = ["Model"],
        ["Rules"] = ["Model"],
        ["Incidents"] = ["Model"],
        ["Alerts"] = ["Model"],
        ["Storage"] = ["Model", "Crawling", "Incidents", "Alerts"],
        ["Console"] = ["Model", "Incidents", "Alerts", "Rules"],
        ["opinionwatch"] = ["Model", "Crawling", "Rules", "Incidents", "Alerts", "Storage", "Console"],
    };

    private static IEnumerable<string> Projects => Allowed.Keys;

    [TestCaseSource(nameof(Projects))]
    public void A_project_knows_only_those_the_folder_map_lets_it_know(string project)
    {
        var known = Load(project).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(Allowed.ContainsKey);

        Assert.That(known, Is.SubsetOf(Allowed[project]));
    }

    [TestCase("Model")]
    [TestCase("Rules")]
    [TestCase("Incidents")]
    public void A_pure_project_links_nothing_but_the_runtime(string project)
    {
        var packages = Load(project).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !Allowed.ContainsKey(name) && !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.That(packages, Is.Empty);
    }

    [Test]
    public void The_worker_alone_reads_configuration_files()
    {
        var readers = Projects.Where(p => p != "opinionwatch")
            .Where(p => Load(p).GetReferencedAssemblies().Any(a => a.Name is "YamlDotNet" or "CsvHelper"));

        Assert.That(readers, Is.Empty);
    }

    private static Assembly Load(string project) => Assembly.Load(new AssemblyName(project));
}
