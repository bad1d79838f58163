using Microsoft.JSInterop;

namespace OneStop.Portal.Shell;

/// <summary>How components call their scripts.</summary>
internal static class ScriptCalls
{
    extension(IJSRuntime js)
    {
        /// <summary>
        /// Makes calls whose page may be gone meanwhile (another conversation was opened, the tab was closed): then nothing is left to be done.
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
