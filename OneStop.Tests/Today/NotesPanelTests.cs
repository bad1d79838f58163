using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Today.Notes;
using OneStop.Portal.Features.Today;
using OneStop.Portal.Shared;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Today;

/// <summary>申し送り on 今日: what is read when a part of it is opened, and what is read again.</summary>
public sealed class NotesPanelTests : BunitContext, IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo) = (await oneStop.OnShift("mina"), await oneStop.OnShift("ryo"));
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(ryo, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock);
        Services.AddMudServices().AddScoped<UndoToasts>();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Whom_a_note_can_be_about_is_seen_when_its_form_is_opened()
    {
        await oneStop.ABooking(mina, await oneStop.AClient(mina, "つぎの人"), 10);
        var panel = Render<NotesPanel>(p => p.Add(x => x.Now, oneStop.Clock.GetUtcNow()));
        await panel.WaitForElementAsync("details");
        Assert.Equal(0, await Seen());
        await panel.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await panel.WaitForElementAsync("textarea");
        Assert.Equal(1, await Seen());
        oneStop.PassTo(30);
        panel.Render(p => p.Add(x => x.Now, oneStop.Clock.GetUtcNow())); // another day, other bookings
        panel.WaitForAssertion(() => Assert.DoesNotContain("あす", panel.Markup, StringComparison.Ordinal));

        async Task<int> Seen()
        {
            await oneStop.WriteLooks();
            return await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Previewed && e.ActorId == ryo.Id));
        }
    }

    [Fact]
    public async Task The_latest_notes_once_opened_are_read_again_with_the_others()
    {
        var panel = Render<NotesPanel>(p => p.Add(x => x.Now, oneStop.Clock.GetUtcNow()));
        await panel.WaitForElementAsync("details");
        await panel.FindAll("details")[^1].TriggerEventAsync("ontoggle", EventArgs.Empty);
        panel.WaitForAssertion(() => Assert.Contains("日に、申し送りはありません", panel.Markup, StringComparison.Ordinal));
        await oneStop.At<ShiftNoteDesk, Guid>(mina, d => d.Write(new(new(), new() { Text = "鍵は受付です" })));
        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll(".note-line").Count)); // as what waits, and as one of the latest
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await oneStop.DisposeAsync();
    }
}
