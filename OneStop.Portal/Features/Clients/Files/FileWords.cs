using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Clients.Files;

namespace OneStop.Portal.Features.Clients.Files;

/// <summary>Sizes, icons and lines about files.</summary>
internal static class FileWords
{
    /// <summary>Returns a size in the unit that a person would say.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / 1024.0 / 1024.0:0.#}MB" : $"{Math.Max(1, bytes / 1024)}KB";

    /// <summary>Returns the icon of a file without a small picture.</summary>
    public static string IconOf(ClientFileRow file) =>
        file.View == ClientFileView.Pdf ? Icons.Material.Outlined.PictureAsPdf : Icons.Material.Outlined.InsertDriveFile;

    /// <summary>Returns when, by whom and what it is, in one line.</summary>
    public static string About(ClientFileRow file) =>
        $"{file.AddedAt.JapaneseDate.InYear}　{file.AddedBy}{(file.IsFromTalk ? "（トークから）" : "")}{(file.Type.Length > 0 ? $"　{file.Type} {Size(file.Length)}" : "")}";
}
