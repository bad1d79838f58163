namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>What stands after a name.</summary>
internal static class Titles
{
    /// <summary>As a part of a pattern; the longer ones first.</summary>
    public const string Pattern = "さん|ちゃん|さま|くん|様|氏|君|先生|医師|弁護士|相談員|支援員|ケアマネ|社労士|司法書士|神父|牧師|支配人|女将|社長|会長|院長|園長|校長|所長|店長|部長|課長|係長|主任|班長|施設長|担任|教諭|議員";

    private static readonly string[] All = Pattern.Split('|');

    /// <summary>Whether a title stands at a position.</summary>
    public static bool FollowAt(string text, int at) => All.Any(t => string.CompareOrdinal(text, at, t, 0, t.Length) == 0);
}
