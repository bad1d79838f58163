using OneStop.Domain.Clients.Files;

namespace OneStop.Portal.Features.Clients.Files;

/// <summary>A chosen file before it is in the record: still arriving, refused, or waiting for its kind.</summary>
/// <param name="key">The key with which it is added, so that it is there once however often that is tried.</param>
public sealed class StagedFile(Guid key, string name, long size) : IAsyncDisposable
{
    public Guid Key => key;

    public string Name => name;

    /// <summary>In bytes.</summary>
    public long Size => size;

    /// <summary>How many bytes have arrived.</summary>
    public long Read { get; set; }

    /// <summary>Why it cannot be added, as a sentence; null if it can.</summary>
    public string? Fault { get; set; }

    /// <summary>The bytes; null while they arrive.</summary>
    internal TakenUpload? Upload { get; set; }

    /// <summary>The chosen kind; null while none is chosen.</summary>
    public Guid? KindId { get; set; }

    public bool IsArriving => Upload is null && Fault is null;

    /// <summary>Guesses the kind by a name that contains it.</summary>
    public void Guess(IReadOnlyList<ClientFileKindRow> kinds) =>
        KindId ??= kinds.Where(k => name.Contains(k.Name, StringComparison.Ordinal)).OrderByDescending(k => k.Name.Length).FirstOrDefault()?.Id;

    public ValueTask DisposeAsync() => Upload?.DisposeAsync() ?? ValueTask.CompletedTask;
}
