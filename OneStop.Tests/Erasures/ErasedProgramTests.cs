using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Erasures;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Tests.House;
using OneStop.Tests.Portal;
using OneStop.Tests.SupportPrograms;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.Erasures;

/// <summary>消去 of a person with a program: the figures of the year stay as they were reported, and no word of it stays (8(3), 10(2)).</summary>
public sealed class ErasedProgramTests : IAsyncLifetime
{
    private static readonly ErasureWish Wish = new() { Way = ErasureWay.Phone, Identity = IdentityCheck.CallBack, AskedOn = new(2026, 10, 2), Words = "もう使わないそうです。" };

    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!, one = null!, other = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        (one, other) = (await oneStop.AMember("one", Duty.Manager), await oneStop.AMember("other", Duty.Manager));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("reached", 1)]
    [InlineData("not begun", 0)]
    [InlineData("draft", 0)]
    public async Task The_figures_of_the_year_stay(string how, int counted)
    {
        var id = how == "reached" ? await oneStop.Established(planner, second, client) : await oneStop.Written(planner, client);
        if (how == "reached")
            await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3));
        if (how == "not begun")
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(oneStop.Day, ProgramEndReason.NotBegun, "ゆうがおの事情", "ゆうがお町の窓口", null)));
        var before = await Figures();
        Assert.Equal((counted, how == "draft" ? 0 : 1), (before.Counted, before.Outcomes.Sum(o => o.Count)));
        await Erase();
        var after = await Figures();
        Assert.Equal((before.Counted, before.Revised), (after.Counted, after.Revised));
        Assert.Equal(before.Outcomes, after.Outcomes);
        var left = await oneStop.Read(db => db.SupportPrograms.AsNoTracking().Where(p => p.Id == id).ToListAsync());
        Assert.Equal(how == "draft" ? 0 : 1, left.Count);
        Assert.All(left, p => Assert.Equal((true, null, 0), (p.End is not null, p.EndNote, p.Conditions.Count)));
        Assert.DoesNotContain(DataOnDisk.Rows(oneStop.Folder), t => t.Value.Exists(r => r.Contains("ゆうがお", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("draft", false)]
    [InlineData("approved", true)]
    [InlineData("running", true)]
    [InlineData("looked after", false)]
    public async Task A_program_that_goes_on_is_settled_first(string how, bool stops)
    {
        var id = how == "draft" ? await oneStop.Written(planner, client) : await oneStop.Approved(planner, second, client);
        if (how is "running" or "looked after")
            await oneStop.Confirm(planner, id);
        if (how == "looked after")
            await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3));
        await oneStop.At<ErasureDesk, Guid>(one, d => d.Take(client, null, new(new(), Wish)));
        var obstacles = (await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.Obstacles;
        Assert.Equal(stops, obstacles.Any(o => o.Stops && o.Words.Contains("自立支援プログラムが1件", StringComparison.Ordinal)));
    }

    private async Task Erase()
    {
        var id = await oneStop.At<ErasureDesk, Guid>(one, d => d.Take(client, null, new(new(), Wish)));
        var seen = (await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.Preview!.Digest;
        await oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen));
        await oneStop.At<ErasureDesk>(other, d => d.Approve(id, seen));
        var number = await oneStop.Read(db => db.Clients.Where(c => c.Id == client).Select(c => c.Number).SingleAsync());
        await oneStop.At<ErasureDesk>(one, d => d.Carry(id, Client.NumberOf(number)));
        await TestOneStop.Until(async () => await oneStop.Read(db => db.Erasures.AnyAsync(e => e.Id == id && e.DoneAt != null)), "the erasure");
    }

    private async Task<(int Counted, int Revised, IReadOnlyList<ProgramOutcome> Outcomes)> Figures() =>
        (await oneStop.CountOf("programs-established"), await oneStop.CountOf("programs-revised"),
            (await oneStop.At<ProgramListDesk, ProgramOverview>(one, d => d.Overview(2026))).Outcomes);
}
