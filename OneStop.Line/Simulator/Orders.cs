using System.Text.Json.Serialization;

namespace OneStop.Line.Simulator;

/// <summary>Which of LINE's doings an order is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineCall>))]
public enum LineCall
{
    Reply,
    Push,
    Content,
    Preview,
    Token,
    MenuCheck,
    MenuMaking,
    MenuPicture,
    MenuList,
    MenuRemoval,

    /// <summary>What everybody sees: asked, set, or cancelled.</summary>
    MenuDefault,

    /// <summary>LINE's own post to the service's webhook.</summary>
    Webhook,

    /// <summary>Each of the service's calls, whichever it is: LINE as a whole is ill.</summary>
    Any,
}

/// <summary>What LINE does wrong when it is ordered to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Trouble>))]
public enum Trouble
{
    /// <summary>500, and nothing was accepted.</summary>
    ServerError,

    /// <summary>Accepted, and then 500 all the same.</summary>
    ServerErrorAfter,

    /// <summary>429: too many calls.</summary>
    RateLimit,

    /// <summary>429: the month's quota is spent.</summary>
    QuotaSpent,

    /// <summary>No answer ever comes, and nothing was accepted.</summary>
    Silent,

    /// <summary>Accepted, and no answer ever comes.</summary>
    SilentAfter,

    /// <summary>The connection is cut, and nothing was accepted.</summary>
    Dropped,

    /// <summary>Accepted, and the connection is cut before the answer.</summary>
    DroppedAfter,

    /// <summary>401, though the token is good.</summary>
    Unauthorized,

    /// <summary>A content of which half comes, and then no more.</summary>
    HalfOnly,

    /// <summary>202: the content is still being prepared.</summary>
    Preparing,

    /// <summary>202, and the preparing has failed.</summary>
    PreparingFailed,

    /// <summary>410: the content is gone.</summary>
    Gone,

    /// <summary>200, and a page of somebody else's: a proxy on the way wants a sign-in.</summary>
    ForeignPage,

    /// <summary>302 to such a page.</summary>
    Redirected,

    /// <summary>A content that comes whole, a piece every twenty seconds.</summary>
    Slowly,

    /// <summary>The same event is posted twice, both as if for the first time.</summary>
    Twice,
}

/// <summary>An order to the simulator: the next calls of a kind go wrong in a way.</summary>
/// <param name="Times">How many of them.</param>
/// <param name="Until">Not after this instant; null for as long as it takes.</param>
public sealed record Order(LineCall Call, Trouble Trouble, int Times = 1, DateTimeOffset? Until = null)
{
    /// <summary>The call is carried out first.</summary>
    public bool IsAfterwards => Trouble is Trouble.ServerErrorAfter or Trouble.SilentAfter or Trouble.DroppedAfter;
}

/// <summary>The orders that wait to be played, first given first.</summary>
public sealed class Orders(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<Order> waiting = [];
    private int keptWaiting;

    /// <summary>What still waits.</summary>
    public IReadOnlyList<Order> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting];
        }
    }

    /// <summary>How many calls get no answer just now.</summary>
    public int KeptWaiting => Volatile.Read(ref keptWaiting);

    /// <summary>A call is left without an answer until whoever made it gives it up.</summary>
    public async Task KeepWaiting(CancellationToken givenUp)
    {
        Interlocked.Increment(ref keptWaiting);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, givenUp).ContinueWith(_ => { }, TaskScheduler.Default);
        Interlocked.Decrement(ref keptWaiting);
    }

    /// <summary>Orders LINE to go wrong.</summary>
    public void Give(Order order)
    {
        lock (gate)
            waiting.Add(order);
    }

    /// <summary>LINE is well again.</summary>
    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    /// <summary>What is to go wrong with this call; null if nothing.</summary>
    /// <param name="call">Null: one that only an order for any call is about.</param>
    public Order? Take(LineCall? call)
    {
        lock (gate)
        {
            waiting.RemoveAll(o => o.Until < clock.GetUtcNow());
            var at = waiting.FindIndex(o => o.Call == call || (o.Call == LineCall.Any && call != LineCall.Webhook));
            if (at < 0)
                return null;

            var order = waiting[at];
            if (order.Times <= 1)
                waiting.RemoveAt(at);
            else
                waiting[at] = order with { Times = order.Times - 1 };
            return order;
        }
    }
}
