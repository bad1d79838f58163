using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>The connection breaks during a commit, and the result is unknown: the commit had succeeded, and the change is not applied again.</summary>
[SqliteOnly("the production engine's way of trying again, before a SQLite file whose answers are lost")]
public sealed class UncertainCommitTests
{
    [Fact]
    public async Task A_change_whose_commit_got_no_answer_is_made_once()
    {
        var failing = new FailingCommands();
        await using var oneStop = new TestOneStop
        {
            Options = options => options.AddInterceptors(failing)
            .UseSqlite(sqlite => sqlite.ExecutionStrategy(d => new VerifiedCommitStrategy(d)))
        };
        await oneStop.InitializeAsync();
        var manager = await oneStop.AMember("namer", Duty.Manager);
        var (named, lost) = (0, 0);
        failing.Before = sql =>
        {
            if (sql.Contains("INSERT INTO \"Tags\"", StringComparison.Ordinal))
                named = 1;
            return null;
        };
        failing.AfterCommit = () => Interlocked.Exchange(ref named, 0) == 1 && Interlocked.Increment(ref lost) == 1
            ? new TimeoutException("The connection is gone.")
            : null;
        await oneStop.At<TagDesk>(manager, desk => desk.Add("面接前")); // applied again, it would find its own name taken
        Assert.Equal(1, lost);
        Assert.Equal("面接前", Assert.Single(await oneStop.Read(db => db.Tags.Select(t => t.Name).ToListAsync())));
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Subject == nameof(Tag))));
    }
}
