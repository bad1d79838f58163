using System.Text.Json.Serialization;

namespace OneStop.Line.Simulator;

/// <summary>The call to which an order applies.</summary>
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

    /// <summary>The default menu: get, set, or cancel.</summary>
    MenuDefault,

    /// <summary>LINE's own post to the service's webhook.</summary>
    Webhook,

    /// <summary>Every call of the service, as in a general outage.</summary>
    Any,
}

/// <summary>The kinds of failures that can be ordered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Trouble>))]
public enum Trouble
{
    /// <summary>500, not executed.</summary>
    ServerError,

    /// <summary>Executed, then 500.</summary>
    ServerErrorAfter,

    /// <summary>429: too many calls.</summary>
    RateLimit,

    /// <summary>429: the month's quota is spent.</summary>
    QuotaSpent,

    /// <summary>No response, not executed.</summary>
    Silent,

    /// <summary>Executed, no response.</summary>
    SilentAfter,

    /// <summary>The connection is cut, not executed.</summary>
    Dropped,

    /// <summary>Executed, then the connection is cut before the response.</summary>
    DroppedAfter,

    /// <summary>401, although the token is valid.</summary>
    Unauthorized,

    /// <summary>Half of a content arrives, and then nothing more.</summary>
    HalfOnly,

    /// <summary>202: the content is still being prepared.</summary>
    Preparing,

    /// <summary>202, and preparing has failed.</summary>
    PreparingFailed,

    /// <summary>410: the content does not exist any more.</summary>
    Gone,

    /// <summary>200 with another page, as of a proxy that requires a sign-in.</summary>
    ForeignPage,

    /// <summary>302 to such a page.</summary>
    Redirected,

    /// <summary>A complete content, one piece every twenty seconds.</summary>
    Slowly,

    /// <summary>The same event is posted twice, both times as the first delivery.</summary>
    Twice,
}

/// <summary>An order to the simulator: the next calls of a kind fail in a given way.</summary>
/// <param name="Times">The number of calls.</param>
/// <param name="Until">The order expires then; null if it does not.</param>
public sealed record Order(LineCall Call, Trouble Trouble, int Times = 1, DateTimeOffset? Until = null)
{
    /// <summary>Whether the call is executed before it fails.</summary>
    public bool IsAfterwards => Trouble is Trouble.ServerErrorAfter or Trouble.SilentAfter or Trouble.DroppedAfter;
}

/// <summary>The waiting orders, the first given first.</summary>
public sealed class Orders(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<Order> waiting = [];
    private int keptWaiting;

    /// <summary>All waiting orders.</summary>
    public IReadOnlyList<Order> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting];
        }
    }

    /// <summary>The number of calls that are kept without a response now.</summary>
    public int KeptWaiting => Volatile.Read(ref keptWaiting);

    /// <summary>Keeps a call without a response until the caller gives up.</summary>
    public async Task KeepWaiting(CancellationToken givenUp)
    {
        Interlocked.Increment(ref keptWaiting);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, givenUp).ContinueWith(_ => { }, TaskScheduler.Default);
        Interlocked.Decrement(ref keptWaiting);
    }

    /// <summary>Adds an order.</summary>
    public void Give(Order order)
    {
        lock (gate)
            waiting.Add(order);
    }

    /// <summary>Removes all orders.</summary>
    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    /// <summary>Returns the order for a call and counts it; null if there is none.</summary>
    /// <param name="call">Null for a call to which only orders for any call apply.</param>
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
