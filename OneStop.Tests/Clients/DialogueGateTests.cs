using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>The gate before every dialogue: it asks for what a step requires, and continues with the step afterwards.</summary>
public sealed class DialogueGateTests : IAsyncLifetime
{
    private const string Consultation = "client/agree/consultation/";
    private static readonly BookingWish Ten = new(BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 8)), TimeSpan.FromHours(10));

    private readonly TestOneStop oneStop = new()
    {
        Registers = services => services.AddSingleton(AskingDialogue.Purpose)
        .AddSingleton<IDialogue, AskingDialogue>()
    };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Who_answers_the_questions_lands_exactly_where_they_wanted_to_go()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, new Chooses(Ten).Data); // with day and time, like an old card
        await oneStop.AnswersFirstQuestions(friend);
        oneStop.AssertSays(friend, "この内容でよいですか？");
        oneStop.AssertSays(friend, "10月8日(木) 10:00〜11:00");
    }

    [Fact]
    public async Task A_proposal_that_is_taken_up_without_consent_is_booked_with_the_consent()
    {
        var friend = await oneStop.Booked("10月9日(金)", "10:00");
        await oneStop.Type(friend, "同意を取り消したい");
        await oneStop.Tap(friend, "同意を取り消す");
        await oneStop.Press(friend, new Confirms(Guid.CreateVersion7(oneStop.Clock.GetUtcNow()), Ten).Data);
        oneStop.AssertSays(friend, "個人情報について");
        await oneStop.Tap(friend, "同意する");
        oneStop.AssertSays(friend, "予約ができました");
        oneStop.AssertSays(friend, "10月8日(木) 10:00〜11:00");
    }

    [Fact]
    public async Task Each_consent_is_asked_by_its_purpose_and_the_step_comes_last()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, AskingDialogue.Start);
        await oneStop.AnswersFirstQuestions(friend);
        oneStop.AssertSays(friend, "「ほかの目的」のために");
        await oneStop.Tap(friend, "同意しない");
        oneStop.AssertSays(friend, "同意がないと");
        await oneStop.Tap(friend, "もう一度読む");
        await oneStop.Tap(friend, "同意する");
        oneStop.AssertSays(friend, "お願いを受け取りました");
        await oneStop.Press(friend, AskingDialogue.Start); // eligibility and consents are known now
        oneStop.AssertSays(friend, "お願いを受け取りました");
        Assert.Equal(["consultation", "other"], await Given());
    }

    [Fact]
    public async Task Of_several_consents_one_is_taken_back_in_LINE_and_the_other_stays()
    {
        var friend = await oneStop.Booked("10月12日(月)", "10:00");
        await oneStop.Press(friend, AskingDialogue.Start);
        await oneStop.Tap(friend, "同意する");
        await oneStop.Type(friend, "同意を取り消したい");
        Assert.Equal(["相談と予約", "ほかの目的", "すべて", "やめる"], oneStop.Labels(friend));
        await oneStop.Tap(friend, "ほかの目的");
        oneStop.AssertSays(friend, "「ほかの目的」への同意を取り消します");
        await oneStop.Tap(friend, "同意を取り消す");
        Assert.Equal(["consultation"], await Given());
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(friend)).State);
        await oneStop.Press(friend, AskingDialogue.Start);
        oneStop.AssertSays(friend, "「ほかの目的」のために");
    }

    [Fact]
    public async Task All_consents_are_taken_back_in_LINE_at_once()
    {
        var friend = await oneStop.Booked("10月13日(火)", "10:00");
        await oneStop.Press(friend, AskingDialogue.Start);
        await oneStop.Tap(friend, "同意する");
        await oneStop.Type(friend, "同意を取り消したい");
        await oneStop.Tap(friend, "すべて");
        oneStop.AssertSays(friend, "1件");
        await oneStop.Tap(friend, "同意を取り消す");
        Assert.Empty(await Given());
        Assert.Equal(BookingState.Cancelled, Assert.Single(await oneStop.BookingsOf(friend)).State);
    }

    [Theory]
    [InlineData(Consultation + Consultation + "book/c", "この案内は古くなりました")] // an answer that carries another answer
    [InlineData(Consultation + "nowhere/x", "この案内は古くなりました")]
    [InlineData(Consultation + "book/c/c/99999999/600", "この案内は古くなりました")]
    [InlineData("client/yes/client/no/book/c", "この案内は古くなりました")]
    [InlineData(Consultation + "book/c", "あてはまりますか")] // eligibility is asked first
    [InlineData("client/agree/unknown/book/c", "あてはまりますか")]
    [InlineData(Consultation + "book/mine", "予約はありません")] // this step needs no consent, so none is given
    [InlineData("client/agree/other/book/mine", "予約はありません")]
    [InlineData("client/withdraw!/consultation", "取り消す同意はありません")]
    [InlineData("client/withdraw!/unknown", "取り消す同意はありません")]
    [InlineData("client/withdraw!", "このボタンは、いまは使えません")]
    [InlineData("client/agree/consultation/", "このボタンは、いまは使えません")]
    [InlineData("client/agree//book/c", "このボタンは、いまは使えません")]
    [InlineData("client/form/1", "このボタンは、いまは使えません")]
    [InlineData("client/", "このボタンは、いまは使えません")]
    [InlineData("CLIENT/form", "このボタンは、いまは使えません")]
    [InlineData("shop/c", "このボタンは、いまは使えません")]
    public async Task A_button_that_was_made_up_keeps_nothing_and_gets_a_kind_answer(string data, string answer)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, data);
        oneStop.AssertSays(friend, answer);
        Assert.Empty(await Given());
        Assert.Equal(0, await oneStop.Read(db => db.Clients.CountAsync(c => c.Eligibility != Eligibility.NotAsked)));
    }

    [Fact]
    public void What_is_longer_than_LINE_posts_back_is_not_read()
    {
        var registry = oneStop.Services.GetRequiredService<DialogueRegistry>();
        string Carried(int length) => $"client/agree/{new string('x', length - "client/agree//book/c".Length)}/book/c";
        Assert.NotNull(registry.Read(Carried(DialogueRegistry.LongestData)));
        Assert.Null(registry.Read(Carried(DialogueRegistry.LongestData + 1)));
    }

    [Fact]
    public async Task Pressed_twice_a_consent_is_kept_once()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, new Chooses(Ten).Data);
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "同意する"); // on the earlier card
        oneStop.AssertSays(friend, "この内容でよいですか？");
        Assert.Equal(["consultation"], await Given());
    }

    [Fact]
    public void Every_dialogue_has_a_prefix_of_its_own()
    {
        var prefixes = oneStop.Services.GetServices<IDialogue>().Select(d => d.Prefix).ToList();
        Assert.Equal(["asks/", "book/", "client/", "consent/", "partner/"], prefixes.Order(StringComparer.Ordinal));
        Assert.All(prefixes, p => Assert.Matches("^[a-z]+/$", p));
    }

    private Task<List<string>> Given() =>
        oneStop.Read(db => db.Consents.Where(c => c.WithdrawnAt == null).OrderBy(c => c.Purpose).Select(c => c.Purpose).ToListAsync());

    /// <summary>A stand-in for a dialogue that needs a consent of its own.</summary>
    private sealed class AskingDialogue : IDialogue
    {
        public const string Start = "asks/start";

        public static ConsentPurpose Purpose { get; } = new("other", "ほかの目的", "2026-10", new string('0', 64));

        public string Prefix => "asks/";

        public DialogueStep? Read(string words) => words == "start" ? new Starts() : null;

        public DialogueNeeds NeedsOf(DialogueStep step, Client? client) => new(true, ConsentPurpose.Consultation, Purpose);

        // any reply that has texts
        public Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn) => Task.FromResult<DialogueReply>(new ErasureIsAsked());

        private sealed record Starts : DialogueStep
        {
            public override string Data => Start;
        }
    }
}
