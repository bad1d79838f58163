using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>Registers the SQLite database again with other options. Not needed for SQL Server.</summary>
internal static class ReopenedDatabase
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds options, such as an interceptor, to the database.</summary>
        public void Reopen(Action<DbContextOptionsBuilder<SqliteOneStopDb>> with) => services.Reopen((options, _) => with(options));

        /// <summary>
        /// Lets all hosts share one model and the compiled queries. EF caches both per logger factory passed to it, and each host has its
        /// own; a logger factory that EF resolves itself writes the same log and does not split the cache.
        /// </summary>
        public void ShareCompiledQueries() =>
            services.Reopen((options, provider) => options.UseLoggerFactory(null)
                .UseApplicationServiceProvider(new LoggersOnly(provider.GetRequiredService<ILoggerFactory>())));

        private void Reopen(Action<DbContextOptionsBuilder<SqliteOneStopDb>, IServiceProvider> with)
        {
            if (services.LastOrDefault(s => s.ServiceType == typeof(DbContextOptions<SqliteOneStopDb>)) is not { ImplementationFactory: { } make })
                return;
            services.Replace(ServiceDescriptor.Singleton(provider =>
            {
                var builder = new DbContextOptionsBuilder<SqliteOneStopDb>((DbContextOptions<SqliteOneStopDb>)make(provider));
                with(builder, provider);
                return builder.Options;
            }));
        }
    }

    /// <summary>Resolves nothing but loggers: Identity would take its options from it, and the model would differ from the portal's.</summary>
    private sealed class LoggersOnly(ILoggerFactory loggers) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ILoggerFactory) ? loggers
            : serviceType == typeof(IEnumerable<IInterceptor>) ? Array.Empty<IInterceptor>()
            : null;
    }
}
