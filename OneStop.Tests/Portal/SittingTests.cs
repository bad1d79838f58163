using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.SignIn;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Who has signed out or left acts no more, in whatever window.</summary>
public sealed class SittingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_sitting_that_was_ended_in_one_window_is_ended_in_all()
    {
        var member = await oneStop.AMember("two-windows", Duty.Counselor);
        Assert.True(await Enters(member, "morning"));
        await oneStop.As(member, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            Domain.Safeguards.AuditRecords.Record(db, Domain.Safeguards.AuditAct.SignedOut, nameof(StaffMember), member.Id.ToString(), "[]", oneStop.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }, "morning");
        Assert.False(await Enters(member, "morning"));
        Assert.True(await Enters(member, "evening")); // another sitting
    }

    [Fact]
    public async Task Who_has_left_does_not_enter()
    {
        var member = await oneStop.AMember("leaver", Duty.Counselor);
        await oneStop.Read(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == member.Id)).Leave(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.False(await Enters(member, "morning"));
    }

    private async Task<bool> Enters(StaffMember member, string sitting)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, member.Id.ToString()), new(StaffSignIn.SittingClaim, sitting)], "test"));
        var entered = await scope.ServiceProvider.GetRequiredService<StaffDoor>().Enter(principal);
        Assert.Equal(entered ? ActorKind.Staff : ActorKind.Nobody, scope.ServiceProvider.GetRequiredService<Actor>().Kind);
        return entered;
    }
}
