using System.Text;
using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.ReplyTemplates;

namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>How the pages find templates and tell what was done.</summary>
internal static class TemplateWords
{
    extension(TemplateRow row)
    {
        /// <summary>Is one of its title, reading, folder or first words what somebody looks for?</summary>
        public bool Matches(string words) => new[] { row.Title, row.Reading, row.FolderName, row.Preview }.Any(text => Plain(text).Contains(Plain(words), StringComparison.Ordinal));
    }

    extension(ISnackbar toasts)
    {
        /// <summary>Does it, or says why not.</summary>
        public async Task<bool> Try(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (RuleException rule)
            {
                toasts.Add(rule.Message, Severity.Error);
                return false;
            }
        }

        /// <summary>Tells what was done, with a way back.</summary>
        public void AddUndoable(string what, Func<Task> undo) => toasts.Add(what, Severity.Normal, toast =>
        {
            toast.Action = "元に戻す";
            toast.OnClick = async _ => await toasts.Try(undo);
        });
    }

    /// <summary>One width, one case, katakana as hiragana.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));
}
