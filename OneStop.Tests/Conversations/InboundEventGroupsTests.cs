using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>Events of different friends are stored in one save, and a failing event does not prevent the others.</summary>
public sealed class InboundEventGroupsTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private readonly List<OneStopDb> used = [];
    private readonly List<int> met = [];

    private InboundEventGroups Groups => oneStop.Services.GetRequiredService<InboundEventGroups>();

    [Fact]
    public async Task What_waits_while_a_group_is_kept_is_kept_in_one_save()
    {
        await Task.WhenAll(await WhileOneIsKept(() => Enumerable.Range(1, 4).Select(n => Meet(n)).ToList()));
        Assert.Single(used.Distinct());
        var numbers = await Numbers(1, 4);
        Assert.Equal((4, 4), (numbers.Count, numbers.Distinct().Count())); // new friends in one save have different numbers
    }

    [Fact]
    public async Task Whom_nobody_knows_is_met_before_and_nobody_else_waits_for_the_rest()
    {
        var hadTurn = new List<bool>();
        await Task.WhenAll(await WhileOneIsKept(() => Enumerable.Range(71, 6).Select(n => Meet(n, db => hadTurn.Add(db.HasTurn))).ToList()));
        Assert.Single(used.Distinct());
        Assert.Equal(Enumerable.Repeat(false, 6), hadTurn); // the turn for their numbers is not held while their changes are computed
        Assert.Equal(6, (await Numbers(71, 76)).Distinct().Count());
    }

    [Fact]
    public async Task Where_somebody_else_saved_one_of_the_rows_all_are_read_and_done_again_together()
    {
        await Task.WhenAll(Meet(81), Meet(82), Meet(83));
        await Task.WhenAll(await WhileOneIsKept(() =>
            (List<Task>)[Note(81), Note(82, db => used.Count == 2 ? oneStop.Read(Save) : Task.CompletedTask), Note(83)]));
        Assert.Equal([3, 3], used.GroupBy(db => db).Select(save => save.Count()));
        Assert.Equal(["81", "82", "82", "83"], await Noted(81, 83));

        async Task<int> Save(OneStopDb db) // like a counselor at this moment
        {
            await Happens(db, 82);
            return await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task One_whose_change_fails_is_tried_by_itself_and_nothing_of_its_half_is_kept()
    {
        var kept = await WhileOneIsKept(() => (List<Task>)[Note(11), Note(12, _ => throw new InvalidOperationException("half way")), Note(13)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal(["11", "13"], await Noted(11, 13));
    }

    [Fact]
    public async Task Where_the_database_refuses_one_of_them_the_others_are_kept_and_it_alone_fails()
    {
        await Meet(21);
        var taken = (await Numbers(21, 21)).Single();
        var kept = await WhileOneIsKept(() =>
            (List<Task>)[Note(22), Note(23, db => Task.FromResult(db.Friends.Add(Friend.Register(Id(24), taken, oneStop.Clock.GetUtcNow())))), Note(25)]);
        await Assert.ThrowsAsync<KeyTakenException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal(["22", "25"], await Noted(22, 25));
        Assert.Empty(await Numbers(24, 24));
    }

    [Fact]
    public async Task Who_takes_the_turn_ends_the_group()
    {
        await Task.WhenAll(Meet(41), Meet(42), Meet(43));
        await Task.WhenAll(await WhileOneIsKept(() => (List<Task>)[Meet(41), Change(42, db => db.TakeTurn()), Meet(43), Meet(44)]));
        Assert.Equal([41, 42, 43, 44], met);
        Assert.Equal([true, false, false], [used[1] == used[0], used[2] == used[0], used[3] == used[0]]);
    }

    [Fact]
    [SqliteOnly("fails as SQLite does")]
    public async Task Where_the_database_is_out_of_reach_all_of_them_fail_at_once_and_each_is_tried_once()
    {
        await Task.WhenAll(Meet(51), Meet(52), Meet(53));
        var kept = await WhileOneIsKept(() => Enumerable.Range(51, 3).Select(n => Meet(n, Busy)).ToList());
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(kept));
        Assert.True(kept.All(k => k.IsFaulted));
        Assert.Equal([51, 52, 53], met); // and not each once more with a timeout of its own

        static void Busy(OneStopDb db)
        {
            db.Friends.Local.First().CallAs("さくら");
            db.SavingChanges += (_, _) => throw new SqliteException("database is locked", 5);
        }
    }

    [Fact]
    [SqliteOnly("fails as SQLite does")]
    public async Task Where_a_change_finds_the_database_out_of_reach_it_is_not_asked_again_for_the_others()
    {
        await Task.WhenAll(Meet(61), Meet(62), Meet(63));
        var kept = await WhileOneIsKept(() => (List<Task>)[Meet(61), Meet(62, _ => throw new SqliteException("unable to open database file", 14)), Meet(63)]);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(kept));
        Assert.True(kept.All(k => k.IsFaulted));
        Assert.Equal([61, 62], met);
    }

    /// <summary>Submits changes while another is being saved; that one ends when all of them wait.</summary>
    private async Task<List<Task>> WhileOneIsKept(Func<List<Task>> handIn)
    {
        var (isBegun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Groups.Change(0, null, _ =>
        {
            isBegun.TrySetResult();
            return mayEnd.Task;
        });
        await isBegun.Task;
        used.Clear();
        met.Clear();
        var handed = handIn();
        mayEnd.SetResult();
        await first;
        return handed;
    }

    private Task Meet(int friend, Action<OneStopDb>? more = null) => Change(friend, db =>
    {
        more?.Invoke(db);
        return Task.CompletedTask;
    });

    /// <summary>Changes like event processing: friend and conversation first, created if missing.</summary>
    private Task Change(int friend, Func<OneStopDb, Task> more) => Groups.Change(0, Id(friend), async db =>
    {
        used.Add(db);
        met.Add(friend);
        var person = await db.GetOrRegister(Id(friend), oneStop.Clock.GetUtcNow());
        if (!await db.Conversations.AnyAsync(c => c.FriendId == person.Id))
            db.Conversations.Add(Conversation.With(person, oneStop.Clock.GetUtcNow()));
        await more(db);
    });

    /// <summary>Adds a line to the conversation, and runs a further change.</summary>
    private Task Note(int friend, Func<OneStopDb, Task>? asWell = null) => Change(friend, async db =>
    {
        await Happens(db, friend);
        await (asWell?.Invoke(db) ?? Task.CompletedTask);
    });

    private async Task Happens(OneStopDb db, int friend)
    {
        var conversation = await db.Conversations.SingleAsync(c => c.Friend.LineUserId == Id(friend));
        db.Messages.Add(conversation.AddEvent($"{friend}", oneStop.Clock.GetUtcNow()));
    }

    private Task<List<string>> Noted(int first, int last)
    {
        var texts = Enumerable.Range(first, last - first + 1).Select(n => $"{n}").ToList();
        return oneStop.Read(db => db.Messages.Where(m => texts.Contains(m.Text!)).OrderBy(m => m.Text).Select(m => m.Text!).ToListAsync());
    }

    private Task<List<int>> Numbers(int first, int last)
    {
        var ids = Enumerable.Range(first, last - first + 1).Select(Id).ToList();
        return oneStop.Read(db => db.Friends.Where(f => ids.Contains(f.LineUserId)).Select(f => f.Number).ToListAsync());
    }

    private static LineUserId Id(int friend) => LineUserId.Parse($"U{friend:D32}");
}
