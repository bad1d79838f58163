using OneStop.Domain.Timeline;

namespace OneStop.Domain.Due;

/// <summary>Whose items are read.</summary>
/// <param name="Person">The person of one case file; null for all people.</param>
/// <param name="StaffId">The member of staff whose items are read, with those that anybody can do; null for everybody's.</param>
/// <param name="Before">Only items that are due before this instant.</param>
/// <param name="Take">The most items that are needed, the most urgent first.</param>
public sealed record DueQuery(CasePerson? Person, Guid? StaffId, DateTimeOffset Before, DateTimeOffset Now, int Take);
