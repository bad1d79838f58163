using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Faults;

/// <summary>The result of a run: what was said and answered, and what is stored and delivered.</summary>
internal sealed record FaultReport
{
    /// <summary>The texts that virtual people wrote.</summary>
    public required IReadOnlyCollection<string> Told { get; init; }

    /// <summary>How often each of these is in a conversation.</summary>
    public required IReadOnlyDictionary<string, int> Kept { get; init; }

    /// <summary>The counselor's answers: final state, and whether a reply was ever tried, which takes no retry key.</summary>
    public required IReadOnlyDictionary<string, (Delivery State, bool WasReply)> Answered { get; init; }

    /// <summary>How often each text arrived on a telephone.</summary>
    public required IReadOnlyDictionary<string, int> Arrived { get; init; }

    /// <summary>The number of messages that people unsent, and for how many of them time and id are stored exactly once.</summary>
    public required (int Asked, int Kept) TakenBack { get; init; }

    /// <summary>The number of rows that still contain unsent words.</summary>
    public required int WordsLeft { get; init; }

    /// <summary>The number of pictures sent and fetched, and whether the files on disk are exactly those named by rows.</summary>
    public required (int Sent, int Fetched, bool IsDiskAsRows) Pictures { get; init; }

    public required int BotSaid { get; init; }
    public required int BotAccepted { get; init; }
    public required int BotUnknown { get; init; }

    /// <summary>Events, messages and files that wait or were put aside.</summary>
    public required Unsettled Unsettled { get; init; }

    public required int KilledAtStart { get; init; }
    public required int KilledAtWork { get; init; }

    /// <summary>The output of <c>verify-audit</c>.</summary>
    public required string Verdict { get; init; }
}

/// <summary>What still waits at the end.</summary>
internal sealed record Unsettled(int Events, int Sendings, int Files);

