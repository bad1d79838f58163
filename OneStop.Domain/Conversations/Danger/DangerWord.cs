namespace OneStop.Domain.Conversations.Danger;

/// <summary>The subject of a word, which decides the telephone numbers that help.</summary>
public enum DangerAbout
{
    /// <summary>命: the wish to die or to disappear.</summary>
    Life,

    /// <summary>暴力: by a present or former partner or housemate.</summary>
    Violence,

    /// <summary>子ども: violence against a child, or neglect.</summary>
    Child,
}

/// <summary>The names shown on screen.</summary>
public static class DangerAbouts
{
    extension(DangerAbout about)
    {
        /// <summary>The name on screen.</summary>
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
/// 危険のことば: a word that is answered at once, at any hour. A row is a decision of the manager: a word of their own, or a standard word switched on or
/// off. A word of <see cref="StandardWords"/> without a row is in force.
/// </summary>
public sealed class DangerWord
{
    /// <summary>The most characters of a word.</summary>
    public const int Longest = 40;

    /// <summary>The fewest characters of a word: a single one would occur in too many messages (死別, 手続).</summary>
    public const int Shortest = 2;

    /// <summary>The most characters of the source.</summary>
    public const int LongestSource = 200;

    private DangerWord() { }

    /// <exception cref="RuleException">The word is too short or too long, or the source is missing or too long.</exception>
    public static DangerWord Of(WordWish wish, Guid staffId, DateTimeOffset now)
    {
        var word = wish.Text.Trim();
        if (word.Length > Longest)
            throw new RuleException($"ことばは{Longest}文字までです。", nameof(wish.Text));
        if (HeardText.Fold(word).Trim().Length < Shortest) // without the markers that folding adds
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

    /// <summary>The word in the form that is compared; unique.</summary>
    public string Folded { get; private set; } = "";

    public DangerAbout About { get; private set; }

    /// <summary>Where the word comes from: a law, a guideline, a case.</summary>
    public string Source { get; private set; } = "";

    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>When it was switched off; null while it is in force.</summary>
    public DateTimeOffset? OffAt { get; private set; }

    /// <summary>Switches the word on or off, and records who decided.</summary>
    public void Turn(bool on, Guid staffId, DateTimeOffset now) => (OffAt, SetBy, SetAt) = (on ? null : OffAt ?? now, staffId, now);
}
