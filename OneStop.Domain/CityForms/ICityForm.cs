namespace OneStop.Domain.CityForms;

/// <summary>
/// 様式: a form of the City that a feature fills in as a workbook. The feature says what can stand on it; where it stands is decided by the template
/// that a manager uploaded (<see cref="FormEdition"/>), or by the built-in one. Registered by convention.
/// </summary>
public interface ICityForm
{
    /// <summary>The code under which its templates are kept; never changed.</summary>
    string Code { get; }

    /// <summary>The name on screen, and of the file.</summary>
    string Name { get; }

    /// <summary>For whom or what the form is, as a sentence for managers.</summary>
    string Purpose { get; }

    /// <summary>What stands on it once, in the order of the built-in template.</summary>
    IReadOnlyList<FormField> Fields { get; }

    /// <summary>What stands on it in rows.</summary>
    IReadOnlyList<FormList> Lists => [];
}

/// <summary>
/// 項目: a value that a template places by <c>{{name}}</c> in a cell, or by a defined name of one cell. In a list it is placed by
/// <c>{{list.name}}</c>.
/// </summary>
/// <param name="Name">Without braces and dots.</param>
/// <param name="Meaning">What it says and where it comes from, as words for managers.</param>
/// <param name="Example">With it templates are tried out; its type is the type of the value.</param>
public sealed record FormField(string Name, string Meaning, FormValue Example);

/// <summary>一覧: a table, for each row of which the template's row is repeated.</summary>
/// <param name="Name">Without braces and dots.</param>
public sealed record FormList(string Name, string Meaning, params IReadOnlyList<FormField> Fields)
{
    /// <summary>The name by which a template places a field of this list.</summary>
    public string NameOf(FormField field) => $"{Name}.{field.Name}";
}
