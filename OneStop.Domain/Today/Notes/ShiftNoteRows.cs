using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Today.Notes;

/// <summary>A note on screen.</summary>
/// <param name="Client">The client's name on screen; null if it is about no client.</param>
/// <param name="ConversationId">The client's conversation; null if there is none.</param>
/// <param name="ForName">For whom it is; null for all.</param>
/// <param name="Readers">The names of those who have read it, the first one first.</param>
/// <param name="Waits">Whether the reader has not read it and it concerns them.</param>
/// <param name="IsMine">Whether the reader wrote it, and may take it back.</param>
public sealed record ShiftNoteRow(Guid Id, string Text, DateTimeOffset At, string ByName, string? ForName, Guid? ClientId, string? Client,
    Guid? ConversationId, DateOnly LastDay, IReadOnlyList<string> Readers, bool Waits, bool IsMine) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId ?? Guid.Empty);
}

/// <summary>The notes of today.</summary>
/// <param name="Waiting">What the reader has not read yet, the oldest first.</param>
/// <param name="Others">The other notes whose last day is not over: for the reader what they wrote, for managers all.</param>
public sealed record ShiftNotes(IReadOnlyList<ShiftNoteRow> Waiting, IReadOnlyList<ShiftNoteRow> Others);

/// <summary>Somebody whom a note can be about: a client with a booking that is not over.</summary>
/// <param name="Label">10:00 さくら（R-0012）</param>
public sealed record NoteSubject(Guid ClientId, Guid? ConversationId, string Label) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>The choices of the form.</summary>
/// <param name="Colleagues">For whom a note can be.</param>
/// <param name="Subjects">About whom it can be, by the time of the booking.</param>
public sealed record NoteChoices(IReadOnlyDictionary<Guid, string> Colleagues, IReadOnlyList<NoteSubject> Subjects);
