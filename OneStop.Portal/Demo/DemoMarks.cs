using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Tags;

namespace OneStop.Portal.Demo;

/// <summary>What the demo's staff have recorded about the fictitious friends: tags, flags, memos, notes in the conversation, names.</summary>
internal static class DemoMarks
{
    private static readonly string[] Words = ["正社員希望", "資格・給付金", "面接前", "求職中", "定着支援", "夜間連絡", "住まい", "保育", "プログラム検討"];

    /// <summary>Adds such records to a conversation; its index decides which.</summary>
    public static void Mark(DemoBook book, IReadOnlyList<Tag> tags, Conversation conversation, int index, Guid counselor, DateTimeOffset at)
    {
        if (index % 3 == 0)
            book.Add(Tagging.Of(conversation.Id, tags[index % tags.Count].Id));
        if (index % 7 == 2)
            book.Add(Tagging.Of(conversation.Id, tags[(index + 4) % tags.Count].Id));
        if (index % 5 == 1)
            conversation.Friend.CallAs(DemoBook.Nicknames[index / 5 % DemoBook.Nicknames.Count]);
        if (index % 9 == 4)
            book.Add(conversation.Note("電話では、夕方以降のほうが話しやすいとのこと。次の人もそのつもりで。", counselor, at));
        if (index is 9 or 30)
            conversation.SetCaution(new(at, counselor, "強い不安の訴えあり。返信の前に業務責任者に声をかける"));
        if (index is 8 or 22)
            conversation.BeDiscreet(new(at, counselor, "家族がスマートフォンを見ることがある"));
        if (index is 4 or 12)
            conversation.KeepAway(new(at, counselor, new(9, 0), new(15, 0)));
        if (index % 8 == 1)
            conversation.Remember("小学2年の子と2人。平日は9時〜15時のパート。正社員の事務を希望。", counselor, at);
    }

    /// <summary>Creates the tags.</summary>
    public static IReadOnlyList<Tag> Tags(DateTimeOffset now) => [.. Words.Select(w => Tag.Create(w, now))];
}
