using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>Different friends' events are kept in one save, and one that fails takes no other with it.</summary>
public sealed class ArrivalGroupsTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private readonly List<OneStopDb> used = [];
    private readonly List<int> met = [];

    private ArrivalGroups Groups => oneStop.Services.GetRequiredService<ArrivalGroups>();

    [Fact]
    public async Task What_waits_while_a_group_is_kept_is_kept_in_one_save()
    {
        await Task.WhenAll(await WhileOneIsKept(() => Enumerable.Range(1, 4).Select(n => Meet(n)).ToList()));
        Assert.Single(used.Distinct());
        var numbers = await Numbers(1, 4);
        Assert.Equal((4, 4), (numbers.Count, numbers.Distinct().Count())); // people who are met in one save have numbers of their own
    }

    [Fact]
    public async Task Only_a_few_are_met_at_once_because_nobody_else_writes_meanwhile()
    {
        await Task.WhenAll(await WhileOneIsKept(() => Enumerable.Range(71, 6).Select(n => Meet(n)).ToList()));
        Assert.Equal([4, 2], used.GroupBy(db => db).Select(save => save.Count()));
        Assert.Equal(6, (await Numbers(71, 76)).Distinct().Count());
    }

    [Fact]
    public async Task One_whose_change_fails_is_tried_by_itself_and_nothing_of_its_half_is_kept()
    {
        var kept = await WhileOneIsKept(() => (List<Task>)[Meet(11), Meet(12, _ => throw new InvalidOperationException("half way")), Meet(13)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal((1, 0, 1), ((await Numbers(11, 11)).Count, (await Numbers(12, 12)).Count, (await Numbers(13, 13)).Count));
    }

    [Fact]
    public async Task Where_the_database_refuses_one_of_them_the_others_are_kept_and_it_alone_fails()
    {
        await Meet(21);
        var taken = (await Numbers(21, 21)).Single();
        var kept = await WhileOneIsKept(() => (List<Task>)[Meet(22), Meet(23, db => db.Friends.Add(Friend.Meet(Id(24), taken, oneStop.Clock.GetUtcNow()))), Meet(25)]);
        await Assert.ThrowsAsync<KeyTakenException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal((1, 0, 1), ((await Numbers(22, 22)).Count, (await Numbers(23, 24)).Count, (await Numbers(25, 25)).Count));
    }

    [Fact]
    public async Task Who_is_met_is_met_after_what_those_do_who_are_known()
    {
        await Task.WhenAll(Meet(31), Meet(32));
        await Task.WhenAll(await WhileOneIsKept(() => (List<Task>)[Meet(33), Meet(31), Meet(34), Meet(32)]));
        Assert.Single(used.Distinct());
        Assert.Equal([31, 32, 33, 34], met); // nobody else's change is computed while the turn for their numbers is held
    }

    [Fact]
    public async Task Who_takes_the_turn_ends_the_group()
    {
        await Task.WhenAll(Meet(41), Meet(42), Meet(43));
        await Task.WhenAll(await WhileOneIsKept(() => (List<Task>)[Meet(41), Change(42, db => db.TakeTurn()), Meet(43), Meet(44)]));
        Assert.Equal([41, 42, 44, 43], met); // who is met needs the turn as well; who is known waits until it is given back
        Assert.Equal([true, true, false], [used[1] == used[0], used[2] == used[0], used[3] == used[0]]);
    }

    [Fact]
    [SqliteOnly("fails as SQLite does")]
    public async Task Where_the_database_is_out_of_reach_all_of_them_fail_at_once_and_each_is_tried_once()
    {
        await Task.WhenAll(Meet(51), Meet(52), Meet(53));
        var kept = await WhileOneIsKept(() => Enumerable.Range(51, 3).Select(n => Meet(n, Busy)).ToList());
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(kept));
        Assert.True(kept.All(k => k.IsFaulted));
        Assert.Equal([51, 52, 53], met); // and not each once more, with a wait of its own

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

    /// <summary>Hands in changes while one is being kept, which ends when all of them wait.</summary>
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

    /// <summary>As what arrives is kept: the friend and the conversation first, which are begun where there are none.</summary>
    private Task Change(int friend, Func<OneStopDb, Task> more) => Groups.Change(0, Id(friend), async db =>
    {
        used.Add(db);
        met.Add(friend);
        var person = await db.FindOrMeet(Id(friend), oneStop.Clock.GetUtcNow());
        if (!await db.Conversations.AnyAsync(c => c.FriendId == person.Id))
            db.Conversations.Add(Conversation.With(person, oneStop.Clock.GetUtcNow()));
        await more(db);
    });

    private Task<List<int>> Numbers(int first, int last)
    {
        var ids = Enumerable.Range(first, last - first + 1).Select(Id).ToList();
        return oneStop.Read(db => db.Friends.Where(f => ids.Contains(f.LineUserId)).Select(f => f.Number).ToListAsync());
    }

    private static LineUserId Id(int friend) => LineUserId.Parse($"U{friend:D32}");
}
