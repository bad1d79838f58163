namespace OneStop.Domain.Consultations;

/// <summary>What a record says: when and how the talk was held, by whom, of what, and what came of it.</summary>
public sealed record ConsultationContent
{
    /// <summary>The most characters of 主訴, 見立て and 行ったこと each.</summary>
    public const int LongestWords = 4000;

    /// <summary>The most characters of 次の一手.</summary>
    public const int LongestStep = 400;

    public const int LongestPlace = 60;

    /// <summary>
    /// A longer talk is a slip of the pen. One hour is the rule for bookings (<see cref="Slot.LongestMinutes"/>); a record says what really was.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public required ConsultationMethod Method { get; init; }
    public required DateTimeOffset Begin { get; init; }
    public required DateTimeOffset End { get; init; }
    public required string Place { get; init; }

    /// <summary>The member of staff who held the talk.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>かかった時間 in minutes; differs from begin to end if there were pauses, or work before and after.</summary>
    public required int Minutes { get; init; }

    /// <summary>The subjects, from the controlled list.</summary>
    public required ValueList<Guid> SubjectIds { get; init; }

    /// <summary>主訴: what the person came for, in their words.</summary>
    public required string Complaint { get; init; }

    /// <summary>見立て: how the counselor sees it.</summary>
    public required string Assessment { get; init; }

    /// <summary>行ったこと: what was said and done for the person.</summary>
    public required string Support { get; init; }

    /// <summary>次の一手: what is done next.</summary>
    public required string NextStep { get; init; }

    /// <summary>Until when the next step is done; null if it has no date.</summary>
    public required DateOnly? NextStepOn { get; init; }

    /// <summary>The length from begin to end in minutes.</summary>
    public static int MinutesOf(TimeSpan length) => (int)Math.Round(length.TotalMinutes);

    /// <summary>Checks what a finished record needs.</summary>
    /// <exception cref="RuleException">Subject, 主訴 or 行ったこと is missing, or the talk is not over.</exception>
    public void RefuseUnlessWhole(DateTimeOffset now)
    {
        if (End > now)
            throw new RuleException("相談が終わってから確定してください。それまでは下書きとして残せます。", nameof(ConsultationWish.Until));
        if (SubjectIds.Count == 0)
            throw new RuleException("確定するには、主題を1つ以上選んでください。", nameof(ConsultationWish.Subjects));
        if (Complaint.Length == 0)
            throw new RuleException("確定するには、主訴を書いてください。", nameof(ConsultationWish.Complaint));
        if (Support.Length == 0)
            throw new RuleException("確定するには、行ったことを書いてください。", nameof(ConsultationWish.Support));
    }
}
