using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>The last day of a consent. The clock moves on: each test has a service of its own.</summary>
public sealed class ConsentEndTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 10, 5);
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task It_holds_through_its_last_day_and_somebody_asks_before_whether_it_goes_on()
    {
        var (member, client) = (await Member(), await Client());
        var id = await Record(member, client, new(InformationConsent.To.Code, ConsentWay.ByWord, Monday, "", Monday.AddDays(20)));
        Assert.DoesNotContain(await Due(member, client), d => d.Item.Kind == "consent-end"); // not yet near
        await Limit(member, id, Monday.AddDays(20), Monday.AddDays(3));
        Assert.Equal(("LINEでのお知らせ", TestOneStop.Japan("2026-10-09T00:00")),
            (await Due(member, client)).Where(d => d.Item.Kind == "consent-end").Select(d => (d.Item.Of, d.Item.Until)).Single());

        var wish = new ConsentWish(InformationConsent.To.Code, ConsentWay.Paper, Monday, "");
        oneStop.Clock.Advance(TestOneStop.Japan("2026-10-08T23:59") - oneStop.Clock.GetUtcNow());
        Assert.Equal(nameof(ConsentWish.Purpose), (await Assert.ThrowsAsync<RuleException>(() => Record(member, client, wish))).Field); // it still holds
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(ConsentState.Ended, (await Of(member, client)).Single(r => r.Id == id).State);
        await Assert.ThrowsAsync<RuleException>(() => Limit(member, id, Monday.AddDays(3), null)); // over is over
        await Record(member, client, wish with { On = Monday.AddDays(4) });
        Assert.DoesNotContain(await Due(member, client), d => d.Item.Kind == "consent-end");
    }

    [Fact]
    public async Task An_end_is_neither_before_the_consent_nor_possible_where_bookings_rest_on_it()
    {
        var (member, client) = (await Member(), await Client());
        var early = new ConsentWish(InformationConsent.To.Code, ConsentWay.ByWord, Monday, "", Monday.AddDays(-1));
        Assert.Equal(nameof(ConsentWish.Until), (await Assert.ThrowsAsync<RuleException>(() => Record(member, client, early))).Field);
        var consultation = (await Of(member, client)).Single(r => r.Purpose == ConsentPurpose.Consultation.InJapanese);
        Assert.False(consultation.MayEnd);
        await Assert.ThrowsAsync<RuleException>(() => Limit(member, consultation.Id, null, Monday.AddDays(30)));
    }

    [Fact]
    public async Task Who_is_in_charge_asks_and_everybody_may_while_nobody_is()
    {
        var (member, other, client) = (await Member(), await oneStop.AMember("consent-other", Duty.Counselor), await Client());
        await Record(member, client, new(InformationConsent.To.Code, ConsentWay.ByWord, Monday, "", Monday.AddDays(3)));
        Assert.Null(Assert.Single(await Mine(member)).StaffName);
        Assert.Single(await Mine(other));
        await oneStop.At<CaseFileDesk, Guid>(member, d => d.Assign(client, other.Id, ""));
        Assert.Empty(await Mine(member)); // not among what is hers to do
        Assert.Equal(other.Name, Assert.Single(await Mine(other)).StaffName);
        Assert.Equal(other.Name, (await Due(member, client)).Single(d => d.Item.Kind == "consent-end").StaffName); // but the file shows it
        await oneStop.At<AbsenceDesk, Guid>(other, d => d.Save(null, new(new(), new() { StaffId = other.Id, From = Monday, Until = Monday, Substitutes = [member.Id] })));
        Assert.True(Assert.Single(await Mine(member)).IsStandIn);
    }

    [Fact]
    public async Task What_fell_to_a_leaver_is_for_everybody_again()
    {
        var (member, leaver, client) = (await Member(), await oneStop.AMember("consent-leaver", Duty.Counselor), await Client());
        await Record(member, client, new(InformationConsent.To.Code, ConsentWay.ByWord, Monday, "", Monday.AddDays(3)));
        await oneStop.At<CaseFileDesk, Guid>(member, d => d.Assign(client, leaver.Id, ""));
        Assert.DoesNotContain(await Mine(member), r => r.Item.ClientId == client);
        await oneStop.At<AccountDesk>(await oneStop.AMember("consent-admin", Duty.Administrator), d => d.Leave(leaver.Id, new(null, null)));
        Assert.Null(Assert.Single(await Mine(member), r => r.Item.ClientId == client).StaffName);
    }

    private async Task<IReadOnlyList<DueRow>> Mine(StaffMember member) =>
        [.. (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Mine())).Where(r => r.Item.Kind == "consent-end")];

    private Task Limit(StaffMember member, Guid consent, DateOnly? was, DateOnly? until) =>
        oneStop.At<ConsentDesk>(member, d => d.ChangeEnd(consent, new(new(was), new(until))));

    private Task<IReadOnlyList<DueRow>> Due(StaffMember member, Guid client) => oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client));

    private Task<Guid> Record(StaffMember member, Guid client, ConsentWish wish) =>
        oneStop.At<ConsentDesk, Guid>(member, d => d.Record(client, new(wish, wish)));

    private Task<IReadOnlyList<ConsentRow>> Of(StaffMember member, Guid client) => oneStop.At<ConsentDesk, IReadOnlyList<ConsentRow>>(member, d => d.Of(client));

    private Task<StaffMember> Member() => oneStop.AMember("consent-end", Duty.Counselor);

    private async Task<Guid> Client() => await oneStop.AClient(await Member(), "期限の人");
}
