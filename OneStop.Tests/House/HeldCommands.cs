using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Tests.House;

/// <summary>Holds back the answers to some queries until the test releases them, so that it can check what is shown meanwhile.</summary>
internal sealed class HeldCommands : DbCommandInterceptor
{
    private volatile TaskCompletionSource? held;
    private TaskCompletionSource? caught;
    private string part = "";

    /// <summary>Makes queries that contain this SQL wait from now on.</summary>
    public void Hold(string sql) => Hold(sql, null);

    /// <summary>Makes the next query that contains this SQL wait, and no other. The task ends when it waits.</summary>
    public Task HoldNext(string sql)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hold(sql, first);
        return first.Task;
    }

    /// <summary>Releases all waiting queries.</summary>
    public void Release()
    {
        var waiting = held;
        (held, caught) = (null, null);
        waiting?.SetResult();
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (held is { } now && command.CommandText.Contains(part, StringComparison.Ordinal) && caught?.TrySetResult() != false)
            await now.Task;
        return result;
    }

    private void Hold(string sql, TaskCompletionSource? first) =>
        (part, caught, held) = (sql, first, new(TaskCreationOptions.RunContinuationsAsynchronously));
}
