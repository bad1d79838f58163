using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Staff;

/// <summary>
/// Which passwords are refused, without asking anybody outside: short ones, and those that consist of what is tried first (well-known
/// words, names, years, neighbours on the keyboard, repetitions). What is left when all that is taken out must still be something.
/// </summary>
public static partial class PasswordRules
{
    /// <summary>At least so many characters.</summary>
    public const int Shortest = 12;

    /// <summary>At most so many: more makes nothing safer, and each is work.</summary>
    public const int Longest = 200;

    private const int LeastLeft = 6;
    private const int LeastKinds = 4;

    // Our own collection: the words that people here are likely to begin with. Longer ones are looked for first.
    private static readonly string[] Words =
    [
        .. """
        password passwd pass word passphrase secret himitsu angou anshou login logon signin welcome youkoso hello konnichiwa admin administrator
        kanri kanrisha root user guest test tester testing sample demo default initial shoki change changeme letmein open master manager system
        server portal onestop one stop line fukuoka hakata tenjin kyushu japan nippon nihon tokyo osaka kyoto sapporo city shiyakusho yakusho
        office company kaisha shigoto work job soudan sodan counselor counsel support shien hitorioya oyako family kazoku mama papa kodomo baby
        love lovely iloveyou aishiteru daisuki happy smile egao lucky sunshine princess angel flower hana sakura momo himawari sora umi yuki
        haru natsu aki fuyu spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday january february march
        april may june july august september october november december doraemon pikachu pokemon kitty totoro naruto gundam baseball yakyuu
        soccer football hawks dragon monkey tiger lion neko inu cat dog computer keyboard internet google amazon apple android windows
        taro tarou hanako ichiro jiro satoshi hiroshi takashi kenji yuki yuko keiko akiko yumi emi satou sato suzuki takahashi tanaka
        watanabe ito itou yamamoto nakamura kobayashi kato katou yoshida yamada sasaki matsumoto inoue kimura hayashi abc qwerty asdf zxcv
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(w => w.Length),
    ];

    // Rows of keys, the alphabet and the digits: whoever goes along one, there or back, has typed one thing.
    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"];

    /// <summary>Why not; null where the password will do.</summary>
    /// <param name="own">What belongs to its bearer and is known to others: sign-in name, name.</param>
    public static string? FaultOf(string password, params IEnumerable<string?> own)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest)
            return $"パスワードは{Shortest}文字以上にしてください。";
        if (password.Length > Longest)
            return $"パスワードは{Longest}文字までにしてください。";
        var known = own.SelectMany(o => Separators().Split(Fold(o ?? ""))).Where(w => w.Length >= 3).OrderByDescending(w => w.Length).ToList();
        var folded = Fold(password);
        return new[] { folded, Plain(folded) }.All(p => IsMuch(LeftOf(p, known)))
            ? null
            : "よく使われる言葉や名前、年、並んだ文字、繰り返しだけでできたパスワードは使えません。関係のない言葉をいくつかつなげると、長くて覚えやすくなります。";
    }

    private static bool IsMuch(string left) => left.Length >= LeastLeft && left.Distinct().Count() >= LeastKinds;

    private static string LeftOf(string password, IEnumerable<string> own)
    {
        var once = Repeated().Replace(password, "$1");
        foreach (var word in own.Concat(Words))
            once = once.Replace(word, " ", StringComparison.Ordinal);
        return WithoutRuns(Years().Replace(once, " ")).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Takes out three characters and more that go along a row or stay where they are.</summary>
    private static string WithoutRuns(string text)
    {
        var left = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && IsRun(text[start..(end + 1)]))
                end++;
            left.Append(end - start >= 3 ? " " : text[start..end]);
            start = end;
        }
        return left.ToString();
    }

    private static bool IsRun(string part) => part.All(c => c == part[0])
        || Rows.Any(r => r.Contains(part, StringComparison.Ordinal) || r.Contains(string.Concat(part.Reverse()), StringComparison.Ordinal));

    private static string Fold(string text) => text.Plain.ToLowerInvariant();

    /// <summary>p@ssw0rd is password.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        _ => c,
    }));

    [GeneratedRegex(@"(.{3,}?)\1+")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"(19|20)\d\d")]
    private static partial Regex Years();

    [GeneratedRegex(@"[\s\p{P}]+")]
    private static partial Regex Separators();
}
