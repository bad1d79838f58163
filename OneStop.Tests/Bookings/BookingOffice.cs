using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>An office in which bookings can be made: a member on shift, a client who may book, and buttons to press in LINE.</summary>
internal static class BookingOffice
{
    /// <summary>The host of the video service of the tests.</summary>
    public const string VideoHost = "meet.example.jp";

    extension(TestOneStop oneStop)
    {
        /// <summary>Adds a member who works these times every day.</summary>
        public async Task<StaffMember> OnShift(string name, Duty duty = Duty.Counselor, string times = "6:00-25:00")
        {
            var member = await oneStop.AMember(name, duty);
            await oneStop.HasVideo();
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

        /// <summary>Enters a video service that the City has approved, once: the office of the tests talks by chat, telephone and video.</summary>
        public Task<int> HasVideo() => oneStop.Read(async db =>
        {
            if ((await db.VideoProviders.ToListAsync()).Exists(s => s.Hosts.Contains(VideoHost)))
                return 0;
            var wish = new VideoProviderWish("見本ビデオ", VideoHost, new(2026, 1, 1), null, "こ家支第7号", new(2026, 1, 1), "課長 見本");
            db.VideoProviders.Add(VideoProvider.Of(1 + await db.VideoProviders.CountAsync(), wish, await db.Users.Select(u => u.Id).FirstAsync(), oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        /// <summary>Adds a client without LINE who has consented.</summary>
        public Task<Guid> AClient(StaffMember by, string name = "電話の人") => oneStop.At<ClientDesk, Guid>(by, async desk =>
        {
            var id = await desk.Register(null, name, "092-000-0000");
            await desk.Answer(id, Eligibility.Yes);
            await desk.Agree(id);
            return id;
        });

        /// <summary>Advances the clock and wakes the worker of bookings.</summary>
        public void Pass(TimeSpan time)
        {
            oneStop.Clock.Advance(time);
            oneStop.Services.GetRequiredService<BookingSignal>().Raise();
        }

        /// <summary>Calls a desk as the clock (the actor of automatic work).</summary>
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

        /// <summary>Types a text that is answered at once.</summary>
        public async Task Type(VirtualFriend friend, string text)
        {
            var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
            oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
            await oneStop.Answered(friend, before, text);
        }

        /// <summary>Returns the labels of the buttons of the newest answer.</summary>
        public List<string> Labels(VirtualFriend friend) =>
            [.. Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>())];

        /// <summary>Presses a button with this postback data, which may be outdated or made up.</summary>
        public async Task Press(VirtualFriend friend, string data)
        {
            var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
            oneStop.Line.Press(friend.UserId, data, "ボタン", null);
            await oneStop.Answered(friend, before, data);
        }

        /// <summary>Waits until the newest message to the friend contains these words.</summary>
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
        /// Waits until the answer is on the telephone and its acceptance by LINE is saved: a clock advanced in between would time the call
        /// out. A reply would then be 不明 and sent once more, and a push would be retried at a time that never comes.
        /// </summary>
        public async Task CallEnded(VirtualFriend friend, string what)
        {
            var id = Domain.Friends.LineUserId.Parse(friend.UserId);
            await TestOneStop.Until(() =>
                oneStop.Read(async db => !await db.OutgoingMessages.AnyAsync(m => m.ClaimedUntil != null
                    && db.Conversations.Any(c => c.Id == m.ConversationId && c.Friend.LineUserId == id))), $"the end of the call for {what}");
        }

        /// <summary>Returns the text of the newest answer.</summary>
        public string Says(VirtualFriend friend) => Thumb.Read(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message);

        /// <summary>Returns the bookings of a friend in order of creation.</summary>
        public Task<List<Booking>> BookingsOf(VirtualFriend friend)
        {
            var id = Domain.Friends.LineUserId.Parse(friend.UserId);
            return oneStop.Read(db => db.Bookings.Shown(oneStop.Clock.GetUtcNow())
                .Where(b => db.Clients.Any(c => c.Id == b.ClientId && db.Friends.Any(f => f.Id == c.FriendId && f.LineUserId == id)))
                .OrderBy(b => b.CreatedAt).ToListAsync());
        }

        /// <summary>Answers the first questions (eligibility and consent).</summary>
        public async Task AnswersFirstQuestions(VirtualFriend friend)
        {
            await oneStop.Tap(friend, "はい");
            await oneStop.Tap(friend, "同意する");
        }

        /// <summary>Adds a friend to an office in which two counselors work all day.</summary>
        public async Task<VirtualFriend> Somebody(string counselor = "aoba")
        {
            await oneStop.OnShift(counselor);
            await oneStop.OnShift("midori");
            return await oneStop.AFriend();
        }

        /// <summary>Leads a new friend to the last question of a booking.</summary>
        public async Task<VirtualFriend> OnTheWay(string day, string time, string method = "チャット")
        {
            var friend = await oneStop.Somebody();
            await oneStop.Tap(friend, "相談を予約したい");
            await oneStop.AnswersFirstQuestions(friend);
            foreach (var label in (string[])[day, time, .. method == "チャット" ? (string[])[] : ["電話・ビデオに変える", method]])
                await oneStop.Tap(friend, label);
            return friend;
        }

        /// <summary>Adds a friend who has booked in LINE.</summary>
        public async Task<VirtualFriend> Booked(string day, string time, string method = "チャット")
        {
            var friend = await oneStop.OnTheWay(day, time, method);
            await oneStop.Tap(friend, "予約する");
            oneStop.AssertSays(friend, "予約ができました");
            return friend;
        }

        /// <summary>Asserts that the newest answer contains these words.</summary>
        public void AssertSays(VirtualFriend friend, string words) => Assert.Contains(words, oneStop.Says(friend), StringComparison.Ordinal);

        /// <summary>Returns until when staff must answer; null if they need not.</summary>
        public async Task<DateTimeOffset?> DueOf(VirtualFriend friend)
        {
            var id = await oneStop.ConversationOf(friend);
            return await oneStop.Read(db => Task.FromResult(db.Conversations.Where(c => c.Id == id).Select(c => c.AnswerDue).Single()));
        }
    }
}
