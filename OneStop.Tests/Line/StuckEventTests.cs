using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>A failing event never blocks the next, even if the database refuses to record the failure.</summary>
public sealed class StuckEventTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task One_of_which_not_even_the_failure_can_be_noted_holds_up_no_other_friend()
    {
        await Refuse("""
            CREATE TRIGGER refuse_noting BEFORE UPDATE ON "IncomingEvents" WHEN NEW."EventId" = '01STUCK' BEGIN SELECT RAISE(ABORT, 'refused'); END
            """);
        await oneStop.PostEvents([Said(0, "01STUCK", "動けない"), .. Enumerable.Range(1, 30).Select(n => Said(n, $"01BEHIND{n}", "うしろの人"))]);
        await oneStop.Processed([.. Enumerable.Range(1, 30).Select(n => $"01BEHIND{n}")]);
    }

    [Fact]
    [SqliteOnly("its trigger makes it fail")]
    public async Task One_of_which_the_talk_cannot_tell_is_put_aside_all_the_same()
    {
        await Refuse("""
            CREATE TRIGGER refuse_telling BEFORE INSERT ON "Messages" WHEN NEW."Text" LIKE '書けない%' OR NEW."Text" LIKE '読み取れない%' BEGIN SELECT RAISE(ABORT, 'refused'); END
            """);
        await oneStop.PostEvents(Said(100, "01UNTOLD", "書けない"), Said(100, "01NEXTONE", "つぎの話"));
        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // through all retry delays
            return oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId == "01NEXTONE" && e.ProcessedAt != null));
        }, "the next one to be processed");
        Assert.True(await oneStop.Read(db => db.IncomingEvents.PutAside().AnyAsync(e => e.EventId == "01UNTOLD")));
    }

    private async Task Refuse(string trigger)
    {
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(trigger));
    }

    private static string Said(int friend, string id, string text) =>
        $$$"""{"type":"message","webhookEventId":"{{{id}}}","timestamp":1791158400000,"source":{"type":"user","userId":"U{{{friend:D32}}}"},"message":{"id":"5{{{Math.Abs(id.GetHashCode(StringComparison.Ordinal))}}}","type":"text","text":"{{{text}}}"}}""";
}
