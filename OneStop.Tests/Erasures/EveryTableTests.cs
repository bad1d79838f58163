using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Indicators;
using OneStop.Portal.Data;
using OneStop.Tests.House;
using OneStop.Tests.Portal;

namespace OneStop.Tests.Erasures;

/// <summary>
/// 消去 by the model: every table is filled with people, and after the erasure of one nothing of them is found anywhere, in the bytes of the files either,
/// while everybody else's rows are as they were. A new table is tested without a line here.
/// </summary>
public sealed class EveryTableTests : IAsyncLifetime
{
    private const string Hers = "消滅花子は滅亡町三丁目", His = "存続太郎は永久町四丁目";

    private readonly FilledPeople people = new();

    public async ValueTask InitializeAsync() => await people.Create();

    public ValueTask DisposeAsync() => people.DisposeAsync();

    [Fact]
    public async Task Nothing_of_an_erased_person_is_found_anywhere_and_the_others_are_untouched()
    {
        var her = await people.Add(Hers);
        var before = DataOnDisk.Rows(people.Folder);
        var him = await people.Add(His);
        var his = DataOnDisk.Rows(people.Folder).SelectMany(t => t.Value.Except(before[t.Key]).Select(row => (t.Key, row))).ToList();
        Assert.Empty(TablesWithout(Hers)); // the test itself: she is everywhere
        var (figures, files) = (await Figures(), DataOnDisk.Files(people.Folder));
        Assert.All(figures.Where(f => f.Name is not ("measures.all-four" or "signposting.connected")), f => Assert.True(f.Count > 0, f.Name));

        Assert.True(await people.Run.Carry(await people.Order(her)));

        Assert.Empty(Places(Hers));
        Assert.Empty(Places(her.LineUserId));
        Assert.Empty(await BytesWith(Hers, her.LineUserId));
        Assert.Equal(figures, await Figures());
        var after = DataOnDisk.Rows(people.Folder);
        Assert.DoesNotContain(his, r => !after[r.Key].Contains(r.row));
        var left = DataOnDisk.Files(people.Folder);
        Assert.Equal(files.Count / 2, left.Count);
        Assert.All(left, f => Assert.Equal(files[f.Key], f.Value));
        Assert.Single(await Ids(him.Client)); // his client is his
    }

    [Fact]
    public async Task Killed_at_any_statement_it_is_finished_by_the_next_run()
    {
        var killing = new KilledAt();
        people.Interceptors.Add(killing);
        var kills = 0;
        for (var at = 1; ; at += 19)
        {
            var her = await people.Add($"{Hers}{at}番");
            var order = await people.Order(her);
            killing.At = at;
            try
            {
                Assert.True(await people.Run.Carry(order));
                break; // it had fewer statements
            }
            catch (Exception) when (killing.IsDead)
            {
                kills++;
            }
            killing.At = null;
            Assert.True(await people.Run.Carry(order));
            Assert.Empty(Places(her.Words));
            Assert.Empty(Places(her.LineUserId));
        }
        Assert.True(kills > 10, $"{kills} kills");
    }

