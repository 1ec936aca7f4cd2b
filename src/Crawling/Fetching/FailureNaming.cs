using System.Security.Authentication;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Names the trouble behind an exception of the HTTP stack.</summary>
internal static class FailureNaming
{
    public static Hop.Failed Name(Exception e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case FaultException fault:
                    return new Hop.Failed(fault.Fault, fault.Message);
                case AuthenticationException tls:
                    return new Hop.Failed(FetchFault.Tls, $"加密连接失败，证书或协议有问题：{tls.Message}");
                case InvalidDataException:
                    return new Hop.Failed(FetchFault.BadContent, "压缩的正文已损坏或不完整");
            }
        }

        return ((e as HttpIOException)?.HttpRequestError ?? (e as HttpRequestException)?.HttpRequestError) switch
        {
            HttpRequestError.NameResolutionError => new Hop.Failed(FetchFault.Dns, "域名解析失败"),
            HttpRequestError.SecureConnectionError => new Hop.Failed(FetchFault.Tls, "加密连接失败"),
            HttpRequestError.ConfigurationLimitExceeded => new Hop.Failed(FetchFault.TooLarge, "回答的头部过大"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => new Hop.Failed(FetchFault.BadContent, "回答不合 HTTP 规范"),
            HttpRequestError.ResponseEnded => new Hop.Failed(FetchFault.BadContent, "回答没有发完，连接就断了"),
            _ => new Hop.Failed(FetchFault.Connect, "连接失败或被对方断开"),
        };
    }
}
