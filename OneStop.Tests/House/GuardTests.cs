using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;
using OneStop.Portal.Shell;

namespace OneStop.Tests.House;

/// <summary>
/// 特記事項 4: 担当業務の内容に応じた最小限の権限. Every desk method, page and address is called with every duty, as LINE, as the clock and
/// as nobody. The callers admitted are compared with a file that a reviewer has approved, and not with the rule that admitted them.
/// </summary>
public sealed class GuardTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly IReadOnlyList<Type> Pages = [.. typeof(App).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any())];

    [Fact]
    public void The_duty_matrix_names_every_act_in_Japanese() =>
        Assert.DoesNotContain(DutyMatrix.Rows, r => r.Act.All(char.IsAscii) || r.Desk.All(char.IsAscii));

    [Fact]
    public async Task Whom_a_desk_lets_in_is_what_was_approved_and_what_the_duty_matrix_shows()
    {
        var lines = new List<string>(Callers.Legend);
        foreach (var desk in DutyMatrix.Desks)
        {
            lines.Add(desk.Name);
            foreach (var act in DutyMatrix.ActsOf(desk).OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                var letIn = new List<string>();
                foreach (var (name, be) in Callers.All)
                    if (await IsLetIn(desk, act, be))
                        letIn.Add(name);
                lines.Add($"    {act.Name}: {Callers.Say(letIn)}");
                Assert.Equal(Shown(act), letIn.Where(n => Enum.TryParse<Duty>(n, out _)));
            }
        }
        await Approved.Matches("Desks", lines);
    }

    [Fact]
    public async Task Who_sees_a_page_is_what_was_approved()
    {
        using var http = oneStop.Http();
        var lines = new List<string>();
        foreach (var page in Pages)
        {
            var admitted = Callers.All.Where(c => PageGate.Admits(page, As(c.Be))).Select(c => c.Name).ToList();
            foreach (var address in page.GetCustomAttributes<RouteAttribute>().Select(r => r.Template))
                lines.Add($"{address}: {Callers.Say(admitted)}; without signing in {await Doors.Answer(http, HttpMethod.Get, Doors.Concrete(address))}");
        }
        await Approved.Matches("Pages", Callers.Legend.Concat(lines.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Who_is_served_at_an_address_is_what_was_approved()
    {
        var windows = new Dictionary<string, SignInForm>();
        var lines = new List<string> { "# 302 /sign-in and 403 are refusals; 404 and 400 come after somebody was let in, who asked for nothing that is there", "" };
        try
        {
            foreach (var duty in Enum.GetValues<Duty>())
            {
                var member = await oneStop.AMember($"door-{duty}", duty);
                windows[duty.ToString()] = new(oneStop.Address);
                Assert.True(await windows[duty.ToString()].LetsIn(member.UserName!, TestOneStop.Password));
            }
            using var http = oneStop.Http();
            foreach (var (method, address) in Doors.Of(oneStop.Services))
            {
                lines.Add($"{method} {address}");
                var answers = new List<(string Who, string Answer)> { ("nobody", await Doors.Answer(http, method, Doors.Concrete(address))) };
                if (method == HttpMethod.Get) // the only post of staff ends their sitting
                    foreach (var (duty, window) in windows)
                        answers.Add((duty, Doors.Say(await window.Ask(new(method, Doors.Concrete(address))))));
                lines.AddRange(answers.GroupBy(a => a.Answer, a => a.Who).Select(g => $"    {g.Key}: {Callers.Say([.. g])}"));
            }
        }
        finally
        {
            foreach (var window in windows.Values)
                window.Dispose();
        }
        await Approved.Matches("Addresses", lines);
    }

    /// <summary>Returns the duties that the page of the duty matrix shows for an act.</summary>
    private static IEnumerable<string> Shown(MethodInfo act)
    {
        var rule = act.GetCustomAttribute<AllowedAttribute>() ?? new();
        return Enum.GetValues<Duty>().Where(d => rule.AnyStaff || rule.Duties.Contains(d)).Select(d => d.ToString());
    }

    private static Actor As(Action<Actor> be)
    {
        var actor = new Actor();
        be(actor);
        return actor;
    }

    private async Task<bool> IsLetIn(Type desk, MethodInfo method, Action<Actor> be)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        be(scope.ServiceProvider.GetRequiredService<Actor>());
        var instance = scope.ServiceProvider.GetRequiredService(desk);
        try
        {
            // Default arguments: admitted callers find nothing, others are refused before that.
            var result = method.Invoke(instance,
                [.. method.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
            await (Task)result!;
            return true;
        }
        catch (Exception exception)
        {
            return (exception as TargetInvocationException)?.InnerException is not NotAllowedException && exception is not NotAllowedException;
        }
    }
}
