using DocumentFormat.OpenXml.Spreadsheet;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>The rows of a sheet that are repeated for each row of a list: one, or several that a merged cell with a placeholder joins.</summary>
/// <param name="Lists">The lists that have placeholders in them; more than one is a fault of the template.</param>
internal sealed record RepeatedRows(int First, int Last, IReadOnlyList<string> Lists)
{
    private int Height => Last - First + 1;

    /// <summary>Finds the repeated rows of a sheet, from top to bottom.</summary>
    public static IReadOnlyList<RepeatedRows> In(TemplateSheet sheet, TemplateCells cells, FormNames names)
    {
        var listsOf = sheet.Cells
            .SelectMany(c => Placeholder.In(cells.TextOf(c)), (cell, place) => (At: CellRef.Parse(cell.CellReference!), List: names.ListOf(place.Name)))
            .Where(p => p.List is not null).ToLookup(p => p.At, p => p.List!);
        var merged = sheet.Merged.SelectMany(FormulaText.In).Where(m => m.To is not null && listsOf.Contains(m.From)).ToList();
        var found = new List<RepeatedRows>();
        foreach (var row in listsOf.Select(p => p.Key.Row).Distinct().Order())
        {
            if (found.Count > 0 && row <= found[^1].Last)
                continue;
            var last = row;
            while (merged.Where(m => m.From.Row >= row && m.From.Row <= last).Select(m => m.To!.Value.Row).Append(last).Max() is var lower && lower > last)
                last = lower;
            found.Add(new(row, last, [.. listsOf.Where(p => p.Key.Row >= row && p.Key.Row <= last).SelectMany(p => p).Distinct()]));
        }
        return found;
    }

    /// <summary>Repeats the rows, and moves down what lies below.</summary>
    /// <param name="times">At least one.</param>
    /// <returns>The rows of each repetition.</returns>
    public IReadOnlyList<IReadOnlyList<Row>> Repeat(TemplateBook book, TemplateSheet sheet, int times)
    {
        var shift = new RowShift(sheet.Name, First, Last, (times - 1) * Height);
        if (times > 1)
            MovedRows.Move(book, sheet, shift);
        IReadOnlyList<Row> template = [.. sheet.Rows.Where(r => r.RowIndex! >= (uint)First && r.RowIndex! <= (uint)Last)];
        var merged = sheet.Merged.Where(shift.IsWithin).ToList();
        var all = new List<IReadOnlyList<Row>> { template };
        for (var time = 1; time < times; time++)
        {
            var by = time * Height;
            all.Add([.. template.Select(row => Copy(row, shift, by))]);
            sheet.Data.InsertAfterAll(all[^1], all[^2][^1]);
            foreach (var area in merged)
                sheet.Worksheet.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = FormulaText.Copied(area, by, 0) });
        }
        if (merged.Count > 0 && sheet.Worksheet.GetFirstChild<MergeCells>() is { } cells)
            cells.Count = (uint)cells.Elements<MergeCell>().Count();
        return all;
    }

    private static Row Copy(Row row, RowShift shift, int by)
    {
        var copy = (Row)row.CloneNode(true);
        TemplateSheet.Move(copy, by);
        foreach (var formula in copy.Elements<Cell>().Select(c => c.CellFormula).OfType<CellFormula>())
        {
            formula.Text = shift.Repeated(formula.Text, by);
            if (formula.Reference?.Value is { } area)
                formula.Reference = FormulaText.Copied(area, by, 0);
        }
        return copy;
    }
}

/// <summary>Inserts several elements.</summary>
internal static class InsertedElements
{
    public static void InsertAfterAll(this SheetData data, IEnumerable<Row> rows, Row after)
    {
        foreach (var row in rows)
            after = data.InsertAfter(row, after)!;
    }
}
