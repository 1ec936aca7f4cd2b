using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Hosting;

/// <summary>The certificate of https addresses, read again when its file was renewed; a new file that cannot be read leaves the one in force.</summary>
internal sealed class ServerCertificate
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly string _file;
    private readonly string? _password;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private X509Certificate2 _current;
    private DateTime _writtenAt;
    private DateTimeOffset _lookedAt;

    /// <summary>Reads it.</summary>
    /// <exception cref="CryptographicException">The file is no certificate with a private key, or the password is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ServerCertificate(string file, string? password, TimeProvider time, ILogger log)
    {
        (_file, _password, _time, _log) = (file, password, time, log);
        _writtenAt = File.GetLastWriteTimeUtc(file);
        _lookedAt = time.GetUtcNow();
        _current = Load(file, password);
    }

    /// <summary>The certificate in force.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (_lock)
            {
                Look();
                return _current;
            }
        }
    }

    /// <summary>Reads a certificate with its private key.</summary>
    /// <exception cref="CryptographicException">The file is no certificate with a private key, or the password is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static X509Certificate2 Load(string file, string? password)
    {
        if (!File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            var whole = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return whole.HasPrivateKey ? whole : throw new CryptographicException("The file holds no private key.");
        }

        using var pem = password is null ? X509Certificate2.CreateFromPemFile(file, file) : X509Certificate2.CreateFromEncryptedPemFile(file, password, file);

        // A key read from PEM is not taken by Windows until it went through PKCS#12.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
    }

    private void Look()
    {
        var now = _time.GetUtcNow();
        if (now - _lookedAt < LookAgain)
        {
            return;
        }

        _lookedAt = now;
        try
        {
            var writtenAt = File.GetLastWriteTimeUtc(_file);
            if (writtenAt != _writtenAt)
            {
                // The one before is left to the collector: connections may still use it.
                _current = Load(_file, _password);
                _writtenAt = writtenAt;
                _log.CertificateRenewed(_current.NotAfter);
            }
        }
        catch (Exception exception) when (exception is IOException or CryptographicException or UnauthorizedAccessException)
        {
            _log.CertificateUnreadable(exception);
        }
    }
}
