namespace OneStop.Domain.Employers.Ties;

/// <summary>Why a manager is asked before an employer is called: what a client of ours has to do with it.</summary>
public enum TieKind
{
    /// <summary>働いている</summary>
    WorksThere,

    /// <summary>紹介中: is being introduced there.</summary>
    IsIntroduced,

    /// <summary>連絡してほしくない</summary>
    NoContact,
}

/// <summary>The names shown on screen.</summary>
public static class TieKinds
{
    extension(TieKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            TieKind.WorksThere => "働いている",
            TieKind.IsIntroduced => "紹介中",
            TieKind.NoContact => "連絡してほしくない",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}

/// <summary>The form of a tie.</summary>
/// <param name="Words">What one should know; empty if nothing.</param>
public sealed record TieWish(Guid? EmployerId, TieKind? Kind, DateOnly? Since, string Words)
{
    /// <summary>The most characters of the words.</summary>
    public const int LongestWords = 400;

    /// <summary>An empty form of a day.</summary>
    public static TieWish On(DateOnly today) => new(null, null, today, "");
}

/// <summary>Who ended a tie, and when.</summary>
public sealed record TieEnd(DateTimeOffset At, Guid StaffId);

/// <summary>
/// つながり: a client of ours works at an employer, is being introduced there, or does not wish that it is called. A call at the wrong moment can cost
/// somebody their place, so whoever seeks openings sees for all three the same mark, and nothing of who it is, of how many, or why.
/// </summary>
public sealed class EmployerTie
{
    private EmployerTie() { }

    /// <exception cref="RuleException">Something is missing or too long, or the day is to come.</exception>
    public static EmployerTie Of(Guid clientId, TieWish wish, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClientId = clientId,
        EmployerId = wish.EmployerId ?? throw new RuleException("求人事業者を選んでください。", nameof(wish.EmployerId)),
        Kind = wish.Kind ?? throw new RuleException("どういうつながりかを選んでください。", nameof(wish.Kind)),
        Since = wish.Since is { } since && since <= now.JapaneseDate ? since
            : throw new RuleException("いつからかを、きょうまでの日で選んでください。", nameof(wish.Since)),
        Words = FormText.Of(wish.Words, "メモ", TieWish.LongestWords, nameof(wish.Words)),
        StaffId = staffId,
        At = now,
    };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid EmployerId { get; private set; }
    public TieKind Kind { get; private set; }
    public DateOnly Since { get; private set; }
    public string Words { get; private set; } = "";
    public Guid StaffId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null while it lasts.</summary>
    public TieEnd? End { get; private set; }

    /// <summary>Ends it, or lets it last again.</summary>
    public void Finish(TieEnd? end) => End = end;

    /// <summary>Goes over to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;
}
