using System.Globalization;

namespace OneStop.Domain.DatedRules;

/// <summary>The type of the values of a rule.</summary>
public enum RuleKind
{
    /// <summary>金額, in yen.</summary>
    Yen,

    /// <summary>数, with a unit.</summary>
    Number,

    /// <summary>ことば</summary>
    Text,

    /// <summary>はい・いいえ</summary>
    YesNo,
}

/// <summary>The names, reading and writing of values by their type.</summary>
public static class RuleKinds
{
    private const string Yes = "はい", No = "いいえ";
    private const NumberStyles Digits = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
    private const long TenThousand = 10_000;
    private const long MostYen = 999_999_999;

    extension(RuleKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            RuleKind.Yen => "金額",
            RuleKind.Number => "数",
            RuleKind.Text => "ことば",
            RuleKind.YesNo => "はい・いいえ",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>How a value is typed.</summary>
        public string Example => kind switch
        {
            RuleKind.Yen => "円の数字だけ",
            RuleKind.Number => "数字だけ",
            RuleKind.Text => "文に入る言葉",
            RuleKind.YesNo => $"「{Yes}」か「{No}」",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>Returns a typed value in the form in which it is stored and compared.</summary>
        /// <param name="field">The name of the form's field for the message.</param>
        /// <exception cref="RuleException">It is no value of this type.</exception>
        public string Read(string typed, string field)
        {
            var plain = typed.Plain.Trim();
            return kind switch
            {
                RuleKind.Yen when Amount(plain.TrimEnd('円')) is { } yen => yen.ToString(CultureInfo.InvariantCulture),
                RuleKind.Yen => throw new RuleException("金額は、円の数字だけで入力してください。", field),
                RuleKind.Number when decimal.TryParse(plain, Digits, CultureInfo.InvariantCulture, out var number) =>
                    number.ToString("0.####", CultureInfo.InvariantCulture),
                RuleKind.Number => throw new RuleException("数は、数字だけで入力してください。", field),
                RuleKind.YesNo when plain is Yes or No => plain,
                RuleKind.YesNo => throw new RuleException($"「{Yes}」か「{No}」で入力してください。", field),
                RuleKind.Text when typed.Trim() is { Length: > 0 and <= RuleValue.LongestText } text => text,
                _ => throw new RuleException($"ことばを{RuleValue.LongestText}文字までで入力してください。", field),
            };
        }

        /// <summary>Returns a stored value in words: 10万円, 60%.</summary>
        public string Say(string stored, string unit) => kind switch
        {
            RuleKind.Yen => SayYen(long.Parse(stored, CultureInfo.InvariantCulture)),
            RuleKind.Number => stored + unit,
            _ => stored,
        };
    }

    /// <summary>Whether a stored answer is yes.</summary>
    internal static bool IsYes(string stored) => stored == Yes;

    /// <summary>The number of a stored amount or number.</summary>
    internal static decimal Number(string stored) => decimal.Parse(stored, CultureInfo.InvariantCulture);

    /// <summary>10万円, 7万500円: as people say amounts, which is easier to read than a row of noughts.</summary>
    private static string SayYen(long yen) => (yen / TenThousand, yen % TenThousand) switch
    {
        (0, var rest) => string.Create(CultureInfo.InvariantCulture, $"{rest:N0}円"),
        (var tens, 0) => string.Create(CultureInfo.InvariantCulture, $"{tens:N0}万円"),
        var (tens, rest) => string.Create(CultureInfo.InvariantCulture, $"{tens:N0}万{rest:N0}円"),
    };

    private static long? Amount(string digits) =>
        long.TryParse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yen) && yen <= MostYen ? yen : null;
}
