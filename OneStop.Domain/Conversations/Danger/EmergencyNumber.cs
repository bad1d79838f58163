using System.Text.RegularExpressions;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>Who looked a number up at its source and found it right, and when.</summary>
public sealed record NumberCheck(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 緊急の電話番号 beside the four nationwide ones. A manager enters it, and clients do not see it before a manager has checked it: in an emergency, a wrong
/// number is worse than none.
/// </summary>
public sealed partial class EmergencyNumber
{
    /// <summary>The most characters of the name, and of the hours.</summary>
    public const int LongestName = 60;

    /// <summary>The most characters of a source.</summary>
    public const int LongestSource = 200;

    private EmergencyNumber() { }

    /// <exception cref="RuleException">The number cannot be dialled, or something is missing or too long.</exception>
    public static EmergencyNumber Enter(NumberWish wish, Guid staffId, DateTimeOffset now)
    {
        var entered = new EmergencyNumber { Id = Guid.CreateVersion7(now), EnteredBy = staffId, EnteredAt = now };
        entered.Rewrite(wish);
        return entered;
    }

    public Guid Id { get; private set; }

    /// <summary>The number as shown and dialled: digits and hyphens, with an optional # or * in front.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The hours in which the telephone is answered, in words.</summary>
    public string Hours { get; private set; } = "";

    public DangerAbout About { get; private set; }

    /// <summary>The source of the number: a page of the office that answers it, with its address.</summary>
    public string Source { get; private set; } = "";

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Null until a manager has checked the number; clients see it only then.</summary>
    public NumberCheck? Check { get; private set; }

    /// <summary>When it was taken out of use; null while it is in use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The part that a manager enters.</summary>
    public NumberWish Wish => new(Number, Name, Hours, About, Source);

    /// <summary>Corrects the entry; an earlier check no longer counts.</summary>
    /// <exception cref="RuleException">The number cannot be dialled, or something is missing or too long.</exception>
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

    /// <summary>確かめました: records that the number was found right at its source.</summary>
    public void Confirm(Guid staffId, DateTimeOffset now) => Check = new(now, staffId);

    /// <summary>使わない, and use again.</summary>
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

/// <summary>A number as shown to a client.</summary>
/// <param name="Hours">Null if it is answered at any time.</param>
public sealed record HelpNumber(string Number, string Name, string? Hours, DangerAbout? About)
{
    /// <summary>The four numbers that work everywhere in Japan; all others are entered and checked.</summary>
    public static IReadOnlyList<HelpNumber> Nationwide { get; } =
    [
        new("110", "警察（あぶない目にあっている）", null, null),
        new("119", "救急・火事（けが・病気）", null, null),
        new("189", "子どものこと（児童相談所）", null, DangerAbout.Child),
        new("#8008", "パートナーからの暴力（DV相談）", null, DangerAbout.Violence),
    ];

    /// <summary>The number for a tel: link.</summary>
    public string Dial => Number.Replace("-", "", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);
}
