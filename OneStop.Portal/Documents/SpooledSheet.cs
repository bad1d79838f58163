using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>
/// An uploaded sheet that is too large for memory, in a temporary file that only the portal's own account can read. Its rows can be read as often
/// as needed, by one reader at a time. The file is gone when it is disposed of, or when the process ends.
/// </summary>
internal sealed class SpooledSheet : IDisposable
{
    private readonly FileStream file;
    private readonly SheetLimits limits;

    private SpooledSheet(FileStream file, string name, SheetLimits limits) => (this.file, Name, this.limits) = (file, name, limits);

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public double Share => file.Length == 0 ? 1 : Math.Min(1, (double)file.Position / file.Length);

    /// <summary>Receives an upload.</summary>
    /// <param name="received">Gets the number of bytes received so far.</param>
    /// <exception cref="RuleException">It is too large.</exception>
    public static async Task<SpooledSheet> Receive(Stream upload, string name, SheetLimits limits, IProgress<long>? received = null,
        CancellationToken stopping = default)
    {
        var file = PrivateFile.CreateTemporary();
        try
        {
            await Copy(upload, file, limits, received, stopping);
            return new(file, name, limits);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the rows that have a text.</summary>
    /// <exception cref="RuleException">The file has another type, is damaged or too large; also while the rows are read.</exception>
    public IEnumerable<SheetRow> Rows() => SheetUpload.Rows(file, Name, limits);

    public void Dispose() => file.Dispose();

    private static async Task Copy(Stream upload, FileStream file, SheetLimits limits, IProgress<long>? received, CancellationToken stopping)
    {
        var (buffer, copied) = (new byte[128 * 1024], 0L);
        for (int read; (read = await upload.ReadAsync(buffer, stopping)) > 0; received?.Report(copied))
        {
            if ((copied += read) > limits.LargestFile)
                throw new RuleException(limits.TooManyBytes);
            await file.WriteAsync(buffer.AsMemory(0, read), stopping);
        }
    }
}
