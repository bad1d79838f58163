using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Accounts;

/// <summary>There is always an administrator who can sign in.</summary>
public sealed class LastAdministratorTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_last_administrator_neither_leaves_nor_loses_the_duty_whoever_asks()
    {
        var last = await oneStop.AMember("last", Duty.Administrator);
        await Refused(desk => desk.Leave(last.Id, new(null, null)));
        await Refused(desk => desk.SetDuties(last.Id, DutyEdits.From(Duty.Administrator, Duty.Manager)));
        await AtTheMachine(desk => desk.Invite(new("not-yet", "まだ 入れない人", [Duty.Administrator])));
        await Refused(desk => desk.Leave(last.Id, new(null, null))); // an invited administrator without a password does not count
        await oneStop.AMember("next", Duty.Administrator);
        await AtTheMachine(desk => desk.Leave(last.Id, new(null, null)));
        Assert.NotNull(await oneStop.Read(db => db.Users.Where(u => u.Id == last.Id).Select(u => u.LeftAt).SingleAsync()));
    }

    private async Task Refused(Func<AccountDesk, Task> act) =>
        Assert.Contains("いなくなります", (await Assert.ThrowsAsync<RuleException>(() => AtTheMachine(act))).Message);

    /// <summary>Acts like a command, which may change any account.</summary>
    private async Task AtTheMachine(Func<AccountDesk, Task> act)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await act(scope.ServiceProvider.GetRequiredService<AccountDesk>());
    }
}
