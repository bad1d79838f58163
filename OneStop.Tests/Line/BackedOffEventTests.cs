using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>Events that wait for a retry delay later events of the same friend, but not of others, however many wait.</summary>
public sealed class BackedOffEventTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const int MoreThanAreReadAtOnce = 520;

    [Fact]
    public async Task More_of_them_than_are_read_at_once_make_no_other_friend_wait()
    {
        var rows = Enumerable.Range(0, MoreThanAreReadAtOnce)
            .Select(n => $"('01BACKEDOFF{n}', 'U{n:D32}', '2026-10-04 23:00:00', '2026-10-04 23:00:00', '{IncomingEvent.Wiped}', 1, '2026-10-05 09:00:00')");
        var sql = $"""INSERT INTO "IncomingEvents" ("EventId", "Sender", "OccurredAt", "ReceivedAt", "Body", "Attempts", "NextTryAt") VALUES {string.Join(',', rows)}""".Replace("{", "{{").Replace("}", "}}");
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(sql));

        await oneStop.PostEvents(Said(0, "01OFTHESAME", "つぎの話"), Said(MoreThanAreReadAtOnce, "01OFANOTHER", "ほかの人の話"));
        await oneStop.Processed("01OFANOTHER");
        // in order for each friend
        Assert.Null(await oneStop.Read(db => db.IncomingEvents.Where(e => e.EventId == "01OFTHESAME").Select(e => e.ProcessedAt).SingleAsync()));
    }

    private static string Said(int friend, string id, string text) =>
        $$$"""{"type":"message","webhookEventId":"{{{id}}}","timestamp":1791158400000,"source":{"type":"user","userId":"U{{{friend:D32}}}"},"message":{"id":"6{{{friend}}}{{{id.Length}}}","type":"text","text":"{{{text}}}"}}""";
}
