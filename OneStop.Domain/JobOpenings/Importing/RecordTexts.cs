using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>The texts of one record by field. Reading a field reports what is wrong with it.</summary>
/// <param name="line">The line of the record, as a person finds it.</param>
/// <param name="find">Returns the text of a field; null if there is none.</param>
internal sealed class RecordTexts(string line, Func<ImportField, RawText?> find)
{
    private const char Unreadable = '\uFFFD';
    private readonly List<RecordFault> faults = [];

    public IReadOnlyList<RecordFault> Faults => faults;

    /// <summary>Returns the value of a field; null if there is none, or it cannot be read.</summary>
    public T? Value<T>(ImportField<T> field) where T : struct => TryRead(field, out var value) ? value : null;

    /// <summary>Returns the value of a field; null if there is none, or it cannot be read.</summary>
    public T? Of<T>(ImportField<T> field) where T : class => TryRead(field, out var value) ? value : null;

    /// <summary>Returns the text of a field; empty if there is none. A required one that is missing breaks the record.</summary>
    public string Text(ImportField<string> field) => TryRead(field, out var text) ? text! : "";

    /// <summary>Returns a field's text as it is, whatever it means; empty if there is none.</summary>
    public string AsWritten(ImportField field) => find(field)?.Text ?? "";

    /// <summary>Reports a fault of the whole record.</summary>
    public void Refuse(string sentence) => faults.Add(new(line, "", sentence, IsBreaking: true));

    /// <summary>Reports a rule that several fields break together.</summary>
    public T? Try<T>(ImportField field, Func<T?> rule) where T : class
    {
        try
        {
            return rule();
        }
        catch (RuleException broken)
        {
            Refuse(field, find(field)?.Place ?? line, broken.Message);
            return null;
        }
    }

    private bool TryRead<T>(ImportField<T> field, out T? value)
    {
        value = default;
        if (find(field) is not { } raw)
        {
            if (field.IsRequired && (field.OrElse is null || find(field.OrElse) is null))
                Refuse(field, line, $"{field.Head}がありません。");
            return false;
        }
        if (raw.Flaw == RawFlaw.Formula)
            return Refuse(field, raw.Place, "数式は読めません。値を文字で書いてください。");
        try
        {
            value = field.Parse(raw.Text);
        }
        catch (RuleException rule)
        {
            return Refuse(field, raw.Place, rule.Message);
        }
        Doubt(field, raw);
        return true;
    }

    /// <summary>Tells that a text was read although it is not whole.</summary>
    private void Doubt(ImportField field, RawText raw)
    {
        if (raw.Flaw == RawFlaw.Cut)
            faults.Add(new(raw.Place, field.Head, $"長すぎるため、はじめの{raw.Text.Length}文字だけを読みました。", IsBreaking: false));
        if (raw.Text.Contains(Unreadable, StringComparison.Ordinal))
            faults.Add(new(raw.Place, field.Head, "文字化けした文字（\uFFFD）があります。", IsBreaking: false));
    }

    private bool Refuse(ImportField field, string place, string sentence)
    {
        faults.Add(new(place, field.Head, sentence, field.IsRequired && (field.OrElse is null || find(field.OrElse) is null)));
        return false;
    }
}
