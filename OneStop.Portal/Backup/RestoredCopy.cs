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
/// A database out of a backup, before it is put in place. What it still had to do may have been done since by the portal
/// that it was taken from, so nothing of it goes out by itself (こちらから二重に送らない).
/// </summary>
/// <param name="files">The store out of the same backup.</param>
/// <param name="key">The audit trail's key after the restore: what is taken in here is recorded like anything else.</param>
internal sealed class RestoredCopy(SqliteFile file, FileStore files, AuditKey key, GroupChats groupChats, TimeProvider clock)
{
    internal const string Reason = "バックアップから復元しました。バックアップの後に送られたかもしれず、届いたかどうか分かりません。";

    private readonly Actor actor = ForLine();
    private readonly LiveUpdates live = new(NullLogger<LiveUpdates>.Instance);

    private IDbContextFactory<OneStopDb> Contexts => file.Contexts(actor, new AuditInterceptor(key, clock));

    /// <summary>Brings it to this version's shape; a migration that fails, fails here and not after the exchange.</summary>
    /// <exception cref="RuleException">Another version than this one and those before it made it, or it is older and migrating is switched off.</exception>
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

    /// <summary>Takes in what waited, says of what would go out that nobody knows, and asks a person.</summary>
    /// <returns>What a person has to decide about.</returns>
    public async Task<Asking> Settle()
    {
        using var looks = new Looks(clock);
        var context = new DeskContext(actor, Contexts, looks, clock);
        await TakeIn(context);
        actor.BeClock();
        await new ReminderDesk(context).CountAsSaid();
        return new(await LoseWhatWaited(), await LoseWhatWasPlanned());
    }

    /// <summary>Cookies of the time that is lost, and keys that somebody read in the backup, open nothing: everybody signs in anew.</summary>
    public async Task TurnSignInKeys()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.DataProtectionKeys.ExecuteDeleteAsync();
    }

    /// <summary>
    /// Enters the restore in the trail, with how far the trail had come that it takes the place of, and seals what waits. The mark
    /// begins anew from there.
    /// </summary>
    /// <param name="backup">The backup's id.</param>
    /// <param name="before">The mark until now; null if there was none, or none that could be read.</param>
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
                mark.Begin(end); // the key is lost, or the trail was broken before the backup: verify-audit says so, and what comes now is sealed after it
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

    /// <summary>送信予約 whose time has come. Its words stay in the talk, and whoever it was for counts as waiting, so that somebody looks.</summary>
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
    /// Events that waited have mostly been answered since by the bot, in the time that is lost. They are taken in here, so that
    /// what the bot says to them again is settled with the rest.
    /// </summary>
    private async Task TakeIn(DeskContext context)
    {
        using var words = new DangerList(live, clock);
        var danger = new DangerWatch(Contexts, words);
        var inbound = new InboundEvents(new(Contexts, new IntakePressure(clock), clock, NullLogger<InboundEventGroups>.Instance), danger, clock);
        var desk = new ReceptionDesk(context, inbound, files);
        await using var dialogues = new ServiceCollection().AddDialogues().BuildServiceProvider();
        // no host runs, so no group is answered over the line
        var reception = new LineReception(desk, new(context, inbound), groupChats, new(context),
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

    /// <summary>At once: the worker's later attempts would be made by a portal that sends.</summary>
    private async Task PutAside(ReceptionDesk desk, IncomingEvent incoming, string failure)
    {
        var isShown = incoming.Attempts >= IncomingEvent.MostAttempts; // it was put aside before, and the talk says so
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

/// <summary>What a person has to decide about after a restore.</summary>
/// <param name="Sendings">Messages that waited to be sent.</param>
/// <param name="Planned">送信予約 whose time had come.</param>
internal sealed record Asking(int Sendings, int Planned);
