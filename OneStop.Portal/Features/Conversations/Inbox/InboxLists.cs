using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>The lists of the inbox: their names on screen and in addresses.</summary>
internal static class InboxLists
{
    private static readonly (InboxList List, string Name, string InUrl)[] All =
    [
        (InboxList.NeedsAnswer, "要返信", "waiting"),
        (InboxList.Mine, "自分", "mine"),
        (InboxList.Unassigned, "未割当", "unassigned"),
        (InboxList.All, "全部", "all"),
        (InboxList.Done, "完了", "done"),
        (InboxList.Trouble, "エラー", "trouble"),
    ];

    public static IEnumerable<InboxList> InOrder => All.Select(l => l.List);

    public static InboxList Parse(string? inUrl) => All.FirstOrDefault(l => l.InUrl == inUrl).List;

    extension(InboxList list)
    {
        public string InJapanese => All.First(l => l.List == list).Name;

        /// <summary>The list's name in an address.</summary>
        public string InUrl => All.First(l => l.List == list).InUrl;

        /// <summary>Returns the address of the list without filters, with a conversation open if given.</summary>
        public string Url(Guid? id = null) => new InboxPlace(list, InboxFilter.None).Url(id);

        /// <summary>The text of an empty list: how it gets content, or that all is done.</summary>
        public (string Title, string Text) WhenEmpty => list switch
        {
            InboxList.NeedsAnswer => ("返信を待っている人はいません", "新しいメッセージが届くと、ここに表示されます。"),
            InboxList.Mine => ("担当している会話はありません", "会話を開いて「引き受ける」を押すか、返信すると担当になります。"),
            InboxList.Unassigned => ("担当のいない会話はありません", "新しい友だちの会話は、ここに表示されます。"),
            InboxList.Trouble => ("送れなかったメッセージはありません", "送信に失敗したり、届いたか分からなかったりすると、ここに表示されます。"),
            InboxList.Done => ("完了した会話はありません", "返信が済んだ会話を「完了」にすると、ここに移ります。"),
            _ => ("まだ会話はありません", "LINEで友だちになった人の会話が、ここに表示されます。"),
        };
    }
}
