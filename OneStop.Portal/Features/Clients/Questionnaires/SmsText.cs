using Microsoft.JSInterop;
using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Portal.Features.Clients.Questionnaires;

/// <summary>The text that staff send by SMS. It names neither the client nor the service, because others may see the telephone.</summary>
internal static class SmsText
{
    /// <summary>Returns the text with the address.</summary>
    public static string Of(Uri address, DateTimeOffset until) =>
        $"お約束していたページです。\n{address}\n{JapanTime.Say(until)}まで開けます。開くだけでは、何も送られません。まわりに人がいないときに開いてください。";
}

/// <summary>Copies a text on the member of staff's computer.</summary>
internal static class Copying
{
    /// <summary>Returns false if the browser does not allow it; then the text has to be selected by hand.</summary>
    public static async Task<bool> TryCopy(this IJSRuntime js, string text)
    {
        try
        {
            await js.InvokeVoidAsync("navigator.clipboard.writeText", text);
            return true;
        }
        catch (JSException)
        {
            return false;
        }
    }
}

/// <summary>The icons of states.</summary>
internal static class QuestionnaireIcons
{
    public static string Of(QuestionnaireState state) => state switch
    {
        QuestionnaireState.NotSent => Icons.Material.Outlined.Drafts,
        QuestionnaireState.Sent => Icons.Material.Outlined.Send,
        QuestionnaireState.UnderWay => Icons.Material.Outlined.EditNote,
        QuestionnaireState.Received => Icons.Material.Outlined.MarkEmailRead,
        QuestionnaireState.Expired => Icons.Material.Outlined.TimerOff,
        _ => Icons.Material.Outlined.Block,
    };

    public static string Of(AnswerMatch match) => match switch
    {
        AnswerMatch.New => Icons.Material.Outlined.FiberNew,
        AnswerMatch.Same => Icons.Material.Outlined.DragHandle,
        AnswerMatch.Differs => Icons.Material.Outlined.CompareArrows,
        _ => Icons.Material.Outlined.DoNotDisturb,
    };
}
