namespace OneStop.Domain.Attachments;

/// <summary>
/// A malware scanner: each file from outside is scanned before it is stored. The project contains none; a host that has one registers it instead of
/// <see cref="NoScanner"/>.
/// </summary>
public interface IFileScanner
{
    /// <summary>Scans a file from its beginning.</summary>
    /// <returns>False if malware was found. If the scanner cannot tell, it throws, and the file is tried again later.</returns>
    Task<bool> IsClean(Stream file, CancellationToken stopping);
}

/// <summary>Scans nothing; dangerous types of files are refused all the same.</summary>
public sealed class NoScanner : IFileScanner
{
    public Task<bool> IsClean(Stream file, CancellationToken stopping) => Task.FromResult(true);
}

/// <summary>All checks before a file is stored: type, size, scanner.</summary>
public sealed class FileInspection(IFileScanner scanner)
{
    /// <summary>Checks a file; the stream's position is restored.</summary>
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
