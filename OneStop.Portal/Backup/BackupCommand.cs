using System.IO.Compression;
using OneStop.Domain;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Backup;

/// <summary>Writes everything the portal holds into one file while portals run. The file gets its name only after it was read back.</summary>
internal sealed class BackupCommand(PortalFiles portalFiles, PortalLock shared, AuditKey key, TimeProvider clock)
{
    /// <exception cref="RuleException">There is nothing to back up, the target cannot be used, or the written file differs from its source.</exception>
    public async Task Run(string file)
    {
        Refuse(Path.Exists(file), $"「{file}」はすでにあります。上書きはしません。別の名前にしてください。");
        Refuse(!Directory.Exists(Path.GetDirectoryName(file)), $"フォルダー「{Path.GetDirectoryName(file)}」がありません。");
        Refuse(!File.Exists(portalFiles.Database.Path), $"データベースのファイル「{portalFiles.Database.Path}」がありません。");
        shared.Share();
        using var work = BackupWork.Take(portalFiles.Folder) ?? throw new RuleException("別のバックアップが動いています。終わってから、もう一度実行してください。");
        var part = file + ".part";
        try
        {
            PrivateFile.CreateEmptyFolder(work.Folder);
            var manifest = await Write(new(Path.Combine(work.Folder, "copy.db")), part);
            await ReadBack(new(Path.Combine(work.Folder, "read-back.db")), part);
            File.Move(part, file);
            Console.WriteLine($"バックアップを作り、読み返して確かめました: {file}（{manifest.Rows.Count:N0}表 {manifest.Rows.Values.Sum():N0}行、添付 {manifest.Files:N0}件、{new FileInfo(file).Length:N0}バイト）。監査証跡の末尾: {manifest.AuditHead}。{SayMissing(manifest)}{SayOrphans(manifest)}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<BackupManifest> Write(SqliteFile copy, string part)
    {
        Console.WriteLine("データベースを写しています…");
        var at = clock.GetUtcNow();
        await portalFiles.Database.CopyTo(copy);
        using var target = PrivateFile.Create(part);
        using var writer = new BackupWriter(target);
        await using (var database = File.OpenRead(copy.Path))
            await writer.Add(BackupArchive.Database, database, CompressionLevel.Fastest);
        if (portalFiles.HasOwnKey)
        {
            await using var ownKey = File.OpenRead(portalFiles.OwnKeyFile);
            await writer.Add(BackupArchive.OwnKey, ownKey, CompressionLevel.NoCompression);
        }
        var missing = await WriteFiles(copy, writer);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, at, await copy.LastMigration(), await copy.Rows(), writer.Entries, missing,
            await copy.Orphans(), await copy.AuditHead());
        await writer.Close(manifest, key);
        target.Flush(flushToDisk: true);
        File.Delete(copy.Path);
        return manifest;
    }

    /// <summary>Adds the files that the copied database names. A file that was wiped after the copy was taken is missing, and must be.</summary>
    /// <returns>The names of the missing files.</returns>
    private async Task<List<string>> WriteFiles(SqliteFile copy, BackupWriter writer)
    {
        var names = await NamesIn(copy);
        Console.WriteLine($"添付{names.Count:N0}件を写しています…");
        var missing = new List<string>();
        foreach (var name in names)
        {
            await using var bytes = await portalFiles.Files.OpenNamed(name);
            if (bytes is null)
                missing.Add(name);
            else
                await writer.Add(BackupArchive.Files + name, bytes, CompressionLevel.NoCompression);
        }
        return missing;
    }

    private static async Task<IReadOnlyList<string>> NamesIn(SqliteFile copy)
    {
        var actor = new Actor();
        actor.BeClock();
        await using var db = await copy.Contexts(actor).CreateDbContextAsync();
        return await db.AllStorageNames();
    }

    private async Task ReadBack(SqliteFile copy, string part)
    {
        Console.WriteLine("読み返して確かめています…");
        using var archive = BackupArchive.Open(part);
        await archive.Read(entry => entry.Name == BackupArchive.Database ? PrivateFile.Create(copy.Path) : Stream.Null);
        Refuse(!archive.IsSealedWith(key), "書き込んだバックアップが読み返せません。");
        await copy.Check(archive.Contents);
    }

    private static string SayMissing(BackupManifest manifest) =>
        manifest.Missing.Count == 0 ? "" : $"消去済みなどで見つからない添付が{manifest.Missing.Count:N0}件あります（目録に記録しました）。";

    private static string SayOrphans(BackupManifest manifest) => manifest.Orphans is not { Count: > 0 } orphans ? ""
        : $"参照先のない行が{orphans.Values.Sum():N0}件あります（{string.Join('、', orphans.Select(o => $"{o.Key} {o.Value:N0}件"))}）。データベースが直接書き換えられたおそれがあります。verify-audit で確かめてください。";

    private static void Refuse(bool when, string sentence)
    {
        if (when)
            throw new RuleException(sentence);
    }
}
