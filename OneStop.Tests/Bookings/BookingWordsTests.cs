using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Partners.Cards;
using OneStop.Domain.Safeguards;
using OneStop.Line;
using OneStop.Line.Api;
using OneStop.Line.Delivery;
using OneStop.Line.Reception;
using OneStop.Line.Simulator;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>Every message of the dialogue at its largest, checked against LINE's limits field by field; and what a locked screen may show.</summary>
public sealed class BookingWordsTests
{
    private static readonly ServiceDay Day = new(new(2026, 10, 7));
    private static readonly Guid Id = Guid.Parse("0199c0de-0000-7000-8000-000000000001");
    private static readonly BookingWish Wish = new(BookingKind.InterviewPractice, ContactMethod.Video, Day, TimeSpan.FromMinutes(24 * 60), Id);
    private static readonly BookingView View = new(Id, BookingKind.ProgramMeeting, ContactMethod.Video, new Slot(Japan("2026-10-08T00:00"), 60),
        new string('あ', 40), true, false, false, false);
    private static readonly Uri Room = new("https://meet.example.jp/abc-defg");
    private static readonly BookingView ByPhone = View with { Method = ContactMethod.Phone, LacksPhone = true };
    private static readonly WaitingView Waiting = new(Id, BookingKind.Consultation, ContactMethod.Phone, Day);
    private static readonly Confirms Longest = new(Id, Wish with { Moves = null });
    private static readonly ConsentPurpose Other = new(new string('o', ConsentPurpose.LongestCode), "二十文字までで書いた、ほかの同意の目的", "1", "");
    private static readonly DialogueRegistry Dialogues = new ServiceCollection().AddDialogues().BuildServiceProvider().GetRequiredService<DialogueRegistry>();
    private static readonly TimeSpan[] AllDay = [.. Enumerable.Range(12, 37).Select(i => TimeSpan.FromMinutes(i * 30))];

