using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Friends;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>仕様書 7(1)②(イ): 予約以外の質問には自動応答のうえ、24時間以内に回答する。</summary>
public sealed class ConversationTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly Guid Staff = Guid.CreateVersion7(Nine);
    private readonly Conversation conversation = Conversation.With(Friend.Meet(LineUserId.Parse("U0123456789abcdef0123456789abcdef"), 1, Nine), Nine);

    [Fact]
    public void The_24_hours_run_from_the_first_unanswered_message()
    {
        Ask(Nine);
        Ask(Nine.AddHours(3));
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue);
    }

    [Theory]
    [InlineData("2026-10-05T23:59")] // over midnight
    [InlineData("2026-10-06T00:01")]
    [InlineData("2026-12-29T00:30")] // into the closed days: the clock runs on
    [InlineData("2027-03-31T23:59")] // over the fiscal year
    public void The_24_hours_are_wall_clock_hours(string at)
    {
        Ask(Japan(at));
        Assert.Equal(Japan(at).AddHours(24), conversation.AnswerDue);
    }

    [Fact]
    public void Only_an_answer_or_no_answer_needed_takes_it_off_the_list()
    {
        Ask(Nine);
        Assert.Throws<RuleException>(() => conversation.Close(Staff, Nine.AddHours(1)));
        var answer = conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(2));
        Assert.Null(conversation.AnswerDue);
        Assert.Equal(new EndedWaiting(Nine, Nine.AddHours(24)), answer.Answered); // what the report counts
        conversation.Close(Staff, Nine.AddHours(3));
        Assert.NotNull(conversation.Closing);
    }

    [Fact]
    public void A_done_talk_opens_again_when_the_client_writes()
    {
        Ask(Nine);
        conversation.NeedNoAnswer(Staff, Nine.AddMinutes(1));
        conversation.Close(Staff, Nine.AddMinutes(2));
        Ask(Nine.AddHours(5));
        Assert.Null(conversation.Closing);
        Assert.Equal(Nine.AddHours(29), conversation.AnswerDue);
    }

    [Fact]
    public void The_bot_gives_one_receipt_and_does_not_repeat_itself_in_a_running_exchange()
    {
        Assert.True(Ask(Nine)); // a new question
        Assert.False(Ask(Nine.AddMinutes(1))); // more of it
        conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddMinutes(10));
        Assert.False(Ask(Nine.AddMinutes(20))); // the exchange runs
        conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddMinutes(30));
        Assert.True(Ask(Nine.AddHours(2))); // a new exchange
    }

    [Fact]
    public void A_receipt_does_not_hide_the_question_in_the_list()
    {
        Ask(Nine);
        var spoken = conversation.SpokenOrder;
        conversation.ReplyAutomatically(MessageKind.Text, "受け取りました", Nine.AddSeconds(1));
        Assert.Equal(spoken, conversation.SpokenOrder);
    }

    [Fact]
    public void An_answer_taken_back_leaves_the_client_waiting_as_long_as_before()
    {
        Ask(Nine);
        var answer = conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(20));
        conversation.WaitAgain(answer.Answered);
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue);
    }

    [Fact]
    public void Messages_of_the_same_moment_keep_their_order()
    {
        var orders = Enumerable.Range(0, 5).Select(_ => conversation.Receive(new SaysText(null, "あ"), Nine, Nine).Message.Order).ToList();
        Assert.Equal(orders.Order(), orders);
        Assert.Equal(5, orders.Distinct().Count());
    }

    private bool Ask(DateTimeOffset at) => conversation.Receive(new SaysText(null, "質問です"), at, at).OwesReceipt;
}