    [Fact]
    public async Task Entries_merged_into_one_go_together()
    {
        var (kept, merged) = (await people.Add(Hers), await people.Add("統合された前の入力"));
        await using var db = await people.Dbs.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE \"Clients\" SET \"MergedIntoId\" = {kept.Client} WHERE \"Id\" = {merged.Client}");
        Assert.True(await people.Run.Carry(await people.Order(await db.ErasedPersonOf(kept.Client))));
        Assert.Empty(Places(Hers).Concat(Places(merged.Words)));
    }

    [Fact]
    public async Task One_that_fails_holds_up_no_other_and_both_are_done_in_the_end()
    {
        var failing = new FailsOn();
        people.Interceptors.Add(failing);
        var (her, him) = (await people.Add(Hers), await people.Add(His));
        var (first, second) = (await people.Order(her), await people.Order(him));
        var list = new ErasureList(Path.Combine(people.Folder, ErasureList.FileName), people.Key);
        var keeper = new ErasureKeeper(people.Dbs, people.Run, list, NullLogger<ErasureKeeper>.Instance);

        failing.Words = her.Client.ToString();
        await keeper.Round(TestContext.Current.CancellationToken);
        Assert.NotEmpty(Places(Hers));
        Assert.Empty(Places(His));
        Assert.Equal([second], list.Read(out _).Select(r => r.Id).Intersect([first, second])); // and it is known after a restore

        failing.Words = null;
        await keeper.Round(TestContext.Current.CancellationToken);
        Assert.Empty(Places(Hers));
        Assert.Contains(list.Read(out _), r => r.Id == first);
    }

    [Fact]
    public async Task A_telephone_that_another_client_uses_is_not_erased_with_the_one_who_used_it_before()
    {
        var (her, him) = (await people.Add(Hers), await people.Add(His));
        await using var db = await people.Dbs.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM \"FormerFriends\" WHERE \"ClientId\" = {him.Client}");
        await db.Database.ExecuteSqlAsync($"UPDATE \"FormerFriends\" SET \"FriendId\" = {him.Friend} WHERE \"ClientId\" = {her.Client}");
        Assert.DoesNotContain(him.Friend, (await db.ErasedPersonOf(her.Client)).Friends);
        Assert.Contains(her.Friend, (await db.ErasedPersonOf(her.Client)).Friends);
    }

    [Fact]
    public void A_row_that_stays_can_lose_every_column_that_is_not_named()
    {
        foreach (var table in PersonRows.Tables(FilledTables.Model).Where(t => ErasureRules.ReasonToKeep(t) is not null))
        {
            Assert.DoesNotContain(ErasureSql.EmptiedIn(table), c => ErasureRules.KeptColumns(table).Any(k => c.Name == k || c.Name.StartsWith($"{k}_", StringComparison.Ordinal)));
            var names = table.GetProperties().Select(p => p.Name).Concat(table.GetComplexProperties().Select(p => p.Name)).Concat(table.GetNavigations().Select(n => n.Name));
            Assert.Empty(ErasureRules.KeptColumns(table).Except(names));
            var required = ErasureSql.EmptiedIn(table).Where(c => !c.IsNullable).SelectMany(c => c.PropertyMappings).Select(m => m.Property);
            Assert.DoesNotContain(required, p => p.IsForeignKey() || p.ClrType == typeof(Guid)); // it would refer to nothing
        }
    }

    [Fact]
    public void Its_statements_are_valid_on_the_other_engine_too()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var rows = new ErasedRows(new([Guid.AllBitsSet], [Guid.AllBitsSet]));
        var statements = ErasurePlan.TablesOf(db).SelectMany(t => ErasureSql.For(t, rows).Append($"SELECT COUNT(*) FROM {ErasedRows.Name(t)} WHERE {rows.Kept(t)}")).ToList();
        Assert.True(statements.Count > 100);
        Assert.All(statements, statement =>
        {
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement), out var errors);
            Assert.Empty(errors.Select(e => $"{e.Message}: {statement}"));
        });
    }

    /// <summary>Lets statements that delete fail if they contain some words.</summary>
    private sealed class FailsOn : DbCommandInterceptor
    {
        public string? Words { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
            CancellationToken cancellationToken = default) =>
            Words is { } words && command.CommandText.StartsWith("DELETE", StringComparison.Ordinal) && command.CommandText.Contains(words, StringComparison.OrdinalIgnoreCase)
                ? throw new InvalidOperationException("It cannot be deleted.")
                : base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Tables with these words.</summary>
    private List<string> Places(string words) =>
        [.. DataOnDisk.Rows(people.Folder).Where(t => t.Value.Exists(r => Holds(r, words))).Select(t => t.Key)];

    private List<string> TablesWithout(string words)
    {
        var found = Places(words);
        return [.. PersonRows.Tables(FilledTables.Model).Where(t => HasWords(t) && !found.Contains(t.GetTableName()!)).Select(t => t.GetTableName()!)];
    }

    private static bool HasWords(IEntityType table) => ErasureSql.EmptiedIn(table).Any(c => c.PropertyMappings[0].Property.ClrType == typeof(string));

    private static bool Holds(string row, string words) =>
        row.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(words)), StringComparison.Ordinal);

    /// <summary>Files with these words in their bytes, after the write-ahead log was emptied.</summary>
    private async Task<List<string>> BytesWith(params string[] words)
    {
        await using (var db = await people.Dbs.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return [.. DataOnDisk.Below(people.Folder).Where(f => words.Any(w => Contains(File.ReadAllBytes(Path.Combine(people.Folder, f)), w)))];
    }

    private static bool Contains(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;

    private async Task<List<(string Name, int Count)>> Figures()
    {
        await using var db = await people.Dbs.CreateDbContextAsync();
        var counts = new List<(string, int)>();
        foreach (var source in typeof(IIndicatorSource).Assembly.GetTypes().Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IIndicatorSource))))
        {
            var one = (IIndicatorSource)Activator.CreateInstance(source, nonPublic: true)!;
            counts.Add((one.Indicator.Code, await one.Count(db, new(2026, 4, 1), new(2027, 3, 31))));
        }
        counts.Add(("evidence", await db.Bookings.Evident(db).CountAsync()));
        counts.Add(("registered", await db.Clients.CountAsync()));
        return counts;
    }

    private async Task<List<Guid>> Ids(Guid client)
    {
        await using var db = await people.Dbs.CreateDbContextAsync();
        return await db.Clients.Where(c => c.Id == client && c.ErasedAt == null).Select(c => c.Id).ToListAsync();
    }
}
