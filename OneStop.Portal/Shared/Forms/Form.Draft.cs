using System.Text.Json;
using Microsoft.AspNetCore.Components;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Shared.Forms;

// The draft: input is saved on the server when typing pauses, and restored when the form is opened again, on any computer. What the server
// has not heard, because it was restarted, the tab keeps.
public sealed partial class Form<TWish>
{
    private DateTimeOffset? restoredAt;
    private bool wasTyped, isKept;
    private TWish? dropped; // the input whose draft was dropped, until something is typed again
    private Task keeping = Task.CompletedTask, opening = Task.CompletedTask;
    private string[] refused = []; // what the tab had kept, where somebody has written something else since

    [Inject] private FormDraftDesk Drafts { get; set; } = default!;

    [Inject] private Actor Actor { get; set; } = default!;

    /// <summary>The key of the draft, such as memo:1f0c…; null for no draft. The record must be serializable as JSON.</summary>
    [Parameter] public string? DraftKey { get; set; }

    /// <summary>The conversation of the person whom the form is about; null if it is not about a person.</summary>
    [Parameter] public Guid? DraftAbout { get; set; }

    /// <summary>Adjusts a draft that is restored to what the form begins with now, such as the time at which it was opened.</summary>
    [Parameter] public Func<TWish, TWish> Revive { get; set; } = draft => draft;

    /// <summary>
    /// Under which the tab keeps what the server has not heard; of each person apart, because computers are shared. Null for a form with a button: what it
    /// was to create may exist already, and typed again it would be something new.
    /// </summary>
    private string? TabKey => SavesItself && DraftKey is { } kept && Actor.Id is { } who ? $"form.{who:N}.{kept}" : null;

    protected override Task OnInitializedAsync() => opening = Restore();

    private async Task Restore()
    {
        if (DraftKey is null || await Drafts.Open(DraftKey) is not { } kept)
            return;
        isKept = true;
        if (HasChanges)
            return;
        if (JsonSerializer.Deserialize<Typed>(kept.Words) is not { } typed || typed.Mine.Equals(Value))
            return;
        (was, Mine, key, restoredAt) = (typed.Was, Revive(typed.Mine), typed.Key, kept.At);
        theirs = TheirsOf(typed.Was);
        OnChange();
    }

    /// <summary>Types what the tab has kept, once the draft of before is shown, on which it was typed.</summary>
    private async Task TypeKept()
    {
        if (TabKey is null || script is null)
            return;
        await opening;
        StateHasChanged(); // what is told now comes after it
        refused = await script.Ask<string[]>("typeKept") ?? [];
        if (refused.Length > 0)
            StateHasChanged();
    }

    /// <summary>The person has seen what could not be typed again.</summary>
    private async Task LetGo()
    {
        refused = [];
        await (script?.Tell("letGo")).OrDone();
    }

    /// <summary>Keeps what was typed and is not saved.</summary>
    private async Task KeepDraft()
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
        isKept = true;
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await Drafts.Keep(key, DraftAbout, words);
    }

    private async Task DropDraft()
    {
        (restoredAt, dropped) = (null, Mine);
        if (DraftKey is null || (SavesItself && !isKept)) // which saves often
            return;
        isKept = false;
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext); // or it would be kept after all
        await Drafts.Drop(DraftKey);
    }

    private async Task Discard()
    {
        Begin();
        faults.Clear();
        OnChange();
        await DropDraft();
    }

    /// <summary>Schedules saving for input that was typed before the script was loaded.</summary>
    private async Task KeepSoon()
    {
        if (wasTyped && (DraftKey is not null || SavesItself) && script is not null && await script.Tell("keepSoon"))
            wasTyped = false;
    }

    private sealed record Typed(TWish Was, TWish Mine, Guid Key);
}
