using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>Calls of components to their scripts.</summary>
internal static class ScriptCalls
{
    extension(IJSRuntime js)
    {
        /// <summary>
        /// Makes calls to a page that may be gone meanwhile (another conversation was opened, the tab was closed); the resulting exceptions are ignored.
        /// </summary>
        public async Task Quietly(Func<Task> calls)
        {
            ArgumentNullException.ThrowIfNull(js);
            try
            {
                await calls();
            }
            catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
            {
                // The page is gone, and with it what was attached.
            }
        }
    }
}
