using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>予約の受付: interprets typed words for the booking dialogue.</summary>
[DisplayName("予約の受付")]
public sealed class BookingDialogueDesk(DeskContext desk, Talking talking)
{
    /// <summary>After this time a typed day or time is not taken as an answer to the last card.</summary>
    private static readonly TimeSpan AsksFor = TimeSpan.FromHours(1);

    /// <summary>Announced when bookings have changed.</summary>
    public const string Topic = "bookings";

    /// <summary>
    /// Returns the choices on the last card sent to a friend, if it is a recent card of the booking dialogue. The state of the dialogue is stored in
    /// its buttons only.
    /// </summary>
    [DisplayName("予約の途中かを見る")]
    [Allowed(Line = true)]
    public async Task<IReadOnlyList<BookingWish>> Choices(LineUserId from)
    {
        desk.MayDo<BookingDialogueDesk>();
        await using var db = await desk.Read();
        var since = desk.Now - AsksFor;
        var talk = await db.Conversations.Where(c => c.Friend.LineUserId == from).Select(c => c.Id).SingleOrDefaultAsync();
        var last = await db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == talk && !m.IsUnasked)
            .OrderByDescending(m => m.Order).FirstOrDefaultAsync();
        if (last is null || last.CreatedAt < since)
            return [];
        return [.. last.BookingSteps.OfType<Chooses>().Select(c => c.Wish)];
    }

    /// <summary>
    /// Whether a typed wish is left to staff. It is while staff is talking with the client, so that the bot does not interrupt; and if the client
    /// cannot come but has no coming booking, because the appointment may have been made in the talk.
    /// </summary>
    /// <param name="givesUp">Whether the client wishes to cancel or move, or cannot come.</param>
    [DisplayName("予約の言葉が職員あてかを見る")]
    [Allowed(Line = true)]
    public async Task<bool> IsForPerson(LineUserId from, bool givesUp)
    {
        desk.MayDo<BookingDialogueDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        if (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Friend.LineUserId == from) is { } talk
            && await talking.Runs(db, talk, now))
            return true;
        if (!givesUp)
            return false;
        var client = await db.Clients.Where(c => db.Friends.Any(f => f.LineUserId == from
            && (f.Id == c.FriendId || db.FormerFriends.Any(l => l.FriendId == f.Id && l.ClientId == c.Id)))).Select(c => c.Id).SingleOrDefaultAsync();
        return !await db.Bookings.ComingOf(client, now).AnyAsync();
    }
}
