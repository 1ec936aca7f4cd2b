using OpinionWatch.DictionaryBuilder;

if (args is not [var package, var target])
{
    await Console.Error.WriteLineAsync("usage: DictionaryBuilder JIEBA-PACKAGE-FOLDER TARGET-FILE   (Debian: /usr/lib/python3/dist-packages/jieba)");
    return 2;
}

var image = ImageBuilder.Build(package);
await using (var file = File.Create(target))
{
    image.WriteTo(file);
}

Console.WriteLine($"{image.Characters.Length - 1} characters, {image.Frequencies.Length - 1} frequencies, total {image.Total}, {image.Nodes.Length} slots, {new FileInfo(target).Length} bytes");
return 0;
