namespace OneStop.Domain.Employers;

/// <summary>Who took an entry off, and when. It is no longer shown; what refers to it still names it.</summary>
public sealed record Removal(DateTimeOffset At, Guid StaffId);
