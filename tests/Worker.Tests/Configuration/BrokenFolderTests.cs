namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class BrokenFolderTests
{
    [Test]
    public void Every_fault_of_a_thoroughly_broken_folder_is_told_at_once()
    {
        var source = Path.Combine(Repository.Tests, "Bytes", "broken");
        using var folder = new ConfigFolder();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("expected.txt", StringComparison.Ordinal)))
        {
            folder.Write(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        }

        var faults = folder.Faults().Select(fault => fault.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/')).ToList();

        // After a meant change of messages: look at this file, and copy it over expected.txt.
        File.WriteAllText(Path.Combine(TestContext.CurrentContext.WorkDirectory, "broken.actual.txt"), string.Join('\n', faults) + "\n");
        Assert.That(string.Join('\n', faults) + "\n", Is.EqualTo(File.ReadAllText(Path.Combine(source, "expected.txt"))));
    }
}
