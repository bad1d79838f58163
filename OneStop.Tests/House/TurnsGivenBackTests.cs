using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>How a turn ends on SQL Server, as far as it can be tested without one.</summary>
public sealed class TurnsGivenBackTests
{
    [Fact]
    public async Task Where_the_connection_is_gone_nothing_is_sent_and_the_next_one_gets_the_turn()
    {
        var (gone, turns, actor) = (new GoneServer(), new WriteQueue(), new Actor());
        actor.BeClock();
        var db = new SqlServerOneStopDb(new DbContextOptionsBuilder<SqlServerOneStopDb>().UseSqlServer("Server=nowhere").AddInterceptors(gone).Options,
            actor, turns);
        await db.TakeTurn();
        await db.DisposeAsync(); // the caller must get the exception of the change, not one from disposing
        Assert.Equal([SqlServerOneStopDb.Lock], gone.Sent);
        using var next = await turns.Take(isAwaited: true);
    }

    /// <summary>A server that seems to open a connection and to answer the first command, and is then gone.</summary>
    private sealed class GoneServer : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public List<string> Sent { get; } = [];

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
            InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Sent.Add(command.CommandText);
            return Sent.Count == 1 ? ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0))
                : throw new InvalidOperationException("The connection's current state is closed.");
        }
    }
}
