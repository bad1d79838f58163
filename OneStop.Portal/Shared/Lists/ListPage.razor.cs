using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OneStop.Domain;
using OneStop.Domain.Lists;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Shared.Lists;

/// <summary>
/// A list of rows that its desk pages, sorts, narrows and seeks. The page reads again whenever the topic is announced; place, selection and
/// what is being typed stay.
/// </summary>
/// <typeparam name="TRow">A row, as its desk reads it.</typeparam>
/// <typeparam name="TFilter">A record with init properties: what narrows the list, as the address says it.</typeparam>
public sealed partial class ListPage<TRow, TFilter>
{
    private readonly List<ListColumn<TRow, TFilter>> columns = [];
    private readonly HashSet<Guid> chosen = [];
    private ListPart<TRow>? part;
    private ThrottledReload? reload;
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

    /// <summary>What is kept of it is kept under this name, in a few letters. No other list has it.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What a screen reader calls the table.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is announced when a row changes.</summary>
    [Parameter] public string? Topic { get; set; }

    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = default!;

    /// <summary>What narrows it, drawn with <c>ListSelect</c>, <c>ListTabs</c> or by hand.</summary>
    [Parameter] public RenderFragment<ListPage<TRow, TFilter>>? Filters { get; set; }

    /// <summary>What can be sought (「名前・番号」); null where nothing can.</summary>
    [Parameter] public string? Seeks { get; set; }

    /// <summary>It seeks while words are typed. Not for people: each search of them is recorded.</summary>
    [Parameter] public bool SeeksAtOnce { get; set; }

    /// <summary>Whether an act on several may take a row; all unless it is given.</summary>
    [Parameter] public Func<TRow, bool> MayChoose { get; set; } = _ => true;

    /// <summary>Acts on the chosen rows. Without them none can be chosen.</summary>
    [Parameter] public RenderFragment<IReadOnlyList<Guid>>? Bulk { get; set; }

    /// <summary>The path that answers with this list as an Excel file, for the same query.</summary>
    [Parameter] public string? Excel { get; set; }

    /// <summary>The group that a row belongs to, where rows stand in groups.</summary>
    [Parameter] public Func<TRow, string>? GroupOf { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>What is unfolded below a row; null for nothing.</summary>
    [Parameter] public Func<TRow, RenderFragment?>? Below { get; set; }

    /// <summary>The row to which somebody comes back, if any: asked once for each row that is drawn anew.</summary>
    [Parameter] public Func<TRow, bool>? TakesFocus { get; set; }

    /// <summary>Beside the count: what is shown.</summary>
    [Parameter] public string Heading { get; set; } = "";

    /// <summary>What stands there while there is nothing.</summary>
    [Parameter, EditorRequired] public (string Title, string Text) Empty { get; set; }

    [Parameter] public string Icon { get; set; } = MudBlazor.Icons.Material.Outlined.Inbox;

    /// <summary>The filter that narrows nothing, from the same place; an empty one unless it is given.</summary>
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
        if (Topic is { } topic)
            reload = new(Live, topic, () => InvokeAsync(Read), Visibility, ThrottledReload.Calm);
    }

    protected override async Task OnInitializedAsync() => kept = await Lists.HiddenIn(Name);

    protected override Task OnParametersSetAsync() => Follow();

    /// <summary>The page that holds the list is not drawn anew where only what follows the question mark changes.</summary>
    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath == path)
            _ = InvokeAsync(FollowOrFail);
    }

    /// <summary>Nobody awaits it: what fails is handed to the page, or its skeleton would stand there for ever.</summary>
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
            StateHasChanged(); // the columns may be others
            return; // the rows are shown, or on their way: the page is drawn anew for other reasons too
        }
        if (!here.Filter.Equals(Query.Filter))
            chosen.Clear(); // what is out of sight is not acted on
        var staysHere = Widest(here.Filter).Equals(Widest(Query.Filter));
        await Show(here with { Words = staysHere ? Query.Words : typed = "" }); // who goes elsewhere seeks no more
    }

    /// <inheritdoc/>
    public string HrefOf(TFilter filter) => AddressOf(Query with { Filter = filter, Page = 1 });

    /// <inheritdoc/>
    public void Go(TFilter filter) => Nav.NavigateTo(HrefOf(filter));

    /// <summary>Columns come while the list is drawn for the first time, which may be after its rows were read.</summary>
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

    /// <summary>Chooses nothing any more, once an act on the chosen was done.</summary>
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

    /// <summary>Where there is no menu to show it again, nothing is hidden.</summary>
    private bool IsHidden(ListColumn<TRow, TFilter> column) => Choosable.Contains(column) && Hidden.Contains(column.Key!);

    /// <summary>What the address says comes before what is kept, so that a view is as it was saved.</summary>
    private ColumnNames Hidden => said ?? kept;

    private async Task Turn(ListColumn<TRow, TFilter> column)
    {
        var turned = Hidden.Turn(column.Key!);
        if (said is not null)
            Nav.NavigateTo(ListAddress.Write(path, Query, turned), replace: true);
        else
            await Lists.Hide(Name, kept = turned);
    }

    /// <summary>What cannot be read is said in its place: what narrows the list stays, and another try may do.</summary>
    private async Task Show(ListQuery<TFilter> query)
    {
        (Query, part, isUnread) = (query, null, false);
        StateHasChanged(); // that it is being read is shown, also where only the address has changed
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

    /// <summary>Of several that are asked for, only the last one is shown.</summary>
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
        reload?.Dispose();
    }
}
