using System.Globalization;
using OneStop.Domain.Search;

namespace OneStop.Domain.Friends;

/// <summary>LINE友だち: a LINE user id and its state; nothing else is known until the person says so (仕様書 7(1)①(サ)).</summary>
public sealed class Friend
{
    private Friend() { }

    /// <summary>Somebody who followed the account or wrote to it.</summary>
    /// <param name="number">The next free number, for the alias.</param>
    public static Friend Register(LineUserId lineUserId, int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Number = number,
        LineUserId = lineUserId,
        MetAt = now,
    };

    public Guid Id { get; private set; }

    /// <summary>Counts the friends; what the alias is made of.</summary>
    public int Number { get; private set; }

    public LineUserId LineUserId { get; private set; } = null!;
    public DateTimeOffset MetAt { get; private set; }

    /// <summary>友だち登録: when the person last added or unblocked the account. Null for one who wrote before the service knew of it.</summary>
    public DateTimeOffset? FollowedAt { get; private set; }

    /// <summary>ブロック: since when nothing reaches the person. LINE accepts pushes to them all the same, so we must know.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    public bool IsBlocked => BlockedAt is not null;

    /// <summary>呼び名: how the person asked to be called; null until they said so.</summary>
    public string? CalledAs { get; private set; }

    /// <summary>The same as a search compares it.</summary>
    public string? FoldedName { get; private set; }

    /// <summary>The most characters of a <see cref="CalledAs"/>, as people count them.</summary>
    public const int LongestName = 20;

    /// <summary>What the database keeps room for: one character may be of many parts.</summary>
    public const int LongestNameUnits = 10 * LongestName;

    /// <summary>Is a name short enough to be kept?</summary>
    public static bool IsName(string name) => name.Length <= LongestNameUnits && name.Graphemes <= LongestName;

    /// <summary>What the person is called on screen: 相談者 A-0123, or さくら（A-0123） once they gave a name.</summary>
    public string Alias => AliasOf(Number, CalledAs);

    /// <inheritdoc cref="Alias"/>
    public static string AliasOf(int number, string? calledAs = null) => calledAs is null ? $"相談者 {NumberOf(number)}" : $"{calledAs}（{NumberOf(number)}）";

    /// <summary>A-0123: stays the same whatever the person is called.</summary>
    public static string NumberOf(int number) => $"A-{number.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>The person said how to be called; null forgets it again.</summary>
    /// <exception cref="RuleException">Too long.</exception>
    public void CallAs(string? name)
    {
        var trimmed = name?.Trim();
        if (trimmed is not null && !IsName(trimmed))
            throw new RuleException($"呼び名は{LongestName}文字までです。", nameof(NameWish.Name));
        CalledAs = string.IsNullOrEmpty(trimmed) ? null : trimmed;
        Fold();
    }

    /// <summary>Brings what a search compares to how it compares now.</summary>
    internal void Fold() => FoldedName = CalledAs is null ? null : new FoldedText(CalledAs).Text;

    /// <summary>The person added or unblocked the account. An event older than what is known changes nothing: LINE does not promise the order.</summary>
    /// <returns>True if it is news.</returns>
    public bool Follow(DateTimeOffset at)
    {
        if (at <= FollowedAt || at < BlockedAt)
            return false;

        (FollowedAt, BlockedAt) = (at, null);
        return true;
    }

    /// <summary>The person blocked the account.</summary>
    /// <returns>True if it is news.</returns>
    public bool Block(DateTimeOffset at)
    {
        if (at < FollowedAt || IsBlocked)
            return false;

        BlockedAt = at;
        return true;
    }

    /// <summary>What the person does shows that the account is not blocked.</summary>
    public void Speak(DateTimeOffset at)
    {
        if (at > BlockedAt)
            BlockedAt = null;
    }
}
