using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Demo;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Console.Tests.Sessions;

/// <summary>The console's own https.</summary>
public sealed class HttpsTests
{
    private const string Password = "certificate password";
    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("opinionwatch-https-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    [SuppressMessage("Security", "MA0039:Do not write your own certificate validation method", Justification = "The test trusts the one certificate it made itself, and no other.")]
    public async Task With_a_certificate_file_the_console_speaks_https_and_its_cookies_travel_nowhere_else()
    {
        using var certificate = Make();
        await File.WriteAllBytesAsync(Path.Combine(_root, "console.pfx"), certificate.Export(X509ContentType.Pkcs12, Password));
        var folders = await ConfigureAsync("console.pfx", $", password: \"{Password}\"");
        await using var service = await RunningService.StartAsync(folders, CancellationToken.None);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(service.Addresses.First()) };

        using var answer = await http.GetAsync("/login");

        Assert.That(answer.IsSuccessStatusCode, Is.True);
        Assert.That(answer.Headers.GetValues("Set-Cookie").Single(), Does.Contain("secure").IgnoreCase);
        Assert.That(answer.Headers.GetValues("Strict-Transport-Security"), Is.EqualTo(["max-age=86400"]));
    }

    [TestCase("listen: \"http://127.0.0.1:0\"", false)]
    [TestCase("listen: \"http://127.0.0.1:0\", address: \"http://watch.example.gov.cn\"", false)]
    [TestCase("listen: \"http://127.0.0.1:0\", address: \"https://watch.example.gov.cn\"", true)]
    public async Task Behind_a_proxy_that_speaks_https_browsers_are_bound_to_it_only_where_the_configuration_names_it(string console, bool bound)
    {
        var folders = await ConfigureAsync(console);
        await using var service = await RunningService.StartAsync(folders, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(service.Addresses.First()) };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await http.GetAsync("/login");

        Assert.That(answer.Headers.GetValues("Set-Cookie").Single(), Does.Contain("secure").IgnoreCase);
        Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.EqualTo(bound));
    }

    [TestCase("[\"https://127.0.0.1:1\", \"https://*:2\"]", true)]
    [TestCase("[\"https://127.0.0.1:1\", \"http://127.0.0.1:2\"]", false)]
    [TestCase("\"http://0.0.0.0:2\"", false)]
    public async Task One_address_without_https_leaves_browsers_free(string listen, bool bound)
    {
        using var certificate = Make();
        await File.WriteAllBytesAsync(Path.Combine(_root, "console.pfx"), certificate.Export(X509ContentType.Pkcs12, Password));

        var reading = ConfigurationReader.Read((await ConfigureAsync($"listen: {listen}, certificate: console.pfx, password: \"{Password}\"")).Config, null, _ => null);

        Assert.That(reading.Configuration!.Console.IsHttpsOnly, Is.EqualTo(bound));
    }

    [Test]
    public async Task A_certificate_that_cannot_be_used_is_a_fault_of_the_configuration()
    {
        using var certificate = Make();
        await File.WriteAllBytesAsync(Path.Combine(_root, "console.pfx"), certificate.Export(X509ContentType.Pkcs12, Password));

        var wrong = ConfigurationReader.Read((await ConfigureAsync("console.pfx", ", password: wrong")).Config, null, _ => null);
        var missing = ConfigurationReader.Read((await ConfigureAsync("missing.pfx", "")).Config, null, _ => null);

        Assert.That(wrong.Faults.Where(fault => fault.IsError).Select(fault => fault.Message), Has.One.StartsWith("console.certificate: cannot be used"));
        Assert.That(missing.Faults.Where(fault => fault.IsError).Select(fault => fault.Message), Has.One.StartsWith("console.certificate: cannot be used"));
    }

    [Test]
    public void A_pem_file_with_its_key_is_taken_too()
    {
        using var certificate = Make();
        using var key = certificate.GetRSAPrivateKey()!;
        var file = Path.Combine(_root, "console.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");

        using var loaded = ServerCertificate.Load(file, password: null);

        Assert.That((loaded.Thumbprint, loaded.HasPrivateKey), Is.EqualTo((certificate.Thumbprint, true)));
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private Task<Folders> ConfigureAsync(string certificate, string more) => ConfigureAsync($"listen: \"https://127.0.0.1:0\", certificate: {certificate}{more}");

    private async Task<Folders> ConfigureAsync(string console)
    {
        var folders = new Folders(Path.Combine(_root, "config"), Path.Combine(_root, "data"));
        await DemoConfiguration.WriteAsync(Path.Combine(AppContext.BaseDirectory, "config"), folders.Config, [], CancellationToken.None);
        var file = Path.Combine(folders.Config, "opinionwatch.yaml");
        var text = (await File.ReadAllTextAsync(file)).Replace("console: { listen: \"http://127.0.0.1:0\"", $"console: {{ {console}");
        await File.WriteAllTextAsync(file, text);
        return folders;
    }
}
