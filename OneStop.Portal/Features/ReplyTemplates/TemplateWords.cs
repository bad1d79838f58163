using System.Text;
using OneStop.Domain.ReplyTemplates;

namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>How the pages find templates.</summary>
internal static class TemplateWords
{
    extension(TemplateRow row)
    {
        /// <summary>Is one of its title, reading, folder or first words what somebody looks for?</summary>
        public bool Matches(string words) => new[] { row.Title, row.Reading, row.FolderName, row.Preview }.Any(text => Plain(text).Contains(Plain(words), StringComparison.Ordinal));
    }

    /// <summary>One width, one case, katakana as hiragana.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));
}
