using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>予約の受付: what typed words mean to the booking dialogue.</summary>
[DisplayName("予約の受付")]
public sealed class BookingDialogueDesk(DeskContext desk)
{
    /// <summary>After so long a day or a time that is typed is no answer to the last card any more.</summary>
    private static readonly TimeSpan AsksFor = TimeSpan.FromHours(1);

    /// <summary>Announced when bookings changed.</summary>
    public const string Topic = "bookings";

    /// <summary>
    /// What somebody can choose on the last card that they were answered with, if it is of
    /// the dialogue and lately said: the way is kept in its buttons.
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
        var cards = last.Contents.SelectMany(c => c is CarouselContent { Cards: var several }
            ? several
            : c is CardContent one ? [one] : (IReadOnlyList<CardContent>)[]);
        return [.. cards.SelectMany(c => c.Choices).Select(c => c.Data is { } data && BookingStep.TryRead(data, out var step)
            ? step
            : null).OfType<Chooses>().Select(c => c.Wish)];
    }

    /// <summary>
    /// Is a wish that was typed for a person to read? While staff is talking with them it is: the bot does not break in. So is that they
    /// cannot come, where it knows of nothing that is coming: that may have been arranged in the talk.
    /// </summary>
    /// <param name="givesUp">They wish to cancel or to move something, or do not come.</param>
    [DisplayName("予約の言葉が職員あてかを見る")]
    [Allowed(Line = true)]
    public async Task<bool> IsForPerson(LineUserId from, bool givesUp)
    {
        desk.MayDo<BookingDialogueDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        if (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Friend.LineUserId == from) is { } talk && await db.IsTalking(talk, now))
            return true;
        if (!givesUp)
            return false;
        var client = await db.Clients.Where(c => db.Friends.Any(f => f.Id == c.FriendId && f.LineUserId == from)).Select(c => c.Id).SingleOrDefaultAsync();
        return !await db.Bookings.ComingOf(client, now).AnyAsync();
    }
}
