using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>The list of programs: whose turn it is, filters, the search, the file.</summary>
public sealed class ProgramListTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    /// <summary>Each stage of a program, and for whom it is whose turn: the planner in charge, another planner, a manager, a counselor.</summary>
    [Theory]
    [InlineData("draft", null, null, null)]
    [InlineData("asked", null, ProgramWait.Approval, ProgramWait.Approval)]
    [InlineData("sent-back", ProgramWait.SentBack, null, null)]
    [InlineData("approved", ProgramWait.Confirmation, null, null)]
    [InlineData("running", null, null, null)]
    [InlineData("review-due", ProgramWait.Review, null, null)]
    [InlineData("change-asked", null, ProgramWait.Approval, ProgramWait.Approval)]
    [InlineData("aftercare", null, null, null)]
    [InlineData("aftercare-due", ProgramWait.Aftercare, null, null)]
    [InlineData("ended-while-asked", null, null, null)]
    public async Task Each_stage_waits_for_whom_it_is_up_to(string stage, ProgramWait? planners, ProgramWait? seconds, ProgramWait? managers)
    {
        var (planner, second, client) = await oneStop.Planning();
        var (manager, counselor) = (await oneStop.AMember("boss", Duty.Manager), await oneStop.AMember("talker", Duty.Counselor));
        await At(stage, planner, second, client);
        foreach (var (member, wait) in new[] { (planner, planners), (second, seconds), (manager, managers), (counselor, null) })
        {
            var counts = await oneStop.At<ProgramListDesk, IReadOnlyDictionary<ProgramWait, int>>(member, d => d.Waiting());
            Assert.Equal([.. wait is { } one ? new[] { ProgramWait.Any, one } : []], counts.Where(c => c.Value == 1).Select(c => c.Key));
            Assert.Equal(wait is null ? 0 : 1, await oneStop.At<ProgramListDesk, int>(member, d => d.CountWaiting()));
            Assert.Equal(wait is null ? 0 : 1, (await List(member, new() { Wait = ProgramWait.Any })).Count);
        }
    }

    /// <summary>私の番 is what 今日 says: also for a colleague who is away, and of a planner who has left or plans no more.</summary>
    [Theory]
    [InlineData("there", 0)]
    [InlineData("away", 1)]
    [InlineData("left", 1)]
    [InlineData("without the duty", 1)]
    public async Task What_a_planner_cannot_do_waits_for_who_does_it_instead(string planners, int waits)
    {
        var (planner, second, client) = await oneStop.Planning();
        await At("review-due", planner, second, client);
        var (day, admin) = (ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date, await oneStop.AMember("admin", Duty.Administrator));
        if (planners == "away")
            await oneStop.At<AbsenceDesk, Guid>(planner, d => d.Save(null, new(new(), new() { StaffId = planner.Id, From = day, Until = day, Substitutes = [second.Id] })));
        if (planners == "left")
            await oneStop.At<AccountDesk>(admin, d => d.Leave(planner.Id, new(null, null)));
        if (planners == "without the duty")
            await oneStop.Read(async db =>
            {
                (await db.Users.SingleAsync(u => u.Id == planner.Id)).ChangeDuties([Duty.Counselor], oneStop.Clock.GetUtcNow());
                return await db.SaveChangesAsync();
            });
        Assert.Equal(waits, await oneStop.At<ProgramListDesk, int>(second, d => d.CountWaiting()));
        Assert.Equal(waits, (await List(second, new() { Wait = ProgramWait.Review })).Count);
        Assert.Equal(waits, (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(second, d => d.Mine())).Count(r => r.Item.Kind == "program-review"));
    }

    [Fact]
    public async Task Who_wrote_in_a_version_does_not_wait_to_approve_it()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await oneStop.ChangeGoal(second, id, g => g with { Words = "正社員として事務で働く" });
        await oneStop.Ask(planner, id);
        Assert.Equal(0, await oneStop.At<ProgramListDesk, int>(second, d => d.CountWaiting()));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_planner_review_and_time_in_the_state()
    {
        var (planner, second, client) = await oneStop.Planning();
        var other = (await oneStop.Planning("third")).Client;
        var running = await oneStop.Established(planner, second, client);
        var draft = await oneStop.Begun(second, other);
        Assert.Equal([running], await Ids(planner, new() { State = ProgramState.Running }));
        Assert.Equal([draft], await Ids(planner, new() { Planner = second.Id }));
        Assert.Equal([draft], await Ids(planner, new() { IsPreparing = true }));
        Assert.Equal([], await Ids(planner, new() { Since = TimeInState.Week }));
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddDays(7), new(6, 30)));
        Assert.Equal(2, (await Ids(planner, new() { Since = TimeInState.Week })).Count);
        Assert.Equal([running], await Ids(planner, new() { Review = ReviewTime.Later }));
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddMonths(1).AddDays(-7), new(9, 0)));
        Assert.Equal([running], await Ids(planner, new() { Review = ReviewTime.Soon }));
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddMonths(1), new(9, 0)));
        Assert.Equal([], await Ids(planner, new() { Review = ReviewTime.Overdue })); // due today
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddMonths(1).AddDays(1), new(9, 0)));
        Assert.Equal([running], await Ids(planner, new() { Review = ReviewTime.Overdue }));
    }

    [Theory]
    [InlineData("P-0002", 2)]
    [InlineData("p2", 2)]
    [InlineData("Ｐ－０００２", 2)]
    [InlineData("あおぞら", 1)]
    [InlineData("ここにない", null)]
    public async Task A_program_is_found_by_name_and_by_number_and_the_search_is_recorded(string words, int? found)
    {
        var planner = await oneStop.AMember("planner", Duty.Planner);
        foreach (var name in (string[])["あおぞら", "ひだまり"])
            await oneStop.Begun(planner, await oneStop.AClient(planner, name));
        var part = await oneStop.At<ProgramListDesk, ListPart<ProgramRow>>(planner, d => d.List(new(new(), Words: words)));
        Assert.Equal([.. found is { } number ? new[] { number } : []], part.Rows.Select(r => r.Number));
        Assert.Equal(2, part.All);
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Searched && e.Subject == nameof(SupportProgram))));
    }

    /// <summary>Number 1 runs, 2 is looked after, 3 is a draft, 4 runs since later.</summary>
    [Theory]
    [InlineData("number", new[] { 1, 2, 3, 4 }, new[] { 4, 3, 2, 1 })]
    [InlineData("state", new[] { 3, 1, 4, 2 }, new[] { 2, 1, 4, 3 })]
    [InlineData("since", new[] { 1, 3, 4, 2 }, new[] { 2, 4, 3, 1 })]
    [InlineData("planner", new[] { 1, 4, 2, 3 }, new[] { 2, 3, 1, 4 })]
    [InlineData("review", new[] { 2, 1, 4, 3 }, new[] { 4, 1, 2, 3 })] // what is shown: of an ended one the look after it
    [InlineData("established", new[] { 1, 2, 4, 3 }, new[] { 4, 2, 1, 3 })] // what was never established comes last
    [InlineData(null, new[] { 1, 3, 4, 2 }, new[] { 1, 3, 4, 2 })]
    public async Task Every_column_sorts(string? column, int[] numbers, int[] back)
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.Established(planner, second, client);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        var (other, another, ended) = await oneStop.Planning("third");
        var over = await oneStop.Established(other, another, ended);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.Begun(other, (await oneStop.Planning("fourth")).Client);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        await oneStop.Established(planner, second, (await oneStop.Planning("fifth")).Client);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<ProgramDesk>(other, d => d.End(over, new(ProgramOffice.Today.AddDays(2), ProgramEndReason.Achieved, "", "", ProgramOffice.Today.AddDays(20))));
        Assert.Equal(numbers, await Numbers(isDescending: false));
        Assert.Equal(back, await Numbers(isDescending: true));

        async Task<IEnumerable<int>> Numbers(bool isDescending) => (await oneStop.At<ProgramListDesk, ListPart<ProgramRow>>(planner, d =>
            d.List(new(new(), column, isDescending)))).Rows.Select(r => r.Number);
    }

    [Fact]
    public async Task A_look_after_the_end_is_overdue_as_a_review_is()
    {
        var (planner, second, client) = await oneStop.Planning();
        await At("aftercare-due", planner, second, client);
        Assert.Equal(1, (await List(planner, new() { Review = ReviewTime.Soon })).Count);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await List(planner, new() { Review = ReviewTime.Overdue })).Count);
    }

    [Fact]
    public async Task A_review_is_overdue_when_its_service_day_is_over()
    {
        var (planner, second, client) = await oneStop.Planning();
        var running = await oneStop.Established(planner, second, client);
        oneStop.Clock.SetUtcNow(new ServiceDay(ProgramOffice.Today.AddMonths(1)).At(TimeSpan.FromHours(24.5)));
        Assert.Equal([], await Ids(planner, new() { Review = ReviewTime.Overdue })); // until 25:00, as on 今日
        Assert.Equal([running], await Ids(planner, new() { Review = ReviewTime.Soon }));
    }

    [Fact]
    public async Task How_long_a_program_is_in_a_state_is_counted_in_service_days()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.Established(planner, second, client);
        var row = Assert.Single((await List(planner, new())).Rows);
        var next = new ServiceDay(ProgramOffice.Today.AddDays(1));
        Assert.Equal(0, row.DaysInState(next.At(TimeSpan.FromHours(2)))); // the night after, before the next day begins at 6:00
        Assert.Equal(1, row.DaysInState(next.At(TimeSpan.FromHours(6))));
    }

    [Fact]
    public async Task The_file_holds_what_the_address_asks_for_without_words_and_records_each_person()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.Established(planner, second, client);
        await oneStop.Begun(second, await oneStop.AClient(second, "下書きの人"));
        await oneStop.AMember("sheet-manager", Duty.Manager);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramListDesk, IReadOnlyList<ProgramRow>>(planner, d => d.Export(new(new()))));
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("sheet-manager", TestOneStop.Password));
        using var answer = await window.Ask(new(HttpMethod.Get, "/programs/sheet?state=running"));
        using var book = new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("P-0001", cells);
        Assert.DoesNotContain("P-0002", cells);
        Assert.DoesNotContain(cells, c => c.Contains("簿記", StringComparison.Ordinal) || c.Contains("正社員", StringComparison.Ordinal));
        Assert.Equal([(Guid?)client], await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.Act == AuditAct.Exported && e.Subject == ProgramListDesk.Exported).Select(e => e.PersonId).ToListAsync()));
    }

    private async Task At(string stage, StaffMember planner, StaffMember second, Guid client)
    {
        var id = stage switch
        {
            "draft" => await oneStop.Written(planner, client),
            "approved" => await oneStop.Approved(planner, second, client),
            "asked" or "sent-back" or "ended-while-asked" => await oneStop.Written(planner, client),
            _ => await oneStop.Established(planner, second, client),
        };
        if (stage is "asked" or "sent-back" or "ended-while-asked")
            await oneStop.Ask(planner, id);
        if (stage == "sent-back")
            await oneStop.At<ProgramDesk>(second, d => d.SendBack(id, "目標を短く"));
        if (stage == "ended-while-asked")
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.NotBegun, "本人がやめた", "区役所", null)));
        if (stage == "change-asked")
        {
            await oneStop.Revise(planner, id);
            await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
            await oneStop.Ask(planner, id);
        }
        if (stage.StartsWith("aftercare", StringComparison.Ordinal))
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.Achieved, "", "", ProgramOffice.Today.AddMonths(1))));
        if (stage.EndsWith("-due", StringComparison.Ordinal))
            oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddMonths(1), new(9, 0)));
    }

    private Task<ListPart<ProgramRow>> List(StaffMember by, ProgramFilter filter) =>
        oneStop.At<ProgramListDesk, ListPart<ProgramRow>>(by, d => d.List(new(filter)));

    private async Task<IReadOnlyList<Guid>> Ids(StaffMember by, ProgramFilter filter) => [.. (await List(by, filter)).Rows.Select(r => r.Id)];
}
