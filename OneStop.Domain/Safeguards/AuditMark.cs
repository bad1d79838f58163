using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Safeguards;

/// <summary>Thrown when a sealed entry is missing or was changed; nothing is sealed then.</summary>
public sealed class AuditBrokenException(string message) : Exception(message);

/// <summary>
/// 末尾の控え: the trail's end when this portal last sealed or checked, in a file beside the key and outside the database. Nothing up to it is ever
/// sealed again, whoever writes to the database. Each portal has its own file, and follows what the others seal.
/// </summary>
public sealed class AuditMark(string file, AuditKey key)
{
    /// <summary>The file name in the data folder.</summary>
    public const string FileName = "audit.head";

    private const int MostTries = 150; // some seconds; the lock is held only to write one line

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns the stored head; null if nothing was sealed yet.</summary>
    /// <exception cref="AuditBrokenException">The file was not written with this key.</exception>
    public AuditHead? Read()
    {
        if (!File.Exists(file))
            return null;
        var parts = File.ReadAllText(file).Trim().Split(' ');
        return parts is [var text, var mac] && AuditHead.Read(text) is { } head
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(MacOf(head)))
            ? head
            : throw new AuditBrokenException("The mark beside the key was not written with this key.");
    }

    /// <summary>Stores the new end of the trail after it was saved. An earlier head never replaces a later one.</summary>
    /// <exception cref="IOException">The folder is not writable, or the lock is held too long; the next sealing stores it.</exception>
    public async Task Advance(AuditHead head, CancellationToken stopping = default)
    {
        await using var alone = await Alone(stopping); // another portal or a command may share the folder
        if (Read() is not { } known || known.Number < head.Number)
            Write(head);
    }

    /// <summary>Stores a head unconditionally, after a backup replaced the database.</summary>
    public void Begin(AuditHead head) => Write(head);

    /// <summary>Replaces the file atomically, because half a file would stop the sealing.</summary>
    private void Write(AuditHead head)
    {
        var draft = file + ".part";
        using (var bytes = PrivateFile.Create(draft))
        {
            bytes.Write(Encoding.ASCII.GetBytes($"{head} {MacOf(head)}\n"));
            bytes.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }

    private string MacOf(AuditHead head) => key.Digest("audit head", head.ToString());

    /// <summary>
    /// Takes a file lock, which the operating system releases if its holder dies. Attempts are counted instead of reading the clock, because a set
    /// clock says nothing about other processes.
    /// </summary>
    private async Task<FileStream> Alone(CancellationToken stopping)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < MostTries)
            {
                await Task.Delay(Pause, stopping);
            }
        }
    }
}
