using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Consultations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.AnonymousTwins;

/// <summary>仕様書 10(2): a record leaves for the City only as a text that one person made anonymous and another confirmed.</summary>
public sealed class TwinDeskTests : IAsyncLifetime
{
    private const string Kind = ConsultationText.Code;

    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!, colleague = null!, city = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (counselor, colleague, city) = (await oneStop.AMember("writer", Duty.Counselor), await oneStop.AMember("second", Duty.Counselor), await oneStop.AMember("city", Duty.City));
        client = await oneStop.AClient(counselor, "ひなた");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Nothing_leaves_that_was_not_decided_and_confirmed_by_another_person()
    {
        var record = await Record("佐藤さんの紹介で、みなみ食品株式会社に9月14日から勤めた。");
        Assert.Contains("まだ決めていない言葉", (await Assert.ThrowsAsync<RuleException>(() => Ask(record))).Message, StringComparison.Ordinal);
        await DecideAll(record);
        Assert.Empty(await ForCity(10));
        await Ask(record);
        Assert.Empty(await ForCity(10)); // it waits
        await Assert.ThrowsAsync<RuleException>(() => Confirm(counselor, record)); // who made it, and wrote the record
        await Confirm(colleague, record);

        var text = Assert.Single(await ForCity(10)).Text;
        Assert.All((string[])["佐藤", "みなみ食品", "9月14日"], told => Assert.DoesNotContain(told, text, StringComparison.Ordinal));
        Assert.Contains("【主訴】\nＡさんの紹介で、勤め先に", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_author_of_the_record_nor_who_decided_in_it_confirms()
    {
        var record = await Record("佐藤さんに相談した。");
        await DecideAll(record, colleague); // a colleague makes the twin of a record that is not theirs
        await oneStop.At<TwinDesk>(colleague, desk => desk.Ask(Kind, record));
        await Assert.ThrowsAsync<RuleException>(() => Confirm(counselor, record));
        await Assert.ThrowsAsync<RuleException>(() => Confirm(colleague, record));
        var third = await oneStop.AMember("third", Duty.Planner);
        await Confirm(third, record);
        Assert.Single(await ForCity(10));
    }

    [Fact]
    public async Task What_was_seen_is_what_is_confirmed()
    {
        var record = await Record("佐藤さんに相談した。");
        await DecideAll(record);
        await Ask(record);
        var seen = (await Open(colleague, record)).Digest;
        await oneStop.At<TwinDesk>(counselor, desk => desk.Withdraw(Kind, record));
        await Decide(record, "佐藤", new("知人"));
        await Ask(record);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<TwinDesk>(colleague, desk => desk.Confirm(Kind, record, seen)));
    }

    [Fact]
    public async Task A_change_of_the_record_outdates_its_twin_and_the_next_one_knows_what_was_decided()
    {
        var record = await Record("佐藤さんに相談した。");
        await Decide(record, "佐藤", new("前の上司"));
        await DecideAll(record);
        await Ask(record);
        await Confirm(colleague, record);
        await oneStop.Correct(counselor, record, w => w with { Support = "佐藤さんの話を聞き直した", Reason = "補足" });
        Assert.Empty(await ForCity(10));

        var view = await Open(counselor, record);
        Assert.Equal((TwinState.Drawn, true), (view.State, view.HadAnother));
        Assert.All(view.Finds.Where(f => f.Find.Text == "佐藤"), f => Assert.Equal(("前の上司", null), (f.Find.Suggestion, f.Decision)));
    }

    [Fact]
    public async Task A_word_that_was_decided_is_proposed_in_the_clients_next_record_and_not_in_others()
    {
        var first = await Record("みどり荘の隣の人に助けられた。");
        await Decide(first, "みどり荘", new("住まい")); // marked by hand: nothing finds it
        var next = await Record("みどり荘を出ることにした。");
        Assert.Contains((await Open(counselor, next)).Finds, f => f.Find is { Text: "みどり荘", Suggestion: "住まい" });
        var other = await oneStop.AClient(counselor, "別の人");
        Assert.DoesNotContain((await Open(counselor, await Record("みどり荘の前で会った。", other))).Finds, f => f.Find.Text == "みどり荘");
    }

    [Fact]
    public async Task A_word_is_left_with_a_reason_and_replaced_by_something_else()
    {
        var record = await Record("佐藤さんに相談した。");
        await Assert.ThrowsAsync<RuleException>(() => Decide(record, "佐藤", new(null)));
        await Assert.ThrowsAsync<RuleException>(() => Decide(record, "佐藤", new("")));
        await Assert.ThrowsAsync<RuleException>(() => Decide(record, "佐藤", new("佐藤様")));
        await Assert.ThrowsAsync<RuleException>(() => Decide(record, "鈴木", new("知人"))); // does not stand there
        await Decide(record, "佐藤", new(null, "制度の名前の一部"));
        Assert.Contains("佐藤さん", (await Open(counselor, record)).Anonymised, StringComparison.Ordinal);
        await oneStop.At<TwinDesk>(counselor, desk => desk.Reconsider(Kind, record, "佐藤"));
        Assert.Equal(1, (await Open(counselor, record)).Finds.Count(f => f.Find.Text == "佐藤" && f.Decision is null));
    }

    [Fact]
    public async Task What_was_sent_back_is_decided_anew()
    {
        var record = await Record("佐藤さんに相談した。");
        await DecideAll(record);
        await Ask(record);
        await Assert.ThrowsAsync<RuleException>(() => Decide(record, "佐藤", new("知人"))); // it waits
        await oneStop.At<TwinDesk>(colleague, desk => desk.SendBack(Kind, record, "関係が分からない"));
        Assert.Equal("関係が分からない", (await Open(counselor, record)).SentBackReason);
        await Decide(record, "佐藤", new("知人"));
        await Ask(record);
        await Confirm(colleague, record);
        await oneStop.At<TwinDesk>(colleague, desk => desk.SendBack(Kind, record, "やはり直す")); // until the report has left
        Assert.Empty(await ForCity(10));
    }

    [Fact]
    public async Task The_City_gets_texts_with_numbers_of_the_month_and_no_id()
    {
        var (first, second) = (await Confirmed("佐藤さんに相談した。"), await Confirmed("鈴木さんに相談した。"));
        oneStop.PassTo(12, day: 30); // 4 November
        await Confirmed("田中さんに相談した。", new DateOnly(2026, 11, 4));
        var october = await ForCity(10);
        Assert.Equal(2, october.Count);
        Assert.Single(october.Select(t => t.Number).Distinct()); // the same person
        Assert.Equal([1, 2], october.Select(t => t.Order));
        Assert.Equal(october, await ForCity(10)); // stays the same within the month
        Assert.NotEqual(october[0].Number, Assert.Single(await ForCity(11)).Number);
        Assert.DoesNotContain(typeof(CityText).GetProperties(), p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(DateOnly));
        var ids = await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Exported && e.Subject == nameof(CityText)));
        Assert.Equal(3, ids); // each reading is in the trail
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(Duty.City, true)]
    [InlineData(Duty.Manager, true)]
    [InlineData(Duty.Counselor, false)]
    [InlineData(Duty.PlacementOfficer, false)]
    [InlineData(Duty.Administrator, false)]
    public async Task Who_reads_what_leaves(Duty duty, bool may)
    {
        await Confirmed("佐藤さんに相談した。");
        var member = await oneStop.AMember($"reads-{duty}", duty);
        Task<IReadOnlyList<CityText>> Read() => oneStop.At<TwinDesk, IReadOnlyList<CityText>>(member, desk => desk.ForCity(new(2026, 10, 1)));
        if (may)
            Assert.Single(await Read());
        else
            await Assert.ThrowsAsync<NotAllowedException>(Read);
        if (duty == Duty.City)
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<TwinDesk, TwinView?>(member, desk => desk.Open(Kind, client)));
    }

    [Fact]
    public async Task A_draft_has_no_twin()
    {
        var draft = await oneStop.Written(counselor, client, await oneStop.AWish(counselor), confirms: false);
        Assert.Null(await oneStop.At<TwinDesk, TwinView?>(counselor, desk => desk.Open(Kind, draft)));
        await Assert.ThrowsAsync<RuleException>(() => Decide(draft, "佐藤", new("知人")));
    }

    private async Task<Guid> Record(string complaint, Guid? of = null, DateOnly? day = null) => await oneStop.Written(counselor, of ?? client,
        (await oneStop.AWish(counselor)) with { Complaint = complaint, Assessment = "", Support = "話を聞いた", Day = day ?? ConsultationOffice.Today.Date });

    private async Task<Guid> Confirmed(string complaint, DateOnly? day = null)
    {
        var record = await Record(complaint, day: day);
        await DecideAll(record);
        await Ask(record);
        await Confirm(colleague, record);
        return record;
    }

    private async Task<TwinView> Open(StaffMember by, Guid record) => (await oneStop.At<TwinDesk, TwinView?>(by, desk => desk.Open(Kind, record)))!;

    private Task Decide(Guid record, string word, TwinChoice choice) => oneStop.At<TwinDesk>(counselor, desk => desk.Decide(Kind, record, word, choice));

    private async Task DecideAll(Guid record, StaffMember? by = null)
    {
        foreach (var find in (await Open(by ?? counselor, record)).Finds.Where(f => f.Decision is null).DistinctBy(f => f.Find.Text))
            await oneStop.At<TwinDesk>(by ?? counselor, desk => desk.Decide(Kind, record, find.Find.Text, new(find.Find.Suggestion)));
    }

    private Task Ask(Guid record) => oneStop.At<TwinDesk>(counselor, desk => desk.Ask(Kind, record));

    private Task Confirm(StaffMember by, Guid record) => oneStop.At<TwinDesk>(by, async desk => await desk.Confirm(Kind, record, (await desk.Open(Kind, record))!.Digest));

    private Task<IReadOnlyList<CityText>> ForCity(int month) => oneStop.At<TwinDesk, IReadOnlyList<CityText>>(city, desk => desk.ForCity(new(2026, month, 20)));
}
