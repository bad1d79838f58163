using System.ComponentModel;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.PersonTrail;

/// <summary>監査証跡の窓口: who looked at a person's records, and who changed them.</summary>
[DisplayName("監査証跡")]
public sealed class TrailDesk(DeskContext desk)
{
    /// <summary>The name under which the trail records that somebody read it.</summary>
    public const string Subject = "PersonTrail";

    /// <summary>Returns who looked at and changed a person's records, the newest first. Reading this is recorded as a look.</summary>
    /// <param name="personId">The id of the client, the friend, or their conversation.</param>
    /// <returns>Null if there is no such person.</returns>
    [DisplayName("記録を見た人・変えた人を見る")]
    [Allowed(Duty.Manager)]
    public async Task<TrailView?> Of(Guid personId, ListQuery<TrailFilter> query)
    {
        desk.MayDo<TrailDesk>();
        Person? person = null;
        return await desk.Open(async db => (person = await Find(db, personId)) is null ? null : await View(db, person, query),
            _ => new OpenedRecord(Subject, person!.Ids[0], person.Shown));
    }

    private static async Task<Person?> Find(OneStopDb db, Guid id)
    {
        var friend = await db.Friends.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id
            || db.Conversations.Any(c => c.Id == id && c.FriendId == f.Id) || db.Clients.Any(c => c.Id == id && c.FriendId == f.Id));
        var friendId = friend?.Id;
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id || (friendId != null && c.FriendId == friendId));
        var talk = await db.Conversations.Where(c => c.FriendId == friendId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
        var clientId = client?.Id;
        var others = await db.FormerFriends.Where(f => f.ClientId == clientId).Select(f => f.FriendId)
            .Concat(db.Clients.Where(c => c.MergedIntoId == clientId && clientId != null).Select(c => c.Id)).ToListAsync();
        return friend is null && client is null
            ? null
            : new(AliasOf(friend, client), [.. new[] { clientId, friendId }.OfType<Guid>(), .. others], ShownPerson.Of(talk, client?.Id ?? default));
    }

    private static string AliasOf(Friend? friend, Client? client) => friend is not null
        ? Friend.AliasOf(friend.Number, friend.CalledAs)
        : $"{client!.Name ?? "利用者"}（{Client.NumberOf(client.Number)}）";

    private static async Task<TrailView> View(OneStopDb db, Person person, ListQuery<TrailFilter> query)
    {
        var all = db.AuditEntries.AsNoTracking().Concerning(person.Ids);
        var entries = await all.Matching(query.Filter).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToPart(query.Page, all);
        var actors = all.Where(e => e.ActorId != null).Select(e => e.ActorId!.Value).Distinct();
        var staff = await db.Users.Where(u => actors.Contains(u.Id)).OrderBy(u => u.Name).Select(u => new TrailActor(u.Id, u.Name)).ToListAsync();
        var names = staff.ToDictionary(s => s.Id, s => s.Name);
        return new(person.Alias, entries.Select(e => RowOf(e, names)), staff);
    }

    private static TrailRow RowOf(AuditEntry entry, Dictionary<Guid, string> names) => new(entry.Id, entry.At, Enum.Parse<ActorKind>(entry.ActorKind),
        entry.ActorId is { } id ? names.GetValueOrDefault(id) : null, entry.Act, entry.Subject, [.. FieldsOf(entry)]);

    /// <summary>Returns the changed fields; a complex value counts as one field: 「メモ」, not its text and its time.</summary>
    private static IEnumerable<string> FieldsOf(AuditEntry entry) =>
        JsonSerializer.Deserialize<string[][]>(entry.Fields)!.Select(f => f[0].Split('.')[0]).Distinct();

    private sealed record Person(string Alias, IReadOnlyList<Guid> Ids, ShownPerson Shown);
}
