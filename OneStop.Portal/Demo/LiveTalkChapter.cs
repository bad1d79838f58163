using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Chats that were held as リアルタイム相談, and one that runs now if it is within the hours and somebody has time.</summary>
internal sealed class LiveTalkChapter : IDemoChapter
{
    private const int Held = 3;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter), typeof(TalkChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var held = book.Written<Booking>().Where(b => b is { State: BookingState.Held, Method: ContactMethod.Chat })
            .Where(b => TalkOf(book, b)?.SpokenAt < b.Slot.Start).OrderByDescending(b => b.Slot.Start).DistinctBy(b => b.ClientId).Take(Held).ToList();
        foreach (var (i, booking) in held.Index())
            Begin(book, booking, booking.Slot.Start.AddMinutes(i)).End(booking.StaffId, booking.Slot.End.AddMinutes(-4 * i));
        if (BookedNow(book) is { } now)
            Begin(book, now, book.Now.AddMinutes(-4));
        return Task.CompletedTask;
    }

    private static LiveTalk Begin(DemoBook book, Booking booking, DateTimeOffset at)
    {
        var talk = TalkOf(book, booking)!;
        var name = book.Staff.Single(s => s.Id == booking.StaffId).Name;
        var card = HourNotices.Begun(booking.Kind, name);
        var notice = talk.ShowCard($"{card.Title}\n{card.Text}", booking.StaffId, at);
        var begun = booking.BeginTalk(talk.Id, booking.StaffId, notice.Id, null, at);
        book.AddRange(notice, begun);
        return begun;
    }

    /// <summary>Books a counselor who has time for a client who writes in LINE.</summary>
    private static Booking? BookedNow(DemoBook book)
    {
        var (day, terms) = (ServiceDay.Of(book.Now), BookingTerms.Standard(BookingKind.Consultation));
        var time = day.TimeOf(book.Now);
        var slot = new Slot(day.At(TimeSpan.FromMinutes(Math.Floor(time.TotalMinutes / Slot.Quarter) * Slot.Quarter)), terms.Minutes);
        if (day.TimeOf(slot.End) > ServiceHours.Standard.Closes || ServiceHours.IsYearEnd(day.Date))
            return null;
        var first = BookingCell.IndexOf(slot.Start);
        var near = book.Written<Booking>().Where(b => b.Cells.Any(c => c.Quarter >= first && c.Quarter < first + terms.Quarters)).ToList();
        var counselor = book.With(Duty.Counselor).Where(id => near.TrueForAll(b => b.StaffId != id)).Select(id => (Guid?)id).FirstOrDefault();
        var client = book.Written<Client>().OrderBy(c => c.Number)
            .FirstOrDefault(c => near.TrueForAll(b => b.ClientId != c.Id)
                && book.Written<Conversation>().Any(t => t.FriendId == c.FriendId && t.Closing is null && !t.IsBlocked));
        if (counselor is not { } staffId || client is null)
            return null;
        var booking = Booking.Of(client, terms, ContactMethod.Chat, slot, staffId, null, null, book.Now.AddHours(-1));
        book.Add(booking);
        return booking;
    }

    private static Conversation? TalkOf(DemoBook book, Booking booking)
    {
        var friend = book.Written<Client>().Single(c => c.Id == booking.ClientId).FriendId;
        return book.Written<Conversation>().SingleOrDefault(t => t.FriendId == friend);
    }
}
