using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Friends;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>仕様書 7(1)②(イ): 予約以外の質問には自動応答のうえ、24時間以内に回答する。</summary>
public sealed class ConversationTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly Guid Staff = Guid.CreateVersion7(Nine);
    private readonly Conversation conversation = Conversation.With(Friend.Register(LineUserId.Parse("U0123456789abcdef0123456789abcdef"), 1, Nine), Nine);

    [Fact]
    public void The_24_hours_run_from_the_first_unanswered_message()
    {
        Ask(Nine);
        Ask(Nine.AddHours(3));
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue);
    }

    [Theory]
    [InlineData("2026-10-05T23:59")] // across midnight
    [InlineData("2026-10-06T00:01")]
    [InlineData("2026-12-29T00:30")] // into closed days: the 24 hours continue
    [InlineData("2027-03-31T23:59")] // across the end of the fiscal year
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
        Assert.Equal(new EndedWaiting(Nine, Nine.AddHours(24)), answer.Answered); // counted in the report
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
        Assert.False(Ask(Nine.AddMinutes(1))); // a further message
        conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddMinutes(10));
        Assert.False(Ask(Nine.AddMinutes(20), isTalking: true)); // the exchange is still running
        conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddMinutes(30));
        Assert.True(Ask(Nine.AddHours(2))); // a new exchange
    }

    [Fact]
    public void Whoever_wrote_in_an_exchange_gets_the_receipt_when_it_is_over()
    {
        Ask(Nine);
        conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddMinutes(10));
        Assert.False(Ask(Nine.AddMinutes(30), isTalking: true));
        Assert.True(Ask(Nine.AddHours(2))); // nobody was answering any more
        Assert.False(Ask(Nine.AddHours(9))); // once per wait
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

    [Fact]
    public void Where_only_a_button_made_an_answer_due_the_first_typed_words_get_a_receipt()
    {
        conversation.AddWaitingEvent("対象者の確認: 「よく分からない」と答えました", Nine);
        Assert.True(Ask(Nine.AddMinutes(1)));
        Assert.False(Ask(Nine.AddMinutes(2)));
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue); // from the time of the button
    }

    [Fact]
    public void The_first_typed_words_get_a_receipt_also_where_a_counselor_wrote_just_before()
    {
        conversation.Answer(MessageKind.Text, "その後いかがですか", Staff, Nine);
        Assert.True(Ask(Nine.AddMinutes(5), isTalking: true));
    }

    [Fact]
    public void Whoever_was_answered_for_danger_still_learns_when_somebody_answers_what_they_ask_next()
    {
        conversation.Receive(new SaysText(null, "死にたい"), Nine, Nine);
        conversation.MeetDanger(Nine);
        Assert.True(Ask(Nine.AddMinutes(5)));
        Assert.False(Ask(Nine.AddMinutes(6)));
    }

    [Fact]
    public void An_answer_taken_back_brings_no_second_receipt()
    {
        Ask(Nine);
        var answer = conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(2));
        conversation.Unanswer(answer);
        Assert.False(Ask(Nine.AddHours(4)));
    }

    [Fact]
    public void A_talk_in_danger_is_not_closed_before_somebody_lowered_the_flag()
    {
        conversation.MeetDanger(Nine);
        conversation.Answer(MessageKind.Text, "お話を聞かせてください", Staff, Nine.AddMinutes(1));
        Assert.Throws<RuleException>(() => conversation.Close(Staff, Nine.AddMinutes(2)));
        conversation.MeetDanger(Nine.AddMinutes(3));
        Assert.Throws<RuleException>(() => conversation.LowerDanger(Nine, Staff, Nine.AddMinutes(4))); // there was a second word of danger
        conversation.LowerDanger(Nine.AddMinutes(3), Staff, Nine.AddMinutes(5));
        Assert.Null(conversation.DangerAt);
    }

    [Fact]
    public void A_second_word_of_danger_at_the_time_on_the_screen_is_the_one_that_was_read()
    {
        conversation.MeetDanger(Nine);
        conversation.LowerDanger(Nine.AddTicks(1), Staff, Nine.AddMinutes(1));
        conversation.RaiseDangerAgain(Nine, Staff, Nine.AddMinutes(2));
        conversation.RaiseDangerAgain(Nine.AddHours(1), Staff, Nine.AddHours(1)); // it is up already
        Assert.Equal(Nine, conversation.DangerAt);
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue);
    }

    [Fact]
    public void Where_nobody_waits_there_is_nothing_that_needs_no_answer()
    {
        Assert.Throws<RuleException>(() => conversation.NeedNoAnswer(Staff, Nine));
        Ask(Nine);
        Assert.Equal(new EndedWaiting(Nine, Nine.AddHours(24)), conversation.NeedNoAnswer(Staff, Nine.AddHours(1)).Answered);
        Assert.Equal((null, null, null), (conversation.AskedAt, conversation.AnswerDue, conversation.ReceiptAt));
    }

    [Fact]
    public void What_was_written_before_the_question_is_no_answer_to_it()
    {
        Ask(Nine);
        Assert.Null(conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(1), writtenAt: Nine.AddTicks(-1)).Answered);
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue);
        Assert.NotNull(conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(2), writtenAt: Nine).Answered);
        Assert.Null(conversation.AnswerDue);
    }

    [Fact]
    public void What_is_sent_again_answers_what_was_asked_before_it_was_written()
    {
        Ask(Nine);
        var failed = conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(1));
        conversation.WaitAgain(failed.EndedNothing());
        Assert.Null(failed.Answered);
        conversation.AnswerAgain(conversation.ReplyAutomatically(MessageKind.Text, "受け取りました", Nine.AddHours(1)));
        Assert.Equal(Nine.AddHours(24), conversation.AnswerDue); // the bot answers no question
        conversation.AnswerAgain(failed);
        Assert.Null(conversation.AnswerDue);
        Assert.Equal(new EndedWaiting(Nine, Nine.AddHours(24)), failed.Answered);

        Ask(Nine.AddHours(2));
        conversation.AnswerAgain(failed);
        Assert.Equal(Nine.AddHours(26), conversation.AnswerDue); // this was asked later
    }

    [Fact]
    public void An_answer_taken_back_leaves_the_talk_with_whom_it_was_and_closed_if_it_was()
    {
        var colleague = Guid.CreateVersion7(Nine);
        conversation.Assign(colleague);
        conversation.Close(colleague, Nine);
        conversation.Close(Staff, Nine.AddHours(1)); // it is closed already
        var answer = conversation.Answer(MessageKind.Text, "ところで", Staff, Nine.AddHours(2));
        Assert.Equal((colleague, null, Nine.AddHours(2)), (conversation.AssigneeId, conversation.Closing, conversation.LastHumanAt));
        conversation.Unanswer(answer);
        Assert.Equal((colleague, new Closing(Nine, colleague), null), (conversation.AssigneeId, conversation.Closing, conversation.LastHumanAt));

        conversation.Assign(null);
        answer = conversation.Answer(MessageKind.Text, "はい", Staff, Nine.AddHours(3));
        Assert.Equal(Staff, conversation.AssigneeId); // who answers takes it
        Ask(Nine.AddHours(4));
        conversation.Unanswer(answer);
        Assert.Equal((null, null, Nine.AddHours(4)), (conversation.AssigneeId, conversation.Closing, conversation.LastHumanAt)); // the client has written since
    }

    [Fact]
    public void A_reply_token_is_used_once_and_while_it_is_fresh()
    {
        Assert.Null(conversation.TakeReply(Nine));
        var token = new ReplyToken("token", Nine.AddMinutes(1));
        conversation.KeepReply(token);
        Assert.Null(conversation.TakeReply(Nine.AddMinutes(1)));
        Assert.Null(conversation.TakeReply(Nine)); // it was taken
        conversation.KeepReply(token);
        Assert.Equal(token, conversation.TakeReply(Nine.AddMinutes(1).AddTicks(-1)));
    }

    [Fact]
    public void A_note_or_a_memo_has_words_and_an_end()
    {
        Ask(Nine);
        var (spoken, due) = (conversation.SpokenOrder, conversation.AnswerDue);
        Assert.Equal(Staff, conversation.Note(new string('あ', Message.LongestNote), Staff, Nine.AddHours(1)).StaffId);
        Assert.Equal((spoken, due), (conversation.SpokenOrder, conversation.AnswerDue));
        Assert.Throws<RuleException>(() => conversation.Note(new string('あ', Message.LongestNote + 1), Staff, Nine));
        Assert.Throws<RuleException>(() => conversation.Note(" 　", Staff, Nine));
        conversation.Remember(new string('あ', Memo.Longest), Staff, Nine);
        Assert.Throws<RuleException>(() => conversation.Remember(new string('あ', Memo.Longest + 1), Staff, Nine));
        Assert.Equal(Memo.Longest, conversation.Memo!.Text.Length);
        conversation.Remember(" ", Staff, Nine);
        Assert.Null(conversation.Memo);
    }

    private bool Ask(DateTimeOffset at, bool isTalking = false)
    {
        var owes = conversation.Receive(new SaysText(null, "質問です"), at, at, isTalking).OwesReceipt;
        if (owes)
            conversation.GaveReceipt(at);
        return owes;
    }
}
