using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Settings;
using OneStop.Portal.Shell;

namespace OneStop.Tests.House;

/// <summary>特記事項 4: 担当業務の内容に応じた最小限の権限. Every desk method and every page, with every duty.</summary>
public sealed class GuardTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    public static TheoryData<string, string> Acts => [.. DutyMatrix.Desks.SelectMany(d => DutyMatrix.ActsOf(d).Select(m => (d.FullName!, m.Name))).Distinct()];

    public static TheoryData<string> Pages => [.. typeof(App).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).Select(t => t.FullName!)];

    [Fact]
    public void The_duty_matrix_names_every_act_in_Japanese() =>
        Assert.DoesNotContain(DutyMatrix.Rows, r => r.Act.All(char.IsAscii) || r.Desk.All(char.IsAscii));

    [Fact]
    public void There_are_desks_and_pages_to_walk()
    {
        Assert.True(DutyMatrix.Desks.Count >= 5);
        Assert.True(Pages.Count >= 5);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_desk_asks_who_acts_before_it_looks_at_anything(string desk, string act)
    {
        var type = DutyMatrix.Desks.Single(d => d.FullName == desk);
        foreach (var method in DutyMatrix.ActsOf(type).Where(m => m.Name == act))
        {
            var rule = method.GetCustomAttribute<AllowedAttribute>();
            Assert.NotNull(rule); // a method without a rule is closed to all
            foreach (var duty in Enum.GetValues<Duty>())
                Assert.Equal(rule.AnyStaff || rule.Duties.Contains(duty), await IsLetIn(type, method, a => a.BeStaff(Member(duty), "")));
            Assert.Equal(rule.Line, await IsLetIn(type, method, a => a.BeLine()));
            Assert.Equal(rule.Clock, await IsLetIn(type, method, a => a.BeClock()));
            Assert.False(await IsLetIn(type, method, _ => { })); // nobody
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_whom_it_is_for(string page)
    {
        var type = typeof(App).Assembly.GetType(page)!;
        var rule = type.GetCustomAttribute<AllowedAttribute>();
        Assert.True(rule is not null || type.GetCustomAttribute<AllowAnonymousAttribute>() is not null);
        if (rule is null)
            return;
        foreach (var duty in Enum.GetValues<Duty>())
        {
            var actor = new Actor();
            actor.BeStaff(Member(duty), "");
            Assert.Equal(rule.AnyStaff || rule.Duties.Contains(duty), PageGate.Admits(type, actor));
        }
        Assert.False(PageGate.Admits(type, new Actor()));
    }

    [Theory]
    [InlineData(Duty.City, false)]
    [InlineData(Duty.Administrator, false)]
    [InlineData(Duty.OutreachOfficer, false)]
    [InlineData(Duty.Counselor, true)]
    [InlineData(Duty.Manager, true)]
    public async Task Who_may_not_see_people_reads_none_whatever_is_asked(Duty duty, bool sees)
    {
        await oneStop.AFriend();
        var count = await oneStop.As(Member(duty), async services =>
        {
            await using var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
            return db.Friends.Count() + db.Conversations.Count() + db.Messages.Count();
        });
        Assert.Equal(sees, count > 0);
    }

    private async Task<bool> IsLetIn(Type desk, MethodInfo method, Action<Actor> be)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        be(scope.ServiceProvider.GetRequiredService<Actor>());
        var instance = scope.ServiceProvider.GetRequiredService(desk);
        try
        {
            // Default arguments: whoever is let in meets nothing there, whoever is not is stopped before.
            var result = method.Invoke(instance, [.. method.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
            await (Task)result!;
            return true;
        }
        catch (Exception exception)
        {
            return (exception as TargetInvocationException)?.InnerException is not NotAllowedException && exception is not NotAllowedException;
        }
    }

    private StaffMember Member(Duty duty) => StaffMember.Welcome("x", "x", [duty], oneStop.Clock.GetUtcNow());
}
