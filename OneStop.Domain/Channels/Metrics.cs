using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OneStop.Domain.Channels;

/// <summary>
/// Metrics and traces for the operator: counts, times and states, never texts, names or ids of people. They cost nothing unless something listens
/// (OTLP, see docs/operations).
/// </summary>
public sealed class Metrics : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "OneStop";

    private readonly ActivitySource source = new(Name);
    private readonly Counter<long> received;
    private readonly Counter<long> refused;
    private readonly Counter<long> processed;
    private readonly Counter<long> failed;
    private readonly Histogram<double> lag;
    private readonly Counter<long> sent;
    private QueueDepths depths = new(0, 0, 0, 0);

    public Metrics(IMeterFactory meters, MonthQuota quota)
    {
        var meter = meters.Create(Name);
        received = meter.CreateCounter<long>("onestop.events.received", "{event}", "Webhook events acknowledged to LINE.");
        refused = meter.CreateCounter<long>("onestop.webhooks.refused", "{request}", "Requests to the webhook that were refused, by status.");
        processed = meter.CreateCounter<long>("onestop.events.processed", "{event}", "Events dealt with.");
        failed = meter.CreateCounter<long>("onestop.events.failed", "{attempt}", "Attempts at an event that failed.");
        lag = meter.CreateHistogram<double>("onestop.events.lag", "s", "From receipt to dealt with.");
        sent = meter.CreateCounter<long>("onestop.deliveries", "{message}", "Tries to send, by route and what LINE answered.");
        meter.CreateObservableGauge("onestop.events.waiting", () => Volatile.Read(ref depths).EventsWaiting, "{event}", "Events that wait to be dealt with.");
        meter.CreateObservableGauge("onestop.events.put_aside", () => Volatile.Read(ref depths).EventsPutAside, "{event}",
            "Events that could not be dealt with.");
        meter.CreateObservableGauge("onestop.outbox.depth", () => Volatile.Read(ref depths).Outbox, "{message}", "Messages that wait to be sent.");
        meter.CreateObservableGauge("onestop.outbox.asking", () => Volatile.Read(ref depths).Asking, "{message}",
            "Messages that failed or are unknown, of which somebody has to decide.");
        meter.CreateObservableGauge("onestop.quota.used", () => Known(quota.Used), "{message}", "Messages pushed this month, about, as LINE told last.");
        meter.CreateObservableGauge("onestop.quota.limit", () => Known(quota.Limit), "{message}",
            "Messages that may be pushed this month; absent where there is no limit.");
    }

    /// <summary>Starts a span; null if nothing listens.</summary>
    public Activity? Begin(string what) => source.StartActivity(what);

    public void Received(int events) => received.Add(events);

    public void Refused(int status) => refused.Add(1, new KeyValuePair<string, object?>("status", status));

    /// <param name="waited">The time since receipt.</param>
    public void Processed(TimeSpan waited)
    {
        processed.Add(1);
        lag.Record(waited.TotalSeconds);
    }

    /// <param name="failure">The type of the exception.</param>
    public void Failed(string failure) => failed.Add(1, new KeyValuePair<string, object?>("failure", failure));

    /// <param name="status">The HTTP status of LINE's response; null if there was none.</param>
    public void Sent(string route, int? status) =>
        sent.Add(1, new KeyValuePair<string, object?>("route", route), new KeyValuePair<string, object?>("status", status ?? 0));

    /// <summary>Records the last counts of the queues.</summary>
    public void Note(QueueDepths counted) => Volatile.Write(ref depths, counted);

    public void Dispose() => source.Dispose();

    private static IEnumerable<Measurement<long>> Known(long? figure) => figure is { } known ? [new(known)] : [];
}

/// <summary>The lengths of the two queues, and how many events and sendings need a person's decision.</summary>
public sealed record QueueDepths(int EventsWaiting, int EventsPutAside, int Outbox, int Asking);
