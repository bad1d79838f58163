using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Channels;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings.Video;

/// <summary>ビデオ通話のアドレス: one for each booking, never another client's, sent once by one press, and with the booking where it goes.</summary>
public sealed class VideoLinkTests : IAsyncLifetime
{
    private const string Room = "https://meet.example.jp/abc-defg-hij";
    private const string Another = "ほかの方の予約で使われています";
    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        counselor = await oneStop.OnShift("aoba");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("http://meet.example.jp/abc")]
    [InlineData("https://evil.example/abc")]
    [InlineData("https://meet.example.jp.evil.example/abc")]
    [InlineData("https://sub.meet.example.jp/abc")]
    [InlineData("https://meet.example.jp@evil.example/abc")]
    [InlineData("https://user:pass@meet.example.jp/abc")]
    [InlineData("https://meet.example.jp:8443/abc")]
    [InlineData("https://meet.example.jp/")]
    [InlineData("https://meet.example.jp/join/")]
    [InlineData("https://meet.example.jp/join?x=1&from=addon")] // which of both is the room?
    [InlineData("https://meet.example.jp/a b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("meet.example.jp/abc")]
    [InlineData("")]
    public async Task Only_the_address_of_a_room_at_the_approved_service_is_taken(string typed)
    {
        var booking = await ABooking(await oneStop.AClient(counselor));
        Assert.Equal(nameof(VideoLinkWish.Address), (await Assert.ThrowsAsync<RuleException>(() => Enter(booking, typed))).Field);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused() =>
        Assert.Equal(nameof(VideoLinkWish.Address), (await Assert.ThrowsAsync<RuleException>(async () =>
            await Enter(await ABooking(await oneStop.AClient(counselor)), $"{Room}{new string('a', VideoAddress.Longest)}"))).Field);

    [Theory]
    [InlineData(Room)]
    [InlineData("https://MEET.example.jp/abc-defg-hij")]
    [InlineData("https://meet.example.jp:443/abc-defg-hij/")]
    [InlineData("https://meet.example.jp/abc-defg-hij#start")]
    [InlineData("https://meet.example.jp/x/../ABC-defg-hij")]
    public async Task The_address_of_another_client_is_refused_for_ever_however_it_is_written(string typed)
    {
        var (first, second) = (await ABooking(await oneStop.AClient(counselor)), await ABooking(await oneStop.AClient(counselor), "2026-10-08T12:00"));
        await Enter(first, Room);
        Assert.Contains(Another, (await Assert.ThrowsAsync<RuleException>(() => Enter(second, typed))).Message, StringComparison.Ordinal);
        await Enter(first, $"{Room}-new"); // the old one is not valid any more, and still nobody else's
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(first, isOurs: false, null, tells: false));
        Assert.Contains(Another, (await Assert.ThrowsAsync<RuleException>(() => Enter(second, typed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_enter_one_address_at_the_same_moment_one_is_refused_by_the_database()
    {
        var bookings = new List<Guid>();
        for (var i = 0; i < 4; i++)
            bookings.Add(await ABooking(await oneStop.AClient(counselor), $"2026-10-08T{8 + (2 * i):00}:00"));
        var outcomes = await Task.WhenAll(bookings.Select(async b =>
        {
            try
            {
                await Enter(b, Room);
                return "";
            }
            catch (RuleException refusal)
            {
                return refusal.Message;
            }
        }));
        Assert.Single(outcomes, o => o.Length == 0);
        Assert.Equal(3, outcomes.Count(o => o.Contains(Another, StringComparison.Ordinal)));
        Assert.Equal(1, await oneStop.Read(db => db.VideoLinks.CountAsync()));
        await Assert.ThrowsAsync<DbUpdateException>(() => oneStop.Read(async db => // whatever code is written one day
        {
            var given = await db.GivenAddresses.SingleAsync();
            db.GivenAddresses.Add(GivenAddress.To(await db.Clients.Where(c => c.Id != given.ClientId).Select(c => c.Id).FirstAsync(), given.Digest, oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task What_was_entered_by_mistake_is_free_again_for_whom_it_was_made_and_the_one_before_is_back()
    {
        var (first, second) = (await ABooking(await oneStop.AClient(counselor)), await ABooking(await oneStop.AClient(counselor), "2026-10-08T12:00"));
        await Enter(first, $"{Room}-first");
        var mistaken = await Enter(first, Room);
        Assert.Single((await Look(first)).Former);
        await oneStop.At<VideoDesk>(counselor, d => d.Remove(mistaken));
        Assert.Equal($"{Room}-first", (await Look(first)).Link!.Address);
        Assert.Empty((await Look(first)).Former);
        await Enter(second, Room);
    }

    [Fact]
    public async Task An_address_that_somebody_had_before_the_mistake_stays_theirs()
    {
        var (first, second) = (await ABooking(await oneStop.AClient(counselor)), await ABooking(await oneStop.AClient(counselor), "2026-10-08T12:00"));
        await Enter(first, Room);
        await Enter(first, $"{Room}-new");
        var again = await Enter(first, Room);
        await oneStop.At<VideoDesk>(counselor, d => d.Remove(again));
        Assert.Contains(Another, (await Assert.ThrowsAsync<RuleException>(() => Enter(second, Room))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_sends_it_once_with_a_neutral_button_and_what_was_changed_is_sent_again()
    {
        var (friend, booking) = await Booked();
        var link = await Enter(booking, Room);
        var preview = await oneStop.At<VideoDesk, VideoPreview>(counselor, d => d.Preview(link));
        Assert.Equal((VideoWords.Opens, new Uri(Room)), (preview.Card.Choices[0].Label, preview.Card.Choices[0].Outside));
        await Send(link);
        Assert.Contains("すでに送られています", (await Assert.ThrowsAsync<RuleException>(() => Send(link))).Message, StringComparison.Ordinal);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "お約束のページ");
        Assert.Equal((1, Delivery.Accepted), (Heard(friend, Room), (await Look(booking)).Link!.Sending));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<VideoDesk>(counselor, d => d.Remove(link))); // the client has it

        await Send(await Enter(booking, $"{Room}-new"));
        await Assert.ThrowsAsync<RuleException>(() => Send(link));
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "前にお送りしたボタンは使えません");
        Assert.Equal(1, Heard(friend, $"{Room}-new"));
    }

    [Fact]
    public async Task Within_the_hold_it_is_taken_back_and_can_be_sent_anew()
    {
        var (friend, booking) = await Booked();
        var link = await Enter(booking, Room);
        await Send(link);
        await oneStop.At<VideoDesk>(counselor, d => d.TakeBack(link));
        Assert.Null((await Look(booking)).Link!.Sending);
        oneStop.PassTheHold();
        Assert.Equal(0, await oneStop.Read(db => db.OutgoingMessages.CountAsync(o => o.State == Delivery.Waiting)));
        await Send(link);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "お約束のページ");
        Assert.Equal(1, Heard(friend, Room));
    }

    [Fact]
    public async Task To_a_client_marked_discreet_it_goes_behind_a_button_and_a_question_stays_open()
    {
        var (friend, booking) = await Booked();
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(counselor, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が見る"))));
        await oneStop.Type(friend, "当日の持ち物は何ですか");
        var due = await oneStop.DueOf(friend);
        Assert.NotNull(due);
        await Send(await Enter(booking, Room));
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "まわりに人がいないときに");
        Assert.Equal(0, Heard(friend, Room));
        Assert.Equal(due, await oneStop.DueOf(friend));
        await oneStop.Tap(friend, "お返事を見る");
        Assert.Equal(1, Heard(friend, Room));
    }

    [Fact]
    public async Task Who_cannot_be_reached_in_LINE_gets_nothing_and_staff_is_told_what_to_do()
    {
        var link = await Enter(await ABooking(await oneStop.AClient(counselor)), Room);
        Assert.Contains("電話で伝えるか", (await Assert.ThrowsAsync<RuleException>(() => Send(link))).Message, StringComparison.Ordinal);
        var (friend, booking) = await Booked();
        var theirs = await Enter(booking, $"{Room}-b");
        oneStop.Line.Block(friend.UserId);
        await Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        await Assert.ThrowsAsync<RuleException>(() => Send(theirs));
    }

    [Theory]
    [InlineData("2026-10-08T15:00", true)] // the same day: the room goes along
    [InlineData("2026-10-09T10:00", false)] // another day: a new room is asked for
    public async Task A_moved_booking_takes_its_address_along_on_the_same_day_and_undo_gives_it_back(string to, bool goesAlong)
    {
        var booking = await ABooking(await oneStop.AClient(counselor));
        await Enter(booking, Room);
        var moved = await oneStop.At<BookingDesk, EnteredBooking>(counselor,
            d => d.Move(booking, new(BookingKind.Consultation, ContactMethod.Video, Japan(to), counselor.Id, false, false)));
        Assert.Equal(goesAlong ? Room : null, (await Look(moved.Id)).Link?.Address);
        await oneStop.At<BookingDesk>(counselor, d => d.MoveBack(moved.Id, asProposal: false, tells: false));
        Assert.Equal(Room, (await Look(booking)).Link!.Address);
    }

    [Fact]
    public async Task The_reminder_of_the_last_hour_carries_the_button_if_the_service_is_still_approved()
    {
        var (friend, booking) = await Booked();
        await Enter(booking, Room);
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:00"));
        oneStop.Pass(TimeSpan.Zero);
        await oneStop.Hears(friend, "まもなくお約束の時間です");
        Assert.Equal((1, VideoWords.Opens), (Heard(friend, Room), oneStop.Labels(friend)[0]));
        await Until(async () => (await Look(booking)).Link!.Reminder == Delivery.Accepted, "the reminder to be accepted");
    }

    [Fact]
    public async Task A_reminder_that_did_not_arrive_has_brought_no_address()
    {
        var (friend, booking) = await Booked();
        await Enter(booking, Room);
        oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.QuotaSpent, Times: 1000));
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:00"));
        oneStop.Pass(TimeSpan.Zero);
        await Until(async () => (await Look(booking)).Link is { RemindedAt: not null, Reminder: Delivery.Failed }, "the reminder to fail");
        Assert.Equal(0, Heard(friend, Room));
        Assert.Equal("ビデオのアドレスを本人に送る", (await Due("2026-10-08T09:01"))?.What);
    }

    [Fact]
    public async Task A_service_that_was_ended_is_sent_to_nobody_any_more()
    {
        var (friend, booking) = await Booked();
        var link = await Enter(booking, Room);
        await oneStop.Read(async db =>
        {
            (await db.VideoProviders.SingleAsync()).Stop(counselor.Id, oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.Contains("福岡市の承認がありません", (await Assert.ThrowsAsync<RuleException>(() => Send(link))).Message, StringComparison.Ordinal);
        Assert.Equal("ビデオ通話をほかの方法に変える", (await Due("2026-10-07T06:00"))?.What);
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:00"));
        oneStop.Pass(TimeSpan.Zero);
        await oneStop.Hears(friend, "まもなくお約束の時間です");
        Assert.Equal(0, Heard(friend, Room));
    }

    [Fact]
    public async Task A_missing_address_is_due_from_the_day_before_until_it_is_entered()
    {
        var booking = await ABooking(await oneStop.AClient(counselor));
        Assert.Null(await Due("2026-10-06T23:59")); // two days before, at night
        Assert.Equal(("ビデオのアドレスを入れる", $"/bookings/{booking}", counselor.Id), await Due("2026-10-07T06:00") is { } due ? (due.What, due.Link, due.StaffId!.Value) : default);
        await Enter(booking, Room);
        Assert.Null(await Due("2026-10-07T06:01"));
    }

    [Fact]
    public async Task Begin_and_end_of_the_talk_are_recorded_and_opening_again_changes_nothing()
    {
        var booking = await ABooking(await oneStop.AClient(counselor));
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:49"));
        await Assert.ThrowsAsync<RuleException>(() => Begin(booking));
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:50"));
        await Begin(booking);
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T10:20"));
        await Begin(booking);
        await oneStop.At<VideoDesk>(counselor, d => d.End(booking));
        Assert.Equal(new VideoTalkView(Japan("2026-10-08T09:50").ToUniversalTime(), Japan("2026-10-08T10:20").ToUniversalTime()), (await Look(booking)).Talk);
        await oneStop.At<VideoDesk>(counselor, d => d.GoOn(booking));
        Assert.Null((await Look(booking)).Talk!.EndedAt);
    }

    [Fact]
    public async Task The_address_is_in_no_line_of_the_log_and_in_the_trail_as_a_digest_only()
    {
        var (friend, booking) = await Booked();
        await Send(await Enter(booking, Room));
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "お約束のページ");
        Assert.DoesNotContain(oneStop.Logged, l => l.Contains("abc-defg", StringComparison.Ordinal));
        Assert.Equal(0, await oneStop.Read(db => db.AuditValues.CountAsync(v => v.After!.Contains("abc-defg"))));
    }

    [Fact]
    public async Task Who_is_still_choosing_gets_no_address_and_one_on_a_hold_goes_with_it()
    {
        var friend = await oneStop.OnTheWay("10月8日(木)", "10:00", "ビデオ通話");
        var hold = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Contains("選んでいるところ", (await Assert.ThrowsAsync<RuleException>(() => Enter(hold.Id, Room))).Message, StringComparison.Ordinal);
        await oneStop.Read(async db => // whatever code enters one some day
        {
            var address = VideoAddress.Read(Room, await db.VideoProviders.ToListAsync());
            db.VideoLinks.Add(VideoLink.For(hold, address, "digest", counselor.Id, oneStop.Clock.GetUtcNow()));
            db.GivenAddresses.Add(GivenAddress.To(hold.ClientId, "digest", oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        oneStop.Clock.Advance(TimeSpan.FromMinutes(6));
        await oneStop.ByClock<ReminderDesk>(d => d.SendDue());
        Assert.Equal((0, 0, 0), await oneStop.Read(async db =>
            (await db.VideoLinks.CountAsync(), await db.GivenAddresses.CountAsync(), await db.Bookings.CountAsync(b => b.Id == hold.Id))));
    }

    [Theory]
    [InlineData("https://zoom.example/j/123?pwd=x", "https://zoom.example/j/123")]
    [InlineData("https://zoom.example/j/123?pwd=x", "https://zoom.example/j/123?pwd=x&from=addon")]
    [InlineData("https://zoom.example/j/123?pwd=x", "https://us02web.zoom.example/j/123?pwd=x")]
    [InlineData("https://zoom.example/j/123", "https://zoom.example/wc/123/join")]
    [InlineData("https://zoom.example/j/123", "https://zoom.example/j/%31%32%33")]
    [InlineData("https://zoom.example/j/123", "https://zoom.example/j%2F123")]
    [InlineData("https://zoom.example/j/123", "https://zoom.example/j/１２３;x=y")]
    [InlineData("https://zoom.example/my/aoba", "https://zoom.example/my/AOBA?pwd=x")]
    [InlineData("https://zoom.example/j.php?MTID=m1", "https://us02web.zoom.example/j.php?mtid=M1")]
    [InlineData("https://zoom.example/city/j.php?MTID=m1&x=y", "https://us02web.zoom.example/j.php?MTID=m1")]
    [InlineData("https://zoom.example/j/123", "https://zoom.example/launch/jc/123")]
    [InlineData("https://zoom.example/l/meetup-join/19:abc/0?context=x", "https://zoom.example/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Aabc%2F0&type=x")]
    [InlineData("https://zoom.example/join?room=1&pwd=x", "https://zoom.example/join?from=addon&room=1")]
    public async Task One_room_is_one_address_on_all_hosts_of_a_service_and_whatever_is_attached_to_it(string address, string sameRoom)
    {
        await TwoHosts();
        var (first, second) = (await ABooking(await oneStop.AClient(counselor)), await ABooking(await oneStop.AClient(counselor), "2026-10-08T12:00"));
        await Enter(first, address);
        Assert.Contains(Another, (await Assert.ThrowsAsync<RuleException>(() => Enter(second, sameRoom))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://zoom.example/j/123?pwd=x", "https://zoom.example/j/124?pwd=x")]
    [InlineData("https://zoom.example/city/j.php?MTID=m1&x=y", "https://zoom.example/city/j.php?MTID=m2&x=y")]
    [InlineData("https://zoom.example/join?room=1&pwd=x", "https://zoom.example/join?room=2&pwd=x")]
    [InlineData("https://zoom.example/j.php?MTID=m1", "https://zoom.example/j.php?MTID=m2")] // the path is the same for all rooms
    public async Task Two_rooms_of_a_service_are_two_addresses(string address, string otherRoom)
    {
        await TwoHosts();
        var (first, second) = (await ABooking(await oneStop.AClient(counselor)), await ABooking(await oneStop.AClient(counselor), "2026-10-08T12:00"));
        await Enter(first, address);
        await Enter(second, otherRoom);
    }

    [Fact]
    public async Task Each_booking_of_a_client_has_an_address_of_its_own_unless_it_was_moved_there()
    {
        var client = await oneStop.AClient(counselor);
        var (first, second) = (await ABooking(client), await ABooking(client, "2026-10-09T12:00"));
        await Enter(first, Room);
        Assert.Contains("この方のほかの予約", (await Assert.ThrowsAsync<RuleException>(() => Enter(second, Room))).Message, StringComparison.Ordinal);
        var moved = await oneStop.At<BookingDesk, EnteredBooking>(counselor,
            d => d.Move(first, new(BookingKind.Consultation, ContactMethod.Video, Japan("2026-10-10T10:00"), counselor.Id, false, false)));
        await Enter(moved.Id, Room); // another day: the room was not taken along, and still is this booking's
    }

    [Fact]
    public async Task What_was_entered_and_not_sent_is_due_and_so_is_what_took_its_place()
    {
        var (friend, booking) = await Booked();
        var link = await Enter(booking, Room);
        Assert.Equal("ビデオのアドレスを本人に送る", (await Due("2026-10-07T06:00"))?.What);
        await Send(link);
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, "お約束のページ");
        await Until(async () => await Due("2026-10-07T06:01") is null, "the sending to be accepted");
        await Enter(booking, $"{Room}-new");
        Assert.Equal("ビデオのアドレスを本人に送る", (await Due("2026-10-07T06:02"))?.What);
    }

    [Fact]
    public async Task A_card_that_waits_does_not_arrive_after_its_time_nor_after_the_booking_was_moved_or_missed()
    {
        var (friend, booking) = await Booked();
        await Send(await Enter(booking, Room));
        Assert.Equal(Japan("2026-10-08T11:00"), await oneStop.Read(db =>
            db.OutgoingMessages.Where(m => m.State == Delivery.Waiting).Select(m => m.UsefulUntil).SingleAsync()));
        var moved = await oneStop.At<BookingDesk, EnteredBooking>(counselor,
            d => d.Move(booking, new(BookingKind.Consultation, ContactMethod.Video, Japan("2026-10-08T15:00"), counselor.Id, false, false)));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "お約束のページ")); // it names the time before
        Assert.True((await Look(moved.Id)).Link!.IsToBeSent);
        await Send((await Look(moved.Id)).Link!.Id);
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(moved.Id, isOurs: false, null, tells: false));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "お約束のページ"));
    }

    [Fact]
    public async Task To_a_client_marked_discreet_the_reminder_with_the_room_comes_behind_a_button_too()
    {
        var (friend, booking) = await Booked();
        var talk = await oneStop.ConversationOf(friend);
        await Enter(booking, Room);
        await oneStop.At<CardDesk>(counselor, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が見る"))));
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:00"));
        oneStop.Pass(TimeSpan.Zero);
        await oneStop.Hears(friend, "まわりに人がいないときに");
        Assert.Equal(0, Heard(friend, Room));
        await oneStop.Tap(friend, "お返事を見る");
        Assert.Equal(1, Heard(friend, Room));
    }

    [Fact]
    public async Task A_talk_that_nobody_ended_is_due_its_record_has_its_times_and_it_ends_with_its_booking()
    {
        var client = await oneStop.AClient(counselor);
        var booking = await ABooking(client);
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T09:50"));
        await Begin(booking);
        Assert.Null(await Due("2026-10-08T10:49", "VideoTalksDue"));
        Assert.Equal(("ビデオ通話を終える", counselor.Id, $"/bookings/{booking}"),
            await Due("2026-10-08T10:50", "VideoTalksDue") is { } due ? (due.What, due.StaffId!.Value, due.Link) : default);
        await oneStop.At<VideoDesk>(counselor, d => d.End(booking));
        Assert.Null(await Due("2026-10-08T11:10", "VideoTalksDue"));
        var start = (await oneStop.At<ConsultationDesk, ConsultationStart?>(counselor, d => d.Begin(client, booking, null)))!;
        Assert.Equal(("9:50", "10:50", ConsultationMethod.Video), (start.Wish.From, start.Wish.Until, start.Wish.Method));

        var other = await ABooking(client, "2026-10-08T13:00");
        oneStop.Clock.SetUtcNow(Japan("2026-10-08T12:55"));
        await Begin(other);
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(other, isOurs: true, null, tells: false));
        Assert.NotNull((await Look(other)).Talk!.EndedAt);
    }

    private Task<VideoView> Look(Guid booking) => oneStop.At<VideoDesk, VideoView>(counselor, d => d.Look(booking));

    private Task<Guid> Enter(Guid booking, string address) => oneStop.At<VideoDesk, Guid>(counselor, d => d.Enter(booking, new(address)));

    private Task Send(Guid link) => oneStop.At<VideoDesk>(counselor, d => d.Send(link));

    private Task Begin(Guid booking) => oneStop.At<VideoDesk>(counselor, d => d.Begin(booking));

    private Task<Guid> ABooking(Guid client, string start = "2026-10-08T10:00") => oneStop.At<BookingDesk, Guid>(counselor, async d =>
        (await d.Book(client, new(BookingKind.Consultation, ContactMethod.Video, Japan(start), counselor.Id, false, false), false)).Id);

    private async Task<(VirtualFriend Friend, Guid Booking)> Booked()
    {
        var friend = await oneStop.Booked("10月8日(木)", "10:00", "ビデオ通話");
        return (friend, (await oneStop.BookingsOf(friend))[0].Id);
    }

    /// <summary>Adds a service whose rooms can be entered on two hosts.</summary>
    private Task<int> TwoHosts() => oneStop.Read(async db =>
    {
        var wish = new VideoProviderWish("見本ズーム", "zoom.example us02web.zoom.example", new(2026, 1, 1), null, "こ家支第8号", new(2026, 1, 1), "課長 見本");
        db.VideoProviders.Add(VideoProvider.Of(2, wish, counselor.Id, oneStop.Clock.GetUtcNow()));
        return await db.SaveChangesAsync();
    });

    private int Heard(VirtualFriend friend, string address) => oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine)
        .SelectMany(b => Thumb.Buttons(b.Message)).Count(b => b["uri"]?.GetValue<string>() == address);

    private async Task<DueItem?> Due(string at, string of = "VideoLinksDue")
    {
        oneStop.Clock.SetUtcNow(Japan(at));
        return await oneStop.As(counselor, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
            var source = services.GetServices<IDueSource>().Single(s => s.GetType().Name == of);
            return (await source.Read(db, new(null, null, DateTimeOffset.MaxValue, oneStop.Clock.GetUtcNow(), 10))).SingleOrDefault();
        });
    }
}
