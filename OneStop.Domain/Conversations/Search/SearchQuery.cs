using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Search;

/// <summary>What is looked for.</summary>
/// <param name="Words">As typed; words apart by spaces are all required.</param>
/// <param name="From">The first day, in Japan, by when the message reached the service.</param>
/// <param name="To">The last day, itself included.</param>
/// <param name="By">Who said it.</param>
/// <param name="After">The end of the page before; null for the first one.</param>
public sealed record SearchQuery(string Words, DateOnly? From = null, DateOnly? To = null, Speaker? By = null, MessageKind? Kind = null,
    SearchPlace? After = null)
{
    /// <summary>Is anything but the words set?</summary>
    public bool IsNarrowed => this is not { From: null, To: null, By: null, Kind: null };

    internal long FromOrder => From is { } day ? OrderAt(day) : 0;

    internal long ToOrder => To is { } day && day < DateOnly.MaxValue ? OrderAt(day.AddDays(1)) - 1 : long.MaxValue;

    private static long OrderAt(DateOnly day) => Message.OrderAt(JapanTime.At(day, TimeOnly.MinValue));
}

/// <summary>What was found.</summary>
/// <param name="People">By number or alias; on the first page only.</param>
/// <param name="Hits">Newest first.</param>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
/// <param name="SearchedBackTo">How far back this page looked, where it stopped before it was full: common pairs that seldom make the word together.</param>
/// <param name="IsTooShort">Messages were not looked for: no word has two characters.</param>
public sealed record SearchResult(IReadOnlyList<InboxRow> People, IReadOnlyList<SearchHit> Hits, SearchPlace? Next = null,
    DateTimeOffset? SearchedBackTo = null, bool IsTooShort = false)
{
    /// <summary>Nothing was asked.</summary>
    public static SearchResult Nothing { get; } = new([], []);
}

/// <summary>A message that was found, with the words around what was looked for, and its place for the jump.</summary>
public sealed record SearchHit(
    Guid ConversationId, int FriendNumber, string? CalledAs, long Order, DateTimeOffset At, Speaker By, string? StaffName, MessageKind Kind,
    IReadOnlyList<SnippetPart> Snippet) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId);

    /// <summary>What the person is called.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);
}
