using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>
/// A database that answers a moment later, as one on another machine does. SQLite's own calls are over when they return, and so hide
/// what is drawn or decided before the answer has come.
/// </summary>
internal sealed class DelayedCommands(TimeSpan delay) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Task.Delay(delay, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Task.Delay(delay, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Task.Delay(delay, cancellationToken);
        return result;
    }
}

internal static class ReopenedDatabase
{
    /// <summary>Opens the SQLite database that is registered with something before it. SQL Server needs no delay.</summary>
    public static void Reopen(this IServiceCollection services, Action<DbContextOptionsBuilder<SqliteOneStopDb>> with)
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(DbContextOptions<SqliteOneStopDb>)) is not { ImplementationFactory: { } make })
            return;
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var builder = new DbContextOptionsBuilder<SqliteOneStopDb>((DbContextOptions<SqliteOneStopDb>)make(provider));
            with(builder);
            return builder.Options;
        }));
    }
}
