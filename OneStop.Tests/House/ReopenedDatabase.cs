using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>The registered SQLite database, opened in another way. SQL Server needs none of this.</summary>
internal static class ReopenedDatabase
{
    extension(IServiceCollection services)
    {
        /// <summary>Puts something before the database.</summary>
        public void Reopen(Action<DbContextOptionsBuilder<SqliteOneStopDb>> with) => services.Reopen((options, _) => with(options));

        /// <summary>
        /// All hosts share one model and the queries that are compiled once. EF keeps both for each logger factory that it is given,
        /// and each host has its own; one that EF looks up keeps the same log and parts nothing.
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

    /// <summary>Nothing else is found here: Identity would take its options from it, and the model would not be the portal's.</summary>
    private sealed class LoggersOnly(ILoggerFactory loggers) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ILoggerFactory) ? loggers
            : serviceType == typeof(IEnumerable<IInterceptor>) ? Array.Empty<IInterceptor>()
            : null;
    }
}
