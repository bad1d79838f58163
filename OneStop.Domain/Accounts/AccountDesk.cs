using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Accounts;

/// <summary>アカウントの窓口: accounts, duties and access of staff. Staff themselves can only change their password.</summary>
[DisplayName("アカウント")]
public sealed partial class AccountDesk(DeskContext desk, AuditKey key)
{
    /// <summary>Returns all accounts, those of former staff last.</summary>
    [DisplayName("アカウントの一覧を見る")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task<IReadOnlyList<AccountRow>> List()
    {
        desk.MayDo<AccountDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        db.SeeEverybody("when colleagues signed in last stands in the trail, and nothing else of it is read");
        var members = await db.Users.AsNoTracking().ToListAsync();
        var codes = await db.SignInCodes.AsNoTracking().Where(c => c.UsedAt == null && c.EndsAt > now).GroupBy(c => c.StaffId)
            .Select(g => new { g.Key, Ends = g.Max(c => c.EndsAt) }).ToDictionaryAsync(c => c.Key, c => c.Ends);
        var seen = await db.AuditEntries.Where(e => e.Act == AuditAct.SignedIn && e.Subject == nameof(StaffMember))
            .GroupBy(e => e.SubjectId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(e => e.Key, e => e.At);
        var slowed = await db.SignInTries.Where(t => t.NextAt > now).Select(t => t.Key).ToListAsync();
        return [.. members.OrderBy(m => m.LeftAt is not null).ThenBy(m => m.Name, StringComparer.Ordinal).Select(m => new AccountRow(
            m.Id, m.UserName!, m.Name, m.Duties, m.LeftAt, m.PasswordHash is not null, codes.TryGetValue(m.Id, out var ends) ? ends : null,
            seen.TryGetValue(m.Id.ToString(), out var at) ? at : null, slowed.Contains(key.OfAccount(m.UserName!))))];
    }

    /// <summary>招待する: creates an account for a new colleague, who sets the password by a link.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one account.</param>
    /// <returns>The link, which is shown once. If the form had been saved before and its response was lost, a new link is made.</returns>
    /// <exception cref="RuleException">The sign-in name is taken or not valid, the name or a duty is missing, or the actor may not give the
    /// duty.</exception>
    [DisplayName("新しい従事者を招待する")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task<IssuedCode> Invite(InviteWish wish, Guid? key = null)
    {
        desk.MayDo<AccountDesk>();
        RefuseUnlessMayGive(wish.Duties);
        IssuedCode? issued = null;
        var id = await desk.Create(key, async db =>
        {
            var normalized = StaffMember.Normal(wish.SignInName);
            if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalized))
                throw new RuleException("このログイン名はすでに使われています。", nameof(wish.SignInName));
            var member = StaffMember.Invite(wish.SignInName, wish.Name, wish.Duties, desk.Now);
            db.Users.Add(member);
            issued = Issue(db, member, SignInCode.InvitationFor);
            return member.Id;
        });
        return issued?.StaffId == id ? issued : await Reissue(id);
    }

    /// <summary>担当を変える: takes effect at once, in open windows too.</summary>
    /// <param name="handing">Who takes over what the person can no longer see; null if there is nothing.</param>
    /// <exception cref="RuleException">The account is the actor's own or the last administrator's, the actor may not give or take the duty, or work
    /// would be left with somebody who can no longer do it.</exception>
    /// <exception cref="ConflictException{T}">Somebody else has changed the duties meanwhile.</exception>
    [DisplayName("担当業務を変える")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task SetDuties(Guid staffId, Edit<DutiesWish> edit, TransferPlan? handing = null)
    {
        desk.MayDo<AccountDesk>();
        if (staffId == desk.Actor.Id)
            throw new RuleException("自分の担当業務は変えられません。ほかの管理者か業務責任者に頼んでください。");
        await Change(staffId, async (db, member) =>
        {
            var duties = db.Accept(edit, member, m => new([.. m.Duties.Order()])).Duties;
            RefuseUnlessMayGive([.. duties.Except(member.Duties), .. member.Duties.Except(duties)]);
            if (!duties.Contains(Duty.Administrator))
                await RefuseForLastAdministrator(db, member);
            if (duties.Count > 0)
                await LeaveNothingBehind(db, member, duties, handing);
            member.ChangeDuties(duties, desk.Now);
        });
    }

    /// <summary>パスワードを再設定する: the old password stops working, and a link sets a new one.</summary>
    /// <returns>The link, which is shown once.</returns>
    /// <exception cref="RuleException">The account is the actor's own, the person has left, or it is an administrator's and the actor is
    /// none.</exception>
    [DisplayName("招待・パスワード再設定のリンクを作る")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task<IssuedCode> Reset(Guid staffId)
    {
        desk.MayDo<AccountDesk>();
        if (staffId == desk.Actor.Id) // the actor's own window would close before the link is seen
            throw new RuleException("自分のパスワードは、ここでは再設定できません。「個人設定」の「パスワードを変える」で変えてください。今のパスワードが分からないときは、ほかの管理者か業務責任者に頼んでください。");
        return await Reissue(staffId);
    }

    /// <summary>待ち時間をなくす: removes the delay after failed sign-ins.</summary>
    [DisplayName("ログインの待ち時間をなくす")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task Unlock(Guid staffId)
    {
        desk.MayDo<AccountDesk>();
        await Change(staffId, async (db, member) =>
        {
            var digest = key.OfAccount(member.UserName!);
            db.SignInTries.RemoveRange(await db.SignInTries.Where(t => t.Key == digest).ToListAsync());
            member.SignOutEverywhere(desk.Now); // an attacker may have guessed the password
        });
    }

    /// <summary>すべての端末からログアウトさせる: for a lost or unattended device.</summary>
    [DisplayName("すべての端末からログアウトさせる")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task SignOutEverywhere(Guid staffId)
    {
        desk.MayDo<AccountDesk>();
        await Change(staffId, (_, member) =>
        {
            member.SignOutEverywhere(desk.Now);
            return Task.CompletedTask;
        });
    }

    private Task<IssuedCode> Reissue(Guid staffId) => Change(staffId, async (db, member) =>
    {
        foreach (var older in await db.SignInCodes.Where(c => c.StaffId == staffId && c.UsedAt == null).ToListAsync())
            older.End(desk.Now);
        var lasts = member.PasswordHash is null ? SignInCode.InvitationFor : SignInCode.ResetFor;
        member.ForgetPassword(desk.Now);
        return Issue(db, member, lasts);
    });

    private IssuedCode Issue(OneStopDb db, StaffMember member, TimeSpan lasts)
    {
        var (kept, shown) = SignInCode.Make(member.Id, lasts, desk.Now);
        db.SignInCodes.Add(kept);
        return new(member.Id, member.Name, shown, kept.EndsAt);
    }

    private async Task<T> Change<T>(Guid staffId, Func<OneStopDb, StaffMember, Task<T>> change)
    {
        var result = await desk.Change(async db =>
        {
            var member = await db.Users.SingleOrDefaultAsync(u => u.Id == staffId) ?? throw new RuleException("このアカウントはありません。");
            if (member.LeftAt is not null)
                throw new RuleException($"{member.Name} さんは退職しています。");
            if (member.Duties.Contains(Duty.Administrator))
                RefuseUnlessMayGive([Duty.Administrator]);
            return await change(db, member);
        });
        return result;
    }

    private Task<bool> Change(Guid staffId, Func<OneStopDb, StaffMember, Task> change) => Change(staffId, async (db, member) =>
    {
        await change(db, member);
        return true;
    });

    /// <summary>Only administrators create and change administrators, so that nobody gains rights through another account.</summary>
    private void RefuseUnlessMayGive(IEnumerable<Duty> duties)
    {
        if (duties.Contains(Duty.Administrator) && desk.Actor.Kind == ActorKind.Staff && !desk.Actor.Duties.Contains(Duty.Administrator))
            throw new RuleException("システム管理者のアカウントは、システム管理者だけが変えられます。");
    }

    private static async Task RefuseForLastAdministrator(OneStopDb db, StaffMember member)
    {
        if (!member.Duties.Contains(Duty.Administrator))
            return;
        var others = await db.Users.AsNoTracking().Where(u => u.LeftAt == null && u.Id != member.Id && u.PasswordHash != null).ToListAsync();
        if (!others.Exists(o => o.Duties.Contains(Duty.Administrator)))
            throw new RuleException("システム管理者がいなくなります。先に、ほかの人をシステム管理者にしてください（その人がパスワードを決めてから）。");
    }
}
