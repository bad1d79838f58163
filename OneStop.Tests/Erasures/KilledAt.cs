using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Tests.Erasures;

/// <summary>The process ends here.</summary>
internal sealed class KilledException : Exception;

/// <summary>Ends the work before one of its statements, whichever it is: from there on nothing reaches the database.</summary>
internal sealed class KilledAt : DbCommandInterceptor
{
    private int passed;

    /// <summary>The number of the statement; null for none. Setting it counts anew.</summary>
    public int? At
    {
        get;
        set => (field, passed) = (value, 0);
    }

    /// <summary>Whether the statement was reached.</summary>
    public bool IsDead => passed >= At;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Pass();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Pass();
        return ValueTask.FromResult(result);
    }

    private void Pass()
    {
        passed++;
        if (IsDead)
            throw new KilledException();
    }
}
