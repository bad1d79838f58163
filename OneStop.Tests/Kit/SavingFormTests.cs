using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OneStop.Domain.Staff;
using OneStop.Portal.Shared;
using OneStop.Portal.Shared.Forms;
using OneStop.Tests.House;

namespace OneStop.Tests.Kit;

/// <summary>A form that saves itself: what is saved when, what waits for the person, and what is never lost.</summary>
public sealed class SavingFormTests : BunitContext, IAsyncLifetime
{
    private readonly TestOneStop oneStop = new() { Registers = SamplePage.Register };
    private StaffMember member = null!;

    private SampleDesk Desk => oneStop.Services.GetRequiredService<SampleDesk>();

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.AMember("typing", Duty.Planner);
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock);
        Services.AddMudServices().AddScoped<UndoToasts>();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task What_was_typed_is_saved_when_typing_pauses_and_each_save_begins_at_the_last()
    {
        var page = Open();
        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.Equal("", State(page));
        Type(page, "Aim", "事務の正社員になる");
        Assert.Equal("まだ保存していません", State(page));
        await Pause(page);
        Assert.Equal("保存しました", State(page));
        Type(page, "Way", "簿記を学ぶ");
        await Pause(page);
        Assert.Equal(("事務の正社員になる", "簿記を学ぶ"), (Desk.Now.Aim, Desk.Now.Way));
        Assert.Equal(["求人を見る", "簿記を学ぶ"], Desk.Saved.Select(e => e.Wish.Way));
        Assert.Equal(Desk.Saved[0].Wish, Desk.Saved[1].Was);
        Assert.Equal(Desk.Saved.Reverse(), page.Instance.Undoes); // for undoing
        Assert.False(await HasDraft());
        await Pause(page);
        Assert.Equal(2, Desk.Saved.Count); // nothing new, nothing saved
    }

    [Fact]
    public async Task What_is_typed_while_a_save_is_on_its_way_is_saved_after_it()
    {
        var page = Open();
        var answer = new TaskCompletionSource();
        Desk.Waits = answer.Task;
        Type(page, "Aim", "一");
        var saving = Pause(page);
        Assert.Equal("保存しています…", State(page));
        Type(page, "Aim", "一と二");
        var later = Pause(page);
        answer.SetResult();
        await Task.WhenAll(saving, later);
        Assert.Equal(["一", "一と二"], Desk.Saved.Select(e => e.Wish.Aim));
        Assert.Equal("一", Desk.Saved[1].Was.Aim);
        Assert.Equal("保存しました", State(page));
    }

    [Fact]
    public async Task What_is_still_being_typed_when_a_save_ends_waits_for_its_own_pause()
    {
        var page = Open();
        var answer = new TaskCompletionSource();
        Desk.Waits = answer.Task;
        Type(page, "Aim", "一");
        var saving = Pause(page);
        Type(page, "Aim", "一と");
        answer.SetResult();
        await saving;
        Assert.Equal(["一"], Desk.Saved.Select(e => e.Wish.Aim));
        Assert.Equal("一と", page.Find("#sample-Aim").GetAttribute("value")); // what was saved comes back from the page and changes nothing
        Assert.Equal("まだ保存していません", State(page));
        Assert.True(await HasDraft());
        await Pause(page);
        Assert.Equal("一と", Desk.Now.Aim);
        Assert.False(await HasDraft());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_kept_as_a_draft_and_saved_once_it_is_right()
    {
        var page = Open();
        Type(page, "Aim", "");
        await Pause(page);
        Assert.Contains("「目標」を入力してください。", page.Find("#sample-Aim-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal("まだ保存していません（「目標」を確かめてください）", State(page));
        Assert.DoesNotContain(JSInterop.Invocations, call => call.Identifier == "focusFault");
        Assert.True(await HasDraft());
        Assert.Empty(Desk.Saved);

        Type(page, "Aim", "資格を取る");
        Type(page, "Way", "だめ");
        await Pause(page);
        Assert.Contains("この進め方は選べません。", page.Find("#sample-Way-fault").TextContent, StringComparison.Ordinal);
        Assert.True(await HasDraft());
        Type(page, "Way", "通信の講座");
        await Pause(page);
        Assert.Equal(("資格を取る", "通信の講座"), (Desk.Now.Aim, Desk.Now.Way));
        Assert.False(await HasDraft());
    }

    [Fact]
    public async Task What_a_colleague_changed_in_another_field_is_merged()
    {
        var page = Open();
        Type(page, "Aim", "わたしの目標");
        await Colleague(now => now with { Way = "同僚の進め方" });
        Assert.DoesNotContain("ほかの人", page.Markup, StringComparison.Ordinal);
        await Pause(page);
        Assert.Equal(("わたしの目標", "同僚の進め方"), (Desk.Now.Aim, Desk.Now.Way));
        Assert.Equal("同僚の進め方", page.Find("#sample-Way").GetAttribute("value"));
        Assert.Equal("保存しました", State(page));
    }

    [Fact]
    public async Task A_colleague_who_saves_just_before_is_found_by_the_desk_and_merged()
    {
        var page = Open();
        var answer = new TaskCompletionSource();
        Type(page, "Aim", "わたしの目標");
        Desk.Waits = answer.Task;
        var saving = Pause(page);
        Desk.Waits = Task.CompletedTask;
        await Colleague(now => now with { Way = "同僚の進め方" });
        answer.SetResult();
        await saving;
        Assert.Equal(("わたしの目標", "同僚の進め方"), (Desk.Now.Aim, Desk.Now.Way));
    }

    [Fact]
    public async Task A_field_that_both_changed_waits_for_the_person_without_a_dialog_and_is_kept()
    {
        var page = Open();
        Type(page, "Aim", "わたしの目標");
        Type(page, "Way", "わたしの進め方");
        await Colleague(now => now with { Way = "同僚の進め方" });
        await Pause(page);
        Assert.Equal("正社員になる", Desk.Now.Aim);
        Assert.Contains("書いている間に、ほかの人が", page.Find(".form-news").TextContent, StringComparison.Ordinal);
        Assert.Equal("まだ保存していません", State(page));
        Assert.Equal("わたしの進め方", page.Find("#sample-Way").GetAttribute("value"));
        Assert.True(await HasDraft());
        Assert.Empty(page.FindComponents<MudDialogContainer>());

        await DisposeComponentsAsync(); // and comes back in another window
        page = Open();
        page.WaitForAssertion(() => Assert.Equal("わたしの進め方", page.Find("#sample-Way").GetAttribute("value")));
        Assert.Contains("どちらにするかを選ぶ", page.Find(".form-news button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_s_own_save_whose_answer_was_lost_is_no_colleague_s()
    {
        var page = Open();
        Desk.LosesAnswer = true;
        Type(page, "Aim", "届いた目標");
        await Pause(page);
        Assert.Contains("いまは保存できたかどうか分かりません", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Type(page, "Aim", "届いた目標の続き");
        await Pause(page);
        Assert.Empty(page.FindAll(".form-news"));
        Assert.Equal("届いた目標の続き", Desk.Now.Aim);
    }

    [Fact]
    public async Task The_space_after_a_word_and_a_new_empty_row_stay_while_the_desk_leaves_them_out()
    {
        var page = Open();
        Type(page, "Aim", "word ");
        await Pause(page);
        Assert.Equal("word", Desk.Now.Aim);
        Assert.Equal("word ", page.Find("#sample-Aim").GetAttribute("value"));
        Assert.Equal("保存しました", State(page));
        Type(page, "Aim", "word for word");
        await Pause(page);
        Assert.Equal("word for word", Desk.Now.Aim);
        var form = page.FindComponent<Form<SampleWish>>().Instance;
        await page.InvokeAsync(() => form.Fill(form.Mine with { Steps = ["一歩目", ""] }));
        await Pause(page);
        Assert.Equal(["一歩目", ""], form.Mine.Steps);
        await page.InvokeAsync(() => form.Fill(form.Mine with { Steps = ["一歩目", "二歩目"] }));
        await Pause(page);
        Assert.Equal(["一歩目", "二歩目"], Desk.Now.Steps);
    }

    [Fact]
    public async Task What_is_undone_outside_is_shown()
    {
        var page = Open();
        Type(page, "Aim", "取り消す目標");
        await Pause(page);
        await Desk.Save(page.Instance.Undoes.Peek().Reversed);
        page.WaitForAssertion(() => Assert.Equal("正社員になる", page.Find("#sample-Aim").GetAttribute("value")));
        Type(page, "Way", "その後の進め方");
        await Pause(page);
        Assert.Equal(("正社員になる", "その後の進め方"), (Desk.Now.Aim, Desk.Now.Way));
    }

    [Fact]
    public async Task Leaving_saves_first_and_warns_of_what_cannot_be_saved_only()
    {
        var page = Open();
        var nav = Services.GetRequiredService<NavigationManager>();
        Type(page, "Aim", "離れる前の目標");
        await page.InvokeAsync(() => nav.NavigateTo("/clients"));
        page.WaitForAssertion(() => Assert.EndsWith("/clients", nav.Uri, StringComparison.Ordinal));
        Assert.Equal("離れる前の目標", Desk.Now.Aim);

        Type(page, "Aim", "");
        await page.InvokeAsync(() => nav.NavigateTo("/bookings"));
        Assert.EndsWith("/clients", nav.Uri, StringComparison.Ordinal);
        Assert.Equal("離れる前の目標", Desk.Now.Aim);
    }

    [Fact]
    public async Task What_was_typed_when_the_tab_was_closed_is_there_again()
    {
        var page = Open();
        Type(page, "Aim", "閉じる前の");
        await DisposeComponentsAsync();
        Assert.Empty(Desk.Saved);
        page = Open();
        page.WaitForAssertion(() => Assert.Equal("閉じる前の", page.Find("#sample-Aim").GetAttribute("value")));
        Assert.Equal("まだ保存していません", State(page));
        await Pause(page);
        Assert.Equal("閉じる前の", Desk.Now.Aim);
        Assert.False(await HasDraft());
    }

    private IRenderedComponent<SamplePage> Open() => Render<SamplePage>();

    private static void Type(IRenderedComponent<SamplePage> page, string field, string text) => page.Find($"#sample-{field}").Input(text);

    private static Task<bool> Pause(IRenderedComponent<SamplePage> page)
    {
        var form = page.FindComponent<Form<SampleWish>>().Instance;
        return page.InvokeAsync(form.Paused);
    }

    private static string State(IRenderedComponent<SamplePage> page) => page.Find(".form-said").TextContent;

    private async Task Colleague(Func<SampleWish, SampleWish> change) => await Desk.Save(new(Desk.Now, change(Desk.Now)));

    private Task<bool> HasDraft() => oneStop.Read(db => db.FormDrafts.AnyAsync(d => d.StaffId == member.Id));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await oneStop.DisposeAsync();
    }
}
