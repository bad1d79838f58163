using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OneStop.Domain;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>What stands in a template in braces, compared with the names of a form.</summary>
/// <param name="Used">The names of the form that stand in it.</param>
/// <param name="Unused">The names of the form that do not; some forms need not all of them.</param>
/// <param name="Faults">What cannot be filled in. A template with faults is not taken, because braces would stand on the paper.</param>
public sealed record TemplateCheck(IReadOnlyList<string> Used, IReadOnlyList<string> Unused, IReadOnlyList<TemplateFault> Faults)
{
    /// <summary>Writes the placeholders of defined names into their cells, and looks at all others.</summary>
    internal static TemplateCheck Of(TemplateBook book, FormNames names)
    {
        var faults = new List<TemplateFault>();
        foreach (var name in book.DefinedNames.Where(n => names.Know(Placeholder.Key(n.Name?.Value ?? ""))))
        {
            if (book.CellOf(name) is { } cell)
                TemplateCells.Write(cell, $"{{{{{Placeholder.Key(name.Name!)}}}}}");
            else
                faults.Add(new("名前の管理", $"名前「{name.Name}」が、1つのセルを指していません。"));
        }
        var used = new HashSet<string>();
        foreach (var sheet in book.Sheets)
        {
            foreach (var cell in sheet.Cells)
                Look(book.Cells, cell, $"{sheet.Name}!{cell.CellReference}", names, used, faults);
            faults.AddRange(RepeatedRows.In(sheet, book.Cells, names).Where(r => r.Lists.Count > 1)
                .Select(r => new TemplateFault($"{sheet.Name}!{r.First}行", $"1つの行に、2つの一覧（{string.Join("、", r.Lists)}）は書けません。行を分けてください。")));
            faults.AddRange(OutsideCells(sheet).Where(e => IsBraced(e.Element.InnerText))
                .Select(e => new TemplateFault($"{sheet.Name}の{e.Where}", "ここの {{ }} は置き換わりません。セルに書いてください。")));
        }
        if (used.Count == 0)
            faults.Add(new("全体", "この様式の項目が、{{ }} に入れて書かれていません。下の項目をコピーして、セルに貼り付けてください。"));
        var all = names.Fields.Concat(names.Items.Keys).ToList();
        return new([.. all.Where(used.Contains)], [.. all.Where(n => !used.Contains(n))], faults);
    }

    /// <exception cref="RuleException">A formula could send values elsewhere, or run something.</exception>
    internal static void RefuseDangerous(TemplateBook book)
    {
        var formulas = book.Sheets.SelectMany(s => s.Cells.Select(c => c.CellFormula?.Text)).Concat(book.DefinedNames.Select(n => n.Text))
            .Concat(book.Sheets.SelectMany(s => s.Worksheet.ChildElements).Where(c => c is not SheetData).SelectMany(c => c.Descendants())
                .Where(e => e.LocalName.StartsWith("formula", StringComparison.Ordinal) || e.LocalName == "f").Select(e => e.InnerText));
        if (formulas.OfType<string>().FirstOrDefault(FormulaText.IsDangerous) is { } dangerous)
            throw new RuleException($"外部とやりとりする式（{Bidi.Without(dangerous.CutTo(60))}）が入っています。取り除いてから、もう一度選んでください。");
    }

    private static void Look(TemplateCells cells, Cell cell, string place, FormNames names, HashSet<string> used, List<TemplateFault> faults)
    {
        if (cell.CellFormula is { } formula && IsBraced(formula.Text))
            faults.Add(new(place, "式の中の {{ }} は置き換わりません。別のセルに書いて、式からはそのセルを指してください。"));
        var text = cells.TextOf(cell);
        foreach (var found in Placeholder.In(text))
        {
            if (names.Know(found.Name))
                used.Add(found.Name);
            else
                faults.Add(new(place, $"「{found.Name}」という項目はありません。"));
        }
        if (Placeholder.HasStrayBraces(text))
            faults.Add(new(place, "かっこの数が合いません。{{項目名}} のように、前後に2つずつ書いてください。"));
    }

    private static bool IsBraced(string text) => Placeholder.In(text).Count > 0;

    private static IEnumerable<(OpenXmlElement Element, string Where)> OutsideCells(TemplateSheet sheet)
    {
        if (sheet.Part.DrawingsPart?.WorksheetDrawing is { } drawing)
            yield return (drawing, "図形");
        foreach (var header in sheet.Worksheet.Elements<HeaderFooter>())
            yield return (header, "ヘッダーやフッター");
    }
}

/// <summary>A place of a template that cannot be filled in.</summary>
/// <param name="Place">The sheet and the cell: 様式1!B5.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record TemplateFault(string Place, string Sentence);
