using OneStop.Domain;
using OneStop.Domain.Employers.Merging;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings;

/// <summary>The list of openings: conditions, words, and what is in no list any more.</summary>
public sealed class OpeningListTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task An_opening_that_ran_out_is_in_no_list_though_nobody_closed_it()
    {
        await using var later = new TestOneStop();
        await later.InitializeAsync();
        var (outreach, id) = (await later.Outreach(), await later.APublished());
        var until = (await later.Opening(outreach, id)).Wish.ValidUntil!.Value;
        async Task<bool> IsListed(OpeningFilter filter) =>
            (await later.At<OpeningDesk, ListPart<OpeningRow>>(outreach, d => d.List(new(filter)))).Rows.Any(r => r.Id == id);
        later.Clock.SetUtcNow(JapanTime.At(until, new(23, 59)));
        Assert.True(await IsListed(new() { IsOpen = true }) && await IsListed(new() { State = OpeningState.Published }));
        later.Clock.SetUtcNow(JapanTime.At(until.AddDays(1), TimeOnly.MinValue));
        Assert.False(await IsListed(new() { IsOpen = true }) || await IsListed(new() { State = OpeningState.Published }));
        Assert.True(await IsListed(new() { HasRunOut = true }));
        Assert.NotEmpty((await later.Opening(outreach, id)).Against[OpeningAct.Show]);
        await later.At<OpeningDesk>(outreach, d => d.Extend(id, until.AddMonths(2), "まだ探している"));
        Assert.True(await IsListed(new() { IsOpen = true }));
    }

    [Theory]
    [InlineData("pay", true)]
    [InlineData("hours", true)]
    [InlineData("too-early", false)]
    [InlineData("weekends", true)]
    [InlineData("home", false)]
    [InlineData("place", true)]
    [InlineData("prefecture", true)]
    [InlineData("elsewhere", false)]
    [InlineData("transit", true)]
    [InlineData("words", true)]
    [InlineData("other-words", false)]
    public async Task A_list_is_narrowed_by_conditions_and_words(string by, bool isFound)
    {
        var (outreach, id) = (await oneStop.Outreach(), await oneStop.ADraft());
        OpeningFilter filter = by switch
        {
            "pay" => new() { LeastMonthlyPay = 126_000, LeastHourlyPay = 1200 },
            "hours" => new() { From = 9 * 60, To = 15 * 60 },
            "too-early" => new() { From = 9 * 60 + 1 },
            "weekends" => new() { NoWeekends = true, NoHolidays = true, NoOvertime = true },
            "home" => new() { HomeOffice = true },
            "place" => new() { Municipality = 40132 },
            "prefecture" => new() { Municipality = 40 },
            "elsewhere" => new() { Municipality = 41 },
            "transit" => new() { MostTransitMinutes = 15, SuddenAbsence = true, SchoolEvents = true, HourlyLeave = true, ReducedHours = true, Promotes = true },
            _ => new(),
        };
        var words = by switch { "words" => "博多駅　一般事務", "other-words" => "溶接", _ => "" };
        foreach (var sort in (string?[])[null, "title", "employer", "monthly", "until", "received", "changed"])
            foreach (var isDescending in (bool[])[false, true])
                await oneStop.At<OpeningDesk, ListPart<OpeningRow>>(outreach, d => d.List(new(filter, sort, isDescending, 1, words)));
        var part = await oneStop.At<OpeningDesk, ListPart<OpeningRow>>(outreach, d => d.List(new(filter, null, false, 1, words)));
        Assert.Equal(isFound, part.Rows.Any(r => r.Id == id));
    }

    [Fact]
    public async Task The_list_of_an_employer_follows_when_two_entries_are_merged()
    {
        var (outreach, wish, survivor) = (await oneStop.Outreach(), await oneStop.AWish(), await oneStop.AnEmployer());
        var id = await oneStop.ADraft(wish);
        await oneStop.At<EmployerMergeDesk>(outreach, d => d.Merge(survivor, wish.EmployerId!.Value));
        var part = await oneStop.At<OpeningDesk, ListPart<OpeningRow>>(outreach, d => d.List(new(new() { Employer = survivor })));
        Assert.Equal((id, survivor), (Assert.Single(part.Rows).Id, part.Rows[0].EmployerId));
    }
}
