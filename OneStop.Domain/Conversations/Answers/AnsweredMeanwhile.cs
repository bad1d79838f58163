using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>
/// Warns the writer of an answer if a colleague has answered the same client meanwhile. It only asks: the second answer may complete the first.
/// </summary>
internal static class AnsweredMeanwhile
{
    private const int Shown = 40;
    private const int MostAnswers = 3;

    /// <summary>Returns the reasons to ask, as sentences for the writer: the answers of colleagues since.</summary>
    /// <param name="since">The last message that the writer had seen when they began to write; null if unknown.</param>
    public static async Task<IReadOnlyList<string>> DoubtsAbout(OneStopDb db, Guid conversationId, Guid me, long? since)
    {
        if (since is not { } seen)
            return [];
        var answers = from m in db.Messages.From(conversationId, seen + 1)
                      where m.By == Speaker.Staff && m.Kind != MessageKind.Note && m.StaffId != me
                      join s in db.Users on m.StaffId equals s.Id
                      orderby m.Order
                      select new { s.Name, m.At, m.Text };
        var all = await answers.ToListAsync();
        var last = all.TakeLast(MostAnswers).Select(a => $"{a.Name} さんが {JapanTime.Say(a.At)} に返信しています「{Briefly(a.Text ?? "")}」。");
        return [.. last, .. all.Count > MostAnswers ? [$"ほか {all.Count - MostAnswers}件の返信があります。"] : Enumerable.Empty<string>()];
    }

    private static string Briefly(string text) => text.Length <= Shown ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)}…";
}
