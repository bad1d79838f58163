namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>What a review said after it was written, or after a correction.</summary>
public sealed record ReviewEdition(ReviewWish Content, DateTimeOffset At, Guid By);

/// <summary>Who removed a review that was written by mistake, when and why.</summary>
/// <param name="Reason">Empty if its writer took it back at once.</param>
public sealed record ReviewRemoval(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>
/// 見直し: about every month the planner talks with the person about what was done, how far the goals have come, what gets in the way, and what comes next.
/// A correction is a further edition; what was written before stays readable.
/// </summary>
public sealed class ProgramReview
{
    /// <summary>How long its writer can take back a review without a reason.</summary>
    private static readonly TimeSpan TakenBackWithin = TimeSpan.FromHours(1);

    private ProgramReview() { }

    /// <summary>Writes a review.</summary>
    /// <param name="content">As <see cref="ReviewWish.Checked"/> returns it.</param>
    /// <exception cref="RuleException">No version was in force on that day.</exception>
    public static ProgramReview Of(SupportProgram program, ReviewWish content, Guid by, DateTimeOffset now)
    {
        var review = new ProgramReview
        {
            Id = Guid.CreateVersion7(now),
            ProgramId = program.Id,
            BookingId = content.BookingId,
            WrittenAt = now,
            WrittenBy = by,
            NextBefore = program.NextReviewOn,
        };
        review.Say(program, content with { Reason = "" }, by, now);
        return review;
    }

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }

    /// <summary>The booked プログラム面談; null for a talk without a booking.</summary>
    public Guid? BookingId { get; private set; }

    /// <summary>The day of the talk, as the newest edition says.</summary>
    public DateOnly On { get; private set; }

    /// <summary>All editions, the newest last.</summary>
    public ValueList<ReviewEdition> Editions { get; private set; } = [];

    public DateTimeOffset WrittenAt { get; private set; }
    public Guid WrittenBy { get; private set; }

    /// <summary>When the program was to be reviewed before this review set the next day.</summary>
    public DateOnly? NextBefore { get; private set; }

    /// <summary>Null while the review stands.</summary>
    public ReviewRemoval? Removal { get; private set; }

    /// <summary>The newest edition as the form shows it.</summary>
    public ReviewWish Wish => Editions[^1].Content with { Reason = "" };

    /// <summary>訂正する: adds an edition.</summary>
    /// <param name="content">Checked.</param>
    /// <exception cref="RuleException">It is removed, the reason is missing, or nothing differs.</exception>
    internal void Correct(SupportProgram program, ReviewWish content, Guid by, DateTimeOffset now)
    {
        if (Removal is not null)
            throw new RuleException("この見直しは無効です。画面を読み込み直してください。");
        _ = Reasoned(content.Reason, "訂正する理由を書いてください。", nameof(ReviewWish.Reason));
        if (content with { Reason = "" } == Wish)
            throw new RuleException("前と同じ内容です。");
        BookingId = content.BookingId;
        Say(program, content, by, now);
    }

    /// <summary>無効にする, with the reason; whoever has just written it takes it back without one.</summary>
    /// <exception cref="RuleException">It is removed already, or somebody else than a manager removes it later, or the reason is missing.</exception>
    public void Remove(string reason, Guid by, bool isManager, DateTimeOffset now)
    {
        if (Removal is not null)
            throw new RuleException("この見直しは、すでに無効です。");
        var isJustWritten = by == WrittenBy && Editions.Count == 1 && now <= WrittenAt + TakenBackWithin;
        if (!isManager && !isJustWritten)
            throw new RuleException("書いてから時間がたった見直しを無効にできるのは、業務責任者だけです。直すときは「訂正する」を使ってください。");
        Removal = new(now, by, isJustWritten && reason.Trim().Length == 0 ? "" : Reasoned(reason, "無効にする理由を書いてください。"));
    }

    /// <summary>Takes the removal back.</summary>
    public void BringBack() => Removal = null;

    private void Say(SupportProgram program, ReviewWish content, Guid by, DateTimeOffset now)
    {
        if (program.Establishment is not { } established || content.On < established.On || content.On > program.End?.On)
            throw new RuleException("見直した日は、プログラムを策定した日から終わった日までの日で選んでください。", nameof(ReviewWish.On));
        (On, Editions) = (content.On!.Value, [.. Editions, new(content, now, by)]);
    }

    private static string Reasoned(string reason, string missing, string? field = null) => reason.Trim() switch
    {
        "" => throw new RuleException(missing, field),
        { Length: > ReviewWish.LongestReason } => throw new RuleException($"理由は{ReviewWish.LongestReason}文字までです。", field),
        var words => words,
    };
}
