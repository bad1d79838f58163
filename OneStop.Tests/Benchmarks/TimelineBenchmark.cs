using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.EndToEnd;
using OneStop.Tests.House;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// A case file with very many entries, scrolled to its end in a browser: how long the browser's only thread is taken at a time, by scripts and by
/// drawing. The browser reports tasks of 50 ms or more; scrolling stutters from there on.
/// </summary>
internal static class TimelineBenchmark
{
    private const int Entries = 10_000;
    private const int AtOnce = 500; // notes saved together
    private const int TurnOfWheel = 600; // pixels for each picture: faster than a person follows
    private const int Patience = 400; // turns of the wheel without a new entry

    /// <summary>Keeps the long tasks of the page, and the scripts of its long frames, from its beginning.</summary>
    private const string Watch = """
        window.tasks = [];
        new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(e => e.duration))).observe({ type: 'longtask', buffered: true });
        window.scripts = [];
        new PerformanceObserver(list => window.scripts.push(...list.getEntries().flatMap(f => f.scripts.map(s => s.duration))))
          .observe({ type: 'long-animation-frame', buffered: true });
        """;

    /// <summary>In the page and once for each picture: a search through all entries would be the longest task of all.</summary>
    private const string IsAtEnd = """
        () => new Promise(told => requestAnimationFrame(() =>
          told(document.querySelector('.timeline').lastElementChild.classList.contains('timeline-end'))))
        """;

    public static async Task<int> Run()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        await using var browser = new Browser();
        await browser.InitializeAsync();
        var client = await AFile(oneStop);
        var page = await browser.Open(oneStop.Address);
        await page.AddInitScriptAsync(Watch);
        await page.SignIn("timeline", $"/clients/{client}");
        var rows = page.GetByRole(AriaRole.List, new() { Name = "経過", Exact = true });
        await rows.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var atOpening = await Tasks(page);
        await page.EvaluateAsync("() => window.tasks.length = window.scripts.length = 0");
        var (started, isWhole) = (Stopwatch.GetTimestamp(), await Scroll(page));
        var took = Stopwatch.GetElapsedTime(started);
        var tasks = await Tasks(page);
        var scripts = await Scripts(page);
        var shown = await rows.GetByRole(AriaRole.Button).CountAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shown:N0} entries scrolled in {took.TotalSeconds:0} s"));
        return Line.Write([
            new("opening: tasks of 50 ms or more, the longest", atOpening.Length, "0", Beside: atOpening.DefaultIfEmpty().Max()),
            new("scrolling: entries shown", shown, "N0", "all", s => isWhole && (int)s >= Entries),
            new("scrolling: the longest script, ms", scripts.DefaultIfEmpty().Max(), "0", "under 50", ms => ms < 50),
            new("scrolling: tasks of 50 ms or more, with drawing", tasks.Length, "0"),
            new("    the longest, ms", tasks.DefaultIfEmpty().Max(), "0"),
        ]) ? 0 : 1;
    }

    private static async Task<double[]> Tasks(IPage page) => await page.EvaluateAsync<double[]>("() => window.tasks");

    /// <returns>How long the scripts ran of the frames that took 50 ms or more, with their drawing.</returns>
    private static async Task<double[]> Scripts(IPage page) => await page.EvaluateAsync<double[]>("() => window.scripts");

    /// <returns>True if the end was reached.</returns>
    private static async Task<bool> Scroll(IPage page)
    {
        await page.Mouse.MoveAsync(720, 600);
        for (var turns = 0; turns < Patience * Entries / AtOnce; turns++)
        {
            await page.Mouse.WheelAsync(0, TurnOfWheel);
            if (await page.EvaluateAsync<bool>(IsAtEnd))
                return true;
        }
        return false;
    }

    private static async Task<Guid> AFile(TestOneStop oneStop)
    {
        var member = await oneStop.AMember("timeline", Duty.Counselor);
        var talk = await oneStop.AQuietTalk();
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null));
        var begin = oneStop.Clock.GetUtcNow().AddMinutes(-30 * Entries);
        for (var done = 0; done < Entries; done += AtOnce)
            await oneStop.Read(async db =>
            {
                var conversation = await db.Conversations.SingleAsync(c => c.Id == talk);
                for (var i = done; i < done + AtOnce; i++)
                    db.Messages.Add(conversation.Note($"{i}番のメモです。資格の講座を調べて、次の相談で話すことにしました。", member.Id, begin.AddMinutes(30 * i)));
                return await db.SaveChangesAsync();
            });
        return client;
    }
}
