using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Clients.Questionnaires;
using OneStop.Portal.Shared;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>届いた質問票, when one goes on to another while the database is slow.</summary>
[SqliteOnly("holds back its commands")]
public sealed class ReceivedPageTests : BunitContext, IAsyncLifetime
{
    private readonly HeldCommands held = new();
    private readonly TestOneStop oneStop;

    public ReceivedPageTests() => oneStop = new() { Options = options => options.AddInterceptors(held) };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    [Fact]
    public async Task A_questionnaire_that_is_read_late_does_not_come_up_in_place_of_the_next()
    {
        var member = await oneStop.AMember("goes-on", Duty.Counselor);
        var (first, second) = (IdsIn(await oneStop.AReceived(member)), IdsIn(await oneStop.AReceived(member)));
        Enter(member);
        var isHeld = held.HoldNext("\"ClientQuestionnaires\"");
        var page = Render<ReceivedPage>(p => p.Add(x => x.ClientId, first.Client).Add(x => x.Id, first.Sheet));
        await isHeld;
        page.Render(p => p.Add(x => x.ClientId, second.Client).Add(x => x.Id, second.Sheet));
        await page.WaitForElementAsync($"a[href='/clients/{second.Client}']");
        held.Release();
        await TestOneStop.Until(() => oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Looked && e.PersonId == first.Client && e.ActorId == member.Id)),
            "the first to be read");
        await page.InvokeAsync(() => { });
        Assert.NotEmpty(page.FindAll($"a[href='/clients/{second.Client}']"));
    }

    private static (Guid Client, Guid Sheet) IdsIn(string path) => (Guid.Parse(path.Split('/')[2]), Guid.Parse(path.Split('/')[4]));

    private void Enter(StaffMember member)
    {
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock);
        Services.AddMudServices().AddScoped<UndoToasts>();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await oneStop.DisposeAsync();
    }
}
