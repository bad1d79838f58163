using System.Text.RegularExpressions;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>
/// Recognizes messages that are only thanks and need no answer. Words of parting (いままでありがとう) do not count, nor an answer that may accept an
/// offer (はい、助かります), nor thanks followed by anything else.
/// </summary>
internal static partial class TypedThanks
{
    private static readonly HashSet<string> English =
        [.. new[] { "thank you", "thank you very much", "thank you so much", "thanks", "thx", "ty" }.Select(TypedWords.Fold)];

    /// <summary>Whether a text is only thanks.</summary>
    public static bool AreAll(string text) => TypedWords.Fold(text) is { Length: > 0 } words && (English.Contains(words) || Thanks.IsMatch(words));

    /// <summary>Whether a sticker says thanks. LINE's keywords are mostly English; some stickers have none.</summary>
    public static bool AreAll(ReceivedSticker sticker) => (sticker.Keywords ?? []).Append(sticker.Text ?? "").Any(AreAll);

    [GeneratedRegex("^(どうも|本当に|ほんとうに|ほんとに|とても|大変|たいへん|いつも|早速|さっそく|ご?丁寧に|ごていねいに|(お返事|おへんじ|返事|ご?返信|ご?連絡|ご?れんらく)|わかりました|分かりました|了解|りょうかい|承知|です|しました|いろいろ|色々|先日は|昨日は|さっきは|今日は|きょうは)*"
        + "((ありがと|有難う?|有り難う?|あざす)(う|ね|です|ございます|ございました|ござます|さん)*|さんきゅう?|感謝(です|します|しています|しております)?|(とても|本当に|大変)?(助かりました|たすかりました))+(m+|w+|笑)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Thanks { get; }
}
