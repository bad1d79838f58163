using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.Partners;

namespace OneStop.Tests.Clients;

/// <summary>All consents of a client in one list: words, way, time, and withdrawal (別紙 6, 7).</summary>
public sealed class ConsentDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public async Task A_consent_keeps_its_words_its_way_who_took_it_and_who_heard_it()
    {
        var (member, client) = (await Member(), await Client());
        await Record(member, client, new(InformationConsent.To.Code, ConsentWay.Paper, Monday.AddDays(-2), " 家族 "));
        var row = (await Of(member, client)).Single(r => r.Purpose == InformationConsent.To.InJapanese);
        Assert.Equal((ConsentState.InForce, ConsentWay.Paper, "家族", "consent-counselor さん", TestOneStop.Japan("2026-10-03T00:00")),
            (row.State, row.Way, row.Witness, row.TakenBy, row.GivenAt));
        Assert.Equal((InformationConsent.To.Text, InformationConsent.To.WordingDigest), (row.Text, row.Digest));
    }

    [Fact]
    public async Task It_is_neither_of_tomorrow_nor_given_twice_nor_by_a_button_that_nobody_pressed()
    {
        var (member, client) = (await Member(), await Client());
        var wish = new ConsentWish(InformationConsent.To.Code, ConsentWay.ByWord, Monday, "");
        Assert.Equal(nameof(ConsentWish.On), await FieldOf(wish with { On = Monday.AddDays(1) }));
        Assert.Equal(nameof(ConsentWish.On), await FieldOf(wish with { On = null }));
        Assert.Equal(nameof(ConsentWish.Way), await FieldOf(wish with { Way = ConsentWay.LineButton }));
        Assert.Equal(nameof(ConsentWish.Purpose), await FieldOf(wish with { Purpose = SharingConsent.To.Code })); // it would name nobody
        await Record(member, client, wish);
        Assert.Equal(nameof(ConsentWish.Purpose), await FieldOf(wish));

        async Task<string?> FieldOf(ConsentWish wrong) => (await Assert.ThrowsAsync<RuleException>(() => Record(member, client, wrong))).Field;
    }

    /// <summary>Program and introduction belong to different people of the service; who withdraws one goes on with the other.</summary>
    [Fact]
    public async Task Each_purpose_of_the_service_is_given_and_withdrawn_by_itself()
    {
        var purposes = oneStop.Services.GetServices<ConsentPurpose>().Select(p => p.Code).Order();
        Assert.Equal(["consultation", "feedback", "information", "introduction", "program", "sharing"], purposes);
        var (member, client) = (await Member(), await Client());
        foreach (var purpose in SupportConsents.All)
            await Record(member, client, new(purpose.Code, ConsentWay.ByWord, Monday, ""));
        var program = (await Of(member, client)).Single(r => r.Purpose == SupportConsents.Program.InJapanese);
        Assert.False(program.MayEnd); // a program ends by itself, and not because a day has come
        await oneStop.At<ConsentDesk>(member, d => d.Withdraw(program.Id));
        var states = (await Of(member, client)).ToDictionary(r => r.Purpose, r => r.State);
        Assert.Equal([ConsentState.Withdrawn, ConsentState.InForce, ConsentState.InForce], SupportConsents.All.Select(p => states[p.InJapanese]));
    }

    [Fact]
    public async Task Recorded_by_mistake_it_is_taken_back_by_who_recorded_it()
    {
        var (member, client) = (await Member(), await Client());
        var id = await Record(member, client, new(InformationConsent.To.Code, ConsentWay.ByWord, Monday, ""));
        await Assert.ThrowsAsync<RuleException>(async () => await oneStop.At<ConsentDesk>(await oneStop.AMember("consent-other", Duty.Planner), d => d.TakeBack(id)));
        await oneStop.At<ConsentDesk>(member, d => d.TakeBack(id));
        Assert.DoesNotContain(await Of(member, client), r => r.Purpose == InformationConsent.To.InJapanese);
    }

    [Fact]
    public async Task One_of_several_partners_is_withdrawn_alone_and_what_ends_is_said_before()
    {
        var (member, client) = (await Member(), await Client());
        foreach (var name in (string[])["みほん甲（架空）", "みほん乙（架空）"])
            await Share(member, client, name);
        var rows = (await Of(member, client)).Where(r => r.HasObject).ToList();
        Assert.Equal(["みほん乙（架空）", "みほん甲（架空）"], rows.Select(r => r.ObjectName));
        var ends = await oneStop.At<ConsentDesk, RestingOnConsent>(member, d => d.EndsWith(rows[1].Id));
        Assert.Contains("みほん甲", Assert.Single(ends.Others), StringComparison.Ordinal);
        await oneStop.At<ConsentDesk>(member, d => d.Withdraw(rows[1].Id));
        var after = (await Of(member, client)).Where(r => r.HasObject).ToList();
        Assert.Equal([ConsentState.InForce, ConsentState.Withdrawn], after.Select(r => r.State));
        Assert.Equal("consent-counselor さん", after[1].WithdrawnBy);
    }

    [Fact]
    public async Task Who_only_places_people_sees_that_a_name_is_shared_but_not_with_whom()
    {
        var (member, client) = (await Member(), await Client());
        await Share(member, client, "みほん債務（架空）");
        var officer = await oneStop.AMember("consent-placement", Duty.PlacementOfficer);
        var row = (await Of(officer, client)).Single(r => r.HasObject);
        Assert.Null(row.ObjectName);
        Assert.Empty((await oneStop.At<ConsentDesk, RestingOnConsent>(officer, d => d.EndsWith(row.Id))).Others);
    }

    [Fact]
    public async Task The_card_in_LINE_asks_with_two_buttons_and_yes_is_a_consent_to_these_words()
    {
        var (member, friend, client) = await InLine();
        await Ask(member, friend, client);
        Assert.Equal(["はい", "今はいいえ"], oneStop.Labels(friend));
        Assert.Equal("お知らせがあります", oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message["altText"]!.GetValue<string>());
        await oneStop.Tap(friend, "今はいいえ");
        oneStop.AssertSays(friend, "わかりました");
        Assert.DoesNotContain(await Of(member, client), r => r.Purpose == InformationConsent.To.InJapanese);
        await oneStop.Tap(friend, "はい");
        oneStop.AssertSays(friend, "ありがとうございます");
        var row = (await Of(member, client)).Single(r => r.Purpose == InformationConsent.To.InJapanese);
        Assert.Equal((ConsentState.InForce, ConsentWay.LineButton, null, InformationConsent.To.Text), (row.State, row.Way, row.TakenBy, row.Text));

        await oneStop.Tap(friend, "今はいいえ"); // an outdated button withdraws nothing without a question
        oneStop.AssertSays(friend, "同意を取り消しますか？");
        Assert.Equal(ConsentState.InForce, (await Of(member, client)).Single(r => r.Purpose == InformationConsent.To.InJapanese).State);
        await oneStop.Tap(friend, "同意を取り消す");
        Assert.Equal((ConsentState.Withdrawn, null), (await Of(member, client)).Where(r => r.Purpose == InformationConsent.To.InJapanese)
            .Select(r => (r.State, r.WithdrawnBy)).Single());
    }

    [Fact]
    public async Task A_card_of_other_words_or_of_a_purpose_with_an_object_gives_no_consent()
    {
        var (member, friend, client) = await InLine();
        await oneStop.Press(friend, new AnswersConsent(true, InformationConsent.To.Code, "2020-01").Data);
        oneStop.AssertSays(friend, "この案内は古くなりました");
        await oneStop.Press(friend, new AnswersConsent(true, SharingConsent.To.Code, SharingConsent.To.Wording).Data);
        oneStop.AssertSays(friend, "この案内は古くなりました");
        Assert.All(await Of(member, client), r => Assert.Equal(ConsentPurpose.Consultation.InJapanese, r.Purpose));
    }

    [Fact]
    public async Task The_file_tells_when_it_was_given_and_when_it_was_withdrawn()
    {
        var (member, client) = (await Member(), await Client());
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // after the consent to consultation
        var id = await Record(member, client, new(InformationConsent.To.Code, ConsentWay.ByWord, Monday, ""));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<ConsentDesk>(member, d => d.Withdraw(id));
        var entries = await oneStop.Read(db => oneStop.Services.GetServices<ITimelineSource>().OfType<ConsentTimeline>().Single()
            .Read(db, new(new(client, [], []), oneStop.Clock.GetUtcNow(), 2, null, [])));
        Assert.Equal(["同意の撤回: LINEでのお知らせ", "同意: LINEでのお知らせ"], entries.Select(e => e.Title));
    }

    private Task<StaffMember> Member() => oneStop.AMember("consent-counselor", Duty.Counselor);

    private async Task<Guid> Client() => await oneStop.AClient(await Member(), "同意の人");

    private async Task<(StaffMember Member, VirtualFriend Friend, Guid Client)> InLine()
    {
        var (member, friend) = (await Member(), await oneStop.AFriend());
        var talk = await oneStop.ConversationOf(friend);
        return (member, friend, await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null)));
    }

    private async Task Ask(StaffMember member, VirtualFriend friend, Guid client)
    {
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        await oneStop.At<ConsentDesk, AskedConsent>(member, d => d.Ask(client, InformationConsent.To.Code));
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) > before), "the card");
    }

    private Task Share(StaffMember member, Guid client, string name) => oneStop.As(member, async services =>
    {
        var partner = await services.GetRequiredService<PartnerDesk>().Save(null, new(PartnerWish.None, PartnerTests.Center with { Name = name }));
        var desk = services.GetRequiredService<SignpostingDesk>();
        var wish = SignpostingWish.None(Monday) with { PartnerId = partner };
        var step = StepWish.None(SignpostingStage.Signposted, Monday) with { SharesName = true, Agrees = true };
        await desk.Advance(await desk.Begin(client, new(wish, wish)), new(step, step));
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
    });

    private Task<Guid> Record(StaffMember member, Guid client, ConsentWish wish) =>
        oneStop.At<ConsentDesk, Guid>(member, d => d.Record(client, new(wish, wish)));

    private Task<IReadOnlyList<ConsentRow>> Of(StaffMember member, Guid client) =>
        oneStop.At<ConsentDesk, IReadOnlyList<ConsentRow>>(member, d => d.Of(client));
}
