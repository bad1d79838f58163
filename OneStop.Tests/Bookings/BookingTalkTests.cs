using OneStop.Domain.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>The whole dialogue through the simulator, by thumbs: the straight way, and each way beside it.</summary>
public sealed class BookingTalkTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_first_booking_takes_two_answers_and_four_taps()
    {
        await oneStop.OnShift("aoba");
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        Assert.Contains("福岡市内", oneStop.Says(friend), StringComparison.Ordinal);
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "チャット");
        await oneStop.Tap(friend, "10月7日(水)");
        await oneStop.Tap(friend, "24:00");
        Assert.Contains("10月7日(水) 24:00〜25:00", oneStop.Says(friend), StringComparison.Ordinal);
        await oneStop.Tap(friend, "予約する");
        Assert.Contains("予約ができました", oneStop.Says(friend), StringComparison.Ordinal);
        var booking = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Equal((BookingState.Confirmed, BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-08T00:00").ToUniversalTime()), (booking.State, booking.Kind, booking.Method, booking.Slot.Start));
        Assert.Equal(new DateOnly(2026, 10, 7), booking.Day.ServiceDay);
    }
}
