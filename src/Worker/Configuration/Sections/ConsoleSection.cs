using System.Net;
using System.Security.Cryptography;
using OpinionWatch.Console;
using OpinionWatch.Worker.Configuration.Yaml;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>console:</c>.</summary>
internal static class ConsoleSection
{
    /// <summary>Allowed keys.</summary>
    public static readonly string[] Keys = ["listen", "address", "apiTokens", "certificate", "password", "session", "proxies"];

    private const int ShortToken = 16;

    /// <summary>Reads it; null gives the defaults.</summary>
    public static ConsoleOptions Read(MapReader? console, Folders folders)
    {
        if (console is null)
        {
            return new ConsoleOptions { Address = new Uri(ConsoleOptions.DefaultListen) };
        }

        var certificate = MainSection.PathOf(console, "certificate") is { } file ? folders.Full(file) : null;
        var password = console.Text("password");
        CheckCertificate(console, certificate, password);
        var listen = ReadListen(console, certificate is not null);
        var address = Web.AddressOf(console, "address");
        var session = console.Child("session", "idle", "longest");
        return new ConsoleOptions
        {
            Listen = listen.Count > 0 ? listen : [ConsoleOptions.DefaultListen],
            IsHttpsOnly = address?.Scheme == Uri.UriSchemeHttps || (listen.Count > 0 && listen.All(one => Web.Parse(Concrete(one))?.Scheme == Uri.UriSchemeHttps)),
            Address = address ?? listen.Select(Reachable).OfType<Uri>().FirstOrDefault(),
            ApiTokens = ReadTokens(console),
            Certificate = certificate,
            CertificatePassword = password,
            SessionIdle = session?.Duration("idle", TimeSpan.FromMinutes(5), TimeSpan.FromDays(7)) ?? TimeSpan.FromHours(2),
            SessionLongest = session?.Duration("longest", TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)) ?? TimeSpan.FromHours(12),
            Proxies = ReadProxies(console),
        };
    }

    /// <summary>Says whether nobody else can reach any of the addresses.</summary>
    public static bool IsForThisMachine(IEnumerable<string> listen) => listen.All(address => Web.Parse(Concrete(address))?.IsLoopback == true);

    private static void CheckCertificate(MapReader console, string? certificate, string? password)
    {
        if (certificate is null)
        {
            return;
        }

        try
        {
            using var loaded = ServerCertificate.Load(certificate, password);
        }
        catch (Exception exception) when (exception is IOException or CryptographicException or UnauthorizedAccessException or ArgumentException)
        {
            console.Error("certificate", $"cannot be used: {exception.Message} It is a PKCS#12 file (.pfx, with console.password if it has one) or a PEM file that holds certificate and private key");
        }
    }

    private static List<IPAddress> ReadProxies(MapReader console)
    {
        var proxies = new List<IPAddress>();
        foreach (var (text, place) in console.Texts("proxies", "\"192.0.2.1\""))
        {
            if (IPAddress.TryParse(text, out var address))
            {
                proxies.Add(address);
            }
            else
            {
                console.Reading.Faults.Error(place, $"console.proxies: '{Shown.Of(text)}' is no address; write the one the reverse proxy calls from, as 192.0.2.1");
            }
        }

        return proxies;
    }

    private static List<string> ReadListen(MapReader console, bool hasCertificate)
    {
        IReadOnlyList<(string Text, Place Place)> addresses = console.Find("listen") is YamlScalar
            ? console.Text("listen") is { } one ? [(one, console.At("listen"))] : []
            : console.Texts("listen", "\"http://127.0.0.1:8650\"");
        var good = new List<string>();
        foreach (var (text, place) in addresses)
        {
            var uri = Web.Parse(Concrete(text));
            if (uri is { Scheme: "https" } && !hasCertificate)
            {
                console.Reading.Faults.Error(place, $"console.listen: '{Shown.Of(text)}' needs console.certificate, the file of its certificate; or write http:// and let a reverse proxy before it speak https");
            }
            else if (uri is null || uri.PathAndQuery != "/" || uri.Fragment.Length > 0)
            {
                console.Reading.Faults.Error(place, $"console.listen: '{Shown.Of(text)}' is no address to listen on; write http://ADDRESS:PORT, as http://127.0.0.1:8650 or, for all addresses of the machine, http://0.0.0.0:8650; https:// with console.certificate");
            }
            else
            {
                good.Add(text);
            }
        }

        return good;
    }

    // A token that is not set is no fault: the shipped file must start on a fresh machine. Nobody gets in by it.
    private static List<string> ReadTokens(MapReader console)
    {
        var tokens = new List<string>();
        foreach (var item in console.Items("apiTokens", "\"${env:OPINIONWATCH_API_TOKEN}\""))
        {
            if (item is not YamlScalar scalar)
            {
                console.Reading.Faults.Error(item.Place, $"console.apiTokens: a token is a single value, not {item.Kind}");
                continue;
            }

            var (token, missing) = console.Reading.Secrets.Resolve(scalar.Raw);
            if (missing is not null)
            {
                console.Reading.Faults.Warning(item.Place, $"console.apiTokens: {missing}; no call of the API is let in by this token");
            }
            else if (token!.Length == 0 || token.Any(character => character is <= ' ' or > '~'))
            {
                console.Reading.Faults.Error(item.Place, "console.apiTokens: a token is made of visible ASCII characters without blanks");
            }
            else
            {
                if (token.Length < ShortToken)
                {
                    console.Reading.Faults.Warning(item.Place, $"console.apiTokens: a token shorter than {ShortToken} characters can be guessed");
                }

                tokens.Add(token);
            }
        }

        return tokens;
    }

    private static string Concrete(string listen) => listen.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);

    private static Uri? Reachable(string listen)
    {
        var uri = Web.Parse(Concrete(listen));
        return uri is null || uri.Host is "0.0.0.0" or "[::]" || uri.Port == 0 ? null : uri;
    }
}
