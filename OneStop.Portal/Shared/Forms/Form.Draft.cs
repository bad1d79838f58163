using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared.Forms;

// What is typed is kept on the server when the typing pauses, and comes back on whatever computer the form is opened next.
public sealed partial class Form<TWish>
{
    private DateTimeOffset? restoredAt;
    private bool wasTyped;

    [Inject] private FormDraftDesk Drafts { get; set; } = default!;

    /// <summary>Which form of which thing, such as memo:1f0c…; null keeps no draft. The record must be one that JSON can write and read.</summary>
    [Parameter] public string? DraftKey { get; set; }

    /// <summary>Whose conversation the form is about, if about a person's.</summary>
    [Parameter] public Guid? DraftAbout { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (DraftKey is null || await Drafts.Open(DraftKey) is not { } kept || HasChanges)
            return;
        if (JsonSerializer.Deserialize<Typed>(kept.Words) is not { } typed || typed.Mine.Equals(Value))
            return;
        (was, Mine, key, restoredAt) = (typed.Was, typed.Mine, typed.Key, kept.At);
        theirs = TheirsOf(typed.Was);
        OnChange();
    }

    /// <summary>The typing has paused.</summary>
    [JSInvokable]
    public async Task KeepDraft()
    {
        if (DraftKey is null || isBusy)
            return;
        if (HasChanges)
            await Drafts.Keep(DraftKey, DraftAbout, JsonSerializer.Serialize(new Typed(was!, Mine, key)));
        else
            await DropDraft();
    }

    private async Task DropDraft()
    {
        restoredAt = null;
        if (DraftKey is not null)
            await Drafts.Drop(DraftKey);
    }

    private async Task Discard()
    {
        Begin();
        OnChange();
        await DropDraft();
    }

    /// <summary>Who types before the script has come is heard once it has.</summary>
    private async Task KeepSoon()
    {
        if (wasTyped && DraftKey is not null && script is not null && await script.Tell("keepSoon"))
            wasTyped = false;
    }

    private sealed record Typed(TWish Was, TWish Mine, Guid Key);
}
