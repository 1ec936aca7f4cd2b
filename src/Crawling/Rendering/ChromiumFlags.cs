namespace OpinionWatch.Crawling.Rendering;

/// <summary>How Chromium is started: without a network of its own, without anything that is not needed to run a page's scripts.</summary>
internal static class ChromiumFlags
{
    /// <summary>Lists the flags.</summary>
    /// <param name="profile">Folder of its own.</param>
    /// <param name="isRoot">We run as root, where Chromium has no sandbox.</param>
    public static IReadOnlyList<string> Of(string profile, bool isRoot) =>
    [
        "--remote-debugging-pipe",
        "--headless=new",
        $"--user-data-dir={profile}",

        // Every request is answered by us. What slips past (WebSocket, WebRTC, preconnect, the browser's own) finds no name and a dead proxy, for loopback too.
        "--proxy-server=http://127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-client-side-phishing-detection",
        "--disable-sync",
        "--no-pings",
        "--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable,IsolateOrigins,site-per-process,Prerender2,Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication",
        "--disable-site-isolation-trials",

        "--no-first-run",
        "--no-default-browser-check",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-component-extensions-with-background-pages",
        "--block-new-web-contents",
        "--disable-breakpad",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--mute-audio",
        "--hide-scrollbars",
        "--password-store=basic",
        "--use-mock-keychain",
        "--blink-settings=imagesEnabled=false",
        "--js-flags=--max-old-space-size=256",
        "--lang=zh-CN",
        .. isRoot ? ["--no-sandbox"] : Array.Empty<string>(),
        "about:blank",
    ];
}
