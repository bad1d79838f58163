using Microsoft.AspNetCore.Components;

namespace OneStop.Portal.Shared.Lists;

/// <summary>A column of a <see cref="ListPage{TRow, TFilter}"/> and the content of its cells.</summary>
public sealed class ListColumn<TRow, TFilter> : ComponentBase
    where TRow : class
    where TFilter : class, IEquatable<TFilter>, new()
{
    [CascadingParameter] private ListPage<TRow, TFilter> List { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>The cell; the context is its row.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> ChildContent { get; set; } = default!;

    /// <summary>The name by which the desk sorts the column; null if it cannot be sorted.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>
    /// The short name of the column in a saved choice of columns; by default <see cref="Sort"/>. A column without a name is always shown.
    /// </summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>True for the column that names the row: screen readers read it with each cell. It cannot be hidden.</summary>
    [Parameter] public bool IsHead { get; set; }

    /// <summary>True for the column of buttons at the right; its title is for screen readers only.</summary>
    [Parameter] public bool IsActs { get; set; }

    /// <summary>True if the content needs no label: on a narrow screen it has none, and other cells stand beside it.</summary>
    [Parameter] public bool IsPlain { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>The name of a column that can be hidden; null if it cannot.</summary>
    internal string? Key => IsHead || IsActs ? null : Name ?? Sort;

    protected override void OnInitialized() => List.Register(this);
}
