namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>
/// 生活状況・就労状況: an assessment of life and work as of a day (仕様書 7(2)②(イ)). It is written until a version that rests on it is established; the
/// next one is a row of its own, so that both stand side by side.
/// </summary>
public sealed class Circumstances
{
    private Circumstances() { }

    /// <summary>Begins the first assessment of a program.</summary>
    public static Circumstances First(Guid programId, CarriedFacts carried, Guid by, DateTimeOffset now) => Of(programId, 1, carried, by, now);

    /// <summary>Begins the next one: what the file knows now, and the words of this one to be corrected.</summary>
    /// <param name="number">After all of the program, also those of changes that were dropped.</param>
    public Circumstances Next(int number, CarriedFacts carried, Guid by, DateTimeOffset now)
    {
        var next = Of(ProgramId, number, carried, by, now);
        (next.Notes, next.Pairs, next.Budget) = (Notes with { AsOf = now.JapaneseDate }, Pairs, Budget);
        return next;
    }

    private static Circumstances Of(Guid programId, int number, CarriedFacts carried, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = programId,
        Number = number,
        Carried = carried,
        CarriedAt = now,
        Notes = CircumstancesNotes.None with { AsOf = now.JapaneseDate },
        ChangedAt = now,
        ChangedBy = by,
    };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>What the file knew.</summary>
    public CarriedFacts Carried { get; private set; } = CarriedFacts.None;

    /// <summary>When the file was last read.</summary>
    public DateTimeOffset CarriedAt { get; private set; }

    public CircumstancesNotes Notes { get; private set; } = CircumstancesNotes.None;

    /// <summary>課題と強み, in their order.</summary>
    public ValueList<BarrierPair> Pairs { get; private set; } = [];

    public Budget Budget { get; private set; } = new();
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>When the first version that rests on it was established; null while it is written.</summary>
    public DateTimeOffset? FixedAt { get; private set; }

    /// <summary>Carries over what the file knows now.</summary>
    public void Carry(CarriedFacts carried, Guid by, DateTimeOffset now)
    {
        (Carried, CarriedAt) = (carried, now);
        Touch(by, now);
    }

    /// <summary>Rewrites the words.</summary>
    /// <exception cref="RuleException">A text is too long, or the day lies ahead.</exception>
    public void Rewrite(CircumstancesNotes notes, Guid by, DateTimeOffset now)
    {
        Notes = notes.Checked(now.JapaneseDate);
        Touch(by, now);
    }

    /// <summary>Rewrites the budget.</summary>
    /// <exception cref="RuleException">A line is not possible.</exception>
    public void Rewrite(Budget budget, Guid by, DateTimeOffset now)
    {
        Budget = budget.Checked();
        Touch(by, now);
    }

    /// <summary>Replaces the pairs.</summary>
    /// <exception cref="RuleException">There are too many, or a text is too long.</exception>
    public void Rewrite(ValueList<BarrierPair> pairs, Guid by, DateTimeOffset now)
    {
        if (pairs.Count > BarrierPair.Most)
            throw new RuleException($"課題と強みは{BarrierPair.Most}組まで入力できます。");
        Pairs = [.. pairs.Select(p => p.Checked())];
        Touch(by, now);
    }

    /// <summary>Fixes it: a version that rests on it is established.</summary>
    public void Fix(DateTimeOffset now) => FixedAt ??= now;

    private void Touch(Guid by, DateTimeOffset now)
    {
        if (FixedAt is not null)
            throw new RuleException("この聞き取りは、策定した版のものなので変えられません。「新しく聞き取る」で、次の聞き取りを始めてください。");
        (ChangedBy, ChangedAt) = (by, now);
    }
}
