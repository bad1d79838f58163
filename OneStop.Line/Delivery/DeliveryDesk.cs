using System.ComponentModel;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>
/// 送信の窓口: sends one message of the outbox, from the claim to a definite state. A reply takes no retry key, so it is tried at most once, and a
/// push follows only if LINE refused the reply. A push is retried with the same key until LINE responds, and ends before the key's 24 hours are over.
/// </summary>
[DisplayName("送信")]
public sealed class DeliveryDesk(DeskContext desk, Sender sender, MonthQuota quota, ILogger<DeliveryDesk> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SaveAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Sends a message, unless another portal has claimed it.</summary>
    [DisplayName("送信する")]
    [Allowed(Clock = true)]
    public async Task Deliver(Guid id, CancellationToken stopping)
    {
        desk.MayDo<DeliveryDesk>();
        await using var db = await desk.Read(stopping);
        var message = await db.OutgoingMessages.SingleAsync(m => m.Id == id, stopping);
        if (message.State != Domain.Channels.Delivery.Waiting || message.ClaimedUntil > desk.Now)
            return;

        message.TakeInHand();
        if (message.WasCutOffInReply)
            message.Lose("送信の途中でシステムが停止したため、届いたかどうか分かりません。", desk.Now);
        else if (await db.Friends.AnyAsync(f => f.LineUserId == message.To && f.BlockedAt != null, stopping))
            End(message, "この方は公式アカウントをブロックしているため、届きません。");
        else if (message.PushTriedAt is { } first && desk.Now - first > OutgoingMessage.RetryFor)
            End(message, "LINEにつながらないまま時間が過ぎたため、送れませんでした。");
        else if (await RepeatedConfirmation.IsOverruled(db, message))
            message.CallOff(desk.Now);
        else if (message.UsefulUntil <= desk.Now)
            End(message, "お知らせする時間が過ぎたため、送りませんでした。");
        else if (await sender.Write(db, message, stopping) is not { } call)
            End(message, "送る画像がなくなったため、送れませんでした。");
        else if (!await Try(db, message, call, stopping))
            return;

        await Settle(db, message);
    }

    /// <summary>Claims the message, makes the call, and records the response.</summary>
    /// <returns>False if another portal claimed it first.</returns>
    private async Task<bool> Try(OneStopDb db, OutgoingMessage message, PreparedCall call, CancellationToken stopping)
    {
        // before the attempt is recorded: a failure here would otherwise look like an interrupted one
        var said = await db.Messages.Where(m => m.OutgoingId == message.Id).OrderBy(m => m.Order).ToListAsync(stopping);
        var route = message.Try(desk.Now, sender.ClaimFor, call.IsSilent);
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        var answer = await sender.Send(message, call, route);
        if (answer.Status == HttpStatusCode.OK && route == Route.Push)
            quota.Pass();
        if (answer.IsAccepted)
            Accept(message, said, route, answer);
        else if (route == Route.Reply)
            AfterReply(message, answer);
        else
            AfterPush(message, answer);
        return true;
    }

    private void Accept(OutgoingMessage message, List<Message> said, Route route, LineAnswer answer)
    {
        message.Accept(route, answer.RequestId, desk.Now);
        foreach (var (mine, theirs) in said.Zip(answer.Sent))
            mine.AcceptAs(theirs.Id, theirs.QuoteToken);
    }

    private void AfterReply(OutgoingMessage message, LineAnswer answer)
    {
        if (answer.IsRefused)
            message.GiveUpReply(desk.Now);
        else
            message.Lose("LINEから応答がなく、届いたかどうか分かりません。", desk.Now);
    }

    private void AfterPush(OutgoingMessage message, LineAnswer answer)
    {
        var now = desk.Now;
        if (answer.IsQuotaSpent)
        {
            quota.Spend();
            End(message, "今月の送信数の上限に達したため、送れませんでした。", answer.RequestId);
        }
        else if (answer.IsRefused && !answer.NotSent && answer.Status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized))
            End(message, $"LINEが受け付けませんでした（{(int)answer.Status!}）。", answer.RequestId);
        else
            message.Postpone(now + Backoff(message.Attempts), WhatHinders(answer), mayHaveArrived: !answer.IsRefused);
    }

    private static DeliveryProblem WhatHinders(LineAnswer answer) => answer.Status switch
    {
        HttpStatusCode.TooManyRequests => DeliveryProblem.Busy,
        HttpStatusCode.Unauthorized => DeliveryProblem.TokenRefused,
        _ => DeliveryProblem.Silence,
    };

    /// <summary>Ends the attempts: failed, or 不明 if an earlier attempt got no response and may have arrived.</summary>
    private void End(OutgoingMessage message, string reason, string? requestId = null)
    {
        if (message.MayHaveArrived)
            message.Lose($"LINEから応答がない送信があり、届いたかどうか分かりません。その後: {reason}", desk.Now);
        else
            message.Fail(reason, desk.Now, requestId);
    }

    /// <summary>
    /// Saves the result. A failed or unknown message puts the conversation on the list エラー in the same save; a confirmation is repeated instead.
    /// If saving fails, it is repeated with LINE's response until the claim ends, because without the response an arrived message would become 不明.
    /// </summary>
    private async Task Settle(OneStopDb db, OutgoingMessage message)
    {
        var claimedUntil = db.Entry(message).Property(m => m.ClaimedUntil).OriginalValue; // as saved before the call
        IReadOnlyList<EndedWaiting>? notArrived = null;
        RepeatedConfirmation? repeating = null;
        while (true)
        {
            try
            {
                repeating ??= await RepeatedConfirmation.Of(db, message, desk.Now);
                if (repeating is not null)
                    repeating.AddTo(db, await ConversationOf(db, message), desk.Now);
                else if (message.AsksSomebody)
                    MeetTrouble(await ConversationOf(db, message), notArrived ??= await NotArrived(db, message));
                await db.SaveChangesAsync();
                break;
            }
            catch (DbUpdateConcurrencyException exception) when (exception.Entries.All(e => e.Entity is Conversation))
            {
                foreach (var entry in exception.Entries)
                    entry.State = EntityState.Detached; // the client wrote meanwhile: read it again
            }
            catch (DbUpdateConcurrencyException)
            {
                return; // taken back, or claimed by another portal, before any attempt here
            }
            catch (Exception exception) when (claimedUntil > desk.Now)
            {
                logger.LogError("What LINE answered could not be noted; it is noted again: {Failure}", exception.WithoutWords);
                await Task.Delay(SaveAgainAfter, CancellationToken.None);
            }
        }
    }

    private static Task<Conversation> ConversationOf(OneStopDb db, OutgoingMessage message) =>
        db.Conversations.SingleAsync(c => c.Id == message.ConversationId);

    private void MeetTrouble(Conversation conversation, IReadOnlyList<EndedWaiting> notArrived)
    {
        conversation.MeetTrouble(desk.Now);
        foreach (var answered in notArrived)
            conversation.WaitAgain(answered);
    }

    private static async Task<IReadOnlyList<EndedWaiting>> NotArrived(OneStopDb db, OutgoingMessage message) => message.State == Domain.Channels.Delivery.Failed
        ? [.. (await db.Messages.Where(m => m.OutgoingId == message.Id).ToListAsync()).Select(m => m.EndedNothing()).OfType<EndedWaiting>()]
        : [];

    /// <summary>Doubles the delay, with jitter, so that many messages are not retried at the same time.</summary>
    private static TimeSpan Backoff(int attempts)
    {
        var most = Math.Min(Math.Pow(2, attempts), LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(most * (0.75 + Random.Shared.NextDouble() / 2));
    }
}
