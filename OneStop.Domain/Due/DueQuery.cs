using OneStop.Domain.Timeline;

namespace OneStop.Domain.Due;

/// <summary>Whose items are read.</summary>
/// <param name="Person">The person of one case file; null for all people.</param>
/// <param name="StaffId">The member of staff whose items are read, with those that anybody can do; null for everybody's.</param>
/// <param name="Before">Only items that are due before this instant.</param>
/// <param name="Take">The most items that are needed, the most urgent first.</param>
public sealed record DueQuery(CasePerson? Person, Guid? StaffId, DateTimeOffset Before, DateTimeOffset Now, int Take)
{
    /// <summary>代わり: the absent colleagues for whom the member stands in.</summary>
    public IReadOnlyList<Guid> StandsInFor { get; init; } = [];

    /// <summary>Leaves out what 今日 shows in panels of its own, so that its list of what is due does not repeat it: not read at all.</summary>
    public bool BesidesToday { get; init; }

    /// <summary>
    /// Whether what is done in one act may be one item, which then concerns no single client. False where the items of each client are counted.
    /// </summary>
    public bool Together { get; init; } = true;

    /// <summary>The member of staff with those they stand in for; null for everybody.</summary>
    public IReadOnlyList<Guid>? Staff => StaffId is { } me ? [me, .. StandsInFor] : null;
}
