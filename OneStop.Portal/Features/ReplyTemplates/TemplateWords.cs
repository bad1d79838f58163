using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Search;

namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>The search for templates on their pages.</summary>
internal static class TemplateWords
{
    extension(TemplateRow row)
    {
        /// <summary>Returns whether title, reading, folder or first words contain the searched text.</summary>
        public bool Matches(string words) =>
            new[] { row.Title, row.Reading, row.FolderName, row.Preview }.Any(text => Plain(text).Contains(Plain(words), StringComparison.Ordinal));
    }

    private static string Plain(string text) => new FoldedText(text).Text.Trim();
}
