using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using OneStop.Line.Webhook;
using OneStop.Tests.EndToEnd;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Headless browser windows of different counselors. The first few record when a message's text is in the page. The others only
/// load the portal, in a browser of idle priority, so that the benchmark measures the portal and not thirty browsers on its cores.
/// </summary>
internal sealed class Counselors : IAsyncDisposable
{
    public const string Password = "a-long-bench-password";

    /// <summary>The script of a page: records how long a text took since it was posted, and since the circuit's last frame.</summary>
    private const string Notebook = """
        window.noted = new Map();
        let frame = 0;
        const Plain = WebSocket;
        window.WebSocket = class extends Plain { constructor(...how) { super(...how); this.addEventListener('message', () => { frame = performance.now(); }); } };
        new MutationObserver(changes => {
          const now = performance.now();
          for (const change of changes) for (const node of change.addedNodes) {
            if (node.nodeType !== 1 || !node.closest('.messages')) continue;
            for (const [, at] of node.textContent.matchAll(/posted=(\d+\.\d+)/g))
              if (!window.noted.has(at)) window.noted.set(at, [performance.timeOrigin + now - Number(at), now - frame]);
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    private const int Watched = 3;
    private readonly Browser browser = new();
    private readonly Browser loading = new();
    private readonly List<IPage> pages = [];
    private bool isStarted;

    /// <summary>Signs each counselor in and opens their page.</summary>
    public async Task<Shown> Open(ScreenOrder order)
    {
        if (!isStarted)
        {
            await loading.InitializeAsync();
            Descendants.GiveWay(); // its pages will be child processes
            await browser.InitializeAsync();
        }
        isStarted = true;
        foreach (var (number, path) in order.Paths.Index())
        {
            var page = await (number < Watched ? browser : loading).Open(order.Address);
            page.SetDefaultTimeout(120_000);
            await page.AddInitScriptAsync(Notebook);
            await page.SignIn($"counselor{number}", path, password: Password);
            await (path.StartsWith("/inbox", StringComparison.Ordinal) ? page.ReplyReady() : page.Content().GetByRole(AriaRole.Table).First.WaitForAsync());
            pages.Add(page);
        }
        return Shown.Nothing;
    }

    /// <summary>
    /// Posts messages at a constant rate, from each friend in turn, and collects what the pages recorded. The conversations
    /// of the first friends are the open ones.
    /// </summary>
    public async Task<Shown> Watch(ScreenOrder order)
    {
        foreach (var page in pages)
            await page.EvaluateAsync("() => window.noted.clear()");
        var (cpu, started) = (Descendants.CpuSeconds(), Stopwatch.GetTimestamp());
        var posted = await Post(order);
        var busy = (Descendants.CpuSeconds() - cpu) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var watched = pages.Take(Watched).ToList();
        var due = posted.Where((_, number) => number % order.Friends < watched.Count).Count();
        var noted = new List<double[]>();
        for (var patience = 0; patience < 20 && noted.Count < due; patience++)
        {
            await Task.Delay(250);
            noted = [];
            foreach (var page in watched)
                noted.AddRange(await page.EvaluateAsync<double[][]>("() => [...window.noted.values()]"));
        }
        return new([.. noted.Select(n => n[0])], [.. noted.Select(n => n[1])], due - noted.Count, busy);
    }

    private static async Task<IReadOnlyList<Task>> Post(ScreenOrder order)
    {
        using var http = new HttpClient { BaseAddress = order.Address };
        var posts = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        while (posts.Count < order.PerSecond * order.Seconds)
        {
            posts.Add(Post(http, order.FirstFriend + posts.Count % order.Friends, order.FirstFriend * 100_000L + posts.Count));
            var rest = TimeSpan.FromSeconds((double)posts.Count / order.PerSecond) - Stopwatch.GetElapsedTime(started);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }
        await Task.WhenAll(posts);
        return posts;
    }

    private static async Task Post(HttpClient http, int friend, long number)
    {
        var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"保育園のお迎えがあるので、夕方までの仕事を探しています。posted={now:F3}");
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{"type":"message","message":{"type":"text","id":"{{{444573844083572737 + number}}}","text":"{{{text}}}"},"webhookEventId":"01SCREEN00{{{number:d16}}}","deliveryContext":{"isRedelivery":false},"timestamp":{{{(long)now}}},"source":{"type":"user","userId":"{{{Load.UserId(friend)}}}"},"replyToken":"nHuyWiB7yP5Zw52FIkcQ{{{number:d12}}}","mode":"active"}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("x-line-signature", WebhookSignature.Of(body, Load.ChannelSecret));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Closes the windows by navigating away, so that the portal disposes their circuits instead of keeping them for a reconnect.</summary>
    public async Task<Shown> Close()
    {
        foreach (var page in pages)
        {
            await page.GotoAsync("about:blank");
            await page.Context.CloseAsync();
        }
        pages.Clear();
        return Shown.Nothing;
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStarted)
            return;
        await browser.DisposeAsync();
        await loading.DisposeAsync();
    }
}
