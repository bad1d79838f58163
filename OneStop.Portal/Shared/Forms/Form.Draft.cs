using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared.Forms;

// The draft: input is saved on the server when typing pauses, and restored when the form is opened again, on any computer.
public sealed partial class Form<TWish>
{
    private DateTimeOffset? restoredAt;
    private bool wasTyped;
    private TWish? dropped; // the input whose draft was dropped, until something is typed again
    private Task keeping = Task.CompletedTask;

    [Inject] private FormDraftDesk Drafts { get; set; } = default!;

    /// <summary>The key of the draft, such as memo:1f0c…; null for no draft. The record must be serializable as JSON.</summary>
    [Parameter] public string? DraftKey { get; set; }

    /// <summary>The conversation of the person whom the form is about; null if it is not about a person.</summary>
    [Parameter] public Guid? DraftAbout { get; set; }

    /// <summary>Adjusts a draft that is restored to what the form begins with now, such as the time at which it was opened.</summary>
    [Parameter] public Func<TWish, TWish> Revive { get; set; } = draft => draft;

    protected override async Task OnInitializedAsync()
    {
        if (DraftKey is null || await Drafts.Open(DraftKey) is not { } kept || HasChanges)
            return;
        if (JsonSerializer.Deserialize<Typed>(kept.Words) is not { } typed || typed.Mine.Equals(Value))
            return;
        (was, Mine, key, restoredAt) = (typed.Was, Revive(typed.Mine), typed.Key, kept.At);
        theirs = TheirsOf(typed.Was);
        OnChange();
    }

    /// <summary>Called by the page when typing has paused.</summary>
    [JSInvokable]
    public async Task KeepDraft()
    {
        if (DraftKey is null || isBusy)
            return;
        if (!HasChanges)
            await DropDraft();
        else if (!Mine.Equals(dropped)) // the page's timer was on its way when the person chose to lose it
            await (keeping = Keep(keeping, DraftKey, JsonSerializer.Serialize(new Typed(was!, Mine, key))));
    }

    /// <summary>One after the other: an earlier save, tried again, would bring back what is dropped after a later one.</summary>
    private async Task Keep(Task before, string key, string words)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await Drafts.Keep(key, DraftAbout, words);
    }

    private async Task DropDraft()
    {
        (restoredAt, dropped) = (null, Mine);
        if (DraftKey is null)
            return;
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext); // or it would be kept after all
        await Drafts.Drop(DraftKey);
    }

    private async Task Discard()
    {
        Begin();
        OnChange();
        await DropDraft();
    }

    /// <summary>Schedules saving for input that was typed before the script was loaded.</summary>
    private async Task KeepSoon()
    {
        if (wasTyped && DraftKey is not null && script is not null && await script.Tell("keepSoon"))
            wasTyped = false;
    }

    private sealed record Typed(TWish Was, TWish Mine, Guid Key);
}
