namespace OneStop.Domain.JobOpenings;

/// <summary>Who published an opening.</summary>
public enum PublicSource
{
    /// <summary>ハローワーク</summary>
    HelloWork,

    /// <summary>その他, by name.</summary>
    Other,
}

/// <summary>The source of a public opening as it is read.</summary>
/// <param name="Name">The name of another source; empty for Hello Work.</param>
/// <param name="Number">求人番号 at the source.</param>
/// <param name="ReceivedOn">受付日 at the source; null if it is not told.</param>
/// <param name="ValidUntil">有効期限 at the source; null if it is not told.</param>
/// <param name="AsOf">The day of which the record speaks.</param>
/// <param name="Record">The record as it was received.</param>
public sealed record PublicRecord(PublicSource Source, string Name, string Number, DateOnly? ReceivedOn, DateOnly? ValidUntil, DateOnly AsOf, string Record);

/// <summary>
/// 公開元: where a public opening comes from. Its number is unique at its source, so that an import of next week finds it again. Showing it, accepting it
/// and introducing somebody are three acts.
/// </summary>
public sealed class PublicOrigin
{
    /// <summary>The most characters of the name, of the number, and of the record.</summary>
    public const int LongestName = 60, LongestNumber = 40, LongestRecord = 30_000;

    private PublicOrigin() { }

    /// <summary>Keeps the source of an opening.</summary>
    /// <exception cref="RuleException">The number or the name is missing or too long.</exception>
    public static PublicOrigin Of(Guid openingId, PublicRecord record)
    {
        var origin = new PublicOrigin
        {
            OpeningId = openingId,
            Source = record.Source,
            SourceName = record.Source == PublicSource.HelloWork ? "" : Named(record.Name, "公開元の名前", LongestName),
            Number = Named(record.Number, "求人番号", LongestNumber),
        };
        origin.Refresh(record);
        return origin;
    }

    /// <summary>The opening.</summary>
    public Guid OpeningId { get; private set; }

    public PublicSource Source { get; private set; }

    /// <summary>Empty for Hello Work.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>求人番号 at the source.</summary>
    public string Number { get; private set; } = "";

    public DateOnly? ReceivedOn { get; private set; }
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The day of which the record speaks.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The record as it was received.</summary>
    public string Record { get; private set; } = "";

    /// <summary>The day on which it was no longer at its source; null while it is.</summary>
    public DateOnly? GoneOn { get; private set; }

    /// <summary>ハローワーク, or the name.</summary>
    public string SourceInJapanese => Source == PublicSource.HelloWork ? "ハローワーク" : SourceName;

    /// <summary>ハローワーク 求人番号 40010-12345678（10月5日時点）: what has to stand wherever it is shown.</summary>
    public string Shown => $"{SourceInJapanese} 求人番号 {Number}（{JapanTime.Say(AsOf)}時点）";

    /// <summary>Takes over a later record of the same opening.</summary>
    /// <exception cref="RuleException">The record is too long.</exception>
    public void Refresh(PublicRecord record)
    {
        if (record.Record.Length > LongestRecord)
            throw new RuleException($"公開元の記録が長すぎます。{LongestRecord:N0}文字までです。");
        (ReceivedOn, ValidUntil, AsOf, Record, GoneOn) = (record.ReceivedOn, record.ValidUntil, record.AsOf, record.Record, null);
    }

    /// <summary>Records that it is no longer at its source.</summary>
    public void Leave(DateOnly day) => GoneOn ??= day;

    /// <summary>Takes <see cref="Leave"/> back.</summary>
    public void Return() => GoneOn = null;

    private static string Named(string text, string what, int longest) => text.Plain.Trim() is { Length: > 0 } named && named.Length <= longest
        ? named
        : throw new RuleException($"{what}を{longest}文字までで入力してください。");
}
