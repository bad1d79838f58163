using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;
using OneStop.Tests.House;

namespace OneStop.Tests.Staff;

/// <summary>Each member's own preferences.</summary>
public sealed class PreferencesTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Whoever_has_chosen_nothing_has_the_defaults() =>
        Assert.Equal(Preferences.Standard, await Of(await oneStop.AMember("newcomer", Duty.City)));

    [Fact]
    public async Task What_one_chooses_is_kept_and_is_nobody_elses()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var wished = new Preferences { SendWith = SendKey.Enter, UsesShortcuts = false, Notifies = false, Rings = false, Volume = 80 };
        await Choose(one, wished);
        Assert.Equal(wished, await Of(one));
        Assert.Equal(Preferences.Standard, await Of(two));

        await Choose(one, wished with { Volume = 10 }); // changed again
        Assert.Equal(10, (await Of(one)).Volume);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(101)]
    public void The_volume_has_bounds(int percent) => Assert.Throws<RuleException>(() => new Preferences { Volume = percent });

    [Fact]
    public async Task A_window_is_told_only_when_something_is_other_than_it_was()
    {
        var member = await oneStop.AMember("teller", Duty.Counselor);
        var told = 0;
        await oneStop.As(member, async services =>
        {
            var mine = services.GetRequiredService<MyPreferences>();
            mine.Changed += () => told++;
            await mine.Read(); // the defaults, now known to be the member's
            Assert.Equal(1, told);
            await mine.Read();
            Assert.Equal(1, told);
            await mine.Choose(mine.Now with { Rings = false });
            await mine.Read();
        });
        Assert.Equal(2, told);
    }

    private Task<Preferences> Of(StaffMember member) => oneStop.As(member, s => s.GetRequiredService<PreferencesDesk>().Mine());

    private Task Choose(StaffMember member, Preferences wished) => oneStop.As(member, s => s.GetRequiredService<PreferencesDesk>().Choose(wished));
}
