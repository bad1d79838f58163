using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Search;

/// <summary>A search.</summary>
/// <param name="Words">As typed; words separated by spaces are all required.</param>
/// <param name="From">The first day, in Japan, on which the message reached the service.</param>
/// <param name="To">The last day, inclusive.</param>
/// <param name="By">Who wrote the message; null for anybody.</param>
/// <param name="After">The end of the page before; null for the first page.</param>
public sealed record SearchQuery(string Words, DateOnly? From = null, DateOnly? To = null, Speaker? By = null, MessageKind? Kind = null,
    SearchPlace? After = null)
{
    /// <summary>Whether there are conditions other than the words.</summary>
    public bool IsNarrowed => this is not { From: null, To: null, By: null, Kind: null };

    internal long FromOrder => From is { } day ? OrderAt(day) : 0;

    internal long ToOrder => To is { } day && day < DateOnly.MaxValue ? OrderAt(day.AddDays(1)) - 1 : long.MaxValue;

    private static long OrderAt(DateOnly day) => Message.OrderAt(JapanTime.At(day, TimeOnly.MinValue));
}

/// <summary>The results of a search.</summary>
/// <param name="People">People by number or name; on the first page only.</param>
/// <param name="Hits">Messages, newest first.</param>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
/// <param name="SearchedBackTo">How far back the search got, if it stopped before the page was full: the bigrams are common but seldom form the
/// words.</param>
/// <param name="IsTooShort">Whether messages were not searched because no word has two characters.</param>
public sealed record SearchResult(IReadOnlyList<InboxRow> People, IReadOnlyList<SearchHit> Hits, SearchPlace? Next = null,
    DateTimeOffset? SearchedBackTo = null, bool IsTooShort = false)
{
    /// <summary>No results.</summary>
    public static SearchResult Nothing { get; } = new([], []);
}

/// <summary>A message that was found, with the text around the match, and its place in the conversation.</summary>
public sealed record SearchHit(
    Guid ConversationId, int FriendNumber, string? CalledAs, long Order, DateTimeOffset At, Speaker By, string? StaffName, MessageKind Kind,
    IReadOnlyList<SnippetPart> Snippet) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId);

    /// <summary>The name of the client on screen.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);
}
