namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>The state of an application.</summary>
public enum ApplicationState
{
    /// <summary>No application.</summary>
    None,

    /// <summary>申請予定</summary>
    Planned,

    /// <summary>申請</summary>
    Applied,

    /// <summary>決定</summary>
    Granted,

    /// <summary>不決定</summary>
    Refused,

    /// <summary>取下げ</summary>
    Withdrawn,
}

/// <summary>The names shown on screen.</summary>
public static class ApplicationStates
{
    extension(ApplicationState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            ApplicationState.None => "申請なし",
            ApplicationState.Planned => "申請予定",
            ApplicationState.Applied => "申請ずみ",
            ApplicationState.Granted => "決定",
            ApplicationState.Refused => "不決定",
            ApplicationState.Withdrawn => "取下げ",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>申請: a client's application for a measure, with its dates.</summary>
public sealed class MeasureApplication
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 400;

    private MeasureApplication() { }

    public static MeasureApplication Of(Guid clientId, Guid measureId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, MeasureId = measureId };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid MeasureId { get; private set; }
    public ApplicationState State { get; private set; }

    /// <summary>期限: the last day on which the client can apply; null if it is not known.</summary>
    public DateOnly? ApplyBy { get; private set; }

    public DateOnly? AppliedOn { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>The application as the form shows it.</summary>
    public ApplicationWish Wish => new(State, ApplyBy, AppliedOn, DecidedOn, Note);

    /// <summary>Changes it.</summary>
    /// <exception cref="RuleException">A date that belongs to the state is missing, or the dates are not in order.</exception>
    public void Change(ApplicationWish wish, Guid staffId, DateTimeOffset now)
    {
        if (wish.State is ApplicationState.Applied or ApplicationState.Granted or ApplicationState.Refused && wish.AppliedOn is null)
            throw new RuleException("申請した日を選んでください。", nameof(wish.AppliedOn));
        if (wish.State is ApplicationState.Granted or ApplicationState.Refused && wish.DecidedOn is null)
            throw new RuleException("決まった日を選んでください。", nameof(wish.DecidedOn));
        if (wish.AppliedOn > now.JapaneseDate)
            throw new RuleException("申請した日は、きょうまでの日付で選んでください。", nameof(wish.AppliedOn));
        if (wish.DecidedOn < wish.AppliedOn || wish.DecidedOn > now.JapaneseDate)
            throw new RuleException("決まった日は、申請した日からきょうまでの日付で選んでください。", nameof(wish.DecidedOn));
        if (wish.Note.Trim() is not { Length: <= LongestNote } note)
            throw new RuleException($"メモは{LongestNote}文字までです。", nameof(wish.Note));
        (State, ApplyBy, AppliedOn, DecidedOn, Note) = (wish.State, wish.ApplyBy, wish.AppliedOn, wish.DecidedOn, note);
        (ChangedBy, ChangedAt) = (staffId, now);
    }
}

/// <summary>What staff enters for an application.</summary>
public sealed record ApplicationWish(ApplicationState State, DateOnly? ApplyBy, DateOnly? AppliedOn, DateOnly? DecidedOn, string Note)
{
    /// <summary>No application.</summary>
    public static ApplicationWish None { get; } = new(ApplicationState.None, null, null, null, "");
}
