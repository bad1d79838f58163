using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Due;
using OneStop.Domain.Indicators;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportMeasures;

namespace OneStop.Tests.Partners;

/// <summary>Signpostings at their desk, in the file, and in the count for the City (仕様書 10(2)).</summary>
public sealed class SignpostingDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public async Task A_name_is_shared_only_with_a_consent_to_this_partner_which_is_recorded_with_the_step()
    {
        var (member, client) = await Both();
        var (one, other) = (await APartner(member, "みほん同意（架空）"), await APartner(member, "みほん別（架空）"));
        var id = await Begin(member, client, one);
        var shares = StepWish.None(SignpostingStage.Signposted, Monday) with { SharesName = true, HandedOver = "名前と希望の日" };
        Assert.Equal(nameof(StepWish.SharesName), (await Assert.ThrowsAsync<RuleException>(() => Advance(member, id, shares))).Field);
        await Advance(member, id, shares with { Agrees = true, Witness = "同席の長女" });
        var consent = await oneStop.Read(db => db.Consents.SingleAsync(c => c.ClientId == client && c.Purpose == SharingConsent.To.Code));
        Assert.Equal((one, "みほん同意（架空）", ConsentWay.ByWord, "同席の長女", member.Id),
            (consent.ObjectId!.Value, consent.ObjectName, consent.Way, consent.Witness, consent.TakenBy!.Value));
        var row = Assert.Single(await Of(member, client));
        Assert.Equal((true, "名前と希望の日", true), (row.Last.SharesName, row.Last.HandedOver, row.MayShareName));

        var second = await Begin(member, client, other);
        await Assert.ThrowsAsync<RuleException>(() => Advance(member, second, shares)); // the consent names another partner
        var words = await Begin(member, client, null, "一覧にない教室");
        Assert.Equal(nameof(StepWish.SharesName),
            (await Assert.ThrowsAsync<RuleException>(() => Advance(member, words, shares with { Agrees = true }))).Field);
    }

    [Fact]
    public async Task What_rests_on_the_consent_is_said_before_it_is_withdrawn_and_afterwards_no_name_is_shared()
    {
        var (member, client) = await Both();
        var partner = await APartner(member, "みほん撤回（架空）");
        var id = await Begin(member, client, partner);
        await Advance(member, id, StepWish.None(SignpostingStage.Signposted, Monday) with { SharesName = true, Agrees = true });
        var ends = await oneStop.At<ClientDesk, RestingOnConsent>(member, d => d.RestingOn(client, SharingConsent.To.Code));
        Assert.Contains("みほん撤回（架空）", Assert.Single(ends.Others), StringComparison.Ordinal);
        await oneStop.At<ClientDesk>(member, d => d.Withdraw(client, SharingConsent.To.Code));
        Assert.False(Assert.Single(await Of(member, client)).MayShareName);
        await Assert.ThrowsAsync<RuleException>(() => Advance(member, id, StepWish.None(SignpostingStage.Connected, Monday) with { SharesName = true }));
        Assert.Equal(member.Id, await oneStop.Read(db => db.Consents.Where(c => c.ClientId == client && c.Purpose == SharingConsent.To.Code)
            .Select(c => c.WithdrawnBy).SingleAsync()));
    }

    [Fact]
    public async Task The_file_shows_each_step_to_support_and_none_to_those_who_only_place_people()
    {
        var (member, client) = await Both();
        var id = await Begin(member, client, null, "経過の教室");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var step = await Advance(member, id, StepWish.None(SignpostingStage.Signposted, Monday) with { Words = "電話番号を渡した" });
        var entries = await Entries(member, client);
        Assert.Equal(["案内: 経過の教室 — 案内した", "案内: 経過の教室 — 説明した"], entries.Select(e => e.Title));
        Assert.Equal("電話番号を渡した", entries[0].Text);
        await oneStop.At<SignpostingDesk>(member, d => d.TakeBack(step));
        Assert.Single(await Entries(member, client));
        foreach (var duty in (Duty[])[Duty.PlacementOfficer, Duty.RetentionOfficer])
            Assert.Empty(await Entries(await oneStop.AMember($"signposting-{duty}", duty), client));
    }

    [Fact]
    public async Task The_next_date_is_due_until_it_has_ended()
    {
        var (member, client) = await Both();
        var id = await Begin(member, client, null, "期限の教室", next: Monday.AddDays(3));
        var due = Assert.Single(await Due(client, Monday.AddDays(5)));
        Assert.Equal((client, "期限の教室", TestOneStop.Japan("2026-10-09T00:00")), (due.ClientId!.Value, due.Of, due.Until));
        Assert.Empty(await Due(client, Monday.AddDays(4))); // the whole day is left
        await oneStop.At<SignpostingDesk>(member, d => d.Correct(id, new(new("", Monday.AddDays(3)), new("預け先", Monday.AddDays(10)))));
        Assert.Empty(await Due(client, Monday.AddDays(5)));
        await Advance(member, id, StepWish.None(SignpostingStage.Ended, Monday) with { Result = SignpostingResult.NotUsed });
        Assert.Empty(await Due(client, Monday.AddDays(30)));
    }

    [Fact]
    public async Task The_city_is_told_one_for_each_client_office_and_day_by_the_furthest_step()
    {
        await using var own = new TestOneStop(); // the count is of everybody
        await own.InitializeAsync();
        var member = await own.AMember("counting", Duty.Counselor);
        var (one, two) = (await own.AClient(member, "ひとり"), await own.AClient(member, "ふたり"));
        var first = await Begin(own, member, one, "学び教室");
        await Begin(own, member, one, "まなび教室");
        await Begin(own, member, one, "まなびきょうしつ2");
        await Begin(own, member, two, "学び教室");
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await own.At<SignpostingDesk>(member, d => d.Advance(first, new(default!, StepWish.None(SignpostingStage.Signposted, Monday))));
        await Begin(own, member, one, "学び教室"); // the same office on the same day
        Assert.Equal((4, 2, 3, 1, 0), await Counts(own));
        own.Clock.Advance(TimeSpan.FromDays(1));
        await own.At<SignpostingDesk>(member, d => d.Advance(first, new(default!, StepWish.None(SignpostingStage.Connected, Monday.AddDays(1)))));
        Assert.Equal((5, 2, 3, 1, 1), await Counts(own)); // on another day it is another one
        await own.At<SignpostingDesk>(member, async d => await d.TakeBack((await d.Of(one)).Single(r => r.Last.Stage == SignpostingStage.Connected).Last.Id));
        Assert.Equal((4, 2, 3, 1, 0), await Counts(own));
        for (var i = 0; i < 2; i++) // a measure explained twice on a day is one
        {
            await own.TellByPhone(member, one, TheFour.HousingLoan);
            own.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal((5, 2, 4, 1, 0), await Counts(own));
    }

    private static async Task<(int All, int People, int Explained, int Signposted, int Connected)> Counts(TestOneStop own)
    {
        var counts = new Dictionary<string, int>();
        foreach (var source in own.Services.GetServices<IIndicatorSource>().Where(s => s.Indicator.Code.StartsWith("signposting.", StringComparison.Ordinal)))
            counts[source.Indicator.Code] = await own.Read(db => source.Count(db, Monday, Monday.AddDays(1)));
        return (counts["signposting.all"], counts["signposting.people"], counts["signposting.explained"], counts["signposting.signposted"],
            counts["signposting.connected"]);
    }

    private static Task<Guid> Begin(TestOneStop own, StaffMember member, Guid client, string service) =>
        own.At<SignpostingDesk, Guid>(member, d => d.Begin(client, new(default!, SignpostingWish.None(Monday) with { Service = service })));

    private async Task<(StaffMember Member, Guid Client)> Both()
    {
        var member = await oneStop.AMember("signposting-counselor", Duty.Counselor);
        return (member, await oneStop.AClient(member, "案内の人"));
    }

    private Task<Guid> APartner(StaffMember member, string name) => oneStop.At<PartnerDesk, Guid>(member, d =>
        d.Save(null, new(PartnerWish.None, PartnerTests.Center with { Name = name })));

    private Task<Guid> Begin(StaffMember member, Guid client, Guid? partner, string service = "", DateOnly? next = null) =>
        oneStop.At<SignpostingDesk, Guid>(member, d =>
            d.Begin(client, new(default!, SignpostingWish.None(Monday) with { PartnerId = partner, Service = service, NextOn = next })));

    private Task<Guid> Advance(StaffMember member, Guid id, StepWish wish) =>
        oneStop.At<SignpostingDesk, Guid>(member, d => d.Advance(id, new(wish, wish)));

    private Task<IReadOnlyList<SignpostingRow>> Of(StaffMember member, Guid client) =>
        oneStop.At<SignpostingDesk, IReadOnlyList<SignpostingRow>>(member, d => d.Of(client));

    private Task<IReadOnlyList<TimelineEntry>> Entries(StaffMember member, Guid client) => oneStop.As(member, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
        return await services.GetServices<ITimelineSource>().OfType<SignpostingTimeline>().Single()
            .Read(db, new(new(client, [], []), oneStop.Clock.GetUtcNow(), 10, null, []));
    });

    private Task<IReadOnlyList<DueItem>> Due(Guid client, DateOnly before) => oneStop.Read(db =>
        oneStop.Services.GetServices<IDueSource>().OfType<SignpostingsDue>().Single()
            .Read(db, new(new(client, [], []), null, JapanTime.At(before, TimeOnly.MinValue).AddSeconds(-1), oneStop.Clock.GetUtcNow(), 100)));
}
