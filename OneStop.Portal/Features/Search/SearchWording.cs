using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Search;
using OneStop.Portal.Features.Conversations.Inbox;
using OneStop.Portal.Features.Conversations.Thread;

namespace OneStop.Portal.Features.Search;

/// <summary>Texts of the search on screen.</summary>
internal static class SearchWording
{
    /// <summary>The speakers whose messages can be searched.</summary>
    public static IReadOnlyList<Speaker> Speakers { get; } = [Speaker.Client, Speaker.Staff];

    /// <summary>The message kinds that can be searched.</summary>
    public static IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Text, MessageKind.Note, MessageKind.Sticker, MessageKind.File, MessageKind.Place];

    public static string Of(Speaker speaker) => speaker == Speaker.Client ? "相談者" : "こちら";

    public static string Of(MessageKind kind) => kind.InJapanese;

    /// <summary>Returns the active filters.</summary>
    public static string Say(SearchQuery query)
    {
        var days = query is { From: null, To: null } ? null : $"{Day(query.From)}～{Day(query.To)}";
        return string.Join("・", new[] { days, query.By is { } by ? Of(by) : null, query.Kind is { } kind ? Of(kind) : null }.OfType<string>());

        static string Day(DateOnly? day) => day is { } set ? $"{set.Year}年{set.Month}月{set.Day}日" : "";
    }

    /// <summary>Returns the number of results: 相談者 1人・メッセージ 50件以上.</summary>
    public static string Count(SearchResult found)
    {
        var messages = found.IsTooShort ? null : $"メッセージ {found.Hits.Count}件{(found.Next is null ? "" : "以上")}";
        return string.Join("・", new[] { found.People.Count > 0 ? $"相談者 {found.People.Count}人" : null, messages }.OfType<string>());
    }

    /// <summary>Returns what to try if nothing was found.</summary>
    public static (string Title, string Text) WhenEmpty(SearchResult found, SearchQuery query) => found switch
    {
        { IsTooShort: true } => ("もう1文字入力してください", "2文字から、メッセージをさがせます。"),
        { Next: not null } => ("まだ見つかっていません", $"{JapanTime.Say(found.SearchedBackTo!.Value.JapaneseDate)}までのメッセージにはありませんでした。"),
        _ when query.IsNarrowed => ("見つかりません", "しぼり込みの条件に合うものがありません。"),
        _ => ("見つかりません", "ことばを短くしたり、漢字をかなに変えたりしてみてください。相談者は番号（A-0123、123）か呼び名でさがせます。"),
    };

    /// <summary>Returns the text below the people found if no message was found.</summary>
    public static string WithoutMessages(SearchResult found) => found.IsTooShort ? "2文字から、メッセージもさがせます。" : "メッセージには見つかりません。";
}
