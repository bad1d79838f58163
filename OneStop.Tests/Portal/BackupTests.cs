using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Portal.Backup;
using OneStop.Portal.Data;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Backup and restore: the commands that an administrator runs, on real files, beside a real portal.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private const string Stranger = "U00000000000000000000000000000abc";

    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];

    private readonly PortalProcess portal = new([]);
    private readonly string shelf = Directory.CreateTempSubdirectory("onestop-shelf-").FullName;

    private string Archive => Path.Combine(shelf, "backup.zip");

    [Fact]
    public async Task Every_row_and_every_file_comes_back_as_it_was()
    {
        await portal.Start();
        await SendPicture(await APerson());
        await Quiet();
        await Succeeds(portal.Run("backup", Archive), "読み返して確かめました");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        await Refuses(portal.Run("backup", Archive), "上書きはしません");
        await portal.Kill();

        await using var fresh = new PortalProcess([]);
        var words = await Succeeds(fresh.Run("restore", Archive), "復元しました");
        Assert.DoesNotContain("before-restore", words); // nothing was there
        var (was, came) = (Rows(portal.Folder), Rows(fresh.Folder));
        Assert.Equal(was.Keys, came.Keys);
        Assert.True(was.Count >= 15 && was["Messages"].Count > 100 && was["StoredFiles"].Count > 0 && was["DataProtectionKeys"].Count > 0);
        Assert.All(was.Keys, table => Assert.Equal(was[table], came[table]));
        Assert.NotEmpty(Files(fresh.Folder));
        Assert.Equal(Files(portal.Folder), Files(fresh.Folder));

        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています");
        await fresh.Start(); // and it works on
        Assert.Equal("wal", Ask(fresh.Folder, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_backup_while_clients_write_is_one_moment_and_holds_nobody_up()
    {
        await portal.Start();
        using var enough = new CancellationTokenSource();
        var (written, meanwhile) = (0, 0);
        var clients = Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = portal.Address };
            for (; !enough.IsCancellationRequested; written++)
            {
                var isBackingUp = IsBackingUp();
                await Post(http, written);
                meanwhile += isBackingUp && IsBackingUp() ? 1 : 0;
            }
        });
        await TestOneStop.Until(() => Task.FromResult(written > 20), "messages");
        var atTheBeginning = written;
        await Succeeds(portal.Run("backup", Archive), "読み返して確かめました");
        var atTheEnd = written;
        await enough.CancelAsync();
        await clients;
        Assert.True(meanwhile > 0, "No message was acknowledged between the backup's beginning and its end.");
        await portal.Kill();

        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", Archive), "復元しました");
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM IncomingEvents WHERE ProcessedAt IS NULL"));
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting'"));
        var said = long.Parse(Ask(fresh.Folder, "SELECT COUNT(*) FROM Messages WHERE Text LIKE '%番目'"), CultureInfo.InvariantCulture);
        Assert.InRange(said, atTheBeginning, atTheEnd + 1); // all that LINE had been answered for
        Assert.Equal($"{said - 1}番目", Ask(fresh.Folder, "SELECT Text FROM Messages WHERE Text LIKE '%番目' ORDER BY CAST(Text AS INTEGER) DESC LIMIT 1")); // no hole
        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています");
    }

    [Fact]
    public async Task What_waited_in_the_backup_is_not_sent_by_itself_and_a_person_is_asked()
    {
        await ABackup(change: $$"""
            UPDATE OutgoingMessages SET State = 'Waiting', Route = NULL, SettledAt = NULL WHERE Id = (SELECT OutgoingId FROM Messages WHERE "By" = 'Staff' AND OutgoingId IS NOT NULL LIMIT 1);
            INSERT INTO IncomingEvents (EventId, Sender, MessageId, OccurredAt, ReceivedAt, Body, Attempts)
            SELECT 'waited', '{{Stranger}}', '99', '2026-10-05 00:00:00', '2026-10-05 00:00:00',
                '{"type":"message","webhookEventId":"waited","timestamp":1790000000000,"replyToken":"old","source":{"type":"user","userId":"{{Stranger}}" },"message":{"type":"text","id":"99","text":"待っていた相談"} }', 0;
            INSERT INTO IncomingEvents (EventId, OccurredAt, ReceivedAt, Body, Attempts)
            SELECT 'group', '2026-10-05 00:00:00', '2026-10-05 00:00:00', '{"type":"message","replyToken":"old","source":{"type":"group","groupId":"C1"},"message":{"type":"text","id":"98","text":"皆さん"} }', 0;
            INSERT INTO IncomingEvents (EventId, Sender, OccurredAt, ReceivedAt, Body, Attempts)
            SELECT 'broken', '{{Stranger}}', '2026-10-05 00:00:01', '2026-10-05 00:00:01', '{"type":"message","message":{"type":"text","id":"97","text":"書けない"} }', 2;
            CREATE TRIGGER refuse BEFORE INSERT ON Messages WHEN NEW.Text = '書けない' BEGIN SELECT RAISE(ABORT, 'refused'); END;
            """);
        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", Archive), "送信待ちだった2件を「不明」にしました"); // the answer, and the bot's receipt for what had not been taken in
        Assert.Equal("2", Ask(fresh.Folder, """
            SELECT COUNT(*) FROM OutgoingMessages o JOIN Conversations c ON c.Id = o.ConversationId
            WHERE o.State = 'Unknown' AND o.DecidedAt IS NULL AND o.Reason LIKE 'バックアップから復元しました%' AND c.TroubleAt IS NOT NULL
            """));
        Assert.Equal("1", Ask(fresh.Folder, "SELECT COUNT(*) FROM Messages m JOIN Conversations c ON c.Id = m.ConversationId WHERE m.Text = '待っていた相談' AND c.AnswerDue IS NOT NULL"));
        Assert.Equal("broken", Ask(fresh.Folder, "SELECT EventId FROM IncomingEvents WHERE PutAsideAt IS NOT NULL"));
        Assert.Equal("1", Ask(fresh.Folder, "SELECT COUNT(*) FROM IncomingEvents WHERE EventId = 'group' AND ProcessedAt IS NOT NULL AND Failure IS NULL"));
        await fresh.Start();
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting'"));
        await fresh.Kill();
        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています"); // whoever was met while taking in is in the trail
    }

    [Fact]
    public async Task A_restore_waits_for_nobody_and_keeps_what_was_there()
    {
        await ABackup();
        await portal.Start();
        var before = Rows(portal.Folder);
        await Refuses(portal.Run("restore", Archive), "止めてから");
        Assert.Equal(before.Keys, Rows(portal.Folder).Keys);
        await portal.Kill(); // releases the lock, whatever it was doing
        Change(portal.Folder, "UPDATE StaffMembers SET Name = '復元前の人'");

        await Succeeds(portal.Run("restore", Archive), "before-restore-");
        var kept = Assert.Single(Directory.GetDirectories(portal.Folder, "before-restore-*"));
        Assert.Equal("復元前の人", Ask(kept, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.NotEqual("復元前の人", Ask(portal.Folder, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.Equal(File.ReadAllText(Path.Combine(kept, "audit.key")), File.ReadAllText(Path.Combine(portal.Folder, "audit.key")));
        Assert.Empty(Directory.GetFileSystemEntries(portal.Folder, "*restoring*"));
    }

    public static TheoryData<string> Damages => ["cut off", "no zip", "a changed file", "a changed key", "a changed manifest", "a climbing name", "a newer version", "another zip"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_backup_that_is_not_whole_is_refused_and_changes_nothing(string damage)
    {
        await ABackup(damage == "a newer version" ? """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Later', '99')""" : "");
        Damage(damage);
        var before = (Rows(portal.Folder), Directory.GetFileSystemEntries(portal.Folder));
        var (code, words) = await portal.Run("restore", Archive);
        Assert.Equal(1, code);
        Assert.Single(words.Trim().Split('\n')); // one sentence, no stack trace
        Assert.Contains("何も変更していません", words);
        var after = (Rows(portal.Folder), Directory.GetFileSystemEntries(portal.Folder));
        Assert.All(before.Item1.Keys, table => Assert.Equal(before.Item1[table], after.Item1[table]));
        Assert.Equal(before.Item2.Order(), after.Item2.Order());
    }

    [Fact]
    public async Task A_restore_killed_at_any_moment_loses_nothing_and_is_run_again()
    {
        await ABackup();
        Change(portal.Folder, "UPDATE StaffMembers SET Name = '復元前の人'");
        for (var steps = 1; steps <= 10; steps++)
            await portal.RunAndKill(AfterSteps(steps), "restore", Archive);
        await Succeeds(portal.Run("restore", Archive), "復元");

        Assert.NotEqual("復元前の人", Ask(portal.Folder, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.Single(Directory.GetDirectories(portal.Folder, "before-restore-*"), kept => Ask(kept, "SELECT Name FROM StaffMembers LIMIT 1") == "復元前の人");
        await Succeeds(portal.Run("verify-audit"), "正しくつながっています");
        Assert.Empty(Directory.GetFileSystemEntries(portal.Folder, "*restoring*"));
    }

    [Fact]
    public async Task No_portal_starts_on_a_folder_half_exchanged_and_the_next_restore_ends_it()
    {
        await ABackup();
        var journal = Path.Combine(portal.Folder, "restoring.json");
        await File.WriteAllTextAsync(journal, """{"Backup":"another","Before":"/nowhere","Swaps":[]}""");
        await Refuses(portal.Run(), "復元が途中で止まっています");
        await Refuses(portal.Run("backup", Archive + "2"), "復元が途中で止まっています");
        await Refuses(portal.Run("restore", Archive + "3"), "がありません"); // the earlier one is ended also where its backup is lost
        Assert.False(File.Exists(journal));
        await portal.Start();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void An_exchange_cut_off_anywhere_is_finished_and_loses_nothing(int done)
    {
        var (place, stage, before) = (Path.Combine(shelf, "place"), Path.Combine(shelf, "stage"), Path.Combine(shelf, "before"));
        foreach (var (folder, file) in (IEnumerable<(string, string)>)[(place, "files/a"), (place, "audit.key"), (place, "db"), (place, "db-wal"), (stage, "files/b"), (stage, "audit.key"), (stage, "db")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), Path.GetFileName(folder));
        }
        var data = new DataFolder(shelf);
        new RestoreJournal("id", before, [.. ((string[])["files", "audit.key", "db"]).Select(n => new Swap(Path.Combine(stage, n), Path.Combine(place, n), SqliteFile.Beside))]).Begin(data);
        Directory.CreateDirectory(before);
        foreach (var move in ((Action[])[() => Directory.Move($"{place}/files", $"{before}/files"), () => Directory.Move($"{stage}/files", $"{place}/files"), () => File.Move($"{place}/audit.key", $"{before}/audit.key"), () => File.Move($"{stage}/audit.key", $"{place}/audit.key"), () => File.Move($"{place}/db-wal", $"{before}/db-wal")]).Take(done))
            move();

        Assert.Throws<Domain.RuleException>(new PortalLock(data).Share); // no portal starts half-way
        RestoreJournal.Find(data)!.Finish(data);
        Assert.False(RestoreJournal.IsUnfinished(data));
        Assert.Equal(["audit.key", "db", "files/b"], Below(place));
        Assert.Equal(["audit.key", "db", "db-wal", "files/a"], Below(before));
        Assert.All(Directory.GetFiles(place, "*", SearchOption.AllDirectories), f => Assert.Equal("stage", File.ReadAllText(f)));
        new PortalLock(data).Share();
    }

    [Fact]
    public async Task With_SQL_Server_both_point_to_the_script()
    {
        await using var server = new PortalProcess(new() { ["Database__Provider"] = "SqlServer", ["ConnectionStrings__OneStop"] = "Server=127.0.0.1,9;Connect Timeout=1" });
        await Refuses(server.Run("backup", Archive), "docs/operations/sql-server-backup.sql");
        await Refuses(server.Run("restore", Archive), "docs/operations/sql-server-restore.sql");
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        Directory.Delete(shelf, recursive: true);
    }

    private static async Task<string> Succeeds(Task<(int Code, string Words)> run, string says)
    {
        var (code, words) = await run;
        Assert.True(code == 0, words);
        Assert.Contains(says, words);
        return words;
    }

    private static async Task Refuses(Task<(int Code, string Words)> run, string says)
    {
        var (code, words) = await run;
        Assert.Equal(1, code);
        Assert.Contains(says, words);
        Assert.Single(words.Trim().Split('\n'));
    }

    /// <summary>A backup of the demo, taken after the portal was killed; what is changed in it is as it would be had it been killed then.</summary>
    private async Task ABackup(string change = "")
    {
        await portal.Start();
        await Quiet();
        await portal.Kill();
        Change(portal.Folder, change);
        await Succeeds(portal.Run("backup", Archive), "読み返して確かめました");
    }

    private async Task<string> APerson()
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        var invented = await (await http.PostAsJsonAsync("/simulator/people", new { name = "ひなた" })).Content.ReadFromJsonAsync<JsonObject>();
        var person = invented!["userId"]!.GetValue<string>();
        (await http.PostAsync($"/simulator/people/{person}/follow", null)).EnsureSuccessStatusCode();
        return person;
    }

    private static async Task Post(HttpClient http, int number)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"destination":"U0","events":[{"type":"message","webhookEventId":"event-{{{number}}}","timestamp":{{{1790000000000 + number}}},"source":{"type":"user","userId":"{{{Stranger}}}"},"message":{"type":"text","id":"{{{number}}}","text":"{{{number}}}番目"}}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private async Task SendPicture(string person)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var content = new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } };
        (await http.PostAsync($"/simulator/people/{person}/upload?name=a.png", content)).EnsureSuccessStatusCode();
        await TestOneStop.Until(() => Task.FromResult(Ask(portal.Folder, "SELECT COUNT(*) FROM StoredFiles WHERE State = 'Stored'") == "1"), "the picture to be fetched");
    }

    /// <summary>A backup copies, writes or reads back.</summary>
    private bool IsBackingUp() => Directory.Exists(Path.Combine(portal.Folder, "backup-work"));

    /// <summary>True once what lies in the data folder has changed so many times.</summary>
    private Func<bool> AfterSteps(int steps)
    {
        var last = Entries();
        return () =>
        {
            var now = Entries();
            steps -= now == last ? 0 : 1;
            last = now;
            return steps <= 0;
        };
    }

    private string Entries()
    {
        try
        {
            return string.Join('\n', Directory.GetFileSystemEntries(portal.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        }
        catch (DirectoryNotFoundException)
        {
            return ""; // it was moved away while it was looked through
        }
    }

    /// <summary>All is done and sealed, so that a backup and the database are the same.</summary>
    private Task Quiet() => TestOneStop.Until(() => Task.FromResult(Ask(portal.Folder, """
        SELECT (SELECT COUNT(*) FROM IncomingEvents WHERE ProcessedAt IS NULL) + (SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting') + (SELECT COUNT(*) FROM AuditEntries WHERE Number IS NULL)
        """) == "0"), "quiet");

    private void Damage(string how)
    {
        if (how is "cut off" or "no zip")
        {
            using var file = File.OpenWrite(Archive);
            if (how == "cut off")
                file.SetLength(file.Length - 5000);
            else
                file.Write(new byte[5000]);
            if (how == "no zip")
                file.SetLength(5000);
            return;
        }
        using var zip = ZipFile.Open(Archive, ZipArchiveMode.Update);
        if (how == "a changed file")
            Rewrite(zip, "onestop.db", bytes => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(Bytes("相談"), Bytes("雑談"), StringComparison.Ordinal))); // a database that is whole, with other words
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

    /// <summary>Every table that the database itself names, with every column of every row.</summary>
    private static SortedDictionary<string, List<string>> Rows(string folder)
    {
        using var connection = Open(folder);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            rows[table] = [.. Read(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal)];
        return rows;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch { byte[] bytes => Convert.ToHexString(bytes), DBNull => "∅", var value => value.ToString() })));
        return rows;
    }

    private static string Ask(string folder, string sql)
    {
        using var connection = Open(folder);
        return Read(connection, sql).Single();
    }

    private static void Change(string folder, string sql)
    {
        using var connection = Open(folder);
        Read(connection, sql);
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "onestop.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static SortedDictionary<string, string> Files(string folder) => new(Below(Path.Combine(folder, "files")).ToDictionary(
        f => f, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "files", f))))), StringComparer.Ordinal);

    private static List<string> Below(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
}
