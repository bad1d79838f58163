using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>
/// 誤送信の防止: warns the writer of an answer if it names another client's number or name, or a file of another conversation. It only asks: a name may be
/// common, and a file may be meant for two clients.
/// </summary>
internal static partial class WrongPerson
{
    private const int ShortestName = 2;
    private const int TellingName = 4; // a name of so many kana is hardly part of another word
    private const int ShortestFileName = 6; // a.pdf is too common

    /// <summary>Returns the reasons to ask, as sentences for the writer; empty if there are none.</summary>
    /// <param name="text">The text of the answer, or the name of the attached file.</param>
    public static async Task<IReadOnlyList<string>> DoubtsAbout(OneStopDb db, Conversation to, string text)
    {
        var folded = new FoldedText(text).Text;
        List<string> doubts = [];

        var numbers = Numbers().Matches(folded)
            .Select(m => int.Parse(m.Groups[1].Success ? m.Groups[1].ValueSpan : m.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            .Where(n => n != to.Friend.Number).Distinct().ToList();
        if (numbers.Count > 0)
            doubts.AddRange((await db.Friends.Where(f => numbers.Contains(f.Number))
                .Select(f => f.Number).ToListAsync()).Select(n => $"「{Friend.NumberOf(n)}」は、別の相談者の番号です。"));

        var words = Close(folded);
        if (to.Friend.FoldedName is { } own)
            words = words.Replace(Close(own), "\n", StringComparison.Ordinal); // the recipient さくらこ must not match another client's name さくら
        var others = await db.Friends.Where(f => f.FoldedName != null && f.Id != to.FriendId && f.FoldedName != to.Friend.FoldedName)
            .Select(f => new { Name = f.CalledAs!, Folded = f.FoldedName! }).Distinct().ToListAsync();
        doubts.AddRange(others.Where(o => IsNamed(Close(o.Folded), words)).Select(o => $"「{o.Name}」は、別の相談者の呼び名です。"));

        foreach (var written in FileNames().Matches(text).Select(m => m.Value).Distinct())
        {
            // Japanese has no spaces: the characters before the name may belong to the sentence.
            var names = await db.StoredFiles.Where(f => f.ConversationId != to.Id && f.Name != null && f.Name.Length >= ShortestFileName
                && written.EndsWith(f.Name)).Select(f => f.Name!).Distinct().ToListAsync();
            doubts.AddRange(names.Select(n => $"「{n}」は、別の相談者とのトークにあるファイルです。"));
        }
        return doubts;
    }

    /// <summary>Removes spaces, because the one between family name and given name is optional.</summary>
    private static string Close(string folded) => folded.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Whether a name occurs in the text. A short kana name may be part of a common word (まい in 「まいります」), so it counts only before a title or on its
    /// own. Too many warnings would not be read.
    /// </summary>
    private static bool IsNamed(string name, string words)
    {
        if (name.Length < ShortestName)
            return false;
        var isShortKana = name.Length < TellingName && name.All(IsKana);
        var isLatin = name.All(char.IsAsciiLetter);
        for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 ? ' ' : words[at - 1];
            var after = words.AsSpan(at + name.Length);
            var next = after.Length == 0 ? ' ' : after[0];
            var stands = isShortKana ? !IsKana(before) && !IsKana(next) : !isLatin || !(char.IsAsciiLetter(before) || char.IsAsciiLetter(next));
            if (stands || (isShortKana && Titles().IsMatch(after)))
                return true;
        }
        return false;
    }

    private static bool IsKana(char letter) => letter is (>= 'ぁ' and <= 'ゖ') or 'ー';

    [GeneratedRegex("^(?:さん|様|さま|ちゃん|くん|君|氏)")]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?<![a-z0-9])a(?:[-ー](\d{1,6})|(\d{4,6}))(?!\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[^\s「」『』（）()、。/\\]+\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|webp|heic|mp4|m4a|mp3|zip|txt)", RegexOptions.IgnoreCase)]
    private static partial Regex FileNames();
}
