using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;

namespace OneStop.Portal.Demo;

/// <summary>Calls to the clients of telephone bookings: talks, tries in vain, and somebody else who answered.</summary>
internal sealed class CallChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var now = book.Now;
        var begun = book.Written<Booking>().Where(b => b.Method == ContactMethod.Phone && b.Slot.Start <= now).OrderBy(b => b.Slot.Start).ThenBy(b => b.Id);
        foreach (var (i, booking) in begun.ToList().Index())
        {
            if (booking.State == BookingState.Held)
            {
                if (i % 3 == 0)
                    Call(1, CallOutcome.Busy);
                Call(3 + i % 4, CallOutcome.Talked, until: 25 + i * 7 % 30);
            }
            else if (booking.State == BookingState.Missed)
            {
                Call(1, CallOutcome.NoAnswer, "呼び出し音10回");
                Call(15, i % 2 == 0 ? CallOutcome.SomebodyElse : CallOutcome.NoAnswer, i % 2 == 0 ? "子どもの声。名乗らずに切った" : "");
            }
            else if (booking.State == BookingState.Confirmed)
            {
                Call(1, CallOutcome.NoAnswer);
            }

            void Call(int minute, CallOutcome outcome, string note = "", int? until = null)
            {
                var start = booking.Slot.Start;
                if (start.AddMinutes(until ?? minute) > now)
                    return;
                var tried = CallTry.Of(booking, outcome, note, booking.StaffId, start.AddMinutes(minute));
                if (until is { } end)
                    tried.End(start.AddMinutes(end));
                book.Add(tried);
            }
        }
        return Task.CompletedTask;
    }
}
