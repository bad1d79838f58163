using System.Globalization;

namespace OneStop.Portal.Documents;

/// <summary>The limits of an uploaded sheet.</summary>
/// <param name="Advice">What to upload instead of a file that is too large, as the beginning of 「…ファイルにしてください」.</param>
public sealed record SheetLimits(string Advice)
{
    /// <summary>The largest upload in bytes that is held in memory, of any type.</summary>
    public const int LargestUpload = 5 * 1024 * 1024;

    /// <summary>The largest file in bytes.</summary>
    public long LargestFile { get; init; } = LargestUpload;

    /// <summary>The largest size of an unpacked workbook in bytes.</summary>
    public long LargestUnpacked { get; init; } = 20 * 1024 * 1024;

    /// <summary>The name of the sheet to read. If it is null, or there is only one sheet, the first is read.</summary>
    public string? SheetName { get; init; }

    /// <summary>The largest number of cells that are not empty.</summary>
    public int MostCells { get; init; } = 100_000;

    /// <summary>The number of the last row that is read.</summary>
    public int MostRows { get; init; } = 1_048_576; // Excel's own limit

    /// <summary>The largest number of texts that the cells of a workbook share.</summary>
    public int MostTexts { get; init; } = 200_000;

    /// <summary>The largest length of all of these texts together. They are held while a workbook is read.</summary>
    public long MostLetters { get; init; } = 20_000_000;

    /// <summary>The length to which the text of a cell is cut.</summary>
    public int LongestText { get; init; } = 4_000;

    /// <summary>The message for a sheet with too much content.</summary>
    public string TooLarge => $"表が大きすぎます。{Advice}ファイルにしてください。";

    /// <summary>The message for a sheet with too many rows.</summary>
    public string TooManyRows => $"{MostRows.ToString("N0", CultureInfo.InvariantCulture)}行までです。{Advice}ファイルにしてください。";

    /// <summary>The message for a file with too many bytes.</summary>
    public string TooManyBytes =>
        $"ファイルが大きすぎます。{(LargestFile / 1024 / 1024).ToString(CultureInfo.InvariantCulture)}MBまでの、{Advice}ファイルにしてください。";
}
