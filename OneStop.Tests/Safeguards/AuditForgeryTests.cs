using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 12: somebody who writes to the database without the key can neither have anything sealed nor remove entries unnoticed.</summary>
public sealed class AuditForgeryTests : IAsyncLifetime
{
    private const string Copied = "\"At\", \"Act\", \"ActorKind\", \"ActorId\", \"Sitting\", \"Subject\", \"SubjectId\", \"Fields\", \"Mac\"";

    private readonly TestOneStop oneStop = new();

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        await oneStop.AMember("counselor", Duty.Counselor);
        for (var i = 0; i < 3; i++)
            await oneStop.AFriend();
        Assert.True((await oneStop.VerifyTrail()).IsWhole);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    // so that they would be numbered and sealed again
    [InlineData("UPDATE \"AuditEntries\" SET \"Number\" = NULL, \"Seal\" = NULL WHERE \"Number\" >= 2; DELETE FROM \"AuditEntries\" WHERE \"Number\" IS NULL AND \"Act\" = 'Changed'")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Number\" = NULL, \"Seal\" = NULL WHERE \"Number\" = (SELECT MAX(\"Number\") FROM \"AuditEntries\")")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Number\" >= 3")] // removes the end
    [InlineData("DELETE FROM \"AuditEntries\"")]
    public async Task What_was_sealed_is_never_sealed_anew_and_a_cut_end_shows(string sql)
    {
        var head = (await Verify()).Head;
        await Change(sql);
        var sealedBefore = await Sealed();
        await Assert.ThrowsAsync<AuditBrokenException>(Seal);
        Assert.Equal(sealedBefore, await Sealed());
        var verdict = await Verify();
        Assert.False(verdict.IsWhole);
        Assert.InRange(verdict.Broken!.Value, 1, head.Number);
        Assert.Contains("tampered", await Ready(), StringComparison.Ordinal);

        await oneStop.AFriend(); // later entries are stored, and wait
        await Assert.ThrowsAsync<AuditBrokenException>(Seal);
        Assert.False((await Verify()).IsWhole);
    }

    [Fact]
    public async Task An_entry_that_no_portal_wrote_is_never_sealed_and_holds_up_none_behind_it()
    {
        await Change($"INSERT INTO \"AuditEntries\" (\"Id\", {Copied}) SELECT '0199B1A0-0000-7000-8000-0000000000FE', {Copied} FROM \"AuditEntries\" WHERE \"Number\" = 1");
        await Change($"INSERT INTO \"AuditEntries\" (\"Id\", {Copied}) SELECT '0199B1A0-0000-7000-8000-0000000000FF', {Copied.Replace("\"Mac\"", "''", StringComparison.Ordinal)} FROM \"AuditEntries\" WHERE \"Number\" = 1");
        var before = await Sealed();
        await oneStop.AFriend();
        await Seal();
        Assert.True(await Sealed() > before);
        Assert.Equal(2, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Number == null)));
        Assert.Equal((2L, null), ((await Verify()).Forged, (await Verify()).Broken));
        Assert.False((await Verify()).IsWhole);
        Assert.Contains("tampered", await Ready(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_entry_says_cannot_be_changed_before_it_is_sealed()
    {
        var number = (await Verify()).Head.Number;
        await oneStop.AFriend();
        var waiting = await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Number == null));
        Assert.True(waiting > 0);
        foreach (var (column, other) in new[] { ("At", "'2020-01-01 00:00:00'"), ("Act", "'Looked'"), ("ActorKind", "'Staff'"),
            ("ActorId", "'0199B1A0-0000-7000-8000-000000000000'"), ("Sitting", "'another'"), ("Subject", "'Another'"), ("SubjectId", "'another'"),
                ("PersonId", "'0199B1A0-0000-7000-8000-000000000000'"), ("Fields", "'[]'"), ("Mac", "''") })
        {
            await Change($"CREATE TABLE \"Kept\" AS SELECT \"Id\", \"{column}\" AS \"Was\" FROM \"AuditEntries\" WHERE \"Number\" IS NULL");
            await Change($"UPDATE \"AuditEntries\" SET \"{column}\" = {other} WHERE \"Number\" IS NULL");
            Assert.Equal((column, (long)waiting), (column, (await Verify()).Forged));
            await Seal();
            Assert.Equal((column, number), (column, (await Verify()).Head.Number));
            await Change($"UPDATE \"AuditEntries\" SET \"{column}\" = (SELECT \"Was\" FROM \"Kept\" WHERE \"Kept\".\"Id\" = \"AuditEntries\".\"Id\") WHERE \"Number\" IS NULL; DROP TABLE \"Kept\"");
        }
        await Seal();
        Assert.True((await Verify()).IsWhole);
        Assert.Equal(number + waiting, (await Verify()).Head.Number);
    }

    [Fact]
    public async Task Entries_without_codes_are_sealed_by_no_portal_not_even_by_one_without_a_mark()
    {
        await Change("UPDATE \"AuditEntries\" SET \"Number\" = NULL, \"Seal\" = NULL, \"Mac\" = ''");
        await Change("INSERT INTO \"AuditEntries\" (\"Id\", \"At\", \"Act\", \"ActorKind\", \"Subject\", \"SubjectId\", \"Fields\", \"Mac\") VALUES ('0199B1A0-0000-7000-8000-0000000000FF', '2026-10-05 00:00:00', 'Looked', 'Staff', 'Conversation', 'x', '[]', '')");
        File.Delete(Mark); // as on a portal that joins later
        await Seal();
        Assert.Equal(0, await Sealed());
        var verdict = await Verify();
        Assert.True(verdict.Forged > 3);
        Assert.Equal(verdict.Unsealed, verdict.Forged);
        Assert.False(verdict.IsWhole);
        Assert.Contains("tampered", await Ready(), StringComparison.Ordinal);

    }

    [Fact]
    public async Task A_mark_that_somebody_holds_is_given_up_and_caught_up_with_later()
    {
        var before = await File.ReadAllTextAsync(Mark);
        await oneStop.AFriend();
        using (new FileStream(Mark + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await Assert.ThrowsAsync<IOException>(Seal);
            using var stopping = new CancellationTokenSource();
            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => With(Mark, trail => trail.Seal(stopping.Token)));
        }
        Assert.Equal(before, await File.ReadAllTextAsync(Mark));
        await Seal();
        Assert.NotEqual(before, await File.ReadAllTextAsync(Mark));
        Assert.True((await Verify()).IsWhole);
    }

    [Fact]
    public async Task Every_portal_keeps_a_mark_of_its_own_and_follows_what_the_others_seal()
    {
        var other = Mark + ".other";
        await SealFrom(other);
        Assert.Equal(await File.ReadAllTextAsync(Mark), await File.ReadAllTextAsync(other));
        await oneStop.AFriend();
        await SealFrom(other);
        Assert.NotEqual(await File.ReadAllTextAsync(Mark), await File.ReadAllTextAsync(other));
        await Seal();
        Assert.Equal(await File.ReadAllTextAsync(Mark), await File.ReadAllTextAsync(other));
    }

    [Fact]
    public async Task A_head_noted_elsewhere_shows_a_cut_that_the_portal_itself_has_forgotten()
    {
        var noted = (await Verify()).Head;
        await oneStop.AFriend();
        await Seal();
        var later = (await Verify()).Head;
        var since = await Verify(noted);
        Assert.Equal((true, later.Number - noted.Number), (since.IsWhole, since.Entries));
        Assert.False((await Verify(noted with { Seal = new string('0', 64) })).IsWhole);

        await Change($"DELETE FROM \"AuditEntries\" WHERE \"Number\" > {noted.Number}");
        File.Delete(Mark); // by somebody who can change the data folder too
        Assert.True((await Verify()).IsWhole);
        Assert.Equal(later.Number, (await Verify(later)).Broken);
    }

    [Fact]
    public async Task A_mark_that_was_not_written_with_the_key_seals_nothing()
    {
        await File.WriteAllTextAsync(Mark, $"1:{new string('0', 64)} {new string('0', 64)}\n");
        await Assert.ThrowsAsync<AuditBrokenException>(Seal);
        Assert.True((await Verify()).IsMarkBroken);
    }

    private async Task<string> Ready()
    {
        using var http = oneStop.Http();
        return await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }

    private string Mark => Path.Combine(oneStop.Folder, AuditMark.FileName);

    private Task<int> Change(string sql) => oneStop.Read(db => db.Database.ExecuteSqlRawAsync(sql));

    private Task<int> Sealed() => oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Number != null));

    private Task<bool> Seal() => SealFrom(Mark);

    private Task<bool> SealFrom(string mark) => With(mark, async trail =>
    {
        while (await trail.Seal() > 0) { }
        return true;
    });

    private Task<AuditVerdict> Verify(AuditHead? since = null) => With(Mark, trail => trail.Verify(since));

    /// <summary>Uses the trail like a portal whose mark is in this file.</summary>
    private async Task<T> With<T>(string mark, Func<AuditTrail, Task<T>> act)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var key = oneStop.Services.GetRequiredService<AuditKey>();
        return await act(new(scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>(), key, new(mark, key), oneStop.Clock));
    }
}
