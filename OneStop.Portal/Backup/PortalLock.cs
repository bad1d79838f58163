using OneStop.Domain;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>
/// The lock on the data folder. Portals, and commands that read or write the database, share it; a restore takes it exclusively.
/// It is an operating system lock, so it is released however its holder ends.
/// </summary>
internal sealed class PortalLock(DataFolder folder) : IDisposable
{
    private FileStream? held;

    /// <summary>Takes the lock together with others, until this process ends.</summary>
    /// <exception cref="RuleException">A restore is running, or one was interrupted while it exchanged the files.</exception>
    public void Share()
    {
        held ??= Take(FileAccess.Read, FileShare.Read) ?? throw new RuleException("復元が動いています。終わってから、もう一度実行してください。");
        if (RestoreJournal.IsUnfinished(folder))
            throw new RuleException("復元が途中で止まっています。同じバックアップでもう一度 restore を実行すると、続きから終わります。");
    }

    /// <summary>Takes the lock exclusively, until this process ends.</summary>
    /// <exception cref="RuleException">Another process holds the lock.</exception>
    public void TakeAlone() =>
        held ??= Take(FileAccess.ReadWrite, FileShare.None) ?? throw new RuleException("ポータル、または別のコマンドが動いています。止めてから、もう一度復元してください。何も変更していません。");

    public void Dispose() => held?.Dispose();

    private FileStream? Take(FileAccess access, FileShare share)
    {
        try
        {
            return new(folder.Below("portal.lock"), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
