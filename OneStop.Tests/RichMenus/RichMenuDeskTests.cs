using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Staff;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.RichMenus;

/// <summary>The menu from the proposal to LINE: 仕様書 7(1)②(ウ).</summary>
public sealed class RichMenuDeskTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_was_approved_is_what_LINE_shows_and_the_one_before_is_gone()
    {
        var first = await oneStop.AnApprovedMenu(grey: 10);
        Assert.True(await oneStop.PutUpMenu(first));
        Assert.Equal(MenuState.Up, (await oneStop.Menu(first)).State);

        var second = await oneStop.AnApprovedMenu(grey: 20);
        Assert.Equal(MenuState.Up, (await oneStop.Menu(first)).State); // until the other one is displayed
        Assert.True(await oneStop.PutUpMenu(second));
        Assert.Equal((MenuState.Down, MenuState.Up), ((await oneStop.Menu(first)).State, (await oneStop.Menu(second)).State));
        Shows(second);
        Assert.Equal(APicture.Of(grey: 20), oneStop.Line.Menus.Default!.Picture);
        Assert.Equal((await oneStop.Menu(second)).Display!.LineId, oneStop.Line.Menus.Default.Id);

        Assert.True(await oneStop.PutUpMenu(first)); // back to the previous one
        Shows(first);
        var atLine = await AtLine();
        Assert.Equal((true, first, false, 0), (atLine.IsKnown, atLine.Edition, atLine.IsForeign, atLine.Leftovers));
    }

    [Fact]
    public async Task A_screen_that_is_behind_takes_nothing_down_that_it_does_not_show()
    {
        var (first, second) = (await oneStop.AnApprovedMenu(grey: 10), Guid.Empty);
        await oneStop.PutUpMenu(first);
        second = await oneStop.AnApprovedMenu(grey: 20);
        await oneStop.PutUpMenu(second);
        await Assert.ThrowsAsync<RuleException>(async () => await oneStop.At<RichMenuDesk, bool>(await oneStop.MenuManager(), desk => desk.TakeDown(first)));
        Shows(second);
    }

    [Fact]
    public async Task Without_an_approval_nothing_is_put_up()
    {
        var id = await oneStop.ProposeMenu();
        Assert.Contains("承認", (await Assert.ThrowsAsync<RuleException>(() => oneStop.PutUpMenu(id))).Message);
        Assert.Empty(oneStop.Line.Menus.All);
    }

    [Fact]
    public async Task What_was_changed_after_the_approval_is_not_put_up()
    {
        var id = await oneStop.AnApprovedMenu();
        await oneStop.Read(db => db.Database.ExecuteSqlAsync($"UPDATE MenuEditions SET ChatBarText = 'ほかの言葉' WHERE Id = {id}")); // bypassing the desk
        Assert.Contains("内容が変わっています", (await Assert.ThrowsAsync<RuleException>(() => oneStop.PutUpMenu(id))).Message);
        Assert.Empty(oneStop.Line.Menus.All);
    }

    [Fact]
    public async Task A_decision_that_is_changed_while_the_menu_is_put_up_collides_with_it()
    {
        var (id, now) = (await oneStop.AnApprovedMenu(), oneStop.Clock.GetUtcNow());
        await oneStop.Read(async db =>
        {
            var edition = await db.MenuEditions.SingleAsync(e => e.Id == id);
            await oneStop.Read(async other =>
            {
                (await other.MenuEditions.SingleAsync(e => e.Id == id)).UseApproval(now); // somebody begins to display it
                return await other.SaveChangesAsync();
            });
            edition.SendBack("待って", Guid.Empty, now);
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync()); // so the desk reads it again and sees that
        });
    }

    [Fact]
    public async Task What_waits_is_in_the_list_of_those_who_decide_until_they_have_and_never_in_ones_own()
    {
        var both = await oneStop.AMember("both", Duty.Manager, Duty.City);
        var id = await oneStop.At<RichMenuDesk, Guid>(both, desk => desk.Propose(APicture.Of(), "お願いします"));
        var waiting = Assert.Single(await Waiting(await oneStop.Supervisor()));
        Assert.Equal((MenuEdition.Kind, "LINEメニュー 第1版", "お願いします"), (waiting.Kind, waiting.Title, waiting.Remark));
        Assert.Empty(await Waiting(both));
        await oneStop.ApproveMenu(id);
        Assert.Empty(await Waiting(await oneStop.Supervisor()));

        Task<IReadOnlyList<WaitingApproval>> Waiting(StaffMember of) => oneStop.At<ApprovalDesk, IReadOnlyList<WaitingApproval>>(of, desk => desk.Waiting());
    }

    [Fact]
    public async Task One_proposal_waits_at_a_time()
    {
        var first = await oneStop.ProposeMenu();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.ProposeMenu());
        await oneStop.At<MenuEditionDesk>(await oneStop.MenuManager(), desk => desk.Withdraw(first));
        Assert.Equal(2, (await oneStop.Menu(await oneStop.ProposeMenu())).Number);
        await Assert.ThrowsAsync<RuleException>(async () => await oneStop.At<MenuEditionDesk>(await oneStop.MenuManager(), desk => desk.BringBack(first)));
    }

    [Theory]
    [InlineData(2500, 1600)]
    [InlineData(1250, 843)]
    public async Task A_picture_that_LINE_would_not_take_is_not_even_proposed(int width, int height)
    {
        var manager = await oneStop.MenuManager();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<RichMenuDesk, Guid>(manager, desk => desk.Propose(APicture.Of(width, height), "")));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<RichMenuDesk, Guid>(manager, desk => desk.Propose("<svg/>"u8.ToArray(), "")));
    }

    [Theory]
    [InlineData(LineCall.MenuCheck, "メニューの確認")]
    [InlineData(LineCall.MenuMaking, "メニューの作成")]
    [InlineData(LineCall.MenuPicture, "画像の送信")]
    [InlineData(LineCall.MenuDefault, "表示の切り替え")]
    public async Task Wherever_LINE_fails_it_is_said_and_the_next_try_leaves_nothing_behind(LineCall call, string step)
    {
        var before = await oneStop.AnApprovedMenu(grey: 10);
        await oneStop.PutUpMenu(before);
        var id = await oneStop.AnApprovedMenu(grey: 20);
        foreach (var trouble in (Trouble[])[Trouble.ServerError, Trouble.ServerErrorAfter, Trouble.Dropped, Trouble.DroppedAfter, Trouble.RateLimit,
            Trouble.Unauthorized, Trouble.ForeignPage])
        {
            oneStop.Line.Orders.Give(new(call, trouble));
            Assert.Contains(step, (await Assert.ThrowsAsync<RuleException>(() => oneStop.PutUpMenu(id))).Message);
            Assert.Equal((MenuState.Up, MenuState.Approved), ((await oneStop.Menu(before)).State, (await oneStop.Menu(id)).State));
            Assert.NotNull(oneStop.Line.Menus.Default); // there is a menu at every moment
        }
        Assert.True(await oneStop.PutUpMenu(id));
        Shows(id);
    }

    [Theory]
    [InlineData(LineCall.MenuList)]
    [InlineData(LineCall.MenuRemoval)]
    public async Task Where_only_the_clearing_away_fails_the_menu_is_seen_and_the_rest_is_cleared_later(LineCall call)
    {
        await oneStop.PutUpMenu(await oneStop.AnApprovedMenu(grey: 10));
        var id = await oneStop.AnApprovedMenu(grey: 20);
        oneStop.Line.Orders.Give(new(call, Trouble.ServerError));
        Assert.False(await oneStop.PutUpMenu(id));
        Assert.Equal(MenuState.Up, (await oneStop.Menu(id)).State);
        Assert.Equal(1, (await AtLine()).Leftovers);

        await oneStop.At<RichMenuDesk>(await oneStop.MenuManager(), desk => desk.TidyUp());
        Shows(id);
    }

    [Fact]
    public async Task A_silent_LINE_is_given_up_and_others_may_go_on()
    {
        var id = await oneStop.AnApprovedMenu();
        oneStop.Line.Orders.Give(new(LineCall.MenuMaking, Trouble.Silent));
        var trying = oneStop.PutUpMenu(id);
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.KeptWaiting == 1), "LINE to be silent");
        Assert.Contains("ほかの人", (await Assert.ThrowsAsync<RuleException>(() => oneStop.PutUpMenu(id))).Message); // meanwhile
        oneStop.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Contains("応答がありません", (await Assert.ThrowsAsync<RuleException>(() => trying)).Message);
        Assert.True(await oneStop.PutUpMenu(id));
        Shows(id);
    }

    [Fact]
    public async Task What_is_taken_down_is_gone_from_LINE_and_may_be_put_up_again()
    {
        var id = await oneStop.AnApprovedMenu();
        await oneStop.PutUpMenu(id);
        oneStop.Line.Orders.Give(new(LineCall.MenuDefault, Trouble.ServerErrorAfter));
        await Assert.ThrowsAsync<RuleException>(TakeDown);
        Assert.True(await TakeDown());
        Assert.Empty(oneStop.Line.Menus.All);
        Assert.Equal(MenuState.Down, (await oneStop.Menu(id)).State);
        Assert.True(await oneStop.PutUpMenu(id));
        Shows(id);

        async Task<bool> TakeDown() => await oneStop.At<RichMenuDesk, bool>(await oneStop.MenuManager(), desk => desk.TakeDown(id));
    }

    [Fact]
    public async Task Menus_of_others_are_left_alone_and_told_apart()
    {
        var foreign = oneStop.Line.Menus.Make(new() { ["name"] = "ほかの道具のメニュー" });
        oneStop.Line.Menus.Show(foreign);
        Assert.True((await AtLine()).IsForeign);
        await oneStop.PutUpMenu(await oneStop.AnApprovedMenu());
        Assert.NotNull(oneStop.Line.Menus.Find(foreign));
        oneStop.Line.Menus.Show(null);
        oneStop.Line.Menus.IsSetInConsole = true;
        Assert.True((await AtLine()) is { IsForeign: true, Edition: null });
        oneStop.Line.Orders.Give(new(LineCall.MenuDefault, Trouble.Dropped));
        Assert.False((await AtLine()).IsKnown);
    }

    private void Shows(Guid edition)
    {
        var menu = Assert.Single(oneStop.Line.Menus.All);
        Assert.Equal(menu.Id, oneStop.Line.Menus.Default?.Id);
        Assert.Equal(MenuObject.NameOf(edition), menu.Body["name"]!.GetValue<string>());
        Assert.NotNull(menu.Picture);
    }

    private async Task<MenuAtLine> AtLine() => await oneStop.At<RichMenuDesk, MenuAtLine>(await oneStop.MenuManager(), desk => desk.AtLine());
}
