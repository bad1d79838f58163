using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>What the client's page is.</summary>
public enum ConfirmationPageState
{
    /// <summary>Expired, withdrawn, changed meanwhile, used on another device, or not existing; the page does not tell which.</summary>
    Closed,

    /// <summary>Asks for the code or the date of birth.</summary>
    Gate,

    /// <summary>Shows the version.</summary>
    Open,

    /// <summary>Closed after too many wrong entries.</summary>
    Locked,

    /// <summary>Answered on this device; the page does not tell how.</summary>
    Answered,
}

/// <summary>What became of an entry at the gate.</summary>
public enum GateOutcome
{
    Passed,
    Wrong,

    /// <summary>Nothing that could be a code or a date; it was no try.</summary>
    Unreadable,
    Closed,
}

/// <summary>What the page shows.</summary>
/// <param name="TriesLeft">How many entries are left at the gate.</param>
/// <param name="Until">Until when the page is open.</param>
public sealed record ConfirmationScreen(ConfirmationPageState State, ConfirmationGate Gate = default, int TriesLeft = 0, DateTimeOffset Until = default)
{
    /// <summary>The version; null unless the page is open.</summary>
    public ProgramContent? Content { get; init; }

    /// <summary>The digest of the version.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The name of who can be asked.</summary>
    public string Planner { get; init; } = "";
}

/// <summary>What became of an answer.</summary>
/// <param name="IsDanger">Whether there were words of danger: the page shows whom to call, also where the answer is not taken.</param>
/// <param name="IsKept">Whether an answer that is not taken is kept for staff, who get in touch.</param>
public sealed record AnswerReceipt(bool IsTaken, bool IsDanger, bool IsKept = false);
