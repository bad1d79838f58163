using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Portal.Features.Bookings.Terms;
using OneStop.Portal.Shared;
using OneStop.Portal.Shared.Forms;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Tests.Kit;

/// <summary>What the form of the sample page edits.</summary>
public sealed record SampleWish(string Aim, string Way, ValueList<string> Steps);

/// <summary>The one record of the sample page and the order of its items, as a desk keeps them. Texts are trimmed and empty steps left out.</summary>
public sealed class SampleDesk(LiveUpdates live)
{
    public const string Topic = "sample";

    private static readonly string[] Names = ["面談をする", "講座に申し込む", "家計を見直す（毎月の支出を書き出して、へらせるところを一緒に考え、次の面談までに試してみる）", "求人を見る", "応募する"];

    private readonly List<Edit<SampleWish>> saved = [];

    public SampleWish Now { get; private set; } = new("正社員になる", "求人を見る", []);

    public IReadOnlyList<Edit<SampleWish>> Saved => saved;

    /// <summary>The items in their order; a name longer than another, to be as high as several lines.</summary>
    public IReadOnlyList<SampleItem> Items { get; private set; } =
        [.. Names.Select((name, at) => new SampleItem(new($"00000000-0000-7000-8000-00000000000{at}"), name))];

    /// <summary>Until when a save or a move waits.</summary>
    public Task Waits { get; set; } = Task.CompletedTask;

    /// <summary>Whether the answer to the next save is lost after it was saved, and with it the news of it.</summary>
    public bool LosesAnswer { get; set; }

    public bool RefusesMoves { get; set; }

    public int Moves { get; private set; }

    public async Task Save(Edit<SampleWish> edit)
    {
        await Waits;
        if (edit.Wish.Way == "だめ")
            throw new RuleException("この進め方は選べません。", nameof(SampleWish.Way));
        lock (saved) // two windows save at once; a database would let one of them wait
        {
            var wish = Clean(edit.On(Now));
            Now = wish with { Aim = wish.Aim.Trim(), Way = wish.Way.Trim() };
            saved.Add(edit);
        }
        if (LosesAnswer)
        {
            LosesAnswer = false;
            throw new TimeoutException();
        }
        live.Announce(Topic);
    }

    public async Task Move(Guid id, int place)
    {
        await Waits;
        if (RefusesMoves)
            throw new RuleException("この順番にはできません。");
        var item = Items.Single(i => i.Id == id);
        List<SampleItem> rest = [.. Items.Where(i => i != item)];
        rest.Insert(place, item);
        (Items, Moves) = (rest, Moves + 1);
        live.Announce(Topic);
    }

    public static SampleWish Clean(SampleWish wish) => wish with { Steps = [.. wish.Steps.Where(s => s.Length > 0)] };
}

/// <summary>An item of the list in order.</summary>
public sealed record SampleItem(Guid Id, string Name);

/// <summary>A page with the parts of the kit that no feature shows in all their ways: a form that saves itself, a list in order.</summary>
internal sealed class SamplePage : ComponentBase, IDisposable
{
    private IDisposable? watch;

    [Inject] public required SampleDesk Desk { get; init; }

    [Inject] public required LiveUpdates Live { get; init; }

    /// <summary>What was saved, as a page keeps it for undoing.</summary>
    public Stack<Edit<SampleWish>> Undoes { get; } = new();

    protected override void OnInitialized() => watch = Live.On(SampleDesk.Topic, () => InvokeAsync(StateHasChanged));

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageFrame>(0);
        builder.AddComponentParameter(1, nameof(PageFrame.Title), "見本");
        builder.AddComponentParameter(2, nameof(PageFrame.ChildContent), (RenderFragment)Parts);
        builder.CloseComponent();
    }

    private void Parts(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Form<SampleWish>>(0);
        builder.AddComponentParameter(1, nameof(Form<>.Value), Desk.Now);
        builder.AddComponentParameter(2, nameof(Form<>.Id), "sample");
        builder.AddComponentParameter(3, nameof(Form<>.Label), "見本のフォーム");
        builder.AddComponentParameter(4, nameof(Form<>.DraftKey), "sample");
        builder.AddComponentParameter(5, nameof(Form<>.SavesItself), true);
        builder.AddComponentParameter(6, nameof(Form<>.OnSave), (Func<Edit<SampleWish>, Task>)Desk.Save);
        builder.AddComponentParameter(7, nameof(Form<>.OnSavedEdit), EventCallback.Factory.Create<Edit<SampleWish>>(this, Undoes.Push));
        builder.AddComponentParameter(8, nameof(Form<>.Clean), (Func<SampleWish, SampleWish>)SampleDesk.Clean);
        builder.AddComponentParameter(9, nameof(Form<>.ChildContent), (RenderFragment)Fields);
        builder.CloseComponent();
        builder.OpenComponent<OrderedList<SampleItem>>(10);
        builder.AddComponentParameter(11, nameof(OrderedList<>.Items), Desk.Items);
        builder.AddComponentParameter(12, nameof(OrderedList<>.Label), "見本の項目");
        builder.AddComponentParameter(13, nameof(OrderedList<>.KeyOf), (Func<SampleItem, Guid>)(item => item.Id));
        builder.AddComponentParameter(14, nameof(OrderedList<>.NameOf), (Func<SampleItem, string>)(item => item.Name[..2]));
        builder.AddComponentParameter(15, nameof(OrderedList<>.OnMoved), (Func<Guid, int, Task>)Desk.Move);
        builder.AddComponentParameter(16, nameof(OrderedList<>.ChildContent), (RenderFragment<SampleItem>)(item => inner => inner.AddContent(0, item.Name)));
        builder.CloseComponent();
    }

    private static void Fields(RenderTreeBuilder builder)
    {
        builder.OpenComponent<TextField<SampleWish>>(0);
        builder.AddComponentParameter(1, "For", (System.Linq.Expressions.Expression<Func<SampleWish, string>>)(w => w.Aim));
        builder.AddComponentParameter(2, "Label", "目標");
        builder.AddComponentParameter(3, "Required", true);
        builder.CloseComponent();
        builder.OpenComponent<TextField<SampleWish>>(4);
        builder.AddComponentParameter(5, "For", (System.Linq.Expressions.Expression<Func<SampleWish, string>>)(w => w.Way));
        builder.AddComponentParameter(6, "Label", "進め方");
        builder.CloseComponent();
    }

    public void Dispose() => watch?.Dispose();

    /// <summary>Puts the sample page in the place of a page of the portal.</summary>
    internal static void Register(IServiceCollection services)
    {
        services.AddSingleton<SampleDesk>();
        services.AddScoped<IComponentActivator, InPlaceOfTheKinds>();
    }

    private sealed class InPlaceOfTheKinds(IServiceProvider services) : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) =>
            componentType == typeof(KindsPage) ? new SamplePage { Desk = null!, Live = null! } : (IComponent)ActivatorUtilities.CreateInstance(services, componentType);
    }
}
