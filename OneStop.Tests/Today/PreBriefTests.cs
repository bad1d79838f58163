using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Today.Briefing;
using OneStop.Domain.Today.Notes;
using OneStop.Portal.Features.Bookings.Hour;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Today;

/// <summary>相談の前に: what is read before a talk, for whom, and that reading it is opening the client.</summary>
public sealed class PreBriefTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, pola = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, pola) = (await oneStop.OnShift("mina"), await oneStop.OnShift("pola", Duty.PlacementOfficer));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Of_a_first_booking_it_says_that_nothing_is_known_and_which_measures_were_not_told()
    {
        var booking = await oneStop.ABooking(mina, await oneStop.AClient(mina), 19);
        var brief = await Open(mina, booking);
        Assert.Equal("これまでの予約はありません", brief.Past.InJapanese);
        Assert.Empty(brief.Talks);
        Assert.Null(brief.Unanswered);
        Assert.Equal(4, brief.Told.Missing.Count());
        Assert.Null(await oneStop.At<PreBriefDesk, Brief?>(mina, d => d.Open(Guid.Empty)));
    }

    [Fact]
    public async Task It_tells_the_wish_what_waits_the_marks_and_the_notes_of_a_client_with_a_conversation()
    {
        var friend = await oneStop.AFriend("さくら");
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.SaysAll(friend, ["学童の迎えに間に合う仕事はありますか", "夜は電話に出られません"]);
        var client = await oneStop.At<ClientDesk, Guid>(mina, async d =>
        {
            var id = await d.Register(talk, null, null);
            await d.Agree(id);
            return id;
        });
        await oneStop.At<FactDesk>(mina, d => d.SaveWishes(client, new(new(), new() { Kinds = "事務", Hours = "9時から15時" })));
        await oneStop.At<FactDesk>(mina, d => d.SaveContact(client, new(new(), new() { NoCallDays = [DayOfWeek.Sunday], Care = "名字だけ名乗る" })));
        await oneStop.At<CardDesk>(mina, d => d.SetCaution(talk, new(MarkWish.None, new("急がせない"))));
        await oneStop.At<CardDesk>(mina, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が画面を見る"))));
        await oneStop.At<CardDesk>(mina, d => d.KeepAway(talk, new(NoContactWish.None, new(new(22, 0), new(7, 0)))));
        await oneStop.At<CardDesk>(mina, d => d.Remember(talk, new(new(""), new("小2の子と2人"))));
        await oneStop.At<NoteDesk>(mina, d => d.Write(talk, "折り返しは昼に", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        await oneStop.At<ShiftNoteDesk, Guid>(pola, d => d.Write(new(new(), new() { Text = "資料を渡してください", ClientId = client })));

        var brief = await Open(mina, await oneStop.ABooking(mina, client, 19));
        Assert.Equal("仕事の種類 事務・曜日と時間 9時から15時", brief.Words.Wish);
        Assert.Equal("夜は電話に出られません", brief.Words.Said?.Text);
        Assert.Equal(["学童の迎えに間に合う仕事はありますか", "夜は電話に出られません"], brief.Unanswered!.Texts.Select(t => t.Text));
        Assert.Equal(("急がせない", "家族が画面を見る", new TimeOnly(22, 0), "名字だけ名乗る"),
            (brief.Flags.Caution, brief.Flags.Discretion, brief.Flags.NoContact!.From, brief.Flags.Contact!.Care));
        Assert.Equal([(BriefNoteKind.Shift, "資料を渡してください"), (BriefNoteKind.Memo, "小2の子と2人"), (BriefNoteKind.Talk, "折り返しは昼に")],
            brief.Notes.Select(n => (n.Kind, n.Text)));
    }

    [Fact]
    public async Task The_last_talks_are_told_with_their_promise_to_support_and_without_a_word_to_placement()
    {
        var client = await oneStop.AClient(mina);
        var wish = await oneStop.AWish(mina);
        await oneStop.Written(mina, client, wish with { From = "6:30", Until = "7:00", Minutes = 30, Complaint = "まえの話" });
        await oneStop.Written(mina, client, wish with { NextStep = "求人票を3件送る", NextStepOn = new(2026, 10, 9) });
        await oneStop.At<FactDesk>(mina, d => d.SaveHealth(client, new(new(), new() { Care = "休み休み話す" })));
        var booking = await oneStop.ABooking(pola, client, 19, kind: BookingKind.JobPlacement);

        var brief = await Open(mina, booking);
        Assert.Equal(["学童の迎えに間に合う仕事を探したい", "まえの話"], brief.Talks.Select(t => t.Words!.Complaint)); // the newest first
        Assert.Equal(("求人票を3件送る", 1, "休み休み話す"), (brief.Talks[0].Words!.NextStep, brief.Talks[0].Subjects.Count, brief.Flags.Care));
        Assert.Contains(brief.Due, d => d.Item.Kind == "next-step");

        var placement = await Open(pola, booking);
        Assert.Equal(2, placement.Talks.Count);
        Assert.All(placement.Talks, t => Assert.Equal((null, 0), (t.Words, t.Subjects.Count)));
        Assert.Null(placement.Flags.Care);
        Assert.DoesNotContain(placement.Due, d => d.Item.Kind == "next-step");
    }

    [Fact]
    public async Task Past_bookings_are_counted_without_this_one_and_without_a_judgement()
    {
        var client = await oneStop.AClient(mina);
        var (held, missed, cancelled, moved) = (await oneStop.ABooking(mina, client, 10), await oneStop.ABooking(mina, client, 12),
            await oneStop.ABooking(mina, client, 14), await oneStop.ABooking(mina, client, 16));
        await oneStop.At<BookingDesk, bool>(mina, d => d.Cancel(cancelled, false, null, false));
        await oneStop.At<BookingDesk, bool>(mina, d => d.Cancel(moved, true, null, false));
        oneStop.PassTo(13.5);
        await oneStop.At<BookingDesk>(mina, d => d.Close(held, true));
        await oneStop.At<BookingDesk>(mina, d => d.Close(missed, false));
        Assert.Equal("来談 1回（最後は10月5日(月)）・お会いできなかった 1回（最後は10月5日(月)）・変更・取消 1回・こちらの都合で取りやめ 1回",
            (await Open(mina, await oneStop.ABooking(mina, client, 19))).Past.InJapanese);
        Assert.Equal("お会いできなかった 1回（最後は10月5日(月)）・変更・取消 1回・こちらの都合で取りやめ 1回", (await Open(mina, held)).Past.InJapanese);
    }

    [Fact]
    public async Task Reading_it_is_opening_the_client_once_a_sitting()
    {
        var client = await oneStop.AClient(mina);
        var booking = await oneStop.ABooking(mina, client, 19);
        await Open(pola, booking);
        await Open(pola, booking);
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Looked && e.PersonId == client && e.ActorId == pola.Id)));
        await Assert.ThrowsAsync<NotAllowedException>(async () => await Open(await oneStop.AMember("city", Duty.City), booking));
    }

    private async Task<Brief> Open(StaffMember member, Guid booking) => (await oneStop.At<PreBriefDesk, Brief?>(member, d => d.Open(booking)))!;
}
