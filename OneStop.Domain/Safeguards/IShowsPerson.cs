using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>A row that shows somebody who is being supported, by name or by their words: who has it on the screen has seen that person.</summary>
public interface IShowsPerson
{
    /// <summary>Whom it shows.</summary>
    ShownPerson Shown { get; }
}

/// <summary>A person as rows name them: by the talk in LINE where there is one, which is what is opened, else as the client.</summary>
public readonly record struct ShownPerson(string Subject, Guid Id)
{
    // Names of features that stand on this one: the trail keeps them as words.
    internal const string ByTalk = "Conversation";
    internal const string ByClient = "Client";

    /// <summary>The person of a talk.</summary>
    public static ShownPerson Of(Guid conversationId) => new(ByTalk, conversationId);

    /// <summary>A client, who may have a talk.</summary>
    public static ShownPerson Of(Guid? conversationId, Guid clientId) => conversationId is { } talk ? Of(talk) : new(ByClient, clientId);

    /// <summary>Are they named by their talk?</summary>
    internal bool IsByTalk => Subject == ByTalk;

    /// <summary>The person's id in the trail (<see cref="AuditEntry.PersonId"/>).</summary>
    internal async Task<Guid?> IdIn(OneStopDb db) => (await IdsIn(db, [this])).TryGetValue(this, out var id) ? id : null;

    /// <summary>The ids of many persons in the trail, by one query.</summary>
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
