using OneStop.Domain;
using OneStop.Domain.Employers;
using OneStop.Domain.Employers.Merging;
using OneStop.Domain.Employers.Ties;
using OneStop.Domain.Outreach;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.Employers.EmployerTests;

namespace OneStop.Tests.Employers;

/// <summary>Employers at their desks (仕様書 7(2)④).</summary>
public sealed class EmployerDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public async Task An_employer_is_found_by_stage_person_industry_place_source_urgency_and_words()
    {
        var seeker = await Seeker("employer-finder");
        var other = await Seeker("employer-other");
        var (ki, gi, ri) = (await Enter(seeker, "きつね物流（架空）", w => w with { IndustryCode = "44", Address = "福岡市東区架空1", SourceName = "一覧の試験" }),
            await Enter(seeker, "ぎんなん食堂（架空）", w => w with { IndustryCode = "76", Source = EmployerSource.Bank, SourceName = "架空銀行 一覧の試験" }),
            await Enter(other, "りんご保育園（架空）", w => w with { IndustryCode = "85", SourceName = "一覧の試験" }));
        await Write(seeker, ki, ContactResult.Declined, w => w with { DeclineReason = DeclineReason.NoVacancy });
        await Write(seeker, gi, ContactResult.NotReached);

        Assert.Equal(["きつね物流（架空）"], await Names(seeker, new() { Stage = EmployerStage.Declined }));
        Assert.Equal(["ぎんなん食堂（架空）", "きつね物流（架空）"], await Names(seeker, new() { InCharge = seeker.Id })); // what is due comes first
        Assert.Equal(["りんご保育園（架空）"], await Names(seeker, new() { InCharge = other.Id }));
        Assert.Equal(["ぎんなん食堂（架空）"], await Names(seeker, new() { Industry = 76 }));
        Assert.Equal(["きつね物流（架空）"], await Names(seeker, new() { Place = 40131 }));
        Assert.Equal(["ぎんなん食堂（架空）"], await Names(seeker, new() { Source = EmployerSource.Bank }));
        Assert.Equal(["ぎんなん食堂（架空）"], await Names(seeker, new() { Next = NextUrgency.Soon }));
        Assert.Equal(["きつね物流（架空）"], await Names(seeker, new() { Next = NextUrgency.None }));
        Assert.Equal(["りんご保育園（架空）"], await Names(seeker, new(), "ﾘﾝｺﾞ 福祉"));
        await oneStop.At<EmployerDesk, Guid?>(seeker, d => d.Assign(ri, null));
        Assert.Equal(["りんご保育園（架空）"], await Names(seeker, new() { IsFree = true }));
        Assert.Equal(["ぎんなん食堂（架空）", "りんご保育園（架空）", "きつね物流（架空）"], await Names(seeker, new(), sort: null));

        async Task<IEnumerable<string>> Names(StaffMember member, EmployerFilter filter, string words = "", string? sort = null) =>
            (await oneStop.At<EmployerDesk, ListPart<EmployerRow>>(member, d => d.List(new(filter, sort, Words: $"一覧の試験 {words}")))).Rows.Select(r => r.Name);
    }

    [Fact]
    public async Task Two_entries_with_one_corporate_number_are_refused_and_two_edits_at_once_are_a_choice()
    {
        var seeker = await Seeker("employer-writer");
        var id = await Enter(seeker, "番号のある会社（架空）", w => w with { CorporateNumber = "8000000000001" });
        Assert.Equal(nameof(EmployerWish.CorporateNumber),
            (await Assert.ThrowsAsync<RuleException>(() => Enter(seeker, "別の名前（架空）", w => w with { CorporateNumber = "８０００００００００００１" }))).Field);
        var seen = (await Open(seeker, id)).Wish;
        await oneStop.At<EmployerDesk, Guid>(seeker, d => d.Save(id, new(seen, seen with { Phone = "092-000-0302" })));
        await Assert.ThrowsAsync<ConflictException<EmployerWish>>(() =>
            oneStop.At<EmployerDesk, Guid>(seeker, d => d.Save(id, new(seen, seen with { Phone = "092-000-0303" }))));
    }

    [Fact]
    public async Task A_contact_moves_the_employer_on_and_taking_it_back_puts_it_where_it_was()
    {
        var seeker = await Seeker("employer-caller");
        var id = await Enter(seeker, "戻る会社（架空）");
        var first = await Write(seeker, id, ContactResult.Listened);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // two rows of one instant have no order
        var second = await Write(seeker, id, ContactResult.Considers);
        Assert.Equal((EmployerStage.Considering, Today.AddDays(7)), await Where());
        Assert.True(await oneStop.At<OutreachDesk, bool>(seeker, d => d.Annul(second)));
        Assert.Equal((EmployerStage.InContact, Today.AddDays(14)), await Where());
        Assert.Equal([first], (await Contacts(seeker, id)).Select(c => c.Id));
        Assert.True(await oneStop.At<OutreachDesk, bool>(seeker, d => d.Restore(second)));
        Assert.Equal((EmployerStage.Considering, Today.AddDays(7)), await Where());

        var course = (await Open(seeker, id)).Course;
        await oneStop.At<EmployerDesk>(seeker, d => d.Move(id, new(course, course.At(EmployerStage.HasOpening, Today))));
        Assert.False(await oneStop.At<OutreachDesk, bool>(seeker, d => d.Annul(second))); // a colleague has moved it since: it stays where it is
        Assert.Equal(EmployerStage.HasOpening, (await Where()).Item1);

        async Task<(EmployerStage, DateOnly?)> Where() => (await Open(seeker, id)).Row is var row ? (row.Stage, row.NextOn) : default;
    }

    [Fact]
    public async Task A_contact_written_on_what_a_colleague_has_moved_is_a_conflict_and_only_its_writer_or_a_manager_takes_it_back()
    {
        var (one, two, manager) = (await Seeker("employer-one"), await Seeker("employer-two"), await oneStop.AMember("employer-manager", Duty.Manager));
        var id = await Enter(one, "二人の会社（架空）");
        var seen = (await Open(one, id)).Course;
        var contact = await Write(two, id, ContactResult.Listened);
        await Assert.ThrowsAsync<ConflictException<EmployerCourse>>(() => Write(one, id, ContactResult.Considers, from: seen));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<OutreachDesk, bool>(one, d => d.Annul(contact)));
        Assert.True(await oneStop.At<OutreachDesk, bool>(manager, d => d.Annul(contact)));
        Assert.Null((await Open(one, id)).Row.LastContactAt);
    }

    [Fact]
    public async Task Only_who_seeks_openings_can_be_in_charge()
    {
        var (seeker, planner) = (await Seeker("employer-assigner"), await oneStop.AMember("employer-planner", Duty.Planner));
        var id = await Enter(seeker, "担当の会社（架空）");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<EmployerDesk, Guid?>(seeker, d => d.Assign(id, planner.Id)));
        Assert.Equal(seeker.Id, await oneStop.At<EmployerDesk, Guid?>(seeker, d => d.Assign(id, null)));
        await Assert.ThrowsAsync<NotAllowedException>(() => Enter(planner, "書けない会社（架空）"));
    }

    public static TheoryData<TieKind> Ties => [.. Enum.GetValues<TieKind>()];

    /// <summary>The mark is the same, so that it tells nothing; whoever sees people learns who it is.</summary>
    [Theory]
    [MemberData(nameof(Ties))]
    public async Task Whoever_may_not_see_people_sees_one_mark_for_every_reason_and_nothing_else(TieKind kind)
    {
        var (seeker, counselor) = (await Seeker($"employer-careful-{kind}"), await oneStop.AMember($"employer-counselor-{kind}", Duty.Counselor));
        var id = await Enter(seeker, $"気をつける会社{kind}（架空）");
        var client = await oneStop.AClient(counselor, $"つながりの人{kind}");
        Assert.False((await Open(seeker, id)).Row.NeedsCare);
        var tie = await oneStop.At<TieDesk, Guid>(counselor, d => d.Tie(client, new(TieWish.On(Today), new(id, kind, Today, "同僚に知られたくない"))));
        Assert.True((await Open(seeker, id)).Row.NeedsCare);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<TieDesk, IReadOnlyList<TiedClient>>(seeker, d => d.With(id)));
        Assert.Equal([(client, kind)], (await oneStop.At<TieDesk, IReadOnlyList<TiedClient>>(counselor, d => d.With(id))).Select(t => (t.Client.Id, t.Kind)));
        await oneStop.At<TieDesk>(counselor, d => d.End(tie));
        Assert.False((await Open(seeker, id)).Row.NeedsCare);
    }

    [Fact]
    public async Task Entries_that_may_be_one_employer_are_named_with_the_reason_before_one_is_saved()
    {
        var seeker = await Seeker("employer-doubter");
        var known = await Enter(seeker, "かささぎ株式会社（架空）", w => w with { Kana = "かささぎ", Phone = "092-000-0401", Address = "福岡市南区架空9-9" });
        Assert.Equal((known, LikenessReason.SameNameAndPlace), await First(Wish with { Name = "㈱カササギ（架空）", Kana = "", Phone = "", Address = "福岡市南区別の町" }));
        Assert.Equal((known, LikenessReason.SamePhone), await First(Wish with { Name = "別の名前", Kana = "べつ", Phone = "0920000401", Address = "" }));
        Assert.Equal((known, LikenessReason.SameAddress), await First(Wish with { Name = "別の名前", Kana = "べつ", Phone = "", Address = "福岡県福岡市南区架空9-9" }));
        Assert.Equal((known, LikenessReason.SameName), await First(Wish with { Name = "かささぎ（架空）有限会社", Kana = "", Phone = "", Address = "" }));
        Assert.Null(await First(Wish with { Name = "どこにもない", Kana = "どこにもない", Phone = "", Address = "" }));

        async Task<(Guid, LikenessReason)?> First(EmployerWish typed) =>
            (await oneStop.At<EmployerMergeDesk, IReadOnlyList<AlikeEmployer>>(seeker, d => d.Alike(null, typed))) is [var alike, ..]
            ? (alike.Employer.Id, alike.Reason) : null;
    }

    [Fact]
    public async Task Two_entries_become_one_with_everything_of_both_and_can_be_parted_again()
    {
        var (seeker, counselor) = (await Seeker("employer-merger"), await oneStop.AMember("employer-merge-counselor", Duty.Counselor));
        var kept = await Enter(seeker, "まとめる会社（架空）", w => w with { Phone = "", Address = "福岡市西区架空1" });
        var gone = await Enter(seeker, "（株）まとめる会社（架空）", w => w with { CorporateNumber = "7000000000002", Phone = "092-000-0501", Address = "福岡市西区架空2" });
        await Write(seeker, gone, ContactResult.Listened);
        var client = await oneStop.AClient(counselor, "まとめる会社の人");
        await oneStop.At<TieDesk, Guid>(counselor, d => d.Tie(client, new(TieWish.On(Today), new(gone, TieKind.WorksThere, Today, ""))));
        Assert.Contains(await oneStop.At<EmployerMergeDesk, IReadOnlyList<AlikePair>>(seeker, d => d.Pairs()),
            p => new[] { p.First.Id, p.Second.Id }.ToHashSet().SetEquals([kept, gone]));

        var merge = await oneStop.At<EmployerMergeDesk, Guid>(seeker, d => d.Merge(kept, gone));
        var now = await Open(seeker, kept);
        Assert.Equal(("7000000000002", "092-000-0501", "福岡市西区架空1", true), (now.Wish.CorporateNumber, now.Wish.Phone, now.Wish.Address, now.Row.NeedsCare));
        Assert.Single(await Contacts(seeker, kept));
        Assert.Equal(kept, (await Open(seeker, gone)).MergedInto);
        await Assert.ThrowsAsync<RuleException>(() => Write(seeker, gone, ContactResult.Listened)); // nobody would see it
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<EmployerMergeDesk, Guid>(seeker, d => d.Merge(kept, gone)));

        await oneStop.At<EmployerMergeDesk>(seeker, d => d.Undo(merge));
        now = await Open(seeker, kept);
        Assert.Equal(("", "", false, (DateTimeOffset?)null), (now.Wish.CorporateNumber, now.Wish.Phone, now.Row.NeedsCare, now.Row.LastContactAt));
        Assert.Equal(("7000000000002", true), (await Open(seeker, gone)) is var back ? (back.Wish.CorporateNumber, back.Row.NeedsCare) : default);
        Assert.Single(await Contacts(seeker, gone));
    }

    [Fact]
    public async Task Two_corporations_with_numbers_of_their_own_are_never_one()
    {
        var seeker = await Seeker("employer-parter");
        var one = await Enter(seeker, "ふたつの法人（架空）", w => w with { CorporateNumber = "6000000000003", Phone = "092-000-0601" });
        var two = await Enter(seeker, "ふたつの法人（架空）", w => w with { CorporateNumber = "7000000000010", Phone = "092-000-0601" });
        Assert.DoesNotContain(await oneStop.At<EmployerMergeDesk, IReadOnlyList<AlikePair>>(seeker, d => d.Pairs()),
            p => new[] { p.First.Id, p.Second.Id }.ToHashSet().SetEquals([one, two]));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<EmployerMergeDesk, Guid>(seeker, d => d.Merge(one, two)));
    }

    private Task<StaffMember> Seeker(string name) => oneStop.AMember(name, Duty.OutreachOfficer);

    private Task<Guid> Enter(StaffMember member, string name, Func<EmployerWish, EmployerWish>? with = null)
    {
        var wish = (with ?? (w => w))(Wish with { Name = name, Kana = "", Phone = "" });
        return oneStop.At<EmployerDesk, Guid>(member, d => d.Save(null, new(new(), wish)));
    }

    private async Task<EmployerView> Open(StaffMember member, Guid id) => (await oneStop.At<EmployerDesk, EmployerView?>(member, d => d.Open(id)))!;

    private async Task<IReadOnlyList<ContactRow>> Contacts(StaffMember member, Guid id) =>
        (await oneStop.At<OutreachDesk, ListPart<ContactRow>>(member, d => d.Of(id))).Rows;

    private async Task<Guid> Write(StaffMember member, Guid id, ContactResult result, Func<OutreachWish, OutreachWish>? then = null,
        EmployerCourse? from = null)
    {
        var wish = OutreachWish.At(from ?? (await Open(member, id)).Course, oneStop.Clock.GetUtcNow());
        var filled = (then ?? (w => w))(wish.Proposing(ContactKind.Call, result, Today));
        return await oneStop.At<OutreachDesk, Guid>(member, d => d.Write(id, new(wish, filled)));
    }
}
