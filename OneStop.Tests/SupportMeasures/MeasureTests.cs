using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>支援策: their texts, and when these may be told to clients (仕様書 7(2)①(ク)).</summary>
public sealed class MeasureTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public async Task The_four_of_the_specification_come_first_and_with_their_names()
    {
        var rows = await List();
        Assert.Equal(["自立支援教育訓練給付金", "高等職業訓練促進給付金", "高等職業訓練促進資金貸付", "住宅支援資金貸付"], rows.Take(4).Select(r => r.Name));
        Assert.Equal(4, rows.Count(r => r.IsOneOfFour));
        Assert.All(rows.Take(4), r => Assert.DoesNotContain("{{", r.Filled.Conditions + r.Filled.Summary + r.Filled.Deadlines, StringComparison.Ordinal));
        Assert.All(rows.Take(4), r => Assert.DoesNotContain("未定", r.Filled.Conditions + r.Filled.Summary + r.Filled.Deadlines, StringComparison.Ordinal));
        Assert.Equal(FirstMeasures.All().Count, await oneStop.Read(db => db.SupportMeasures.CountAsync(m => !m.Code.StartsWith("own."))));
    }

    [Fact]
    public async Task What_is_open_is_not_sent_until_text_and_amounts_are_checked()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        async Task<MeasureRow> Housing() => (await other.At<MeasureDesk, IReadOnlyList<MeasureRow>>(manager, d => d.List())).Single(r => r.Name == "住宅支援資金貸付");
        var row = await Housing();
        Assert.False(row.Filled.MaySend);
        Assert.Contains("説明の文", row.Filled.Doubts);
        Assert.Contains("住宅支援資金の上限（月額）", row.Filled.Doubts);

        var before = await other.At<MeasureDesk, MeasureCheck?>(manager, d => d.Confirm(row.Id, row.Edition));
        Assert.False((await Housing()).Filled.MaySend); // the sum is still open
        await other.Confirm(manager, "measure.jutaku.monthly");
        await other.Confirm(manager, "measure.jutaku.months");
        Assert.True((await Housing()).Filled.MaySend);
        await other.At<MeasureDesk>(manager, d => d.TakeCheckBack(row.Id, before));
        Assert.False((await Housing()).Filled.MaySend);
        await other.At<MeasureDesk, MeasureCheck?>(manager, d => d.Confirm(row.Id, row.Edition));

        other.Clock.Advance(TestOneStop.Japan("2027-10-05T08:59") - other.Clock.GetUtcNow());
        Assert.True((await Housing()).Filled.MaySend);
        other.Clock.Advance(TimeSpan.FromMinutes(2)); // both checks are twelve months old
        Assert.False((await Housing()).Filled.MaySend);
    }

    [Fact]
    public async Task A_text_has_the_amount_of_the_day()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        async Task<string> Loan() => (await other.At<MeasureDesk, IReadOnlyList<MeasureRow>>(manager, d => d.List())).Single(r => r.Name == "高等職業訓練促進資金貸付").Filled.Summary;
        Assert.Contains("50万円まで", await Loan(), StringComparison.Ordinal);
        var rule = await other.Read(db => db.DatedRules.SingleAsync(r => r.Code == "measure.kashitsuke.entry"));
        await other.At<RuleDesk, Guid>(manager, d => d.Set(rule.Id, new("600000", Today.AddDays(1), null, "社協の通知", "", true)));
        Assert.Contains("50万円まで", await Loan(), StringComparison.Ordinal);
        other.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("60万円まで", await Loan(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_wording_is_kept_beside_the_old_one_and_has_to_be_checked_again()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        var id = await Save(null, Wish("転宅資金", "引っ越しのための貸付です。"));
        await oneStop.At<MeasureDesk, MeasureCheck?>(manager, d => d.Confirm(id, 1));
        Assert.True((await Open(id)).Row.Filled.MaySend);
        await Save(id, Wish("転宅資金", "引っ越しに使える貸付です。"), was: Wish("転宅資金", "引っ越しのための貸付です。"));
        Assert.False((await Open(id)).Row.Filled.MaySend);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<MeasureDesk, MeasureCheck?>(manager, d => d.Confirm(id, 1))); // it saw the old text
        await oneStop.At<MeasureDesk>(manager, d => d.Return(id, 1));
        var view = await Open(id);
        Assert.Equal([3, 2, 1], view.History.Select(h => h.Edition));
        Assert.Equal("引っ越しのための貸付です。", view.Wish.Summary);
        await Assert.ThrowsAsync<ConflictException<MeasureWish>>(() => Save(id, Wish("転宅資金", "あ"), was: Wish("転宅資金", "引っ越しに使える貸付です。")));

        await oneStop.At<MeasureDesk>(manager, d => d.Retire(id, true));
        Assert.DoesNotContain(await List(), r => r.Id == id);
        await oneStop.At<MeasureDesk>(manager, d => d.Retire(id, false));
        Assert.Contains(await List(), r => r.Id == id);
    }

    [Theory]
    [InlineData("毎月10万円もらえます。", nameof(MeasureWish.Summary))] // an amount is a rule
    [InlineData("毎月{{ないもの}}もらえます。", nameof(MeasureWish.Summary))]
    [InlineData("", nameof(MeasureWish.Summary))]
    public async Task A_text_without_words_or_with_a_typed_amount_is_refused(string summary, string field) =>
        Assert.Equal(field, (await Assert.ThrowsAsync<RuleException>(() => Save(null, Wish("あ", summary)))).Field);

    [Fact]
    public async Task The_four_keep_their_names_and_stay()
    {
        var four = (await List())[0];
        var wish = (await Open(four.Id)).Wish;
        await Assert.ThrowsAsync<RuleException>(() => Save(four.Id, wish with { Name = "ほかの名前" }, wish));
        var manager = await oneStop.AMember("manager", Duty.Manager);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<MeasureDesk>(manager, d => d.Retire(four.Id, true)));
    }

    private static MeasureWish Wish(string name, string summary) => MeasureWish.None with { Name = name, ShortName = name, Summary = summary };

    private async Task<Guid> Save(Guid? id, MeasureWish wish, MeasureWish? was = null) =>
        await oneStop.At<MeasureDesk, Guid>(await oneStop.AMember("manager", Duty.Manager), d => d.Save(id, new(was ?? MeasureWish.None, wish)));

    private async Task<MeasureView> Open(Guid id) =>
        (await oneStop.At<MeasureDesk, MeasureView?>(await oneStop.AMember("manager", Duty.Manager), d => d.Open(id)))!;

    private async Task<IReadOnlyList<MeasureRow>> List() =>
        await oneStop.At<MeasureDesk, IReadOnlyList<MeasureRow>>(await oneStop.AMember("manager", Duty.Manager), d => d.List());
}
