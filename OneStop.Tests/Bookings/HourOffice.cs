using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>An office at the hour of a booking: a counselor on shift, and a friend who is a client and booked.</summary>
internal static class HourOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Adds a friend who is a client, and books for them.</summary>
        public async Task<(VirtualFriend Friend, Guid Booking)> AHour(StaffMember with, string at, ContactMethod method = ContactMethod.Chat,
            bool isProposal = false)
        {
            var friend = await oneStop.AFriend();
            var talk = await oneStop.ConversationOf(friend);
            var client = await oneStop.At<ClientDesk, Guid>(with, async desk =>
            {
                var id = await desk.Register(talk, null, null);
                await desk.Agree(id);
                return id;
            });
            return (friend, await oneStop.AHourFor(client, with, at, method, isProposal));
        }

        /// <summary>Books for a client, beside other bookings if need be.</summary>
        public Task<Guid> AHourFor(Guid client, StaffMember with, string at, ContactMethod method = ContactMethod.Chat, bool isProposal = false) =>
            oneStop.At<BookingDesk, Guid>(with, async desk =>
                (await desk.Book(client, new(BookingKind.Consultation, method, TestOneStop.Japan(at), with.Id, true, false, Reason: "本人の希望"),
                    isProposal)).Id);

        /// <summary>Sets the clock.</summary>
        public void ItIs(string at) => oneStop.Clock.SetUtcNow(TestOneStop.Japan(at));

        /// <summary>Begins the talk of a booking.</summary>
        public Task<BegunTalk> BeginsTalk(StaffMember by, Guid booking) => oneStop.At<LiveTalkDesk, BegunTalk>(by, d => d.Begin(booking));

        /// <summary>Returns why the talk of a booking cannot be begun.</summary>
        public async Task<string> WhyNotBegun(StaffMember by, Guid booking) =>
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.BeginsTalk(by, booking))).Message;

        /// <summary>Waits until the friend has read these words, whatever came after them: a reminder may.</summary>
        public Task HasRead(VirtualFriend friend, string words) => TestOneStop.Until(() =>
            Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Any(b => !b.IsMine && Thumb.Read(b.Message).Contains(words, StringComparison.Ordinal))), words);

        /// <summary>Returns a booking as it is stored.</summary>
        public Task<Booking> Stored(Guid booking) => oneStop.Read(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking));

        /// <summary>Returns the row of a booking.</summary>
        public Task<BookingRow?> RowOf(StaffMember by, Guid booking) => oneStop.At<BookingDesk, BookingRow?>(by, d => d.Look(booking));
    }
}
