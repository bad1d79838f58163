using System.IO.Compression;
using System.Text;
using OneStop.Tests.House;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>Restoring a file that is damaged, incomplete or not a backup.</summary>
[SqliteOnly("restores a SQLite file"), NeedsTime("starts portals")]
public sealed class DamagedBackupTests : IAsyncDisposable
{
    private readonly BackupShelf shelf = new();

    public static TheoryData<string> Damages =>
        ["cut off", "no zip", "a changed file", "a changed key", "a changed manifest", "a climbing name", "a newer version", "another zip"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_backup_that_is_not_whole_is_refused_and_changes_nothing(string damage)
    {
        await shelf.ABackup(damage == "a newer version" ? """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Later', '99')""" : "");
        Damage(damage);
        var before = (Rows(shelf.Portal.Folder), Directory.GetFileSystemEntries(shelf.Portal.Folder));
        var (code, words) = await shelf.Portal.Run("restore", shelf.Archive);
        Assert.Equal(1, code);
        Assert.Single(words.Trim().Split('\n')); // one sentence, no stack trace
        Assert.Contains("何も変更していません", words);
        var after = (Rows(shelf.Portal.Folder), Directory.GetFileSystemEntries(shelf.Portal.Folder));
        Assert.All(before.Item1.Keys, table => Assert.Equal(before.Item1[table], after.Item1[table]));
        Assert.Equal(before.Item2.Order(), after.Item2.Order());
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    private void Damage(string how)
    {
        if (how is "cut off" or "no zip")
        {
            using var file = File.OpenWrite(shelf.Archive);
            if (how == "cut off")
                file.SetLength(file.Length - 5000);
            else
                file.Write(new byte[5000]);
            if (how == "no zip")
                file.SetLength(5000);
            return;
        }
        using var zip = ZipFile.Open(shelf.Archive, ZipArchiveMode.Update);
        if (how == "a changed file")
            // a valid database with other words
            Rewrite(zip, "onestop.db",
                bytes => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(Bytes("相談"), Bytes("雑談"), StringComparison.Ordinal)));
        else if (how == "a changed key")
            Rewrite(zip, "audit.key", bytes => [.. bytes.Reverse()]);
        else if (how == "a changed manifest")
            Rewrite(zip, "manifest.json", bytes => [.. bytes, (byte)' ']);
        else if (how == "a climbing name")
            zip.CreateEntry("../../climbed").Open().Dispose();
        else if (how == "another zip")
            zip.GetEntry("manifest.json")!.Delete();
    }

    private static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static void Rewrite(ZipArchive zip, string name, Func<byte[], byte[]> change)
    {
        using var was = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open())
            entry.CopyTo(was);
        zip.GetEntry(name)!.Delete();
        var now = change(was.ToArray());
        Assert.NotEqual(was.ToArray(), now);
        using var written = zip.CreateEntry(name).Open();
        written.Write(now);
    }
}
