using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Safeguards;

/// <summary>Nothing is sealed: what was sealed before is not there any more, or not as it was.</summary>
public sealed class AuditBrokenException(string message) : Exception(message);

/// <summary>
/// 末尾の控え: how far the trail reached when this portal last looked, in a file beside the key and not in the database. Up to it
/// nothing is ever sealed anew, whoever writes to the database. Each portal has its own, and each follows what the others seal.
/// </summary>
public sealed class AuditMark(string file, AuditKey key)
{
    /// <summary>Its name in the data folder.</summary>
    public const string FileName = "audit.head";

    private const int MostTries = 150; // some seconds: whoever holds it only writes a line

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Where it is kept; null while nothing was sealed.</summary>
    /// <exception cref="AuditBrokenException">It was not written with this key.</exception>
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

    /// <summary>The trail was sealed this far, and it is stored. It never goes back.</summary>
    /// <exception cref="IOException">The folder cannot be written, or somebody holds it: the next sealing catches up.</exception>
    public async Task Advance(AuditHead head, CancellationToken stopping = default)
    {
        await using var alone = await Alone(stopping); // another portal, or a command, may share the folder
        if (Read() is not { } known || known.Number < head.Number)
            Write(head);
    }

    /// <summary>The trail begins from here: a backup took its place.</summary>
    public void Begin(AuditHead head) => Write(head);

    /// <summary>Whole or not at all: half a mark would stop the sealing.</summary>
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
    /// Held by the operating system, so it is gone when its holder is. Tries are counted and
    /// no clock is asked: other processes' haste goes by none of ours.
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
