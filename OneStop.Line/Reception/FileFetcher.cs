using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;
using OneStop.Line.Api;

namespace OneStop.Line.Reception;

/// <summary>Fetches clients' pictures and files from LINE at once: they vanish there after a time that LINE does not tell. Checked by size and by their first bytes before they are kept.</summary>
public sealed class FileFetcher(IServiceScopeFactory scopes, Rounds rounds, FileBell bell, FileStore store, LiveUpdates live, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly LineContent Elsewhere = new(HttpStatusCode.NotFound, null, false);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Go(nameof(FileFetcher), bell, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var dbs = scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>();
        var line = scope.ServiceProvider.GetRequiredService<LineApi>();
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(stopping);
        var due = await db.StoredFiles.AsNoTracking().Where(f => f.State == FileState.Waiting && f.NextTryAt <= now).OrderBy(f => f.NextTryAt).Take(20).ToListAsync(stopping);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stopping }, async (file, _) => await Fetch(dbs, line, file, stopping));
        return due.Count == 20 ? TimeSpan.Zero : Pause;
    }

    private async Task Fetch(IDbContextFactory<OneStopDb> dbs, LineApi line, StoredFile waiting, CancellationToken stopping)
    {
        // An address that a client's device gave is never fetched from inside: it could point anywhere.
        var content = waiting.Source!.IsElsewhere ? Elsewhere : await line.Content(waiting.Source!.LineMessageId, FileKind.LargestOfAll, stopping);
        var kind = content.Bytes is { } bytes ? FileKind.Of(bytes) : null;
        var kept = kind is not null && content.Bytes!.Length <= kind.Largest
            ? new FileContents(await store.Write(content.Bytes, stopping), kind.ContentType, content.Bytes.Length)
            : null;

        var taken = false;
        try
        {
            taken = await dbs.Change(async db =>
            {
                var file = await db.StoredFiles.SingleAsync(f => f.Id == waiting.Id);
                if (file.State != FileState.Waiting)
                    return false; // taken back, or fetched by another portal meanwhile
                Settle(file, content, kept);
                return true;
            });
        }
        finally
        {
            if (!taken && kept is not null)
                store.Delete(kept.StorageName);
        }
        live.AnnounceConversation(waiting.ConversationId);
    }

    private void Settle(StoredFile file, LineContent content, FileContents? kept)
    {
        if (kept is not null)
            file.Keep(kept);
        else if (content.TooLarge || content.Bytes is not null && FileKind.Of(content.Bytes) is not null)
            file.Refuse("大きすぎるため、受け取れませんでした（20MBまで、画像は10MBまで）。");
        else if (content.Bytes is not null)
            file.Refuse("安全のため、この種類のファイルは受け取れません。");
        else if (content.Status is HttpStatusCode.Gone or HttpStatusCode.NotFound || clock.GetUtcNow() - file.CreatedAt > Longest)
            file.Vanish();
        else
            file.TryLater(clock.GetUtcNow() + Backoff(file.Attempts));
    }

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), LongestWait.TotalSeconds));
}
