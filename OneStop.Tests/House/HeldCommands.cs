using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Tests.House;

/// <summary>A database whose answer to some queries is held back until the test lets it go: what is shown meanwhile can be looked at in peace.</summary>
internal sealed class HeldCommands : DbCommandInterceptor
{
    private volatile TaskCompletionSource? held;
    private string part = "";

    /// <summary>Whoever reads something with these words in its SQL waits from now on.</summary>
    public void Hold(string sql) => (part, held) = (sql, new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>All go on.</summary>
    public void Release()
    {
        var waiting = held;
        held = null;
        waiting?.SetResult();
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (held is { } now && command.CommandText.Contains(part, StringComparison.Ordinal))
            await now.Task;
        return result;
    }
}
