using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings.Video;

/// <summary>ビデオ通話のサービス: without one that the City has approved for the day, nobody can choose video, by whatever way.</summary>
public sealed class VideoProviderTests : IAsyncLifetime
{
    private static readonly VideoProviderWish Wish = new("会議サービス", "Meet.Example.JP, room.example.jp", new(2026, 10, 5), null, "こ家支第8号", new(2026, 9, 1), "課長 見本");
    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!, manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (counselor, manager) = (await oneStop.OnShift("aoba"), await oneStop.AMember("chief", Duty.Manager));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("", "meet.example.jp", nameof(VideoProviderWish.Name))]
    [InlineData("会議", "", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "https://meet.example.jp", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "meet.example.jp/room", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "meet.example.jp:8443", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "localhost", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "10.0.0.1", nameof(VideoProviderWish.Hosts))]
    [InlineData("会議", "会議.jp", nameof(VideoProviderWish.Hosts))]
    public void A_name_or_host_that_is_none_is_refused_at_its_field(string name, string hosts, string field) =>
        Assert.Equal(field, Assert.Throws<RuleException>(() =>
            VideoProvider.Of(1, Wish with { Name = name, Hosts = hosts }, manager.Id, oneStop.Clock.GetUtcNow())).Field);

    [Fact]
    public async Task The_letter_of_the_City_is_required_and_kept()
    {
        Assert.Equal(nameof(ApprovalLetter.Number), (await Refused(Wish with { Number = " " })).Field);
        Assert.Equal(nameof(ApprovalLetter.On), (await Refused(Wish with { On = new(2026, 10, 6) })).Field); // tomorrow
        Assert.Equal(nameof(ApprovalLetter.By), (await Refused(Wish with { By = "" })).Field);
        Assert.Equal(nameof(VideoProviderWish.Until), (await Refused(Wish with { Until = new(2026, 10, 4) })).Field);
        await Enter(Wish);
        var row = (await oneStop.At<VideoProviderDesk, IReadOnlyList<VideoProviderRow>>(counselor, d => d.List()))[0];
        Assert.Equal(("こ家支第8号", new DateOnly(2026, 9, 1), "課長 見本", "chief さん", true), (row.Number, row.ApprovedOn, row.ApprovedBy, row.EnteredBy, row.IsInForce));
        Assert.Equal(["meet.example.jp", "room.example.jp"], row.Hosts);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<VideoProviderDesk, Guid>(counselor, d => d.Enter(Wish)));
    }

    [Fact]
    public async Task Without_a_service_staff_can_neither_book_nor_move_nor_look_for_times_by_video_and_with_one_they_can()
    {
        var client = await oneStop.AClient(counselor);
        var kept = await Book(client, "2026-10-08T10:00");
        await StopAll();
        foreach (var isBeyond in (bool[])[false, true])
        {
            Assert.Equal(BookingTerms.NoVideo, (await Assert.ThrowsAsync<RuleException>(() => Book(client, "2026-10-08T14:00", isBeyond))).Message);
            Assert.Equal(BookingTerms.NoVideo, (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk, EnteredBooking>(counselor,
                d => d.Move(kept, Plan("2026-10-08T15:00", isBeyond))))).Message);
        }
        Assert.Equal(BookingTerms.NoVideo, (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk, IReadOnlyList<FreeTime>>(counselor,
            d => d.FreeTimes(BookingKind.Consultation, ContactMethod.Video, new(2026, 10, 8))))).Message);
        Assert.Null(await oneStop.At<BookingDesk, DateOnly?>(counselor, d => d.NextFreeDay(BookingKind.Consultation, ContactMethod.Video, new(2026, 10, 7))));
        Assert.Equal([ContactMethod.Chat, ContactMethod.Phone], await oneStop.At<BookingDesk, IReadOnlyList<ContactMethod>>(counselor, d => d.Methods(new(2026, 10, 8))));
        Assert.True((await oneStop.At<BookingDesk, BookingRow?>(counselor, d => d.Look(kept)))!.Stands); // what exists stays

        await Enter(Wish);
        await Book(client, "2026-10-08T14:00");
    }

    [Theory]
    [InlineData("2026-10-07T10:00", false)] // the day before the first
    [InlineData("2026-10-08T06:00", true)]
    [InlineData("2026-10-10T00:00", true)] // still the service day of the last
    [InlineData("2026-10-10T06:00", false)]
    public async Task The_day_of_the_talk_decides(string start, bool isApproved)
    {
        await StopAll();
        await Enter(Wish with { From = new(2026, 10, 8), Until = new(2026, 10, 9) });
        var client = await oneStop.AClient(counselor);
        if (isApproved)
            await Book(client, start);
        else
            await Assert.ThrowsAsync<RuleException>(() => Book(client, start));
    }

    [Fact]
    public async Task In_LINE_video_is_not_offered_and_an_old_button_leads_to_the_other_methods()
    {
        var friend = await oneStop.OnTheWay("10月8日(木)", "10:00", "ビデオ通話");
        await StopAll();
        await oneStop.Tap(friend, "予約する"); // shown while video was on offer, and held for five minutes
        oneStop.AssertSays(friend, "どの方法で話しますか？");
        Assert.DoesNotContain("ビデオ通話", oneStop.Labels(friend));
        await oneStop.Tap(friend, "チャット");
        await oneStop.Tap(friend, "予約する");
        Assert.Equal(ContactMethod.Chat, (await oneStop.BookingsOf(friend)).Single(b => b.State == BookingState.Confirmed).Method);

        await oneStop.Tap(friend, "予約を変更する");
        await oneStop.Tap(friend, "10月9日(金)");
        await oneStop.Tap(friend, "11:00");
        Assert.Contains("電話に変える", oneStop.Labels(friend));
    }

    [Fact]
    public async Task A_kind_that_has_only_video_leads_to_a_person()
    {
        var terms = (await oneStop.At<TermsDesk, IReadOnlyList<TermsRow>>(manager, d => d.List())).Single(r => r.Kind == BookingKind.Consultation).Terms;
        await oneStop.At<TermsDesk>(manager, d => d.Set(BookingKind.Consultation, new(terms, terms with { Methods = [ContactMethod.Video] })));
        await StopAll();
        var friend = await oneStop.Somebody();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        oneStop.AssertSays(friend, "相談員が日時と方法を調整します");
        Assert.Contains("相談員にきく", oneStop.Labels(friend));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_for_a_day_by_video_is_told_of_a_free_time_only_while_a_service_is_approved(bool isApproved)
    {
        await oneStop.Booked("10月9日(金)", "10:00");
        if (!isApproved)
            await StopAll(); // first: the worker looks as soon as somebody waits
        var id = await oneStop.Read(async db =>
        {
            var client = db.Clients.Single();
            var waiting = db.WaitingList.Add(WaitingEntry.Of(client, BookingKind.Consultation, ContactMethod.Video, new(new(2026, 10, 8)), oneStop.Clock.GetUtcNow())).Entity;
            await db.SaveChangesAsync();
            return waiting.Id;
        });
        await oneStop.ByClock<ReminderDesk>(d => d.SendDue());
        Assert.Equal(isApproved, await oneStop.Read(async db => (await db.WaitingList.FindAsync(id))!.ToldAt) is not null);
    }

    private async Task StopAll()
    {
        foreach (var row in await oneStop.At<VideoProviderDesk, IReadOnlyList<VideoProviderRow>>(manager, d => d.List()))
            await oneStop.At<VideoProviderDesk>(manager, d => d.Stop(row.Id));
    }

    private Task<Guid> Enter(VideoProviderWish wish) => oneStop.At<VideoProviderDesk, Guid>(manager, d => d.Enter(wish));

    private Task<RuleException> Refused(VideoProviderWish wish) => Assert.ThrowsAsync<RuleException>(() => Enter(wish));

    private BookingPlan Plan(string start, bool isBeyond) => new(BookingKind.Consultation, ContactMethod.Video, Japan(start), counselor.Id, isBeyond, false, Reason: isBeyond ? "本人の希望" : "");

    private Task<Guid> Book(Guid client, string start, bool isBeyond = false) =>
        oneStop.At<BookingDesk, Guid>(counselor, async d => (await d.Book(client, Plan(start, isBeyond), false)).Id);
}
