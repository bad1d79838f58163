using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Links;

/// <summary>A client's telephones in LINE, one after the other.</summary>
public sealed class LinkTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_new_telephone_takes_the_place_of_the_old_one_whose_talk_stays_in_the_file()
    {
        var member = await oneStop.AMember("linker", Duty.Counselor);
        var (old, fresh) = (await oneStop.AsksSomething("前の電話から"), await oneStop.AsksSomething("新しい電話です"));
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(old, null, null));
        var before = await oneStop.At<LinkDesk, Guid?>(member, d => d.Link(client, fresh));
        Assert.Equal(fresh, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(client)))!.ConversationId); // messages are sent there
        Assert.Equal(client, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(old)))!.Id);
        Assert.Equal([fresh, old], (await oneStop.At<LinkDesk, IReadOnlyList<LinkedFriend>>(member, d => d.Of(client))).Select(f => f.ConversationId!.Value));
        var talks = (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = "talk" })))!.Rows;
        Assert.Equal(["前の電話から", "新しい電話です"], talks.Select(r => r.Entry.Text).Order(StringComparer.Ordinal));
        Assert.Single((await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = "telephone" })))!.Rows);

        await oneStop.At<LinkDesk>(member, d => d.LinkBack(client, fresh, before)); // undone
        Assert.Equal(old, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(client)))!.ConversationId);
        Assert.Null(await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(fresh)));
    }

    [Fact]
    public async Task Who_writes_from_a_former_telephone_is_the_same_client()
    {
        var member = await oneStop.AMember("linker-former", Duty.Counselor);
        var (old, fresh) = (await oneStop.AsksSomething("前の電話から"), await oneStop.AsksSomething("新しい電話です"));
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(old, null, null));
        await oneStop.At<LinkDesk, Guid?>(member, d => d.Link(client, fresh));
        Assert.Equal(client, await oneStop.At<ClientDesk, Guid>(member, d => d.Register(old, null, null))); // no second client
        await Assert.ThrowsAsync<RuleException>(async () =>
            await oneStop.At<LinkDesk, Guid?>(member, async d => await d.Link(await oneStop.At<ClientDesk, Guid>(member, c => c.Register(null, "別の人", null)), old)));
    }

    [Fact]
    public async Task A_link_by_mistake_is_removed_and_can_be_brought_back()
    {
        var member = await oneStop.AMember("linker-mistake", Duty.Counselor);
        var talk = await oneStop.AsksSomething("まちがえてつないだ人");
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "電話の人", null));
        Assert.Null(await oneStop.At<LinkDesk, Guid?>(member, d => d.Link(client, talk)));
        var link = Assert.Single(await oneStop.At<LinkDesk, IReadOnlyList<LinkedFriend>>(member, d => d.Of(client)));
        await oneStop.At<LinkDesk>(member, d => d.Unlink(client, link.FriendId));
        Assert.Null(await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(talk)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LinkDesk>(member, d => d.Unlink(client, link.FriendId)));
        await oneStop.At<LinkDesk>(member, d => d.Relink(link));
        Assert.Equal(client, (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Of(talk)))!.Id);
    }

    [Fact]
    public async Task A_telephone_is_one_persons_at_the_database_too()
    {
        var member = await oneStop.AMember("linker-unique", Duty.Counselor);
        var talk = await oneStop.AsksSomething("ひとりの電話");
        var friend = await oneStop.Read(db => db.Conversations.Where(t => t.Id == talk).Select(t => t.FriendId).SingleAsync());
        var (one, two) = (await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "一人目", null)), await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "二人目", null)));
        var now = oneStop.Clock.GetUtcNow();
        await oneStop.Read(async db =>
        {
            db.Add(FormerFriend.Of(one, friend, member.Id, now));
            await db.SaveChangesAsync();
            db.Add(FormerFriend.Of(two, friend, member.Id, now));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            return true;
        });
    }
}
