using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Clients.Tags;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Merging;

/// <summary>統合: two entries of one person become one, whole, and for 30 days two again.</summary>
public sealed class MergeTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public void Every_table_that_refers_to_a_client_goes_along_or_says_why_not()
    {
        var moved = ClientReference.Of(FilledTables.Model).Select(r => $"{Trail.NameOf(r.Table)}.{r.Column.Name}").ToHashSet();
        var referring = from table in FilledTables.Model.GetEntityTypes()
                        from column in table.GetProperties()
                        where column.Name.EndsWith("ClientId", StringComparison.Ordinal)
                            || table.GetForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Client) && k.Properties.Contains(column))
                        where MergeRules.ReasonToStay(table) is null
                        select $"{Trail.NameOf(table)}.{column.Name}";
        Assert.Empty(referring.Except(moved));
        Assert.Contains("Booking.ClientId", moved);
        Assert.All(ClientReference.Of(FilledTables.Model), r => Assert.Equal(typeof(Guid), Assert.Single(r.Table.FindPrimaryKey()!.Properties).ClrType));
    }

    [Fact]
    [SqliteOnly("inserts rows past the model")]
    public async Task A_row_of_every_table_goes_along_and_comes_back()
    {
        var member = await oneStop.AMember("merger-all", Duty.Counselor);
        var (kept, merged) = (await Named(member, "残 るひと"), await Named(member, "移 るひと"));
        var rows = new List<(ClientReference Reference, Guid Id)>();
        await oneStop.Read(async db =>
        {
            foreach (var reference in db.ClientReferences)
                rows.Add((reference, await SomeRow.Of(db, Trail.NameOf(reference.Table), reference.Column.Name, merged)));
            return true;
        });
        Assert.True(rows.Count > 8);
        var merge = await Merge(member, kept, merged);
        Assert.Empty(await NotAt(kept));
        Assert.Equal(0, await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge)));
        Assert.Empty(await NotAt(merged));

        Task<List<string>> NotAt(Guid client) => oneStop.Read(async db =>
        {
            var elsewhere = new List<string>();
            foreach (var (reference, id) in rows)
                if (!Equals((await db.RowOf(Trail.NameOf(reference.Table), id))!.CurrentValues[reference.Column.Name], client))
                    elsewhere.Add(Trail.NameOf(reference.Table));
            return elsewhere;
        });
    }

    [Fact]
    public async Task Fields_are_chosen_one_by_one_and_come_back_unless_changed_since()
    {
        var member = await oneStop.AMember("merger-fields", Duty.Counselor);
        var (kept, merged) = (await Named(member, "青葉 みどり"), await Named(member, "青葉 緑"));
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(kept, new(new(), new() { Ward = Ward.Chuo, Rest = "架空町 1" })));
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(merged, new(new(), new() { Ward = Ward.Nishi, Rest = "架空町 2", PostalCode = "8190000" })));
        await oneStop.At<FactDesk>(member, d => d.SaveMoney(merged, new(new(), new() { Debts = "なし", Rent = 52_000 }))); // only one has it: goes along whole
        await oneStop.At<FactDesk>(member, d => d.SaveHousehold(kept, new(new(), new() { Housing = Housing.Rented, Helpers = "姉" })));
        await oneStop.At<FactDesk>(member, d => d.SaveHousehold(merged, new(new(), new() { Housing = Housing.Family, HousingWords = "引っ越したい" })));
        var view = (await oneStop.At<MergeDesk, MergeView?>(member, d => d.Compare(kept, merged)))!;
        Assert.Equal([("氏名", false), ("郵便番号", true), ("区", false), ("町名・番地・建物", false), ("住まい", false),
            ("住まいのこと（本人の言葉）", true)], view.Fields.Select(f => (f.Label, f.TakesMerged)));
        Assert.Equal(["ClientMoney"], view.Moving.Select(m => m.Table));

        var merge = await Merge(member, kept, merged, "ClientAddress.Facts.Ward", "ClientAddress.Facts.PostalCode", "Client.FullName", "ClientHousehold.Facts.HousingWords");
        var seen = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(kept)))!;
        Assert.Equal(("青葉 緑", Ward.Nishi, "819-0000", "架空町 1", "なし"), (seen.Identity.FullName, seen.Address.Ward, seen.Address.PostalCode, seen.Address.Rest, seen.Money!.Debts));
        Assert.Equal((Housing.Rented, "姉", "引っ越したい", 52_000), (seen.Household!.Housing, seen.Household.Helpers, seen.Household.HousingWords, seen.Money.Rent));

        await oneStop.At<FactDesk>(member, d => d.SaveAddress(kept, new(seen.Address, seen.Address with { Ward = Ward.Jonan })));
        Assert.Equal(1, await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge))); // the ward was written since, and stays
        seen = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(kept)))!;
        var theirs = (await oneStop.At<FactDesk, FactsView?>(member, d => d.Open(merged)))!;
        Assert.Equal(("青葉 みどり", Ward.Jonan, "", ""), (seen.Identity.FullName, seen.Address.Ward, seen.Address.PostalCode, seen.Money!.Debts));
        Assert.Equal(("青葉 緑", Ward.Nishi, "なし"), (theirs.Identity.FullName, theirs.Address.Ward, theirs.Money!.Debts));
    }

    [Fact]
    public async Task Every_telephone_number_and_a_wish_for_erasure_are_kept_and_an_answer_fills_a_gap()
    {
        var member = await oneStop.AMember("merger-phones", Duty.Counselor);
        var (kept, merged) = (await Named(member, "一 人目"), await Named(member, "二 人目"));
        await oneStop.At<FactDesk>(member, d => d.SavePhones(kept, new(new(), new() { Lines = [new("09055520001", "本人")] })));
        await oneStop.At<FactDesk>(member, d => d.SavePhones(merged, new(new(), new() { Lines = [new("09055520002", ""), new("09055520001", "同じ番号")] })));
        await oneStop.At<ClientDesk>(member, d => d.Answer(merged, Eligibility.Yes));
        await oneStop.Read(async db =>
        {
            (await db.Clients.SingleAsync(c => c.Id == merged)).AskErasure(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var merge = await Merge(member, kept, merged);
        Assert.Equal(["09055520001", "09055520002"], (await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(kept)))!.Lines.Select(l => l.Number));
        var row = (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(kept)))!;
        Assert.Equal(Eligibility.Yes, row.Eligibility);
        Assert.NotNull(row.ErasureAskedAt);
        await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge));
        Assert.Equal(["09055520001"], (await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(kept)))!.Lines.Select(l => l.Number));
        Assert.Equal(2, (await oneStop.At<FactDesk, PhoneFacts?>(member, d => d.PhonesOf(merged)))!.Lines.Count);
        Assert.Equal(Eligibility.NotAsked, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(kept)))!.Eligibility);
    }

    [Fact]
    public async Task The_talk_goes_along_and_of_two_telephones_one_is_used_and_the_other_is_a_former_one()
    {
        var member = await oneStop.AMember("merger-talks", Duty.Counselor);
        var (old, fresh) = (await oneStop.AsksSomething("前の電話から"), await oneStop.AsksSomething("新しい電話から"));
        var (kept, merged) = (await oneStop.At<ClientDesk, Guid>(member, d => d.Register(old, null, null)), await oneStop.At<ClientDesk, Guid>(member, d => d.Register(fresh, null, null)));
        var merge = await Merge(member, kept, merged, MergeDesk.UsedFriend);
        Assert.Equal(fresh, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(kept)))!.ConversationId);
        foreach (var talk in (Guid[])[old, fresh])
            Assert.Equal(kept, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(talk)))!.Id);
        await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge));
        Assert.Equal((kept, merged), ((await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(old)))!.Id, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(fresh)))!.Id));
    }

    [Fact]
    public async Task The_former_number_leads_to_the_one_that_stays_and_no_list_shows_both()
    {
        var member = await oneStop.AMember("merger-number", Duty.Counselor);
        var (kept, merged) = (await Named(member, "残野 ひかり"), await Named(member, "残野 光"));
        var number = await oneStop.Read(db => db.Clients.Where(c => c.Id == merged).Select(c => c.Number).SingleAsync());
        await Merge(member, kept, merged);
        Assert.Equal(kept, Assert.Single(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(member, d => d.Find(Client.NumberOf(number)))).Id);
        Assert.Equal(kept, Assert.Single(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(member, d => d.Find("残野"))).Id);
        Assert.Equal([kept], (await oneStop.At<ClientListDesk, ClientList>(member, d => d.List(new(new(), Words: "残野")))).Part.Rows.Select(r => r.Id));
        Assert.Equal(kept, await oneStop.At<MergeDesk, Guid>(member, d => d.SurvivorOf(merged)));
        await Assert.ThrowsAsync<RuleException>(() => Merge(member, kept, merged)); // once
    }

    [Fact]
    public async Task A_merge_can_be_undone_for_thirty_days()
    {
        var now = oneStop.Clock.GetUtcNow();
        var (one, other, third) = (Client.Of(9001, null, null, now), Client.Of(9002, null, null, now), Client.Of(9003, null, null, now));
        var merge = ClientMerge.Of(one, other, Guid.CreateVersion7(now), now);
        Assert.True(merge.CanBeUndone(now.AddDays(30).AddSeconds(-1)));
        Assert.Throws<RuleException>(() => merge.Undo(Guid.CreateVersion7(now), now.AddDays(30)));
        merge.Undo(Guid.CreateVersion7(now), now.AddDays(29));
        Assert.Throws<RuleException>(() => merge.Undo(Guid.CreateVersion7(now), now.AddDays(29)));
        Assert.Throws<RuleException>(() => ClientMerge.Of(third, third, Guid.CreateVersion7(now), now));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Of_two_who_are_in_charge_the_one_of_the_client_that_stays_remains()
    {
        var (mina, ryo) = (await oneStop.AMember("merger-mina", Duty.Counselor), await oneStop.AMember("merger-ryo", Duty.Counselor));
        var (kept, merged) = (await Named(mina, "担当 あり"), await Named(mina, "担当 有り"));
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Assign(kept, mina.Id, ""));
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Assign(merged, ryo.Id, ""));
        var merge = await Merge(mina, kept, merged);
        Assert.Equal(mina.Id, (await oneStop.At<CaseFileDesk, CaseHead?>(mina, d => d.Open(kept)))!.Charge!.StaffId);
        Assert.DoesNotContain(await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(ryo, d => d.Mine()),
            r => r.Item.ClientId == kept || r.Item.ClientId == merged); // nothing waits for who was in charge of the other
        Assert.Equal(0, await oneStop.Read(db => db.CaseAssignments.CountAsync(a => a.ClientId == merged)));
        Assert.Equal(2, await oneStop.Read(db => db.CaseAssignments.CountAsync(a => a.ClientId == kept)));
        Assert.Equal(0, await oneStop.At<MergeDesk, int>(mina, d => d.Undo(merge)));
        Assert.Equal(ryo.Id, (await oneStop.At<CaseFileDesk, CaseHead?>(mina, d => d.Open(merged)))!.Charge!.StaffId);
    }

    [Fact]
    public async Task A_pin_and_a_tag_that_both_have_stay_once_and_come_back()
    {
        var member = await oneStop.AMember("merger-pins", Duty.Counselor);
        var (kept, merged) = (await Named(member, "印 ひとつ"), await Named(member, "印 一つ"));
        var now = oneStop.Clock.GetUtcNow();
        var tag = Tag.Create("二人の印", now);
        var entry = new TimelineEntry { Id = Guid.CreateVersion7(now), Kind = "talk", At = now, By = TimelineAuthor.Staff, Title = "同じ記録" };
        await oneStop.Read(async db =>
        {
            db.Add(tag);
            foreach (var client in (Guid[])[kept, merged])
                db.AddRange(TimelinePin.Of(client, entry, member.Id, now), ClientTagging.Of(client, tag.Id, now));
            return await db.SaveChangesAsync();
        });
        var before = await Marks();
        var merge = await Merge(member, kept, merged);
        Assert.Equal([kept, kept], (await Marks()).Select(m => m.Client));
        Assert.Equal(0, await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge)));
        Assert.Equal(before, await Marks());

        Task<List<(Guid Client, Guid Id, DateTimeOffset? At)>> Marks() => oneStop.Read(async db =>
        {
            var pins = await db.TimelinePins.Where(p => p.EntryId == entry.Id).ToListAsync();
            var tags = await db.ClientTaggings.Where(t => t.TagId == tag.Id).ToListAsync();
            return pins.Select(p => (p.ClientId, p.Id, (DateTimeOffset?)p.PinnedAt)).Concat(tags.Select(t => (t.ClientId, t.Id, (DateTimeOffset?)null)))
                .OrderBy(m => m.Item3).ThenBy(m => m.Item1).ToList();
        });
    }

    [Fact]
    public async Task A_booking_goes_along()
    {
        var member = await oneStop.OnShift("merger-booking");
        var (kept, merged) = (await Named(member, "予約 なし"), await oneStop.AClient(member, "予約の人"));
        var booking = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(merged,
            new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(14)), member.Id, false, false), false))).Id;
        await Merge(member, kept, merged);
        Assert.Equal(kept, (await oneStop.At<BookingDesk, BookingRow?>(member, d => d.Look(booking)))!.ClientId);
    }

    [Fact]
    public async Task Pairs_are_suggested_with_the_reason_until_somebody_tells_them_apart()
    {
        var member = await oneStop.AMember("merger-pairs", Duty.Counselor);
        var born = new DateOnly(1988, 2, 29);
        var (one, two) = (await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "双葉 一", Kana = "ふたば はじめ", BirthDate = born })),
            await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "二葉 一", Kana = "フタバハジメ", BirthDate = born })));
        await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "三葉 一", Kana = "みつば はじめ", BirthDate = born })); // the date alone is no reason
        Assert.Equal(DuplicateReason.SameReadingAndBirthDate, (await Pair())!.Reason);
        Assert.DoesNotContain(await oneStop.At<DuplicateDesk, IReadOnlyList<DuplicatePair>>(member, d => d.Suggestions()), p => p.Reason > DuplicateReason.SameName);
        await oneStop.At<DuplicateDesk>(member, d => d.TellApart(two, one));
        Assert.Null(await Pair());
        await oneStop.At<DuplicateDesk>(member, d => d.SuggestAgain(one, two));
        Assert.NotNull(await Pair());

        async Task<DuplicatePair?> Pair() => (await oneStop.At<DuplicateDesk, IReadOnlyList<DuplicatePair>>(member, d => d.Suggestions()))
            .SingleOrDefault(p => new[] { p.First.Id, p.Second.Id }.Order().SequenceEqual(new[] { one, two }.Order()));
    }

    private Task<Guid> Named(StaffMember member, string name) => oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = name }));

    private Task<Guid> Merge(StaffMember member, Guid kept, Guid merged, params IReadOnlyList<string> fromMerged) =>
        oneStop.At<MergeDesk, Guid>(member, d => d.Merge(kept, merged, fromMerged));
}
