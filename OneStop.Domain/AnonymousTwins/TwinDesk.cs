using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>
/// 匿名の記録の窓口（仕様書 10(2)）: one person decides about each find, a second one confirms, and only what was confirmed leaves for the City.
/// </summary>
[DisplayName("匿名の記録")]
public sealed partial class TwinDesk(DeskContext desk, IEnumerable<ICourseTextSource> sources)
{
    /// <summary>Announced when twins have changed.</summary>
    public const string Topic = "twins";

    /// <summary>Opens a text with its twin and records the look; null if there is no final text of this kind.</summary>
    [DisplayName("匿名の記録を開く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<TwinView?> Open(string kind, Guid sourceId)
    {
        desk.MayDo<TwinDesk>();
        return desk.Open<TwinView>(async db => await SourceOf(kind).Read(db, sourceId) is { } source ? await View(db, kind, source) : null,
            view => OpenedRecord.Client(view.ClientId, nameof(AnonymousTwin)));
    }

    /// <summary>Decides about a word: everywhere in the text, and from then on in all texts of the client.</summary>
    /// <exception cref="RuleException">The word is not there, the decision is not complete, or the twin waits for its confirmation.</exception>
    [DisplayName("見つかった言葉をどうするか決める")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Decide(string kind, Guid sourceId, string word, TwinChoice choice)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, async (db, source, twin) =>
        {
            var found = await Finds(db, source, twin);
            var finds = found.Where(f => f.Text == word).ToList();
            if (finds.Count == 0)
                finds = Marked(source.Text, word, found);
            if (finds.Count == 0)
                throw new RuleException($"「{word}」は、この記録にありません。");
            foreach (var find in finds)
                twin.Decide(find, choice, desk.Actor.StaffId, desk.Now);
            if (choice.Replacement is { } replacement && LearntWord.IsLearnt(finds[0].Kind))
                await Learn(db, source.ClientId, finds[0].Kind, word, replacement.Trim());
        });
    }

    /// <summary>Takes the decision about a word back, everywhere in the text.</summary>
    /// <exception cref="RuleException">The twin waits for its confirmation.</exception>
    [DisplayName("決めたことを取り消す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Reconsider(string kind, Guid sourceId, string word)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, (_, _, twin) =>
        {
            foreach (var decision in twin.Decisions.Where(d => d.Original == word).ToList())
                twin.Reconsider(decision.Start);
            return Task.CompletedTask;
        });
    }

    /// <summary>確認を頼む.</summary>
    /// <exception cref="RuleException">A word is not decided, or the text has changed.</exception>
    [DisplayName("匿名の記録の確認を頼む")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Ask(string kind, Guid sourceId)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, async (db, source, twin) =>
        {
            var number = 1 + (await db.Approvals.Where(a => a.Kind == AnonymousTwin.ApprovalKind).MaxAsync(a => (int?)a.Number) ?? 0);
            twin.Ask(source, await Finds(db, source, twin), number, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>取り下げる: takes the request back.</summary>
    /// <exception cref="RuleException">It does not wait.</exception>
    [DisplayName("匿名の記録の確認を取り下げる")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Withdraw(string kind, Guid sourceId)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, (_, _, twin) =>
        {
            twin.Withdraw(desk.Actor.StaffId, desk.Now);
            return Task.CompletedTask;
        });
    }

    /// <summary>確認する: a second person has read the text and finds nobody in it.</summary>
    /// <param name="seen">The digest of the text on their screen.</param>
    /// <exception cref="RuleException">They took part in making it, it does not wait, or it is not the text that they saw.</exception>
    [DisplayName("匿名の記録を確認する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Confirm(string kind, Guid sourceId, string seen)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, (_, source, twin) =>
        {
            twin.RefuseUnlessOf(source);
            twin.Confirm(seen, source.AuthorId, desk.Actor.StaffId, desk.Now);
            return Task.CompletedTask;
        });
    }

    /// <summary>差し戻す with a reason; possible after the confirmation too.</summary>
    /// <exception cref="RuleException">There is nothing to send back, or the reason is missing.</exception>
    [DisplayName("匿名の記録を差し戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SendBack(string kind, Guid sourceId, string reason)
    {
        desk.MayDo<TwinDesk>();
        return Change(kind, sourceId, (_, _, twin) =>
        {
            twin.SendBack(reason, desk.Actor.StaffId, desk.Now);
            return Task.CompletedTask;
        });
    }

    private ICourseTextSource SourceOf(string kind) => sources.SingleOrDefault(s => s.Kind == kind) ?? throw new RuleException("この種類の記録には、匿名の記録がありません。");

    private Task Change(string kind, Guid sourceId, Func<OneStopDb, CourseText, AnonymousTwin, Task> change) => desk.Change(async db =>
    {
        var source = await SourceOf(kind).Read(db, sourceId) ?? throw new RuleException("確定した記録がありません。");
        var twin = await Present(db, kind, sourceId);
        if (twin is null)
            db.Add(twin = AnonymousTwin.Of(await db.NextNumber<AnonymousTwin>(nameof(AnonymousTwin.Number)), kind, source, desk.Actor.StaffId, desk.Now));
        await change(db, source, twin);
    });

    private static Task<AnonymousTwin?> Present(OneStopDb db, string kind, Guid sourceId) =>
        db.AnonymousTwins.Include(t => t.Approval).Include(t => t.Decisions)
            .SingleOrDefaultAsync(t => t.Kind == kind && t.SourceId == sourceId && t.OutdatedAt == null);

    /// <summary>What is found in the text, and what was marked by hand; marks win.</summary>
    private static async Task<IReadOnlyList<FoundIdentifier>> Finds(OneStopDb db, CourseText source, AnonymousTwin? twin)
    {
        var marks = (twin?.Decisions ?? []).Select(d => new FoundIdentifier(d.Kind, d.Start, d.Original, d.Replacement)).ToList();
        var found = IdentifierFinder.Find(source.Text, await db.KnownOf(source.ClientId), source.On).Where(f => !marks.Exists(f.Overlaps));
        return [.. marks.Concat(Lettered.Names(found)).OrderBy(f => f.Start)];
    }

    private static List<FoundIdentifier> Marked(string text, string word, IReadOnlyList<FoundIdentifier> found)
    {
        var marked = new List<FoundIdentifier>();
        for (var at = 0; word.Length > 0 && (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
            marked.Add(new(IdentifierKind.Learnt, at, word, IdentifierKind.Learnt.Anonymous));
        return [.. marked.Where(m => !found.Any(f => f.Overlaps(m) && f.Text.Length > m.Text.Length))];
    }

    private async Task Learn(OneStopDb db, Guid clientId, IdentifierKind kind, string word, string replacement)
    {
        if (await db.LearntWords.FirstOrDefaultAsync(w => w.ClientId == clientId && w.Text == word) is { } known)
            known.Replace(kind, replacement, desk.Now);
        else
            db.Add(LearntWord.Of(clientId, kind, word, replacement, desk.Now));
    }
}
