using System.Globalization;
using OneStop.Domain.Search;

namespace OneStop.Domain.Friends;

/// <summary>LINE友だち: a LINE user id and its state; nothing more is known until the person gives it (仕様書 7(1)①(サ)).</summary>
public sealed class Friend
{
    private Friend() { }

    /// <summary>Registers somebody who followed the account or wrote to it.</summary>
    /// <param name="number">The next number, for the alias.</param>
    public static Friend Register(LineUserId lineUserId, int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Number = number,
        LineUserId = lineUserId,
        MetAt = now,
    };

    public Guid Id { get; private set; }

    /// <summary>A consecutive number, from which the alias is made.</summary>
    public int Number { get; private set; }

    public LineUserId LineUserId { get; private set; } = null!;
    public DateTimeOffset MetAt { get; private set; }

    /// <summary>友だち登録: when the person last added or unblocked the account; null if they wrote before LINE reported it.</summary>
    public DateTimeOffset? FollowedAt { get; private set; }

    /// <summary>ブロック: since when the person blocks the account; null if they do not. LINE accepts pushes to them all the same.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    public bool IsBlocked => BlockedAt is not null;

    /// <summary>呼び名: what the person asked to be called; null until then.</summary>
    public string? CalledAs { get; private set; }

    /// <summary>The name in the form that searches compare.</summary>
    public string? FoldedName { get; private set; }

    /// <summary>The most characters of <see cref="CalledAs"/>, in text elements.</summary>
    public const int LongestName = 20;

    /// <summary>The column's length in UTF-16 code units: one text element may consist of many.</summary>
    public const int LongestNameUnits = 10 * LongestName;

    /// <summary>Whether a name is short enough.</summary>
    public static bool IsName(string name) => name.Length <= LongestNameUnits && name.Graphemes <= LongestName;

    /// <summary>The name on screen: 相談者 A-0123, or さくら（A-0123） once they gave a name.</summary>
    public string Alias => AliasOf(Number, CalledAs);

    /// <inheritdoc cref="Alias"/>
    public static string AliasOf(int number, string? calledAs = null) => calledAs is null ? $"相談者 {NumberOf(number)}" : $"{calledAs}（{NumberOf(number)}）";

    /// <summary>Returns the number for display, A-0123, which never changes.</summary>
    public static string NumberOf(int number) => $"A-{number.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>Sets what the person wishes to be called; null deletes it.</summary>
    /// <exception cref="RuleException">The name is too long.</exception>
    public void CallAs(string? name)
    {
        var trimmed = name?.Trim();
        if (trimmed is not null && !IsName(trimmed))
            throw new RuleException($"呼び名は{LongestName}文字までです。", nameof(NameWish.Name));
        CalledAs = string.IsNullOrEmpty(trimmed) ? null : trimmed;
        Fold();
    }

    /// <summary>Recomputes the folded name, after a change of the folding rules.</summary>
    internal void Fold() => FoldedName = CalledAs is null ? null : new FoldedText(CalledAs).Text;

    /// <summary>
    /// Records that the person added or unblocked the account. An event older than the known state changes nothing, because LINE does not guarantee
    /// the order.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool Follow(DateTimeOffset at)
    {
        if (at <= FollowedAt || at < BlockedAt)
            return false;

        (FollowedAt, BlockedAt) = (at, null);
        return true;
    }

    /// <summary>Records that the person blocked the account.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Block(DateTimeOffset at)
    {
        if (at < FollowedAt || IsBlocked)
            return false;

        BlockedAt = at;
        return true;
    }

    /// <summary>Records an activity of the person, which shows that they do not block the account.</summary>
    public void Speak(DateTimeOffset at)
    {
        if (at > BlockedAt)
            BlockedAt = null;
    }
}
