using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>A record that comes from a conversation, and quotes from it.</summary>
public sealed class ConsultationTalkTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new(); // each test sets the clock

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_record_of_a_chat_begins_and_ends_with_its_messages_and_quotes_them()
    {
        var counselor = await oneStop.AMember("chatter", Duty.Counselor);
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, ["前の話"]);
        oneStop.PassTo(11);
        await oneStop.SaysAll(friend, ["夜の仕事はむずかしいです"]);
        oneStop.PassTo(11.5);
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<Domain.Conversations.Answers.AnswerDesk>(counselor, async desk => await desk.Answer(talk, "昼の仕事を見てみましょう"));
        await oneStop.At<NoteDesk>(counselor, desk => desk.Write(talk, "内輪のメモ", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        oneStop.PassTo(13);
        var client = await oneStop.At<ClientDesk, Guid>(counselor, desk => desk.Register(talk, null, null));

        var start = (await oneStop.At<ConsultationDesk, ConsultationStart?>(counselor, desk => desk.Begin(client, null, talk)))!;
        Assert.Equal((ConsultationMethod.Chat, "11:00", "11:30", 30), (start.Wish.Method, start.Wish.From, start.Wish.Until, start.Wish.Minutes));
        Assert.Equal(talk, start.Origin.ConversationId);

        var lines = await oneStop.At<ConsultationDesk, IReadOnlyList<TalkLine>>(counselor,
            desk => desk.Talk(talk, ConsultationOffice.Today.At(TimeSpan.FromHours(11)), ConsultationOffice.Today.At(TimeSpan.FromHours(11.25))));
        Assert.Equal(["夜の仕事はむずかしいです", "昼の仕事を見てみましょう"], lines.Select(l => l.Text)); // neither the bot, nor notes, nor what was long before
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Looked && e.SubjectId == talk.ToString())));
        Assert.Equal("「夜の仕事はむずかしいです」（本人 10月5日(月) 11:00）", lines[0].Quote);
        Assert.Equal($"「昼の仕事を見てみましょう」（{counselor.Name} 10月5日(月) 11:30）", lines[1].Quote);
    }

    [Fact]
    public async Task A_call_or_a_visit_has_just_ended_and_nobody_knows_yet_when_it_began()
    {
        var (counselor, client) = await oneStop.Counseling("caller");
        oneStop.PassTo(24.5, day: 2);
        var wish = (await oneStop.At<ConsultationDesk, ConsultationStart?>(counselor, desk => desk.Begin(client, null, null)))!.Wish;
        Assert.Equal((ConsultationMethod.Phone, new DateOnly(2026, 10, 7), "", "24:30"), (wish.Method, wish.Day, wish.From, wish.Until));
    }
}
