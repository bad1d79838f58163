namespace OneStop.Domain.CaseFiles;

/// <summary>終了の理由.</summary>
public enum ClosingReason
{
    /// <summary>目標を達成した</summary>
    Achieved,

    /// <summary>本人の希望</summary>
    Wish,

    /// <summary>市外へ転出</summary>
    MovedAway,

    /// <summary>連絡がとれない</summary>
    NoContact,

    /// <summary>対象者ではなかった</summary>
    NotEligible,

    /// <summary>その他</summary>
    Other,
}

/// <summary>終了: the support of a client ended. One act, by hand or by the clock; it can be reopened, and the row is kept.</summary>
public sealed class CaseClosing
{
    /// <summary>The most characters of the words.</summary>
    public const int LongestWords = 1000;

    private CaseClosing() { }

    /// <summary>Closes a case.</summary>
    /// <exception cref="RuleException">The words are too long, or missing for another reason than those in the list.</exception>
    public static CaseClosing Of(Guid clientId, ClosingReason reason, string words, Guid by, DateTimeOffset now)
    {
        if (words.Trim() is not { Length: <= LongestWords } said)
            throw new RuleException($"終了についての説明は{LongestWords}文字までです。", nameof(Words));
        if (reason == ClosingReason.Other && said.Length == 0)
            throw new RuleException("「その他」を選んだときは、理由を書いてください。", nameof(Words));
        return new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Reason = reason, Words = said, ClosedBy = by, ClosedAt = now };
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public ClosingReason Reason { get; private set; }
    public string Words { get; private set; } = "";
    public Guid ClosedBy { get; private set; }
    public DateTimeOffset ClosedAt { get; private set; }
    public Guid? ReopenedBy { get; private set; }

    /// <summary>When the case was opened again; null while it is closed.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>再開: opens the case again.</summary>
    public void Reopen(Guid by, DateTimeOffset now) => (ReopenedBy, ReopenedAt) = (by, now);
}

/// <summary>The names shown on screen.</summary>
public static class ClosingReasons
{
    extension(ClosingReason reason)
    {
        public string InJapanese => reason switch
        {
            ClosingReason.Achieved => "目標を達成した",
            ClosingReason.Wish => "本人の希望",
            ClosingReason.MovedAway => "市外へ転出した",
            ClosingReason.NoContact => "連絡がとれない",
            ClosingReason.NotEligible => "対象の人ではなかった",
            ClosingReason.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
