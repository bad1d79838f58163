using OneStop.Domain.Clients;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;

namespace OneStop.Domain.CaseFiles.Transfers;

/// <summary>A case that is to change hands, as the form shows it.</summary>
/// <param name="Seen">The assignment that the form showed; null if nobody was in charge. Another one in its place is a conflict.</param>
/// <param name="Note">What the receiver has to know of this one; empty if nothing.</param>
public sealed record CaseToTransfer(Guid ClientId, Guid? Seen, string Note);

/// <summary>The form with which several cases change hands.</summary>
/// <param name="To">Who takes over; null while nobody is chosen.</param>
/// <param name="Note">What the receiver has to know of all.</param>
public sealed record TransferWish(Guid? To, string Note, ValueList<CaseToTransfer> Cases)
{
    /// <summary>The most characters of the note for all.</summary>
    public const int LongestNote = 700;

    /// <summary>The most characters of the note for one; both stand in the case's own note.</summary>
    public const int LongestOwn = CaseAssignment.LongestNote - LongestNote - 1;

    /// <summary>The most cases at once.</summary>
    public const int Most = 500;
}

/// <summary>A case that was chosen for a transfer.</summary>
/// <param name="AssignmentId">The present assignment; null if nobody is in charge.</param>
/// <param name="Planner">Who answers for a program of the client that has not ended, and still does after the transfer; null if there is none.</param>
public sealed record ChosenCase(Guid ClientId, Guid? ConversationId, int Number, string Called, Guid? AssignmentId, Guid? StaffId, string? ChargeName,
    string? Planner) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>R-0012 さくら</summary>
    public string Words => $"{Client.NumberOf(Number)} {Called}";
}

/// <summary>Somebody who can take cases over.</summary>
/// <param name="Cases">How many they have.</param>
/// <param name="Times">Their working times of today.</param>
/// <param name="IsOnShift">Whether they work now.</param>
/// <param name="Away">Their absence; null if they are here.</param>
public sealed record Receiver(Guid Id, string Name, int Cases, WorkingTimes Times, bool IsOnShift, Away? Away)
{
    /// <summary>34人・勤務中</summary>
    public string Load => $"{Cases}人・{(Away is { } away ? $"不在{away.Days}" : IsOnShift ? "勤務中" : Times.IsOff ? "今日は休み" : $"今日 {Times}")}";
}

/// <summary>A case that did not change hands, or did not come back.</summary>
/// <param name="Why">As a sentence.</param>
public sealed record KeptCase(string Words, string Why);

/// <summary>The result of transferring several cases, or of undoing that.</summary>
/// <param name="BatchId">The act, for undoing.</param>
/// <param name="Count">How many changed hands or came back.</param>
public sealed record TransferResult(Guid BatchId, int Count, IReadOnlyList<KeptCase> Kept);

/// <summary>A case that was transferred to the reader and is not confirmed.</summary>
/// <param name="By">Who transferred it.</param>
public sealed record ReceivedCase(
    Guid AssignmentId, Guid ClientId, Guid? ConversationId, int Number, string Called, string By, DateTimeOffset Since, string Note) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}
