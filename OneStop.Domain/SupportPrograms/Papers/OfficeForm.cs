using OneStop.Domain.CityForms;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>The program with the client's name as a form of the City. The PDF shows the same fields in the same order.</summary>
public sealed class OfficeForm : ICityForm
{
    public string Code => "program.office";

    public string Name => "自立支援プログラム（窓口提出用）";

    public string Purpose => "給付金や貸付を決める窓口に、本人の同意を得て渡す書類です。";

    public IReadOnlyList<FormField> Fields => [.. OfficeFields.All.Select(f => f.Field)];

    public IReadOnlyList<FormList> Lists => OfficeLists.All;

    /// <summary>Fills it in.</summary>
    public static FormContent Content(OfficePaper paper)
    {
        var content = new FormContent { Foot = paper.Head.Foot };
        foreach (var field in OfficeFields.All)
            content.Set(field.Field.Name, field.Read(paper));
        foreach (var list in OfficeLists.All)
            content.SetRows(list.Name, OfficeLists.Rows(list, paper), row => list.Fields.Select((f, i) => (f.Name, row[i])));
        return content;
    }
}
