using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OneStop.Domain;
using OneStop.Domain.Lists;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Shared.Lists;

/// <summary>
/// A list of rows that its desk pages, sorts, filters and searches. It is read again whenever the topic is announced; the scroll position,
/// the selection and typed text stay.
/// </summary>
/// <typeparam name="TRow">A row, as its desk reads it.</typeparam>
/// <typeparam name="TFilter">The filter: a record with init properties, stored in the address.</typeparam>
public sealed partial class ListPage<TRow, TFilter>
{
    private readonly List<ListColumn<TRow, TFilter>> columns = [];
    private readonly HashSet<Guid> chosen = [];
    private ListPart<TRow>? part;
    private IReadOnlyList<ThrottledReload> reloads = [];
    private string typed = "", path = "";
    private int asked;
    private bool isUnread;
    private ColumnNames kept = ColumnNames.None;
    private ColumnNames? said;

    [Inject] private NavigationManager Nav { get; init; } = default!;
    [Inject] private LiveUpdates Live { get; init; } = default!;
    [Inject] private ListDesk Lists { get; init; } = default!;
    [Inject] private ILogger<ListPage<TRow, TFilter>> Logger { get; init; } = default!;
    [Inject] private PageVisibility Visibility { get; init; } = default!;

    /// <summary>Reads a part of the list at its desk.</summary>
    [Parameter, EditorRequired] public Func<ListQuery<TFilter>, Task<ListPart<TRow>>> Load { get; set; } = default!;

    [Parameter, EditorRequired] public Func<TRow, Guid> KeyOf { get; set; } = default!;

    /// <summary>The short, unique name under which views and hidden columns of the list are saved.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The table's accessible name.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The topic that is announced when a row changes.</summary>
    [Parameter] public string? Topic { get; set; }

    /// <summary>The topics of what the rows show besides: who is in charge, tags.</summary>
    [Parameter] public IReadOnlyList<string> FurtherTopics { get; set; } = [];

    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = default!;

    /// <summary>The filter controls: <c>ListSelect</c>, <c>ListTabs</c> or others.</summary>
    [Parameter] public RenderFragment<ListPage<TRow, TFilter>>? Filters { get; set; }

    /// <summary>What the search looks at (「名前・番号」); null for a list without search.</summary>
    [Parameter] public string? Seeks { get; set; }

    /// <summary>True to search while typing. Not for people: each search for people is recorded.</summary>
    [Parameter] public bool SeeksAtOnce { get; set; }

    /// <summary>Returns whether a row can be selected for a bulk action; by default all can.</summary>
    [Parameter] public Func<TRow, bool> MayChoose { get; set; } = _ => true;

    /// <summary>The bulk actions on selected rows. Without them no row can be selected.</summary>
    [Parameter] public RenderFragment<IReadOnlyList<Guid>>? Bulk { get; set; }

    /// <summary>The path that returns the list as an Excel file, for the same query.</summary>
    [Parameter] public string? Excel { get; set; }

