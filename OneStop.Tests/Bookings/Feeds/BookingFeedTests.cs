using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Feeds;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Bookings.Feeds;
using OneStop.Portal.Shell;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings.Feeds;

/// <summary>予定の配信: the times of one's own bookings over real HTTP, without any other word, and 404 wherever it does not answer.</summary>
public sealed class BookingFeedTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!, manager = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (counselor, manager, http) = (await oneStop.OnShift("aoba"), await oneStop.AMember("chief", Duty.Manager), oneStop.Http());
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return oneStop.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_the_times_of_ones_own_bookings_and_nothing_else()
    {
        var secret = await Subscribed();
        var client = await oneStop.AClient(counselor, "ひみつの名前");
        var (late, cancelled) = (await Book(client, "2026-10-08T00:00"), await Book(client, "2026-10-08T10:00"));
        await Book(client, "2026-10-08T14:00", await oneStop.OnShift("midori"));
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(cancelled, isOurs: false, null, tells: false));

        var answer = await http.GetAsync(PathOf(secret));
        Assert.Equal((HttpStatusCode.OK, "text/calendar", "utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//OneStop//Bookings//JA
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            REFRESH-INTERVAL;VALUE=DURATION:PT15M
            X-PUBLISHED-TTL:PT15M
            BEGIN:VEVENT
            UID:*
            DTSTAMP:20261005T000000Z
            DTSTART:20261007T150000Z
            DTEND:20261007T160000Z
            SUMMARY:予約あり
            CLASS:PRIVATE
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"), Regex.Replace(text, "UID:[0-9a-f]{32}", "UID:*"));
        Assert.DoesNotContain(late.ToString("N"), text, StringComparison.Ordinal);
        Assert.Equal(UidIn(text), UidIn(await http.GetStringAsync(PathOf(secret)))); // the same each time
    }

    [Theory]
    [InlineData("2026-10-03T23:00", false)] // the day before yesterday
    [InlineData("2026-10-04T06:00", true)]
    [InlineData("2026-12-05T00:00", true)] // 24:00 of the last of 60 days
    [InlineData("2026-12-05T06:00", false)]
    public async Task It_reaches_from_yesterday_to_sixty_days_ahead(string start, bool isIn)
    {
        var secret = await Subscribed();
        oneStop.Clock.SetUtcNow(Japan("2026-10-05T12:00"));
        await oneStop.Read(async db =>
        {
            var client = db.Clients.Add(Domain.Clients.Client.Of(900, null, null, oneStop.Clock.GetUtcNow())).Entity;
            db.Bookings.Add(Booking.Of(client, BookingTerms.Standard(BookingKind.Consultation), ContactMethod.Chat, new(Japan(start), 60), counselor.Id, null, null,
                oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(isIn, (await http.GetStringAsync(PathOf(secret))).Contains("BEGIN:VEVENT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_off_until_a_manager_switches_it_on_and_off_again_when_they_switch_it_off()
    {
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingFeedDesk, string>(counselor, d => d.Make()));
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<BookingFeedDesk>(counselor, d => d.Switch(true)));
        var secret = await Subscribed();
        Assert.Equal(HttpStatusCode.OK, await StatusOf(secret));
        await oneStop.At<BookingFeedDesk>(manager, d => d.Switch(false));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(secret));
        await oneStop.At<BookingFeedDesk>(manager, d => d.Switch(true));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(secret));
        Assert.Equal(3, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Subject == nameof(FeedSwitch) && e.ActorId == manager.Id)));
    }

    [Fact]
    public async Task What_a_client_is_choosing_is_no_booking_yet()
    {
        var secret = await Subscribed();
        var friend = await oneStop.OnTheWay("10月8日(木)", "10:00");
        var hold = (await oneStop.BookingsOf(friend)).Single();
        await oneStop.Read(db => db.Bookings.Where(b => b.Id == hold.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.StaffId, counselor.Id)));
        Assert.DoesNotContain("BEGIN:VEVENT", await http.GetStringAsync(PathOf(secret)), StringComparison.Ordinal);
        await oneStop.Read(db => db.Bookings.Where(b => b.Id == hold.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BookingState.Confirmed)
            .SetProperty(x => x.HeldUntil, (DateTimeOffset?)null)));
        Assert.Contains("BEGIN:VEVENT", await http.GetStringAsync(PathOf(secret)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_or_removed_address_and_one_that_never_was_answer_nothing()
    {
        var first = await Subscribed();
        var second = await oneStop.At<BookingFeedDesk, string>(counselor, d => d.Make());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusOf(first), await StatusOf(second)));
        await oneStop.At<BookingFeedDesk>(counselor, d => d.Remove());
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf("x"));
        Assert.Null(await oneStop.At<BookingFeedDesk, DateTimeOffset?>(counselor, d => d.Mine()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_left_or_lost_their_duties_has_no_feed(bool leaves)
    {
        var secret = await Subscribed();
        await oneStop.Read(async db =>
        {
            var member = await db.Users.SingleAsync(u => u.Id == counselor.Id);
            if (leaves)
                member.Leave(oneStop.Clock.GetUtcNow());
            else
                member.ChangeDuties([Duty.Administrator], oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(secret));
    }

    [Theory]
    [InlineData("203.0.113.0/24", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    [InlineData("203.0.113.0/24, 127.0.0.1", HttpStatusCode.OK)]
    public async Task It_answers_in_registered_networks_only(string networks, HttpStatusCode status)
    {
        await using var office = new TestOneStop();
        office.Settings["Networks"] = networks;
        await office.InitializeAsync();
        var (member, chief) = (await office.OnShift("aoba"), await office.AMember("chief", Duty.Manager));
        await office.At<BookingFeedDesk>(chief, d => d.Switch(true));
        var secret = await office.At<BookingFeedDesk, string>(member, d => d.Make());
        using var client = office.Http();
        var answer = await client.GetAsync(PathOf(secret));
        Assert.Equal((status, "no-store, private"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task Only_a_digest_is_kept_and_no_line_of_the_log_names_the_address()
    {
        var secret = await Subscribed();
        Assert.Equal(HttpStatusCode.OK, await StatusOf(secret));
        Assert.NotEqual(secret, await oneStop.Read(db => db.BookingFeeds.Select(f => f.Digest).SingleAsync()));
        Assert.Equal(0, await oneStop.Read(db => db.AuditValues.CountAsync(v => v.After!.Contains(secret))));
        Assert.DoesNotContain(oneStop.Logged, l => l.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_guesses_is_slowed_down()
    {
        for (var i = 0; i < RequestLimits.MostForms; i++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusOf($"guess{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOf("guess"));
    }

    [Theory]
    [InlineData("予約; あり, \\ と\n改行", "予約\\; あり\\, \\\\ と\\n改行")]
    public void Text_is_escaped(string text, string escaped) => Assert.Equal(escaped, FeedCalendar.Escape(text));

    [Fact]
    public void A_long_line_is_folded_at_seventy_five_octets_and_no_character_is_cut()
    {
        var line = $"SUMMARY:{new string('あ', 60)}😀{new string('い', 40)}";
        var folded = FeedCalendar.Fold(line).Split("\r\n");
        Assert.All(folded, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 75));
        Assert.Equal(line, string.Concat(folded.Select((part, i) => i == 0 ? part : part[1..])));
    }

    private static string PathOf(string secret) => $"{FeedEndpoint.Path}/{secret}.ics";

    private static string UidIn(string text) => Regex.Match(text, "UID:(.+)\r").Groups[1].Value;

    private async Task<string> Subscribed()
    {
        await oneStop.At<BookingFeedDesk>(manager, d => d.Switch(true));
        return await oneStop.At<BookingFeedDesk, string>(counselor, d => d.Make());
    }

    private async Task<HttpStatusCode> StatusOf(string secret) => (await http.GetAsync(PathOf(secret))).StatusCode;

    private Task<Guid> Book(Guid client, string start, StaffMember? with = null) => oneStop.At<BookingDesk, Guid>(counselor, async d =>
        (await d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, Japan(start), (with ?? counselor).Id, false, false), false)).Id);
}
