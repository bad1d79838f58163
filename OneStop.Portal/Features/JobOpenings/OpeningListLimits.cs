using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.JobOpenings;

/// <summary>
/// The limits of an uploaded list of public openings. The CSV of ハローワーク求人・求職情報提供サービス has some 420 columns: a prefecture's 20,000 openings
/// are about 90 MB. A CSV is never held in memory; of a workbook the texts that its cells share are.
/// </summary>
internal static class OpeningListLimits
{
    private const int Megabyte = 1024 * 1024;

    public static SheetLimits Sheet { get; } = new("県や地域で分けた")
    {
        LargestFile = 150 * Megabyte,
        LargestUnpacked = 400 * Megabyte,
        MostRows = 50_001,
        MostCells = int.MaxValue,
        MostTexts = 2_000_000,
        MostLetters = 50 * Megabyte,
    };
}
