using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms;

/// <content>
/// Writing in the newest version and its assessment. Pairs, goals and items are saved one by one, so that two people can write side by side.
/// </content>
public sealed partial class ProgramDesk
{
    /// <summary>Carries over what the file knows now.</summary>
    /// <exception cref="RuleException">The version is not open, or its assessment is fixed.</exception>
    [DisplayName("利用者の記録を取り込み直す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Carry(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, async (db, program, circumstances, me, now) =>
            circumstances.Carry(await db.CarryFacts(program.ClientId, now.JapaneseDate), me, now));
    }

    /// <summary>新しく聞き取る: begins the next assessment, on which the newest version rests from now on.</summary>
    /// <exception cref="RuleException">The version is not open, or its assessment can still be written.</exception>
    [DisplayName("新しく聞き取る")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Reassess(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, async (db, program, circumstances, me, now) =>
        {
            if (circumstances.FixedAt is null)
                throw new RuleException("いまの聞き取りは、まだ書けます。それに書いてください。");
            var last = await db.Circumstances.Where(c => c.ProgramId == programId).MaxAsync(c => c.Number);
            var next = db.Add(circumstances.Next(last + 1, await db.CarryFacts(program.ClientId, now.JapaneseDate), me, now)).Entity;
            program.Newest.RestOn(next, me, now);
        });
    }

    /// <summary>生活と仕事の状況, in the planner's words.</summary>
    /// <exception cref="RuleException">The version is not open, its assessment is fixed, or a value is not possible.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile; so for all parts.</exception>
    [DisplayName("生活と仕事の状況を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveNotes(Guid programId, Edit<CircumstancesNotes> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (db, _, circumstances, me, now) => circumstances.Rewrite(db.Accept(edit, circumstances, c => c.Notes), me, now));
    }

    /// <inheritdoc cref="SaveNotes"/>
    [DisplayName("家計を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveBudget(Guid programId, Edit<Budget> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (db, _, circumstances, me, now) => circumstances.Rewrite(db.Accept(edit, circumstances, c => c.Budget), me, now));
    }

    /// <summary>Saves one pair of 課題 and 強み.</summary>
    /// <inheritdoc cref="SaveNotes"/>
    [DisplayName("課題と強みを書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SavePair(Guid programId, Edit<BarrierPair> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (db, _, circumstances, me, now) => circumstances.Rewrite(
            circumstances.Pairs.With(db.Accept(edit, circumstances, c => c.Pairs.Present(edit.Wish.Id, p => p.Id)), p => p.Id), me, now));
    }

    /// <summary>Saves one goal.</summary>
    /// <inheritdoc cref="SaveNotes"/>
    [DisplayName("目標を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveGoal(Guid programId, Edit<Goal> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (db, program, _, me, now) => program.Newest.Rewrite(
            program.Newest.Goals.With(db.Accept(edit, program.Newest, v => v.Goals.Present(edit.Wish.Id, g => g.Id)), g => g.Id), me, now));
    }

