using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Features.Today;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Today;

/// <summary>How long it is until a talk, on the service day's clock.</summary>
public sealed class CountdownWordsTests
{
    [Theory]
    [InlineData("2026-10-05T15:00", BookingState.Confirmed, "あと4時間", "plain")]
    [InlineData("2026-10-05T15:50", BookingState.Confirmed, "あと3時間10分", "plain")]
    [InlineData("2026-10-05T18:35:00", BookingState.Confirmed, "あと25分", "plain")]
    [InlineData("2026-10-05T18:35:30", BookingState.Confirmed, "あと25分", "plain")] // a minute that has begun counts
    [InlineData("2026-10-05T18:45", BookingState.Confirmed, "あと15分", "waits")]
    [InlineData("2026-10-05T18:59:59", BookingState.Confirmed, "あと1分", "waits")]
    [InlineData("2026-10-05T19:00", BookingState.Confirmed, "いま始まっています", "waits urgent")]
    [InlineData("2026-10-05T19:02:59", BookingState.Confirmed, "いま始まっています", "waits urgent")]
    [InlineData("2026-10-05T19:10", BookingState.Confirmed, "10分すぎています", "waits urgent")]
    [InlineData("2026-10-05T19:20", BookingState.Held, "来談・あと40分", "good")]
    [InlineData("2026-10-04T20:00", BookingState.Confirmed, "あす", "plain")]
    [InlineData("2026-10-05T00:30", BookingState.Confirmed, "あす", "plain")] // 24:30 of the service day before
    [InlineData("2026-10-02T20:00", BookingState.Confirmed, "10月5日(月)", "plain")]
    [InlineData("2026-10-05T00:59", BookingState.Confirmed, "あす", "plain")]
    [InlineData("2026-10-05T01:00", BookingState.Confirmed, "あと18時間", "plain")] // closed: the page shows the coming day
    [InlineData("2026-10-04T05:50", BookingState.Confirmed, "あす", "plain")]
    public void Until_a_talk_at_19(string now, BookingState state, string says, string tone)
    {
        var row = Rows.At("2026-10-05T19:00") with { State = state };
        Assert.Equal((says, tone), (row.CountdownAt(Japan(now)), row.CountdownToneAt(Japan(now))));
    }

    [Fact]
    public void A_talk_that_has_begun_counts_until_its_end() =>
        Assert.Equal("相談中・あと50分", (Rows.At("2026-10-05T19:00") with { TalkBeganAt = Japan("2026-10-05T19:01") }).CountdownAt(Japan("2026-10-05T19:10")));

    [Theory]
    [InlineData("2026-10-05T18:52", "2026-10-05T18:50", "相談中・あと58分")] // begun early: an hour at most
    [InlineData("2026-10-05T19:52", "2026-10-05T19:05", "相談中・あと8分")] // the booked end
    [InlineData("2026-10-05T20:10", "2026-10-05T19:05", "相談中")]
    public void A_talk_that_runs_is_on_however_early_or_late_it_is(string now, string began, string says)
    {
        var row = Rows.At("2026-10-05T19:00") with { TalkBeganAt = Japan(began) };
        Assert.Equal((says, "good"), (row.CountdownAt(Japan(now)), row.CountdownToneAt(Japan(now))));
    }

    [Fact]
    public void Before_the_day_opens_its_first_talk_is_near() => Assert.Equal("あと10分", Rows.At("2026-10-05T06:00").CountdownAt(Japan("2026-10-05T05:50")));

    [Fact]
    public void A_talk_at_24_belongs_to_the_evening() => Assert.Equal("あと1時間30分", Rows.At("2026-10-06T00:00").CountdownAt(Japan("2026-10-05T22:30")));

    private static class Rows
    {
        public static BookingRow At(string start) => new()
        {
            Id = Guid.Empty,
            Kind = BookingKind.Consultation,
            Method = ContactMethod.Phone,
            Start = Japan(start),
            End = Japan(start).AddHours(1),
            State = BookingState.Confirmed,
            HeldUntil = null,
            StaffId = Guid.Empty,
            StaffName = "",
            ClientId = Guid.Empty,
            ClientNumber = 1,
            ClientName = null,
            FriendNumber = null,
            CalledAs = null,
            ConversationId = null,
            CanBeTold = false,
            PhoneEnd = null,
            Moves = 0,
            Calls = 0,
            BeyondReason = null,
            IsAcknowledged = false,
            Reason = null,
            MovedTo = null,
            ByStaff = true,
            IsInvitedAgain = false,
            HasLater = false,
        };
    }
}
