using System.Text;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Lexicons;

/// <summary>Checks <c>lexicon/user.dict</c>; the segmenter reads it itself later.</summary>
internal static class UserDictionaryReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Notes what is wrong with the file.</summary>
    public static void Check(ConfigurationSnapshot snapshot, ConfigurationFile file, FaultList faults)
    {
        var shown = YamlFile.NameOf(snapshot, file.Name);
        if (file.Unreadable is not null)
        {
            faults.Error(Place.StartOf(shown), file.Unreadable);
            return;
        }

        using var reader = new StreamReader(new MemoryStream(file.Bytes.ToArray()), StrictUtf8, detectEncodingFromByteOrderMarks: false);
        if (UserDictionary.Parse(reader) is UserDictionaryReading.Faulty fault)
        {
            faults.Error(new Place(shown, fault.Line, 1), fault.Reason + " A line is a word, perhaps a frequency and a tag of small letters, parted by one blank each, in UTF-8");
        }
    }
}
