using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Reads the text of one YAML file into nodes with places. Depth and size are bounded, also where aliases multiply them.</summary>
internal sealed class YamlTree
{
    /// <summary>Deepest nesting; the configuration's own is 5.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most nodes of one file, aliases counted as what they repeat.</summary>
    public const int MaxNodes = 500_000;

    private const string Cure = "Indent with spaces, not tabs; write 'key: value'; quote values that hold ': ', ' #' or begin with one of [ ] { } & * ! | > % @ `";

    private readonly string _file;
    private readonly FaultList _faults;
    private readonly Parser _parser;
    private readonly Dictionary<string, YamlNode> _anchors = [];
    private int _nodes;

    private YamlTree(string file, string text, FaultList faults)
    {
        _file = file;
        _faults = faults;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Null when it holds nothing, or nothing that can be read: then there is a fault.</returns>
    public static YamlNode? Read(string file, string text, FaultList faults)
    {
        var tree = new YamlTree(file, text, faults);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException fault)
        {
            faults.Error(PlaceOfTab(file, text, (int)fault.Start.Line, fault.Message.Contains("tab", StringComparison.Ordinal)) ?? PlaceOf(file, fault.Start), $"this is not valid YAML: {Plain(fault.Message)} {Cure}");
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The scanner of YamlDotNet 18.1 throws these on some malformed flow collections; the last good event tells where.
            faults.Error(PlaceOf(file, tree._parser.Current?.End ?? Mark.Empty), $"this is not valid YAML from here on. {Cure}");
        }

        return null;
    }

    // The scanner reports where the map or value round a tab began, or what comes after it; people look for the tab.
    private static Place? PlaceOfTab(string file, string text, int from, bool isNamed)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indent = line.IndexOfAnyExcept(' ', '\t');
            var tab = line.IndexOf('\t');
            if (++number >= from - 1 && tab >= 0 && tab < indent)
            {
                return new Place(file, number, tab + 1);
            }

            if (number > from && !isNamed)
            {
                return null;
            }
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        YamlNode? root = null;
        var documents = 0;
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    _faults.Error(PlaceOf(_file, start.Start), "a second YAML document begins here; a file holds one, remove the line '---'");
                    return root;
                case NodeEvent or AnchorAlias:
                    root = ReadNode(0);
                    break;
                default:
                    break;
            }
        }

        return root is YamlScalar { IsNull: true } ? null : root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Refuse($"nested deeper than {MaxDepth}.");
        }

        var node = _parser.Current switch
        {
            AnchorAlias alias => _anchors.TryGetValue(alias.Value.Value, out var known) ? known : throw Refuse($"there is no anchor '&{alias.Value.Value}' before this alias."),
            Scalar scalar => Anchored(scalar, new YamlScalar(PlaceOf(_file, scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain)),
            SequenceStart start => Anchored(start, ReadList(start, depth)),
            MappingStart start => Anchored(start, ReadMap(start, depth)),
            _ => throw Refuse("something else was expected here."),
        };
        if (_parser.Current is AnchorAlias or Scalar)
        {
            Count(node.Size);
        }

        return node;
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        Count(1);
        var items = new List<YamlNode>();
        var size = 1;
        while (Next() is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
            size += items[^1].Size;
        }

        return new YamlList(PlaceOf(_file, start.Start), size, items);
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        Count(1);
        var entries = new List<YamlEntry>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var merged = new List<YamlMap>();
        var size = 1;
        while (Next() is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            _ = Next();
            var value = ReadNode(depth + 1);
            size += key.Size + value.Size;
            if (key is not YamlScalar name)
            {
                _faults.Error(key.Place, $"a key is a single word, not {key.Kind}");
            }
            else if (name is { IsPlain: true, Raw: "<<" } && value is YamlMap other)
            {
                merged.Add(other);
            }
            else if (places.TryGetValue(name.Raw, out var first))
            {
                _faults.Error(name.Place, $"the key '{Shown.Of(name.Raw)}' stands here twice (first in line {first.Line}); remove one");
            }
            else
            {
                places.Add(name.Raw, name.Place);
                entries.Add(new YamlEntry(name, value));
            }
        }

        // A merged map (<<: *anchor) gives what the map itself leaves out.
        entries.AddRange(merged.SelectMany(map => map.Entries).Where(entry => places.TryAdd(entry.Key.Raw, entry.Key.Place)));
        return new YamlMap(PlaceOf(_file, start.Start), size, entries);
    }

    private ParsingEvent Next() => _parser.MoveNext() && _parser.Current is { } current ? current : throw Refuse("the file ends too early.");

    // Registered when complete, so that nothing can hold itself.
    private YamlNode Anchored(NodeEvent start, YamlNode node)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private void Count(int nodes)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
        {
            throw Refuse($"more than {MaxNodes} values, aliases counted as what they repeat.");
        }
    }

    private YamlException Refuse(string message) => new(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, message);

    private static Place PlaceOf(string file, Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Plain(string message)
    {
        var shown = Shown.Of(message.ReplaceLineEndings(" ").Trim(), 200);
        return shown.EndsWith('.') ? shown : shown + ".";
    }
}
