using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>
/// The script of one component in its page. A person can be elsewhere before the script has come: then calls find nobody and do
/// nothing, and what is attached too late is let go at once.
/// </summary>
internal sealed class PageScript<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TComponent>(IJSRuntime js,
    TComponent component) : IAsyncDisposable
    where TComponent : class
{
    private IJSObjectReference? attached;
    private readonly DotNetObjectReference<TComponent> self = DotNetObjectReference.Create(component);
    private bool isLeft;

    /// <summary>
    /// Loads a module and calls its <c>attach</c> with the component, for calls back, and what else it needs. What it
    /// returns is called from then on; it may return nothing if the component's part of the page is gone.
    /// </summary>
    public async Task Attach(string module, params object?[] with)
    {
        await js.Quietly(async () =>
        {
            var loaded = await js.InvokeAsync<IJSObjectReference>("import", module);
            if (!isLeft)
                attached = await loaded.InvokeAsync<IJSObjectReference?>("attach", [self, .. with]);
        });
        if (isLeft)
            await Leave();
    }

    /// <summary>Calls what was attached.</summary>
    /// <returns>Whether somebody was there to be told.</returns>
    public async Task<bool> Tell(string what, params object?[] with)
    {
        var heard = false;
        await js.Quietly(async () =>
        {
            if (attached is null)
                return;
            await attached.InvokeVoidAsync(what, with);
            heard = true;
        });
        return heard;
    }

    /// <summary>Asks what was attached.</summary>
    /// <returns>Its answer; the default where nobody is there to give one.</returns>
    public async Task<TAnswer?> Ask<TAnswer>(string what, params object?[] with)
    {
        var answer = default(TAnswer);
        await js.Quietly(async () =>
        {
            if (attached is not null)
                answer = await attached.InvokeAsync<TAnswer>(what, with);
        });
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        isLeft = true;
        await Leave();
    }

    private async Task Leave()
    {
        await Tell("detach");
        attached = null;
        self.Dispose();
    }
}
