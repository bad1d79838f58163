using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.Today.Briefing;
using OneStop.Domain.Today.Notes;
using OneStop.Line.Simulator;
using OneStop.Portal.Features.Bookings.Hour;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Questionnaires;
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
    public async Task Of_the_notes_none_hides_those_of_another_kind_and_a_pinned_one_is_there_once_as_such()
    {
        var (client, talk) = await AFriendWhoIsAClient();
        await oneStop.At<CardDesk>(mina, d => d.Remember(talk, new(new(""), new("小2の子と2人"))));
        await oneStop.At<NoteDesk>(mina, d => d.Write(talk, "名字で呼ぶ", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        foreach (var i in Enumerable.Range(1, 6))
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            await oneStop.At<NoteDesk>(mina, d => d.Write(talk, $"社内{i}", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
            await oneStop.At<ShiftNoteDesk, Guid>(pola, d => d.Write(new(new(), new() { Text = $"申し送り{i}", ClientId = client })));
        }
        foreach (var text in (string[])["名字で呼ぶ", "社内5"]) // one that is long ago, and one of the last
        {
            var note = await oneStop.Read(db => db.Messages.Where(m => m.Text == text).Select(m => new { m.Id, m.At }).SingleAsync());
            await oneStop.At<TimelineDesk>(mina, d => d.Pin(client, "note", note.Id, note.At));
        }
        Assert.Equal(["Shift 申し送り6", "Shift 申し送り5", "Shift 申し送り4", "Shift 申し送り3", "Memo 小2の子と2人", "Pin 社内メモ: 社内5", "Pin 社内メモ: 名字で呼ぶ",
            "Talk 社内6", "Talk 社内4", "Talk 社内3", "Talk 社内2"], (await Open(mina, await oneStop.ABooking(mina, client, 19))).Notes.Select(n => $"{n.Kind} {n.Text}"));
    }

    [Fact]
    public async Task A_note_that_was_taken_back_is_over_or_is_for_another_colleague_is_not_told()
    {
        var client = await oneStop.AClient(mina);
        var booking = await oneStop.ABooking(mina, client, 19, 4);
        var (ryo, chief) = (await oneStop.OnShift("ryo"), await oneStop.AMember("chief", Duty.Manager));
        var taken = await Note(null, "まちがい");
        await Note(null, "全員に");
        await Note(ryo.Id, "ひとりにだけ");
        await oneStop.At<ShiftNoteDesk>(pola, d => d.TakeBack(taken));
        Assert.Equal((1, 2, 2, 2), (await Told(mina), await Told(ryo), await Told(pola), await Told(chief)));
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 5), Substitutes = [mina.Id] })));
        Assert.Equal(2, await Told(mina));
        oneStop.PassTo(25, day: 2);
        Assert.Equal(2, await Told(pola));
        oneStop.PassTo(30, day: 2);
        Assert.Equal(0, await Told(pola));

        Task<Guid> Note(Guid? reader, string text) => oneStop.At<ShiftNoteDesk, Guid>(pola, d => d.Write(new(new(), new() { Text = text, ForStaffId = reader, ClientId = client })));
        async Task<int> Told(StaffMember member) => (await Open(member, booking)).Notes.Count;
    }

    [Fact]
    public async Task What_waits_begins_with_the_question_and_what_was_unsent_is_told_no_more()
    {
        var friend = await oneStop.AFriend();
        var (client, talk) = await AClientOf(friend);
        await oneStop.SaysAll(friend, ["まえに答えた質問"]);
        await oneStop.At<ConversationDesk>(mina, d => d.NeedNoAnswer(talk));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.SaysAll(friend, ["いまの質問"]);
        var booking = await oneStop.ABooking(mina, client, 19);
        Assert.Equal(["いまの質問"], (await Open(mina, booking)).Unanswered!.Texts.Select(t => t.Text));
        await oneStop.Read(async db =>
        {
            (await db.Messages.SingleAsync(m => m.Text == "いまの質問")).Unsend(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var brief = await Open(mina, booking);
        Assert.Empty(brief.Unanswered!.Texts);
        Assert.Null(brief.Words.Said);
    }

    [Fact]
    public async Task A_questionnaire_whose_page_was_closed_is_not_awaited_any_more()
    {
        var client = await oneStop.AnAgreedCaller(mina);
        await oneStop.Asked(mina, client, "wishes.kinds", "work.form");
        var booking = await oneStop.ABooking(mina, client, 19);
        Assert.Equal((2, (DateTimeOffset?)null), Assert.Single((await Open(mina, booking)).Sheets) is var sheet ? (sheet.Asked, sheet.ReceivedAt) : default);
        await oneStop.Read(db => db.ClientLinks.ExecuteUpdateAsync(l => l.SetProperty(x => x.WithdrawnAt, oneStop.Clock.GetUtcNow())));
        Assert.Empty((await Open(mina, booking)).Sheets);
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
    public async Task What_we_moved_or_entered_by_mistake_is_no_change_of_the_clients()
    {
        var client = await oneStop.AClient(mina);
        var entered = await oneStop.ABooking(mina, client, 12);
        await oneStop.At<BookingDesk>(mina, d => d.TakeBack(entered, false)); // annulled
        var first = await oneStop.ABooking(mina, client, 14);
        var moved = await oneStop.At<BookingDesk, Guid>(mina, async d => (await d.Move(first,
            new(BookingKind.Consultation, ContactMethod.Video, ConsultationOffice.Today.At(TimeSpan.FromHours(16)), mina.Id, false, false))).Id);
        Assert.Equal("これまでの予約はありません", (await Open(mina, moved)).Past.InJapanese);
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

    private async Task<(Guid Client, Guid Talk)> AFriendWhoIsAClient() => await AClientOf(await oneStop.AFriend());

    private async Task<(Guid Client, Guid Talk)> AClientOf(VirtualFriend friend)
    {
        var talk = await oneStop.ConversationOf(friend);
        return (await oneStop.At<ClientDesk, Guid>(mina, async d =>
        {
            var id = await d.Register(talk, null, null);
            await d.Agree(id);
            return id;
        }), talk);
    }

    private async Task<Brief> Open(StaffMember member, Guid booking) => (await oneStop.At<PreBriefDesk, Brief?>(member, d => d.Open(booking)))!;
}
