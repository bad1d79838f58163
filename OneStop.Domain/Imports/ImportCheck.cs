namespace OneStop.Domain.Imports;

/// <summary>The result of checking an import. If there is a fault, nothing can be imported.</summary>
/// <param name="Source">The name of the sheet's file.</param>
/// <param name="About">What it is for, in a word, such as a month.</param>
/// <param name="Unchanged">The number of cells or rows that would change nothing.</param>
/// <param name="Passed">What was not read, and why.</param>
public abstract record ImportCheck(string Source, string About, ColumnMap Map, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Passed,
    int Unchanged)
{
    /// <summary>The changes, in the order of the sheet.</summary>
    public abstract IReadOnlyList<ImportChange> Preview { get; }

    /// <summary>Refuses to apply changes to values that are not as shown any more.</summary>
    /// <param name="stale">The changes whose old values have changed since the check.</param>
    /// <exception cref="RuleException">There are such changes.</exception>
    public static void RefuseStale(IEnumerable<ImportChange> stale)
    {
        if (stale.ToList() is [var first, ..] all)
            throw new RuleException($"確かめたあとに、ほかの人が変えたところが{all.Count}件あります（{first.Address} {first.Row} {first.Field}）。まだ何も取り込んでいません。もう一度、確かめてください。");
    }
}

/// <summary>A change that an import would make.</summary>
/// <param name="Address">The cell with the new value.</param>
public abstract record ImportChange(string Address)
{
    /// <summary>The name of what is changed: a person, an employer.</summary>
    public abstract string Row { get; }

    /// <summary>The name of the changed field.</summary>
    public abstract string Field { get; }

    /// <summary>The present value; empty for something new.</summary>
    public abstract string Before { get; }

    /// <summary>The new value.</summary>
    public abstract string After { get; }

    /// <summary>A warning, as a word and its reason; null if none.</summary>
    public virtual (string Word, string Why)? Mark => null;
}

/// <summary>The result of an import.</summary>
/// <param name="Rows">The number of things changed.</param>
public record ImportDone(Guid BatchId, int Rows);

/// <summary>What a feature implements to have an import. Its desk checks, applies and undoes; the common screen leads through the steps.</summary>
public interface IImportDesk<TCheck, TDone> where TCheck : ImportCheck where TDone : ImportDone
{
    /// <summary>確かめる: returns what the sheet would change and what is wrong with it. Nothing is saved.</summary>
    /// <param name="chosen">The fields chosen by a person for columns; see <see cref="ImportTable"/>.</param>
    Task<TCheck> Check(UploadedSheet sheet, IReadOnlyDictionary<int, string>? chosen = null);

    /// <summary>取り込む: applies the changes, in one save or in chunks.</summary>
    /// <param name="progress">Gets the number of changes saved so far.</param>
    /// <exception cref="RuleException">There are faults or no changes, or a value is not as shown any more.</exception>
    Task<TDone> Import(TCheck check, IProgress<int>? progress = null);

    /// <summary>取り消す: undoes a batch, except for what was changed since.</summary>
    /// <returns>The number of things restored.</returns>
    Task<int> Undo(Guid batchId);

    /// <summary>Undoes <see cref="Undo"/>.</summary>
    /// <returns>The number of things changed again.</returns>
    Task<int> Redo(Guid batchId);

    /// <summary>Returns past imports, the latest first.</summary>
    Task<ListPart<ImportRow>> List(ListQuery<NoFilter> query);
}
