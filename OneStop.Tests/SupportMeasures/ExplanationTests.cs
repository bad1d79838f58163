using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>説明: who was told what, when, by whom, and how it was taken (仕様書 7(2)①(ク)).</summary>
public sealed class ExplanationTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Each_of_the_four_is_told_or_missing_and_one_act_tells_several()
    {
        var counselor = await Counselor();
        var client = await oneStop.AClient(counselor, "説明の人");
        Assert.Equal(["教育訓練給付金", "訓練促進給付金", "訓練促進資金貸付", "住宅支援資金貸付"], (await oneStop.MeasuresOf(counselor, client)).Four.Missing);
        var telling = await oneStop.TellByPhone(counselor, client, TheFour.Training, TheFour.Vocational, TheFour.VocationalLoan);
        var seen = await oneStop.MeasuresOf(counselor, client);
        Assert.Equal(["住宅支援資金貸付"], seen.Four.Missing);
        Assert.Equal([true, true, true, false], seen.Four.Measures.Select(m => m.IsTold));
        Assert.Equal((counselor.Name, ExplanationWay.Phone), (seen.Measures[0].Told!.StaffName, seen.Measures[0].Told!.Wish.Way));
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        Assert.True((await oneStop.MeasuresOf(counselor, client)).Four.IsWhole);

        await oneStop.At<ExplanationDesk>(counselor, d => d.TakeBack(telling));
        Assert.Equal(3, (await oneStop.MeasuresOf(counselor, client)).Four.Missing.Count());
    }

    [Fact]
    public async Task A_record_is_corrected_and_a_mistake_counts_no_more_but_stays()
    {
        var counselor = await Counselor();
        var client = await oneStop.AClient(counselor, "直す人");
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        var row = await Told(counselor, client);
        var right = new ExplanationWish(new(2026, 10, 4), ExplanationWay.FaceToFace, MeasureResponse.Wants);
        await oneStop.At<ExplanationDesk>(counselor, d => d.Correct(row.Id, new(row.Wish, right)));
        Assert.Equal(right, (await Told(counselor, client)).Wish);
        await Assert.ThrowsAsync<ConflictException<ExplanationWish>>(() =>
            oneStop.At<ExplanationDesk>(counselor, d => d.Correct(row.Id, new(row.Wish, right with { Response = MeasureResponse.NotNow }))));
        await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<ExplanationDesk>(counselor, d => d.Correct(row.Id, new(right, right with { Day = new(2026, 10, 6) })))); // to come

        await oneStop.At<ExplanationDesk>(counselor, d => d.Annul(row.Id, true));
        var seen = (await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付");
        Assert.Null(seen.Told);
        Assert.True(Assert.Single(seen.Explanations).IsAnnulled);
        await oneStop.At<ExplanationDesk>(counselor, d => d.Annul(row.Id, false));
        Assert.Equal(right, (await Told(counselor, client)).Wish);
    }

    [Fact]
    public async Task A_form_that_is_saved_twice_explains_once()
    {
        var counselor = await Counselor();
        var client = await oneStop.AClient(counselor, "一度の人");
        var measures = await oneStop.Measures(TheFour.HousingLoan);
        var key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        for (var i = 0; i < 2; i++)
            await oneStop.At<ExplanationDesk, Guid>(counselor, d => d.Tell(client, new(measures, ExplanationWay.Phone, MeasureResponse.Considers), key));
        Assert.Equal(1, await oneStop.Read(db => db.Explanations.CountAsync(e => e.ClientId == client)));
    }

    [Theory]
    [InlineData(Duty.Counselor, true)]
    [InlineData(Duty.Planner, true)]
    [InlineData(Duty.Manager, true)]
    [InlineData(Duty.PlacementOfficer, false)]
    [InlineData(Duty.RetentionOfficer, false)]
    public async Task Who_only_places_people_sees_what_was_explained_and_neither_applications_nor_answers(Duty duty, bool seesSupport)
    {
        var counselor = await Counselor();
        var client = await oneStop.AClient(counselor, "職種の人");
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        var loan = (await oneStop.Measures(TheFour.HousingLoan))[0];
        await oneStop.At<ApplicationDesk>(counselor, d => d.Save(client, loan, new(ApplicationWish.None, ApplicationWish.None with { State = ApplicationState.Planned })));
        await oneStop.At<ApplicationDesk>(counselor, d => d.Ask(client, new(ChecklistWish.None, ChecklistWish.None with { Allowance = "一部支給" })));

        var member = await oneStop.AMember($"by-duty-{duty}", duty);
        var seen = await oneStop.MeasuresOf(member, client);
        Assert.Equal(1, seen.Four.Measures.Count(m => m.IsTold));
        Assert.Equal(seesSupport, seen.Checklist is not null);
        Assert.Equal(seesSupport, seen.Measures.Single(m => m.Id == loan).Application is not null);
        var rows = await oneStop.As(member, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            return (await db.MeasureApplications.CountAsync(a => a.ClientId == client), await db.MeasureChecklists.CountAsync(c => c.ClientId == client));
        });
        Assert.Equal(seesSupport ? (1, 1) : (0, 0), rows);
        if (!seesSupport)
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ApplicationDesk>(member, d => d.Ask(client, new(ChecklistWish.None, ChecklistWish.None))));
    }

    [Theory]
    [InlineData(ApplicationState.Applied, null, null, nameof(ApplicationWish.AppliedOn))]
    [InlineData(ApplicationState.Granted, "2026-10-01", null, nameof(ApplicationWish.DecidedOn))]
    [InlineData(ApplicationState.Refused, "2026-10-02", "2026-10-01", nameof(ApplicationWish.DecidedOn))]
    [InlineData(ApplicationState.Applied, "2026-10-06", null, nameof(ApplicationWish.AppliedOn))] // to come
    [InlineData(ApplicationState.Granted, "2026-10-01", "2026-10-05", null)]
    [InlineData(ApplicationState.Planned, null, null, null)]
    public async Task An_application_has_the_dates_of_its_state(ApplicationState state, string? applied, string? decided, string? wrong)
    {
        var counselor = await Counselor();
        var client = await oneStop.AClient(counselor, "申請の人");
        var loan = (await oneStop.Measures(TheFour.HousingLoan))[0];
        var wish = new ApplicationWish(state, null, Day(applied), Day(decided), "窓口に確かめた");
        Task Save(ApplicationWish was, ApplicationWish now) => oneStop.At<ApplicationDesk>(counselor, d => d.Save(client, loan, new(was, now)));
        if (wrong is not null)
        {
            Assert.Equal(wrong, (await Assert.ThrowsAsync<RuleException>(() => Save(ApplicationWish.None, wish))).Field);
            return;
        }
        await Save(ApplicationWish.None, wish);
        async Task<ApplicationWish?> Saved() => (await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.Id == loan).Application;
        Assert.Equal(wish, await Saved());
        await Save(wish, ApplicationWish.None); // undone
        Assert.Equal(ApplicationWish.None, await Saved());
    }

    [Fact]
    public async Task The_list_of_clients_can_show_who_was_told_what()
    {
        var counselor = await Counselor();
        var (told, untold) = (await oneStop.AClient(counselor, "一覧の人"), await oneStop.AClient(counselor, "まだの人"));
        await oneStop.TellByPhone(counselor, told, [.. TheFour.Codes]);
        var rows = await oneStop.At<ExplanationDesk, IReadOnlyList<FourToldRow>>(counselor, d => d.ToldOf([told, untold]));
        Assert.True(rows.Single(r => r.ClientId == told).Four.IsWhole);
        Assert.Equal(4, rows.Single(r => r.ClientId == untold).Four.Missing.Count());
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private Task<StaffMember> Counselor() => oneStop.AMember("explainer", Duty.Counselor);

    private async Task<ExplanationRow> Told(StaffMember counselor, Guid client) =>
        (await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付").Told!;
}
