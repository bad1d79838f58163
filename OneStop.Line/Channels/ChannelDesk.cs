using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Channels;

/// <summary>
/// LINEチャネルの窓口: the state of the channel at LINE and here, for administrators. No message of a client is shown; a failed event appears with
/// its kind and times only.
/// </summary>
[DisplayName("LINEチャネル")]
public sealed class ChannelDesk(DeskContext desk, LineApi line, LineTokens tokens, PublicAddress address)
{
    private const string NoFields = "[]";
    private const int MostShown = 100;
    private const int MostUnplaced = 20;
    private const int Recently = 100;

    /// <summary>Asks LINE for the channel's settings: account, webhook, token, quota, chat mode.</summary>
    [DisplayName("LINE側の設定を見る")]
    [Allowed(Duty.Administrator)]
    public async Task<ChannelSettings> Settings(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        var webhook = line.WebhookSetting(stopping);
        var (bot, quota, used) = (line.BotInfo(stopping), line.Quota(stopping), line.QuotaUse(stopping));
        // concurrently, so that a time-out is waited for only once
        return new(await bot, await webhook, tokens.Kind, await quota, await used, address.Below(WebhookEndpoint.Path));
    }

    /// <summary>Returns the state of incoming events and outgoing messages in the database.</summary>
    [DisplayName("受信と送信の状況を見る")]
    [Allowed(Duty.Administrator)]
    public async Task<ChannelTraffic> Traffic(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        await using var db = await desk.Read(stopping);
        db.SeeEverybody("events and sendings are counted and dated");
        var now = desk.Now;
        var recent = await db.IncomingEvents.OrderByDescending(e => e.Sequence).Take(Recently)
            .Where(e => e.ProcessedAt != null).Select(e => new { e.ReceivedAt, e.ProcessedAt }).ToListAsync(stopping);
        var waiting = await db.IncomingEvents.Waiting().Select(e => (DateTimeOffset?)e.ReceivedAt).FirstOrDefaultAsync(stopping);
        var due = db.OutgoingMessages.Outstanding().Where(m => m.NextTryAt <= now || m.Attempts > 0);
        return new(
            await db.IncomingEvents.OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.ReceivedAt).FirstOrDefaultAsync(stopping),
            await db.IncomingEvents.Waiting().CountAsync(stopping),
            waiting is { } since ? now - since : null,
            recent.Count == 0 ? null : recent.Max(e => e.ProcessedAt!.Value - e.ReceivedAt),
            await due.CountAsync(stopping),
            await due.MinAsync(m => (DateTimeOffset?)m.CreatedAt, stopping) is { } oldest ? now - oldest : null,
            await db.OutgoingMessages.Asking().CountAsync(stopping),
            await db.IncomingEvents.PutAside().CountAsync(stopping),
            now);
    }

    /// <summary>Returns the events that could not be processed, the newest first, at most a hundred.</summary>
    [DisplayName("処理できなかった出来事を見る")]
    [Allowed(Duty.Administrator)]
    public async Task<IReadOnlyList<FailedEvent>> Failed(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        await using var db = await desk.Read(stopping);
        db.SeeEverybody("of an event its kind and times are shown, and never its contents");
        var rows = await db.IncomingEvents.PutAside().OrderByDescending(e => e.Sequence).Take(MostShown)
            .Select(e => new { e.Sequence, e.EventId, e.ReceivedAt, e.PutAsideAt, e.Attempts, e.Failure, e.Body }).ToListAsync(stopping);
        return [.. rows.Select(r => new FailedEvent(r.Sequence, r.EventId, EventKind.Of(r.Body), r.ReceivedAt, r.PutAsideAt!.Value, r.Attempts, r.Failure))];
    }

    /// <summary>Returns the latest events without a conversation, at most twenty, so that none stays unnoticed.</summary>
    [DisplayName("会話にならない出来事を見る")]
    [Allowed(Duty.Administrator)]
    public async Task<IReadOnlyList<UnplacedEvent>> Unplaced(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        await using var db = await desk.Read(stopping);
        db.SeeEverybody("of an event its kind and time are shown, and never its contents");
        var rows = await db.IncomingEvents.Unplaced().Take(MostUnplaced).Select(e => new { e.Sequence, e.ReceivedAt, e.Body }).ToListAsync(stopping);
        return [.. rows.Select(r => new UnplacedEvent(r.Sequence, EventKind.Of(r.Body), EventKind.SourceOf(r.Body), r.ReceivedAt))];
    }

    /// <summary>もう一度処理: allows one more attempt; without a number, for all events put aside.</summary>
    /// <returns>The number of events.</returns>
    [DisplayName("出来事をもう一度処理する")]
    [Allowed(Duty.Administrator)]
    public async Task<int> TryAgain(long? sequence = null)
    {
        desk.MayDo<ChannelDesk>();
        return await desk.Change(async db =>
        {
            db.SeeEverybody("events are tried again, and nothing of them is shown");
            var aside = await db.IncomingEvents.PutAside().Where(e => sequence == null || e.Sequence == sequence).ToListAsync();
            foreach (var one in aside)
            {
                one.TryAgain();
                db.Record(AuditAct.Changed, nameof(IncomingEvent), one.Sequence.ToString(CultureInfo.InvariantCulture), null, NoFields, desk.Now);
            }
            return aside.Count;
        });
    }

    /// <summary>Makes LINE post an empty webhook to the address that is set there.</summary>
    /// <returns>Null if LINE did not respond.</returns>
    [DisplayName("Webhookを試す")]
    [Allowed(Duty.Administrator)]
    public Task<WebhookTrial?> TestWebhook(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        return line.TestWebhook(stopping);
    }

    /// <summary>Sets this portal's address as the one to which LINE posts events.</summary>
    /// <exception cref="RuleException">LINE refused it, or did not respond.</exception>
    [DisplayName("Webhookのアドレスを設定する")]
    [Allowed(Duty.Administrator)]
    public async Task SetWebhook(CancellationToken stopping = default)
    {
        desk.MayDo<ChannelDesk>();
        var answer = await line.SetWebhook(address.Below(WebhookEndpoint.Path), stopping);
        if (answer.IsAccepted)
        {
            await desk.Change(db =>
            {
                db.Record(AuditAct.Changed, "LineChannel", "webhook", null, NoFields, desk.Now);
                return Task.CompletedTask;
            });
        }
        else
            throw new RuleException(answer.Status is { } status
                ? $"LINEがアドレスを受け付けませんでした（{(int)status}）。https で始まる、外から届くアドレスか確かめてください。"
                : "LINEから応答がありません。時間をおいて、もう一度試してください。");
    }
}
