using System.Globalization;

namespace OneStop.Domain.CityForms;

/// <summary>
/// A value for a cell of a form: a text, a number or a date, so that the workbook can compute with it. A text is never a formula, whatever it looks
/// like.
/// </summary>
public abstract record FormValue
{
    private FormValue() { }

    /// <summary>Nothing: the cell stays empty.</summary>
    public static FormValue Blank { get; } = new FormText("");

    public static FormValue Of(string? text) => new FormText(text ?? "");

    public static FormValue Of(decimal? number) => number is { } known ? new FormNumber(known) : Blank;

    public static FormValue Of(DateOnly? date) => date is { } known ? new FormDate(known) : Blank;

    /// <summary>The value within a text: 12,000 or 令和8年11月30日.</summary>
    public abstract string InWords { get; }

    /// <summary>A text.</summary>
    public sealed record FormText(string Text) : FormValue
    {
        public override string InWords => Text;
    }

    /// <summary>A number.</summary>
    public sealed record FormNumber(decimal Number) : FormValue
    {
        public override string InWords => Number.ToString("#,##0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>A date.</summary>
    public sealed record FormDate(DateOnly Date) : FormValue
    {
        public override string InWords => Date.InEra;
    }
}
