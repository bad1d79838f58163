using System.Text.Json;
using OneStop.Domain;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>One replacement of a file or folder by another.</summary>
/// <param name="Staged">The new file, ready; once it no longer exists here, it is in place.</param>
/// <param name="Beside">Endings of files that belong to the old file and are moved aside with it.</param>
internal sealed record Swap(string Staged, string Place, IReadOnlyList<string> Beside);

/// <summary>
/// The last step of a restore, written to disk before it begins. From then on the restore can be interrupted at any point, and is
/// only finished, never started again. No portal starts in the meantime.
/// </summary>
/// <param name="Backup">The id of the backup.</param>
/// <param name="Before">The folder to which the replaced data is moved.</param>
internal sealed record RestoreJournal(string Backup, string Before, IReadOnlyList<Swap> Swaps)
{
    private const string Name = "restoring.json";

    /// <summary>True if an interrupted restore must be finished.</summary>
    public static bool IsUnfinished(DataFolder folder) => File.Exists(folder.Below(Name));

    /// <summary>Returns the journal of the interrupted restore; null if there is none.</summary>
    public static RestoreJournal? Find(DataFolder folder) =>
        IsUnfinished(folder) ? JsonSerializer.Deserialize<RestoreJournal>(File.ReadAllText(folder.Below(Name))) : null;

    /// <summary>Writes the journal to disk. After it only <see cref="Finish"/> may follow.</summary>
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

    /// <summary>Makes the replacements that have not been made yet.</summary>
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

    // Between two disks a move is a copy, which can be interrupted. Its source still exists then, and the next move overwrites the partial copy.
    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to, overwrite: true);
    }
}
