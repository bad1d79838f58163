using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>What a call to the client of a booking needs: their wishes, and what was tried.</summary>
public sealed record CallSheet : IShowsPerson
{
    public required Guid ClientId { get; init; }
    public required Guid? ConversationId { get; init; }

    /// <summary>What the client is called; null if that is not known.</summary>
    public required string? CalledName { get; init; }

    public required ContactFacts Wishes { get; init; }

    /// <summary>連絡不可の時間帯 of the conversation; they hold for calls too.</summary>
    public required NoContactHours? NoContact { get; init; }

    /// <summary>連絡は控えめに: a message is announced by a notice with a button.</summary>
    public required bool IsDiscreet { get; init; }

    /// <summary>Whether a message reaches the client: they have a conversation in LINE and have not blocked the account.</summary>
    public required bool CanBeTold { get; init; }

    /// <summary>When the service day of the talk closes; null if it is closed.</summary>
    public required DateTimeOffset? Closes { get; init; }

    /// <summary>The tries, the latest first.</summary>
    public required IReadOnlyList<CallTryRow> Tries { get; init; }

    /// <summary>The tries about the bookings from which this one was moved, the latest first: to be read, not changed.</summary>
    public IReadOnlyList<CallTryRow> Earlier { get; init; } = [];

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>The talk that is going on; null if there is none.</summary>
    public CallTryRow? Running => Tries.FirstOrDefault(t => t.IsRunning);

    /// <summary>Whether the client was spoken to.</summary>
    public bool HasTalked => Tries.Any(t => t.Outcome == CallOutcome.Talked);

    /// <summary>Whether somebody else answered the last call, also if the booking was moved after it.</summary>
    public bool WasSomebodyElse => (Tries is [] ? Earlier : Tries) is [{ Outcome: CallOutcome.SomebodyElse }, ..];

    /// <summary>Whether the client was told, or is about to be, that we called.</summary>
    public bool IsTold => Tries.Concat(Earlier).Any(t => t.NoticeAt is not null || t.TellsAt is not null);

    /// <summary>折り返し待ち: the last call, if the client said that they would call back; else null.</summary>
    public CallTryRow? CallsBack => Tries is [{ Outcome: CallOutcome.CallsBack } last, ..] ? last : null;

    /// <summary>Returns until when nobody may call, if that holds at an instant, else null.</summary>
    public DateTimeOffset? NoCallEndAt(DateTimeOffset instant)
    {
        var away = NoContact?.Cover(instant) == true ? NoContact.EndAfter(instant) : (DateTimeOffset?)null;
        return Wishes.NoCallEndAt(instant) is { } end && !(away > end) ? end : away;
    }
}

/// <summary>A try as a row of the sheet.</summary>
public sealed record CallTryRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required CallOutcome Outcome { get; init; }
    public required string StaffName { get; init; }
    public required string Note { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required DateTimeOffset? NoticeAt { get; init; }

    /// <summary>When the message about it goes out; null if there is none, or it has gone out.</summary>
    public required DateTimeOffset? TellsAt { get; init; }

    /// <summary>Whether the message about it has not gone out yet, so that it can be stopped.</summary>
    public bool IsTellingHeld => TellsAt is not null;

    /// <summary>Whether the talk is going on.</summary>
    public bool IsRunning => Outcome == CallOutcome.Talked && EndedAt is null;

    /// <summary>Whether the try can be taken back: it is new, and no message about it has gone out.</summary>
    public bool MayBeTakenBack(DateTimeOffset now) => (NoticeAt is null || IsTellingHeld) && CallTry.MayBeTakenBack(Outcome, At, EndedAt, now);
}

/// <summary>A try that was recorded.</summary>
/// <param name="IsTold">Whether the client is told of it in LINE.</param>
public sealed record RecordedTry(Guid Id, bool IsTold);
