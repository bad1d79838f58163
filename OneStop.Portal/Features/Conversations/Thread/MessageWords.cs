using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;

namespace OneStop.Portal.Features.Conversations.Thread;

/// <summary>The names of messages and their states on screen.</summary>
internal static class MessageWords
{
    /// <summary>The message kinds by which a list can be filtered.</summary>
    public static IReadOnlyList<MessageKind> Kinds { get; } =
        [MessageKind.Text, MessageKind.Picture, MessageKind.Video, MessageKind.Audio, MessageKind.File, MessageKind.Place, MessageKind.Sticker,
            MessageKind.Unsupported];

    extension(MessageKind kind)
    {
        /// <summary>The kind's name on screen.</summary>
        public string InJapanese => kind switch
        {
            MessageKind.Text => "文章",
            MessageKind.Sticker => "スタンプ",
            MessageKind.Picture => "画像",
            MessageKind.Video => "動画",
            MessageKind.Audio => "音声",
            MessageKind.File => "ファイル",
            MessageKind.Place => "位置情報",
            MessageKind.Card => "ご案内",
            MessageKind.Note => "社内メモ",
            MessageKind.Event => "出来事",
            _ => "未対応イベント",
        };
    }

    /// <summary>Returns a message in one line. Text direction marks in it are isolated.</summary>
    public static string Preview(MessageKind kind, string? text) => InOneLine(kind, text is null ? null : Bidi.Isolated(text));

    private static string InOneLine(MessageKind kind, string? text) => kind switch
    {
        MessageKind.Picture => "画像",
        MessageKind.Video => text is { Length: > 0 } ? $"動画（{text}）" : "動画",
        MessageKind.Audio => text is { Length: > 0 } ? $"音声（{text}）" : "音声",
        MessageKind.Sticker => text is { Length: > 0 } ? $"スタンプ（{text}）" : "スタンプ",
        MessageKind.File => $"ファイル {text}",
        MessageKind.Place => $"位置情報 {text}",
        _ => text?.ReplaceLineEndings(" ") ?? "",
    };

    /// <summary>Returns the delivery state of one of our messages.</summary>
    /// <param name="attempts">The number of attempts.</param>
    /// <param name="problem">Why the last attempt failed; null if it did not.</param>
    public static (string Word, string Tone) Of(Delivery delivery, int attempts, DeliveryProblem? problem) => delivery switch
    {
        Delivery.Waiting when problem is { } known => ($"送信待ち（{Why(known)}、くり返し試しています: {attempts}回）", "waits"),
        Delivery.Waiting => ("送信待ち", "waits"),
        Delivery.Accepted => ("送信済み", "plain"),
        Delivery.Failed => ("送信失敗", "danger"),
        Delivery.Unknown => ("不明", "danger"),
        _ => ("取消", "plain"),
    };

    private static string Why(DeliveryProblem problem) => problem switch
    {
        DeliveryProblem.Busy => "LINEが混み合っているため",
        DeliveryProblem.TokenRefused => "LINEのトークンが使えないため（システム管理者に知らせてください）",
        _ => "LINEから正しい応答がないため",
    };
}
