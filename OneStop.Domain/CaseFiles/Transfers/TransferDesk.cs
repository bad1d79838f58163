using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CaseFiles.Transfers;

/// <summary>引き継ぎの窓口: several cases change hands in one act, and the receiver confirms them one by one or together.</summary>
[DisplayName("引き継ぎ")]
public sealed class TransferDesk(DeskContext desk)
{
    /// <summary>Returns who can take cases over: how many they have, and whether they are at work.</summary>
    [DisplayName("引き継げる人を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Receiver>> Receivers()
    {
        desk.MayDo<TransferDesk>();
        await using var db = await desk.Read();
        return await db.Receivers(desk.Now);
    }

    /// <summary>Returns the chosen clients, with who is in charge of them.</summary>
    [DisplayName("引き継ぐ利用者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ChosenCase>> Chosen(IReadOnlyList<Guid> clientIds)
    {
        desk.MayDo<TransferDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.ChosenCases(clientIds));
    }

    /// <summary>
    /// 担当を替える: puts somebody in charge of several clients. Those of whom a colleague was put in charge meanwhile, whose case is closed, or of whom
    /// the person is in charge already stay as they are and are told.
    /// </summary>
    /// <exception cref="RuleException">Nobody or somebody who cannot be in charge was chosen, there are no or too many cases, or a note is too
    /// long.</exception>
    [DisplayName("まとめて担当を替える")]
    [Allowed(Casework = true)]
    public async Task<TransferResult> Transfer(Edit<TransferWish> edit)
    {
        desk.MayDo<TransferDesk>();
        var wish = Checked(edit.Wish);
        var kept = new List<KeptCase>();
        var batch = await desk.Create(edit.Key, async db =>
        {
            kept.Clear(); // the change runs again after a conflict
            var (member, batchId) = (await db.Receiver(wish.To!.Value), Guid.CreateVersion7(desk.Now));
            var ids = wish.Cases.Select(c => c.ClientId).ToList();
            var closed = await db.CaseClosings.Where(c => c.ReopenedAt == null && ids.Contains(c.ClientId)).Select(c => c.ClientId).ToListAsync();
            var present = (await db.ChosenCases(ids)).ToDictionary(c => c.ClientId);
            kept.AddRange(ids.Distinct().Where(id => !present.ContainsKey(id)).Select(_ => new KeptCase("利用者", "統合されたか、記録が消去されました。")));
            foreach (var one in wish.Cases.DistinctBy(c => c.ClientId).Where(c => present.ContainsKey(c.ClientId)))
            {
                if (Hindrance(present[one.ClientId], one, member, closed.Contains(one.ClientId)) is { } why)
                    kept.Add(new(present[one.ClientId].Words, why));
                else
                    await db.Charge(one.ClientId, member, NoteOf(wish, one), desk.Actor.StaffId, desk.Now, batchId);
            }
            return batchId;
        });
        await using var db = await desk.Read();
        return new(batch, await db.CaseAssignments.CountAsync(a => a.BatchId == batch), kept);
    }

    /// <summary>Undoes a transfer of several. What the receiver has confirmed, or what changed hands again since, stays and is told.</summary>
    [DisplayName("まとめて替えた担当を元に戻す")]
    [Allowed(Casework = true)]
    public async Task<TransferResult> Undo(Guid batchId)
    {
        desk.MayDo<TransferDesk>();
        return await desk.Change(async db =>
        {
            var batch = await db.CaseAssignments.Where(a => a.BatchId == batchId).ToListAsync();
            var people = (await db.ChosenCases([.. batch.Select(a => a.ClientId)])).ToDictionary(c => c.ClientId);
            var kept = new List<KeptCase>();
            foreach (var assignment in batch.OrderBy(a => people.GetValueOrDefault(a.ClientId)?.Number))
            {
                if (assignment is { Until: null, IsTakenUp: false })
                    await db.Discharge(assignment);
                else if (people.GetValueOrDefault(assignment.ClientId) is { } person)
                    kept.Add(new(person.Words, assignment.Until is null ? "引き継いだ人が、もう確かめました。" : "そのあとに、支援が終了したか、担当がまた変わりました。"));
            }
            return new TransferResult(batchId, batch.Count - kept.Count, kept);
        });
    }

    /// <summary>Returns what was transferred to the actor and is not confirmed.</summary>
    [DisplayName("引き継がれた利用者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ReceivedCase>> Received()
    {
        desk.MayDo<TransferDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.ReceivedBy(desk.Actor.StaffId));
    }

    /// <summary>引き継ぎを確かめる, one or several. Those that are somebody else's meanwhile are left out.</summary>
    /// <returns>How many were confirmed.</returns>
    [DisplayName("引き継ぎをまとめて確かめる")]
    [Allowed(Casework = true)]
    public Task<int> Acknowledge(IReadOnlyList<Guid> assignmentIds)
    {
        desk.MayDo<TransferDesk>();
        var me = desk.Actor.StaffId;
        return desk.Change(async db =>
        {
            var mine = await db.CaseAssignments.Where(a => assignmentIds.Contains(a.Id) && a.StaffId == me && a.Until == null && a.AcknowledgedAt == null)
                .ToListAsync();
            mine.ForEach(a => a.Acknowledge(me, desk.Now));
            return mine.Count;
        });
    }

    private static TransferWish Checked(TransferWish wish) => wish switch
    {
        { To: null } => throw new RuleException("だれに引き継ぐかを選んでください。", nameof(wish.To)),
        { Cases.Count: 0 or > TransferWish.Most } => throw new RuleException($"引き継ぐ利用者を、1人から{TransferWish.Most}人まで選んでください。"),
        { Note.Length: > TransferWish.LongestNote } => throw new RuleException($"全員についてのメモは{TransferWish.LongestNote}文字までです。", nameof(wish.Note)),
        _ when wish.Cases.Any(c => c.Note.Length > TransferWish.LongestOwn) =>
            throw new RuleException($"ひとりずつのメモは{TransferWish.LongestOwn}文字までです。", nameof(wish.Cases)),
        _ => wish,
    };

    private static string? Hindrance(ChosenCase now, CaseToTransfer asked, StaffMember to, bool isClosed) =>
        isClosed ? "支援が終了しています。"
        : now.StaffId == to.Id ? $"もう{to.Name}さんの担当です。"
        : now.AssignmentId != asked.Seen ? now.ChargeName is { } other ? $"ほかの人が先に、担当を{other}さんに替えました。" : "ほかの人が先に、担当なしに戻しました。"
        : null;

    private static string NoteOf(TransferWish wish, CaseToTransfer one) =>
        string.Join('\n', new[] { wish.Note.Trim(), one.Note.Trim() }.Where(n => n.Length > 0));
}
