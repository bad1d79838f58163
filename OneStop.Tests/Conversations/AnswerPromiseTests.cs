using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Hours;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>The time by which a client is promised an answer: never on a closed day, never in the minute of opening, never in the past.</summary>
public sealed class AnswerPromiseTests
{
    private static readonly DateTimeOffset Set = Japan("2026-10-01T09:00");
    private static readonly Closure[] Works = [Closure.Of(new(new(2026, 10, 7), new(2026, 10, 8), null, "工事"), Guid.Empty, Set),
        Closure.Of(new(new(2026, 10, 20), new(2026, 10, 20), ContactMethod.Phone, "工事"), Guid.Empty, Set)];
    private static readonly HoursSetting[] Short =
        [.. Enum.GetValues<ContactMethod>().SelectMany(m => new[] { Hours(m, new(2026, 11, 1), 9, 18), Hours(m, new(2026, 12, 1), 6, 25) })];

    [Theory]
    [InlineData("2026-10-05T14:20", "明日 10月6日(火) 14:20までに担当者がお返事します。")]
    [InlineData("2026-10-05T23:59", "明日 10月6日(火) 23:59までに")]
    [InlineData("2026-12-30T12:00", "お休みのため、1月4日(月) 7:00までに")] // the office is closed
    [InlineData("2027-01-03T06:00", "お休みのため、明日 1月4日(月) 7:00までに")] // not in the minute of opening
    [InlineData("2027-01-03T12:00", "お休みのため、明日 1月4日(月) 12:00までに")]
    [InlineData("2026-12-28T22:00", "12月28日(月) 25:00（夜中の1:00）までにお返事できないときは、お休みのあと、1月4日(月) 7:00までに")] // the office is still open
    [InlineData("2026-12-29T00:00", "12月28日(月) 25:00（夜中の1:00）までにお返事できないときは、お休みのあと、1月4日(月) 7:00までに")] // exactly an hour is left
    [InlineData("2026-12-29T00:30", "お休みのため、1月4日(月) 7:00までに")] // half an hour is left: too short for a promise
    [InlineData("2026-12-29T02:00", "お休みのため、1月4日(月) 7:00までに")]
    [InlineData("2026-10-06T10:00", "10月6日(火) 25:00（夜中の1:00）までにお返事できないときは、お休みのあと、10月9日(金) 7:00までに")] // a closure set by the manager
    [InlineData("2026-10-07T10:00", "お休みのため、10月9日(金) 7:00までに")]
    [InlineData("2026-10-19T10:00", "明日 10月20日(火) 10:00までに担当者がお返事します。少し")] // only the telephone is closed
    [InlineData("2026-11-05T20:00", "明日 11月6日(金) 20:00までに")] // between two changes of hours
    public void The_real_time_is_named(string askedAt, string words) => Assert.Contains(words, Promise(askedAt, askedAt).InWords, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-10-05T09:00", "2026-10-06T15:00", "今日 16:00までに")] // LINE delivered it after 30 hours
    [InlineData("2026-10-05T09:00", "2026-10-06T08:50", "今日 9:50までに")]
    [InlineData("2026-10-05T09:00", "2026-10-06T24:50", "10月9日(金) 7:00までに")] // ten minutes before closing, and closed days follow
    [InlineData("2026-10-12T09:00", "2026-10-13T24:00", "今日 1:00までに")] // exactly an hour is left
    [InlineData("2026-10-12T09:00", "2026-10-13T24:01", "今日 7:00までに")]
    [InlineData("2026-10-12T09:00", "2026-10-14T03:00", "今日 7:00までに")]
    public void What_comes_late_is_promised_nothing_past(string askedAt, string heardAt, string words) =>
    Assert.Contains(words, Promise(askedAt, heardAt).InWords, StringComparison.Ordinal);

    [Fact]
    public void Whatever_the_hour_it_lies_ahead_on_an_open_day_and_an_hour_after_opening()
    {
        var calendar = new ServiceCalendar(Short, Works);
        for (var at = Japan("2026-10-05T00:00"); at < Japan("2027-01-10T00:00"); at += TimeSpan.FromMinutes(35))
        {
            var promise = AnswerPromise.Of(calendar, at + Conversation.AnswerWithin, at);
            var opens = calendar.At(at) is { Open: null, ChangesAt: { } next } ? next : at;
            Assert.True(promise.By >= opens + TimeSpan.FromHours(1), $"{at}");
            Assert.True(promise.By >= at + Conversation.AnswerWithin, $"{at}");
            Assert.NotNull(calendar.HoursOn(Domain.ServiceDay.Of(promise.By!.Value)));
        }
    }

    [Fact]
    public void A_closing_at_midnight_is_that_days_and_not_in_the_middle_of_the_night()
    {
        HoursSetting[] untilMidnight = [.. Enum.GetValues<ContactMethod>().Select(m => Hours(m, new(2026, 10, 2), 6, 24))];
        var asked = Japan("2026-10-06T10:00");
        Assert.StartsWith("10月6日(火) 24:00までにお返事できないときは、",
            AnswerPromise.Of(new(untilMidnight, Works), asked + Conversation.AnswerWithin, asked).InWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_held_for_months_no_time_is_named()
    {
        Closure[] all = [.. Enumerable.Range(0, 4)
            .Select(i => Closure.Of(new(new DateOnly(2026, 10, 5).AddDays(90 * i), new DateOnly(2026, 10, 5).AddDays(90 * i + 89), null, "閉鎖"),
                Guid.Empty, Set))];
        Assert.Equal("担当者がお返事します。少しお待ちください。", AnswerPromise.Of(new([], all), Japan("2026-10-06T09:00"), Japan("2026-10-05T09:00")).InWords);
    }

    [Fact]
    public async Task All_that_tells_a_client_when_somebody_answers_knows_the_managers_closures()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        var manager = await oneStop.AMember("manager", Duty.Manager);
        await oneStop.At<HoursDesk>(manager, d => d.Close(new(new(2026, 10, 6), new(2026, 10, 7), null, "工事")));
        var friend = await oneStop.AFriend();
        await oneStop.Type(friend, "質問があります");
        oneStop.AssertSays(friend, "お休みのあと、10月8日(木) 7:00までに");

        var led = await oneStop.AFriend("つばさ");
        await oneStop.Tap(led, "相談を予約したい");
        await oneStop.Tap(led, "よく分からない"); // handed over to a person
        oneStop.AssertSays(led, "10月8日(木) 7:00までに");

        var template = await oneStop.ATemplate("お時間をください", "おじかん", "{{24時間の期限}}までにお返事します。");
        var conversation = await oneStop.ConversationOf(friend);
        Assert.Contains("10月8日(木) 7:00までに", (await oneStop.At<TemplateFillingDesk, FilledTemplate>(manager, d => d.Fill(template, conversation))).Text,
            StringComparison.Ordinal);
    }

    private static HoursSetting Hours(ContactMethod method, DateOnly from, int opens, int closes) =>
        HoursSetting.From(new(method, from, TimeSpan.FromHours(opens), TimeSpan.FromHours(closes), "利用が少ないことを数字で確かめたため、市と協議した"), Guid.Empty, Set);

    private static AnswerPromise Promise(string askedAt, string heardAt) =>
        AnswerPromise.Of(new(Short, Works), Japan(askedAt) + Conversation.AnswerWithin,
            heardAt.Contains("T24:", StringComparison.Ordinal) ? Japan(heardAt.Replace("T24:", "T00:", StringComparison.Ordinal)).AddDays(1) : Japan(heardAt));
}
