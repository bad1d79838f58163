using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.CaseFiles;

/// <summary>The list of clients: what it shows, filters, sorts, exports, and tags for several at once.</summary>
public sealed class ClientListTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_row_shows_where_somebody_lives_and_what_comes_next()
    {
        var member = await oneStop.OnShift("list-one");
        var talk = await oneStop.AsksSomething("学童のこと");
        var client = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "青葉 みどり", Kana = "あおば みどり" }, talk));
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(client, new(new(), new() { Ward = Ward.Sawara })));
        await oneStop.At<ClientDesk>(member, d => d.Answer(client, Eligibility.Yes));
        await oneStop.At<ClientDesk>(member, d => d.Agree(client));
        var start = new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(14));
        await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, start, member.Id, false, false), false));
        var row = Assert.Single((await List(member, new(), words: "あおば")).Part.Rows);
        Assert.Equal(("青葉 みどり", "あおば みどり", Ward.Sawara, Eligibility.Yes, talk, start), (row.Called, row.Kana, row.Ward, row.Eligibility, row.ConversationId, row.NextBooking));
        Assert.NotNull(row.LastTalkAt);
        var told = (await List(member, new(), words: "あおば")).Told[client];
        Assert.Equal((4, false), (told.Measures.Count, told.Measures.Any(m => m.IsTold)));
        Assert.Contains(client, await Ids(member, new() { Booking = ComingBooking.Some })); // other tests have clients of their own
        Assert.DoesNotContain(client, await Ids(member, new() { Booking = ComingBooking.None }));
        Assert.Contains(client, await Ids(member, new() { Ward = Ward.Sawara }));
        Assert.DoesNotContain(client, await Ids(member, new() { Ward = Ward.Higashi }));
        Assert.Contains(client, await Ids(member, new() { Line = LineUse.Linked }));
        Assert.DoesNotContain(client, await Ids(member, new() { Line = LineUse.Blocked }));
    }

    [Fact]
    public async Task What_is_not_known_is_sorted_last_and_pages_hold_a_hundred()
    {
        var member = await oneStop.AMember("list-many", Duty.Counselor);
        await oneStop.Read(async db =>
        {
            for (var i = 0; i < 120; i++)
            {
                var client = Client.Of(5000 + i, null, null, oneStop.Clock.GetUtcNow());
                client.Identify(new() { FullName = $"並木 {i}", Kana = i == 7 ? "" : "なみき" }, oneStop.Clock.GetUtcNow());
                db.Add(client);
            }
            await db.SaveChangesAsync();
            return true;
        });
        var first = (await List(member, new(), words: "並木", sort: "name")).Part;
        Assert.Equal((120, 100), (first.Count, first.Rows.Count));
        var last = (await oneStop.At<ClientListDesk, ClientList>(member, d => d.List(new(new(), "name", false, 2, "並木")))).Part;
        Assert.Equal(5007, last.Rows[^1].Number);
        Assert.Equal(5119, (await List(member, new(), words: "並木")).Part.Rows[0].Number); // the newest first
        foreach (var column in (string[])["number", "ward", "talk", "booking"])
            foreach (var isDescending in (bool[])[false, true])
                Assert.Equal(100, (await oneStop.At<ClientListDesk, ClientList>(member, d => d.List(new(new(), column, isDescending, 1, "並木")))).Part.Rows.Count);
    }

    [Fact]
    public async Task Several_are_tagged_at_once_and_who_had_the_tag_keeps_it_when_that_is_undone()
    {
        var (member, manager) = (await oneStop.AMember("list-tags", Duty.Counselor), await oneStop.AMember("list-tags-manager", Duty.Manager));
        await oneStop.At<TagDesk>(manager, d => d.Add("講座に関心"));
        var tag = (await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(member, d => d.Offered())).Single(t => t.Name == "講座に関心").Id;
        var (one, two) = (await oneStop.AsksSomething("一人目"), await oneStop.AsksSomething("二人目"));
        var (first, second) = (await oneStop.At<ClientDesk, Guid>(member, d => d.Register(one, null, null)), await oneStop.At<ClientDesk, Guid>(member, d => d.Register(two, null, null)));
        var caller = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "電話の人", null));
        await oneStop.At<TagDesk, IReadOnlyList<Guid>>(member, d => d.Put([one], tag));

        var tagged = await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Tag([first, second, caller], tag));
        Assert.Equal(new[] { second, caller }.Order(), tagged.Order());
        Assert.Equal(new[] { first, second, caller }.Order(), (await Ids(member, new() { Tag = tag })).Order());
        Assert.All((await List(member, new() { Tag = tag })).Part.Rows, r => Assert.Equal(["講座に関心"], r.Tags));
        Assert.Empty(await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Tag([first, second, caller], tag)));
        Assert.Equal(tagged.Order(), (await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Untag(tagged, tag))).Order());
        Assert.Equal([first], await Ids(member, new() { Tag = tag }));
    }

    [Fact]
    public async Task A_tag_of_somebody_without_LINE_stays_when_they_get_it_and_is_taken_off_once()
    {
        var (member, manager) = (await oneStop.AMember("list-later", Duty.Counselor), await oneStop.AMember("list-later-manager", Duty.Manager));
        await oneStop.At<TagDesk>(manager, d => d.Add("夜に電話"));
        var tag = (await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(member, d => d.Offered())).Single(t => t.Name == "夜に電話").Id;
        var caller = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "あとでLINEの人", null));
        await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Tag([caller], tag));
        var talk = await oneStop.AsksSomething("LINEを始めました");
        await oneStop.At<LinkDesk, Guid?>(member, d => d.Link(caller, talk));
        Assert.Equal([caller], await Ids(member, new() { Tag = tag }));
        Assert.Empty(await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Tag([caller], tag)));
        await oneStop.At<TagDesk, IReadOnlyList<Guid>>(member, d => d.Put([talk], tag));
        Assert.Equal(["夜に電話"], Assert.Single((await List(member, new() { Tag = tag })).Part.Rows).Tags); // set in both places, shown once
        await oneStop.At<ClientListDesk, IReadOnlyList<Guid>>(member, d => d.Untag([caller], tag));
        Assert.Empty(await Ids(member, new() { Tag = tag }));
    }

    [Fact]
    public async Task A_list_that_is_saved_as_a_file_is_recorded_for_each_person_in_it()
    {
        var manager = await oneStop.AMember("list-export", Duty.Manager);
        var client = await oneStop.At<RegistrationDesk, Guid>(manager, d => d.Register(new() { FullName = "書出 つばさ" }));
        await oneStop.At<ClientListDesk, IReadOnlyList<ClientListRow>>(manager, d => d.Export(new(new() { Line = LineUse.None })));
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Exported && e.Subject == ClientListDesk.Exported && e.PersonId == client)));
    }

    private Task<ClientList> List(StaffMember member, ClientFilter filter, string words = "", string? sort = null) =>
        oneStop.At<ClientListDesk, ClientList>(member, d => d.List(new(filter, sort, false, 1, words)));

    private async Task<IReadOnlyList<Guid>> Ids(StaffMember member, ClientFilter filter) => [.. (await List(member, filter)).Part.Rows.Select(r => r.Id)];
}
