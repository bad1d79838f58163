namespace OneStop.Domain.Bookings.Video;

/// <summary>The address of a room at an approved video service. Whoever knows it can enter the room: it is in no log, title or address of ours.</summary>
public sealed record VideoAddress
{
    /// <summary>The most characters; LINE accepts 1,000 in a button.</summary>
    public const int Longest = 500;

    private VideoAddress(Uri uri) => Uri = uri;

    /// <summary>Reads a typed address.</summary>
    /// <param name="services">The services that are approved on the day of the talk; at least one.</param>
    /// <exception cref="RuleException">It is no https address of a room on one of their hosts.</exception>
    public static VideoAddress Read(string typed, IReadOnlyList<VideoProvider> services)
    {
        var text = typed.Trim();
        if (text.Length is 0 or > Longest)
            throw Wrong($"ビデオ通話のアドレスを{Longest}文字までで入力してください。");
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            throw Wrong("https:// で始まるアドレスを、そのまま貼り付けてください。");
        if (uri.UserInfo.Length > 0 || !uri.IsDefaultPort)
            throw Wrong("このアドレスは使えません。名前やポート番号の付いていないアドレスを入れてください。");
        if (!services.Any(s => s.Serves(uri)))
            throw Wrong($"承認されているサービス（{string.Join('、', services.Select(s => $"{s.Name}: {string.Join('、', s.Hosts)}"))}）のアドレスを入れてください。");
        var room = RoomName.Of(uri);
        if (room is { IsInPath: false, Parameters: 0 })
            throw Wrong("これはサービスの入口のアドレスです。この相談のために作った部屋のアドレスを入れてください。");
        if (room is { IsInPath: false, Parameters: > 1 })
            throw Wrong("どの部屋か分からないアドレスです。「?」のあとを、部屋を表すもの1つだけにする（「&」から後ろを消す）か、ほかの部屋を作ってください。");
        return uri.AbsoluteUri.Length <= Longest ? new(uri) : throw Wrong($"ビデオ通話のアドレスを{Longest}文字までで入力してください。");
    }

    public Uri Uri { get; }

    /// <summary>The room by which two addresses are compared (<see cref="RoomName"/>).</summary>
    internal string Compared => RoomName.Of(Uri).Value;

    /// <summary>Never whole in a log.</summary>
    public override string ToString() => $"{Uri.IdnHost}/…";

    private static RuleException Wrong(string sentence) => new(sentence, nameof(VideoLinkWish.Address));
}
