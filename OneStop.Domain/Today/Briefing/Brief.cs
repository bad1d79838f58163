using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.Today.Briefing;

/// <summary>
/// 相談の前に: what whoever holds a booked talk reads before it, in half a minute. What only support may know is there for who may read it, and left out
/// for all others.
/// </summary>
public sealed record Brief : IShowsPerson
{
    public required Guid BookingId { get; init; }
    public required ClientRow Client { get; init; }
    public required BriefFlags Flags { get; init; }
    public required OwnWords Words { get; init; }

    /// <summary>What waits for an answer in the conversation; null if nothing does.</summary>
    public required Unanswered? Unanswered { get; init; }

    /// <summary>Questionnaires that are out, or of which answers are not decided; the newest first.</summary>
    public required IReadOnlyList<OpenSheet> Sheets { get; init; }

    /// <summary>The last recorded talks, the newest first.</summary>
    public required IReadOnlyList<PastTalk> Talks { get; init; }

    /// <summary>What colleagues noted, the newest first.</summary>
    public required IReadOnlyList<BriefNote> Notes { get; init; }

    /// <summary>What is due for the client, the most urgent first.</summary>
    public required IReadOnlyList<DueRow> Due { get; init; }

    public required FourTold Told { get; init; }
    public required PastBookings Past { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(Client.ConversationId, Client.Id);
}

/// <summary>What has to be minded in this talk.</summary>
/// <param name="DangerAt">危険のことば: since when; null if the flag is not set.</param>
/// <param name="Caution">要注意: the reason.</param>
/// <param name="Discretion">連絡は控えめに: the reason.</param>
/// <param name="NoContact">連絡不可の時間帯 in LINE.</param>
/// <param name="Contact">How the client wishes to be contacted; null if nothing is known.</param>
/// <param name="Care">相談で気をつけること; null for who may not read it, and if nothing is known.</param>
public sealed record BriefFlags(DateTimeOffset? DangerAt, string? Caution, string? Discretion, NoContactHours? NoContact, ContactFacts? Contact, string? Care,
    bool IsBlocked);

/// <summary>What waits for an answer.</summary>
/// <param name="Texts">The first texts of the client since then.</param>
public sealed record Unanswered(Guid ConversationId, DateTimeOffset Since, DateTimeOffset Due, IReadOnlyList<SaidWords> Texts);

/// <summary>A questionnaire that is not done with.</summary>
/// <param name="ReceivedAt">When it was handed in; null while it is out.</param>
/// <param name="Undecided">How many answers wait for a decision.</param>
public sealed record OpenSheet(Guid Id, DateTimeOffset CreatedAt, int Asked, DateTimeOffset? ReceivedAt, int Undecided);

/// <summary>A recorded talk.</summary>
/// <param name="Subjects">Empty for who may not read them.</param>
/// <param name="Words">The words of its record; null for who may not read them.</param>
public sealed record PastTalk(Guid Id, DateTimeOffset Begin, ConsultationMethod Method, string StaffName, bool IsDraft, IReadOnlyList<string> Subjects,
    ConsultationWords? Words, bool IsStepDone);

/// <summary>The kinds of notes.</summary>
public enum BriefNoteKind
{
    /// <summary>申し送り</summary>
    Shift,

    /// <summary>メモ of the person.</summary>
    Memo,

    /// <summary>ピンでとめた記録</summary>
    Pin,

    /// <summary>社内メモ in the conversation.</summary>
    Talk,
}

/// <summary>A note about the client.</summary>
/// <param name="By">The name of the writer; null if it was no member of staff.</param>
/// <param name="Link">The page that shows it.</param>
public sealed record BriefNote(BriefNoteKind Kind, string Text, DateTimeOffset At, string? By, string Link);

/// <summary>How the client's other bookings ended. It says nothing against anybody: who could not come was not well, had to work, or forgot.</summary>
/// <param name="Held">How many were held.</param>
/// <param name="LastHeld">The begin of the last one; null if there was none.</param>
/// <param name="Missed">How many the client could not come to.</param>
/// <param name="Cancelled">How many the client cancelled, themselves or through us, or moved in LINE. What we moved is not among them.</param>
/// <param name="CalledOff">How many we could not hold.</param>
public sealed record PastBookings(int Held, DateTimeOffset? LastHeld, int Missed, DateTimeOffset? LastMissed, int Cancelled, int CalledOff)
{
    /// <summary>Whether this is the client's first booking.</summary>
    public bool IsFirst => Held + Missed + Cancelled + CalledOff == 0;
}
