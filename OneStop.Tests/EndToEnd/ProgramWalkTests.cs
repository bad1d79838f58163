using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>仕様書 7(2)②: a program in the browser, from the file to the approval by a second person, who sits at another computer.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ProgramWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_program_is_begun_from_the_file_and_saves_what_is_typed()
    {
        var (_, _, client) = await oneStop.Planning();
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("planner", $"/clients/{client}");
        await page.GetByRole(AriaRole.Link, new() { Name = "プログラムを始める" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "ひとり親家庭支援センター" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "始める", Exact = true }).ClickAsync();

        await Expect(page.GetByText("答えだけで断ることはありません")).ToBeVisibleAsync(); // another office leads: 相談へ, and not the end
        await Expect(page.GetByText("記録から: planner さん").First).ToBeVisibleAsync();
        var life = page.GetByLabel("生活の状況");
        await life.FillAsync("小学2年の子と2人で暮らす");
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "聞き取りの言葉" }).GetByText("保存しました")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ひな形から加える" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "在宅で働く" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^選んだ8件を加える") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "パソコン講座・在宅就業の講習" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "行を加える" }).ClickAsync();
        await Expect(page.GetByLabel("何のお金")).ToHaveCountAsync(1);
        await page.AssertAccessible("a program that is written");
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('form:not(:has([type=submit])) :is(textarea, select, input:not([type=checkbox], [type=radio], [type=file]))')]
              .filter(box => !box.id.startsWith(box.form.id)).map(box => box.outerHTML)
            """)); // by its id the tab keeps what is typed in a box while the server is away
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^元に戻す") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "パソコン講座・在宅就業の講習" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "中期の目標を加える" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "中期の目標" }).GetByLabel("本人の言葉")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "目次" }).GetByRole(AriaRole.Link, new() { Name = "支援の内容" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "支援の内容", Exact = true })).ToBeFocusedAsync(); // the keyboard goes on from there

        await page.ReloadAsync();
        await Expect(life).ToHaveValueAsync("小学2年の子と2人で暮らす");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Menu()).ToBeHiddenAsync(); // on paper the page alone, and the whole of it
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollHeight > 2 * innerHeight"));
    }

    /// <summary>Nothing that somebody writes vanishes under their hands without a word.</summary>
    [Fact]
    public async Task What_one_types_stays_when_a_colleague_removes_its_part_or_asks_for_the_approval()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("planner-second", $"/programs/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "この版に書く" }).ClickAsync(); // one stray key would take the approval from who only looks
        var goal = page.GetByRole(AriaRole.Form, new() { Name = "長期の目標" });
        await goal.GetByLabel("いつまでに", new() { Exact = true }).FillAsync("来年の春"); // cannot be read, so it cannot be saved
        await goal.GetByLabel("目標", new() { Exact = true }).FillAsync("正社員として長く働く");
        await goal.GetByLabel("目標", new() { Exact = true }).PressAsync("Tab");
        await Expect(goal.GetByText("まだ保存していません")).ToHaveCountAsync(2); // seen, and read out
        var plan = (await oneStop.Program(planner, id)).Newest!;
        await oneStop.At<ProgramDesk, Guid>(planner, d => d.Comment(id, new(ProgramSection.Goals, plan.Goals[0].Id), "2年で届きますか"));
        await oneStop.At<ProgramDesk>(planner, d => d.Remove(id, [plan.Goals[0].Id]));
        await Expect(page.GetByText("ほかの人が消しました")).ToBeVisibleAsync();
        await oneStop.At<ProgramDesk>(planner, d => d.Add(id, ProgramParts.None with { Goals = [new(plan.Goals[0], 0)] })); // and thinks better of it
        await Expect(page.GetByText("ほかの人が消しました")).ToHaveCountAsync(0);
        await Expect(goal.GetByLabel("目標", new() { Exact = true })).ToHaveValueAsync("正社員として長く働く");
        await oneStop.At<ProgramDesk>(planner, d => d.Remove(id, [plan.Goals[0].Id]));
        await Expect(page.GetByText("ほかの人が消しました")).ToBeVisibleAsync();
        await page.AssertAccessible("a part that a colleague removed while it was written");
        await page.GetByRole(AriaRole.Button, new() { Name = "対応ずみにする: 2年で届きますか" }).ClickAsync(); // its place is gone
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^対応していないコメント") })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "書いた言葉で戻す" }).ClickAsync();
        await Expect(goal.GetByLabel("目標", new() { Exact = true })).ToHaveValueAsync("正社員として長く働く");

        await goal.GetByLabel("いつまでに", new() { Exact = true }).FillAsync("2029/03/31");
        await goal.GetByLabel("いつまでに", new() { Exact = true }).PressAsync("Tab");
        await Expect(goal.GetByText("保存しました")).ToBeVisibleAsync();
        var item = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "簿記の講座" });
        await item.GetByLabel("おわり", new() { Exact = true }).FillAsync("夏");
        await item.GetByRole(AriaRole.Button, new() { Name = "たたむ: 簿記の講座" }).ClickAsync();
        await Expect(item.GetByText("まだ保存していません")).ToHaveCountAsync(2); // folded, nobody would see it any more
        await TestOneStop.Until(() => oneStop.Read(db => db.FormDrafts.AnyAsync(d => d.Key.StartsWith("program-item:"))), "the draft");
        await page.ReloadAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "書きかけを捨てる" }).ClickAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "たたむ: 簿記の講座" }).ClickAsync();
        await Expect(item.GetByRole(AriaRole.Button, new() { Name = "開く: 簿記の講座" })).ToBeVisibleAsync();
        await goal.GetByLabel("いつまでに", new() { Exact = true }).FillAsync("夏ごろ");
        await goal.GetByLabel("いつまでに", new() { Exact = true }).PressAsync("Tab");
        await Expect(goal.GetByText("まだ保存していません")).ToHaveCountAsync(2);
        var now = await oneStop.Program(planner, id);
        await oneStop.At<ProgramDesk>(planner, d => d.Ask(id, now.Newest!.Digest, ""));
        await Expect(page.GetByText("あなたの書きかけ（長期の目標）は、まだ入っていません")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_second_person_comments_sends_back_and_approves_at_another_computer()
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var (writes, reviews) = (await browser.Open(oneStop.Address), await browser.Open(oneStop.Address));
        await writes.SignIn("planner", $"/programs/{id}");
        await reviews.SignIn("planner-second", $"/programs/{id}");
        var way = writes.GetByRole(AriaRole.Region, new() { Name = "この版を進める" });
        await way.GetByRole(AriaRole.Button, new() { Name = "確認を依頼する" }).ClickAsync();
        await Expect(way.GetByText("書いた人・依頼した人は承認できません")).ToBeVisibleAsync();

        var review = reviews.GetByRole(AriaRole.Region, new() { Name = "この版を進める" });
        await Expect(review.GetByRole(AriaRole.Button, new() { Name = "承認する" })).ToBeVisibleAsync(); // it came by itself
        await reviews.AssertAccessible("a program to be approved");
        await reviews.GetByRole(AriaRole.Button, new() { Name = "コメントを書く: 長期の目標" }).ClickAsync();
        await reviews.GetByLabel("コメント（必須）").FillAsync("2年で届きますか");
        await reviews.GetByRole(AriaRole.Form, new() { Name = "コメントを書く" }).GetByRole(AriaRole.Button, new() { Name = "コメントを書く" }).ClickAsync();
        await review.GetByLabel("差し戻す理由（必須）").FillAsync("期限を見直してください");
        await review.GetByRole(AriaRole.Button, new() { Name = "差し戻す" }).ClickAsync();

        await Expect(writes.GetByText("期限を見直してください")).ToBeVisibleAsync();
        await Expect(writes.GetByText("2年で届きますか").First).ToBeVisibleAsync();
        var goal = writes.GetByRole(AriaRole.Form, new() { Name = "長期の目標" });
        await goal.GetByLabel("いつまでに", new() { Exact = true }).FillAsync("来年の春");
        await way.GetByRole(AriaRole.Button, new() { Name = "確認を依頼する" }).ClickAsync();
        await Expect(way.GetByText("「長期の目標」に、まだ保存していないところがあります")).ToBeVisibleAsync(); // the request would close the form over it
        await goal.GetByLabel("いつまでに", new() { Exact = true }).FillAsync("2029/03/31");
        await goal.GetByLabel("いつまでに", new() { Exact = true }).PressAsync("Tab"); // a date is read when its field is left
        await Expect(goal.GetByText("保存しました")).ToBeVisibleAsync();
        await way.GetByRole(AriaRole.Button, new() { Name = "確認を依頼する" }).ClickAsync();
        await review.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await Expect(way.GetByText("本人に内容を確かめてもらいます")).ToBeVisibleAsync();
        Assert.Equal(ProgramState.WithClient, (await oneStop.Program(planner, id)).Row.State);
        Assert.Equal(new(2029, 3, 31), (await oneStop.Program(planner, id)).Newest!.Goals.First(g => g.Term == GoalTerm.LongTerm).Until);
    }
}
