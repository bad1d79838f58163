using OneStop.Portal.Documents.CityForms;

namespace OneStop.Tests.CityForms;

/// <summary>The references within formulas, as rows are inserted and repeated.</summary>
public sealed class FormulaTextTests
{
    /// <summary>Row 5 of 「様式1」 becomes rows 5 to 7.</summary>
    private static readonly RowShift Shift = new("様式1", 5, 5, 2);

    [Theory]
    [InlineData("SUM(B5:B5)", "SUM(B5:B7)")]
    [InlineData("SUM(B4:B6)", "SUM(B4:B8)")]
    [InlineData("B5*2+b6", "B5*2+B8")] // a single cell does not grow
    [InlineData("$B$6&\"B6\"&B4", "$B$8&\"B6\"&B4")] // a text is no reference
    [InlineData("LOG10(B6)+TAX_B6+_B6", "LOG10(B8)+TAX_B6+_B6")] // neither are functions and names
    [InlineData("様式1!B6+集計!B6+'様式1'!$B6+'様式1 (2)'!B6", "様式1!B8+集計!B6+'様式1'!$B8+'様式1 (2)'!B6")]
    [InlineData("SUM($5:$6)+SUM(A:A)", "SUM($5:$8)+SUM(A:A)")]
    [InlineData("表1[B6]+INDEX(B6:B9,1)", "表1[B6]+INDEX(B8:B11,1)")]
    public void What_lies_below_moves_and_what_reaches_over_the_rows_grows(string formula, string moved) => Assert.Equal(moved, Shift.Formula(formula, "様式1"));

    [Theory]
    [InlineData("B5*C$1", "B6*C$1")]
    [InlineData("F4+D5", "F5+D6")] // a running total
    [InlineData("D5/D8", "D6/D8")] // the total below is one for all
    [InlineData("D$5*集計!D5", "D$5*集計!D5")]
    public void A_repeated_formula_looks_at_its_own_row(string formula, string repeated) => Assert.Equal(repeated, Shift.Repeated(formula, 1));

    [Theory]
    [InlineData("D5 D9:E9", "D5:D7 D11:E11")]
    [InlineData("A1:F3", "A1:F3")]
    public void Areas_grow_with_the_rows(string areas, string moved) => Assert.Equal(moved, Shift.Areas(areas));

    [Theory]
    [InlineData("WEBSERVICE(\"http://x/\"&B3)", true)]
    [InlineData("_xlfn.webservice (A1)", true)]
    [InlineData("HYPERLINK(\"http://x/\"&B3,\"押す\")", true)]
    [InlineData("cmd|'/c calc'!A0", true)]
    [InlineData("[1]Sheet1!A1", true)]
    [InlineData("RTD(\"x\",,\"y\")", true)]
    [InlineData("SUM(A1:A3)&\"|WEBSERVICE(\"", false)]
    [InlineData("MYCALL(1)+表1[計]", false)]
    public void A_formula_that_reaches_outside_is_dangerous(string formula, bool isDangerous) => Assert.Equal(isDangerous, FormulaText.IsDangerous(formula));

    [Theory]
    [InlineData("yyyy/m/d", true)]
    [InlineData("[$-411]ggge\"年\"m\"月\"d\"日\"", true)]
    [InlineData("#,##0\"日\"", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("General", false)]
    [InlineData("[Red]#,##0", false)]
    [InlineData("h:mm", false)]
    public void A_format_of_dates_is_told_from_others(string code, bool isDate) => Assert.Equal(isDate, TemplateStyles.ShowsDate(code));
}
