namespace OneStop.Domain.Employers.Merging;

/// <summary>A row that went over to the other entry.</summary>
/// <param name="Table">The name of the row's type.</param>
public sealed record MovedRow(string Table, Guid Id);

/// <summary>
/// まとめる: two entries of one employer became one. Everything of the merged entry belongs to the surviving one from then on, and what the surviving one
/// did not know is taken over; for some weeks that can be undone as a whole.
/// </summary>
public sealed class EmployerMerge
{
    /// <summary>How long a merge can be undone.</summary>
    public static readonly TimeSpan UndoneWithin = TimeSpan.FromDays(30);

    private EmployerMerge() { }

    /// <summary>Merges an entry into another; its rows are moved by the desk.</summary>
    /// <exception cref="RuleException">The two are one entry, one of them was merged already, or they have different 法人番号.</exception>
    public static EmployerMerge Of(Employer survivor, Employer merged, IReadOnlyList<MovedRow> rows, Guid by, DateTimeOffset now)
    {
        if (survivor.Id == merged.Id)
            throw new RuleException("同じ登録どうしはまとめられません。");
        if (survivor.MergedIntoId is not null || merged.MergedIntoId is not null)
            throw new RuleException("すでにまとめてある登録です。一覧からさがし直してください。");
        if (survivor.CorporateNumber is { } one && merged.CorporateNumber is { } other && one != other)
            throw new RuleException("法人番号が違うので、別の法人です。どちらかの番号が間違っているときは、先に直してください。");
        var (before, number) = (survivor.Wish, merged.CorporateNumber);
        var taken = before.FilledFrom(merged.Wish);
        merged.MergeInto(survivor.Id);
        survivor.Rewrite(taken);
        if (survivor.LastContactAt is not { } last || last < merged.LastContactAt)
            survivor.Met(merged.LastContactAt);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            SurvivorId = survivor.Id,
            MergedId = merged.Id,
            Number = number,
            Before = before,
            After = survivor.Wish,
            Rows = [.. rows],
            By = by,
            At = now,
        };
    }

    public Guid Id { get; private set; }
    public Guid SurvivorId { get; private set; }
    public Guid MergedId { get; private set; }

    /// <summary>The 法人番号 of the merged entry; null if it had none.</summary>
    public string? Number { get; private set; }

    /// <summary>What the surviving entry said before.</summary>
    public EmployerWish Before { get; private set; } = null!;

    /// <summary>What it said afterwards.</summary>
    public EmployerWish After { get; private set; } = null!;

    public ValueList<MovedRow> Rows { get; private set; } = [];
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null unless it was undone.</summary>
    public Removal? Undoing { get; private set; }

    /// <summary>Whether it can still be undone.</summary>
    public bool CanBeUndone(DateTimeOffset now) => Undoing is null && now < At + UndoneWithin;

    /// <summary>Undoes the merge. What was written in the surviving entry since stays there.</summary>
    /// <exception cref="RuleException">It is too late, it was undone already, or one of the entries was merged again.</exception>
    public void Undo(Employer survivor, Employer merged, Guid by, DateTimeOffset now)
    {
        if (!CanBeUndone(now))
            throw new RuleException($"まとめた登録を元に戻せるのは{UndoneWithin.Days}日以内です。");
        if (survivor.MergedIntoId is not null)
            throw new RuleException("まとめた先が、さらに別の登録とまとめてあります。先にそちらを元に戻してください。");
        if (survivor.Wish == After)
            survivor.Rewrite(Before);
        merged.Part(Number is { } number && number == survivor.CorporateNumber ? null : Number);
        Undoing = new(now, by);
    }
}

/// <summary>別の事業者: two entries that were looked at and are two employers; they are not suggested again.</summary>
public sealed class DistinctEmployers
{
    private DistinctEmployers() { }

    /// <summary>The pair in one order, so that it is found whichever is named first.</summary>
    public static DistinctEmployers Of(Guid one, Guid other, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        FirstId = one.CompareTo(other) < 0 ? one : other,
        SecondId = one.CompareTo(other) < 0 ? other : one,
        By = by,
        At = now,
    };

    public Guid Id { get; private set; }
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }
}
