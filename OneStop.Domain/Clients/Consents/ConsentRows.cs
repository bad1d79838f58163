namespace OneStop.Domain.Clients.Consents;

/// <summary>The state of a consent.</summary>
public enum ConsentState
{
    /// <summary>有効</summary>
    InForce,

    /// <summary>前の文面: given to an earlier wording; the client is asked again.</summary>
    FormerWording,

    /// <summary>期限切れ: its last day is over.</summary>
    Ended,

    /// <summary>撤回</summary>
    Withdrawn,
}

/// <summary>A consent as shown in the file.</summary>
public sealed record ConsentRow
{
    public required Guid Id { get; init; }

    /// <summary>The name of the purpose on screen.</summary>
    public required string Purpose { get; init; }

    /// <summary>To whom it refers; null if to nobody, or if the actor may not know.</summary>
    public required string? ObjectName { get; init; }

    /// <summary>Whether it refers to somebody, whether or not the name is shown.</summary>
    public required bool HasObject { get; init; }

    public required ConsentState State { get; init; }
    public required string Edition { get; init; }
    public required string Digest { get; init; }

    /// <summary>The words that were shown or read out; null if they were not kept.</summary>
    public required string? Text { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The last day on which it holds; null if it holds until it is withdrawn.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Whether it can have a last day (<see cref="ConsentPurpose.MayEnd"/>).</summary>
    public required bool MayEnd { get; init; }

    public required ConsentWay Way { get; init; }

    /// <summary>The name of the member of staff who was told; null if the client answered in LINE or on a page.</summary>
    public required string? TakenBy { get; init; }

    public required string Witness { get; init; }

    /// <summary>Whether the signed paper was scanned.</summary>
    public required bool HasScan { get; init; }

    /// <summary>The scan; null if there is none, or if the actor may not see it.</summary>
    public required ConsentScan? Scan { get; init; }

    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The name of the member of staff who was told; null if it was not withdrawn, or by the client in LINE.</summary>
    public required string? WithdrawnBy { get; init; }
}

/// <summary>A purpose that can be recorded.</summary>
/// <param name="CanBeAskedInLine">Whether its wording fits on a card.</param>
/// <param name="MayEnd">Whether a last day can be recorded.</param>
public sealed record PurposeChoice(string Code, string InJapanese, string Text, bool CanBeAskedInLine, bool MayEnd);

/// <summary>The form for a consent that a client gave to a member of staff.</summary>
/// <param name="On">The day on which it was given.</param>
/// <param name="Witness">Who else heard it; empty if nobody.</param>
/// <param name="Until">The last day on which it holds; null if it holds until it is withdrawn.</param>
/// <param name="ScanId">The scan of the signed paper, if it was given on paper; null if there is none.</param>
public sealed record ConsentWish(string Purpose, ConsentWay Way, DateOnly? On, string Witness, DateOnly? Until = null, Guid? ScanId = null);

/// <summary>The form for the last day of a consent.</summary>
/// <param name="Until">Null if it holds until it is withdrawn.</param>
public sealed record ConsentEnd(DateOnly? Until);

/// <summary>A file that is, or can be, the scan of a consent.</summary>
public sealed record ConsentScan(Guid FileId, string Title, DateTimeOffset AddedAt);

/// <summary>The form that adds a scan to a consent.</summary>
public sealed record ConsentScanWish(Guid? FileId);

/// <summary>A question that waits to be sent.</summary>
/// <param name="Talk">The conversation.</param>
/// <param name="OutgoingId">For taking it back within the hold.</param>
public sealed record AskedConsent(Guid Talk, Guid OutgoingId);

/// <summary>The names shown on screen.</summary>
public static class ConsentNames
{
    extension(ConsentWay way)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => way switch
        {
            ConsentWay.LineButton => "LINEのボタン",
            ConsentWay.Paper => "書面",
            ConsentWay.ByWord => "口頭",
            ConsentWay.Page => "専用ページ",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }

    extension(ConsentState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            ConsentState.InForce => "有効",
            ConsentState.FormerWording => "前の文面",
            ConsentState.Ended => "期限切れ",
            ConsentState.Withdrawn => "撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
