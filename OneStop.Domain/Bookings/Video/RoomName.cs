namespace OneStop.Domain.Bookings.Video;

/// <summary>
/// What names the room in an address, however the address is spelt. One room is reached on every host of a service, by several paths, and with or
/// without a password or a note of where one comes from; whoever got the room by another spelling would meet its owner. So the host does not count,
/// nor do the words of a path that are the same for all rooms, nor the query of a path that names one. Two services may use one name by chance: then an
/// address is refused that could have been taken, and costs one more room, which is the better mistake.
/// </summary>
/// <param name="Value">The name, in small letters.</param>
/// <param name="IsInPath">Whether the path names the room. If not, the query does.</param>
/// <param name="Parameters">The number of the query's parameters.</param>
internal sealed record RoomName(string Value, bool IsInPath, int Parameters)
{
    /// <summary>Words of paths that are the same for all rooms of a service. A word that is missing here makes the comparison stricter, never weaker.</summary>
    private static readonly HashSet<string> OfAllRooms =
    [
        "app", "c", "call", "calls", "client", "conference", "conf", "j", "join", "l", "launch", "launcher", "lobby", "m", "meet", "meeting", "meetings",
        "meetup-join", "my", "p", "r", "room", "rooms", "s", "session", "start", "video", "w", "wc", "web", "webapp", "webinar",
    ];

    /// <summary>Reads the name of the room in an address.</summary>
    public static RoomName Of(Uri uri)
    {
        string[] path = [.. Plain(uri.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(';')[0]).Where(s => s.Length > 0)];
        string[] query = [.. uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
        string[] names = [.. path.Where(s => !IsOfAllRooms(s))];
        return names.Length > 0
            ? new(string.Join('/', names), true, query.Length)
            : new($"{string.Join('/', path)}?{string.Join('&', query)}", false, query.Length);
    }

    private static bool IsOfAllRooms(string word) => OfAllRooms.Contains(word)
        || word.EndsWith(".php", StringComparison.Ordinal) || word.EndsWith(".html", StringComparison.Ordinal) || word.EndsWith(".aspx", StringComparison.Ordinal);

    private static string Plain(string part) => Uri.UnescapeDataString(part).Plain.ToLowerInvariant().Trim();
}
