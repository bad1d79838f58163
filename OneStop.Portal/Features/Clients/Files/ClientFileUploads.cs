using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Portal.Features.Conversations.Files;

namespace OneStop.Portal.Features.Clients.Files;

/// <summary>
/// Takes files of staff: the bytes go to the disk as they arrive, and are judged there. They are stored as they came, because a scan is evidence; of a
/// picture a small one is drawn anew, and one that cannot be drawn is only saved, never shown.
/// </summary>
internal sealed class ClientFileUploads(FileStore store, FileInspection inspection, Pictures pictures, ILogger<ClientFileUploads> logger)
{
    /// <summary>The size limit in bytes.</summary>
    public const long Largest = FileKind.LargestDocument;

    private const int Chunk = 80 * 1024;

    /// <summary>Takes one file.</summary>
    /// <param name="tell">Called with the number of bytes that have arrived.</param>
    /// <exception cref="RuleException">The file is refused, or did not arrive whole; the sentence says why.</exception>
    public async Task<TakenUpload> Take(IBrowserFile file, Action<long> tell, CancellationToken stopping)
    {
        if (file.Size > Largest)
            throw new RuleException($"大きすぎます（{FileWords.Size(file.Size)}）。{Largest / 1024 / 1024}MBまでに小さくするか、分けてから加えてください。");
        var kept = store.Begin();
        try
        {
            await Read(file, kept, tell, stopping);
            var taken = await Judged(kept, stopping);
            var small = taken.Kind.Shown == Shown.Picture ? await pictures.Small(kept.Bytes) : null;
            var length = kept.Bytes.Length;
            return new(kept, new(kept.Flush(), taken.ContentType, length), small is null ? null : await Begun(small));
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    private async Task Read(IBrowserFile file, NewFile kept, Action<long> tell, CancellationToken stopping)
    {
        try
        {
            await using var stream = file.OpenReadStream(Largest, stopping);
            var (buffer, read) = (new byte[Chunk], 0L);
            for (int count; (count = await stream.ReadAsync(buffer, stopping)) > 0; tell(read += count))
                await kept.Bytes.WriteAsync(buffer.AsMemory(0, count), stopping);
        }
        catch (Exception lost) when (lost is IOException or JSException or JSDisconnectedException or OperationCanceledException or TimeoutException)
        {
            logger.LogInformation("A file did not arrive whole: {Failure}", lost.WithoutWords);
            throw new RuleException("とちゅうで通信が切れました。もう一度選んでください。");
        }
    }

    private async Task<TakenFile> Judged(NewFile kept, CancellationToken stopping)
    {
        try
        {
            return await inspection.Judge(kept.Bytes, stopping) switch
            {
                RefusedFile refused => throw new RuleException(refused.Reason),
                TakenFile { Kind.Shown: Shown.Video or Shown.Audio } => throw new RuleException("動画と音声は、書類に加えられません。"),
                var judged => (TakenFile)judged,
            };
        }
        catch (Exception failed) when (failed is not RuleException)
        {
            logger.LogError("A file could not be checked: {Failure}", failed.WithoutWords);
            throw new RuleException("安全かどうかを確かめられませんでした。少し待ってから、もう一度選んでください。");
        }
    }

    private async Task<(NewFile, FileContents)> Begun(byte[] jpeg)
    {
        var file = store.Begin();
        await file.Bytes.WriteAsync(jpeg);
        return (file, new(file.Flush(), FileKind.Jpeg.ContentType, jpeg.Length));
    }
}

/// <summary>A file that has arrived and was judged. Disposing deletes its bytes unless they were kept.</summary>
internal sealed class TakenUpload(NewFile file, FileContents contents, (NewFile File, FileContents Contents)? preview) : IAsyncDisposable
{
    /// <summary>The bytes, for the desk.</summary>
    public NewClientFile Added => new(contents, preview?.Contents);

    /// <summary>Keeps the bytes, after the row was saved.</summary>
    public async Task Keep()
    {
        await file.Keep();
        if (preview is { File: var small })
            await small.Keep();
    }

    /// <summary>Neither keeps nor deletes the bytes, because the outcome of the save is unknown: a row may refer to them. They can be kept later.</summary>
    public async Task LetGo()
    {
        await file.LetGo();
        if (preview is { File: var small })
            await small.LetGo();
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        if (preview is { File: var small })
            await small.DisposeAsync();
    }
}
