using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations;

/// <summary>
/// 誤送信の防止: what in an answer points to somebody else than the one it goes to: another person's number, name, or a file of
/// another conversation. It asks and never forbids: a name may be common, and a file sent to two on purpose.
/// </summary>
internal static partial class WrongPerson
{
    private const int ShortestName = 2;
    private const int ShortestFileName = 6; // a.pdf says nothing

    /// <summary>The reasons to ask, as sentences for the writer; none if there is nothing odd.</summary>
    /// <param name="text">The answer's words, or the name of the file that goes out.</param>
    public static async Task<IReadOnlyList<string>> DoubtsAbout(OneStopDb db, Conversation to, string text)
    {
        var normal = text.Normalize(NormalizationForm.FormKC);
        List<string> doubts = [];

        var numbers = Numbers().Matches(normal).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Where(n => n != to.Friend.Number).Distinct().ToList();
        if (numbers.Count > 0)
            doubts.AddRange((await db.Friends.Where(f => numbers.Contains(f.Number)).Select(f => f.Number).ToListAsync()).Select(n => $"「{Friend.NumberOf(n)}」は、別の相談者の番号です。"));

        var others = await db.Friends.Where(f => f.CalledAs != null && f.Id != to.FriendId && f.CalledAs != to.Friend.CalledAs).Select(f => f.CalledAs!).Distinct().ToListAsync();
        doubts.AddRange(others.Where(n => n.Length >= ShortestName && normal.Contains(n.Normalize(NormalizationForm.FormKC), StringComparison.Ordinal)).Select(n => $"「{n}」は、別の相談者の呼び名です。"));

        foreach (var written in FileNames().Matches(text).Select(m => m.Value).Distinct())
        {
            // Japanese has no spaces: what stands before the name may belong to the sentence.
            var names = await db.StoredFiles.Where(f => f.ConversationId != to.Id && f.Name != null && f.Name.Length >= ShortestFileName && written.EndsWith(f.Name)).Select(f => f.Name!).Distinct().ToListAsync();
            doubts.AddRange(names.Select(n => $"「{n}」は、別の相談者とのトークにあるファイルです。"));
        }
        return doubts;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])[Aa][-‐–—−ー](\d{1,6})(?!\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[^\s「」『』（）()、。/\\]+\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|webp|heic|mp4|m4a|mp3|zip|txt)", RegexOptions.IgnoreCase)]
    private static partial Regex FileNames();
}
