using System.Reflection;

namespace OpinionWatch.Architecture.Tests;

/// <summary>The numbers of what is logged (STYLE.md §4): a number in a log leads to one sentence of the code.</summary>
public sealed class EventIdsTests
{
    private static readonly Dictionary<string, int> Hundreds = new()
    {
        ["Crawling"] = 11,
        ["Rules"] = 12,
        ["Incidents"] = 13,
        ["Alerts"] = 14,
        ["Storage"] = 15,
        ["opinionwatch"] = 16,
        ["Console"] = 17,
    };

    private static readonly List<(string Project, string Method, int Id)> Known =
    [
        .. from project in Hundreds.Keys
           from type in Assembly.Load(new AssemblyName(project)).GetTypes()
           from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
           from attribute in method.GetCustomAttributesData()
           where attribute.AttributeType.Name == "LoggerMessageAttribute"
           select (project, $"{type.Name}.{method.Name}", attribute.ConstructorArguments.Select(argument => argument.Value).OfType<int>().FirstOrDefault()),
    ];

    [Test]
    public void A_number_is_used_once()
    {
        var twice = Known.GroupBy(one => one.Id).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Method))}");

        Assert.That(Known, Has.Count.GreaterThan(100));
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void A_number_says_the_project()
    {
        Assert.That(Known.Where(one => one.Id / 100 != Hundreds[one.Project]), Is.Empty);
    }
}
