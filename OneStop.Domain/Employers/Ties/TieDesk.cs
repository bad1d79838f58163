using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers.Ties;

/// <summary>A tie as the client's page shows it.</summary>
/// <param name="By">The name of who entered it.</param>
public sealed record TieRow(Guid Id, Guid EmployerId, string Employer, TieKind Kind, DateOnly Since, string Words, string By, bool HasEnded);

/// <summary>A tie as the employer's page shows it to those who see people.</summary>
public sealed record TiedClient(ClientRow Client, TieKind Kind, DateOnly Since, string Words) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ((IShowsPerson)Client).Shown;
}

/// <summary>求人事業者とのつながりの窓口: which clients have to do with which employers.</summary>
[DisplayName("求人事業者とのつながり")]
public sealed class TieDesk(DeskContext desk)
{
    /// <summary>Returns a client's ties, those that last first, and records the look.</summary>
    [DisplayName("利用者と求人事業者のつながりを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TieRow>> Of(Guid clientId)
    {
        desk.MayDo<TieDesk>();
        return await desk.Open<IReadOnlyList<TieRow>>(async db => await Rows(db, clientId), _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Returns the clients who have to do with an employer now.</summary>
    [DisplayName("求人事業者とつながりのある利用者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TiedClient>> With(Guid employerId)
    {
        desk.MayDo<TieDesk>();
        await using var db = await desk.Read();
        var ties = await db.EmployerTies.AsNoTracking().Lasting().Where(t => t.EmployerId == employerId).OrderBy(t => t.Kind).ThenBy(t => t.Id).ToListAsync();
        var ids = ties.Select(t => t.ClientId).ToList();
        var clients = await db.Clients.Where(c => ids.Contains(c.Id)).ToRows(db).ToDictionaryAsync(c => c.Id);
        return desk.Show<TiedClient>([.. ties.Where(t => clients.ContainsKey(t.ClientId))
            .Select(t => new TiedClient(clients[t.ClientId], t.Kind, t.Since, t.Words))]);
    }

    /// <summary>Enters a tie.</summary>
    /// <exception cref="RuleException">Something is missing or too long, the day is to come, or the same tie lasts already.</exception>
    [DisplayName("求人事業者とのつながりを書く")]
    [Allowed(Casework = true)]
    public Task<Guid> Tie(Guid clientId, Edit<TieWish> edit)
    {
        desk.MayDo<TieDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var tie = EmployerTie.Of(clientId, edit.Wish, desk.Actor.StaffId, desk.Now);
            EmployerDesk.RefuseMerged(await db.Employers.AsNoTracking().SingleAsync(e => e.Id == tie.EmployerId));
            if (await db.EmployerTies.Lasting().AnyAsync(t => t.ClientId == clientId && t.EmployerId == tie.EmployerId && t.Kind == tie.Kind))
                throw new RuleException("同じつながりが、すでにあります。", nameof(TieWish.EmployerId));
            return db.EmployerTies.Add(tie).Entity.Id;
        });
    }

    /// <summary>Ends a tie.</summary>
    [DisplayName("求人事業者とのつながりを終える")]
    [Allowed(Casework = true)]
    public Task End(Guid tieId)
    {
        desk.MayDo<TieDesk>();
        return Finish(tieId, new(desk.Now, desk.Actor.StaffId));
    }

    /// <summary>Lets a tie last again.</summary>
    [DisplayName("終えたつながりを戻す")]
    [Allowed(Casework = true)]
    public Task Reopen(Guid tieId)
    {
        desk.MayDo<TieDesk>();
        return Finish(tieId, null);
    }

    private static async Task<IReadOnlyList<TieRow>> Rows(OneStopDb db, Guid clientId)
    {
        var ties = from t in db.EmployerTies
                   where t.ClientId == clientId
                   join e in db.Employers on t.EmployerId equals e.Id
                   join s in db.Users on t.StaffId equals s.Id
                   orderby t.End != null, t.Since descending, t.Id
                   select new TieRow(t.Id, e.Id, e.Name, t.Kind, t.Since, t.Words, s.Name, t.End != null);
        return await ties.ToListAsync();
    }

    private Task Finish(Guid tieId, TieEnd? end) => desk.Change(async db => (await db.EmployerTies.SingleAsync(t => t.Id == tieId)).Finish(end));
}

/// <summary>Queries over ties.</summary>
internal static class EmployerTieQueries
{
    extension(IQueryable<EmployerTie> ties)
    {
        /// <summary>The ties that have not ended.</summary>
        public IQueryable<EmployerTie> Lasting() => ties.Where(t => t.End == null);
    }
}
