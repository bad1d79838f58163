using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Cards;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.Partners.PartnerTests;

namespace OneStop.Tests.Partners;

/// <summary>The card of a partner on the telephone, which others may see.</summary>
public sealed partial class PartnerCardTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Secret = "みほん女性相談";

    [Fact]
    public async Task A_card_names_the_partner_inside_and_nothing_in_its_notification_and_rings_up()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        await Send(member, friend, await APartner(member, "みほん訓練校（架空）", PartnerKind.Training));
        var card = Last(friend);
        Assert.Equal("お知らせがあります", card["altText"]!.GetValue<string>());
        Assert.Contains("みほん訓練校（架空）", Thumb.Read(card), StringComparison.Ordinal);
        Assert.Contains(Thumb.Buttons(card), b => b["uri"]?.GetValue<string>() == "tel:092-000-0101");
        Assert.Contains(Thumb.Buttons(card), b => b["uri"]?.GetValue<string>() == "https://example.invalid/hinata");
    }

    [Theory]
    [InlineData(PartnerKind.Safety)]
    [InlineData(PartnerKind.LawAndDebts)]
    [InlineData(PartnerKind.Health)]
    public async Task A_partner_whose_name_tells_too_much_is_named_only_after_yes(PartnerKind kind)
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        await Send(member, friend, await APartner(member, $"{Secret}（{kind}）", kind));
        Assert.Equal("お知らせがあります", Last(friend)["altText"]!.GetValue<string>());
        Assert.Equal(["はい、見ます", "今はいいです"], oneStop.Labels(friend));
        await oneStop.Tap(friend, "はい、見ます");
        Assert.Equal(["ページで見る", "ここで見る", "今はいいです"], oneStop.Labels(friend));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Secret));
        await oneStop.Tap(friend, "ここで見る");
        oneStop.AssertSays(friend, $"{Secret}（{kind}）");
        Assert.DoesNotMatch(Subject(), Last(friend)["altText"]!.GetValue<string>());
    }

    [Fact]
    public async Task After_no_nothing_is_named_and_the_page_stays_closed()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        await Send(member, friend, await APartner(member, $"{Secret}（断る）", PartnerKind.Safety));
        await oneStop.Tap(friend, "はい、見ます");
        var page = PageOf(friend);
        Assert.Contains(Secret, await Open(page), StringComparison.Ordinal);
        await oneStop.Tap(friend, "今はいいです");
        oneStop.AssertSays(friend, "わかりました");
        Assert.DoesNotContain(Secret, await Open(page), StringComparison.Ordinal);
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Secret));
    }

    [Fact]
    public async Task The_page_has_neutral_address_and_title_is_kept_nowhere_and_opening_it_uses_nothing_up()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        await Send(member, friend, await APartner(member, $"{Secret}（ページ）", PartnerKind.Safety));
        await oneStop.Tap(friend, "はい、見ます");
        var page = PageOf(friend);
        Assert.Matches("^/p/[0-9a-f]{64}$", page.AbsolutePath);
        for (var i = 0; i < 3; i++)
            Assert.Contains(Secret, await Open(page), StringComparison.Ordinal);
        using var http = oneStop.Http();
        using var answer = await http.GetAsync(page);
        Assert.Equal(("no-store", "no-referrer"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("Referrer-Policy").Single()));
        Assert.Contains("<title>お知らせ</title>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await Open(new(page, $"/p/{new string('0', 64)}")), StringComparison.Ordinal);
        oneStop.Clock.Advance(PartnerCard.PageOpenFor);
        Assert.DoesNotContain(Secret, await Open(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_card_one_of_another_person_and_one_of_a_partner_that_closed_down_name_nobody()
    {
        var (member, friend, other) = (await Member(), await oneStop.AFriend(), await oneStop.AFriend("べつの人"));
        var partner = await APartner(member, $"{Secret}（古い）", PartnerKind.Safety);
        var sent = await Send(member, friend, partner);
        await oneStop.Press(other, new SaysToPartnerCard(sent.Id, IsYes: true).Data);
        oneStop.AssertSays(other, "このご案内は古くなりました");
        await oneStop.At<PartnerDesk>(member, d => d.Close(partner));
        await oneStop.Tap(friend, "はい、見ます");
        oneStop.AssertSays(friend, "このご案内は古くなりました");
        await oneStop.At<PartnerDesk>(member, d => d.Reopen(partner));
        oneStop.Clock.Advance(PartnerCard.AnswerableFor);
        await oneStop.Press(friend, new ShowsPartnerHere(sent.Id).Data);
        oneStop.AssertSays(friend, "このご案内は古くなりました");
    }

    [Fact]
    public async Task To_people_who_want_discretion_it_is_announced_and_shown_by_the_button_every_time()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        var partner = await APartner(member, "みほん控えめ訓練校（架空）", PartnerKind.Training);
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(talk, new(new(""), new("家族が見る"))));
        Assert.True((await oneStop.At<PartnerCardDesk, PartnerCardPreview>(member, d => d.Preview(talk, partner))).IsBehindButton);
        await Send(member, friend, partner);
        Assert.Equal(["お返事を見る"], oneStop.Labels(friend));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "控えめ訓練校"));
        for (var i = 0; i < 2; i++)
        {
            await oneStop.Tap(friend, "お返事を見る");
            oneStop.AssertSays(friend, "みほん控えめ訓練校（架空）");
            Assert.Contains("電話をかける", oneStop.Labels(friend));
        }
    }

    [Fact]
    public async Task A_partner_that_nobody_has_checked_is_sent_to_nobody()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        var partner = await oneStop.At<PartnerDesk, Guid>(member, d => d.Save(null, new(PartnerWish.None, Center with { Name = "未確認（架空）" })));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<PartnerCardDesk>(member, d => d.Preview(talk, partner)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<PartnerCardDesk>(member, d => d.Send(talk, partner)));
    }

    [Fact]
    public async Task The_preview_shows_both_cards_and_says_what_speaks_against_sending()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        var partner = await APartner(member, $"{Secret}（下見）", PartnerKind.Safety);
        var now = await oneStop.At<PartnerCardDesk, PartnerCardPreview>(member, d => d.Preview(talk, partner));
        Assert.Equal(("ご案内を送ってもよいですか？", $"{Secret}（下見）", 0), (now.Asks?.Title, now.Card.Title, now.Doubts.Count));
        var start = TimeOnly.FromDateTime(oneStop.Clock.GetUtcNow().InJapan.DateTime).AddMinutes(-5);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(new(null, null), new(start, start.AddHours(1)))));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("連絡不可の時間帯",
            Assert.Single((await oneStop.At<PartnerCardDesk, PartnerCardPreview>(member, d => d.Preview(talk, partner))).Doubts), StringComparison.Ordinal);
        oneStop.Clock.Advance(TimeSpan.FromDays(190) + TimeSpan.FromHours(2));
        Assert.Contains("確かめていません",
            Assert.Single((await oneStop.At<PartnerCardDesk, PartnerCardPreview>(member, d => d.Preview(talk, partner))).Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_within_the_hold_it_never_was_sent_and_stands_in_no_file()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        var partner = await APartner(member, "みほん取消（架空）", PartnerKind.Work);
        var sent = await oneStop.At<PartnerCardDesk, SentPartnerCard>(member, d => d.Send(talk, partner));
        Assert.Equal("窓口のカードを送りました: みほん取消（架空）", Assert.Single(await Entries(member, talk)).Title);
        await oneStop.At<AnswerDesk>(member, d => d.TakeBack(talk, sent.OutgoingId));
        Assert.Empty(await Entries(member, talk));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "みほん取消"));
    }

    [Fact]
    public async Task The_file_tells_support_what_became_of_it_and_those_who_place_people_nothing()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        await Send(member, friend, await APartner(member, $"{Secret}（経過）", PartnerKind.Safety));
        Assert.Equal("送ってよいかを聞いています。", Assert.Single(await Entries(member, talk)).Text);
        await oneStop.Tap(friend, "今はいいです");
        Assert.Equal("送ってよいかを聞き、「今はいい」でした。", Assert.Single(await Entries(member, talk)).Text);
        await oneStop.Tap(friend, "はい、見ます");
        Assert.Equal("送ってよいかを聞き、「はい」でした。", Assert.Single(await Entries(member, talk)).Text);
        foreach (var duty in (Duty[])[Duty.PlacementOfficer, Duty.RetentionOfficer])
            Assert.Empty(await Entries(await oneStop.AMember($"card-{duty}", duty), talk));
        Assert.Single(await Entries(await oneStop.AMember("card-both", Duty.PlacementOfficer, Duty.Planner), talk));
    }

    private Task<StaffMember> Member() => oneStop.AMember("card-counselor", Duty.Counselor);

    private Task<Guid> APartner(StaffMember member, string name, PartnerKind kind) => oneStop.At<PartnerDesk, Guid>(member, async desk =>
    {
        var id = await desk.Save(null, new(PartnerWish.None, Center with { Name = name, Kinds = [kind] }));
        await desk.Check(id, (await desk.Open(id))!.Wish);
        return id;
    });

    private async Task<SentPartnerCard> Send(StaffMember member, VirtualFriend friend, Guid partner)
    {
        var talk = await oneStop.ConversationOf(friend);
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        var sent = await oneStop.At<PartnerCardDesk, SentPartnerCard>(member, d => d.Send(talk, partner));
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) > before), "the card");
        return sent;
    }

    private JsonObject Last(VirtualFriend friend) => oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message;

    private Uri PageOf(VirtualFriend friend) => new(Thumb.Buttons(Last(friend)).Single(b => b["uri"] is not null)["uri"]!.GetValue<string>());

    private async Task<string> Open(Uri page)
    {
        using var http = oneStop.Http();
        return WebUtility.HtmlDecode(await http.GetStringAsync(page));
    }

    private Task<IReadOnlyList<TimelineEntry>> Entries(StaffMember member, Guid talk) => oneStop.As(member, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
        return await services.GetServices<ITimelineSource>().OfType<PartnerCardTimeline>().Single()
            .Read(db, new(new(null, [], [talk]), oneStop.Clock.GetUtcNow(), 10, null, []));
    });

    [GeneratedRegex("相談|女性|暴力|借金|こころ|窓口")]
    private static partial Regex Subject();
}
