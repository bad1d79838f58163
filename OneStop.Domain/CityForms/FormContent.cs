namespace OneStop.Domain.CityForms;

/// <summary>What a form is filled in with: the values of its fields, and the rows of its lists.</summary>
public sealed class FormContent
{
    private readonly Dictionary<string, FormValue> values = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, FormValue>>> lists = [];

    /// <summary>The values by the names of their fields.</summary>
    public IReadOnlyDictionary<string, FormValue> Values => values;

    /// <summary>The rows by the names of their lists; each row has its values by the names of the list's fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, FormValue>>> Lists => lists;

    /// <summary>What the foot of each page says, such as number, version and date; empty for the page's number alone.</summary>
    public string Foot { get; init; } = "";

    /// <summary>The examples of a form, in three rows of each list.</summary>
    public static FormContent ExampleOf(ICityForm form)
    {
        var content = new FormContent();
        foreach (var field in form.Fields)
            content.Set(field.Name, field.Example);
        foreach (var list in form.Lists)
            content.SetRows(list.Name, Enumerable.Repeat(list, 3), l => l.Fields.Select(f => (f.Name, f.Example)));
        return content;
    }

    /// <summary>Sets the value of a field.</summary>
    public FormContent Set(string field, FormValue value)
    {
        values[field] = value;
        return this;
    }

    /// <summary>Sets the rows of a list. Each row names all fields of the list.</summary>
    public FormContent SetRows<T>(string list, IEnumerable<T> rows, Func<T, IEnumerable<(string Field, FormValue Value)>> values)
    {
        lists[list] = [.. rows.Select(row => values(row).ToDictionary(v => v.Field, v => v.Value))];
        return this;
    }
}
