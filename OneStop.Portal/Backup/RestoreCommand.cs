using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Safeguards;
using OneStop.Line.Reception;

namespace OneStop.Portal.Backup;

/// <summary>
/// Replaces the present data with a backup, while no portal is running. Everything is first read, checked and prepared in a
/// separate place; the data replaced is moved aside, never deleted.
/// </summary>
internal sealed class RestoreCommand(PortalFiles portalFiles, PortalLock alone, GroupChats groupChats, TimeProvider clock)
{
    /// <summary>Restores although the seal cannot be checked, because the key is lost.</summary>
    public const string KeyLost = "--key-lost";

    private string Stage => portalFiles.Folder.Below("restoring");

    /// <summary>Beside the database and not in the stage: a rename on the same disk is atomic.</summary>
    private SqliteFile StagedDatabase => new(portalFiles.Database.Path + ".restoring");

    /// <exception cref="RuleException">A portal is running, or the file cannot be restored here. Nothing has changed.</exception>
    public async Task Run(string file, bool isKeyLost)
    {
        alone.TakeAlone();
        var finished = FinishEarlier(); // first, because no portal starts while a restore is unfinished
        if (!File.Exists(file))
            throw new RuleException($"「{file}」がありません。");
        using var archive = BackupArchive.Open(file);
        if (finished == archive.Id)
            return;
        var key = portalFiles.KeyAfter(archive);
        CheckSeal(archive.IsSealedWith(key), isKeyLost);
        try
        {
            await MakeReady(archive);
            var asking = await Settle(key, archive.Id);
            Exchange(archive, asking);
        }
        finally
        {
            TidyUp();
        }
    }

    /// <summary>Finishes a restore that was interrupted while it exchanged the files: it had already been prepared and checked.</summary>
    /// <returns>The id of its backup; null if there was none.</returns>
    private string? FinishEarlier()
    {
        var journal = RestoreJournal.Find(portalFiles.Folder);
        journal?.Finish(portalFiles.Folder);
        TidyUp();
        if (journal is not null)
            Console.WriteLine($"前回途中で止まった復元を終えました。{SayBefore(journal)}");
        return journal?.Backup;
    }

    private static void CheckSeal(bool holds, bool isKeyLost)
    {
        if (holds)
            return;
        if (!isKeyLost)
            throw new RuleException($"バックアップの封が合いません。書き換えられているか、監査証跡の鍵（Audit:Key）が作ったときと違います。同じ鍵を設定してください。鍵を失ったときだけ {KeyLost} を付けます。何も変更していません。");
        Console.WriteLine("封を確かめずに復元します。監査証跡は、この先「合わない」と表示されます。");
    }

    private async Task MakeReady(BackupArchive archive)
    {
        Console.WriteLine($"{JapanTime.Say(archive.Contents.CreatedAt)} のバックアップを読んで確かめています…");
        PrivateFile.CreateEmptyFolder(Stage);
        PrivateFile.CreateFolder(Path.Combine(Stage, "files"));
        Directory.CreateDirectory(Path.GetDirectoryName(StagedDatabase.Path)!);
        var files = StagedFiles;
        await archive.Read(entry => entry.Name switch
        {
            BackupArchive.Database => PrivateFile.Create(StagedDatabase.Path),
            BackupArchive.OwnKey => PrivateFile.Create(Path.Combine(Stage, "audit.key")),
            var name => files.PutBack(name[BackupArchive.Files.Length..]),
        });
        await StagedDatabase.Check(archive.Contents);
    }

    private string StagedMark => Path.Combine(Stage, AuditMark.FileName);

    private FileStore StagedFiles => new(Path.Combine(Stage, "files"));

    /// <returns>The numbers of messages about which a person must decide.</returns>
    private async Task<Asking> Settle(AuditKey key, string backup)
    {
        Console.WriteLine("送信待ちだったものを「不明」にしています…");
        var copy = new RestoredCopy(StagedDatabase, StagedFiles, key, groupChats, clock);
        var mark = new AuditMark(StagedMark, key);
        await copy.Migrate(portalFiles.MayMigrate);
        var asking = await copy.Settle();
        await copy.TurnSignInKeys();
        await copy.EnterInTrail(backup, portalFiles.AuditHead, mark);
        await StagedDatabase.LetReadersStay();
        PrivateFile.Flush(StagedDatabase.Path);
        return asking;
    }

    private void Exchange(BackupArchive archive, Asking asking)
    {
        var journal = new RestoreJournal(archive.Id, NewBefore(), [
            new(Path.Combine(Stage, "files"), portalFiles.FilesFolder, []),
            new(Path.Combine(Stage, "audit.key"), portalFiles.OwnKeyFile, []),
            new(StagedMark, portalFiles.AuditMarkFile, []),
            new(StagedDatabase.Path, portalFiles.Database.Path, SqliteFile.Beside),
        ]);
        journal.Begin(portalFiles.Folder);
        journal.Finish(portalFiles.Folder);
        var contents = archive.Contents;
        Console.WriteLine($"{JapanTime.Say(contents.CreatedAt)} のバックアップを復元しました（{contents.Rows.Count:N0}表 {contents.Rows.Values.Sum():N0}行、添付 {contents.Files:N0}件）。送信待ちだった{asking.Sendings:N0}件を「不明」にしました。時刻の来ていた送信予約{asking.Planned:N0}件を止めました。受信箱で、送るかどうかを決めてください。{SayBefore(journal)}");
    }

    private string NewBefore()
    {
        var name = portalFiles.Folder.Below("before-restore-" + clock.GetUtcNow().InJapan.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        return Path.Exists(name) ? throw new RuleException("1秒に2回は復元できません。もう一度実行してください。何も変更していません。") : name;
    }

    private static string SayBefore(RestoreJournal journal) => Directory.Exists(journal.Before) ? $"それまでのデータは「{journal.Before}」に移しました。" : "";

    private void TidyUp()
    {
        if (RestoreJournal.IsUnfinished(portalFiles.Folder))
            return; // the staged files are still needed
        if (Directory.Exists(Stage))
            Directory.Delete(Stage, recursive: true);
        foreach (var ending in SqliteFile.Beside.Append(""))
            File.Delete(StagedDatabase.Path + ending);
    }
}
