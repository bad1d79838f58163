using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Shifts;

/// <summary>Sets patterns as the form does: based on the latest one.</summary>
internal static class Patterns
{
    extension(TestOneStop oneStop)
    {
        public async Task<Edit<PatternWish>> PatternEdit(StaffMember manager, Guid person, DateOnly from, Func<PatternWish, PatternWish> change)
        {
            var patterns = (await oneStop.At<ShiftDesk, PatternView?>(manager, desk => desk.Patterns(person)))!.Patterns;
            var was = PatternWish.Of(from, patterns.Count == 0 ? null : patterns[0].Week);
            return new(was, change(was));
        }

        public async Task<ShiftChange> SetPattern(StaffMember manager, Guid person, DateOnly from, Func<PatternWish, PatternWish> change)
        {
            var edit = await oneStop.PatternEdit(manager, person, from, change);
            return await oneStop.At<ShiftDesk, ShiftChange>(manager, desk => desk.SetPattern(person, edit));
        }
    }

    /// <summary>Returns the wish with the same times every day.</summary>
    public static PatternWish EveryDay(this PatternWish wish, string times) => new(wish.From, times, times, times, times, times, times, times);
}
