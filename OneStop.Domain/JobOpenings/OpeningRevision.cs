using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings;

/// <summary>
/// 変更: what was told before, kept, so that old and new can be compared by whoever was told the old (職業安定法 5条の3第3項). A draft has no revisions,
/// because nobody was told of it.
/// </summary>
public sealed class OpeningRevision
{
    /// <summary>The most characters of the reason.</summary>
    public const int LongestWhy = 400;

    private OpeningRevision() { }

    internal static OpeningRevision Of(JobOpening opening, int number, OpeningWish before, IReadOnlyList<TermChange> changes, string why, Guid? by,
        DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            OpeningId = opening.Id,
            Number = number,
            At = now,
            StaffId = by,
            Why = FormText.Required(why, "変える理由", LongestWhy, nameof(Why)),
            Title = before.Title,
            ValidUntil = before.ValidUntil,
            Before = before.Terms,
            Changes = [.. changes],
        };

    public Guid Id { get; private set; }
    public Guid OpeningId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null if an import brought the change.</summary>
    public Guid? StaffId { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>The title before.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The validity before.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The terms before.</summary>
    public OpeningTerms Before { get; private set; } = OpeningTerms.None;

    /// <summary>What changed, section by section.</summary>
    public ValueList<TermChange> Changes { get; private set; } = [];
}
