using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Search;

namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>How the pages find templates.</summary>
internal static class TemplateWords
{
    extension(TemplateRow row)
    {
        /// <summary>Is one of its title, reading, folder or first words what somebody looks for?</summary>
        public bool Matches(string words) =>
            new[] { row.Title, row.Reading, row.FolderName, row.Preview }.Any(text => Plain(text).Contains(Plain(words), StringComparison.Ordinal));
    }

    private static string Plain(string text) => new FoldedText(text).Text.Trim();
}
