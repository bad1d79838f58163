using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Indicators;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>仕様書 8(3): a program counts once for a person and fiscal year, on the day it is first established; 再策定 stands apart.</summary>
public sealed class ProgramCountTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Once_for_a_person_and_fiscal_year()
    {
        var (planner, second, client) = await oneStop.Planning();
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 2, 1), new(10, 0)));
        var first = await oneStop.Approved(planner, second, client);
        Assert.Equal((0, 0), await Counted());
        await oneStop.Confirm(planner, first);
        Assert.Equal((1, 0), await Counted());
        await Revised(planner, second, first, "看護師になる");
        Assert.Equal((1, 1), await Counted());
        await Ended(planner, first);
        await oneStop.Established(planner, second, client); // a second one of the same year
        Assert.Equal((1, 2), await Counted());
        await Ended(planner, await oneStop.Read(db => db.SupportPrograms.Where(p => p.End == null).Select(p => p.Id).SingleAsync()));
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 4, 1), new(10, 0)));
        await oneStop.Established(planner, second, client); // of the next year
        Assert.Equal((2, 2), await Counted());
        Assert.Equal(1, await oneStop.CountOf("programs-established", new(2027, 4, 1), new(2028, 3, 31)));
    }

    [Fact]
    public async Task A_change_of_dates_counts_nowhere()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        await oneStop.Revise(planner, id);
        await oneStop.ChangeItem(planner, id, i => i with { Until = i.Until!.Value.AddMonths(1) });
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        await oneStop.At<ProgramDesk>(planner, d => d.EstablishDates(id, digest));
        Assert.Equal((1, 0), await Counted());
    }

    private async Task Revised(StaffMember planner, StaffMember second, Guid id, string words)
    {
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = words });
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
    }

    private Task Ended(StaffMember planner, Guid id) => oneStop.At<ProgramDesk>(planner, d =>
        d.End(id, new(oneStop.Clock.GetUtcNow().JapaneseDate, ProgramEndReason.Achieved, "", "", null)));

    private async Task<(int, int)> Counted() => (await oneStop.CountOf("programs-established"), await oneStop.CountOf("programs-revised"));
}

/// <summary>Reads counts.</summary>
internal static class Counts
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Returns a count of a period; of all time if none is given.</summary>
        public Task<int> CountOf(string code, DateOnly? from = null, DateOnly? to = null) => oneStop.Read(db =>
            oneStop.Services.GetServices<IIndicatorSource>().Single(s => s.Indicator.Code == code).Rows(db, from ?? new(2020, 1, 1), to ?? new(2040, 1, 1)).CountAsync());
    }
}
