using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>
/// The script of one component in its page. The person may leave before the script has loaded: then calls do nothing, and a script
/// attached too late is detached at once.
/// </summary>
internal sealed class PageScript<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TComponent>(IJSRuntime js,
    TComponent component) : IAsyncDisposable
    where TComponent : class
{
    private IJSObjectReference? attached;
    private readonly DotNetObjectReference<TComponent> self = DotNetObjectReference.Create(component);
    private bool isLeft;

    /// <summary>
    /// Loads a module and calls its <c>attach</c> with the component, for calls back, and further arguments. Later calls go to the
    /// object that it returns; it may return null if the component's part of the page is gone.
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

    /// <summary>Calls a function of the attached object.</summary>
    /// <returns>False if nothing is attached or the call failed.</returns>
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

    /// <summary>Calls a function of the attached object and returns its answer.</summary>
    /// <returns>The answer; the default value if nothing is attached.</returns>
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
