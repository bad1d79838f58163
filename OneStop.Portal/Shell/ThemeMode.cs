using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>Light or dark mode of this circuit: the system's setting until the person switches; the choice is stored in the browser.</summary>
public sealed class ThemeMode(IJSRuntime js)
{
    private IJSObjectReference? module;

    public bool IsDark { get; private set; }

    /// <summary>Raised when the mode has changed.</summary>
    public event Action? Changed;

    /// <summary>Reads the stored choice, or the system's setting, from the browser.</summary>
    public async Task Start()
    {
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./shell.js");
        Set(await module.InvokeAsync<bool>("prefersDark"));
    }

    /// <summary>Switches between light and dark.</summary>
    public async Task Switch()
    {
        Set(!IsDark);
        if (module is not null)
            await module.InvokeVoidAsync("keepDark", IsDark);
    }

    private void Set(bool dark)
    {
        IsDark = dark;
        Changed?.Invoke();
    }
}
