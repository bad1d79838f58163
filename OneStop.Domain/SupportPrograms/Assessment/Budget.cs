using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>A line of the household's month.</summary>
/// <param name="IsIncome">Whether it comes in; otherwise it goes out.</param>
/// <param name="Yen">Null while it is not known.</param>
public sealed record BudgetLine(bool IsIncome, string What, int? Yen);

/// <summary>家計: what comes in and goes out in a month.</summary>
public sealed record Budget
{
    /// <summary>The most lines.</summary>
    public const int Most = 40;

    [DisplayName("家計")] public ValueList<BudgetLine> Lines { get; init; } = [];

    /// <summary>What comes in, in yen a month.</summary>
    public long Income => SumOf(isIncome: true);

    /// <summary>What goes out, in yen a month.</summary>
    public long Expense => SumOf(isIncome: false);

    /// <summary>What is left, or missing, in a month.</summary>
    public long Rest => Income - Expense;

    /// <summary>Whether something that comes in and something that goes out is known.</summary>
    public bool IsWhole => Lines.Any(l => l is { IsIncome: true, Yen: not null }) && Lines.Any(l => l is { IsIncome: false, Yen: not null });

    /// <summary>Returns the budget without lines in which nothing was entered.</summary>
    public Budget WithoutEmptyLines() => this with { Lines = [.. Lines.Where(l => l.Yen is not null || !string.IsNullOrWhiteSpace(l.What))] };

    /// <summary>Returns the lines trimmed, without empty ones.</summary>
    /// <exception cref="RuleException">A line has no name, an amount is not possible, or there are too many.</exception>
    public Budget Checked()
    {
        var lines = WithoutEmptyLines().Lines.ToList();
        if (lines.Count > Most)
            throw new RuleException($"家計は{Most}行まで入力できます。", nameof(Lines));
        if (lines.Exists(l => string.IsNullOrWhiteSpace(l.What)))
            throw new RuleException("何のお金かを入力してください。", nameof(Lines));
        return this with
        {
            Lines = [.. lines.Select(l => l with { What = l.What.Short("何のお金か", nameof(Lines)), Yen = l.Yen.Within(0, FactTexts.MostYen, l.What, nameof(Lines)) })],
        };
    }

    private long SumOf(bool isIncome) => Lines.Where(l => l.IsIncome == isIncome).Sum(l => (long)(l.Yen ?? 0));
}
