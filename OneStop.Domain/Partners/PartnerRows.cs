namespace OneStop.Domain.Partners;

/// <summary>The state of an entry.</summary>
public enum PartnerState
{
    /// <summary>案内できます: checked within the last six months.</summary>
    Checked,

    /// <summary>確認の時期: never checked, or not for six months.</summary>
    CheckDue,

    /// <summary>閉所</summary>
    ClosedDown,
}

/// <summary>The names shown on screen.</summary>
public static class PartnerStates
{
    extension(PartnerState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            PartnerState.Checked => "確認済み",
            PartnerState.CheckDue => "確認の時期",
            PartnerState.ClosedDown => "閉所",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>Which partners a list shows.</summary>
public sealed record PartnerFilter
{
    public PartnerKind? Kind { get; init; }
    public Ward? Ward { get; init; }
    public PartnerState? State { get; init; }
}

/// <summary>A partner as a row of the list.</summary>
public sealed record PartnerRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Kana { get; init; }
    public required IReadOnlyList<PartnerKind> Kinds { get; init; }
    public required string ForWhom { get; init; }
    public required string Hours { get; init; }
    public required string Phone { get; init; }
    public required Ward? Ward { get; init; }
    public required string Address { get; init; }
    public required string WebAddress { get; init; }
    public required string HowToRefer { get; init; }
    public required DateTimeOffset? CheckedAt { get; init; }
    public required string? CheckedBy { get; init; }
    public required DateTimeOffset CheckDueAt { get; init; }
    public required bool IsClosed { get; init; }

    /// <summary>The number of notes of counselors.</summary>
    public required int Notes { get; init; }

    /// <summary>The state at an instant.</summary>
    public PartnerState StateAt(DateTimeOffset now) => IsClosed ? PartnerState.ClosedDown : CheckDueAt <= now ? PartnerState.CheckDue : PartnerState.Checked;

    /// <summary>ハローワーク、仕事・就職</summary>
    public string KindsInJapanese => string.Join("、", Kinds.Select(k => k.InJapanese));
}

/// <summary>A note as shown.</summary>
/// <param name="By">The name of the writer.</param>
public sealed record PartnerNoteRow(Guid Id, string Text, DateTimeOffset At, string By);

/// <summary>A partner with everything that its page shows.</summary>
/// <param name="Notes">The newest first.</param>
public sealed record PartnerView(PartnerRow Row, PartnerWish Wish, PartnerCheck? Check, IReadOnlyList<PartnerNoteRow> Notes);