    /// <summary>Returns the heading of the group of a row; null for a list without groups.</summary>
    [Parameter] public Func<TRow, string>? GroupOf { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Returns what is shown expanded below a row; null for nothing.</summary>
    [Parameter] public Func<TRow, RenderFragment?>? Below { get; set; }

    /// <summary>Returns true for the row that gets the focus after an action; called once for each newly rendered row.</summary>
    [Parameter] public Func<TRow, bool>? TakesFocus { get; set; }

    /// <summary>What is shown, beside the count.</summary>
    [Parameter] public string Heading { get; set; } = "";

    /// <summary>The text of an empty list.</summary>
    [Parameter, EditorRequired] public (string Title, string Text) Empty { get; set; }

    [Parameter] public string Icon { get; set; } = MudBlazor.Icons.Material.Outlined.Inbox;

    /// <summary>Returns the filter that shows everything in the same section of the page; by default an empty filter.</summary>
    [Parameter] public Func<TFilter, TFilter> Widest { get; set; } = _ => new();

    /// <inheritdoc/>
    public ListQuery<TFilter> Query { get; private set; } = new(new());

    private int Pages => ((part?.Count ?? 0) + ListPart<TRow>.PageSize - 1) / ListPart<TRow>.PageSize;

    private IReadOnlyList<ListColumn<TRow, TFilter>> Choosable => columns.Count(c => c.Key is not null) > 3 ? [.. columns.Where(c => c.Key is not null)] : [];

    private (string Title, string Text) EmptyWords => Query.Words != "" ? ("合うものはありません", $"ほかの言葉でさがすか、さがすのをやめてください。{Seeks}でさがせます。")
        : part!.All > 0 ? ("この条件に合うものはありません", "条件を「すべて」にすると、ほかのものも表示されます。")
        : Empty;

    protected override void OnInitialized()
    {
        path = new Uri(Nav.Uri).AbsolutePath;
        Nav.LocationChanged += Moved;
        var topics = Topic is { } topic ? FurtherTopics.Prepend(topic) : FurtherTopics;
        reloads = [.. topics.Select(t => new ThrottledReload(Live, t, () => InvokeAsync(Read), Visibility, ThrottledReload.Calm))];
    }

    protected override async Task OnInitializedAsync() => kept = await Lists.HiddenIn(Name);

    protected override Task OnParametersSetAsync() => Follow();

    /// <summary>Follows changes of the query string, for which the page is not rendered again.</summary>
    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath == path)
            _ = InvokeAsync(FollowOrFail);
    }

    /// <summary>Nobody awaits this task, so an exception is dispatched to the page; otherwise the skeleton would stay for ever.</summary>
    private async Task FollowOrFail()
    {
        try
        {
            await Follow();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task Follow()
    {
        var here = ListAddress.Read<TFilter>(Nav.Uri);
        said = ListAddress.HiddenIn(Nav.Uri);
        if (asked > 0 && here == Query with { Words = "" })
        {
            StateHasChanged(); // the columns may have changed
            return; // the rows are shown or being read: the page is rendered for other reasons too
        }
        if (!here.Filter.Equals(Query.Filter))
            chosen.Clear(); // rows out of sight must not be acted on
        var staysHere = Widest(here.Filter).Equals(Widest(Query.Filter));
        await Show(here with { Words = staysHere ? Query.Words : typed = "" }); // search words are dropped when another section is opened
    }

    /// <inheritdoc/>
    public string HrefOf(TFilter filter) => AddressOf(Query with { Filter = filter, Page = 1 });

    /// <inheritdoc/>
    public void Go(TFilter filter) => Nav.NavigateTo(HrefOf(filter));

    /// <summary>Registers a column. Columns register in the first render, which may be after the rows were read.</summary>
    internal void Register(ListColumn<TRow, TFilter> column)
    {
        columns.Add(column);
        StateHasChanged();
    }

    internal string SortHref(string column) => AddressOf(Query with { Sort = column, IsDescending = Query.Sort == column && !Query.IsDescending, Page = 1 });

    internal void Choose(IEnumerable<TRow> rows, bool isOn)
    {
        foreach (var key in rows.Where(MayChoose).Select(KeyOf))
            _ = isOn ? chosen.Add(key) : chosen.Remove(key);
        StateHasChanged();
    }

    /// <summary>Clears the selection, after an action on it.</summary>
    public void ChooseNothing()
    {
        chosen.Clear();
        StateHasChanged();
    }

    private Task Typed() => SeeksAtOnce ? Seek() : Task.CompletedTask;

    private Task Seek()
    {
        Query = Query with { Words = typed.Trim(), Page = 1 };
        return Read();
    }

    private Task Search(string words) => Show(Query with { Words = typed = words.Trim(), Page = 1 });

    private void GoTo(int page) => Nav.NavigateTo(AddressOf(Query with { Page = page }));

    private string AddressOf(ListQuery<TFilter> query) => ListAddress.Write(path, query, said);

    /// <summary>A column is hidden only if the menu to show it again is available.</summary>
    private bool IsHidden(ListColumn<TRow, TFilter> column) => Choosable.Contains(column) && Hidden.Contains(column.Key!);

    /// <summary>The address takes precedence over the saved choice, so that a view looks as it was saved.</summary>
    private ColumnNames Hidden => said ?? kept;

    private async Task Turn(ListColumn<TRow, TFilter> column)
    {
        var turned = Hidden.Turn(column.Key!);
        if (said is not null)
            Nav.NavigateTo(ListAddress.Write(path, Query, turned), replace: true);
        else
            await Lists.Hide(Name, kept = turned);
    }

    /// <summary>Shows a query. If it cannot be read, an error is shown in place of the rows; the filters stay for another try.</summary>
    private async Task Show(ListQuery<TFilter> query)
    {
        (Query, part, isUnread) = (query, null, false);
        StateHasChanged(); // shows the skeleton, also if only the address has changed
        var mine = asked + 1;
        try
        {
            await Read();
        }
        catch (Exception exception) when (exception is not NotAllowedException)
        {
            Logger.LogError("A list could not be read: {Failure}", exception.WithoutWords);
            isUnread = mine == asked;
            StateHasChanged();
        }
    }

    /// <summary>Reads the rows. If several reads run at once, only the result of the last is shown.</summary>
    private async Task Read()
    {
        var mine = ++asked;
        var read = await Load(Query);
        if (mine != asked)
            return;
        (part, isUnread) = (read, false);
        StateHasChanged();
    }

    public void Dispose()
    {
        Nav.LocationChanged -= Moved;
        foreach (var reload in reloads)
            reload.Dispose();
    }
}
