using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures;

/// <summary>Whether a program that is drawn here suffices for a measure that needs one.</summary>
public enum ProgramSuffices
{
    /// <summary>未確認: the City has not answered in writing. Nothing about it is told to clients.</summary>
    Unconfirmed,

    /// <summary>The City has answered, but nobody has looked the answer up for a year. Nothing about it is told to clients.</summary>
    Outdated,

    Yes,
    No,
}

/// <summary>The client's program as a measure asks for it.</summary>
/// <param name="Number">P-0012</param>
/// <param name="State">Its state on screen.</param>
/// <param name="Since">Since when it is in this state.</param>
/// <param name="IsOver">Whether it has ended, so that another can begin.</param>
public sealed record FirstProgram(Guid Id, string Number, string State, DateOnly Since, bool IsEstablished, bool IsOver);

/// <summary>プログラムが先: what is known of the client's programs, for a measure that needs an established one.</summary>
/// <param name="Program">The open one, else the newest; null if there is none.</param>
/// <param name="Established">The newest of which a version was established, if it is another one; null if there is none.</param>
/// <param name="LedBy">主担当: the other office that leads a program of the client; null if none does, or for who may not know.</param>
/// <param name="Source">Where the City's answer stands; empty while there is none.</param>
public sealed record ProgramGate(FirstProgram? Program, FirstProgram? Established, string? LedBy, ProgramSuffices Suffices, string Source);

/// <summary>Knows the program of a client. Programs know it, a later feature.</summary>
public interface IProgramGate
{
    /// <summary>Returns what a measure that needs a program finds.</summary>
    /// <param name="rules">The rules in force today.</param>
    Task<ProgramGate> Of(OneStopDb db, Guid clientId, RuleBook rules);
}
