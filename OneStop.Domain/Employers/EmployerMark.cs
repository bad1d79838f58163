namespace OneStop.Domain.Employers;

/// <summary>認定: a mark that says how an employer treats women, parents or the young.</summary>
public enum MarkKind
{
    /// <summary>えるぼし（1段階）</summary>
    Eruboshi1,

    /// <summary>えるぼし（2段階）</summary>
    Eruboshi2,

    /// <summary>えるぼし（3段階）</summary>
    Eruboshi3,

    /// <summary>プラチナえるぼし</summary>
    PlatinumEruboshi,

    /// <summary>トライくるみん</summary>
    TryKurumin,

    /// <summary>くるみん</summary>
    Kurumin,

    /// <summary>プラチナくるみん</summary>
    PlatinumKurumin,

    /// <summary>ユースエール</summary>
    YouthYell,

    /// <summary>県や市の認定: by its name.</summary>
    Local,

    /// <summary>その他の認定: by its name.</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class MarkKinds
{
    extension(MarkKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            MarkKind.Eruboshi1 => "えるぼし（1段階）",
            MarkKind.Eruboshi2 => "えるぼし（2段階）",
            MarkKind.Eruboshi3 => "えるぼし（3段階）",
            MarkKind.PlatinumEruboshi => "プラチナえるぼし",
            MarkKind.TryKurumin => "トライくるみん",
            MarkKind.Kurumin => "くるみん",
            MarkKind.PlatinumKurumin => "プラチナくるみん",
            MarkKind.YouthYell => "ユースエール",
            MarkKind.Local => "県や市の認定",
            MarkKind.Other => "その他の認定",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>Whether the kind does not say which mark it is.</summary>
        public bool NeedsName => kind is MarkKind.Local or MarkKind.Other;
    }
}

/// <summary>The form of a mark.</summary>
/// <param name="Year">The year of the standard by which it was given: a mark of an earlier standard stays valid under its year. Null if it is not
/// known.</param>
/// <param name="SeenOn">The day on which somebody saw that the employer has it.</param>
/// <param name="Seen">Where it was seen.</param>
public sealed record EmployerMarkWish(MarkKind? Kind, string Name, int? Year, DateOnly? SeenOn, string Seen)
{
    /// <summary>The most characters of a mark's name, and of where it was seen.</summary>
    public const int LongestName = 60, LongestSeen = 200;

    /// <summary>The first year in which there was a mark of these.</summary>
    public const int FirstYear = 2003;

    /// <summary>An empty form of a day.</summary>
    public static EmployerMarkWish On(DateOnly today) => new(null, "", null, today, "");

    /// <summary>Returns the form with everything as it is stored.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal EmployerMarkWish Checked(DateOnly today)
    {
        var kind = Kind ?? throw new RuleException("認定を選んでください。", nameof(Kind));
        if (Year is { } year && (year < FirstYear || year > today.Year))
            throw new RuleException($"基準の年を、{FirstYear}年から{today.Year}年までの数で入力してください。", nameof(Year));
        if (SeenOn is null || SeenOn > today)
            throw new RuleException("確かめた日を、きょうまでの日で選んでください。", nameof(SeenOn));
        return this with
        {
            Name = kind.NeedsName ? FormText.Required(Name, "認定の名前", LongestName, nameof(Name)) : "",
            Seen = FormText.Required(Seen, "どこで確かめたか", LongestSeen, nameof(Seen)),
        };
    }
}

/// <summary>A mark of an employer, with the year of its standard and the day on which it was seen.</summary>
public sealed class EmployerMark
{
    private EmployerMark() { }

    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static EmployerMark Of(Guid employerId, EmployerMarkWish wish, Guid staffId, DateTimeOffset now)
    {
        var mark = new EmployerMark { Id = Guid.CreateVersion7(now), EmployerId = employerId, StaffId = staffId };
        mark.Rewrite(wish, now);
        return mark;
    }

    public Guid Id { get; private set; }
    public Guid EmployerId { get; private set; }
    public MarkKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public int? Year { get; private set; }
    public DateOnly SeenOn { get; private set; }
    public string Seen { get; private set; } = "";

    /// <summary>Who entered it.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Null while it is shown.</summary>
    public Removal? Removal { get; private set; }

    /// <summary>The part that staff enters.</summary>
    public EmployerMarkWish Wish => new(Kind, Name, Year, SeenOn, Seen);

    /// <summary>Corrects the entry.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public void Rewrite(EmployerMarkWish wish, DateTimeOffset now)
    {
        var after = wish.Checked(now.JapaneseDate);
        (Kind, Name, Year, SeenOn, Seen) = (after.Kind!.Value, after.Name, after.Year, after.SeenOn!.Value, after.Seen);
    }

    /// <summary>Takes it off, or puts it back.</summary>
    public void Remove(Removal? removal) => Removal = removal;

    /// <summary>Gives it to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;
}
