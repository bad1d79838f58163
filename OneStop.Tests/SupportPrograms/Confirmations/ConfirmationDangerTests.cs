using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>Words of danger on a page for the client's confirmation are heard whatever becomes of the answer.</summary>
public sealed class ConfirmationDangerTests : ConfirmationTest
{
    [Fact]
    public async Task Words_of_danger_are_heard_also_where_the_answer_is_refused()
    {
        var (planner, program, friend, _) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        var key = await Passes(null, Device, planner, page);
        await Assert.ThrowsAsync<RefusedInDangerException>(async () => await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk,
            $"殴られた{new string('あ', ProgramConfirmation.LongestWords)}"));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend).Any(b => !b.IsMine && b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the card");
        Assert.Null((await oneStop.PageOf(planner, program)).AnsweredAt);
        var heard = Assert.Single(await Heard(planner, program)); // what was said can be read, though it was not taken
        Assert.Equal((HeardKind.Danger, true), (heard.Kind, heard.IsAnswered));
        Assert.StartsWith("殴られた", heard.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-danger"); // the flag of the conversation is
        await oneStop.At<ConfirmationDesk>(planner, d => d.SeeDanger(page, isSeen: true));
        Assert.Empty(await Heard(planner, program));
    }

    [Fact]
    public async Task Danger_stays_with_its_words_and_its_button_when_a_newer_page_is_made()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk, "もう死にたい");
        await oneStop.At<ConfirmationDesk>(planner, d => d.Talk(page, isSettled: true));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.Offered(planner, program);
        var heard = Assert.Single(await Heard(planner, program));
        Assert.Equal((page, HeardKind.Danger, "もう死にたい", false), (heard.PageId, heard.Kind, heard.Words, heard.IsAnswered));
        Assert.Contains(await Due(planner, program), d => d.Item.Kind == "program-danger");
        await oneStop.At<ConfirmationDesk>(planner, d => d.SeeDanger(heard.PageId, isSeen: true));
        Assert.Empty(await Heard(planner, program));
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-danger");
    }

    [Fact]
    public async Task Danger_of_a_client_who_blocked_us_is_due_at_once()
    {
        var (planner, program, friend, client) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        var key = await Passes(null, Device, planner, page);
        await oneStop.Read(async db =>
        {
            (await db.Friends.SingleAsync(f => db.Clients.Any(c => c.Id == client && c.FriendId == f.Id))).Block(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk, "もう死にたい");
        Assert.NotEmpty(friend);
        Assert.False(Assert.Single(await Heard(planner, program), h => h.Kind == HeardKind.Danger).IsAnswered);
        Assert.Contains(await Due(planner, program), d => d.Item.Kind == "program-danger");
    }

    /// <summary>Whoever has the address could frighten the client all night.</summary>
    [Fact]
    public async Task Words_of_danger_of_a_stranger_send_nothing_to_the_client_and_are_told_to_staff_once_an_hour()
    {
        var (planner, program, friend, _) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        var key = await Passes(null, Device, planner, page);
        var before = Cards(friend);
        for (var i = 0; i < 3; i++)
            Assert.True((await Answer(key, Other, "", ConfirmationAnswer.WantsTalk, $"もう死にたい{i}")).IsDanger);
        Assert.Equal("もう死にたい0", Assert.Single(await Heard(planner, program)).Words);
        Assert.Contains(await Due(planner, program), d => d.Item.Kind == "program-danger");
        oneStop.Clock.Advance(ProgramConfirmation.QuietForOthers);
        await Answer(key, Other, "", ConfirmationAnswer.WantsTalk, "もう死にたい3");
        Assert.StartsWith("もう死にたい3", Assert.Single(await Heard(planner, program)).Words, StringComparison.Ordinal);
        Assert.Equal(before, Cards(friend));
    }

    [Fact]
    public async Task Danger_of_a_client_without_LINE_is_due_at_once_until_somebody_gets_in_touch()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        Assert.Equal(new(true, true), await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk, "もう死にたい"));
        var due = Assert.Single(await Due(planner, program), d => d.Item.Kind == "program-danger");
        Assert.Equal((oneStop.Clock.GetUtcNow(), null), (due.Item.Until, due.Item.StaffId));
        await oneStop.At<ConfirmationDesk>(planner, d => d.SeeDanger(page, isSeen: true));
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-danger");
    }
}
