using System.Text.RegularExpressions;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>That somebody looked a number up at its source and it was right: who, and when.</summary>
public sealed record NumberCheck(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 緊急の電話番号 beside the four that everybody knows: entered by a manager, and shown to nobody before a manager has checked it.
/// A wrong number at such a moment is worse than none.
/// </summary>
public sealed partial class EmergencyNumber
{
    /// <summary>The most characters of a name, and of the hours.</summary>
    public const int LongestName = 60;

    /// <summary>The most characters of a source.</summary>
    public const int LongestSource = 200;

    private EmergencyNumber() { }

    /// <exception cref="RuleException">No number that can be dialled, or something is missing or too long.</exception>
    public static EmergencyNumber Enter(NumberWish wish, Guid staffId, DateTimeOffset now)
    {
        var entered = new EmergencyNumber { Id = Guid.CreateVersion7(now), EnteredBy = staffId, EnteredAt = now };
        entered.Rewrite(wish);
        return entered;
    }

    public Guid Id { get; private set; }

    /// <summary>As it is shown, and dialled: digits, hyphens, a # or * in front.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>When somebody answers, in words.</summary>
    public string Hours { get; private set; } = "";

    public DangerAbout About { get; private set; }

    /// <summary>Where the number stands: a page of the office that answers it, with its address.</summary>
    public string Source { get; private set; } = "";

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Null until a manager has looked it up; only then is it shown to clients.</summary>
    public NumberCheck? Check { get; private set; }

    /// <summary>Since when it is not used any more.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>What a manager wrote of it.</summary>
    public NumberWish Wish => new(Number, Name, Hours, About, Source);

    /// <summary>Corrects it: whoever checked it has not checked this.</summary>
    /// <exception cref="RuleException">No number that can be dialled, or something is missing or too long.</exception>
    public void Rewrite(NumberWish wish)
    {
        var dialled = PhoneNumber.Seen(wish.Number).Trim().Replace('−', '-').Replace('ー', '-').Replace('‐', '-');
        if (!Dialled.IsMatch(dialled))
            throw new RuleException("電話番号は、数字とハイフンで入力してください（例: 0120-000-000、#0000）。", nameof(wish.Number));
        (Number, About) = (dialled, wish.About);
        (Name, Hours, Source) = (Checked(wish.Name, "窓口の名前", LongestName, nameof(Name)), Checked(wish.Hours, "受付時間", LongestName, nameof(Hours)),
            Checked(wish.Source, "出典", LongestSource, nameof(Source)));
        Check = null;
    }

    /// <summary>確かめました: looked up at its source and found right.</summary>
    public void Confirm(Guid staffId, DateTimeOffset now) => Check = new(now, staffId);

    /// <summary>使わない; and in use again.</summary>
    public void Retire(bool retired, DateTimeOffset now) => RetiredAt = retired ? RetiredAt ?? now : null;

    private static string Checked(string text, string what, int longest, string field) => text.Trim() switch
    {
        "" => throw new RuleException($"{what}を入力してください。", field),
        { Length: var length } when length > longest => throw new RuleException($"{what}は{longest}文字までです。", field),
        var trimmed => trimmed,
    };

    [GeneratedRegex("^[#*]?[0-9][0-9-]{1,18}[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Dialled { get; }
}

/// <summary>A number as a client sees it.</summary>
/// <param name="Hours">Null where somebody answers at any time.</param>
public sealed record HelpNumber(string Number, string Name, string? Hours, DangerAbout? About)
{
    /// <summary>The four that hold everywhere in Japan; all others are entered and checked.</summary>
    public static IReadOnlyList<HelpNumber> Nationwide { get; } =
    [
        new("110", "警察（あぶない目にあっている）", null, null),
        new("119", "救急・火事（けが・病気）", null, null),
        new("189", "子どものこと（児童相談所）", null, DangerAbout.Child),
        new("#8008", "パートナーからの暴力（DV相談）", null, DangerAbout.Violence),
    ];

    /// <summary>What a telephone dials.</summary>
    public string Dial => Number.Replace("-", "", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);
}
