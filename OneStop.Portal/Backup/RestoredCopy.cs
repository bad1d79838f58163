using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Domain;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Line.Reception;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>
/// A database from a backup, before it is put in place. The portal from which it was taken may have sent since what waits in it, so
/// nothing in it is sent automatically (こちらから二重に送らない).
/// </summary>
/// <param name="files">The file store of the same backup.</param>
/// <param name="key">The audit key after the restore: events processed here are recorded like any others.</param>
internal sealed class RestoredCopy(SqliteFile file, FileStore files, AuditKey key, GroupChats groupChats, TimeProvider clock)
{
    internal const string Reason = "バックアップから復元しました。バックアップの後に送られたかもしれず、届いたかどうか分かりません。";

    private readonly Actor actor = ForLine();
    private readonly LiveUpdates live = new(NullLogger<LiveUpdates>.Instance);

    private IDbContextFactory<OneStopDb> Contexts => file.Contexts(actor, new AuditInterceptor(key, clock));

    /// <summary>Migrates the copy to this version's schema, so that a failing migration fails before the exchange.</summary>
    /// <exception cref="RuleException">A newer version made it, or one before the first release; or it is older and migrating is switched off.</exception>
    public async Task Migrate(bool mayMigrate)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        if (await OtherSchema.IsOf(db))
            throw new RuleException("このバックアップは、今より新しい版か、最初のリリースより前の版のOneStopのものです。作ったときの版で復元してください。何も変更していません。");
        if (!(await db.Database.GetPendingMigrationsAsync()).Any())
            return;
        if (!mayMigrate)
            throw new RuleException("このバックアップは古い形式です。Database:Migrate を true にして復元してください。何も変更していません。");
        await Migrator.MigrateSqlite(db);
    }

    /// <summary>Processes waiting events, marks messages that would be sent as unknown, and leaves the decision to a person.</summary>
    /// <returns>The numbers of messages about which a person must decide.</returns>
    public async Task<Asking> Settle()
    {
        using var looks = new Looks(clock);
        var context = new DeskContext(actor, Contexts, looks, clock);
        await TakeIn(context);
        actor.BeClock();
        await new ReminderDesk(context, NullLogger<ReminderDesk>.Instance).CountAsSaid();
        return new(await LoseWhatWaited(), await LoseWhatWasPlanned());
    }

    /// <summary>Deletes the sign-in keys: cookies issued after the backup and keys read from the backup become invalid, everybody signs in again.</summary>
    public async Task TurnSignInKeys()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.DataProtectionKeys.ExecuteDeleteAsync();
    }

    /// <summary>
    /// Records the restore in the audit trail, together with the head of the replaced trail, and seals the entries that wait. The mark
    /// starts anew from there.
    /// </summary>
    /// <param name="backup">The backup's id.</param>
    /// <param name="before">The head by the mark so far; null if there was no readable mark.</param>
    public async Task EnterInTrail(string backup, AuditHead? before, AuditMark mark)
    {
        actor.BeClock();
        var after = await file.AuditHead();
        await Contexts.Change(db =>
        {
            db.RecordRestore(backup, before?.ToString(), after, key, clock.GetUtcNow());
            return Task.CompletedTask;
        });
        try
        {
            var trail = new AuditTrail(Contexts, key, mark, clock);
            while (await trail.Seal() > 0) { }
        }
        catch (AuditBrokenException)
        {
            if (AuditHead.Read(await file.AuditHead()) is { } end)
                mark.Begin(end); // the key is lost, or the trail was broken before the backup: verify-audit reports it, and later entries are sealed after it
        }
    }

    private async Task<int> LoseWhatWaited()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var waiting = await db.OutgoingMessages.Outstanding().ToListAsync();
        var conversations = waiting.Select(m => m.ConversationId).ToHashSet();
        waiting.ForEach(m => m.Lose(Reason, clock.GetUtcNow()));
        foreach (var conversation in await db.Conversations.Where(c => conversations.Contains(c.Id)).ToListAsync())
            conversation.MeetTrouble(clock.GetUtcNow());
        await db.SaveChangesAsync();
        return waiting.Count;
    }

    /// <summary>Marks due 送信予約 as lost. The text stays in the conversation, and the friend counts as waiting, so that somebody looks.</summary>
    private async Task<int> LoseWhatWasPlanned()
    {
        var now = clock.GetUtcNow();
        await using var db = await Contexts.CreateDbContextAsync();
        var planned = await db.LaterAnswers.Planned().Where(l => l.SendAt <= now).ToListAsync();
        foreach (var ofOne in planned.GroupBy(l => l.ConversationId))
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == ofOne.Key);
            db.Messages.Add(conversation.AddWaitingEvent($"送信予約{ofOne.Count()}件は、送られたかどうか分かりません（バックアップから復元したため）", now));
        }
        planned.ForEach(l => l.Lose(now));
        await db.SaveChangesAsync();
        return planned.Count;
    }

    /// <summary>
    /// Processes waiting events. The bot has answered most of them since the backup, at the replaced portal; processing them here lets
    /// its repeated answers be marked as unknown with the rest.
    /// </summary>
    private async Task TakeIn(DeskContext context)
    {
        using var words = new DangerList(live, clock);
        var danger = new DangerWatch(Contexts, words);
        var inbound = new InboundEvents(new(Contexts, new IntakePressure(clock), clock, NullLogger<InboundEventGroups>.Instance), danger, clock);
        await using var dialogues = new ServiceCollection().AddDialogues().BuildServiceProvider();
        var talking = dialogues.GetRequiredService<Talking>();
        var desk = new ReceptionDesk(context, inbound, files, talking);
        // no host is running, so group chats get no answer
        var reception = new LineReception(desk, new(context, inbound, talking), groupChats, new(context, talking),
            new(context, inbound, dialogues.GetRequiredService<DialogueRegistry>()), danger);
        foreach (var incoming in await Waiting())
        {
            try
            {
                await reception.Take(incoming);
            }
            catch (Exception exception) when (LineUserId.TryParse(incoming.Sender, out _))
            {
                await PutAside(desk, incoming, exception.GetType().Name);
            }
        }
    }

    private async Task<List<IncomingEvent>> Waiting()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        return [.. (await db.IncomingEvents.AsNoTracking().Waiting().ToListAsync()).OrderBy(e => e.OccurredAt).ThenBy(e => e.Sequence)];
    }

    /// <summary>Puts a failing event aside at once: the later attempts of the worker would run in a portal that sends.</summary>
    private async Task PutAside(ReceptionDesk desk, IncomingEvent incoming, string failure)
    {
        var isShown = incoming.Attempts >= IncomingEvent.MostAttempts; // the event was put aside before, and the conversation says so
        await Contexts.Change(async db =>
        {
            var failed = await db.IncomingEvents.SingleAsync(e => e.Sequence == incoming.Sequence);
            while (isShown ? failed.PutAsideAt is null : failed.Attempts < IncomingEvent.MostAttempts - 1)
                failed.Fail(failure, clock.GetUtcNow());
        });
        if (!isShown)
            await desk.PutAside(new(incoming.Sequence, LineUserId.Parse(incoming.Sender!), incoming.OccurredAt, null), failure);
    }

    private static Actor ForLine()
    {
        var actor = new Actor();
        actor.BeLine();
        return actor;
    }
}

/// <summary>What a person must decide about after a restore.</summary>
/// <param name="Sendings">The number of messages that waited to be sent.</param>
/// <param name="Planned">The number of 送信予約 that were due.</param>
internal sealed record Asking(int Sendings, int Planned);
