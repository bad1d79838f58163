using OneStop.Domain.Channels;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>An explanation as a row on screen.</summary>
/// <param name="Card">The state of its card; null if none was sent, or if it was taken back.</param>
/// <param name="Stands">Whether it counts: it is no mistake, and its card neither failed nor was taken back.</param>
public sealed record ExplanationRow(Guid Id, Guid TellingId, DateTimeOffset At, string StaffName, ExplanationWish Wish, bool HasCard, Delivery? Card,
    bool IsAnnulled, bool Stands);

/// <summary>A measure as a client's file shows it.</summary>
/// <param name="Explanations">The newest first.</param>
/// <param name="Application">Null for an actor who may not see applications.</param>
/// <param name="Hint">What the client's facts say; null for an actor who may not see them, and for measures without known conditions.</param>
/// <param name="Gate">プログラムが先: the state of the client's program; null if the measure needs none.</param>
public sealed record ClientMeasure(Guid Id, string Name, string ShortName, bool IsOneOfFour, bool NeedsConsultation, bool IsAboutCourse,
    FilledMeasure Filled, IReadOnlyList<ExplanationRow> Explanations, ApplicationWish? Application, MeasureHint? Hint, ProgramGate? Gate)
{
    /// <summary>The explanation that counts; null if the measure was not explained.</summary>
    public ExplanationRow? Told => Explanations.FirstOrDefault(e => e.Stands);
}

/// <summary>The measures of one client: what was explained, applied for, and asked.</summary>
/// <param name="CanBeTold">Whether a card reaches the client in LINE.</param>
/// <param name="Checklist">Null for an actor who may not see it.</param>
/// <param name="ChildAge">The age from which a child no longer counts, in words; null if no rule is in force.</param>
/// <param name="ShortNotice">The weeks before the start of a course in which it may be too late; null if no rule is in force.</param>
public sealed record ClientMeasures(Guid ClientId, Guid? ConversationId, bool CanBeTold, FourTold Four, IReadOnlyList<ClientMeasure> Measures,
    ChecklistWish? Checklist, string? ChildAge, int? ShortNotice) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>The card before it is sent.</summary>
/// <param name="IsDiscreet">Whether it arrives as a notice with a button, because the client is marked 連絡は控えめに.</param>
/// <param name="NoContactUntil">The end of the client's 連絡不可の時間帯 that runs now; null if none does.</param>
public sealed record MeasureCardPlan(CardContent Card, bool IsDiscreet, DateTimeOffset? NoContactUntil);

/// <summary>Which of the four a client was told about, as a row of a list.</summary>
public sealed record FourToldRow(Guid ClientId, Guid? ConversationId, FourTold Four) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}
