using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.Partners;
using OneStop.Tests.SupportPrograms.Papers;

namespace OneStop.Tests.SupportPrograms.Following;

/// <summary>連携記録 rest on a consent that names the office, or name nobody (仕様書 7(2)②(エ), 別紙 7); 見守り after the end.</summary>
public sealed class ContactTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("none", false, true)] // without the name, no consent is needed
    [InlineData("none", true, false)]
    [InlineData("another office", true, false)]
    [InlineData("this office", true, true)]
    [InlineData("given later", true, false)]
    [InlineData("withdrawn before", true, false)]
    [InlineData("withdrawn since", true, true)] // told while the consent stood
    [InlineData("ended before", true, false)]
    public async Task The_name_is_told_only_with_a_consent_of_that_day_to_this_office(string consent, bool sharesName, bool may)
    {
        var (planner, _, client, id) = await oneStop.Followed();
        var (office, other) = (await APartner(planner, "みほんハローワーク（架空）"), await APartner(planner, "みほん社協（架空）"));
        oneStop.Pass(TimeSpan.FromDays(9));
        var day = oneStop.Day.AddDays(-3);
        var (given, until) = consent switch
        {
            "given later" => (day.AddDays(1), (DateOnly?)null),
            "ended before" => (day.AddDays(-3), day.AddDays(-1)),
            _ => (day.AddDays(-2), null),
        };
        if (consent != "none")
            await oneStop.Read(db =>
            {
                var named = Consent.To(SharingConsent.To, client, planner.Id, JapanTime.At(given, new(10, 0)), new(ConsentWay.ByWord, "",
                    consent == "another office" ? new(other, "みほん社協（架空）") : new(office, "みほんハローワーク（架空）"), until));
                if (consent.StartsWith("withdrawn", StringComparison.Ordinal))
                    named.Withdraw(JapanTime.At(consent == "withdrawn before" ? day.AddDays(-1) : day.AddDays(1), new(10, 0)), planner.Id);
                db.Add(named);
                return db.SaveChangesAsync();
            });
        var wish = new ContactWish { On = day, PartnerId = office, Words = "求人の条件を確かめた", SharesName = sharesName };
        if (!may)
        {
            Assert.Equal(nameof(ContactWish.SharesName), (await Assert.ThrowsAsync<RuleException>(() => Contact(planner, id, wish))).Field);
            Assert.Empty((await oneStop.Following(planner, id)).Contacts);
            return;
        }
        var contact = await Contact(planner, id, wish);
        Assert.Equal(sharesName, (await oneStop.Following(planner, id)).Contacts.Single().Consent is not null);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeContactBack(contact, true));
        Assert.Empty((await oneStop.Following(planner, id)).Contacts);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeContactBack(contact, false));
        Assert.Equal(planner.Name, (await oneStop.Following(planner, id)).Contacts.Single().By);
    }

    /// <summary>The record of the consent stays while somebody was told the name because of it, also before who may not read of it.</summary>
    [Fact]
    public async Task The_record_of_a_consent_stays_while_an_office_was_told_the_name()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        var (placement, office) = (await oneStop.AMember("placement", Duty.PlacementOfficer), await APartner(planner, "みほんハローワーク（架空）"));
        var consent = await oneStop.Read(async db =>
        {
            var given = db.Add(Consent.To(SharingConsent.To, client, placement.Id, oneStop.Clock.GetUtcNow(), new(ConsentWay.ByWord, "", new(office, "みほん")))).Entity;
            await db.SaveChangesAsync();
            return given.Id;
        });
        var contact = await Contact(planner, id, new() { On = oneStop.Day, PartnerId = office, Words = "求人を聞いた", SharesName = true });
        Task TakeBack() => oneStop.At<ConsentDesk>(placement, d => d.TakeBack(consent));
        await Assert.ThrowsAsync<RuleException>(TakeBack);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeContactBack(contact, true));
        await TakeBack();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<FollowingDesk>(planner, d => d.TakeContactBack(contact, false)));
    }

    [Fact]
    public async Task A_contact_whose_consent_is_gone_does_not_say_that_the_name_was_not_told()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        var office = await APartner(planner, "みほんハローワーク（架空）");
        var consent = await oneStop.Shares(client, office);
        await Contact(planner, id, new() { On = oneStop.Day, PartnerId = office, Words = "求人を聞いた", SharesName = true });
        await oneStop.Read(async db =>
        {
            db.Consents.Remove(await db.Consents.SingleAsync(c => c.Id == consent));
            return await db.SaveChangesAsync();
        });
        Assert.Equal("同意の記録は残っていません", (await oneStop.Following(planner, id)).Contacts.Single().Consent);
    }

    /// <summary>The form says what the desk will check: the consent of the day that is written, not of today; and which office a draft named.</summary>
    [Theory]
    [InlineData(-4, false)] // before it was given
    [InlineData(-3, true)]
    [InlineData(0, false)] // withdrawn since
    public async Task The_hint_about_the_consent_is_of_the_day_that_is_written(int days, bool may)
    {
        var (planner, _, client, _) = await oneStop.Followed();
        var office = await APartner(planner, "みほんハローワーク（架空）");
        oneStop.Pass(TimeSpan.FromDays(9));
        var given = JapanTime.At(oneStop.Day.AddDays(-3), new(15, 0));
        await oneStop.Read(db =>
        {
            var named = Consent.To(SharingConsent.To, client, planner.Id, given, new(ConsentWay.ByWord, "", new(office, "みほんハローワーク（架空）"), null));
            named.Withdraw(JapanTime.At(oneStop.Day.AddDays(-1), new(10, 0)), planner.Id);
            db.Add(named);
            return db.SaveChangesAsync();
        });
        var asked = await oneStop.At<FollowingDesk, ContactOffice?>(planner, d => d.Office(client, office, oneStop.Day.AddDays(days)));
        Assert.Equal(("みほんハローワーク（架空）", may ? given : (DateTimeOffset?)null), (asked!.Name, asked.ConsentAt));
    }

    [Fact]
    public async Task Reviews_contacts_and_aftercare_stand_in_the_timeline_of_who_supports()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        await oneStop.Review(planner, id, r => r);
        var contact = await Contact(planner, id, new() { On = oneStop.Day, PartnerId = await APartner(planner, "みほん保育（架空）"), Words = "一時預かりの空きを聞いた" });
        await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3));
        await Check(planner, id, AftercareResult.Holds, "", null);
        Assert.Equal(["program-aftercare", "program-contact", "program-review"], (await Entries(planner, client)).Select(e => e.Kind).Order());
        Assert.Contains(await Entries(planner, client), e => e.Title.Contains("名前を伝えずに", StringComparison.Ordinal));
        await oneStop.At<FollowingDesk>(planner, d => d.TakeContactBack(contact, true));
        Assert.DoesNotContain(await Entries(planner, client), e => e.Kind == "program-contact");
        Assert.Empty(await Entries(await oneStop.AMember("placement", Duty.PlacementOfficer), client));
    }

    [Fact]
    public async Task After_the_end_it_is_seen_whether_life_holds_until_nobody_has_to_look_any_more()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        await Assert.ThrowsAsync<RuleException>(() => Check(planner, id, AftercareResult.Holds, "", null)); // it runs
        var due = oneStop.Day.AddMonths(3);
        await oneStop.EndedWell(planner, id, due);
        oneStop.Clock.SetUtcNow(JapanTime.At(due, new(10, 0)));
        Assert.Equal(ProgramsDue.Aftercare, Assert.Single(await oneStop.ProgramsDue(client, planner, planner)).Kind);
        Assert.Equal(nameof(AftercareWish.Words), (await Assert.ThrowsAsync<RuleException>(() => Check(planner, id, AftercareResult.Worry, " ", null))).Field);
        Assert.Equal(nameof(AftercareWish.NextOn), (await Assert.ThrowsAsync<RuleException>(() => Check(planner, id, AftercareResult.Holds, "", due))).Field);
        await Check(planner, id, AftercareResult.Worry, "夜の仕事が増えた", due.AddMonths(1));
        Assert.Equal((ProgramState.Aftercare, due.AddMonths(1)), await State(planner, id));
        oneStop.Pass(TimeSpan.FromDays(1));
        var last = await Check(planner, id, AftercareResult.Holds, "", null);
        Assert.Equal((ProgramState.Ended, (DateOnly?)null), await State(planner, id));
        Assert.Empty(await oneStop.ProgramsDue(client, planner, planner));
        await oneStop.At<FollowingDesk>(planner, d => d.TakeAftercareBack(last, true));
        Assert.Equal((ProgramState.Aftercare, due.AddMonths(1)), await State(planner, id));
        await oneStop.At<FollowingDesk>(planner, d => d.TakeAftercareBack(last, false));
        Assert.Equal((ProgramState.Ended, (DateOnly?)null), await State(planner, id));
        await oneStop.Begun(planner, client); // help is needed again
    }

    /// <summary>A blank day ends nothing: that nobody looks any more has to be said.</summary>
    [Theory]
    [InlineData(AftercareResult.NoContact)]
    [InlineData(AftercareResult.Worry)]
    [InlineData(AftercareResult.Holds)]
    public async Task The_looking_ends_only_when_somebody_says_so(AftercareResult result)
    {
        var (planner, _, client, id) = await oneStop.Followed();
        await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3));
        Task Write(DateOnly? next, bool isLast) => oneStop.At<FollowingDesk, Guid>(planner, d =>
            d.CheckAftercare(id, new(default!, new(oneStop.Day, result, "電話に出ない", next, isLast))));
        Assert.Equal(nameof(AftercareWish.NextOn), (await Assert.ThrowsAsync<RuleException>(() => Write(null, isLast: false))).Field);
        await Assert.ThrowsAsync<RuleException>(() => Write(oneStop.Day.AddDays(9), isLast: true));
        Assert.Equal(oneStop.Day.AddMonths(3), (await State(planner, id)).Item2);
        Assert.Equal(oneStop.Day.AddMonths(3), (await oneStop.Following(planner, id)).UsualLook);
        await Write(null, isLast: true);
        Assert.Equal(ProgramState.Ended, (await State(planner, id)).Item1);
        Assert.Empty(await oneStop.ProgramsDue(client, planner, planner));
    }

    [Fact]
    public async Task A_look_that_is_written_late_moves_nothing_and_taking_back_finds_the_newest()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var (end, due) = (oneStop.Day, oneStop.Day.AddMonths(3));
        await oneStop.EndedWell(planner, id, due);
        oneStop.Pass(TimeSpan.FromDays(30));
        var first = await Check(planner, id, AftercareResult.Holds, "", oneStop.Day.AddDays(40));
        oneStop.Pass(TimeSpan.FromMinutes(5));
        var late = await Check(planner, id, AftercareResult.Holds, "", end.AddDays(20), end.AddDays(10)); // of a day before the first
        Assert.Equal(oneStop.Day.AddDays(40), (await State(planner, id)).Item2);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeAftercareBack(late, true));
        Assert.Equal(oneStop.Day.AddDays(40), (await State(planner, id)).Item2);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeAftercareBack(first, true));
        Assert.Equal(due, (await State(planner, id)).Item2); // as it was set at the end
        await oneStop.At<FollowingDesk>(planner, d => d.TakeAftercareBack(first, false));
        Assert.Equal(oneStop.Day.AddDays(40), (await State(planner, id)).Item2);
    }

    [Fact]
    public async Task The_newest_look_sets_no_day_that_is_past()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3));
        oneStop.Pass(TimeSpan.FromDays(30));
        await Assert.ThrowsAsync<RuleException>(() => Check(planner, id, AftercareResult.Holds, "", oneStop.Day.AddDays(-1), oneStop.Day.AddDays(-9)));
    }

    private async Task<(ProgramState, DateOnly?)> State(StaffMember by, Guid id)
    {
        var row = (await oneStop.Program(by, id)).Row;
        return (row.State, row.AftercareOn);
    }

    private Task<Guid> Check(StaffMember by, Guid id, AftercareResult result, string words, DateOnly? next, DateOnly? on = null) => oneStop.At<FollowingDesk, Guid>(by, d =>
        d.CheckAftercare(id, new(default!, new(on ?? oneStop.Day, result, words, next, next is null))));

    private Task<Guid> Contact(StaffMember by, Guid id, ContactWish wish) => oneStop.At<FollowingDesk, Guid>(by, d => d.Contact(id, new(new(), wish)));

    private Task<Guid> APartner(StaffMember member, string name) => oneStop.At<PartnerDesk, Guid>(member, d =>
        d.Save(null, new(PartnerWish.None, PartnerTests.Center with { Name = name })));

    private Task<IReadOnlyList<TimelineEntry>> Entries(StaffMember member, Guid client) => oneStop.WithDb(member, (services, db) =>
        services.GetServices<ITimelineSource>().OfType<FollowingTimeline>().Single().Read(db, new(new(client, [], []), oneStop.Clock.GetUtcNow(), 10, null, [])));
}