    private static readonly DialogueReply[] Replies =
    [
        new AsksEligibility(Longest), new AsksOnOneCard(Longest), new AsksToChangeAnswer(Eligibility.Unsure, Longest),
            new AsksConsent(ConsentPurpose.Consultation, Longest), new AsksConsent(ConsentPurpose.Consultation, new WantsForm()),
                new AsksConsent(Other, Longest),
        new LedToPerson(Eligibility.No, Longest), new NoConsent(ConsentPurpose.Consultation, Longest),
            new NoConsent(ConsentPurpose.Consultation, new WantsForm()),
        new AsksMethod(Wish, Enum.GetValues<ContactMethod>()), new AsksMethod(Wish with { Moves = null }, Enum.GetValues<ContactMethod>()),
        new HasNoMethod(Wish), new HasNoMethod(Wish with { Moves = null }),
        new AsksDay(Wish, [.. Enumerable.Range(0, 28).Select(i => (Day.AddDays(i), 37))], 28, []), new AsksDay(Wish with { Moves = null }, [], 28, []),
            new AsksDay(Wish with { Moves = null }, [.. Enumerable.Range(0, 14).Select(i => (Day.AddDays(i), 1))], 28,
                [.. Enumerable.Range(14, 14).Select(Day.AddDays)]), new AsksDay(Wish with { Moves = null }, [], null, [Day]),
                new AsksFullDay(Wish with { Moves = null }, [.. Enumerable.Range(60, 28).Select(Day.AddDays)]),
        new AsksTime(Wish, AllDay), new IsFull(Wish), new IsFull(Wish with { Day = null, Time = null }), new IsGone(Wish, AllDay[..6]),
            .. Enum.GetValues<WhyNothing>().Select(why => new HasNothing(Wish, why)),
        new AsksToConfirm(Wish, Id, View.Slot, null, Enum.GetValues<ContactMethod>()),
            new AsksToConfirm(Wish with { Moves = null }, Id, View.Slot, BookingDialogue.HeldFor, Enum.GetValues<ContactMethod>()),
                new AsksToConfirm(Wish with { Method = ContactMethod.Chat, Moves = null }, Id, View.Slot, BookingDialogue.HeldFor, [ContactMethod.Chat]),
        new IsBooked(View, false, new string('f', 32)), new IsBooked(ByPhone, false, new string('f', 32)),
            new IsBooked(ByPhone with { LacksPhone = false }, true), new WasBooked(View), new WasBooked(View, IsMoved: true),
                new WasBooked(ByPhone with { CanChange = false }), new IsProposed(View), new IsFull(Wish with { Moves = null }),
                    new IsFull(Wish with { Day = null, Time = null, Moves = null }), new HasAnother(View, Wish),
        new HasEnough([.. Enumerable.Repeat(View, BookingDialogue.MostComing)]),
            new ShowsMine([.. Enumerable.Repeat(ByPhone, BookingDialogue.MostComing)], [.. Enumerable.Repeat(Waiting, 20)]),
                new ShowsMine([.. Enumerable.Repeat(View with { IsProposal = true }, 20)], []), new ShowsMine([], []),
        new OffersForm(new string('f', 32)), new AsksPhoneLater(), new HasNoConsent(), new AsksToCancel(View), new IsCancelled(View), new IsExplained(),
            new IsTooLate(View, 60), new IsTooLate(View, 10_079), new IsPassedOn(View, true), new IsPassedOn(View, false), new IsPassedOn(null, false),
                new AsksToCancel(View with { IsProposal = true }), new IsCancelled(View with { IsProposal = true }), new IsOver(), new IsReplaced(View),
                    new IsReplaced(View with { CanChange = false }), new WaitsForEnough([.. Enumerable.Repeat(Waiting, 20)]),
                        new ShowsMine([ByPhone with { CanChange = false }], []), new IsAcknowledged(View), new IsWaiting(Waiting), new WaitsNoMore(Waiting),
        new NotNow(WhyNotNow.SwitchedOff), new NotNow(WhyNotNow.Busy), new NotNow(WhyNotNow.Closed),
            new NotNow(WhyNotNow.Closed, Day.At(TimeSpan.FromHours(6))), new AsksMethod(Wish, Enum.GetValues<ContactMethod>(), OffersNow: true),
                new AsksDay(Wish, [], 28, [Day], OffersNow: true), new AsksWhichConsent([ConsentPurpose.Consultation, Other]), new AsksToErase(),
                    new AsksToWithdraw(null, 5), new AsksToWithdraw(ConsentPurpose.Consultation, 0), new AsksToWithdraw(Other, 0),
                        new ConsentIsWithdrawn(5), new ConsentIsWithdrawn(0), new ErasureIsAsked(), new ConsentIsGiven(Other), new ConsentIsLeft(),
        new AsksWhereToSee(Id, new string('f', 32)), new PartnerIsLeft(), new PartnerIsGone(),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Replies.Length)];

    [Fact]
    public void Each_kind_of_reply_is_looked_at() =>
        Assert.Equal(typeof(DialogueReply).Assembly.GetTypes().Where(t => !t.IsAbstract
            && t.IsSubclassOf(typeof(DialogueReply))).Select(t => t.Name).Order(),
            Replies.Select(r => r.GetType().Name).Append(nameof(ShowsPartner)).Distinct().Order()); // the card as it was drawn: PartnerCardTests

    [Theory]
    [MemberData(nameof(All))]
    public async Task LINE_would_take_it_and_a_locked_screen_tells_nothing(int which)
    {
        var messages = await InLineWords(DialogueWords.Of(Replies[which]).Contents);
        using var body = JsonDocument.Parse(JsonSerializer.Serialize(new { messages }, LineJson.Options));
        Assert.Empty(MessageRules.Check(body.RootElement));
        var written = JsonNode.Parse(body.RootElement.GetProperty("messages").GetRawText())!.AsArray();
        Assert.All(written, m => Assert.Equal("ご案内があります", m!["altText"]!.GetValue<string>()));
        var buttons = Thumb.Buttons(written).ToList();
        Assert.NotEmpty(buttons); // there is always a next step
        // the menu closes to make room for the answer
        Assert.All(buttons.Where(b => b["type"]!.GetValue<string>() == "postback"),
            b => Assert.Equal(b["data"]!.GetValue<string>() == "ask" ? "openKeyboard" : "closeRichMenu", b["inputOption"]!.GetValue<string>()));
        Assert.All(buttons, b => Assert.InRange(b["label"]!.GetValue<string>().Length, 1, 20));
        Assert.All(buttons.Where(b => b["type"]!.GetValue<string>() == "postback"),
            b => Assert.True(b["data"]!.GetValue<string>() == "ask" || Dialogues.Read(b["data"]!.GetValue<string>()) is not null, $"{b["data"]} is not read."));
    }

    [Fact]
    public async Task What_is_said_unasked_tells_neither_what_it_is_about_nor_how()
    {
        var now = Japan("2026-10-05T09:00");
        var booking = Booking.Of(Client.Of(1, null, null, now), BookingTerms.Standard(BookingKind.JobPlacement), ContactMethod.Phone, View.Slot, Id,
            null, null, now);
        var terms = BookingTerms.Standard(BookingKind.JobPlacement);
        CardContent[] cards = [BookingNotices.DayBefore(booking, terms, lacksPhone: true, now),
            BookingNotices.HourBefore(booking, terms, lacksPhone: false, View.Slot.Start.AddHours(-1), Room), VideoWords.Of(booking.Slot, Room, isNew: false),
                VideoWords.Of(booking.Slot, Room, isNew: true), BookingNotices.Entered(booking, terms, now),
                BookingNotices.Moved(booking, new(booking.Slot.Start.AddHours(1), 60), terms, now), BookingNotices.Moved(booking, booking.Slot, terms, now), BookingNotices.Ended(booking),
                    BookingNotices.Missed(booking.Kind, booking.Method, booking.Slot),
                        BookingNotices.RoomFound(WaitingEntry.Of(Client.Of(1, null, null, now), BookingKind.Consultation, ContactMethod.Chat, Day, now), now)];
        var messages = await InLineWords(cards);
        using var body = JsonDocument.Parse(JsonSerializer.Serialize(new { messages = messages.Take(5) }, LineJson.Options));
        Assert.Empty(MessageRules.Check(body.RootElement));
        Assert.All(cards, TellsNothing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_answers_a_button_of_a_reminder_and_stays_the_newest_tells_no_more(bool wantsOtherTime)
    {
        CardContent[] cards = [.. new DialogueReply[] { new IsAcknowledged(View), new IsTooLate(View, 60),
            new IsPassedOn(View, wantsOtherTime) }.Select(r => Assert.IsType<CardContent>(DialogueWords.Of(r).Contents[0]))];
        Assert.All(cards, c => TellsNothing(c with { Choices = [.. c.Choices.Where(x => x.Data != "ask")] })); // 相談員にきく is on every card
        Assert.All(cards, c => Assert.Contains("24:00〜25:00", c.Text, StringComparison.Ordinal));
    }

    private static void TellsNothing(CardContent card) =>
        Assert.DoesNotMatch("相談|面談|紹介|仕事|就業|チャット|電話|ビデオ", card.Notice + card.Title + card.Text + string.Concat(card.Choices.Select(x => x.Label + x.Says)));

    [Theory]
    [InlineData("2026-10-07T22:30", 60, "10月7日(水) 22:30〜23:30")]
    [InlineData("2026-10-07T23:00", 60, "10月7日(水) 23:00〜24:00\n（終わりは8日の午前0時）")]
    [InlineData("2026-10-07T23:30", 60, "10月7日(水) 23:30〜24:30\n（終わりは8日の午前0時30分）")]
    [InlineData("2026-10-08T00:00", 60, "10月7日(水) 24:00〜25:00\n（日付は8日の午前0時〜）")]
    [InlineData("2026-11-01T00:30", 30, "10月31日(土) 24:30〜25:00\n（日付は11月1日の午前0時30分〜）")]
    [InlineData("2026-10-31T23:00", 60, "10月31日(土) 23:00〜24:00\n（終わりは11月1日の午前0時）")]
    [InlineData("2026-12-29T00:00", 60, "12月28日(月) 24:00〜25:00\n（日付は29日の午前0時〜）")]
    [InlineData("2026-10-08T06:00", 60, "10月8日(木) 6:00〜7:00")]
    public void A_time_after_midnight_is_explained(string start, int minutes, string words)
    {
        var slot = new Slot(Japan(start), minutes);
        Assert.Equal(words, slot.InEasyWords);
        var view = View with { Slot = slot };
        foreach (DialogueReply reply in new DialogueReply[] { new AsksToConfirm(Wish, Id, slot, null, []), new IsBooked(view, false),
            new IsAcknowledged(view), new IsTooLate(view, 60), new IsPassedOn(view, true), new IsPassedOn(view, false), new AsksToCancel(view),
                new WasBooked(view) })
            Assert.Contains(words, Assert.IsType<CardContent>(DialogueWords.Of(reply).Contents[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "始まる時間をすぎたため")]
    [InlineData(15, "始まる15分前をすぎたため")]
    [InlineData(60, "始まる1時間前をすぎたため")]
    [InlineData(90, "始まる1時間30分前をすぎたため")]
    [InlineData(2 * 24 * 60, "始まる2日前をすぎたため")]
    public void Too_late_says_since_when(int limit, string words) =>
        Assert.Contains(words, Assert.IsType<CardContent>(DialogueWords.Of(new IsTooLate(View, limit)).Contents[0]).Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_read_as_it_was_written(string data)
    {
        var step = Dialogues.Read(data);
        Assert.NotNull(step);
        Assert.Equal(data, step.Data);
        Assert.InRange(data.Length, 1, 300);
        Assert.NotEmpty(DialogueWords.Happened(step));
    }

    public static TheoryData<string> Steps => [.. new DialogueStep[]
    {
        new Chooses(new(BookingKind.Consultation)), new Chooses(Wish), new Chooses(Wish with { Day = null, Time = null, Later = 28 }),
            new Chooses(Wish with { Time = null }), new Chooses(Wish with { Method = null, AsksMethod = true }),
                new Chooses(new(BookingKind.JobPlacement, AsksMethod: true)), new Confirms(Id, Wish),
        new SaysEligible(Eligibility.Yes, Longest.Data), new SaysEligible(Eligibility.No, Longest.Data),
            new SaysEligible(Eligibility.Unsure, Longest.Data), new SaysEligible(Eligibility.No, Longest.Data, IsSure: true),
                new SaysEligible(Eligibility.Yes, Longest.Data, IsSure: true), new SaysEligible(Eligibility.Unsure, Longest.Data, IsSure: true),
                    new SaysConsent(true, Other.Code, Longest.Data), new SaysConsent(false, Other.Code, new WantsForm().Data),
                        new AnswersOneCard(true, Longest.Data), new AnswersOneCard(false, Longest.Data),
        new LooksAtMine(), new WantsNow(), new WantsForm(), new WantsToMove(Id), new WantsToCancel(Id), new Cancels(Id), new CannotCome(),
            new LeavesToStaff(Id, false), new LeavesToStaff(Id, true), new Explains(Id, CancelReason.Work), new Acknowledges(Id), new WantsToWait(Wish),
                new LooksAtFull(Wish with { Day = null, Time = null, Moves = null, Later = 28 }),
        new TakesOffer(Id), new StopsWaiting(Id), new WithdrawsConsent(null, false), new WithdrawsConsent(Other.Code, false),
            new WithdrawsConsent(WithdrawsConsent.All, true), new AsksErasure(false), new AsksErasure(true),
    }.Select(s => s.Data)];

    private static async Task<IReadOnlyList<LineMessage>> InLineWords(IReadOnlyList<OutgoingContent> contents) =>
        // there is no picture among them, so the database is not used
        (await new LineWords(new PublicAddress(
            new ConfigurationBuilder().AddInMemoryCollection([new("PublicBaseUrl", "https://onestop.example.jp")]).Build(), null!),
            new LinkKeys(new AuditKey(new string('k', 32)))).Write(null!, contents, CancellationToken.None))!;
}
