using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.CaseFiles;

/// <summary>経過: what the features know of a client, in one order.</summary>
public sealed class TimelineTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember member = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.OnShift("mina");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Messages_of_one_exchange_are_one_entry_and_a_pause_of_more_than_an_hour_begins_another()
    {
        var (client, talk) = await AClientInLine("資格の相談です");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(59));
        await Answer(talk, "ご相談ありがとうございます");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(61));
        await Answer(talk, "その後いかがですか");

        var talks = await Read(client, new() { Kind = "talk" });

        Assert.Equal(2, talks.Count);
        Assert.Equal("トーク 職員1件", talks[0].Title);
        Assert.StartsWith("トーク 本人1件・職員1件", talks[1].Title, StringComparison.Ordinal);
        Assert.Equal("資格の相談です", talks[1].Text);
    }

    [Fact]
    public async Task An_exchange_that_goes_on_after_the_place_where_reading_begins_is_whole()
    {
        var (client, talk) = await AClientInLine("資格の相談です");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var inTheMiddle = oneStop.Clock.GetUtcNow();
        oneStop.Clock.Advance(TimeSpan.FromMinutes(30));
        await Answer(talk, "はい");

        var part = await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = "talk" }, new(inTheMiddle, 0)));

        Assert.Contains("職員1件", Assert.Single(part!.Rows).Entry.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_parts_together_show_each_entry_once_also_where_many_have_one_instant()
    {
        var (client, talk) = await AClientInLine("はじめまして");
        const int Notes = TimelineDesk.PageSize * 2 + 7;
        for (var i = 0; i < Notes; i++)
            await Note(talk, $"メモ{i}"); // the clock stands still

        var seen = new List<TimelineEntry>();
        for (TimelinePlace? place = null; ;)
        {
            var part = (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new(), place)))!;
            seen.AddRange(part.Rows.Select(r => r.Entry));
            if ((place = part.Next) is null)
                break;
        }

        Assert.Equal(Notes, seen.Count(e => e.Kind == "note"));
        Assert.Equal(seen.Count, seen.Select(e => (e.Kind, e.Id, e.At)).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(e => e.At), seen);
    }

    [Fact]
    public async Task Words_are_sought_in_talks_and_notes_however_they_are_written_and_the_search_is_recorded()
    {
        var (client, talk) = await AClientInLine("カイゴの資格をとりたい");
        oneStop.Clock.Advance(TimeSpan.FromHours(3));
        await Answer(talk, "お元気ですか");
        await Note(talk, "介護の学校を調べる");
        await Note(talk, "ｶｲｺﾞ職の見学");

        var found = await Read(client, new() { Words = "かいご" });

        Assert.Equal(["note", "talk"], found.Select(e => e.Kind));
        Assert.Equal("ｶｲｺﾞ職の見学", found[0].Text);
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.Where(e => e.Act == AuditAct.Searched).CountAsync()));
    }

    [Fact]
    public async Task A_booking_stands_at_the_time_of_its_talk_with_what_became_of_it()
    {
        var client = await oneStop.AClient(member);
        var start = TestOneStop.Japan("2026-10-06T10:00");
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, member.Id, false, false), false));
        oneStop.Clock.SetUtcNow(start.AddHours(2).ToUniversalTime());
        await oneStop.At<BookingDesk>(member, d => d.Close(booking.Id, wasHeld: true));

        var entry = Assert.Single(await Read(client, new() { Kind = "booking" }));

        Assert.Equal(start, entry.At);
        Assert.EndsWith("来談", entry.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_entry_stays_at_the_top_until_it_is_taken_off()
    {
        var (client, talk) = await AClientInLine("はじめまして");
        await Note(talk, "だいじなこと");
        var note = Assert.Single(await Read(client, new() { Kind = "note" }));

        await oneStop.At<TimelineDesk>(member, d => d.Pin(client, note.Kind, note.Id, note.At));
        await oneStop.At<TimelineDesk>(member, d => d.Pin(client, note.Kind, note.Id, note.At)); // pressed twice
        Assert.Equal(note.Id, Assert.Single(await oneStop.At<TimelineDesk, IReadOnlyList<TimelineRow>>(member, d => d.Pinned(client))).Entry.Id);

        await oneStop.At<TimelineDesk>(member, d => d.Unpin(client, note.Kind, note.Id));
        Assert.Empty(await oneStop.At<TimelineDesk, IReadOnlyList<TimelineRow>>(member, d => d.Pinned(client)));
    }

    [Fact]
    public async Task The_months_to_jump_to_begin_with_the_first_word_and_not_with_the_registration()
    {
        var wroteAt = oneStop.Clock.GetUtcNow();
        var talk = await oneStop.AsksSomething("登録の前から書いていた人です");
        oneStop.Clock.Advance(TimeSpan.FromDays(70));
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null));

        var part = await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new()));

        Assert.Equal(wroteAt, part!.Began, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nobody_elses_entries_are_shown()
    {
        var (_, talk) = await AClientInLine("ひとの話");
        await Note(talk, "ひとのメモ");
        var other = await oneStop.AClient(member);

        Assert.DoesNotContain(await Read(other, new()), e => e.Kind is "talk" or "note" or "event");
    }

    private async Task<(Guid Client, Guid Talk)> AClientInLine(string says)
    {
        var talk = await oneStop.AsksSomething(says);
        return (await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null)), talk);
    }

    private Task Note(Guid talk, string text) =>
        oneStop.At<NoteDesk>(member, d => d.Write(talk, text, Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));

    private Task Answer(Guid talk, string text) => oneStop.At<AnswerDesk>(member, d => d.Answer(talk, text));

    private async Task<IReadOnlyList<TimelineEntry>> Read(Guid client, TimelineFilter filter) =>
        [.. (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, filter)))!.Rows.Select(r => r.Entry)];
}
