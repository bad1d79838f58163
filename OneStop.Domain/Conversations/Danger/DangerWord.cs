namespace OneStop.Domain.Conversations.Danger;

/// <summary>What a word points to; which telephone number helps follows from it.</summary>
public enum DangerAbout
{
    /// <summary>命: the wish to die, or to vanish.</summary>
    Life,

    /// <summary>暴力: by whoever they live with, or lived with.</summary>
    Violence,

    /// <summary>子ども: what is done to a child.</summary>
    Child,
}

/// <summary>The names on screen.</summary>
public static class DangerAbouts
{
    extension(DangerAbout about)
    {
        /// <summary>What the screen calls it.</summary>
        public string InJapanese => about switch
        {
            DangerAbout.Life => "死にたい気持ち",
            DangerAbout.Violence => "暴力",
            DangerAbout.Child => "子どもの安全",
            _ => throw new ArgumentOutOfRangeException(nameof(about)),
        };
    }
}

/// <summary>
/// 危険のことば: words for which an answer goes out at once, whatever the hour. A row is what the manager decided: a word of their own,
/// or that one of <see cref="StandardWords"/> is not looked for. What has no row holds as it stands there.
/// </summary>
public sealed class DangerWord
{
    /// <summary>The most characters of a word.</summary>
    public const int Longest = 40;

    /// <summary>The fewest characters that count: a single one would stand in half of all messages (死別, 手続).</summary>
    public const int Shortest = 2;

    /// <summary>The most characters of a note on where it comes from.</summary>
    public const int LongestSource = 200;

    private DangerWord() { }

    /// <exception cref="RuleException">Too short to mean anything, too long, or no note on where it comes from.</exception>
    public static DangerWord Of(WordWish wish, Guid staffId, DateTimeOffset now)
    {
        var word = wish.Text.Trim();
        if (word.Length > Longest)
            throw new RuleException($"ことばは{Longest}文字までです。", nameof(wish.Text));
        if (HeardText.Fold(word).Trim().Length < Shortest) // without the marks of where it stands
            throw new RuleException("1文字だけのことばは、ほかの文にも出てくるため使えません。2文字以上にしてください。", nameof(wish.Text));
        if (wish.Source.Trim() is not { Length: > 0 and <= LongestSource } note)
            throw new RuleException($"どこから取ったことばかを、{LongestSource}文字までで書いてください。", nameof(wish.Source));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Text = word,
            Folded = HeardText.Fold(word),
            About = wish.About,
            Source = note,
            SetBy = staffId,
            SetAt = now
        };
    }

    public Guid Id { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>As texts are compared; no two words are the same in it.</summary>
    public string Folded { get; private set; } = "";

    public DangerAbout About { get; private set; }

    /// <summary>Where it comes from: a law, a guideline, a case.</summary>
    public string Source { get; private set; } = "";

    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>Since when it is not looked for.</summary>
    public DateTimeOffset? OffAt { get; private set; }

    /// <summary>Looked for, or not; with who decided so last.</summary>
    public void Turn(bool on, Guid staffId, DateTimeOffset now) => (OffAt, SetBy, SetAt) = (on ? null : OffAt ?? now, staffId, now);
}
