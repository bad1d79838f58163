using Microsoft.AspNetCore.Components;

namespace OneStop.Portal.Shared.Lists;

/// <summary>A column of a <see cref="ListPage{TRow, TFilter}"/>: what stands in its cells.</summary>
public sealed class ListColumn<TRow, TFilter> : ComponentBase
    where TRow : class
    where TFilter : class, IEquatable<TFilter>, new()
{
    [CascadingParameter] private ListPage<TRow, TFilter> List { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>The cell; its row is the context.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> ChildContent { get; set; } = default!;

    /// <summary>The name by which the desk sorts it; null where it cannot be sorted.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>
    /// What a kept choice of columns calls it, in a few letters; <see cref="Sort"/> unless it is given. A column without a name is always shown.
    /// </summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>It names the row; screen readers say it with each cell. It cannot be hidden.</summary>
    [Parameter] public bool IsHead { get; set; }

    /// <summary>Its title is for screen readers only: the acts at the right.</summary>
    [Parameter] public bool IsActs { get; set; }

    /// <summary>What stands in it explains itself: on a narrow screen it needs no label, and others stand beside it.</summary>
    [Parameter] public bool IsPlain { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>The name of a column that can be put away; null if it cannot.</summary>
    internal string? Key => IsHead || IsActs ? null : Name ?? Sort;

    protected override void OnInitialized() => List.Register(this);
}
