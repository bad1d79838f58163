using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Staff;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings.Hour;

/// <summary>An office that calls its clients.</summary>
internal static class CallOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Returns a confirmed booking by telephone today at an hour.</summary>
        public Task<Guid> ACall(StaffMember with, Guid client, double hour) =>
            oneStop.At<BookingDesk, Guid>(with, async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, ConsultationOffice.Today.At(TimeSpan.FromHours(hour)), with.Id, true, false, Reason: "本人の希望"), false)).Id);

        /// <summary>Records what became of a call.</summary>
        public Task<RecordedTry> Call(StaffMember by, Guid booking, CallOutcome outcome, string note = "") =>
            oneStop.At<CallDesk, RecordedTry>(by, desk => desk.Record(booking, outcome, note, Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));

        /// <summary>Returns what a call needs.</summary>
        public async Task<CallSheet> SheetOf(StaffMember by, Guid booking) => (await oneStop.At<CallDesk, CallSheet?>(by, desk => desk.Sheet(booking)))!;
    }
}
