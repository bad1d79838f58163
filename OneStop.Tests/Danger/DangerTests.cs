using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Danger;

/// <summary>命にかかわることばには、何時でもすぐに返事をする: the answer to a word of danger, and the settings that managers keep for it.</summary>
public sealed partial class DangerTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Each_word_of_danger_is_answered_at_once_by_a_card_whose_face_says_nothing()
    {
        var friend = await oneStop.AFriend();
        foreach (var (said, text) in new[] { (1, "死にたい"), (2, "死にたいです"), (3, "殴られた") })
        {
            await oneStop.Type(friend, text);
            var cards = oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine && b.Message["altText"]?.GetValue<string>() == "お返事があります").ToList();
            Assert.Equal(said, cards.Count);
            Assert.DoesNotMatch(SaysWhatItIsAbout, cards[^1].Message.ToJsonString());
            Assert.Equal("お返事を見る", Assert.Single(Thumb.Buttons(cards[^1].Message))["label"]!.GetValue<string>());
        }
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "メッセージを受け取りました"));
        await oneStop.Type(friend, "求人のことを聞きたいです");
        oneStop.AssertSays(friend, "メッセージを受け取りました"); // the next question gets its receipt
    }

    [Theory]
    [InlineData("2026-10-06T03:00")] // at night
    [InlineData("2026-12-31T12:00")] // while the office is closed
    public async Task It_is_answered_at_any_hour(string at)
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        own.Clock.SetUtcNow(TestOneStop.Japan(at));
        var friend = await own.AFriend();
        await own.Type(friend, "もう消えたい");
        Assert.Equal("お返事があります", own.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message["altText"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_comes_before_the_dialogue_of_a_booking()
    {
        var friend = await oneStop.OnTheWay("10月8日(木)", "10:00");
        await oneStop.Type(friend, "死にたい");
        Assert.Equal("お返事があります", oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message["altText"]!.GetValue<string>());
        await oneStop.Tap(friend, "予約する"); // the earlier card is still valid
        oneStop.AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task The_talk_stands_above_all_others_until_somebody_lowers_the_flag()
    {
        await using var own = new TestOneStop(); // no other conversation is in danger there
        await own.InitializeAsync();
        var member = await own.AMember("aoba", Duty.Counselor);
        var earlier = await own.AsksSomething("先に待っています");
        own.Clock.Advance(TimeSpan.FromMinutes(5));
        var friend = await own.AFriend();
        await own.Type(friend, "殺される");
        var id = await own.ConversationOf(friend);
        Assert.Equal(id, (await First(own, member)).Id);
        Assert.True((await First(own, member)).IsInDanger);

        await own.At<AnswerDesk>(member, d => d.Answer(id, "お話を聞かせてください"));
        Assert.Equal(id, (await First(own, member)).Id); // an answer does not end the danger
        var since = (await own.At<ConversationDesk, ConversationView?>(member, d => d.Open(id)))!.DangerAt!.Value;
        await own.At<DangerDesk>(member, d => d.Lower(id, since));
        Assert.NotEqual(id, (await First(own, member)).Id);
        await own.At<DangerDesk>(member, d => d.RaiseAgain(id, since));
        Assert.Equal(id, (await First(own, member)).Id);
        Assert.NotEqual(earlier, id);
    }

    [Fact]
    public async Task The_bell_rings_for_everybody_and_again_at_each_word()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Planner));
        using var here = oneStop.Services.GetRequiredService<StaffPresence>().Enter(two.Id);
        var friend = await oneStop.AFriend();
        await oneStop.Type(friend, "こんにちは");
        var id = await oneStop.ConversationOf(friend);
        await oneStop.At<ConversationDesk>(one, d => d.Assign(id, two.Id, null));
        await oneStop.As(one, async desk =>
        {
            var bell = desk.GetRequiredService<DeskBell>();
            await bell.Look();
            Assert.DoesNotContain(id, bell.Ringing); // assigned to another member who is present
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            await oneStop.Type(friend, "しにたい");
            await bell.Look();
            Assert.Contains(id, bell.Ringing);
            Assert.True(bell.RingsForDanger);
            bell.Mute();
            await bell.Look();
            Assert.DoesNotContain(id, bell.Ringing);
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            await oneStop.Type(friend, "しにたい");
            await bell.Look();
            Assert.Contains(id, bell.Ringing);
        });
    }

    [Fact]
    public async Task The_manager_keeps_the_words()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        await oneStop.At<DangerDesk>(manager, d => d.AddWord(new("オワリニスル", DangerAbout.Life, "10月の会話")));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<DangerDesk>(manager, d => d.AddWord(new("おわりにする", DangerAbout.Life, "同じことば"))));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<DangerDesk>(manager, d => d.AddWord(new("自殺", DangerAbout.Life, "初期のことば"))));
        foreach (var tooShort in (string[])["死", "I", " x ", "死。"])
            await Assert.ThrowsAsync<RuleException>(() => oneStop.At<DangerDesk>(manager, d => d.AddWord(new(tooShort, DangerAbout.Life, "短い"))));
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        var watch = scope.ServiceProvider.GetRequiredService<DangerWatch>();
        Assert.True(await watch.Finds(["もうおわりにする"]));
        Assert.True(await watch.Finds(["モラハラかもしれない"]));

        await oneStop.At<DangerDesk>(manager, d => d.TurnWord("モラハラ", on: false));
        Assert.False(await watch.Finds(["モラハラかもしれない"]));
        Assert.Contains((await View(manager)).Words, w => w is { Text: "モラハラ", IsOn: false, IsStandard: true, SetBy: "manager さん" });
        await oneStop.At<DangerDesk>(manager, d => d.TurnWord("モラハラ", on: true));
        Assert.True(await watch.Finds(["モラハラかもしれない"]));
    }

    [Fact]
    public async Task A_number_is_hidden_until_a_manager_has_checked_it_and_again_when_it_was_corrected()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        Assert.True(await Lacks(manager));
        Assert.Equal(["110", "119", "189", "#8008"], await Shown());
        var wish = new NumberWish("０１２０ー０００ー０００", "いのちの窓口", "毎日 16時から21時", DangerAbout.Life, "窓口のページ");
        var id = await oneStop.At<DangerDesk, Guid>(manager, d => d.EnterNumber(wish));
        Assert.True(await Lacks(manager));
        Assert.DoesNotContain("0120-000-000", await Page());
        var stands = wish with { Number = "0120-000-000" };

        await oneStop.At<DangerDesk>(manager, d => d.CheckNumber(id, stands));
        Assert.False(await Lacks(manager));
        Assert.Contains("0120-000-000", await Page());
        Assert.Contains((await View(manager)).Numbers, n => n is { CheckedBy: "manager さん", CheckedAt: not null });

        await oneStop.At<DangerDesk>(manager, d => d.RewriteNumber(id, new(stands, wish with { Number = "0120-000-001" })));
        Assert.True(await Lacks(manager));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<DangerDesk>(manager, d => d.CheckNumber(id, stands))); // the number has changed
        stands = stands with { Number = "0120-000-001" };
        foreach (var corrected in (NumberWish[])[stands with { Hours = "毎日 10時から12時" }, stands with { Name = "別の窓口" },
            stands with { About = DangerAbout.Violence }, stands with { Source = "別のページ" }])
        {
            await oneStop.At<DangerDesk>(manager, d => d.RewriteNumber(id, new(stands, corrected)));
            // the present values have not been checked
            await Assert.ThrowsAsync<RuleException>(() => oneStop.At<DangerDesk>(manager, d => d.CheckNumber(id, stands)));
            stands = corrected;
        }
        var late = await Assert.ThrowsAsync<ConflictException<NumberWish>>(() =>
            oneStop.At<DangerDesk>(manager, d => d.RewriteNumber(id, new(wish, wish with { Hours = "毎日 24時間" }))));
        Assert.Equal(stands, late.Theirs); // the form was opened before the corrections
        await oneStop.At<DangerDesk>(manager, d => d.CheckNumber(id, stands));
        await oneStop.At<DangerDesk>(manager, d => d.RetireNumber(id, true));
        Assert.True(await Lacks(manager));
        Assert.Equal(["110", "119", "189", "#8008"], await Shown());
    }

    [Theory]
    [InlineData("電話してください")]
    [InlineData("0120-")]
    [InlineData("<script>")]
    [InlineData("0120-000-000\uFFFE")]
    public void What_cannot_be_dialled_is_no_number(string number) =>
        Assert.Throws<RuleException>(() =>
            EmergencyNumber.Enter(new(number, "n", "h", DangerAbout.Life, "s"), Guid.Empty, TestOneStop.Japan("2026-10-05T09:00")));

    [Fact]
    public async Task The_page_behind_the_card_has_a_neutral_address_and_is_kept_by_no_browser()
    {
        using var http = oneStop.Http();
        var answer = await http.GetAsync("/reply");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<title>お返事</title>", page);
        foreach (var number in (string[])["tel:110", "tel:119", "tel:189", "tel:%238008", "/guide"])
            Assert.Contains(number, page);
        Assert.Contains("tel:110", await http.GetStringAsync("/guide"));
    }

    [Theory]
    [InlineData("/reply")]
    [InlineData("/guide")]
    public async Task Where_the_database_fails_the_numbers_of_the_whole_country_are_shown_all_the_same(string page)
    {
        using var http = oneStop.Http();
        await using var broken = await oneStop.Without("EmergencyNumbers");
        var shown = await http.GetStringAsync(page);
        foreach (var number in (string[])["tel:110", "tel:119", "tel:189", "tel:%238008"])
            Assert.Contains(number, shown);
    }

    [GeneratedRegex("死|命|危|暴|殴|殺|虐|110|119|DV|相談|ひとり親")]
    private static partial Regex SaysWhatItIsAbout { get; }

    private static async Task<InboxRow> First(TestOneStop own, StaffMember member) =>
        (await own.At<InboxDesk, InboxView>(member, d => d.List(InboxList.NeedsAnswer))).Rows[0];

    private Task<DangerView> View(StaffMember manager) => oneStop.At<DangerDesk, DangerView>(manager, d => d.View());

    private Task<bool> Lacks(StaffMember manager) => oneStop.At<DangerDesk, bool>(manager, d => d.LacksLifeNumber());

    private async Task<IEnumerable<string>> Shown() =>
        (await oneStop.At<DangerDesk, IReadOnlyList<HelpNumber>>(await oneStop.AMember("manager", Duty.Manager), d => d.Numbers())).Select(n => n.Number);

    private async Task<string> Page()
    {
        using var http = oneStop.Http();
        return await http.GetStringAsync("/reply");
    }
}
