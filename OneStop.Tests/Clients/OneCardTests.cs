using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Staff;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>はじめのカード: eligibility and consent on one card once the City's approval is entered; otherwise on two cards.</summary>
public sealed class OneCardTests : IAsyncLifetime
{
    private const string Both = "あてはまり、同意して進む";
    private const string Neither = "わからない・ちがう";
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        manager = await oneStop.AMember("chief", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 5)]
    public async Task From_the_menu_on_a_first_booking_takes_so_many_taps_and_a_later_one_four(bool isApproved, int first)
    {
        if (isApproved)
            await Begin();
        var friend = await oneStop.Somebody();
        Assert.Equal(first, await TapsToBook(friend, "10月7日(水)"));
        Assert.Equal(4, await TapsToBook(friend, "10月8日(木)"));
    }

    [Fact]
    public async Task One_tap_writes_two_records_the_answer_with_its_rule_and_the_consent_with_version_and_digest()
    {
        await Begin();
        var friend = await Asked();
        Assert.Equal([Both, "取り扱いを読む", Neither], oneStop.Labels(friend));
        oneStop.AssertSays(friend, "福岡市に住む、ひとり親の方の相談です（離婚を考えている方、死別・離婚した方も使えます）。「個人情報の取り扱い」に同意すると、予約に進めます。");
        await oneStop.Tap(friend, Both);
        oneStop.AssertSays(friend, "日を選んでください");
        await AssertAgreedOnce();

        await oneStop.Tap(friend, Both); // pressed twice
        oneStop.AssertSays(friend, "日を選んでください");
        await AssertAgreedOnce();
        Assert.Null(await oneStop.DueOf(friend));
    }

    [Fact]
    public async Task Who_is_not_sure_is_led_to_a_person_and_agrees_to_nothing_and_can_still_book()
    {
        await Begin();
        var friend = await Asked();
        foreach (var label in (string[])[Neither, Neither]) // pressed twice, the same answer twice
        {
            await oneStop.Tap(friend, label);
            oneStop.AssertSays(friend, "相談員がお答えします");
            Assert.Equal((Eligibility.Unsure, "2026-11/one-card", 0), await Kept());
        }
        Assert.NotNull(await oneStop.DueOf(friend));
        Assert.Equal(1, await oneStop.Read(db => Task.FromResult(db.Messages.Count(m => m.Text!.StartsWith("対象者の確認: 「わからない・ちがう」と答えました")))));
        await oneStop.Tap(friend, "このまま予約する");
        oneStop.AssertSays(friend, "個人情報について");

        await oneStop.Tap(friend, Both); // the card far above changes nothing without asking
        oneStop.AssertSays(friend, "お答えを変えますか？");
        Assert.Equal((Eligibility.Unsure, "2026-11/one-card", 0), await Kept());
        await oneStop.Tap(friend, "変える");
        oneStop.AssertSays(friend, "個人情報について");
        Assert.Equal((Eligibility.Yes, "2026-11/one-card", 0), await Kept());
    }

    [Fact]
    public async Task An_old_not_sure_takes_no_answer_back_by_itself()
    {
        await Begin();
        var friend = await Asked();
        await oneStop.Tap(friend, Both);
        await oneStop.Tap(friend, Neither);
        oneStop.AssertSays(friend, "お答えを変えますか？");
        await AssertAgreedOnce();
    }

    [Fact]
    public async Task It_is_off_until_an_approval_is_entered_and_again_when_it_has_ended()
    {
        var before = await Asked();
        Assert.Equal(["はい", "よく分からない", "いいえ"], oneStop.Labels(before));
        var approval = await Begin();
        var friend = await Asked();
        await oneStop.At<OneCardDesk>(manager, d => d.End(approval));
        foreach (var label in (string[])[Both, Neither])
        {
            await oneStop.Tap(friend, label); // the earlier card
            Assert.Equal(["はい", "よく分からない", "いいえ"], oneStop.Labels(friend));
        }
        Assert.Equal(0, await oneStop.Read(db => db.Clients.CountAsync(c => c.Eligibility != Eligibility.NotAsked)));
        await oneStop.AnswersFirstQuestions(friend);
        Assert.Equal((Eligibility.Yes, "2026-11/alone", 1), await Kept());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_button_that_was_made_up_leads_to_the_two_questions_while_it_is_off(bool fits)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend,
            new AnswersOneCard(fits, new Chooses(new(BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 7)), TimeSpan.FromHours(10))).Data).Data);
        Assert.Equal(["はい", "よく分からない", "いいえ"], oneStop.Labels(friend));
        Assert.Equal((0, 0), await oneStop.Read(async db =>
            (await db.Consents.CountAsync(), await db.Clients.CountAsync(c => c.Eligibility != Eligibility.NotAsked))));
    }

    [Fact]
    public async Task Consent_is_withdrawn_as_before_and_the_old_card_does_not_give_it_again()
    {
        await Begin();
        var friend = await oneStop.Somebody();
        await TapsToBook(friend, "10月7日(水)");
        await oneStop.Type(friend, "同意を取り消したい");
        await oneStop.Tap(friend, "同意を取り消す");
        oneStop.AssertSays(friend, "同意を取り消しました");
        Assert.Equal(BookingState.Cancelled, Assert.Single(await oneStop.BookingsOf(friend)).State);
        await oneStop.Tap(friend, Both);
        oneStop.AssertSays(friend, "個人情報について");
        Assert.Equal((Eligibility.Yes, "2026-11/one-card", 0), await Kept());
    }

    [Fact]
    public async Task What_a_member_of_staff_read_out_is_kept_with_its_own_rule()
    {
        await oneStop.AClient(manager);
        Assert.Equal((Eligibility.Yes, "2026-11/read-out", 1), await Kept());
    }

    [Theory]
    [InlineData(Duty.Counselor)]
    [InlineData(Duty.City)]
    [InlineData(Duty.Administrator)]
    public async Task Only_a_manager_enters_the_approval_or_ends_it(Duty duty)
    {
        var other = await oneStop.AMember("other", duty);
        await Assert.ThrowsAsync<NotAllowedException>(() => Begin(other));
        var approval = await Begin();
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<OneCardDesk>(other, d => d.End(approval)));
        var look = () => oneStop.At<OneCardDesk, IReadOnlyList<OneCardRow>>(other, d => d.List());
        if (duty == Duty.Counselor)
            Assert.Null(Assert.Single(await look()).EndedAt);
        else
            await Assert.ThrowsAsync<NotAllowedException>(look);
    }

    [Theory]
    [InlineData("", "2026-10-05", "課長", "承認の文書番号を60文字までで入力してください。")]
    [InlineData("こ家支第1号", "2026-10-06", "課長", "承認日を、今日までの日付で入力してください。")] // tomorrow
    [InlineData("こ家支第1号", "2026-10-05", " ", "承認者の職・氏名を60文字までで入力してください。")]
    public async Task Without_the_particulars_of_the_approval_nothing_begins(string number, string on, string by, string refusal)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<OneCardDesk, Guid>(manager, d => d.Begin(new(number, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), by))));
        Assert.Equal(refusal, refused.Message);
        Assert.Empty(await List());
    }

    [Fact]
    public async Task One_holds_at_a_time_and_those_that_have_ended_stay_with_who_and_when_in_the_trail_too()
    {
        var first = await Begin();
        Assert.StartsWith("承認は、すでに入っています", (await Assert.ThrowsAsync<RuleException>(() => Begin())).Message, StringComparison.Ordinal);
        await oneStop.At<OneCardDesk>(manager, d => d.End(first));
        var endedAt = Assert.Single(await List()).EndedAt;
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<OneCardDesk>(manager, d => d.End(first)); // a second time changes nothing
        await Begin();
        var rows = await List();
        Assert.Equal([null, endedAt], rows.Select(r => r.EndedAt));
        Assert.All(rows, r => Assert.Equal(("こ家支第1号", new DateOnly(2026, 10, 5), "課長", manager.Name), (r.Number, r.ApprovedOn, r.ApprovedBy, r.EnteredBy)));
        Assert.Equal(manager.Name, rows[1].EndedBy);
        var fields = await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.Subject == nameof(Approval) && e.SubjectId == first.ToString() && e.ActorId == manager.Id)
            .Select(e => e.Fields).ToListAsync());
        Assert.Contains(fields, f => f.Contains(nameof(Approval.Decision), StringComparison.Ordinal));
        Assert.Contains(fields, f => f.Contains(nameof(Approval.Withdrawal), StringComparison.Ordinal));
    }

    /// <summary>Goes from the menu to the booking by the first button that leads on; returns the number of taps.</summary>
    private async Task<int> TapsToBook(VirtualFriend friend, string day)
    {
        string[] waysOn = [Both, "はい", "同意する", day, $"{day} ○", $"{day} △", "10:00", "予約する"];
        await oneStop.Press(friend, MenuButtons.BookConsultation);
        var taps = 1;
        while (!oneStop.Says(friend).Contains("予約ができました", StringComparison.Ordinal))
        {
            await oneStop.Tap(friend, waysOn.First(oneStop.Labels(friend).Contains));
            Assert.InRange(++taps, 2, 10);
        }
        return taps;
    }

    private async Task<VirtualFriend> Asked()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, MenuButtons.BookConsultation);
        return friend;
    }

    private Task<Guid> Begin(StaffMember? by = null) => oneStop.At<OneCardDesk, Guid>(by ?? manager, d => d.Begin(new("こ家支第1号", new(2026, 10, 5), "課長")));

    private Task<IReadOnlyList<OneCardRow>> List() => oneStop.At<OneCardDesk, IReadOnlyList<OneCardRow>>(manager, d => d.List());

    /// <summary>Returns the newest client's answer, its rule, and the number of valid consents.</summary>
    private Task<(Eligibility Answer, string? Rule, int Consents)> Kept() => oneStop.Read(async db =>
    {
        var client = await db.Clients.OrderByDescending(c => c.Number).FirstAsync();
        return (client.Eligibility, client.EligibilityRule, await db.Consents.InForce(client.Id, ConsentPurpose.Consultation, oneStop.Clock.GetUtcNow().JapaneseDate).CountAsync());
    });

    private async Task AssertAgreedOnce()
    {
        Assert.Equal((Eligibility.Yes, "2026-11/one-card", 1), await Kept());
        var consent = Assert.Single(await oneStop.Read(db => db.Consents.ToListAsync()));
        Assert.Equal((PrivacyNotice.Version, PrivacyNotice.Digest, null, null), (consent.Wording, consent.WordingDigest, consent.TakenBy, consent.WithdrawnAt));
        Assert.Equal(oneStop.Clock.GetUtcNow(), consent.GivenAt);
    }
}
