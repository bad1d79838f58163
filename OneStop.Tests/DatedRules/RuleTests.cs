using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.DatedRules;

/// <summary>決まりと金額: what is in force on a day, what may be relied on, and who sets it.</summary>
public sealed class RuleTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public async Task A_value_is_in_force_from_its_day_to_its_end_and_the_past_keeps_its_own()
    {
        var id = await ARule("日の決まり", RuleKind.Yen);
        Assert.Null(await InForce("日の決まり", Today));
        await Set(id, Value("70500", Today));
        await Set(id, Value("100,000円", Today.AddDays(10), Today.AddDays(19)));
        Assert.Null(await InForce("日の決まり", Today.AddDays(-1)));
        Assert.Equal("7万500円", await InForce("日の決まり", Today));
        Assert.Equal("7万500円", await InForce("日の決まり", Today.AddDays(9)));
        Assert.Equal("10万円", await InForce("日の決まり", Today.AddDays(10)));
        Assert.Equal("10万円", await InForce("日の決まり", Today.AddDays(19)));
        Assert.Null(await InForce("日の決まり", Today.AddDays(20))); // it ended, and what was before does not come back
        var row = await Open(id);
        Assert.Equal(("7万500円", "10万円"), (row.Now!.InWords, Assert.Single(row.Coming).InWords));
    }

    [Fact]
    public async Task What_was_in_force_is_not_changed_and_what_begins_today_or_later_is_taken_back()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        Task<T> At<T>(Func<RuleDesk, Task<T>> ask) => other.At(manager, ask);
        var id = await At(desk => desk.Add(new(RuleArea.Measures, "過ぎる決まり", RuleKind.Number, "年")));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Set(id, Value("4", Today.AddDays(-1)))));
        var first = await At(desk => desk.Set(id, Value("4", Today)));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Set(id, Value("5", Today)))); // one value a day
        var wish = await At(desk => desk.TakeBack(first));
        Assert.Equal(RuleState.Missing, (await At(desk => desk.Open(id)))!.State);
        first = await At(desk => desk.Set(id, wish));
        Assert.Equal(("4年", RuleState.Confirmed), ((await At(desk => desk.Open(id)))!.Now!.InWords, (await At(desk => desk.Open(id)))!.State));

        other.Clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.TakeBack(first)));
        await Assert.ThrowsAsync<RuleException>(() => other.As(manager, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            db.Remove(await db.RuleValues.SingleAsync(v => v.Id == first)); // as code that forgets to ask
            await db.SaveChangesAsync();
        }));
        await At(desk => desk.Set(id, Value("5", Today.AddDays(1))));
        var row = (await At(desk => desk.Open(id)))!;
        Assert.Equal(("5年", "4年"), (row.Now!.InWords, Assert.Single(row.Past).InWords));
    }

    [Theory]
    [InlineData(RuleKind.Yen, "１２，００１", "1万2,001円")]
    [InlineData(RuleKind.Yen, "9500", "9,500円")]
    [InlineData(RuleKind.Yen, "いくらか", null)]
    [InlineData(RuleKind.Yen, "-1", null)]
    [InlineData(RuleKind.Number, "8.5", "8.5%")]
    [InlineData(RuleKind.Number, "八", null)]
    [InlineData(RuleKind.YesNo, "はい", "はい")]
    [InlineData(RuleKind.YesNo, "たぶん", null)]
    [InlineData(RuleKind.Text, " 相談の前に ", "相談の前に")]
    [InlineData(RuleKind.Text, " ", null)]
    public async Task A_value_fits_the_kind_of_its_rule(RuleKind kind, string typed, string? said)
    {
        var name = $"種類の決まり {kind} {typed.Trim()}";
        var id = await ARule(name, kind, "%");
        if (said is null)
            Assert.Equal(nameof(RuleValueWish.Value), (await Assert.ThrowsAsync<RuleException>(() => Set(id, Value(typed, Today)))).Field);
        else
        {
            await Set(id, Value(typed, Today));
            Assert.Equal(said, await InForce(name, Today));
        }
    }

    [Theory]
    [InlineData("", "https://example.jp/", nameof(RuleValueWish.Source))]
    [InlineData("福岡市の通知", "javascript:alert(1)", nameof(RuleValueWish.Address))]
    [InlineData("福岡市の通知", "ここ", nameof(RuleValueWish.Address))]
    public async Task A_value_has_a_source_and_its_address_is_a_page(string source, string address, string field)
    {
        var id = await ARule($"出典の決まり {address}{source}", RuleKind.Text);
        var refusal = await Assert.ThrowsAsync<RuleException>(() => Set(id, Value("あ", Today) with { Source = source, Address = address }));
        Assert.Equal(field, refusal.Field);
    }

    [Fact]
    public async Task A_check_counts_for_twelve_months_and_then_managers_are_reminded()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        var id = await other.At<RuleDesk, Guid>(manager, desk => desk.Add(new(RuleArea.Eligibility, "確かめる決まり", RuleKind.Text, "")));
        var value = await other.At<RuleDesk, Guid>(manager, desk => desk.Set(id, Value("市内に住む人", Today) with { IsChecked = false }));
        async Task<RuleState> State() => (await other.At<RuleDesk, RuleRow?>(manager, desk => desk.Open(id)))!.State;
        Assert.Equal(RuleState.Unchecked, await State());
        var check = await other.At<RuleDesk, Guid>(manager, desk => desk.Check(value, new("こども未来局に電話", "")));
        Assert.Equal(RuleState.Confirmed, await State());
        await other.At<RuleDesk>(manager, desk => desk.Uncheck(check));
        Assert.Equal(RuleState.Unchecked, await State());
        await other.At<RuleDesk, Guid>(manager, desk => desk.Check(value, new("こども未来局に電話", "")));
        Assert.Equal("こども未来局に電話", (await other.At<RuleDesk, RuleRow?>(manager, desk => desk.Open(id)))!.Now!.Source.Words);

        await ConfirmAll(other, manager, RuleArea.Eligibility);
        var counselor = await other.AMember("counselor", Duty.Counselor);
        Assert.Empty(await DueOf(other, manager, RuleArea.Eligibility));
        other.Clock.Advance(TestOneStop.Japan("2027-10-05T08:59") - other.Clock.GetUtcNow());
        Assert.Equal(RuleState.Confirmed, await State());
        other.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(RuleState.Outdated, await State());
        var due = Assert.Single(await DueOf(other, manager, RuleArea.Eligibility));
        Assert.Equal("対象者（6件）", due.Of);
        Assert.Equal(TestOneStop.Japan("2027-10-05T09:00"), due.Until);
        Assert.Empty(await DueOf(other, counselor, RuleArea.Eligibility)); // it is the manager's work
    }

    [Fact]
    public async Task A_list_shows_what_is_in_doubt_and_finds_by_name()
    {
        await ARule("さがす決まり", RuleKind.Text);
        var manager = await Manager();
        Task<ListPart<RuleRow>> List(RuleFilter filter, string words = "") =>
            oneStop.At<RuleDesk, ListPart<RuleRow>>(manager, desk => desk.List(new(filter, Words: words)));
        Assert.Equal("さがす決まり", Assert.Single((await List(new(), "さがす")).Rows).Name);
        var doubtful = (await List(new() { InDoubt = true, Area = RuleArea.Measures })).Rows;
        Assert.All(doubtful, r => Assert.NotEqual(RuleState.Confirmed, r.State));
        Assert.Contains(doubtful, r => r is { Code: "measure.jutaku.monthly", State: RuleState.Unchecked });
        Assert.Contains(doubtful, r => r is { Code: "measure.kyouiku.before", State: RuleState.Outdated });
        Assert.DoesNotContain(doubtful, r => r.Code == "measure.koutou.most-years");
    }

    private static RuleValueWish Value(string value, DateOnly from, DateOnly? until = null) => new(value, from, until, "福岡市の通知", "", IsChecked: true);

    private Task<StaffMember> Manager() => oneStop.AMember("manager", Duty.Manager);

    private async Task<Guid> ARule(string name, RuleKind kind, string unit = "") =>
        await oneStop.At<RuleDesk, Guid>(await Manager(), desk => desk.Add(new(RuleArea.Measures, name, kind, unit)));

    private async Task Set(Guid id, RuleValueWish wish) => await oneStop.At<RuleDesk, Guid>(await Manager(), desk => desk.Set(id, wish));

    private async Task<RuleRow> Open(Guid id) => (await oneStop.At<RuleDesk, RuleRow?>(await Manager(), desk => desk.Open(id)))!;

    private async Task<string?> InForce(string name, DateOnly day)
    {
        var book = await oneStop.Read(db => db.RulesOn(day, oneStop.Clock.GetUtcNow()));
        var code = await oneStop.Read(db => db.DatedRules.Where(r => r.Name == name).Select(r => r.Code).SingleAsync());
        return book.Find(code)?.InWords;
    }

    private static async Task ConfirmAll(TestOneStop other, StaffMember manager, RuleArea area)
    {
        var rows = (await other.At<RuleDesk, ListPart<RuleRow>>(manager, desk => desk.List(new(new() { Area = area, InDoubt = true })))).Rows;
        foreach (var row in rows)
            await other.At<RuleDesk, Guid>(manager, desk => desk.Check(row.Now!.Id, new("こども未来局に電話", "")));
    }

    private static Task<IReadOnlyList<DueItem>> DueOf(TestOneStop other, StaffMember who, RuleArea area) => other.As<IReadOnlyList<DueItem>>(who, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        var now = other.Clock.GetUtcNow();
        var sources = services.GetServices<IDueSource>();
        var items = new List<DueItem>();
        foreach (var source in sources)
            items.AddRange(await source.Read(db, new(null, who.Id, now, now, 100)));
        return [.. items.Where(i => i.Kind == "rule-check" && i.Of!.StartsWith(area.InJapanese, StringComparison.Ordinal))];
    });
}
