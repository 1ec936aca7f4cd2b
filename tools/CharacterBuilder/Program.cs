using OpinionWatch.CharacterBuilder;

if (args is not [var simplified, var readings, var radicals, var parts, var unicode, var variants, var target])
{
    await Console.Error.WriteLineAsync("usage: CharacterBuilder TSCharacters.txt Unihan_Readings.txt EquivalentUnifiedIdeograph.txt cjk-decomp.txt UnicodeData.txt Unihan_Variants.txt TARGET-FILE   (build.sh beside it fetches them)");
    return 2;
}

var image = ImageBuilder.Build(File.ReadLines(simplified), File.ReadLines(readings), File.ReadLines(radicals), File.ReadLines(parts), File.ReadLines(unicode), File.ReadLines(variants));
await using (var file = File.Create(target))
{
    image.WriteTo(file);
}

Console.WriteLine($"{image.Folds.Length / 2} folds, {image.Syllables.Count} syllables, {image.Shapes.Count(c => c == '\0')} groups of like shapes, {new FileInfo(target).Length} bytes");
return 0;
