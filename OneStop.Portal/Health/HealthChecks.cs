using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Workers;
using OneStop.Line;
using OneStop.Line.Api;

namespace OneStop.Portal.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: database, workers, LINE.</summary>
internal static class HealthChecks
{
    public const string Database = "database";
    public const string Events = "events";
    public const string Workers = "workers";
    public const string Line = "line";
    public const string Audit = "audit";
    private const string Ready = "ready";

    extension(IServiceCollection services)
    {
        public void AddHealth() => services.AddHealthChecks()
            .AddCheck<DatabaseCheck>(Database, tags: [Ready])
            .AddCheck<EventsCheck>(Events, tags: [Ready])
            .AddCheck<WorkersCheck>(Workers, tags: [Ready])
            .AddCheck<LineCheck>(Line, tags: [Ready])
            .AddCheck<AuditCheck>(Audit, tags: [Ready]);
    }

    extension(IEndpointRouteBuilder app)
    {
        public void MapHealth()
        {
            app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
            app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write })
                .AllowAnonymous();
        }
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString()),
    });
}

internal sealed class DatabaseCheck(IDbContextFactory<OneStopDb> dbs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("no connection");
    }
}

/// <summary>Degraded while a client's message could not be processed: somebody must look, but the portal works.</summary>
internal sealed class EventsCheck(IDbContextFactory<OneStopDb> dbs) : IHealthCheck
{
    /// <summary>The key of their number in the result's data.</summary>
    public const string Count = "count";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        db.SeeEverybody("nobody acts; events are counted");
        var aside = await db.IncomingEvents.PutAside().CountAsync(cancellationToken);
        return aside == 0 ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{aside} events could not be processed", data: new Dictionary<string, object> { [Count] = aside });
    }
}

internal sealed class WorkersCheck(Heartbeats heartbeats) : IHealthCheck
{
    /// <summary>The key of the names of workers without heartbeat in the result's data.</summary>
    public const string Silent = "silent";

    private static readonly TimeSpan Most = TimeSpan.FromMinutes(3);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silent = heartbeats.Silent(Most);
        return Task.FromResult(silent.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("silent: " + string.Join(", ", silent), data: new Dictionary<string, object> { [Silent] = silent }));
    }
}

/// <summary>Degraded if the audit trail is damaged: the portal works without sealing, but somebody must look.</summary>
internal sealed class AuditCheck(AuditTrail trail) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await trail.LooksWhole() ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("the audit trail was tampered with or has lost entries");
}

/// <summary>Asks LINE at most once a minute: a probe every second must not use up the channel's rate limit.</summary>
internal sealed class LineCheck(LineApi line, LineMode mode, LineReachable reachable) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        mode.IsSimulated ? HealthCheckResult.Healthy("simulated")
        : await reachable.Ask(async () => (await line.BotInfo(cancellationToken)).Value is not null) ? HealthCheckResult.Healthy("reachable")
        : HealthCheckResult.Degraded("not reachable");
}

/// <summary>Caches LINE's last answer for a minute.</summary>
internal sealed class LineReachable(TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private long askedAt;
    private bool? answer;

    /// <summary>Returns the cached answer, or asks again.</summary>
    public async Task<bool> Ask(Func<Task<bool>> ask)
    {
        if (answer is null || clock.GetElapsedTime(askedAt) > Keep)
            (answer, askedAt) = (await ask(), clock.GetTimestamp());
        return answer.Value;
    }
}
