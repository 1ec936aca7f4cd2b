using OpinionWatch.Alerts;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Configuration.Lexicons;
using OpinionWatch.Worker.Configuration.Sections;
using OpinionWatch.Worker.Configuration.Sections.Duty;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Reads and checks the whole configuration folder. The same files give the same reading; nothing is written or kept.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads the folder as it is now.</summary>
    /// <param name="configFolder">The configuration folder.</param>
    /// <param name="dataOverride">The data folder of <c>--data</c>; null takes the file's.</param>
    /// <param name="environment">Gives an environment variable; null when it is not set.</param>
    /// <returns>The configuration, or none, and all faults of all files.</returns>
    public static ConfigurationReading Read(string configFolder, string? dataOverride, Func<string, string?> environment) =>
        Read(ConfigurationSnapshot.Load(configFolder), dataOverride, environment);

    /// <summary>Reads a folder as it was when the snapshot was taken.</summary>
    /// <param name="snapshot">The files.</param>
    /// <param name="dataOverride">The data folder of <c>--data</c>; null takes the file's.</param>
    /// <param name="environment">Gives an environment variable; null when it is not set.</param>
    /// <returns>The configuration, or none, and all faults of all files.</returns>
    public static ConfigurationReading Read(ConfigurationSnapshot snapshot, string? dataOverride, Func<string, string?> environment)
    {
        var reading = new Reading(Path.GetFullPath(snapshot.Folder), environment);
        CheckFolder(snapshot, reading.Faults);

        var main = MainSection.Read(Root(ConfigurationSnapshot.MainFile), snapshot.Folder, dataOverride, reading);
        var contacts = ContactsSection.Read(Root("contacts.yaml"), reading);
        var holidays = new HolidaysSection(reading);
        foreach (var file in snapshot.In("holidays"))
        {
            holidays.Read(YamlFile.Read(snapshot, file, reading));
        }

        contacts = contacts with { Duty = DutySection.Read(Root("duty.yaml"), contacts, holidays.Calendar, main.TimeZone, reading) };
        var escalation = new EscalationSection(reading).Read(Root("escalation.yaml"));
        References.Check(main, contacts, escalation, reading.Faults, isMainWhole: !reading.Faults.HasErrorsIn(YamlFile.NameOf(snapshot, ConfigurationSnapshot.MainFile)));
        var grading = GradingSection.Read(Root("grading.yaml"), reading);
        var area = AreaSection.Read(Root("area.yaml"), reading);
        var sites = new SitesSection(reading, new Lazy<string?>(() => ChromiumFinder.Find(main.Crawling.Chromium)));
        foreach (var file in snapshot.In("sites"))
        {
            sites.Read(YamlFile.Read(snapshot, file, reading));
        }

        var lexicon = new LexiconReader(reading.Faults);
        foreach (var file in snapshot.In("lexicon").Where(file => file.Name != ConfigurationSnapshot.UserDictionary))
        {
            lexicon.Read(snapshot, file);
        }

        if (snapshot.Find(ConfigurationSnapshot.UserDictionary) is { } words)
        {
            UserDictionaryReader.Check(snapshot, words, reading.Faults);
        }

        var templates = TemplatesReader.Read(snapshot, reading.Faults);
        new Completeness(snapshot, reading.Faults).Check(escalation.Policy, area, sites.Sources, lexicon.Entries);
        var configuration = reading.Faults.HasErrors ? null : new WatchConfiguration
        {
            Organisation = main.Organisation,
            TimeZone = main.TimeZone,
            DataFolder = main.Folders.Data,
            Store = main.Store,
            Console = main.Console with { Organisation = main.Organisation, TimeZone = main.TimeZone },
            Crawling = main.Crawling with { Sources = sites.Sources, TightestDeadline = TightestDeadline(escalation.Policy) },
            Lexicon = lexicon.Entries,
            UserDictionary = snapshot.Find(ConfigurationSnapshot.UserDictionary)?.Path,
            Grading = grading,
            Area = area,
            Contacts = contacts,
            Escalation = escalation.Policy,
            Alerts = new AlertsOptions
            {
                Organisation = main.Organisation,
                TimeZone = main.TimeZone,
                Console = main.Console.Address,
                Mail = main.Mail,
                Sms = main.Sms,
                Templates = templates,
                Digest = main.Digest,
            },
            Heartbeat = main.Heartbeat,
            Watchdog = main.Watchdog,
            Drill = main.Drill,
            Logs = main.Logs,
            Version = snapshot.Version,
        };
        return new ConfigurationReading(configuration, reading.Faults.Sorted()) { SecretFiles = reading.Secrets.Files, DataFolder = main.Folders.Data, Defined = reading.Defined };

        YamlNode? Root(string name) => snapshot.Find(name) is { } file ? YamlFile.Read(snapshot, file, reading) : null;
    }

    private static TimeSpan? TightestDeadline(EscalationPolicy policy) =>
        policy.Levels.Values.SelectMany(level => level.Clocks).Select(clock => (TimeSpan?)clock.Value).Min();

    private static void CheckFolder(ConfigurationSnapshot snapshot, FaultList faults)
    {
        if (!snapshot.Exists)
        {
            faults.Error(Place.StartOf(snapshot.Folder), "there is no such folder; name the configuration folder with --config DIR");
            return;
        }

        if (snapshot.Find(ConfigurationSnapshot.MainFile) is null)
        {
            faults.Error(Place.StartOf(YamlFile.NameOf(snapshot, ConfigurationSnapshot.MainFile)), "the file is missing; copy it from the shipped config folder");
        }

        foreach (var name in snapshot.Ignored)
        {
            faults.Warning(Place.StartOf(YamlFile.NameOf(snapshot, name)), "this file is not read; read are opinionwatch.yaml, contacts.yaml, duty.yaml, escalation.yaml, grading.yaml, area.yaml, holidays/*.yaml, sites/*.yaml, lexicon/*.csv, lexicon/user.dict and in templates " + string.Join(", ", TemplatesReader.Names));
        }
    }
}