    /// <summary>Saves one item of support.</summary>
    /// <inheritdoc cref="SaveNotes"/>
    [DisplayName("支援の内容を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveItem(Guid programId, Edit<SupportItem> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (db, program, _, me, now) => program.Newest.Rewrite(
            program.Newest.Items.With(db.Accept(edit, program.Newest, v => v.Items.Present(edit.Wish.Id, i => i.Id)), i => i.Id), me, now));
    }

    /// <summary>Adds pairs, goals and items, at the places at which they stood or at the end. Parts that are there already stay as they are.</summary>
    /// <exception cref="RuleException">The version is not open, its assessment is fixed, or there are too many.</exception>
    [DisplayName("課題・目標・支援を加える")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Add(Guid programId, ProgramParts parts)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (_, program, circumstances, me, now) =>
        {
            if (parts.Pairs.Count > 0)
                circumstances.Rewrite(circumstances.Pairs.Plus(parts.Pairs, p => p.Id), me, now);
            if (parts.Goals.Count > 0)
                program.Newest.Rewrite(program.Newest.Goals.Plus(parts.Goals, g => g.Id), me, now);
            if (parts.Items.Count > 0)
                program.Newest.Rewrite(program.Newest.Items.Plus(parts.Items, i => i.Id), me, now);
        });
    }

    /// <summary>Undoes <see cref="Add"/>, unless somebody has written in what was added.</summary>
    /// <param name="parts">As they were added.</param>
    /// <exception cref="RuleException">Somebody has written in them, the version is not open, or its assessment is fixed.</exception>
    [DisplayName("加えた課題・目標・支援を取り消す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task TakeBack(Guid programId, ProgramParts parts)
    {
        desk.MayDo<ProgramDesk>();
        return Write(programId, (_, program, circumstances, me, now) =>
        {
            if (parts.Pairs.Any(p => circumstances.Pairs.Any(q => q.Id == p.Part.Id && q != p.Part.Checked()))
                || parts.Goals.Any(g => program.Newest.Goals.Any(q => q.Id == g.Part.Id && q != g.Part.Checked()))
                || parts.Items.Any(i => program.Newest.Items.Any(q => q.Id == i.Part.Id && q != i.Part.Checked())))
                throw new RuleException("加えたあとに書かれたことがあるため、まとめて取り消せません。いらないものを1つずつ消してください。");
            if (parts.Pairs.Count > 0)
                circumstances.Rewrite([.. circumstances.Pairs.Where(p => !parts.Ids.Contains(p.Id))], me, now);
            if (parts.Goals.Count > 0)
                program.Newest.Rewrite([.. program.Newest.Goals.Where(g => !parts.Ids.Contains(g.Id))], me, now);
            if (parts.Items.Count > 0)
                program.Newest.Rewrite([.. program.Newest.Items.Where(i => !parts.Ids.Contains(i.Id))], me, now);
        });
    }

    /// <summary>Removes pairs, goals and items.</summary>
    /// <returns>What was removed, with the places, for undoing.</returns>
    /// <exception cref="RuleException">The version is not open, or its assessment is fixed.</exception>
    [DisplayName("課題・目標・支援を消す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<ProgramParts> Remove(Guid programId, IReadOnlyCollection<Guid> ids)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var (program, circumstances) = await ToWrite(db, programId);
            var (version, me, now) = (program.Newest, desk.Actor.StaffId, desk.Now);
            var gone = new ProgramParts(circumstances.Pairs.Placed(ids, p => p.Id), version.Goals.Placed(ids, g => g.Id), version.Items.Placed(ids, i => i.Id));
            if (gone.Pairs.Count > 0)
                circumstances.Rewrite([.. circumstances.Pairs.Where(p => !ids.Contains(p.Id))], me, now);
            if (gone.Goals.Count > 0)
                version.Rewrite([.. version.Goals.Where(g => !ids.Contains(g.Id))], me, now);
            if (gone.Items.Count > 0)
                version.Rewrite([.. version.Items.Where(i => !ids.Contains(i.Id))], me, now);
            return gone;
        });
    }

    /// <summary>Moves a pair, goal or item to another place among its like.</summary>
    /// <param name="place">From 0.</param>
    /// <returns>The place before, for undoing.</returns>
    /// <exception cref="RuleException">The version is not open, or the part was removed by a colleague.</exception>
    [DisplayName("課題・目標・支援の順番を変える")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<int> Move(Guid programId, Guid partId, int place)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var (program, circumstances) = await ToWrite(db, programId);
            var (version, me, now) = (program.Newest, desk.Actor.StaffId, desk.Now);
            if (circumstances.Pairs.PlaceOf(partId, p => p.Id) is { } pair)
            {
                circumstances.Rewrite(circumstances.Pairs.Moved(pair, place), me, now);
                return pair;
            }
            if (version.Goals.PlaceOf(partId, g => g.Id) is { } goal)
            {
                version.Rewrite(version.Goals.Moved(goal, place), me, now);
                return goal;
            }
            var item = version.Items.PlaceOf(partId, i => i.Id) ?? throw PartLists.Gone;
            version.Rewrite(version.Items.Moved(item, place), me, now);
            return item;
        });
    }

    /// <summary>Loads what is written in, and refuses unless the version is open.</summary>
    private async Task<(SupportProgram Program, Circumstances Circumstances)> ToWrite(OneStopDb db, Guid programId)
    {
        var program = await db.ProgramToChange(programId);
        if (program.End is not null)
            throw new RuleException("このプログラムは終わっています。続けるときは、先に「終了を取り消す」を押してください。");
        program.Newest.Touch(desk.Actor.StaffId, desk.Now);
        return (program, await db.CircumstancesOf(program.Newest));
    }

    private Task Write(Guid programId, Action<OneStopDb, SupportProgram, Circumstances, Guid, DateTimeOffset> write) =>
        Write(programId, (db, program, circumstances, me, now) =>
        {
            write(db, program, circumstances, me, now);
            return Task.CompletedTask;
        });

    private Task Write(Guid programId, Func<OneStopDb, SupportProgram, Circumstances, Guid, DateTimeOffset, Task> write) => desk.Change(async db =>
    {
        var (program, circumstances) = await ToWrite(db, programId);
        await write(db, program, circumstances, desk.Actor.StaffId, desk.Now);
    });
}
