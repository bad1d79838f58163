namespace OneStop.Domain.Imports;

/// <summary>What an import would do. Where there is a fault, nothing is taken over.</summary>
/// <param name="Source">The sheet that was read.</param>
/// <param name="About">What it is for, in a word: a month.</param>
/// <param name="Unchanged">How many cells or rows are as it stands.</param>
/// <param name="Passed">What was not read, and why.</param>
public abstract record ImportCheck(string Source, string About, ColumnMap Map, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Passed,
    int Unchanged)
{
    /// <summary>What would change, in the order of the sheet.</summary>
    public abstract IReadOnlyList<ImportChange> Preview { get; }

    /// <summary>What was checked is taken over only as it was shown.</summary>
    /// <param name="stale">Those of the changes whose rows are no longer as they were shown.</param>
    /// <exception cref="RuleException">There are some.</exception>
    public static void RefuseStale(IEnumerable<ImportChange> stale)
    {
        if (stale.ToList() is [var first, ..] all)
            throw new RuleException($"確かめたあとに、ほかの人が変えたところが{all.Count}件あります（{first.Address} {first.Row} {first.Field}）。まだ何も取り込んでいません。もう一度、確かめてください。");
    }
}

/// <summary>One thing that an import would change.</summary>
/// <param name="Address">The cell that says so.</param>
public abstract record ImportChange(string Address)
{
    /// <summary>What it is changed of: a person, an employer.</summary>
    public abstract string Row { get; }

    /// <summary>What is changed of it.</summary>
    public abstract string Field { get; }

    /// <summary>As it stands; empty for something new.</summary>
    public abstract string Before { get; }

    /// <summary>As it would be.</summary>
    public abstract string After { get; }

    /// <summary>Something to bear in mind, in a word, and why.</summary>
    public virtual (string Word, string Why)? Mark => null;
}

/// <summary>What an import did.</summary>
/// <param name="Rows">How many things changed.</param>
public record ImportDone(Guid BatchId, int Rows);

/// <summary>
/// What a feature gives to have an import. Its desk reads, compares, takes over and takes back; the common screen leads through it.
/// </summary>
public interface IImportDesk<TCheck, TDone> where TCheck : ImportCheck where TDone : ImportDone
{
    /// <summary>確かめる: what the sheet would change, and what is wrong with it. Nothing is saved.</summary>
    /// <param name="chosen">What a person chose for columns; see <see cref="ImportTable"/>.</param>
    Task<TCheck> Check(UploadedSheet sheet, IReadOnlyDictionary<int, string>? chosen = null);

    /// <summary>取り込む, in one save or in chunks.</summary>
    /// <param name="progress">Told how many of the changes are saved.</param>
    /// <exception cref="RuleException">It has faults, changes nothing, or is no longer as it was shown.</exception>
    Task<TDone> Import(TCheck check, IProgress<int>? progress = null);

    /// <summary>取り消す: all of a batch, but for what was changed since.</summary>
    /// <returns>How many things were put back.</returns>
    Task<int> Undo(Guid batchId);

    /// <summary>Undoes <see cref="Undo"/>.</summary>
    /// <returns>How many things were taken over again.</returns>
    Task<int> Redo(Guid batchId);

    /// <summary>What was imported until now, the latest first.</summary>
    Task<ListPart<ImportRow>> List(ListQuery<NoFilter> query);
}
