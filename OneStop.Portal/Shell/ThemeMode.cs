using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>Light or dark, for this circuit: as the system has it, until the person switches; the choice is kept in the browser.</summary>
public sealed class ThemeMode(IJSRuntime js)
{
    private IJSObjectReference? module;

    public bool IsDark { get; private set; }

    /// <summary>It was switched.</summary>
    public event Action? Changed;

    /// <summary>Asks the browser what was chosen or what the system has.</summary>
    public async Task Start()
    {
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./shell.js");
        Set(await module.InvokeAsync<bool>("prefersDark"));
    }

    /// <summary>Switches.</summary>
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
