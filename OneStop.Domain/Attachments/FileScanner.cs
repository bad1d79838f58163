namespace OneStop.Domain.Attachments;

/// <summary>
/// The place for a malware scanner: each file from outside is shown to it before it is kept. There is none of our own; a host that
/// has one registers it in place of <see cref="NoScanner"/>.
/// </summary>
public interface IFileScanner
{
    /// <summary>Looks at a file, from its beginning.</summary>
    /// <returns>False where harm was found. Where it cannot tell, it throws, and the file waits for another try.</returns>
    Task<bool> IsClean(Stream file, CancellationToken stopping);
}

/// <summary>Nothing looks; what is dangerous by its kind is refused all the same.</summary>
public sealed class NoScanner : IFileScanner
{
    public Task<bool> IsClean(Stream file, CancellationToken stopping) => Task.FromResult(true);
}

/// <summary>All that is asked of a file before it is kept: its kind, its size, the scanner.</summary>
public sealed class FileInspection(IFileScanner scanner)
{
    /// <summary>Judges a file; where it reads is left where it was.</summary>
    public async Task<FileJudgement> Judge(Stream file, CancellationToken stopping = default)
    {
        var judged = FileJudgement.Of(file);
        if (judged is not TakenFile { Kind: var kind })
            return judged;
        if (file.Length > kind.Largest)
            return RefusedFile.TooLarge;
        var at = file.Position;
        file.Position = 0;
        var isClean = await scanner.IsClean(file, stopping);
        file.Position = at;
        return isClean ? judged : new RefusedFile("ウイルスなどが見つかったため、受け取れませんでした。");
    }
}
