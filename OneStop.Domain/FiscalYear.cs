namespace OneStop.Domain;

/// <summary>年度: from the first of April to the end of March.</summary>
/// <param name="Begins">The year in which it begins: 2026 for 令和8年度.</param>
public readonly record struct FiscalYear(int Begins)
{
    private const int FirstMonth = 4;
    private const int BeforeReiwa = 2018; // 2019 is 令和元年

    /// <summary>Returns the fiscal year of a day.</summary>
    public static FiscalYear Of(DateOnly day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);

    /// <summary>The first day.</summary>
    public DateOnly First => new(Begins, FirstMonth, 1);

    /// <summary>The last day.</summary>
    public DateOnly Last => First.AddYears(1).AddDays(-1);

    /// <summary>The first days of its months, in order.</summary>
    public IReadOnlyList<DateOnly> Months
    {
        get
        {
            var first = First;
            return [.. Enumerable.Range(0, 12).Select(first.AddMonths)];
        }
    }

    /// <summary>令和8年度</summary>
    public string InJapanese => $"令和{Begins - BeforeReiwa}年度";
}
