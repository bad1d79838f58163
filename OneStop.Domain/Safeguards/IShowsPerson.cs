using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>A row that shows a person who is being supported, by name or by their words: showing it counts as a look at that person.</summary>
public interface IShowsPerson
{
    /// <summary>The person shown.</summary>
    ShownPerson Shown { get; }
}

/// <summary>A person as referred to by rows: by the conversation if there is one, because that is what is opened, else by the client.</summary>
public readonly record struct ShownPerson(string Subject, Guid Id)
{
    // Names of types in features that depend on this one, which cannot be referred to from here.
    internal const string ByTalk = "Conversation";
    internal const string ByClient = "Client";

    /// <summary>Returns the person of a conversation.</summary>
    public static ShownPerson Of(Guid conversationId) => new(ByTalk, conversationId);

    /// <summary>Returns a client, by their conversation if they have one.</summary>
    public static ShownPerson Of(Guid? conversationId, Guid clientId) => conversationId is { } talk ? Of(talk) : new(ByClient, clientId);

    /// <summary>Whether the id is a conversation's.</summary>
    internal bool IsByTalk => Subject == ByTalk;

    /// <summary>Returns the person's id in the trail (<see cref="AuditEntry.PersonId"/>).</summary>
    internal async Task<Guid?> IdIn(OneStopDb db) => (await IdsIn(db, [this])).TryGetValue(this, out var id) ? id : null;

    /// <summary>Returns the ids of several persons in the trail, with one query.</summary>
    internal static async Task<IReadOnlyDictionary<ShownPerson, Guid>> IdsIn(OneStopDb db, IEnumerable<ShownPerson> people)
    {
        var all = people.Distinct().ToList();
        var talks = all.Where(p => p.IsByTalk).Select(p => p.Id).ToList();
        var friends = talks.Count == 0
            ? []
            : await db.Conversations.Where(c => talks.Contains(c.Id)).Select(c => new { c.Id, c.FriendId }).ToDictionaryAsync(c => c.Id, c => c.FriendId);
        return all.Where(p => !p.IsByTalk || friends.ContainsKey(p.Id)).ToDictionary(p => p, p => p.IsByTalk ? friends[p.Id] : p.Id);
    }
}
