using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>The steps of a goal's progress, in percent, and what they need.</summary>
public static class ProgressRules
{
    /// <summary>The steps that can be recorded.</summary>
    public static IReadOnlyList<int> Steps { get; } = [0, 25, 50, 75, 100];

    /// <summary>The most characters of the evidence.</summary>
    public const int Longest = 1000;

    /// <summary>Returns the evidence trimmed: what shows that the goal has come so far.</summary>
    /// <exception cref="RuleException">The percentage is no step, or the evidence is missing above 0 or too long.</exception>
    internal static string Checked(int percent, string evidence, string goal, string field)
    {
        if (!Steps.Contains(percent))
            throw new RuleException("進みぐあいは、0、25、50、75、100のどれかです。", field);
        return evidence.Trim() switch
        {
            { Length: 0 } when percent > 0 => throw new RuleException($"「{goal}」がそこまで進んだことを示す根拠を書いてください。", field),
            { Length: > Longest } => throw new RuleException($"根拠は{Longest:N0}文字までにしてください。", field),
            var words => words,
        };
    }
}

/// <summary>The progress of a goal, as the form edits it.</summary>
/// <param name="RecordId">記録: the record of the talk that is quoted as evidence; null if none is.</param>
public sealed record ProgressWish(
    [property: DisplayName("進みぐあい")] int Percent, [property: DisplayName("根拠")] string Evidence, [property: DisplayName("根拠になった相談記録")] Guid? RecordId);

/// <summary>
/// 進みぐあい of a goal, recorded apart from a review. Each record stays, so that the course can be read; the newest counts. Reviews contain further ones.
/// </summary>
public sealed class GoalProgress
{
    private GoalProgress() { }

    /// <summary>Records how far a goal has come.</summary>
    /// <exception cref="RuleException">The percentage is no step, or the evidence is missing above 0 or too long.</exception>
    public static GoalProgress Of(Guid programId, Contents.Goal goal, ProgressWish wish, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = programId,
        GoalId = goal.Id,
        Percent = wish.Percent,
        Evidence = ProgressRules.Checked(wish.Percent, wish.Evidence, goal.Words, nameof(wish.Evidence)),
        RecordId = wish.RecordId,
        At = now,
        By = by,
    };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public Guid GoalId { get; private set; }
    public int Percent { get; private set; }

    /// <summary>What shows it; obligatory above 0.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>The record of the talk that is quoted; null if none is.</summary>
    public Guid? RecordId { get; private set; }

    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }

    /// <summary>Null while it counts.</summary>
    public EntryWithdrawal? Withdrawal { get; private set; }

    /// <summary>Takes it back, or undoes that.</summary>
    public void TakeBack(bool isTakenBack, Guid by, DateTimeOffset now) => Withdrawal = isTakenBack ? Withdrawal ?? new(now, by) : null;
}

/// <summary>Who took an entry back, and when.</summary>
public sealed record EntryWithdrawal(DateTimeOffset At, Guid StaffId);
