namespace OneStop.Domain.Clients.Merging;

/// <summary>
/// 統合: two entries of one person became one. Everything of the merged client belongs to the surviving one from then on; for some weeks that can be
/// undone as a whole.
/// </summary>
public sealed class ClientMerge
{
    /// <summary>How long a merge can be undone: until then somebody will have met the person and noticed a mistake.</summary>
    public static readonly TimeSpan UndoneWithin = TimeSpan.FromDays(30);

    private ClientMerge() { }

    /// <exception cref="RuleException">The two are one entry, or one of them was merged already.</exception>
    public static ClientMerge Of(Client survivor, Client merged, Guid by, DateTimeOffset now)
    {
        if (survivor.Id == merged.Id)
            throw new RuleException("同じ利用者どうしは統合できません。");
        if (survivor.ErasedAt is not null || merged.ErasedAt is not null)
            throw new RuleException("記録を消去した利用者は統合できません。");
        if (survivor.MergedIntoId is not null || merged.MergedIntoId is not null)
            throw new RuleException("すでに統合された利用者です。一覧からさがし直してください。");
        merged.MergeInto(survivor.Id);
        return new() { Id = Guid.CreateVersion7(now), SurvivorId = survivor.Id, MergedId = merged.Id, At = now, By = by };
    }

    public Guid Id { get; private set; }
    public Guid SurvivorId { get; private set; }
    public Guid MergedId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    /// <summary>Whether it can still be undone.</summary>
    public bool CanBeUndone(DateTimeOffset now) => UndoneAt is null && now < At + UndoneWithin;

    /// <summary>Undoes the merge.</summary>
    /// <exception cref="RuleException">It is too late, or it was undone already.</exception>
    public void Undo(Guid by, DateTimeOffset now)
    {
        if (!CanBeUndone(now))
            throw new RuleException($"統合を元に戻せるのは{UndoneWithin.Days}日以内です。");
        (UndoneAt, UndoneBy) = (now, by);
    }
}

/// <summary>One change that a merge made: a column of a row before and after it, or a row that it added or deleted. By these the merge is undone.</summary>
public sealed class MergeStep
{
    private MergeStep() { }

    /// <param name="table">The name of the row's type.</param>
    /// <param name="column">The column with the values that contain it; empty for a row that the merge added or deleted.</param>
    /// <param name="before">The value as JSON; of a deleted row all values.</param>
    internal static MergeStep Of(Guid mergeId, int order, string table, Guid rowId, string column, string? before, string? after, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        MergeId = mergeId,
        Order = order,
        Table = table,
        RowId = rowId,
        Column = column,
        Before = before,
        After = after,
    };

    public Guid Id { get; private set; }
    public Guid MergeId { get; private set; }
    public int Order { get; private set; }
    public string Table { get; private set; } = "";
    public Guid RowId { get; private set; }
    public string Column { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }

    /// <summary>Whether the merge added the row.</summary>
    public bool IsAdded => Column.Length == 0 && Before is null;

    /// <summary>Whether the merge deleted the row.</summary>
    public bool IsRemoved => Column.Length == 0 && Before is not null;
}

/// <summary>ちがう人: two entries that were looked at and are two persons; they are not suggested again.</summary>
public sealed class DistinctClients
{
    private DistinctClients() { }

    /// <summary>The pair in one order, so that it is found whichever is named first.</summary>
    public static DistinctClients Of(Guid one, Guid other, Guid by, DateTimeOffset now)
    {
        var (first, second) = InOrder(one, other);
        return new() { Id = Guid.CreateVersion7(now), FirstId = first, SecondId = second, By = by, At = now };
    }

    public Guid Id { get; private set; }
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Returns two ids in the order of a pair.</summary>
    internal static (Guid First, Guid Second) InOrder(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
