using System.Text.Json;
using OneStop.Domain;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>What takes the place of what.</summary>
/// <param name="Staged">The new one, ready; once it is gone from here, it is in place.</param>
/// <param name="Beside">Endings of files that belong to the old one and leave with it.</param>
internal sealed record Swap(string Staged, string Place, IReadOnlyList<string> Beside);

/// <summary>
/// The last act of a restore, written down before it begins: from then on it can be cut off at any point and is only ever
/// finished, never begun anew. No portal starts meanwhile.
/// </summary>
/// <param name="Backup">The id of the backup.</param>
/// <param name="Before">The folder to which goes what was there before.</param>
internal sealed record RestoreJournal(string Backup, string Before, IReadOnlyList<Swap> Swaps)
{
    private const string Name = "restoring.json";

    /// <summary>Is there one that was cut off?</summary>
    public static bool IsUnfinished(DataFolder folder) => File.Exists(folder.Below(Name));

    /// <summary>The one that was cut off; null if there is none.</summary>
    public static RestoreJournal? Find(DataFolder folder) =>
        IsUnfinished(folder) ? JsonSerializer.Deserialize<RestoreJournal>(File.ReadAllText(folder.Below(Name))) : null;

    /// <summary>Writes it down; what comes after is only <see cref="Finish"/>.</summary>
    public void Begin(DataFolder folder)
    {
        var draft = folder.Below(Name + ".part");
        using (var file = PrivateFile.Create(draft))
        {
            JsonSerializer.Serialize(file, this);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, folder.Below(Name), overwrite: true);
    }

    /// <summary>Exchanges what has not been exchanged yet.</summary>
    public void Finish(DataFolder folder)
    {
        foreach (var swap in Swaps.Where(s => Path.Exists(s.Staged)))
        {
            foreach (var old in swap.Beside.Select(ending => swap.Place + ending).Append(swap.Place).Where(Path.Exists))
                PutAway(old);
            Directory.CreateDirectory(Path.GetDirectoryName(swap.Place)!);
            Move(swap.Staged, swap.Place);
        }
        File.Delete(folder.Below(Name));
    }

    private void PutAway(string old)
    {
        PrivateFile.CreateFolder(Before);
        Move(old, Path.Combine(Before, Path.GetFileName(old)));
    }

    // Between two disks a move is a copy that can be cut off; the torn copy is written over, its source is still there.
    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to, overwrite: true);
    }
}
