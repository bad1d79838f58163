namespace OneStop.Domain.Bookings.Video;

/// <summary>
/// What names the room in an address, however the address is spelt. One room is reached on every host of a service, by several paths, and with or
/// without a password or a note of where one comes from; whoever got the room by another spelling would meet its owner. So the host does not count,
/// nor do the words of a path that are the same for all rooms, nor the query of a path that names one. Two services may use one name by chance: then an
/// address is refused that could have been taken, and costs one more room, which is the better mistake.
/// </summary>
/// <param name="Value">The name, in small letters.</param>
/// <param name="IsInPath">Whether the path names the room. If not, the query does.</param>
/// <param name="Parameters">The number of the query's parameters; 1 if one of them is known to name a room.</param>
internal sealed record RoomName(string Value, bool IsInPath, int Parameters)
{
    /// <summary>Words of paths that are the same for all rooms of a service.</summary>
    private static readonly HashSet<string> OfAllRooms =
    [
        "app", "c", "call", "calls", "client", "conference", "conf", "dl", "j", "jc", "join", "l", "launch", "launcher", "lobby", "m", "meet", "meeting",
        "meetings", "meetup-join", "my", "p", "r", "room", "rooms", "s", "session", "start", "video", "w", "wc", "web", "webapp", "webinar", "_",
    ];

    /// <summary>Names of parameters that name a room: what else the query says, such as a password, does not matter then.</summary>
    private static readonly HashSet<string> NamesOfRooms =
        ["code", "confno", "conference", "id", "key", "meeting", "meetingid", "meeting_id", "mtid", "room", "roomid", "room_id", "session"];

    /// <summary>Reads the name of the room in an address. A page that a server makes (join.php) takes its room from the query, whatever stands before it.</summary>
    public static RoomName Of(Uri uri)
    {
        string[] path = [.. Plain(uri.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(';')[0]).Where(s => s.Length > 0)];
        string[] query = [.. uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
        string[] names = path.Any(IsMade) ? [] : [.. path.Where(s => !OfAllRooms.Contains(s))];
        if (names.Length > 0)
            return new(string.Join('/', names), true, query.Length);
        if (query.Select(LinkIn).OfType<Uri>().FirstOrDefault() is { } led)
            return Of(led); // a page that only leads to the room
        string[] named = [.. query.Where(q => NamesOfRooms.Contains(q.Split('=')[0]))];
        var said = named.Length > 0 ? named : query;
        return new($"?{string.Join('&', said.Order(StringComparer.Ordinal))}", false, named.Length > 0 ? 1 : query.Length);
    }

    private static bool IsMade(string word) => word.EndsWith(".php", StringComparison.Ordinal) || word.EndsWith(".html", StringComparison.Ordinal)
        || word.EndsWith(".aspx", StringComparison.Ordinal);

    private static Uri? LinkIn(string parameter) => parameter.StartsWith("url=", StringComparison.Ordinal)
        && Uri.TryCreate(new Uri("https://led.invalid/"), parameter[4..].Replace("#", "", StringComparison.Ordinal), out var led) ? led : null;

    private static string Plain(string part) => Uri.UnescapeDataString(part).Plain.ToLowerInvariant().Trim();
}
