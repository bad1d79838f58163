using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Facts;

/// <summary>聞き取りの窓口: who sees which facts, and how two people write at once.</summary>
public sealed class FactDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(Duty.Counselor, true)]
    [InlineData(Duty.Planner, true)]
    [InlineData(Duty.Manager, true)]
    [InlineData(Duty.PlacementOfficer, false)]
    [InlineData(Duty.RetentionOfficer, false)]
    public async Task Household_money_and_health_are_seen_and_written_by_support_alone(Duty duty, bool sees)
    {
        var (client, counselor) = (await AClient(), await oneStop.AMember("facts-counselor", Duty.Counselor));
        await oneStop.At<FactDesk>(counselor, d => d.SaveHousehold(client, Was(new HouseholdFacts { Children = [new(2018, "学童")], Helpers = "姉", Housing = Housing.SupportFacility })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveMoney(client, Was(new MoneyFacts { Debts = "カードの支払い", Rent = 52_000, Spending = 165_000 })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveHealth(client, Was(new HealthFacts { OwnWords = "腰痛" })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveWork(client, Was(new WorkFacts { OwnWords = "架空スーパーで品出し" })));

        var member = await oneStop.AMember($"facts-{duty}", duty);
        var seen = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(client)))!;
        Assert.Equal("架空スーパーで品出し", seen.Work.OwnWords);
        Assert.Equal((sees ? "学童" : null, sees ? "カードの支払い" : null, sees ? "腰痛" : null),
            (seen.Household?.Children[0].Minder, seen.Money?.Debts, seen.Health?.OwnWords));
        Assert.Equal((sees ? "姉" : null, sees ? Housing.SupportFacility : null, sees ? 52_000 : null, sees ? 165_000 : null),
            (seen.Household?.Helpers, seen.Household?.Housing, seen.Money?.Rent, seen.Money?.Spending));
        Assert.Equal(sees ? 3 : 0, await RowsSeenBy(member, client)); // whatever a page asks for
        if (!sees)
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<FactDesk>(member, d => d.SaveMoney(client, Was(new MoneyFacts { Debts = "なし" }))));
    }

    [Fact]
    public async Task Who_does_both_sees_what_support_sees()
    {
        var (client, both) = (await AClient(), await oneStop.AMember("facts-both", Duty.PlacementOfficer, Duty.Counselor));
        await oneStop.At<FactDesk>(both, d => d.SaveHealth(client, Was(new HealthFacts { OwnWords = "腰痛" })));
        Assert.Equal("腰痛", (await oneStop.At<FactDesk, FactsView?>(both, d => d.Open(client)))!.Health!.OwnWords);
    }

    [Fact]
    public async Task Two_people_who_write_one_group_are_asked_and_two_groups_do_not_meet()
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-two", Duty.Counselor));
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(client, Was(new AddressFacts { Ward = Ward.Chuo })));
        await oneStop.At<FactDesk>(member, d => d.SaveContact(client, Was(new ContactFacts { GoodTime = "夜" })));
        var conflict = await Assert.ThrowsAsync<ConflictException<AddressFacts>>(() =>
            oneStop.At<FactDesk>(member, d => d.SaveAddress(client, Was(new AddressFacts { Ward = Ward.Nishi }))));
        Assert.Equal(Ward.Chuo, conflict.Theirs.Ward);
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(client, new(conflict.Theirs, conflict.Theirs with { Rest = "架空町 1-2" })));
        var seen = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(client)))!;
        Assert.Equal((Ward.Chuo, "架空町 1-2", "夜"), (seen.Address.Ward, seen.Address.Rest, seen.Contact.GoodTime));
    }

    [Fact]
    public async Task The_first_number_is_the_one_that_is_called_and_all_are_found()
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-phones", Duty.Counselor));
        var two = new PhoneFacts { Lines = [new("092-555-0101", "自宅"), new("090-5550-0102", "母（取次可）")] };
        await oneStop.At<FactDesk>(member, d => d.SavePhones(client, new(new(), two)));
        Assert.Equal("0925550101", await oneStop.At<ClientDesk, string?>(member, d => d.PhoneOf(client)));
        Assert.Equal(client, Assert.Single(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(member, d => d.Find("5550-0102"))).Id);

        var kept = (await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(client)))!;
        await oneStop.At<FactDesk>(member, d => d.SavePhones(client, new(kept, new() { Lines = [kept.Lines[1]] })));
        Assert.Equal("090-5550-0102", await oneStop.At<ClientDesk, string?>(member, d => d.PhoneOf(client)));
        Assert.Empty(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(member, d => d.Find("555-0101")));
        await oneStop.At<FactDesk>(member, d => d.SavePhones(client, new(new() { Lines = [kept.Lines[1]] }, kept))); // undone
        Assert.Equal(kept, await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(client)));
    }

    [Fact]
    public async Task Numbers_are_shown_by_their_ends_until_somebody_asks_and_that_is_recorded()
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-ends", Duty.Counselor));
        await oneStop.At<FactDesk>(member, d => d.SavePhones(client, new(new(), new() { Lines = [new("090-5550-0203", "本人")] })));
        Assert.Equal([new PhoneLine("0203", "本人")], (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(client)))!.PhoneEnds);
        Assert.Equal(0, await Looks(client, nameof(PhoneNumber)));
        await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(client));
        Assert.Equal(1, await Looks(client, nameof(PhoneNumber)));
        Assert.Equal(1, await Looks(client, nameof(Client)));
    }

    [Fact]
    public async Task What_only_support_may_know_leaves_no_words_in_the_trail()
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-trail", Duty.Counselor));
        await oneStop.At<FactDesk>(member, d => d.SaveMoney(client, Was(new MoneyFacts { Debts = "二枚のカード", Rent = 51_873 })));
        await oneStop.At<FactDesk>(member, d => d.SaveHousehold(client, Was(new HouseholdFacts { HousingWords = "更新料が払えない" })));
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, Was(new WorkFacts { OwnWords = "架空食堂の厨房" })));
        Assert.Equal((false, true), (await IsInTrail("二枚のカード"), await IsInTrail("架空食堂の厨房")));
        Assert.Equal((false, false), (await IsInTrail("更新料が払えない"), await IsInTrail("51873")));
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Subject == nameof(ClientMoney) && e.PersonId == client)));
    }

    [Fact]
    public async Task What_is_missing_is_named_in_the_order_of_asking_and_only_to_whom_may_ask()
    {
        var client = await AClient();
        var counselor = await oneStop.AMember("facts-missing", Duty.Counselor);
        var placement = await oneStop.AMember("facts-missing-placement", Duty.PlacementOfficer);
        var missing = (await oneStop.At<FactDesk, FactsView?>(counselor, d => d.Open(client)))!.Missing;
        Assert.Equal(["電話番号", "氏名", "ふりがな"], missing.Take(3).Select(m => m.What));
        Assert.Contains(missing, m => m.Purpose == FactPurpose.Money);
        Assert.DoesNotContain((await oneStop.At<FactDesk, FactsView?>(placement, d => d.Open(client)))!.Missing, m => m.Purpose.IsForSupport);
        await oneStop.At<FactDesk>(counselor, d => d.SaveIdentity(client, Was(new IdentityFacts { FullName = "青葉 みどり", Kana = "あおば みどり" })));
        Assert.DoesNotContain((await oneStop.At<FactDesk, FactsView?>(counselor, d => d.Open(client)))!.Missing, m => m.What is "氏名" or "ふりがな");
    }

    [Fact]
    public async Task A_feeling_about_work_is_no_wish_and_who_has_no_employer_is_not_asked_about_insurance()
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-feeling", Duty.Counselor));
        await oneStop.At<FactDesk>(member, d => d.SaveWishes(client, Was(new WishFacts { Motivation = Motivation.Undecided })));
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, Was(new WorkFacts { Form = WorkForm.HomeWork })));
        var seen = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(client)))!;
        Assert.Contains(seen.Missing, m => m.What == "仕事の希望");
        Assert.DoesNotContain(seen.Missing, m => m.What == "雇用保険");
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(seen.Work, seen.Work with { Form = WorkForm.PartTime })));
        Assert.Contains((await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(client)))!.Missing, m => m.What == "雇用保険");
    }

    [Theory]
    [InlineData("青葉")]
    [InlineData("かわ")]
    [InlineData("アオバ　カワ")]
    [InlineData("青葉 川")]
    public async Task A_client_is_found_by_two_characters_of_name_or_reading(string words)
    {
        var (client, member) = (await AClient(), await oneStop.AMember("facts-found", Duty.Counselor));
        await oneStop.At<FactDesk>(member, d => d.SaveIdentity(client, Was(new IdentityFacts { FullName = "青葉 川子", Kana = "あおば かわこ" })));
        Assert.Contains(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(member, d => d.Find(words)), c => c.Id == client);
    }

    private static Edit<T> Was<T>(T now) where T : class, IEquatable<T>, new() => new(new(), now);

    private async Task<Guid> AClient()
    {
        var member = await oneStop.AMember("facts-registrar", Duty.Counselor);
        return await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "みどり", null));
    }

    private Task<int> RowsSeenBy(StaffMember member, Guid client) => oneStop.As(member, async services =>
    {
        await using var db = await ((IDbContextFactory<OneStopDb>)services.GetService(typeof(IDbContextFactory<OneStopDb>))!).CreateDbContextAsync();
        return await db.ClientHouseholds.CountAsync(h => h.ClientId == client) + await db.ClientMoney.CountAsync(m => m.ClientId == client)
            + await db.ClientHealth.CountAsync(h => h.ClientId == client);
    });

    private Task<int> Looks(Guid client, string subject) =>
        oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Looked && e.PersonId == client && e.Subject == subject));

    private Task<bool> IsInTrail(string words) => oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains(words)));
}
