using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Places;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.Shifts;

namespace OneStop.Tests.House;

/// <summary>Settings with a date of effect: past values cannot be changed, even by code that forgets to check.</summary>
public sealed class DatedSettingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 12);

    [Fact]
    public void What_holds_on_a_day_is_the_row_that_began_last()
    {
        Dated[] rows = [new(Monday), new(Monday.AddDays(7)), new(Monday.AddDays(-7))];
        Assert.Null(rows.InForceOn(Monday.AddDays(-8)));
        Assert.Equal(rows[2], rows.InForceOn(Monday.AddDays(-1)));
        Assert.Equal(rows[0], rows.InForceOn(Monday));
        Assert.Equal(rows[1], rows.InForceOn(Monday.AddYears(1)));
        Assert.Equal(2, rows.AsQueryable().BegunBy(Monday).Count());
        Assert.Equal([true, false], rows.Take(2).Select(r => r.HasBegun(Monday)));
    }

    [Fact]
    public async Task No_save_changes_or_removes_what_has_held_and_what_is_to_come_may_be_changed()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("dated-manager", Duty.Manager);
        var person = await other.AMember("dated-counselor", Duty.Counselor);
        var change = await other.SetPattern(manager, person.Id, Monday, week => week.EveryDay("9:00-18:00"));
        Task Save(Action<OneStopDb, WeeklyShift> act) => other.As(manager, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            act(db, await db.WeeklyShifts.SingleAsync(s => s.StaffId == person.Id && s.Weekday == DayOfWeek.Monday));
            await db.SaveChangesAsync();
        });
        await Save((_, row) => row.Change(WorkingTimes.None)); // still in the future
        await Save((_, row) => row.Change(WorkingTimes.Read("9:00-18:00")));

        other.Clock.Advance(TimeSpan.FromDays(8)); // Tuesday: it was in force yesterday
        await Assert.ThrowsAsync<RuleException>(() => Save((_, row) => row.Change(WorkingTimes.None)));
        await Assert.ThrowsAsync<RuleException>(() => Save((db, row) => db.Remove(row)));
        Assert.Contains("元に戻せません", (await Assert.ThrowsAsync<RuleException>(() => other.At<ShiftDesk>(manager, desk => desk.PutBack(change)))).Message,
            StringComparison.Ordinal);
        Assert.Equal(7, await other.Read(db => db.WeeklyShifts.CountAsync(s => s.StaffId == person.Id)));
    }

    [Fact]
    public async Task Each_says_of_what_it_is_and_begins_once_a_day()
    {
        var dated = await oneStop.Read(db =>
            Task.FromResult(db.Model.GetEntityTypes().Where(e => e.FindProperty(nameof(IDatedSetting.EffectiveFrom)) is not null).ToList()));
        Assert.Contains(dated, e => e.ClrType == typeof(HoursSetting));
        Assert.All(dated, e => Assert.True(e.ClrType.IsAssignableTo(typeof(IDatedSetting)),
            $"{e.ClrType.Name} has a date of effect and is no {nameof(IDatedSetting)}"));
        Assert.All(dated, e => Assert.Contains(e.GetIndexes(),
            i => i.IsUnique && i.Properties.Count > (Single.Contains(e.ClrType) ? 0 : 1) && i.Properties[^1].Name == nameof(IDatedSetting.EffectiveFrom)));
    }

    /// <summary>Settings of which the service has one only, so that nothing says of what it is.</summary>
    private static readonly Type[] Single = [typeof(CommutingArea)];

    private sealed record Dated(DateOnly EffectiveFrom) : IDatedSetting;
}
