using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Due;
using OneStop.Domain.Partners;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static OneStop.Tests.Partners.PartnerTests;

namespace OneStop.Tests.Partners;

/// <summary>The directory of partners at its desk (仕様書 7(2)①(ク)).</summary>
public sealed class PartnerDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_partner_is_found_by_kind_ward_state_and_words_and_those_closed_down_come_last()
    {
        var member = await Counselor();
        var ids = new Dictionary<string, Guid>();
        foreach (var (name, kana, kind, ward) in new[]
        {
            ("みどり法律相談（架空）", "みどりほうりつ", PartnerKind.LawAndDebts, Ward.Higashi),
            ("あおば訓練校（架空）", "あおばくんれんこう", PartnerKind.Training, Ward.Higashi),
            ("かすみ訓練校（架空）", "かすみくんれんこう", PartnerKind.Training, Ward.Nishi),
            ("いずみ訓練校（架空）", "いずみくんれんこう", PartnerKind.Training, Ward.Higashi),
        })
            ids[name] = await Save(member, Center with { Name = name, Kana = kana, Kinds = [kind, PartnerKind.Work], Ward = ward, ForWhom = "一覧の試験" });
        await oneStop.At<PartnerDesk>(member, d => d.Close(ids["あおば訓練校（架空）"]));
        await oneStop.At<PartnerDesk>(member, d => d.Check(ids["かすみ訓練校（架空）"], Center with
        {
            Name = "かすみ訓練校（架空）",
            Kana = "かすみくんれんこう",
            Kinds = [PartnerKind.Work, PartnerKind.Training],
            Ward = Ward.Nishi,
            ForWhom = "一覧の試験",
        }));

        Assert.Equal(["いずみ訓練校（架空）", "かすみ訓練校（架空）", "あおば訓練校（架空）"], await Names(member, new() { Kind = PartnerKind.Training }));
        Assert.Equal(["いずみ訓練校（架空）", "みどり法律相談（架空）", "あおば訓練校（架空）"], await Names(member, new() { Ward = Ward.Higashi }));
        Assert.Equal(["あおば訓練校（架空）"], await Names(member, new() { State = PartnerState.ClosedDown }));
        Assert.Equal(["かすみ訓練校（架空）"], await Names(member, new() { State = PartnerState.Checked }));
        Assert.Equal(["いずみ訓練校（架空）", "みどり法律相談（架空）"], await Names(member, new() { State = PartnerState.CheckDue }));
        Assert.Equal(["いずみ訓練校（架空）"], await Names(member, new(), "ｲｽﾞﾐ 訓練")); // folded, each word anywhere
        Assert.Equal(["みどり法律相談（架空）"], await Names(member, new(), "借金"));
    }

    [Fact]
    public async Task Two_entries_of_one_name_are_refused_and_two_edits_at_once_are_a_choice()
    {
        var member = await Counselor();
        var id = await Save(member, Center with { Name = "二人が直す（架空）" });
        Assert.Equal(nameof(PartnerWish.Name), (await Assert.ThrowsAsync<RuleException>(() => Save(member, Center with { Name = " 二人が直す（架空） " }))).Field);
        var seen = (await Open(member, id)).Wish;
        await oneStop.At<PartnerDesk>(member, d => d.Save(id, new(seen, seen with { Hours = "毎日" })));
        var conflict = await Assert.ThrowsAsync<ConflictException<PartnerWish>>(() =>
            oneStop.At<PartnerDesk, Guid>(member, d => d.Save(id, new(seen, seen with { Hours = "平日だけ" }))));
        Assert.Equal("毎日", conflict.Theirs.Hours);
    }

    [Fact]
    public async Task A_check_is_of_what_was_seen_and_the_one_before_counts_again_if_it_is_taken_back()
    {
        var (one, two) = (await Counselor(), await oneStop.AMember("partner-two", Duty.Planner));
        var id = await Save(one, Center with { Name = "確かめる（架空）" });
        var seen = (await Open(one, id)).Wish;
        await oneStop.At<PartnerDesk>(one, d => d.Save(id, new(seen, seen with { Phone = "092-000-0202" })));
        await Assert.ThrowsAsync<ConflictException<PartnerWish>>(() => oneStop.At<PartnerDesk>(one, d => d.Check(id, seen)));
        var now = seen with { Phone = "092-000-0202" };
        Assert.Null(await oneStop.At<PartnerDesk, PartnerCheck?>(one, d => d.Check(id, now)));
        var before = await oneStop.At<PartnerDesk, PartnerCheck?>(two, d => d.Check(id, now));
        Assert.Equal(one.Id, before?.StaffId);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<PartnerDesk>(one, d => d.TakeCheckBack(id, null))); // it is the other's
        await oneStop.At<PartnerDesk>(two, d => d.TakeCheckBack(id, before));
        Assert.Equal("partner-one さん", (await Open(one, id)).Row.CheckedBy);
    }

    [Fact]
    public async Task A_note_is_shared_until_it_is_taken_back_and_comes_back_if_that_is_undone()
    {
        var (one, two) = (await Counselor(), await oneStop.AMember("partner-two", Duty.Planner));
        var id = await Save(one, Center with { Name = "メモ（架空）" });
        var first = await oneStop.At<PartnerNoteDesk, Guid>(one, d => d.Write(id, Edit("土曜も電話がつながる")));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<PartnerNoteDesk>(two, d => d.Write(id, Edit("子ども連れで行ける")));
        Assert.Equal([("子ども連れで行ける", "partner-two さん"), ("土曜も電話がつながる", "partner-one さん")], (await Open(two, id)).Notes.Select(n => (n.Text, n.By)));
        await oneStop.At<PartnerNoteDesk>(two, d => d.Withdraw(first));
        Assert.Equal(("子ども連れで行ける", 1), (Assert.Single((await Open(one, id)).Notes).Text, (await Open(one, id)).Row.Notes));
        await oneStop.At<PartnerNoteDesk>(two, d => d.Restore(first));
        Assert.Equal(2, (await Open(one, id)).Notes.Count);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<PartnerNoteDesk>(one, d => d.Write(id, Edit("  "))));

        static Edit<PartnerNoteWish> Edit(string text) => new(PartnerNoteWish.None, new(text));
    }

    [Fact]
    public async Task An_entry_is_due_for_anybody_when_six_months_have_passed_and_never_in_a_persons_file()
    {
        var member = await Counselor();
        var id = await Save(member, Center with { Name = "期限（架空）" });
        var wish = (await Open(member, id)).Wish;
        Assert.Contains(id, await Due(oneStop.Clock.GetUtcNow().AddSeconds(1)));
        await oneStop.At<PartnerDesk>(member, d => d.Check(id, wish));
        var end = TestOneStop.Japan("2027-04-05T00:00");
        Assert.DoesNotContain(id, await Due(end));
        Assert.Contains(id, await Due(end.AddSeconds(1)));
        Assert.DoesNotContain(id, await Due(end.AddSeconds(1), new(Guid.CreateVersion7(end), [], [])));
        await oneStop.At<PartnerDesk>(member, d => d.Close(id));
        Assert.DoesNotContain(id, await Due(end.AddSeconds(1)));
    }

    [Fact]
    public async Task The_sheet_holds_what_the_address_asks_for_and_the_export_is_recorded()
    {
        var member = await oneStop.AMember("partner-sheet", Duty.Counselor);
        await Save(member, Center with { Name = "表に出る（架空）", Ward = Ward.Sawara });
        await Save(member, Center with { Name = "表に出ない（架空）", Ward = Ward.Jonan });
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("partner-sheet", TestOneStop.Password));
        using var answer = await window.Ask(new(HttpMethod.Get, "/partners/sheet?ward=sawara"));
        using var book = new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("表に出る（架空）", cells);
        Assert.Contains("早良区", cells);
        Assert.DoesNotContain("表に出ない（架空）", cells);
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Exported && e.Subject == "PartnerList" && e.ActorId == member.Id)));
    }

    private Task<StaffMember> Counselor() => oneStop.AMember("partner-one", Duty.Counselor);

    private Task<Guid> Save(StaffMember member, PartnerWish wish) => oneStop.At<PartnerDesk, Guid>(member, d => d.Save(null, new(PartnerWish.None, wish)));

    private async Task<PartnerView> Open(StaffMember member, Guid id) => (await oneStop.At<PartnerDesk, PartnerView?>(member, d => d.Open(id)))!;

    private async Task<IEnumerable<string>> Names(StaffMember member, PartnerFilter filter, string words = "") =>
        (await oneStop.At<PartnerDesk, ListPart<PartnerRow>>(member, d => d.List(new(filter, Words: $"{words} 一覧の試験")))).Rows.Select(r => r.Name);

    private Task<IEnumerable<Guid>> Due(DateTimeOffset before, Domain.Timeline.CasePerson? person = null) => oneStop.Read(async db =>
    {
        var source = oneStop.Services.GetServices<IDueSource>().OfType<PartnerChecksDue>().Single();
        return (await source.Read(db, new(person, null, before, oneStop.Clock.GetUtcNow(), 1000))).Select(i => i.Id);
    });
}
