namespace OneStop.Portal.Features.JobOpenings.Terms;

/// <summary>The choices of the answers of an opening: 未回答 comes first, because a blank is not 「なし」.</summary>
internal static class Answers
{
    /// <summary>The word of an answer that nobody gave.</summary>
    public const string NotGiven = "未回答";

    /// <summary>あり, なし</summary>
    public static IReadOnlyList<bool?> YesNo { get; } = [null, true, false];

    /// <summary>Returns 未回答 and all values of an enumeration.</summary>
    public static IReadOnlyList<T?> Of<T>() where T : struct, Enum => [null, .. Enum.GetValues<T>().Cast<T?>()];

    /// <summary>Returns あり, なし or 未回答.</summary>
    public static string Say(bool? answer) => answer switch { true => "あり", false => "なし", _ => NotGiven };

    /// <summary>Returns the words of an answer, or 未回答.</summary>
    public static Func<T?, string> Words<T>(Func<T, string> words) where T : struct => answer => answer is { } given ? words(given) : NotGiven;
}
