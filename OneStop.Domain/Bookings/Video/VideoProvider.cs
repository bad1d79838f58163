using System.Globalization;
using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

/// <summary>What the manager enters about a video service.</summary>
/// <param name="Hosts">The host names of its links, one on each line.</param>
/// <param name="From">The first service day on which talks are held by it.</param>
/// <param name="Until">The last service day; null if the approval has no end.</param>
/// <param name="Number">文書番号 of the City's letter; <paramref name="On"/> and <paramref name="By"/> as in <see cref="ApprovalLetter"/>.</param>
public sealed record VideoProviderWish(string Name, string Hosts, DateOnly? From, DateOnly? Until, string Number, DateOnly? On, string By);

/// <summary>Who ended the use of a service, and when.</summary>
public sealed record VideoProviderEnd(DateTimeOffset At, Guid StaffId);

/// <summary>
/// ビデオ通話のサービス: an outside service that the City has approved for talks by video, with the hosts on which its rooms lie. Its contents never
/// change, because the City has approved exactly these; a change is a new entry with a new letter.
/// </summary>
public sealed class VideoProvider
{
    /// <summary>The kind of its approval.</summary>
    public const string Kind = "video";

    /// <summary>The most characters of its name.</summary>
    public const int LongestName = 40;

    /// <summary>The most hosts, and the most characters of all of them as they are typed.</summary>
    public const int MostHosts = 10, LongestHosts = 600;

    private VideoProvider() { }

    /// <summary>Enters a service that the City has approved by letter.</summary>
    /// <param name="number">The number of the entry, from 1.</param>
    /// <exception cref="RuleException">A value is missing, too long or not valid.</exception>
    public static VideoProvider Of(int number, VideoProviderWish wish, Guid staffId, DateTimeOffset now)
    {
        if (wish.Name.Trim() is not { Length: > 0 and <= LongestName } name)
            throw new RuleException($"サービスの名前を{LongestName}文字までで入力してください。", nameof(wish.Name));
        if (wish.From is not { } from)
            throw new RuleException("使い始める日を入力してください。", nameof(wish.From));
        if (wish.Until < from)
            throw new RuleException("使い終わる日は、使い始める日からあとにしてください。", nameof(wish.Until));
        var service = new VideoProvider
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Hosts = HostsIn(wish.Hosts),
            From = from,
            Until = wish.Until,
        };
        service.Approval = Approval.Enter(new(Kind, number, "ビデオ通話のサービス", Duty.City, service.Digest),
            ApprovalLetter.Of(wish.Number, wish.On ?? default, wish.By, now.JapaneseDate), staffId, now);
        return service;
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The hosts of its links, in small letters. A link must lie on one of them exactly, not below it.</summary>
    public IReadOnlyList<string> Hosts { get; private set; } = [];

    /// <summary>The first service day on which talks are held by it.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last service day; null if there is no end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The City's approval of exactly this service.</summary>
    public Approval Approval { get; private set; } = null!;

    /// <summary>やめる: null while it is used.</summary>
    public VideoProviderEnd? End { get; private set; }

    /// <summary>Whether talks may be held by it on a service day.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && !(Until < day) && IsApproved;

    /// <summary>Whether talks may be held by it on one of these service days.</summary>
    public bool IsInForceBetween(DateOnly first, DateOnly last) => From <= last && !(Until < first) && IsApproved;

    /// <summary>Whether an address lies on one of its hosts.</summary>
    public bool Serves(Uri address) => Hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);

    /// <summary>やめる: nothing is held by it any more. A second call changes nothing.</summary>
    public void Stop(Guid staffId, DateTimeOffset now) => End ??= new(now, staffId);

    /// <summary>Takes <see cref="Stop"/> back.</summary>
    public void GoOn() => End = null;

    private bool IsApproved => End is null && Approval.State == ApprovalState.Granted && Approval.Decision!.Digest == Digest;

    /// <summary>The digest of what the City has approved.</summary>
    private string Digest => ContentDigest.Of(Name, string.Join('\n', Hosts), Day(From), Until is { } until ? Day(until) : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> HostsIn(string typed)
    {
        List<string> hosts = [.. typed.Split(['\n', '\r', ',', '、', ' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(h => h.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        if (hosts.Count is 0 or > MostHosts || typed.Length > LongestHosts)
            throw new RuleException($"リンクのホスト名を、1つから{MostHosts}個まで入力してください。", nameof(VideoProviderWish.Hosts));
        if (hosts.Find(h => !IsHost(h)) is { } wrong)
            throw new RuleException($"「{wrong.CutTo(60)}」は、ホスト名ではありません。https:// や / を付けずに、meet.example.jp のように入力してください。", nameof(VideoProviderWish.Hosts));
        return hosts;
    }

    /// <summary>Whether it is the name of a host in the public network: ASCII, with a dot, and no number of an address.</summary>
    private static bool IsHost(string text) => text.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
        && !text.EndsWith('.') && Uri.CheckHostName(text) == UriHostNameType.Dns;
}
