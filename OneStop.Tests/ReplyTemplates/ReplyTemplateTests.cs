using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.ReplyTemplates;

/// <summary>Templates: their owners, their former texts, and how often they are used.</summary>
public sealed class ReplyTemplateTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Everybody_uses_the_shared_ones_and_only_the_manager_words_them()
    {
        var (manager, counselor) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AMember("counselor", Duty.Counselor));
        var shared = await Share(manager, "共有のあいさつ", "はじめまして。");
        Assert.Contains(await List(counselor), r => r.Id == shared && r.IsShared);
        Assert.False((await Open(counselor, shared))!.MayChange);

        await Assert.ThrowsAsync<NotAllowedException>(() => Share(counselor, "勝手な共有", "本文"));
        var stands = new TemplateWish(true, "案内", "共有のあいさつ", "", "はじめまして。");
        await Refused(counselor, d => d.SaveMine(shared, new(stands, stands with { IsShared = false, Body = "勝手な文" }))); // nor by making it one's own
        await Refused(counselor, d => d.Retire(shared));
        await Refused(counselor, d => d.Return(shared, 1));
        Assert.Equal("はじめまして。", (await Open(manager, shared))!.Body);
    }

    [Fact]
    public async Task Ones_own_are_ones_own_even_for_the_manager()
    {
        var (manager, counselor) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AMember("counselor", Duty.Counselor));
        var mine = await Keep(counselor, "わたしの文", "本文");
        Assert.Contains(await List(counselor), r => r.Id == mine && !r.IsShared);
        Assert.DoesNotContain(await List(manager), r => r.Id == mine);
        Assert.Null(await Open(manager, mine));
        await Assert.ThrowsAsync<InvalidOperationException>(() => At(manager, d => d.Retire(mine)));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            At(manager, d => d.SaveShared(mine, new(TemplateWish.None, new(true, "案内", "とる", "", "とった文")))));
    }

    [Fact]
    public async Task The_manager_gives_one_of_her_own_to_everybody()
    {
        var (manager, counselor) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AMember("counselor", Duty.Counselor));
        var template = await Keep(manager, "ためしの文", "本文");
        await At(manager, d => d.SaveShared(template, new(new(false, "自分用", "ためしの文", "", "本文"), new(true, "案内", "ためしの文", "", "本文"))));
        Assert.Contains(await List(counselor), r => r.Id == template && r is { IsShared: true, FolderName: "案内" });
        Assert.Single((await Open(counselor, template))!.History); // the text is the same
    }

    [Fact]
    public async Task Every_wording_is_kept_and_can_be_brought_back()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        var other = await oneStop.AMember("other-manager", Duty.Manager);
        var template = await Share(manager, "制度の案内", "一つめ");
        await At(other, d => d.SaveShared(template, new(new(true, "案内", "制度の案内", "", "一つめ"), new(true, "案内", "制度の案内（新）", "せいど", "二つめ"))));
        await At(manager, d => d.Return(template, 1));

        var view = (await Open(manager, template))!;
        Assert.Equal(("制度の案内", "一つめ", 3), (view.Title, view.Body, view.Edition));
        Assert.Equal([(3, "一つめ", manager.Name), (2, "二つめ", other.Name), (1, "一つめ", manager.Name)], view.History.Select(h => (h.Edition, h.Body, h.StaffName)));
    }

    [Fact]
    public async Task What_a_colleague_wrote_meanwhile_is_not_overwritten_unseen()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        var template = await Share(manager, "同時の編集", "一つめ");
        var seen = new TemplateWish(true, "案内", "同時の編集", "", "一つめ");
        await At(manager, d => d.SaveShared(template, new(seen, seen with { Body = "先の文" })));
        var late = await Assert.ThrowsAsync<ConflictException<TemplateWish>>(() =>
            At(manager, d => d.SaveShared(template, new(seen, seen with { Body = "後の文" }))));
        Assert.Equal("先の文", late.Theirs.Body);
        Assert.Equal("先の文", (await Open(manager, template))!.Body);
    }

    [Fact]
    public async Task A_retired_one_is_offered_no_more_until_it_is_brought_back()
    {
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        var template = await Keep(counselor, "もう使わない", "本文");
        await At(counselor, d => d.Retire(template));
        Assert.DoesNotContain(await List(counselor), r => r.Id == template);
        Assert.Contains(await List(counselor, isRetired: true), r => r.Id == template);
        await Assert.ThrowsAsync<RuleException>(() => Fill(counselor, template, conversation));

        await At(counselor, d => d.BringBack(template));
        Assert.Contains(await List(counselor), r => r.Id == template);
        Assert.Equal("本文", (await Fill(counselor, template, conversation)).Text);
    }

    [Fact]
    public async Task It_is_filled_in_for_the_conversation_and_asks_for_the_rest()
    {
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        var alias = (await oneStop.As(counselor, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!.Alias;
        var template = await Keep(counselor, "予約の確認", "{{相談者}}さん、{{?日時}}にお待ちしています。{{担当者}}");
        var filled = await Fill(counselor, template, conversation);
        Assert.Equal($"{alias}さん、{{{{?日時}}}}にお待ちしています。{StaffMember.FamilyNameOf(counselor.Name)}", filled.Text);
        Assert.Equal(["日時"], filled.Blanks);
    }

    [Fact]
    public async Task Uses_are_counted_for_all_and_for_me()
    {
        var (one, two) = (await oneStop.AMember("counselor", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var template = await Share(await oneStop.AMember("manager", Duty.Manager), "数える", "本文");
        await At(one, d => d.CountUse(template));
        await At(one, d => d.CountUse(template));
        await At(two, d => d.CountUse(template));
        Assert.Equal((3, 2), Uses((await List(one)).Single(r => r.Id == template)));
        Assert.Equal((3, 1), Uses((await List(two)).Single(r => r.Id == template)));

        static (int, int) Uses(TemplateRow row) => (row.Uses, row.MyUses);
    }

    [Fact]
    public async Task Folders_are_renamed_and_ordered_by_whom_they_belong_to()
    {
        var (manager, counselor) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AMember("folders", Duty.Counselor));
        await Share(manager, "一つ", "本文", "一の棚");
        await Share(manager, "二つ", "本文", "二の棚");
        var second = (await Folders(counselor, d => d.List())).Single(f => f.Name == "二の棚");
        await Assert.ThrowsAsync<RuleException>(() => Folders(counselor, d => d.MoveUp(second.Id)));
        await Assert.ThrowsAsync<RuleException>(() => Folders(counselor, d => d.Rename(second.Id, new(new("二の棚"), new("わたしの棚")))));

        await Folders(manager, d => d.MoveUp(second.Id));
        var order = (await Folders(counselor, d => d.List())).Select(f => f.Name).ToList();
        Assert.True(order.IndexOf("二の棚") < order.IndexOf("一の棚"));
        await Assert.ThrowsAsync<RuleException>(() => Folders(manager, d => d.Rename(second.Id, new(new("二の棚"), new("一の棚"))))); // the name is taken
        await Folders(manager, d => d.Rename(second.Id, new(new("二の棚"), new("三の棚"))));
        var late = await Assert.ThrowsAsync<ConflictException<NameWish>>(() => Folders(manager, d => d.Rename(second.Id, new(new("二の棚"), new("四の棚")))));
        Assert.Equal("三の棚", late.Theirs.Name); // a colleague's change is not overwritten unseen
        Assert.Contains(await List(counselor), r => r is { Title: "二つ", FolderName: "三の棚" });
        await Keep(counselor, "わたしの", "本文", "一の棚"); // the same name, but a folder of one's own
        Assert.Equal(2, (await Folders(counselor, d => d.List())).Count(f => f.Name == "一の棚"));
    }

    [Theory]
    [InlineData("{{?日時}}にお待ちしています", "日時")]
    [InlineData("{{相談者}}さん", "相談者")]
    public async Task An_answer_with_something_left_to_fill_in_is_not_sent(string text, string blank)
    {
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        var refusal = await Assert.ThrowsAsync<RuleException>(() => oneStop.As(counselor, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, text)));
        Assert.Equal($"「{blank}」がまだ埋まっていません。書き入れるか消してから送ってください。", refusal.Message);
        Assert.False(await oneStop.Read(db => db.Messages.AnyAsync(m => m.ConversationId == conversation && m.By == Speaker.Staff)));
    }

    [Fact]
    public async Task The_trail_says_who_changed_what_but_not_the_words()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        var template = await Share(manager, "足あとの題", "足あとの本文");
        await At(manager, d => d.Retire(template));
        var values = await oneStop.Read(db => db.AuditEntries.Where(e => e.ActorId == manager.Id && e.SubjectId == template.ToString())
            .Join(db.AuditValues, e => e.Id, v => v.EntryId, (e, v) => new { v.Field, v.After }).ToListAsync());
        Assert.Contains(values, v => v is { Field: "Title", After: "足あとの題" });
        Assert.Contains(values, v => v.Field == "Retirement.StaffId" && v.After == manager.Id.ToString());
        Assert.DoesNotContain(values, v => v.After == "足あとの本文");
    }

    private Task<Guid> Share(StaffMember by, string title, string body, string folder = "案内") =>
        At(by, d => d.SaveShared(null, new(TemplateWish.None, new(true, folder, title, "", body))));

    private Task<Guid> Keep(StaffMember by, string title, string body, string folder = "自分用") =>
        At(by, d => d.SaveMine(null, new(TemplateWish.None, new(false, folder, title, "", body))));

    private Task<IReadOnlyList<TemplateRow>> List(StaffMember by, bool isRetired = false) => At(by, d => d.List(isRetired));

    private Task<FilledTemplate> Fill(StaffMember by, Guid template, Guid conversation) =>
        oneStop.At<TemplateFillingDesk, FilledTemplate>(by, d => d.Fill(template, conversation));

    private Task<TemplateView?> Open(StaffMember by, Guid template) => At(by, d => d.Open(template));

    private Task<T> At<T>(StaffMember by, Func<ReplyTemplateDesk, Task<T>> act) => oneStop.As(by, s => act(s.GetRequiredService<ReplyTemplateDesk>()));

    private Task At(StaffMember by, Func<ReplyTemplateDesk, Task> act) => oneStop.As(by, s => act(s.GetRequiredService<ReplyTemplateDesk>()));

    private Task<RuleException> Refused(StaffMember by, Func<ReplyTemplateDesk, Task> act) => Assert.ThrowsAsync<RuleException>(() => At(by, act));

    private Task<T> Folders<T>(StaffMember by, Func<TemplateFolderDesk, Task<T>> act) => oneStop.As(by, s => act(s.GetRequiredService<TemplateFolderDesk>()));

    private Task Folders(StaffMember by, Func<TemplateFolderDesk, Task> act) => oneStop.As(by, s => act(s.GetRequiredService<TemplateFolderDesk>()));
}
