using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;
using OneStop.Line.Api;

namespace OneStop.Line.Reception;

/// <summary>
/// Fetches clients' pictures, videos, voices and files from LINE at once, because LINE deletes them after an undocumented time. Size, type and, if
/// there is a scanner, malware are checked before a file is kept.
/// </summary>
public sealed class FileFetcher(IServiceScopeFactory scopes, WorkerLoop loop, FileSignal signal, FileStore store, FileInspection inspection,
    TimeProvider clock, ILogger<FileFetcher> logger) : BackgroundService
{
    private const long LargestPreview = 4 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private readonly BoundedWork running = new(16, signal); // waiting for bytes costs little, and a slow transfer takes long
    private bool isSwept;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(FileFetcher), signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = NewScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync(stopping);
        if (!isSwept)
            await Sweep(db, stopping);
        var now = clock.GetUtcNow();
        var due = await db.StoredFiles.AsNoTracking().Where(f => f.State == FileState.Waiting && f.NextTryAt <= now)
            .OrderBy(f => f.NextTryAt).Take(running.Limit * 2).ToListAsync(stopping);
        due.ForEach(file => running.TryStart(file.Id, () => Fetch(file, stopping)));
        return Pause;
    }

    /// <summary>
    /// Runs once after the start: deletes files that a killed portal has left incomplete, and moves files whose row was saved but that were not
    /// moved.
    /// </summary>
    private async Task Sweep(OneStopDb db, CancellationToken stopping)
    {
        foreach (var name in store.LeftBehind())
        {
            if (await db.Names(name, stopping))
                store.Keep(name);
            else
                store.Delete(name);
        }
        isSwept = true;
    }

    private async Task Fetch(StoredFile file, CancellationToken stopping)
    {
        try
        {
            await using var scope = NewScope();
            await Fetch(scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>(), scope.ServiceProvider.GetRequiredService<LineApi>(),
                file, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None); // the cause may be temporary
            logger.LogError("A file could not be fetched; it is tried again: {Failure}", exception.WithoutWords);
        }
        catch (OperationCanceledException)
        {
            // The portal stops; the row stays waiting.
        }
    }

    private async Task Fetch(IDbContextFactory<OneStopDb> dbs, LineApi line, StoredFile waiting, CancellationToken stopping)
    {
        await using var incoming = store.Begin();
        await using var smaller = store.Begin();
        var from = waiting.Source!;
        // An address given by a client's device is never fetched by the server: it could point anywhere.
        var content = from.IsElsewhere ? new(HttpStatusCode.NotFound) : await line.Content(from.LineMessageId, incoming.Bytes, FileKind.LargestOfAll, stopping);
        var isHopeless = content.Status == HttpStatusCode.Accepted && await line.Transcoding(from.LineMessageId, stopping) == "failed";
        var judged = content.IsWhole ? await inspection.Judge(incoming.Bytes, stopping) : null;
        var preview = judged is TakenFile { Kind.Shown: Shown.Picture or Shown.Video } ? await FetchPreview(line, from.LineMessageId, smaller, stopping) : null;

        var isSaved = false;
        try
        {
            isSaved = await Save();
        }
        finally // the answer to the commit may be lost, and what the row names is never fetched again
        {
            if (!isSaved)
                await KeepNamed(dbs, [incoming, smaller]);
        }
        if (isSaved && judged is TakenFile)
            await incoming.Keep();
        if (isSaved && preview is not null)
            await smaller.Keep();

        Task<bool> Save() => dbs.Change(async db =>
        {
            var file = await db.StoredFiles.SingleAsync(f => f.Id == waiting.Id);
            if (file.State != FileState.Waiting)
                return false; // unsent, or fetched by another portal meanwhile
            if (judged is TakenFile taken)
                file.Keep(Contents(incoming, taken), preview is null ? null : Contents(smaller, preview));
            else if (content.TooLarge)
                file.Refuse(RefusedFile.TooLarge.Reason);
            else if (judged is RefusedFile refused)
                file.Refuse(refused.Reason);
            else if (isHopeless)
                file.Refuse("LINEで再生の準備ができなかったため、受け取れませんでした。");
            else if (content.Status is HttpStatusCode.Gone or HttpStatusCode.NotFound || clock.GetUtcNow() - file.CreatedAt > Longest)
                file.Vanish();
            else
                file.TryLater(clock.GetUtcNow() + Backoff(file.Attempts));
            return true;
        });
    }

    /// <summary>Keeps what a row names. Without an answer from the database all is let go: the next start looks it up.</summary>
    private static async Task KeepNamed(IDbContextFactory<OneStopDb> dbs, IReadOnlyList<NewFile> files)
    {
        try
        {
            await using var db = await dbs.CreateDbContextAsync();
            foreach (var file in files)
                if (await db.Names(file.Flush()))
                    await file.Keep();
        }
        catch (Exception)
        {
            foreach (var file in files)
                await file.LetGo();
            throw;
        }
    }

    /// <summary>Fetches LINE's preview. Without one a picture is shown in full, and a video without a still picture.</summary>
    private async Task<TakenFile?> FetchPreview(LineApi line, string messageId, NewFile into, CancellationToken stopping) =>
        (await line.Preview(messageId, into.Bytes, LargestPreview, stopping)).IsWhole
        && await inspection.Judge(into.Bytes, stopping) is TakenFile { Kind.Shown: Shown.Picture } picture ? picture : null;

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        return scope;
    }

    private static FileContents Contents(NewFile file, TakenFile judged) => new(file.Flush(), judged.ContentType, file.Bytes.Length);

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), LongestWait.TotalSeconds));
}
