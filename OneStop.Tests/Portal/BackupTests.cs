using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Tests.House;
using static OneStop.Tests.Portal.BackupShelf;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>A backup: what the administrator's command writes while the portal runs, and that everything can be restored.</summary>
[SqliteOnly("backs up a SQLite file"), NeedsTime("starts portals")]
public sealed class BackupTests : IAsyncDisposable
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];

    private readonly BackupShelf shelf = new();

    [Fact]
    public async Task Every_row_and_every_file_comes_back_as_it_was()
    {
        await shelf.Start();
        await SendPicture(await APerson());
        await shelf.Quiet();
        // a restore settles reminders that were held back during hours without contact
        Change(shelf.Portal.Folder, "UPDATE Bookings SET DayReminderAt = CreatedAt, HourReminderAt = CreatedAt");
        await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "読み返して確かめました");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shelf.Archive));
        await Refuses(shelf.Portal.Run("backup", shelf.Archive), "上書きはしません");
        await shelf.Portal.Kill();

        await using var fresh = new PortalProcess([]);
        var words = await Succeeds(fresh.Run("restore", shelf.Archive), "復元しました");
        Assert.DoesNotContain("before-restore", words); // the folder was empty
        var (was, came) = (Rows(shelf.Portal.Folder), Rows(fresh.Folder));
        Assert.Equal(was.Keys, came.Keys);
        Assert.True(was.Count >= 15 && was["Messages"].Count > 100 && was["StoredFiles"].Count > 0 && was["DataProtectionKeys"].Count > 0);
        string[] restored = ["AuditEntries", "AuditValues", "DataProtectionKeys"];
        Assert.All(was.Keys.Except(restored), table => Assert.Equal(was[table], came[table]));
        Assert.Empty(was["AuditEntries"].Except(came["AuditEntries"]));
        Assert.Contains("|Restored|", Assert.Single(came["AuditEntries"].Except(was["AuditEntries"])));
        Assert.Empty(was["AuditValues"].Except(came["AuditValues"]));
        Assert.Empty(came["DataProtectionKeys"]); // old cookies are no longer valid
        Assert.NotEmpty(Files(fresh.Folder));
        Assert.Equal(Files(shelf.Portal.Folder), Files(fresh.Folder));

        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています");
        await fresh.Start(); // the restored portal works
        Assert.Equal("wal", Ask(fresh.Folder, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_backup_while_clients_write_is_one_moment_and_holds_nobody_up()
    {
        await shelf.Start();
        using var enough = new CancellationTokenSource();
        var (written, meanwhile) = (0, 0);
        var clients = Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = shelf.Portal.Address };
            for (; !enough.IsCancellationRequested; written++)
            {
                var isBackingUp = IsBackingUp();
                await Post(http, written);
                meanwhile += isBackingUp && IsBackingUp() ? 1 : 0;
            }
        });
        await TestOneStop.Until(() => Task.FromResult(written > 20), "messages");
        var atTheBeginning = written;
        await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "読み返して確かめました");
        var atTheEnd = written;
        await enough.CancelAsync();
        await clients;
        Assert.True(meanwhile > 0, "No message was acknowledged between the backup's beginning and its end.");
        await shelf.Portal.Kill();

        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", shelf.Archive), "復元しました");
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM IncomingEvents WHERE ProcessedAt IS NULL"));
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting'"));
        var said = long.Parse(Ask(fresh.Folder, "SELECT COUNT(*) FROM Messages WHERE Text LIKE '%番目'"), CultureInfo.InvariantCulture);
        Assert.InRange(said, atTheBeginning, atTheEnd + 1); // everything acknowledged to LINE
        // without gaps
        Assert.Equal($"{said - 1}番目", Ask(fresh.Folder, "SELECT Text FROM Messages WHERE Text LIKE '%番目' ORDER BY CAST(Text AS INTEGER) DESC LIMIT 1"));
        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています");
    }

    [Fact]
    public async Task Rows_whose_record_is_gone_are_told_and_stop_no_backup()
    {
        await shelf.ABackup(change: "PRAGMA foreign_keys = OFF; DELETE FROM AuditEntries WHERE Id IN (SELECT EntryId FROM AuditValues LIMIT 1)");
        File.Delete(shelf.Archive);
        Assert.Contains("AuditValues", await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "参照先のない行が"));
        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", shelf.Archive), "復元しました");
        await Refuses(fresh.Run("verify-audit"), "番目が合いません");
    }

    [Fact]
    public async Task A_backup_tells_how_far_the_trail_was_sealed()
    {
        await shelf.ABackup();
        File.Delete(shelf.Archive);
        var words = await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "監査証跡の末尾: ");
        var head = words.Split("監査証跡の末尾: ")[1].Split('。')[0];
        await Succeeds(shelf.Portal.Run("verify-audit", "--since", head), "正しくつながっています");
        await Refuses(shelf.Portal.Run("verify-audit", "--since", head[..^1] + (head[^1] == '0' ? '1' : '0')), "番目が合いません");
        await Refuses(shelf.Portal.Run("verify-audit", "--since", "somewhere"), "使い方");
    }

    [Fact]
    public async Task A_file_whose_portal_died_before_it_had_its_place_is_in_the_backup()
    {
        await shelf.Start();
        await SendPicture(await APerson());
        await shelf.Quiet();
        await shelf.Portal.Kill();
        var store = Path.Combine(shelf.Portal.Folder, "files");
        var whole = Files(shelf.Portal.Folder);
        foreach (var kept in whole.Keys)
            File.Move(Path.Combine(store, kept), Path.Combine(store, "incoming", Path.GetFileName(kept))); // as if the row was saved and the file not moved

        Assert.DoesNotContain("見つからない添付", await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "読み返して確かめました"));
        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", shelf.Archive), "復元しました");
        Assert.NotEmpty(whole);
        Assert.Equal(whole, Files(fresh.Folder));
    }

    [Fact]
    public async Task The_plain_copies_of_a_killed_backup_are_gone_when_a_portal_starts()
    {
        await shelf.Start();
        await shelf.Portal.Kill();
        var work = Path.Combine(shelf.Portal.Folder, "backup-work");
        Directory.CreateDirectory(work);
        foreach (var left in (string[])["copy.db", "read-back.db"])
            await File.WriteAllTextAsync(Path.Combine(work, left), "相談の写し");
        // a running backup is left alone
        await using (File.Open(Path.Combine(shelf.Portal.Folder, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await shelf.Portal.Start();
            Assert.Equal(2, Directory.GetFiles(work).Length);
            await shelf.Portal.Kill();
        }
        await shelf.Portal.Start();
        Assert.False(Directory.Exists(work));
    }

    [Fact]
    public async Task With_SQL_Server_both_point_to_the_script()
    {
        await using var server = new PortalProcess(
            new() { ["Database__Provider"] = "SqlServer", ["ConnectionStrings__OneStop"] = "Server=127.0.0.1,9;Connect Timeout=1" });
        await Refuses(server.Run("backup", shelf.Archive), "docs/operations/sql-server-backup.sql");
        await Refuses(server.Run("restore", shelf.Archive), "docs/operations/sql-server-restore.sql");
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    private async Task<string> APerson()
    {
        using var http = new HttpClient { BaseAddress = shelf.Portal.Address };
        var invented = await (await http.PostAsJsonAsync("/simulator/people", new { name = "ひなた" })).Content.ReadFromJsonAsync<JsonObject>();
        var person = invented!["userId"]!.GetValue<string>();
        (await http.PostAsync($"/simulator/people/{person}/follow", null)).EnsureSuccessStatusCode();
        return person;
    }

    private static async Task Post(HttpClient http, int number)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"destination":"U0","events":[{"type":"message","webhookEventId":"event-{{{number}}}","timestamp":{{{1790000000000 + number}}},"source":{"type":"user","userId":"{{{Stranger}}}"},"message":{"type":"text","id":"{{{number}}}","text":"{{{number}}}番目"}}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private async Task SendPicture(string person)
    {
        using var http = new HttpClient { BaseAddress = shelf.Portal.Address };
        using var content = new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } };
        (await http.PostAsync($"/simulator/people/{person}/upload?name=a.png", content)).EnsureSuccessStatusCode();
        await TestOneStop.Until(() => Task.FromResult(Ask(shelf.Portal.Folder, "SELECT COUNT(*) FROM StoredFiles WHERE State = 'Stored'") == "1"),
            "the picture to be fetched");
    }

    /// <summary>Returns whether a backup is copying, writing or reading back.</summary>
    private bool IsBackingUp() => Directory.Exists(Path.Combine(shelf.Portal.Folder, "backup-work"));
}
