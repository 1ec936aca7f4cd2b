using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace OpinionWatch.Architecture.Tests;

/// <summary>What decides does no I/O and reads no clock (STYLE.md §4, “decide apart from do”).</summary>
public sealed class PurityTests
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Code = new(() => new ArchLoader()
        .LoadAssemblies(System.Reflection.Assembly.Load("Model"), System.Reflection.Assembly.Load("Rules"), System.Reflection.Assembly.Load("Incidents"), System.Reflection.Assembly.Load("Alerts"))
        .Build());

    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Net.", "System.TimeProvider", "System.Diagnostics.Process",
        "System.Threading.Tasks.Task", "System.Random", "System.Environment", "System.Console",
    ];

    [TestCase("OpinionWatch.Model")]
    [TestCase("OpinionWatch.Rules")]
    [TestCase("OpinionWatch.Incidents")]
    [TestCase("OpinionWatch.Alerts.Policy")]
    [TestCase("OpinionWatch.Alerts.Duty")]
    public void What_decides_touches_no_file_no_network_and_no_clock(string space)
    {
        var types = Code.Value.Types.Where(t => t.Namespace.FullName == space || t.Namespace.FullName.StartsWith(space + ".", StringComparison.Ordinal)).ToList();

        var touched = types
            .Where(t => t is not Interface)
            .SelectMany(t => t.Dependencies.Select(d => (Type: t.FullName, Target: d.Target.FullName)))
            .Where(pair => Impure.Any(name => name.EndsWith('.') ? pair.Target.StartsWith(name, StringComparison.Ordinal) : pair.Target == name))
            .Distinct()
            .ToList();

        Assert.That(touched, Is.Empty);
    }

    [Test]
    public void The_check_itself_sees_an_impure_type()
    {
        var dispatcher = Code.Value.Types.Where(t => t.Namespace.FullName.StartsWith("OpinionWatch.Alerts", StringComparison.Ordinal));

        Assert.That(dispatcher.SelectMany(t => t.Dependencies).Any(d => d.Target.FullName.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal)), Is.True);
    }
}
