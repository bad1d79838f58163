using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace OneStop.Portal.Shared.Forms;

/// <summary>A field as its form knows it.</summary>
internal interface IFormField<TWish>
{
    /// <summary>The name of the property.</summary>
    string Name { get; }

    string Label { get; }

    /// <summary>The value in words, where two versions are compared.</summary>
    string Say(TWish wish);

    /// <summary>What is missing or wrong, as a sentence; null if nothing.</summary>
    string? Check(TWish wish);

    /// <summary>One record with this field's value of another.</summary>
    TWish Copy(TWish from, TWish to);
}

/// <summary>What all fields of a form have: a property of the record, a label, a hint, what is wrong.</summary>
/// <typeparam name="TWish">The form's record.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
public abstract class FormField<TWish, TValue> : ComponentBase, IFormField<TWish>, IDisposable
    where TWish : class, IEquatable<TWish>
{
    private Func<TWish, TValue>? read;
    private PropertyInfo property = default!;

    [CascadingParameter] private Form<TWish> Form { get; set; } = default!;

    /// <summary>The property.</summary>
    [Parameter, EditorRequired] public Expression<Func<TWish, TValue>> For { get; set; } = default!;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What helps to fill it in, below the field.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>Nothing is saved without it.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>What is said where it is missing, if more than its label is to be said.</summary>
    [Parameter] public string? Asks { get; set; }

    /// <summary>It has a row of the form for itself.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <inheritdoc/>
    public string Name => property.Name;

    /// <summary>The id of the input, for its label.</summary>
    protected string Id => $"{Form.Id}-{Name}";

    /// <summary>The id of what is said of a fault; the input names it as its description.</summary>
    protected string FaultId => $"{Id}-fault";

    /// <summary>The id of the hint; null where there is none.</summary>
    protected string? HintId => Hint is null ? null : $"{Id}-hint";

    /// <summary>What is wrong with it; null if nothing.</summary>
    protected string? Fault => Form.FaultOf(Name);

    protected bool IsDisabled => !Form.MayChange;

    /// <summary>The label with 「必須」, for eye and ear. The library's own mark is a star, and it would find an empty field wrong before it is saved.</summary>
    protected string ShownLabel => Required ? $"{Label}（必須）" : Label;

    protected string? Class => Wide ? "wide" : null;

    /// <summary>What describes a field that is made of several inputs.</summary>
    protected string? Description => Fault is not null ? FaultId : HintId;

    /// <summary>What the input is given beside what the library gives it.</summary>
    protected Dictionary<string, object?> Attributes => new() { ["autocomplete"] = "off", ["aria-required"] = Required ? "true" : null, ["aria-invalid"] = Invalid };

    /// <summary>Whether it is wrong, as ARIA says it.</summary>
    protected string? Invalid => Fault is null ? null : "true";

    /// <summary>What stands in the field.</summary>
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

    /// <summary>A value in words.</summary>
    protected abstract string Say(TValue value);

    /// <summary>What is missing or wrong with a value, as a sentence; null if nothing.</summary>
    protected virtual string? Check(TValue value) =>
        Required && IsMissing(value) ? Asks ?? $"「{Label}」を入力してください。" : null;

    protected virtual bool IsMissing(TValue value) => value is null;

    string IFormField<TWish>.Say(TWish wish) => Say(read!(wish)) is { Length: > 0 } words ? words : "（なし）";

    string? IFormField<TWish>.Check(TWish wish) => Check(read!(wish));

    TWish IFormField<TWish>.Copy(TWish from, TWish to) => Records.With(to, property, read!(from));

    public void Dispose()
    {
        Form.Unregister(this);
        GC.SuppressFinalize(this);
    }
}
