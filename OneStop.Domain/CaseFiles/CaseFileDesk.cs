using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportPrograms;

namespace OneStop.Domain.CaseFiles;

/// <summary>ケースファイルの窓口: who is in charge of a client, how far the support has come, and its end.</summary>
[DisplayName("ケースファイル")]
public sealed class CaseFileDesk(DeskContext desk, IEnumerable<ICaseTrack> tracks)
{
    /// <summary>Announced when somebody else is in charge of a client, or a case was closed or reopened.</summary>
    public const string Topic = "case-files";

    /// <summary>Opens the file of a client and records the look; null if there is no such client.</summary>
    [DisplayName("ケースファイルを開く")]
    [Allowed(Casework = true)]
    public Task<CaseHead?> Open(Guid clientId)
    {
        desk.MayDo<CaseFileDesk>();
        return desk.Open(async db =>
        {
            if (await db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync() is not { } client)
                return null;
            var person = (await db.PersonOf(clientId))!;
            var closing = await db.CaseClosings.AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == clientId && c.ReopenedAt == null);
            var marks = await db.Conversations.Where(c => c.Id == client.ConversationId).Select(c => new { c.Caution, c.Discretion }).SingleOrDefaultAsync();
            return new CaseHead
            {
                Client = client,
                Stage = closing is null ? await tracks.StageOf(db, clientId) : CaseStage.Closed,
                Charge = await db.ChargeOf(clientId),
                Closing = closing,
                Next = await db.NextTalkOf(clientId, desk.Now),
                LastTalkAt = await db.LastTalkOf(person),
                Tags = await db.ClientTaggings.Where(t => t.ClientId == clientId).Join(db.Tags, x => x.TagId, t => t.Id, (_, t) => t.Name).Order()
                    .ToListAsync(),
                Caution = marks?.Caution?.Reason,
                Discretion = marks?.Discretion?.Reason,
                Topics = person.Topics,
            };
        }, _ => OpenedRecord.Client(clientId));
    }

    /// <summary>主担当を決める: puts somebody in charge, or transfers the case with a note that the receiver confirms.</summary>
    /// <param name="key">The key of the form: a form that is saved twice transfers once.</param>
    /// <returns>The id of the assignment, for undoing.</returns>
    /// <exception cref="RuleException">The case is closed, the person cannot be in charge or is it already, or the note is too long.</exception>
    [DisplayName("主担当を決める")]
    [Allowed(Casework = true)]
    public async Task<Guid> Assign(Guid clientId, Guid staffId, string note, Guid? key = null)
    {
        desk.MayDo<CaseFileDesk>();
        return await desk.Create(key, async db =>
        {
            if (await db.CaseClosings.AnyAsync(c => c.ClientId == clientId && c.ReopenedAt == null))
                throw new RuleException("支援が終了しています。再開してから、主担当を決めてください。");
            return (await db.Charge(clientId, await db.Receiver(staffId), note, desk.Actor.StaffId, desk.Now)).Id;
        });
    }

    /// <summary>Undoes an assignment: the former person is in charge again.</summary>
    /// <exception cref="RuleException">Somebody else was put in charge meanwhile.</exception>
    [DisplayName("主担当の決定を元に戻す")]
    [Allowed(Casework = true)]
    public async Task UndoAssign(Guid assignmentId)
    {
        desk.MayDo<CaseFileDesk>();
        await desk.Change(async db =>
        {
            var assignment = await db.CaseAssignments.SingleOrDefaultAsync(a => a.Id == assignmentId && a.Until == null)
                ?? throw new RuleException("このあとに主担当が変わっているため、元に戻せません。");
            await db.Discharge(assignment);
        });
    }

    /// <summary>引き継ぎを確かめる, by the receiver.</summary>
    /// <exception cref="RuleException">Somebody else is in charge.</exception>
    [DisplayName("引き継ぎを確かめる")]
    [Allowed(Casework = true)]
    public async Task Acknowledge(Guid assignmentId)
    {
        desk.MayDo<CaseFileDesk>();
        await desk.Change(async db => (await db.CaseAssignments.SingleAsync(a => a.Id == assignmentId)).Acknowledge(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>終了: ends the support with a reason. The person in charge stays visible with the end date.</summary>
    /// <param name="key">The key of the form.</param>
    /// <returns>The id of the closing.</returns>
    /// <exception cref="RuleException">The case is closed already, a program goes on, or the words are missing or too long.</exception>
    [DisplayName("支援を終了する")]
    [Allowed(Casework = true)]
    public async Task<Guid> Close(Guid clientId, ClosingReason reason, string words, Guid? key = null)
    {
        desk.MayDo<CaseFileDesk>();
        return await desk.Create(key, async db =>
        {
            await db.TakeTurn(); // a program may begin at the same moment
            if (await db.CaseClosings.AnyAsync(c => c.ClientId == clientId && c.ReopenedAt == null))
                throw new RuleException("支援は、すでに終了しています。");
            if (await db.SupportPrograms.Open().Where(p => p.ClientId == clientId).Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } open)
                throw new RuleException($"終わっていない自立支援プログラム（{SupportProgram.NumberOf(open)}）があります。先にプログラムを終えてください。");
            (await db.CaseAssignments.SingleOrDefaultAsync(a => a.ClientId == clientId && a.Until == null))?.End(desk.Now);
            await db.EndQuestionnaires(clientId, desk.Now);
            await db.EndConsentPages(clientId, desk.Now);
            return db.CaseClosings.Add(CaseClosing.Of(clientId, reason, words, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>再開: opens a closed case again and puts somebody in charge.</summary>
    /// <exception cref="RuleException">The case is not closed, or the person cannot be in charge.</exception>
    [DisplayName("支援を再開する")]
    [Allowed(Casework = true)]
    public async Task Reopen(Guid clientId, Guid staffId)
    {
        desk.MayDo<CaseFileDesk>();
        await desk.Change(async db =>
        {
            var closing = await db.CaseClosings.SingleOrDefaultAsync(c => c.ClientId == clientId && c.ReopenedAt == null)
                ?? throw new RuleException("支援は終了していません。");
            closing.Reopen(desk.Actor.StaffId, desk.Now);
            await db.Charge(clientId, await db.Receiver(staffId), "", desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Undoes a closing that was just made: it leaves no trace in the timeline, and the former person is in charge again.</summary>
    /// <exception cref="RuleException">The case was reopened meanwhile.</exception>
    [DisplayName("支援の終了を元に戻す")]
    [Allowed(Casework = true)]
    public async Task UndoClose(Guid closingId)
    {
        desk.MayDo<CaseFileDesk>();
        await desk.Change(async db =>
        {
            var closing = await db.CaseClosings.SingleOrDefaultAsync(c => c.Id == closingId && c.ReopenedAt == null)
                ?? throw new RuleException("支援は、すでに再開されています。");
            db.CaseClosings.Remove(closing);
            (await db.CaseAssignments.SingleOrDefaultAsync(a => a.ClientId == closing.ClientId && a.Until == closing.ClosedAt))?.Resume();
        });
    }
}
