using OneStop.Domain.CaseFiles;

namespace OneStop.Portal.Features.CaseFiles;

/// <summary>The form of a transfer.</summary>
/// <param name="StaffId">Who takes over; null while nobody is chosen.</param>
public sealed record Transfer(Guid? StaffId, string Note);

/// <summary>The form of a closing.</summary>
/// <param name="Reason">Null while none is chosen.</param>
public sealed record Ending(ClosingReason? Reason, string Words);
