using DocumentFormat.OpenXml.Spreadsheet;
using OneStop.Domain;
using OneStop.Domain.CityForms;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>
/// ひな型: a workbook with <c>{{項目名}}</c> in cells, or defined names of cells, that is filled in with values. A row with <c>{{一覧.項目}}</c> is repeated
/// for each row of the list. Written with Open XML: ClosedXML would lose shapes, and fails at a picture on Linux.
/// </summary>
internal sealed class FormTemplate
{
    private readonly byte[] template;

    private FormTemplate(byte[] template) => this.template = template;

    /// <exception cref="RuleException">It is no plain workbook, or too large; the sentence says why.</exception>
    public static FormTemplate Of(byte[] template)
    {
        TemplateParts.RefuseStrange(template);
        using var book = TemplateBook.Open(template);
        TemplateCheck.RefuseDangerous(book);
        return new(template);
    }

    /// <summary>Compares the placeholders of the template with the names of a form.</summary>
    public TemplateCheck Check(ICityForm form)
    {
        using var book = TemplateBook.Open(template);
        return TemplateCheck.Of(book, FormNames.Of(form));
    }

    /// <summary>Fills the template in.</summary>
    public FilledForm Fill(ICityForm form, FormContent content)
    {
        using var book = TemplateBook.Open(template);
        var (names, values) = (FormNames.Of(form), new FormValues(content));
        var check = TemplateCheck.Of(book, names);
        foreach (var sheet in book.Sheets)
        {
            Fill(book, sheet, names, values);
            sheet.SayAtFoot(content.Foot);
        }
        var missing = names.Fields.Except(values.Fields.Keys).Concat(names.Items.Values.Distinct().Except(values.Rows.Keys));
        return new(book.Save(), check, [.. missing.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Each cell is filled in once: what a value says is never taken for a placeholder.</summary>
    private static void Fill(TemplateBook book, TemplateSheet sheet, FormNames names, FormValues values)
    {
        var filled = new HashSet<Cell>();
        foreach (var block in RepeatedRows.In(sheet, book.Cells, names).Reverse()) // from below, so that the rows of the others stay where they are
        {
            var list = block.Lists[0];
            var rows = values.Rows.GetValueOrDefault(list) ?? [];
            foreach (var (time, repetition) in block.Repeat(book, sheet, Math.Max(1, rows.Count)).Index())
            {
                foreach (var cell in repetition.SelectMany(r => r.Elements<Cell>()))
                {
                    book.Cells.Fill(cell, name => names.ListOf(name) == list ? ItemOf(rows.ElementAtOrDefault(time), name) : ValueOf(name));
                    filled.Add(cell);
                }
            }
        }
        foreach (var cell in sheet.Cells.Where(c => !filled.Contains(c)))
            book.Cells.Fill(cell, ValueOf);

        static FormValue ItemOf(IReadOnlyDictionary<string, FormValue>? row, string name) => row?.GetValueOrDefault(name) ?? FormValue.Blank;

        FormValue? ValueOf(string name) => names.Fields.Contains(name) ? values.Fields.GetValueOrDefault(name) ?? FormValue.Blank : null;
    }
}

/// <summary>A filled-in form.</summary>
/// <param name="Check">What of the template was not filled in: a name that the form no longer has stays in its braces.</param>
/// <param name="Missing">The fields and lists of the form to which no value was given; they are empty.</param>
internal sealed record FilledForm(byte[] Bytes, TemplateCheck Check, IReadOnlyList<string> Missing);
