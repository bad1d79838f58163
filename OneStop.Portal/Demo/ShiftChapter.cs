using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>The shifts: early and late in turn, with two days off a week.</summary>
internal sealed class ShiftChapter : IDemoChapter
{
    private static readonly string[] Early = ["6:00-14:00", "9:00-18:00"], Late = ["13:00-22:00", "17:00-25:00"];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        foreach (var (i, person) in Workers(book).Index())
        {
            foreach (var weekday in Enum.GetValues<DayOfWeek>())
            {
                var times = ((int)weekday + i) % 7 < 2 ? WorkingTimes.None : WorkingTimes.Read((i % 2 == 0 ? Early : Late)[((int)weekday + i) % 2]);
                book.Add(WeeklyShift.For(person.Id, weekday, book.Now.JapaneseDate.AddDays(-60), times, book.Now));
            }
        }
        return Task.CompletedTask;
    }

    /// <summary>Returns the staff who work with clients.</summary>
    public static IReadOnlyList<StaffMember> Workers(DemoBook book) =>
        [.. book.Staff.Where(s => s.Duties.Any(d => d.SeesPeople)).OrderBy(s => s.UserName, StringComparer.Ordinal)];
}
