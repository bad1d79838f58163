using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Consultations;

/// <summary>Which records a list shows.</summary>
public sealed record ConsultationFilter
{
    /// <summary>The client; null for all.</summary>
    public Guid? Client { get; init; }

    /// <summary>The member of staff who held the talk.</summary>
    public Guid? Person { get; init; }

    /// <summary>The first service day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last service day, included.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Null for drafts and confirmed records.</summary>
    public ConsultationState? State { get; init; }

    public ConsultationMethod? Method { get; init; }

    /// <summary>A subject; only who may read the words can ask for it.</summary>
    public Guid? Subject { get; init; }
}

/// <summary>A record as a row of a list.</summary>
public sealed record ConsultationRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required Guid ClientId { get; init; }
    public required int ClientNumber { get; init; }
    public required string? ClientName { get; init; }
    public required int? FriendNumber { get; init; }
    public required string? CalledAs { get; init; }

    /// <summary>The client's conversation in LINE; null if there is none.</summary>
    public required Guid? ConversationId { get; init; }

    public required Guid? BookingId { get; init; }
    public required ConsultationMethod Method { get; init; }
    public required DateTimeOffset Begin { get; init; }
    public required DateTimeOffset End { get; init; }
    public required int Minutes { get; init; }
    public required Guid StaffId { get; init; }
    public required string StaffName { get; init; }
    public required Guid StartedBy { get; init; }
    public required int Edition { get; init; }
    public required DateTimeOffset? ConfirmedAt { get; init; }
    public required DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The words of the newest version; null for who may not read them.</summary>
    public required ConsultationWords? Words { get; init; }

    /// <summary>When the next step was done; null if it was not.</summary>
    public required DateTimeOffset? NextStepDoneAt { get; init; }

    /// <summary>The number of comments that wait for the acknowledgement of whoever answers for the record.</summary>
    public required int NewComments { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    public ConsultationState State => RemovedAt is not null ? ConsultationState.Removed
        : ConfirmedAt is not null ? ConsultationState.Confirmed
        : ConsultationState.Draft;

    /// <summary>The name of the client on screen.</summary>
    public string Alias => ClientName is { } name ? $"{name}（{Client.NumberOf(ClientNumber)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs)
        : $"利用者 {Client.NumberOf(ClientNumber)}";

    /// <summary>10月7日(水) 24:00〜25:00</summary>
    public string When => $"{ServiceDay.Of(Begin)} {Times}";

    /// <summary>14:00〜15:00, 24:00〜25:00</summary>
    public string Times => $"{ServiceDay.SayTime(Begin)}〜{ServiceDay.SayTime(ServiceDay.Of(Begin).TimeOf(End))}";
}

/// <summary>The words of a record that lists show.</summary>
public sealed record ConsultationWords
{
    public required IReadOnlyList<Guid> SubjectIds { get; init; }
    public required string Complaint { get; init; }
    public required string NextStep { get; init; }
    public required DateOnly? NextStepOn { get; init; }
}

/// <summary>A version of a record.</summary>
/// <param name="StaffName">Who held the talk, according to this version.</param>
public sealed record VersionRow(int Number, string Reason, DateTimeOffset WrittenAt, string WrittenBy, string StaffName, ConsultationContent Content);

/// <summary>A comment on a record.</summary>
public sealed record CommentRow(Guid Id, int Edition, string Text, DateTimeOffset At, Guid ById, string By, DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy);

/// <summary>An open record.</summary>
public sealed record ConsultationView
{
    public required ConsultationRow Row { get; init; }

    /// <summary>The record as its form shows it; null for who may not read the words.</summary>
    public required ConsultationWish? Wish { get; init; }

    /// <summary>All versions, the newest first; empty for who may not read the words.</summary>
    public required IReadOnlyList<VersionRow> Versions { get; init; }

    public required IReadOnlyList<CommentRow> Comments { get; init; }
    public required string StartedByName { get; init; }
    public required string? ConfirmedByName { get; init; }

    /// <summary>Why and by whom it was removed; null if it was not.</summary>
    public required string? RemovalReason { get; init; }

    public required string? RemovedByName { get; init; }

    /// <summary>The service day of the booking; null without booking.</summary>
    public required DateOnly? BookedOn { get; init; }
}

/// <summary>What a new record begins with.</summary>
/// <param name="ExistingId">The record that the booking has already; null if it has none.</param>
public sealed record ConsultationStart(ClientRow Client, ConsultationWish Wish, ConsultationOrigin Origin, Guid? ExistingId);

/// <summary>Where a record comes from.</summary>
/// <param name="BookingId">The booking; null for a talk without one.</param>
/// <param name="ConversationId">The conversation in which the talk was held; null if it was not.</param>
public sealed record ConsultationOrigin(Guid? BookingId, Guid? ConversationId);

/// <summary>A message that can be quoted in a record.</summary>
public sealed record TalkLine(Guid Id, Speaker By, string? StaffName, string Text, DateTimeOffset At)
{
    /// <summary>The message as a quote with who and when: 「…」（本人 10月5日(月) 14:03）</summary>
    public string Quote => $"「{Text.Trim()}」（{Who} {ServiceDay.Say(At)}）";

    /// <summary>The speaker on screen.</summary>
    public string Who => By == Speaker.Client ? "本人" : StaffName ?? "従事者";
}

/// <summary>A member of staff who can hold a consultation.</summary>
public sealed record Holder(Guid Id, string Name);
