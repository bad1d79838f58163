using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>Registers the database engine, the file store and the keys.</summary>
internal static class DatabaseServices
{
    extension(IServiceCollection services)
    {
        /// <summary>SQLite by default, SQL Server by <c>Database:Provider</c>.</summary>
        public IServiceCollection AddDatabase(IConfiguration configuration, IHostEnvironment environment)
        {
            var folders = new DataFolder(configuration["DataFolder"] is { Length: > 0 } set ? set : Path.Combine(environment.ContentRootPath, "App_Data"));
            services.AddSingleton(folders);
            services.AddSingleton(new FileStore(folders.Below("files")));
            // created on first use, so that a restore into an empty folder finds it empty
            services.AddSingleton(_ => new AuditKey(configuration["Audit:Key"] is { Length: > 0 } key ? key : folders.OwnSecret("audit.key")));
            services.AddSingleton(provider => new AuditMark(folders.Below(AuditMark.FileName), provider.GetRequiredService<AuditKey>()));
            services.AddSingleton<AuditInterceptor>();
            services.AddSingleton<AnnouncingInterceptor>();
            services.AddSingleton<PastSettingsInterceptor>();
            services.AddSingleton<ErasedClientsInterceptor>();
            services.AddSingleton(provider => new ErasureList(folders.Below(ErasureList.FileName), provider.GetRequiredService<AuditKey>()));
            services.AddSingleton<PortalLock>();
            services.AddSingleton<OtherSchema>();
            services.AddSingleton<Migrator>();

            if (IsSqlServer(configuration))
                services.AddSqlServerDb(configuration.GetConnectionString("OneStop")!);
            else
                services.AddSqliteDb(configuration.GetConnectionString("OneStop") is { Length: > 0 } set2
                    ? set2
                    : $"Data Source={folders.Below("onestop.db")}");

            // Identity and DataProtection resolve the context itself
            services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContext());
            services.AddDataProtection().SetApplicationName("OneStop").PersistKeysToDbContext<OneStopDb>();
            services.AddSingleton(_ =>
                new Lazy<SignInKeys>(() =>
                    new(configuration["DataProtection:Key"] is { Length: > 0 } secret ? secret : folders.OwnSecret(SignInKeys.FileName))));
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SignInKeySealing>();
            return services;
        }

        private void AddSqliteDb(string connection)
        {
            services.AddSingleton(new OpenConnections(() => SqlitePragmas.Open(connection)));
            services.AddSingleton(SqliteFile.Of(connection));
            services.AddSingleton<PortalFiles>();
            services.AddHostedService<LogTrimmer>();
            services.AddSingleton(provider => new DbContextOptionsBuilder<SqliteOneStopDb>()
                .UseSqlite(connection)
                .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<AnnouncingInterceptor>(),
                    provider.GetRequiredService<PastSettingsInterceptor>(), provider.GetRequiredService<ErasedClientsInterceptor>())
                .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
                .Options);
            services.AddScoped<IDbContextFactory<OneStopDb>, SqliteDbs>();
        }

        private void AddSqlServerDb(string connection)
        {
            services.AddSingleton(new OpenConnections(async () =>
            {
                var opened = new SqlConnection(connection);
                await opened.OpenAsync();
                return opened;
            }));
            services.AddSingleton(provider => new DbContextOptionsBuilder<SqlServerOneStopDb>()
                .UseSqlServer(connection,
                    server => server.UseCompatibilityLevel(SqlServerState.LeastLevel)
                        .ExecutionStrategy(dependencies => new VerifiedCommitStrategy(dependencies)))
                .AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<AnnouncingInterceptor>(),
                    provider.GetRequiredService<PastSettingsInterceptor>(), provider.GetRequiredService<ErasedClientsInterceptor>())
                .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
                .Options);
            var competing = new WriteQueue();
            services.AddScoped<IDbContextFactory<OneStopDb>>(provider =>
                new SqlServerDbs(provider.GetRequiredService<DbContextOptions<SqlServerOneStopDb>>(), provider.GetRequiredService<Actor>(), competing));
        }
    }

    /// <summary>True if SQL Server is set.</summary>
    public static bool IsSqlServer(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "SqlServer", StringComparison.OrdinalIgnoreCase);
}
