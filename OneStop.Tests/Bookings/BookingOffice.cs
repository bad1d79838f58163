using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>An office in which bookings can be made: somebody on shift, a client who may, and thumbs on a telephone.</summary>
internal static class BookingOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Somebody who works every day for these times.</summary>
        public async Task<StaffMember> OnShift(string name, Duty duty = Duty.Counselor, string times = "6:00-25:00")
        {
            var member = await oneStop.AMember(name, duty);
            await oneStop.Read(async db =>
            {
                if (await db.WeeklyShifts.AnyAsync(s => s.StaffId == member.Id))
                    return 0;
                foreach (var weekday in Enum.GetValues<DayOfWeek>())
                    db.WeeklyShifts.Add(WeeklyShift.For(member.Id, weekday, new(2026, 1, 1), WorkingTimes.Read(times), oneStop.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
            return member;
        }

        /// <summary>A client without LINE who agreed to the notice.</summary>
        public Task<Guid> AClient(StaffMember by, string name = "電話の人") => oneStop.At<ClientDesk, Guid>(by, async desk =>
        {
            var id = await desk.Register(null, name, "092-000-0000");
            await desk.Answer(id, Eligibility.Yes);
            await desk.Agree(id);
            return id;
        });

        /// <summary>Time goes by, and the clock's worker looks what is due.</summary>
        public void Pass(TimeSpan time)
        {
            oneStop.Clock.Advance(time);
            oneStop.Services.GetRequiredService<BookingSignal>().Raise();
        }

        /// <summary>Asks one desk as the clock does.</summary>
        public async Task ByClock<TDesk>(Func<TDesk, Task> ask) where TDesk : notnull
        {
            await using var scope = oneStop.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
            await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
        }

        /// <summary>Presses the button with this label on the newest card that has one.</summary>
        public async Task Tap(VirtualFriend friend, string label)
        {
            var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
            var (data, says) = Thumb.Find(oneStop.Line.TalkOf(friend.UserId), label);
            oneStop.Line.Press(friend.UserId, data, says, null);
            await oneStop.Answered(friend, before, label);
        }

        /// <summary>Types something that is answered at once.</summary>
        public async Task Type(VirtualFriend friend, string text)
        {
            var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
            oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
            await oneStop.Answered(friend, before, text);
        }

        /// <summary>What stands on the buttons of the newest answer.</summary>
        public List<string> Labels(VirtualFriend friend) =>
            [.. Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>())];

        /// <summary>Presses a button that posts this back, be it old or made up.</summary>
        public async Task Press(VirtualFriend friend, string data)
        {
            var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
            oneStop.Line.Press(friend.UserId, data, "ボタン", null);
            await oneStop.Answered(friend, before, data);
        }

        /// <summary>Waits until the newest of what somebody was told says this.</summary>
        public async Task Hears(VirtualFriend friend, string words)
        {
            await TestOneStop.Until(() => Task.FromResult(oneStop.Says(friend).Contains(words, StringComparison.Ordinal)), words);
            await oneStop.CallEnded(friend, words);
        }

        private async Task Answered(VirtualFriend friend, int before, string what)
        {
            await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) > before), $"an answer to {what}");
            await oneStop.CallEnded(friend, what);
        }

        /// <summary>
        /// The answer is on the telephone, and that LINE took it is saved: a clock that is set forward in between cuts the call off. What was
        /// said as a reply would be 不明 and said once more, and what was pushed would be tried again at a time that never comes.
        /// </summary>
        private async Task CallEnded(VirtualFriend friend, string what)
        {
            var id = Domain.Friends.LineUserId.Parse(friend.UserId);
            await TestOneStop.Until(() =>
                oneStop.Read(async db => !await db.OutgoingMessages.AnyAsync(m => m.ClaimedUntil != null
                    && db.Conversations.Any(c => c.Id == m.ConversationId && c.Friend.LineUserId == id))), $"the end of the call for {what}");
        }

        /// <summary>What the newest answer says.</summary>
        public string Says(VirtualFriend friend) => Thumb.Read(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message);

        /// <summary>The bookings of a friend, as they were made.</summary>
        public Task<List<Booking>> BookingsOf(VirtualFriend friend)
        {
            var id = Domain.Friends.LineUserId.Parse(friend.UserId);
            return oneStop.Read(db => db.Bookings.Shown(oneStop.Clock.GetUtcNow())
                .Where(b => db.Clients.Any(c => c.Id == b.ClientId && db.Friends.Any(f => f.Id == c.FriendId && f.LineUserId == id)))
                .OrderBy(b => b.CreatedAt).ToListAsync());
        }

        /// <summary>Answers the first-time questions.</summary>
        public async Task AnswersFirstQuestions(VirtualFriend friend)
        {
            await oneStop.Tap(friend, "はい");
            await oneStop.Tap(friend, "同意する");
        }

        /// <summary>A new friend of an office in which two counselors work all day.</summary>
        public async Task<VirtualFriend> Somebody(string counselor = "aoba")
        {
            await oneStop.OnShift(counselor);
            await oneStop.OnShift("midori");
            return await oneStop.AFriend();
        }

        /// <summary>Somebody before the last question.</summary>
        public async Task<VirtualFriend> OnTheWay(string day, string time, string method = "チャット")
        {
            var friend = await oneStop.Somebody();
            await oneStop.Tap(friend, "相談を予約したい");
            await oneStop.AnswersFirstQuestions(friend);
            foreach (var label in (string[])[day, time, .. method == "チャット" ? (string[])[] : ["電話・ビデオに変える", method]])
                await oneStop.Tap(friend, label);
            return friend;
        }

        /// <summary>Somebody who booked in LINE.</summary>
        public async Task<VirtualFriend> Booked(string day, string time, string method = "チャット")
        {
            var friend = await oneStop.OnTheWay(day, time, method);
            await oneStop.Tap(friend, "予約する");
            oneStop.AssertSays(friend, "予約ができました");
            return friend;
        }

        /// <summary>The newest answer has these words.</summary>
        public void AssertSays(VirtualFriend friend, string words) => Assert.Contains(words, oneStop.Says(friend), StringComparison.Ordinal);

        /// <summary>Until when a person has to answer; null if nobody has to.</summary>
        public async Task<DateTimeOffset?> DueOf(VirtualFriend friend)
        {
            var id = await oneStop.ConversationOf(friend);
            return await oneStop.Read(db => Task.FromResult(db.Conversations.Where(c => c.Id == id).Select(c => c.AnswerDue).Single()));
        }
    }
}