/// <summary>
/// Kills the portal repeatedly at random moments, including its start, while people write, unsend and send pictures, and a
/// counselor answers. LINE runs in a process of its own, redelivers webhooks that were not acknowledged, delivers some twice, and
/// sometimes accepts a push without an answer.
/// The counselor uses desks of another process on the same database, and so is never killed with the portal.
/// </summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int People = 8;
    private const string TakenBackWords = "取り消した言葉";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(80);
    private const int MostWork = 250;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToSettle = TimeSpan.FromMinutes(4);

    private readonly Random random;
    private readonly OwnProcess line = new(typeof(FaultRun).Assembly, "/simulator/people", "simulator");
    private readonly PortalProcess portal =
        new(new()
        {
            ["Demo__Enabled"] = "false",
            ["Line__TimeoutSeconds"] = "2",
            ["Logging__LogLevel__Default"] = "Warning",
            ["ONESTOP_PASSWORD"] = TestOneStop.Password
        });
    private readonly HttpClient http;
    private readonly DesksBeside desks;
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100_000]];
    private readonly ConcurrentBag<string> told = [];
    private readonly ConcurrentBag<string> takenBack = [];
    private int pictures;
    private readonly List<string> people = [];
    private int killedAtStart;
    private int killedAtWork;

    public FaultRun(int seed)
    {
        random = new(seed);
        http = new() { BaseAddress = line.Address };
        line.Settings["Simulator__Webhook"] = new Uri(portal.Address, "/line/webhook").ToString();
        portal.Set("Line__ChannelId", SimulatorPaths.ChannelId);
        portal.Set("Line__ChannelSecret", SimulatorPaths.ChannelSecret);
        portal.Set("Line__ApiBaseUrl", new Uri(line.Address, SimulatorPaths.Api).ToString());
        portal.Set("Line__DataApiBaseUrl", new Uri(line.Address, SimulatorPaths.Data).ToString());
        desks = new(portal.Folder);
    }

    /// <summary>
    /// Runs until this number of kills is done and enough has happened around them, then waits until everything is settled.
    /// If too little happened by chance, some more kills follow.
    /// </summary>
    public async Task<FaultReport> Run(int kills, Action<string>? tell = null)
    {
        for (var i = 0; i < 2; i++)
            await StartAndKillAtOnce(); // on an empty folder: during the migrations
        var (code, words) = await portal.Run("create-staff", "--sign-in", "counselor", "--name", "相談員", "--duties", nameof(Duty.Counselor));
        Assert.True(code == 0, words);
        await line.Start();
        for (var i = 0; i < People; i++)
            people.Add((await Post<Person>("/simulator/people", new { name = $"ひと{i}" })).UserId);

        using var enough = new CancellationTokenSource();
        Task[] load = [.. people.Select((id, i) => Talk(id, i, enough.Token)), Answer(enough.Token), Upset(enough.Token)];
        while (killedAtStart + killedAtWork is var done && (done < kills || (done < 4 * kills && await ShowsTooLittle())))
        {
            if (random.Next(3) == 0)
                await StartAndKillAtOnce();
            else
                await StartAndKillAtWork();
            tell?.Invoke($"{killedAtStart + killedAtWork} of {kills} kills, {told.Count} messages");
        }
        await enough.CancelAsync();
        await Task.WhenAll(load);
        await http.DeleteAsync(new Uri("/simulator/orders", UriKind.Relative), CancellationToken.None);

        await portal.Start();
        tell?.Invoke("letting everything settle");
        await Settled();
        await portal.Kill();
        return await Report();
    }

    private async Task<bool> ShowsTooLittle()
    {
        if (killedAtStart <= 2 || killedAtWork <= 2 || takenBack.Count <= 5 || pictures <= 5)
            return true;
        var answered = await Read(db =>
            (from m in db.Messages
             join o in db.OutgoingMessages on m.OutgoingId equals o.Id
             where m.By == Speaker.Staff
             select new
             {
                 o.State,
                 WasReply = o.ReplyTriedAt != null
             }).ToListAsync());
        return answered.Count <= 10 || answered.Count(a => !a.WasReply && a.State == Delivery.Accepted) <= 5;
    }

    private async Task StartAndKillAtOnce()
    {
        portal.Begin();
        await Task.Delay(random.Next(100, 2500));
        await portal.Kill();
        killedAtStart++;
    }

    /// <summary>Kills the portal after a random amount of work and a moment more, not after a time: on a busy machine the same work takes longer.</summary>
    private async Task StartAndKillAtWork()
    {
        await portal.Start();
        var enough = await Work() + random.Next(MostWork);
        var moment = random.Next(100);
        using var patience = new CancellationTokenSource(LongestLife);
        while (!patience.IsCancellationRequested && await Work() < enough)
            await Task.Delay(20, CancellationToken.None);
        await Task.Delay(moment);
        await portal.Kill();
        killedAtWork++;
    }

    /// <summary>Returns the number of events processed and messages settled so far.</summary>
    private Task<int> Work() =>
        Read(async db => await db.IncomingEvents.CountAsync(e => e.ProcessedAt != null) + await db.OutgoingMessages.CountAsync(m => m.SettledAt != null));

    /// <summary>A person writes without end, faster than people do.</summary>
    private async Task Talk(string person, int number, CancellationToken enough)
    {
        await http.PostAsync(new Uri($"/simulator/people/{person}/follow", UriKind.Relative), null, CancellationToken.None);
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            if (i % 10 == 7)
                await SendPicture(person);
            else if (i % 10 == 3)
                await TakeBack(person, $"{TakenBackWords}{number}の{i}");
            else
                await Say(person, $"質問{number}の{i}");
            await Task.Delay(Between * (0.5 + Random.Shared.NextDouble()) * People / 2, CancellationToken.None);
        }
    }

    private async Task Say(string person, string text)
    {
        told.Add(text);
        await Post<Spoken>($"/simulator/people/{person}/say", new { type = "text", text });
    }

    private async Task TakeBack(string person, string text)
    {
        var said = await Post<Spoken>($"/simulator/people/{person}/say", new { type = "text", text });
        takenBack.Add(said.Id);
        (await http.PostAsync(new Uri($"/simulator/people/{person}/unsend/{said.Id}", UriKind.Relative), null,
            CancellationToken.None)).EnsureSuccessStatusCode();
    }

    private async Task SendPicture(string person)
    {
        using var content = new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } };
        (await http.PostAsync(new Uri($"/simulator/people/{person}/upload?name=a.png", UriKind.Relative), content,
            CancellationToken.None)).EnsureSuccessStatusCode();
        Interlocked.Increment(ref pictures);
    }

    /// <summary>The counselor answers waiting people, two messages at a time: one by the reply token if there is one, one by push.</summary>
    private async Task Answer(CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var waiting = await Read(db => db.Conversations.AsNoTracking().Where(c => c.AnswerDue != null)
                .OrderBy(c => c.AnswerDue).Select(c => (Guid?)c.Id).FirstOrDefaultAsync());
            if (waiting is { } id)
            {
                await AsCounselor(desk => desk.Answer(id, $"返信{i}の1"));
                await AsCounselor(desk => desk.Answer(id, $"返信{i}の2"));
            }
            await Task.Delay(150, CancellationToken.None);
        }
    }

    /// <summary>
    /// Lets LINE deliver an event twice, or accept a push without an answer, from time to time. Only one such order waits at a time: while
    /// portals are killed early few pushes are tried, and accumulated orders would hit each of them, until their retry delays outlast the run.
    /// </summary>
    private async Task Upset(CancellationToken enough)
    {
        Order[] orders = [new(LineCall.Webhook, Trouble.Twice), new(LineCall.Push, Trouble.DroppedAfter), new(LineCall.Push, Trouble.ServerErrorAfter),
            new(LineCall.Push, Trouble.RateLimit), new(LineCall.Webhook, Trouble.Twice)];
        for (var i = 0; !enough.IsCancellationRequested;)
        {
            if (await http.GetFromJsonAsync<JsonElement>("/simulator/orders", CancellationToken.None) is var waiting && waiting.GetArrayLength() == 0)
                await http.PostAsJsonAsync("/simulator/orders", orders[i++ % orders.Length], CancellationToken.None);
            await Task.Delay(400, CancellationToken.None);
        }
    }

    private async Task Settled()
    {
        using var patience = new CancellationTokenSource(ToSettle);
        while (!patience.IsCancellationRequested)
        {
            var kept = await Read(db => db.Messages.CountAsync(m => m.By == Speaker.Client));
            if (kept >= told.Count + takenBack.Count + pictures && await Unsettled() == new Unsettled(0, 0, 0))
                return;
            await Task.Delay(250, CancellationToken.None);
        }
    }

    private Task<Unsettled> Unsettled() => Read(async db => new Unsettled(
        await db.IncomingEvents.CountAsync(e => e.ProcessedAt == null), await db.OutgoingMessages.Outstanding().CountAsync(),
        await db.StoredFiles.CountAsync(f => f.State == FileState.Waiting)));

    private async Task<FaultReport> Report()
    {
        var bubbles = new List<(string Id, string Text)>();
        foreach (var person in people)
            bubbles.AddRange((await http.GetFromJsonAsync<Telephone>($"/simulator/people/{person}/talk"))!.Bubbles.Where(b => !b.IsMine)
                .Select(b => (b.Id, b.Message.Text ?? "")));
        var answers = await Read(db =>
            (from m in db.Messages
             join o in db.OutgoingMessages on m.OutgoingId equals o.Id
             where m.By == Speaker.Staff
             select new
             {
                 m.Text,
                 o.State,
                 WasReply = o.ReplyTriedAt != null
             }).ToListAsync());
        var bot = await Read(db =>
            (from m in db.Messages join o in db.OutgoingMessages on m.OutgoingId equals o.Id where m.By == Speaker.Bot select o.State).ToListAsync());
        var kept = await Read(db => db.Messages.Where(m => m.By == Speaker.Client && m.UnsentAt == null && m.Kind == MessageKind.Text)
            .GroupBy(m => m.Text!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var (_, verdict) = await portal.Run("verify-audit");
        return new()
        {
            Told = told,
            Kept = kept,
            Answered = answers.ToDictionary(a => a.Text!, a => (a.State, a.WasReply)),
            Arrived = bubbles.Where(b => b.Text.StartsWith("返信", StringComparison.Ordinal)).CountBy(b => b.Text).ToDictionary(),
            TakenBack = (takenBack.Count, await Read(db => db.Messages.CountAsync(m => takenBack.Contains(m.LineMessageId!) && m.UnsentAt != null))),
            WordsLeft = await Read(async db => await db.Messages.CountAsync(m => m.Text!.Contains(TakenBackWords))
                + await db.IncomingEvents.CountAsync(e => e.Body.Contains(TakenBackWords))),
            Pictures = (pictures, await Read(db => db.StoredFiles.CountAsync(f => f.State == FileState.Stored)), await IsDiskAsRows()),
            BotSaid = bubbles.Count(b => !b.Text.StartsWith("返信", StringComparison.Ordinal)),
            BotAccepted = bot.Count(s => s == Delivery.Accepted),
            BotUnknown = bot.Count(s => s == Delivery.Unknown),
            Unsettled = await Unsettled(),
            KilledAtStart = killedAtStart,
            KilledAtWork = killedAtWork,
            Verdict = verdict,
        };
    }

    private async Task<bool> IsDiskAsRows()
    {
        var named = await Read(db => db.StoredFiles.Select(f => f.Contents!.StorageName)
            .Concat(db.StoredFiles.Where(f => f.Preview != null).Select(f => f.Preview!.StorageName)).ToListAsync());
        var there = Directory.GetFiles(Path.Combine(portal.Folder, "files"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) != "incoming").Select(f => Path.GetFileName(f));
        return named.Order().SequenceEqual(there.Order()) && Directory.GetFiles(Path.Combine(portal.Folder, "files", "incoming")).Length == 0;
    }

    private async Task AsCounselor(Func<AnswerDesk, Task> act) => await desks.At(await Read(db => db.Users.AsNoTracking().SingleAsync()), act);

    private Task<T> Read<T>(Func<OneStopDb, Task<T>> read) => desks.Read(read);

    private async Task<T> Post<T>(string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>())!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await desks.DisposeAsync();
        await line.DisposeAsync();
        await portal.DisposeAsync();
    }

    private sealed record Person(string UserId);

    private sealed record Spoken(string Id);

    private sealed record Said(string? Text);

    private sealed record Shown(string Id, bool IsMine, Said Message);

    private sealed record Telephone(IReadOnlyList<Shown> Bubbles);
}
