namespace OneStop.Domain.SupportPrograms.Conditions;

/// <summary>主担当機関: who leads the person's program.</summary>
public enum ProgramLead
{
    /// <summary>まだ聞いていない</summary>
    NotAsked,

    /// <summary>この事業: no other office has drawn a program.</summary>
    Ours,

    /// <summary>ひとり親家庭支援センター</summary>
    Center,

    /// <summary>ほかの機関</summary>
    Other,

    /// <summary>本人もわからない</summary>
    Unsure,
}

/// <summary>An answer to a condition.</summary>
public enum ConditionReply
{
    Yes,
    No,

    /// <summary>わからない</summary>
    Unsure,
}

/// <summary>主担当機関 as the form edits it.</summary>
/// <param name="Words">The name of another office, or what it has drawn; empty if there is nothing to say.</param>
public sealed record LeadWish(ProgramLead Lead, string Words)
{
    /// <summary>Not asked yet.</summary>
    public static LeadWish None { get; } = new(ProgramLead.NotAsked, "");

    /// <summary>The most characters of the words.</summary>
    public const int Longest = 400;

    /// <summary>Returns the words trimmed.</summary>
    /// <exception cref="RuleException">The words are too long, or missing for another office.</exception>
    public LeadWish Checked() => Words.Trim() switch
    {
        { Length: > Longest } => throw new RuleException($"主担当機関についての説明は{Longest}文字までです。", nameof(Words)),
        { Length: 0 } when Lead == ProgramLead.Other => throw new RuleException("どの機関が担当しているかを書いてください。", nameof(Words)),
        var words => this with { Words = words },
    };
}

/// <summary>
/// The answer to a condition to take part. The condition is a dated rule; the id of its value is kept, so that it stays known what was asked when the law
/// or the City has changed it.
/// </summary>
/// <param name="ValueId">The id of the rule's value.</param>
/// <param name="Code">The code of the rule.</param>
/// <param name="Question">The question as it was asked.</param>
public sealed record ConditionAnswer(Guid ValueId, string Code, string Question, ConditionReply Reply, DateTimeOffset At, Guid By)
{
    /// <summary>
    /// 相談へ: whether a person has to look at it together with the office. An answer never ends the form: unsure and 生活保護 lead to a talk.
    /// </summary>
    public bool LeadsToTalk => Reply != (ProgramConditions.IsCaution(Code) ? ConditionReply.No : ConditionReply.Yes);
}

/// <summary>The names shown on screen.</summary>
public static class ConditionNames
{
    extension(ProgramLead lead)
    {
        public string InJapanese => lead switch
        {
            ProgramLead.NotAsked => "まだ聞いていない",
            ProgramLead.Ours => "この事業",
            ProgramLead.Center => "ひとり親家庭支援センター",
            ProgramLead.Other => "ほかの機関",
            ProgramLead.Unsure => "わからない",
            _ => throw new ArgumentOutOfRangeException(nameof(lead)),
        };

        /// <summary>Whether a person has to look at it: another office leads, or nobody knows.</summary>
        public bool LeadsToTalk => lead is ProgramLead.Center or ProgramLead.Other or ProgramLead.Unsure;
    }

    extension(ConditionReply reply)
    {
        public string InJapanese => reply switch
        {
            ConditionReply.Yes => "はい",
            ConditionReply.No => "いいえ",
            ConditionReply.Unsure => "わからない",
            _ => throw new ArgumentOutOfRangeException(nameof(reply)),
        };
    }
}
