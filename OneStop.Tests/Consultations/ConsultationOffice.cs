using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>An office that holds consultations and writes records.</summary>
internal static class ConsultationOffice
{
    /// <summary>The first day of the tests, a Monday; they begin at 9:00.</summary>
    public static readonly ServiceDay Today = new(new(2026, 10, 5));

    private static readonly ConsultationOrigin WalkIn = new(null, null);

    extension(TestOneStop oneStop)
    {
        /// <summary>Returns the input of a finished record of a talk by telephone this morning.</summary>
        public async Task<ConsultationWish> AWish(StaffMember by) => new()
        {
            Method = ConsultationMethod.Phone,
            Day = Today.Date,
            From = "7:30",
            Until = "8:15",
            Minutes = 45,
            StaffId = by.Id,
            Subjects = [await oneStop.ASubject()],
            Complaint = "学童の迎えに間に合う仕事を探したい",
            Assessment = "時間の条件が固い",
            Support = "求人の見方を説明した",
        };

        /// <summary>Returns the id of a subject by its place in the standard list.</summary>
        public Task<Guid> ASubject(int place = 1) => oneStop.Read(db => db.ConsultationSubjects.Where(s => s.Place == place).Select(s => s.Id).SingleAsync());

        /// <summary>Writes a record of a talk without booking; a draft unless it is confirmed.</summary>
        public Task<Guid> Written(StaffMember by, Guid client, ConsultationWish wish, bool confirms = true, Guid? booking = null) =>
            oneStop.At<ConsultationDesk, Guid>(by, desk =>
                desk.Write(client, booking is null ? WalkIn : new(booking, null), new(wish, wish with { Confirms = confirms })));

        /// <summary>Opens a record.</summary>
        public async Task<ConsultationView> OpenRecord(StaffMember by, Guid id) =>
            (await oneStop.At<ConsultationDesk, ConsultationView?>(by, desk => desk.Open(id)))!;

        /// <summary>Corrects a record.</summary>
        public async Task Correct(StaffMember by, Guid id, Func<ConsultationWish, ConsultationWish> change)
        {
            var wish = (await oneStop.OpenRecord(by, id)).Wish!;
            await oneStop.At<ConsultationDesk>(by, desk => desk.Correct(id, new(wish, change(wish))));
        }

        /// <summary>Returns a confirmed booking of a consultation today at an hour.</summary>
        public Task<Guid> ABooking(StaffMember with, Guid client, double hour, int day = 0, BookingKind kind = BookingKind.Consultation) =>
            oneStop.At<BookingDesk, Guid>(with, async desk => (await desk.Book(client,
                new(kind, ContactMethod.Video, Today.AddDays(day).At(TimeSpan.FromHours(hour)), with.Id, true, false, Reason: "本人の希望"), false)).Id);

        /// <summary>Advances the clock to a time of a day.</summary>
        public void PassTo(double hour, int day = 0) =>
            oneStop.Clock.SetUtcNow(Today.AddDays(day).At(TimeSpan.FromHours(hour)));

        /// <summary>Returns what is due as this member of staff sees it.</summary>
        public Task<List<DueItem>> Due(StaffMember member, Guid client, Guid? staff = null) => oneStop.WithDb(member, async (services, db) =>
        {
            var query = new DueQuery(new(client, [], []), staff, DateTimeOffset.MaxValue, oneStop.Clock.GetUtcNow(), 50);
            var items = new List<DueItem>();
            foreach (var source in services.GetServices<IDueSource>().Where(s => s.GetType().Namespace == typeof(Consultation).Namespace))
                items.AddRange(await source.Read(db, query));
            return items;
        });

        /// <summary>Returns the entries of the timeline as this member of staff sees them.</summary>
        public Task<IReadOnlyList<TimelineEntry>> Timeline(StaffMember member, Guid client, params string[] words) => oneStop.WithDb(member, (services, db) =>
            services.GetServices<ITimelineSource>().Single(s => s.Tables.Contains(typeof(Consultation)))
                .Read(db, new(new(client, [], []), DateTimeOffset.MaxValue, 50, null, words)));

        /// <summary>Reads the database as a member of staff.</summary>
        public Task<T> WithDb<T>(StaffMember member, Func<IServiceProvider, OneStopDb, Task<T>> read) => oneStop.As(member, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            return await read(services, db);
        });

        /// <summary>Returns a subject's row.</summary>
        public Task<SubjectRow> SubjectNamed(StaffMember by, string name) =>
            oneStop.At<VocabularyDesk, SubjectRow>(by, async desk => (await desk.Subjects()).Single(s => s.Name == name));

        /// <summary>Returns a counselor of this name and a client of theirs.</summary>
        public async Task<(StaffMember Counselor, Guid Client)> Counseling(string name)
        {
            var counselor = await oneStop.OnShift(name);
            return (counselor, await oneStop.AClient(counselor));
        }
    }
}
