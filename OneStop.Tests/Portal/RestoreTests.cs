using System.Globalization;
using OneStop.Domain;
using OneStop.Portal.Backup;
using OneStop.Portal.Data;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;
using static OneStop.Tests.Portal.BackupShelf;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>A restore: its effect on a folder in use, and the state after an interruption.</summary>
[SqliteOnly("restores a SQLite file"), NeedsTime("starts portals")]
public sealed class RestoreTests : IAsyncDisposable
{
    private readonly BackupShelf shelf = new();

    [Fact]
    public async Task What_waited_in_the_backup_is_not_sent_by_itself_and_a_person_is_asked()
    {
        await shelf.ABackup(change: $$"""
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
        await Succeeds(fresh.Run("restore", shelf.Archive), "送信待ちだった2件を「不明」にしました"); // the answer, and the bot's receipt for the waiting event
        Assert.Equal("2", Ask(fresh.Folder, """
            SELECT COUNT(*) FROM OutgoingMessages o JOIN Conversations c ON c.Id = o.ConversationId
            WHERE o.State = 'Unknown' AND o.DecidedAt IS NULL AND o.Reason LIKE 'バックアップから復元しました%' AND c.TroubleAt IS NOT NULL
            """));
        Assert.Equal("1", Ask(fresh.Folder,
            "SELECT COUNT(*) FROM Messages m JOIN Conversations c ON c.Id = m.ConversationId WHERE m.Text = '待っていた相談' AND c.AnswerDue IS NOT NULL"));
        Assert.Equal("broken", Ask(fresh.Folder, "SELECT EventId FROM IncomingEvents WHERE PutAsideAt IS NOT NULL"));
        Assert.Equal("1", Ask(fresh.Folder, "SELECT COUNT(*) FROM IncomingEvents WHERE EventId = 'group' AND ProcessedAt IS NOT NULL AND Failure IS NULL"));
        await fresh.Start();
        Assert.Equal("0", Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting'"));
        await fresh.Kill();
        await Succeeds(fresh.Run("verify-audit"), "正しくつながっています"); // friends met during the restore are in the trail
    }

    [Fact]
    public async Task What_the_clock_may_have_said_since_the_backup_is_not_said_a_second_time()
    {
        await shelf.ABackup(change: $"""
            INSERT INTO LaterAnswers (Id, ConversationId, StaffId, Text, SendAt, PlannedAt, UnlessClientWrites)
            SELECT '{AnId(1)}', c.Id, s.Id, '朝いちばんにお送りします', '{Moment(-30)}', '{Moment(-60)}', 0 FROM Conversations c, StaffMembers s WHERE c.AnswerDue IS NULL LIMIT 1;
            INSERT INTO LaterAnswers (Id, ConversationId, StaffId, Text, SendAt, PlannedAt, UnlessClientWrites)
            SELECT '{AnId(2)}', ConversationId, StaffId, 'まだ先の予約', '{Moment(120)}', '{Moment(-60)}', 0 FROM LaterAnswers;
            UPDATE Bookings SET State = 'Cancelled', DayReminderAt = NULL, HourReminderAt = NULL;
            UPDATE Bookings SET State = 'Confirmed', CreatedAt = '2026-01-01 00:00:00', Slot_Start = '{Moment(45)}', Slot_End = '{Moment(90)}'
            WHERE Id = (SELECT b.Id FROM Bookings b JOIN Clients c ON c.Id = b.ClientId JOIN Friends f ON f.Id = c.FriendId JOIN Conversations t ON t.FriendId = f.Id WHERE f.BlockedAt IS NULL LIMIT 1);
            DELETE FROM WaitingList; -- those of the demo
            INSERT INTO WaitingList (Id, ClientId, Kind, Method, Date, CreatedAt)
            SELECT '{AnId(3)}', c.Id, 'Consultation', 'Phone', '{AnOpenDay}', '2026-01-01 00:00:00' FROM Clients c JOIN Friends f ON f.Id = c.FriendId WHERE f.BlockedAt IS NULL LIMIT 1;
            INSERT INTO WaitingList (Id, ClientId, Kind, Method, Date, CreatedAt) SELECT '{AnId(4)}', ClientId, Kind, Method, '2026-01-10', '2026-01-02 00:00:00' FROM WaitingList;
            """);
        await using var fresh = new PortalProcess([]);
        await Succeeds(fresh.Run("restore", shelf.Archive), "時刻の来ていた送信予約1件を止めました");
        var sent = Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages");
        await fresh.Start();
        await Until(() => Task.FromResult(Ask(fresh.Folder, "SELECT COUNT(*) FROM WaitingList WHERE EndedAt IS NOT NULL") == "1"),
            "the end of the clock's round: of the one whose day went by");

        Assert.Equal("1", Ask(fresh.Folder,
            "SELECT COUNT(*) FROM LaterAnswers l JOIN Conversations c ON c.Id = l.ConversationId WHERE l.LostAt IS NOT NULL AND l.SentAt IS NULL AND l.CancelledBy IS NULL AND c.AnswerDue IS NOT NULL"));
        Assert.Equal("まだ先の予約", Ask(fresh.Folder, "SELECT Text FROM LaterAnswers WHERE CancelledAt IS NULL"));
        Assert.Equal("1", Ask(fresh.Folder,
            "SELECT COUNT(*) FROM Bookings WHERE State = 'Confirmed' AND HourReminderAt IS NOT NULL AND DayReminderAt IS NOT NULL AND LastNoticeId IS NULL"));
        Assert.Equal("1", Ask(fresh.Folder, "SELECT COUNT(*) FROM WaitingList WHERE ToldAt IS NOT NULL AND ToldOf IS NOT NULL AND EndedAt IS NULL"));
        Assert.Equal(sent, Ask(fresh.Folder, "SELECT COUNT(*) FROM OutgoingMessages"));
    }

    [Fact]
    public async Task A_restore_waits_for_nobody_and_keeps_what_was_there()
    {
        await shelf.ABackup();
        await shelf.Portal.Start();
        var before = Rows(shelf.Portal.Folder);
        await Refuses(shelf.Portal.Run("restore", shelf.Archive), "止めてから");
        Assert.Equal(before.Keys, Rows(shelf.Portal.Folder).Keys);
        await shelf.Portal.Kill(); // releases the lock
        Change(shelf.Portal.Folder, "UPDATE StaffMembers SET Name = '復元前の人'");

        await Succeeds(shelf.Portal.Run("restore", shelf.Archive), "before-restore-");
        var kept = Assert.Single(Directory.GetDirectories(shelf.Portal.Folder, "before-restore-*"));
        Assert.Equal("復元前の人", Ask(kept, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.NotEqual("復元前の人", Ask(shelf.Portal.Folder, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.Equal(File.ReadAllText(Path.Combine(kept, "audit.key")), File.ReadAllText(Path.Combine(shelf.Portal.Folder, "audit.key")));
        Assert.Empty(Directory.GetFileSystemEntries(shelf.Portal.Folder, "*restoring*"));
    }

    [Fact]
    public async Task A_restore_killed_at_any_moment_loses_nothing_and_is_run_again()
    {
        await shelf.ABackup();
        Change(shelf.Portal.Folder, "UPDATE StaffMembers SET Name = '復元前の人'");
        for (var steps = 1; steps <= 10; steps++)
            await shelf.Portal.RunAndKill(AfterSteps(steps), "restore", shelf.Archive);
        await Succeeds(shelf.Portal.Run("restore", shelf.Archive), "復元");

        Assert.NotEqual("復元前の人", Ask(shelf.Portal.Folder, "SELECT Name FROM StaffMembers LIMIT 1"));
        Assert.Single(Directory.GetDirectories(shelf.Portal.Folder, "before-restore-*"), kept => Ask(kept, "SELECT Name FROM StaffMembers LIMIT 1") == "復元前の人");
        await Succeeds(shelf.Portal.Run("verify-audit"), "正しくつながっています");
        Assert.Empty(Directory.GetFileSystemEntries(shelf.Portal.Folder, "*restoring*"));
    }

    [Fact]
    public async Task No_portal_starts_on_a_folder_half_exchanged_and_the_next_restore_ends_it()
    {
        await shelf.ABackup();
        var journal = Path.Combine(shelf.Portal.Folder, "restoring.json");
        await File.WriteAllTextAsync(journal, """{"Backup":"another","Before":"/nowhere","Swaps":[]}""");
        await Refuses(shelf.Portal.Run(), "復元が途中で止まっています");
        await Refuses(shelf.Portal.Run("backup", shelf.Archive + "2"), "復元が途中で止まっています");
        await Refuses(shelf.Portal.Run("restore", shelf.Archive + "3"), "がありません"); // the earlier restore is finished even if its backup is lost
        Assert.False(File.Exists(journal));
        await shelf.Portal.Start();
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
        var (place, stage, before) = (Path.Combine(shelf.Folder, "place"), Path.Combine(shelf.Folder, "stage"), Path.Combine(shelf.Folder, "before"));
        foreach (var (folder, file) in (IEnumerable<(string, string)>)[(place, "files/a"), (place, "audit.key"), (place, "db"), (place, "db-wal"),
            (stage, "files/b"), (stage, "audit.key"), (stage, "db")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), Path.GetFileName(folder));
        }
        var data = new DataFolder(shelf.Folder);
        new RestoreJournal("id", before,
            [.. ((string[])["files", "audit.key", "db"]).Select(n => new Swap(Path.Combine(stage, n), Path.Combine(place, n), SqliteFile.Beside))]).Begin(data);
        Directory.CreateDirectory(before);
        foreach (var move in ((Action[])[() => Directory.Move($"{place}/files", $"{before}/files"),
            () => Directory.Move($"{stage}/files", $"{place}/files"), () => File.Move($"{place}/audit.key", $"{before}/audit.key"),
                () => File.Move($"{stage}/audit.key", $"{place}/audit.key"), () => File.Move($"{place}/db-wal", $"{before}/db-wal")]).Take(done))
            move();

        Assert.Throws<Domain.RuleException>(new PortalLock(data).Share); // no portal starts while a restore is unfinished
        RestoreJournal.Find(data)!.Finish(data);
        Assert.False(RestoreJournal.IsUnfinished(data));
        Assert.Equal(["audit.key", "db", "files/b"], Below(place));
        Assert.Equal(["audit.key", "db", "db-wal", "files/a"], Below(before));
        Assert.All(Directory.GetFiles(place, "*", SearchOption.AllDirectories), f => Assert.Equal("stage", File.ReadAllText(f)));
        new PortalLock(data).Share();
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    /// <summary>Returns the time this many minutes from now, as SQLite stores it.</summary>
    private static string Moment(int minutes) =>
        TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string AnId(int number) => new Guid(number, 0, 0, new byte[8]).ToString().ToUpperInvariant();

    /// <summary>A day soon with service and without bookings.</summary>
    private static string AnOpenDay =>
        Enumerable.Range(2, 10).Select(TimeProvider.System.GetUtcNow().JapaneseDate.AddDays)
        .First(d => !ServiceHours.IsYearEnd(d)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Returns a condition that is true after the contents of the data folder have changed this many times.</summary>
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
            return string.Join('\n', Directory.GetFileSystemEntries(shelf.Portal.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        }
        catch (DirectoryNotFoundException)
        {
            return ""; // moved away during the listing
        }
    }
}
