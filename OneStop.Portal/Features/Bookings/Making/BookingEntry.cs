using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Friends;

namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>
/// Saves a booking form: first the person, then the booking. If the time is taken, the person's data need not be entered again.
/// </summary>
internal sealed class BookingEntry(ClientDesk clients, BookingDesk desk, ConversationDesk conversations)
{
    /// <summary>Returns a chosen client; null if the client no longer exists.</summary>
    public async Task<BookingPerson?> Known(Guid clientId)
    {
        if (await clients.Open(clientId) is not { } client)
            return null;
        return new() { Client = client, LeftAlone = client.ConversationId is { } talk ? await desk.LeftAloneUntil(talk) : null };
    }

    /// <summary>Returns the person of a conversation; null if there is no such conversation.</summary>
    public async Task<BookingPerson?> OfTalk(Guid id)
    {
        if (await conversations.Open(id) is not { Card: var card })
            return null;
        return new()
        {
            Client = await clients.Of(id),
            ConversationId = id,
            Alias = Friend.AliasOf(card.FriendNumber, card.CalledAs),
            IsBlocked = card.BlockedAt is not null,
            LeftAlone = await desk.LeftAloneUntil(id),
        };
    }

    /// <summary>Registers the person if they are new, and saves their answers.</summary>
    /// <exception cref="RuleException">No time is chosen, or the person could not be saved.</exception>
    public async Task<BookingPerson> Keep(BookingDraft wish, BookingPerson who)
    {
        if (wish.Plan(who) is null)
            throw new RuleException("時間を選んでください。", nameof(BookingDraft.Time));
        var id = who.Client?.Id ?? await clients.Register(who.ConversationId, who.IsKnown ? null : wish.Name, wish.Phone, wish.PersonKey);
        var client = await clients.Open(id);
        if (client is { Eligibility: Eligibility.NotAsked } && wish.Eligibility is { } answer)
            await clients.Answer(id, answer);
        if (client?.ConsentAt is null && wish.Agrees)
            await clients.Agree(id);
        return who with { Client = await clients.Open(id) };
    }

    /// <summary>Books for a person who is saved.</summary>
    /// <param name="isProposal">True if the form asked for a proposal that the client could receive.</param>
    /// <exception cref="RuleException">Nobody is free then, or the client who should answer a proposal has blocked the account meanwhile.</exception>
    public Task<EnteredBooking> Book(Edit<BookingDraft> edit, BookingPerson who, bool isProposal)
    {
        if (isProposal && !who.CanBeTold)
            throw new RuleException("LINEでは届かなくなったため、提案できません。電話で日時を決めて、予約を入れてください。");
        return desk.Book(who.Client!.Id, edit.Wish.Plan(who)!, isProposal, edit.Key);
    }
}
