using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures;

/// <summary>The texts of a measure. Amounts stand in them as names of rules in double braces (<see cref="RuleBook.Fill"/>).</summary>
public sealed record MeasureWording
{
    public const int LongestName = 40;
    public const int LongestShortName = 16; // with 「について聞く」 it still fits on a button of LINE
    public const int LongestSummary = 300;
    public const int LongestText = 1000;

    /// <summary>The name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The name on buttons and in lists.</summary>
    public string ShortName { get; private init; } = "";

    /// <summary>What it is, in easy Japanese: the text that clients get.</summary>
    public string Summary { get; private init; } = "";

    /// <summary>条件: for whom, and how much.</summary>
    public string Conditions { get; private init; } = "";

    /// <summary>期限: by when, and what is lost afterwards.</summary>
    public string Deadlines { get; private init; } = "";

    /// <summary>申込先</summary>
    public string WhereToApply { get; private init; } = "";

    /// <summary>事前相談が必要: the client has to talk to the office before anything else. Stands in front of every text.</summary>
    public bool NeedsConsultation { get; private init; }

    /// <summary>Whether it is about a course, so that its first day is asked first.</summary>
    public bool IsAboutCourse { get; private init; }

    /// <summary>The place in the list.</summary>
    public int Order { get; private init; }

    /// <summary>The texts as the form shows them.</summary>
    internal MeasureWish Wish => new(Name, ShortName, Summary, Conditions, Deadlines, WhereToApply, NeedsConsultation, IsAboutCourse, Order);

    /// <summary>The texts in which names of rules may stand, with the name of their field.</summary>
    internal IEnumerable<(string Text, string Field)> Texts =>
        [(Summary, nameof(Summary)), (Conditions, nameof(Conditions)), (Deadlines, nameof(Deadlines)), (WhereToApply, nameof(WhereToApply))];

    /// <exception cref="RuleException">Something is missing, too long, or an amount is typed instead of named.</exception>
    public static MeasureWording Of(MeasureWish wish)
    {
        var wording = new MeasureWording
        {
            Name = Text(wish.Name, "名前", LongestName, nameof(Name), isRequired: true),
            ShortName = Text(wish.ShortName, "短い名前", LongestShortName, nameof(ShortName), isRequired: true),
            Summary = Text(wish.Summary, "利用者に送る説明", LongestSummary, nameof(Summary), isRequired: true),
            Conditions = Text(wish.Conditions, "条件", LongestText, nameof(Conditions)),
            Deadlines = Text(wish.Deadlines, "期限", LongestText, nameof(Deadlines)),
            WhereToApply = Text(wish.WhereToApply, "申込先", LongestText, nameof(WhereToApply)),
            NeedsConsultation = wish.NeedsConsultation,
            IsAboutCourse = wish.IsAboutCourse,
            Order = wish.Order,
        };
        foreach (var (text, field) in wording.Texts.Where(t => RuleBook.HasTypedAmount(t.Text)))
            throw new RuleException("金額は書かずに、「決まりと金額」の名前を {{ }} で差し込んでください。変わったときに、古い額を送らないためです。", field);
        return wording;
    }

    private static string Text(string typed, string what, int longest, string field, bool isRequired = false) => typed.ReplaceLineEndings("\n").Trim() switch
    {
        "" when isRequired => throw new RuleException($"{what}を入力してください。", field),
        { Length: var length } when length > longest => throw new RuleException($"{what}は{longest:N0}文字までです（いまは{length:N0}文字）。", field),
        var text => text,
    };
}

/// <summary>What a manager enters for a measure.</summary>
public sealed record MeasureWish(string Name, string ShortName, string Summary, string Conditions, string Deadlines, string WhereToApply,
    bool NeedsConsultation, bool IsAboutCourse, int Order)
{
    /// <summary>An empty form.</summary>
    public static MeasureWish None { get; } = new("", "", "", "", "", "", true, false, 100);
}
