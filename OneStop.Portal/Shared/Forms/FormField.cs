using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace OneStop.Portal.Shared.Forms;

/// <summary>A field as seen by its form.</summary>
internal interface IFormField<TWish>
{
    /// <summary>The name of the property.</summary>
    string Name { get; }

    string Label { get; }

    /// <summary>Returns the value as text, for comparing two versions.</summary>
    string Say(TWish wish);

    /// <summary>Returns what is missing or wrong, as a sentence; null if the value is valid.</summary>
    string? Check(TWish wish);

    /// <summary>Returns the id of the page's input and the text that it shows for the record; null if the field is no single input of text.</summary>
    (string Id, string Text)? Box(TWish wish);

    /// <summary>Returns a copy of <paramref name="to"/> with this field's value of <paramref name="from"/>.</summary>
    TWish Copy(TWish from, TWish to);
}

/// <summary>The base of all fields of a form: a property of the record, a label, a hint, an error.</summary>
/// <typeparam name="TWish">The form's record.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
public abstract class FormField<TWish, TValue> : ComponentBase, IFormField<TWish>, IDisposable
    where TWish : class, IEquatable<TWish>
{
    private Func<TWish, TValue>? read;
    private PropertyInfo property = default!;

    [CascadingParameter] private Form<TWish> Form { get; set; } = default!;

    /// <summary>The property of the record.</summary>
    [Parameter, EditorRequired] public Expression<Func<TWish, TValue>> For { get; set; } = default!;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Help below the field.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>True if the form cannot be saved without a value.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>The error for a missing value, if more than the label must be said.</summary>
    [Parameter] public string? Asks { get; set; }

    /// <summary>True to give the field a whole row of the form.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <inheritdoc/>
    public string Name => property.Name;

    /// <summary>The id of the input.</summary>
    protected string Id => $"{Form.Id}-{Name}";

    /// <summary>The id of the error message, for aria-describedby.</summary>
    protected string FaultId => $"{Id}-fault";

    /// <summary>The id of the hint; null if there is none.</summary>
    protected string? HintId => Hint is null ? null : $"{Id}-hint";

    /// <summary>The error of the field; null if there is none.</summary>
    protected string? Fault => Form.FaultOf(Name);

    protected bool IsDisabled => !Form.MayChange;

    /// <summary>The label with 「必須」, visible and spoken. The library's own mark is a star, and it would report an empty field before saving.</summary>
    protected string ShownLabel => Required ? $"{Label}（必須）" : Label;

    protected string? Class => Wide ? "wide" : null;

    /// <summary>The aria-describedby of a field that consists of several inputs.</summary>
    protected string? Description => Fault is not null ? FaultId : HintId;

    /// <summary>Attributes of the input beside those that the library sets.</summary>
    protected Dictionary<string, object?> Attributes => new() { ["autocomplete"] = "off", ["aria-required"] = Required ? "true" : null, ["aria-invalid"] = Invalid };

    /// <summary>The value of aria-invalid.</summary>
    protected string? Invalid => Fault is null ? null : "true";

    /// <summary>The present input of the field.</summary>
    protected TValue Value
    {
        get => read!(Form.Mine);
        set => Form.Fill(Records.With(Form.Mine, property, value));
    }

    protected override void OnInitialized()
    {
        property = (PropertyInfo)((MemberExpression)For.Body).Member;
        read = For.Compile();
        Form.Register(this);
    }

    /// <summary>Makes saving wait for the page's answer, because the library sets the value only after it.</summary>
    protected void Settle() => Form.Settle();

    /// <summary>Returns a value as text.</summary>
    protected abstract string Say(TValue value);

    /// <summary>Returns the text that the field's input shows for a value; null if it is no single input of text.</summary>
    protected virtual string? Typed(TValue value) => null;

    /// <summary>Returns what is missing or wrong with a value, as a sentence; null if it is valid.</summary>
    protected virtual string? Check(TValue value) =>
        Required && IsMissing(value) ? Asks ?? $"「{Label}」を入力してください。" : null;

    protected virtual bool IsMissing(TValue value) => value is null;

    string IFormField<TWish>.Say(TWish wish) => Say(read!(wish)) is { Length: > 0 } words ? words : "（なし）";

    (string Id, string Text)? IFormField<TWish>.Box(TWish wish) => Typed(read!(wish)) is { } text ? (Id, text) : null;

    string? IFormField<TWish>.Check(TWish wish) => Check(read!(wish));

    TWish IFormField<TWish>.Copy(TWish from, TWish to) => Records.With(to, property, read!(from));

    public void Dispose()
    {
        Form.Unregister(this);
        GC.SuppressFinalize(this);
    }
}
