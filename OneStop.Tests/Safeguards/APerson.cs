using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Friends;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>A person with a conversation and a message, who is a client with a telephone number, a booking and a document.</summary>
internal sealed record APerson(Guid FriendId, Guid ConversationId, Guid ClientId, Guid BookingId, Guid FileId)
{
    private static int last = 1000;

    /// <summary>The two ids by which the audit trail may name the person.</summary>
    public IReadOnlyList<Guid> Ids => [FriendId, ClientId];

    /// <summary>Adds the person to the database directly, without LINE.</summary>
    /// <param name="staffId">The member who holds the booking.</param>
    public static Task<APerson> In(TestOneStop oneStop, Guid staffId) => oneStop.Read(async db =>
    {
        var (number, now) = (Interlocked.Increment(ref last), oneStop.Clock.GetUtcNow());
        var friend = Friend.Register(LineUserId.Parse($"U{number:D32}"), number, now);
        var talk = Conversation.With(friend, now);
        var client = Client.Of(number, friend, null, now);
        client.CallAt(PhoneNumber.TryRead("092-000-0000", out var phone) ? phone : throw new InvalidOperationException());
        var start = TestOneStop.Japan("2026-11-02T09:00").AddMinutes(15 * (number - 1000)); // unique, so that bookings do not overlap
        var booking = Booking.Of(client, BookingTerms.Standard(BookingKind.Consultation), ContactMethod.Chat, new Slot(start, 15), staffId, null, null,
            now, lane: number);
        var file = StoredFile.FromStaff(talk.Id, "書類.pdf", new(new string('a', 32), "application/pdf", 10), null, now);
        db.AddRange(talk, talk.Answer(MessageKind.Text, "こんにちは", staffId, now), client, booking, file);
        await db.SaveChangesAsync();
        return new APerson(friend.Id, talk.Id, client.Id, booking.Id, file.Id);
    });
}
