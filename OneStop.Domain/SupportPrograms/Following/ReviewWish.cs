using System.ComponentModel;
using OneStop.Domain.Consultations;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>What was done for an item of support since the last review.</summary>
/// <param name="What">The name of the item at the time, so that the review reads alone for ever.</param>
public sealed record ItemNote(Guid ItemId, string What, string Words);

/// <summary>How far a goal had come at a review.</summary>
/// <param name="Goal">The words of the goal at the time.</param>
/// <param name="Percent">Null if it was not spoken of.</param>
public sealed record GoalNote(Guid GoalId, string Goal, int? Percent, string Evidence);

/// <summary>見直し as the form edits it and as an edition keeps it.</summary>
public sealed record ReviewWish
{
    /// <summary>The most characters of each text, and of the reason for a correction or removal.</summary>
    public const int Longest = 1000, LongestReason = 200;

    [DisplayName("見直した日")] public DateOnly? On { get; init; }

    [DisplayName("方法")] public ConsultationMethod Method { get; init; } = ConsultationMethod.InPerson;

    /// <summary>Who talked with the person.</summary>
    [DisplayName("話した人")] public Guid StaffId { get; init; }

    [DisplayName("支援ごとに行ったこと")] public ValueList<ItemNote> Items { get; init; } = [];

    [DisplayName("目標の進みぐあい")] public ValueList<GoalNote> Goals { get; init; } = [];

    [DisplayName("じゃまになっていること")] public string Obstacles { get; init; } = "";

    [DisplayName("次にすること")] public string Next { get; init; } = "";

    /// <summary>The day of the next review; null if the program has ended.</summary>
    [DisplayName("次の見直しの日")] public DateOnly? NextOn { get; init; }

    /// <summary>The booked プログラム面談; null for a talk without a booking.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>The record of the talk; null if there is none.</summary>
    [DisplayName("相談記録")] public Guid? RecordId { get; init; }

    /// <summary>Why it was corrected; empty for the first edition.</summary>
    [DisplayName("訂正する理由")] public string Reason { get; init; } = "";

    /// <summary>Without the parts of which nothing was said, which the form shows too.</summary>
    internal ReviewWish Said => this with
    {
        Items = [.. Items.Where(i => i.Words.Trim().Length > 0)],
        Goals = [.. Goals.Where(g => g.Percent is not null)],
        Reason = "",
    };

    /// <summary>Returns the review trimmed. A part of which the edition before spoke keeps the name that it had; others have their present one.</summary>
    /// <param name="plan">The parts of the established versions: others are no part of this program.</param>
    /// <param name="before">The edition that is corrected; null for a new review.</param>
    /// <exception cref="RuleException">Something is missing, too long or not possible; the exception names the field.</exception>
    internal ReviewWish Checked(FollowedPlan plan, ReviewWish? before, DateOnly today)
    {
        if (On is not { } day || day > today)
            throw new RuleException("見直した日を、きょうまでの日付で選んでください。", nameof(On));
        if (NextOn <= day)
            throw new RuleException("次の見直しの日は、見直した日より後の日で選んでください。", nameof(NextOn));
        DaysAhead.RefuseFar(NextOn, today, "次の見直しの日", nameof(NextOn));
        if (Items.Any(n => n.Words.Trim().Length > 0 && !plan.Items.Any(i => i.Id == n.ItemId))
            || Goals.Any(n => n.Percent is not null && !plan.Goals.Any(g => g.Id == n.GoalId)))
            throw new RuleException("このプログラムにない支援や目標のことが書かれています。書いたことを写してから、開き直してください。"); // dropped, it would be lost
        var wish = this with
        {
            Items = [.. from note in Items
                        let name = before?.Items.FirstOrDefault(i => i.ItemId == note.ItemId)?.What
                            ?? plan.Items.FirstOrDefault(i => i.Id == note.ItemId)?.What
                        where name is not null && note.Words.Trim().Length > 0
                        select new ItemNote(note.ItemId, name, Text(note.Words, $"「{name}」で行ったこと", nameof(Items)))],
            Goals = [.. from note in Goals
                        let name = before?.Goals.FirstOrDefault(g => g.GoalId == note.GoalId)?.Goal
                            ?? plan.Goals.FirstOrDefault(g => g.Id == note.GoalId)?.Words
                        where name is not null && note.Percent is not null
                        select new GoalNote(note.GoalId, name, note.Percent,
                            ProgressRules.Checked(note.Percent ?? 0, note.Evidence, name, nameof(Goals)))],
            Obstacles = Text(Obstacles, "「じゃまになっていること」", nameof(Obstacles)),
            Next = Text(Next, "「次にすること」", nameof(Next)),
            Reason = Reason.Trim(),
        };
        return wish is { Items.Count: 0, Goals.Count: 0, Obstacles.Length: 0, Next.Length: 0 }
            ? throw new RuleException("行ったこと、進みぐあい、じゃまになっていること、次にすることのうち、どれか1つは書いてください。") : wish;
    }

    private static string Text(string words, string what, string field) => words.Trim() is { Length: <= Longest } text ? text
        : throw new RuleException($"{what}は{Longest:N0}文字までにしてください。", field);
}
