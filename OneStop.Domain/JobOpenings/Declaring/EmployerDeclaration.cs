namespace OneStop.Domain.JobOpenings.Declaring;

/// <summary>A ground on which an opening is not accepted, as it is asked.</summary>
/// <param name="ValueId">The id of the rule's value that was asked.</param>
public sealed record RefusalGround(string Code, Guid ValueId, string Question);

/// <summary>An answer to a ground.</summary>
/// <param name="Applies">Whether it applies; null if it is not answered.</param>
public sealed record GroundAnswer(string Code, Guid ValueId, string Question, bool? Applies);

/// <summary>The form of a declaration.</summary>
/// <param name="Form">The form on which the employer signed, as it is named in the rules.</param>
public sealed record DeclarationWish(string Form, string SignedBy, DateOnly? SignedOn, ValueList<GroundAnswer> Answers)
{
    /// <summary>An empty form for these grounds.</summary>
    public static DeclarationWish For(string form, IEnumerable<RefusalGround> grounds) =>
        new(form, "", null, [.. grounds.Select(g => new GroundAnswer(g.Code, g.ValueId, g.Question, null))]);
}

/// <summary>
/// 自己申告書 (職業安定法 5条の6第2項): the employer declares for one opening that no ground applies on which it would not be accepted. Which form is valid,
/// and which grounds it asks, are dated rules: the grounds widen on 2026-10-01. It is never changed; a correction is another one.
/// </summary>
public sealed class EmployerDeclaration
{
    /// <summary>The most characters of the signer's name, and of the form's.</summary>
    public const int LongestName = 100;

    private EmployerDeclaration() { }

    /// <summary>Enters a declaration.</summary>
    /// <exception cref="RuleException">The signer, the day, the form or an answer is missing, or the day lies ahead.</exception>
    public static EmployerDeclaration Of(Guid openingId, DeclarationWish wish, Guid by, DateTimeOffset now)
    {
        if (wish.SignedOn is not { } day || day > now.JapaneseDate)
            throw new RuleException("申告の日を、きょうまでの日付で選んでください。", nameof(wish.SignedOn));
        if (wish.Answers.Count == 0 || wish.Answers.Any(a => a.Applies is null))
            throw new RuleException("すべての項目に、「はい」か「いいえ」で答えてください。", nameof(wish.Answers));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            OpeningId = openingId,
            Form = FormText.Required(wish.Form, "様式", LongestName, nameof(wish.Form)),
            SignedBy = FormText.Required(wish.SignedBy, "申告した人の名前", LongestName, nameof(wish.SignedBy)),
            SignedOn = day,
            Answers = wish.Answers,
            At = now,
            StaffId = by,
        };
    }

    public Guid Id { get; private set; }
    public Guid OpeningId { get; private set; }
    public string Form { get; private set; } = "";

    /// <summary>Who signed for the employer.</summary>
    public string SignedBy { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }
    public ValueList<GroundAnswer> Answers { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>The grounds that apply.</summary>
    public IReadOnlyList<GroundAnswer> Applying => [.. Answers.Where(a => a.Applies == true)];

    /// <summary>Says what is against accepting an opening with it, as sentences.</summary>
    /// <param name="form">The form that is valid on the day of acceptance; null if none is known.</param>
    /// <param name="grounds">The grounds in force on that day.</param>
    public IReadOnlyList<string> Against(string? form, IReadOnlyList<RefusalGround> grounds) =>
    [
        .. Applying.Select(a => $"自己申告書の「{a.Question}」に、「はい」と申告されています。"),
        .. form is not null && form != Form ? (string[])[$"自己申告書が古い様式（{Form}）です。{form}で、もう一度申告してもらいます。"] : [],
        .. grounds.Where(g => Answers.All(a => a.Code != g.Code)).Select(g => $"自己申告書に、「{g.Question}」の答えがありません。"),
    ];
}
