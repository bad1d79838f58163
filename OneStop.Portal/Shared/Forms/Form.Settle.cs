namespace OneStop.Portal.Shared.Forms;

/// <content>Saving waits for what was chosen just before it.</content>
public sealed partial class Form<TWish>
{
    private bool settles;

    /// <summary>A field's library is about to set the value, and does it only once the page has answered it.</summary>
    internal void Settle() => settles = true;

    /// <summary>
    /// Waits until what was chosen just before has arrived. The page answers in the order it was asked, so its answer to this comes
    /// after the one that the list waits for; otherwise the form would be saved without the choice.
    /// </summary>
    private async Task Settled()
    {
        if (!settles || script is null)
            return;
        (isBusy, settles) = (true, false);
        await script.Tell("settle");
        isBusy = false;
    }
}
