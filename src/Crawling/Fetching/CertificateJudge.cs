using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Judges the certificates of sites: valid ones, and those a site of the configuration names by fingerprint. What is wrong is said for people.</summary>
internal sealed class CertificateJudge(ICurrent<CrawlingOptions> options, TimeProvider time)
{
    /// <summary>Accepts a certificate, for <see cref="SslClientAuthenticationOptions.RemoteCertificateValidationCallback"/>.</summary>
    /// <exception cref="FaultException">It is not accepted; the message says why and what to do.</exception>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        var host = (sender as SslStream)?.TargetHostName ?? "";
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            throw new FaultException(FetchFault.Tls, $"{host} 没有出示证书");
        }

        var fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        if (options.Value.Sources.Any(source => source.CertificateSha256 is { } pinned && pinned.Equals(fingerprint, StringComparison.OrdinalIgnoreCase) && source.Start.Any(start => start.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase))))
        {
            return true;
        }

        using var read = new X509Certificate2(certificate);
        throw new FaultException(FetchFault.Tls, $"{host} 的证书{WhatIsWrong(read, chain, errors, host)}；请与网站核实，确认无误后可在该站点写 certificateSha256: {fingerprint}");
    }

    private string WhatIsWrong(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        var now = time.GetUtcNow();
        var until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var from = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        if (until < now)
        {
            return $"已于 {until:yyyy-MM-dd} 过期";
        }

        if (from > now)
        {
            return $"自 {from:yyyy-MM-dd} 起才有效（也请检查本机时间）";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"是发给 {certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)} 的，与网址 {host} 不符";
        }

        var statuses = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        return statuses.HasFlag(X509ChainStatusFlags.Revoked) ? "已被吊销" : "不是受信任的机构签发（自签名，或网站缺少中间证书）";
    }
}
