namespace OneStop.Domain.Timeline;

/// <summary>The person of a case file, by the ids under which features store what they know.</summary>
/// <param name="ClientId">The client; null for a person of a conversation who is no client yet.</param>
/// <param name="Friends">The LINE friends linked to the person, now or before: a new telephone is a new friend. Empty for a person without LINE.</param>
/// <param name="Conversations">The conversations of these friends.</param>
public sealed record CasePerson(Guid? ClientId, IReadOnlyList<Guid> Friends, IReadOnlyList<Guid> Conversations)
{
    /// <summary>
    /// The topic that open case files watch, before the client's id: a table with rows about a client declares
    /// <c>AnnouncesOne(CasePerson.Topic, row =&gt; row.ClientId)</c>.
    /// </summary>
    public const string Topic = "case-file";

    /// <summary>Returns the topic of one client's case file.</summary>
    public static string TopicOf(Guid clientId) => $"{Topic}:{clientId}";
}
