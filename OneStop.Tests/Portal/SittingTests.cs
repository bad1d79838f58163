using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.SignIn;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Members who have signed out or left can no longer act in any window; nor can those who cannot be checked.</summary>
public sealed class SittingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_sitting_that_was_ended_in_one_window_is_ended_in_all()
    {
        var member = await oneStop.AMember("two-windows", Duty.Counselor);
        await Record(member, "two-morning", AuditAct.SignedIn);
        await Record(member, "two-evening", AuditAct.SignedIn);
        Assert.True(await Enters(member, "two-morning"));
        await Record(member, "two-morning", AuditAct.SignedOut);
        Assert.False(await Enters(member, "two-morning"));
        Assert.True(await Enters(member, "two-evening")); // another sitting
    }

    [Fact]
    public async Task A_sitting_that_nobody_began_or_somebody_else_did_opens_nothing()
    {
        var (member, other) = (await oneStop.AMember("forged", Duty.Manager), await oneStop.AMember("somebody-else", Duty.Counselor));
        await Record(other, "of-the-other", AuditAct.SignedIn);
        Assert.False(await Enters(member, "never-begun"));
        Assert.False(await Enters(member, "of-the-other"));
    }

    [Fact]
    public async Task A_sign_in_that_was_written_into_the_database_and_not_by_a_portal_opens_nothing()
    {
        var member = await oneStop.AMember("inserted", Duty.Manager);
        await Record(member, "inserted", AuditAct.SignedIn);
        Assert.True(await Enters(member, "inserted"));
        await oneStop.Read(db => db.Database.ExecuteSqlAsync($"UPDATE \"AuditEntries\" SET \"Sitting\" = 'invented' WHERE \"Sitting\" = 'inserted'"));
        Assert.False(await Enters(member, "invented"));
    }

    [Fact]
    public async Task A_sitting_ends_after_twelve_hours_however_busy_it_was()
    {
        var member = await oneStop.AMember("all-day", Duty.Counselor);
        await Record(member, "all-day", AuditAct.SignedIn);
        oneStop.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.True(await Enters(member, "all-day"));
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Enters(member, "all-day"));
    }

    [Fact]
    public async Task Who_has_left_or_was_changed_does_not_enter()
    {
        var member = await oneStop.AMember("leaver", Duty.Counselor);
        await Record(member, "leaver", AuditAct.SignedIn);
        Assert.False(await Enters(member, "leaver", stamp: "another"));
        Assert.True(await Enters(member, "leaver"));
        await oneStop.Read(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == member.Id)).Leave(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.False(await Enters(member, "leaver"));
    }

    [Fact]
    public async Task Whoever_cannot_be_checked_is_nobody_until_it_can_be()
    {
        var member = await oneStop.AMember("unchecked", Duty.Counselor);
        await Record(member, "unchecked", AuditAct.SignedIn);
        await using var scope = oneStop.Services.CreateAsyncScope();
        var (door, actor) = (scope.ServiceProvider.GetRequiredService<StaffDoor>(), scope.ServiceProvider.GetRequiredService<Actor>());
        Assert.True(await door.Enter(Cookie(member, "unchecked", member.SecurityStamp)));
        await using (await oneStop.WithoutStaffTable())
        {
            await Assert.ThrowsAnyAsync<Exception>(() => door.Enter(Cookie(member, "unchecked", member.SecurityStamp)));
            Assert.Equal(ActorKind.Nobody, actor.Kind);
        }
        Assert.True(await door.Enter(Cookie(member, "unchecked", member.SecurityStamp)));
        Assert.Equal(ActorKind.Staff, actor.Kind);
    }

    private Task Record(StaffMember member, string sitting, AuditAct act) => oneStop.As(member, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        AuditRecords.Record(db, act, nameof(StaffMember), member.Id.ToString(), null, "[]", oneStop.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }, sitting);

    private async Task<bool> Enters(StaffMember member, string sitting, string? stamp = null)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        var entered = await scope.ServiceProvider.GetRequiredService<StaffDoor>().Enter(Cookie(member, sitting, stamp ?? member.SecurityStamp));
        Assert.Equal(entered ? ActorKind.Staff : ActorKind.Nobody, scope.ServiceProvider.GetRequiredService<Actor>().Kind);
        return entered;
    }

    private static ClaimsPrincipal Cookie(StaffMember member, string sitting, string? stamp) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, member.Id.ToString()), new(StaffSignIn.SittingClaim, sitting),
            new(new ClaimsIdentityOptions().SecurityStampClaimType, stamp!)], "test"));
}
