using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Wishes for erasure: one that waits for the approval of the other manager, and one that was answered in part.</summary>
internal sealed class ErasureChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, manager) = (book.Now, ManagerOf(book));
        var asking = book.Written<Client>().OrderBy(c => c.Number).First(c => c.ErasureAskedAt is not null);
        var partly = book.Written<Client>().OrderBy(c => c.Number).Last(c => c.FriendId is null);
        var answered = Erasure.Take(1, partly.Id, Wish(ErasureWay.Phone, IdentityCheck.CallBack, now.AddDays(-21)), manager, now.AddDays(-20));
        answered.Refuse(true, "住所と電話番号を消しました。相談の記録は、支援が続いているため残します。", manager, now.AddDays(-18));
        book.AddRange(answered, Erasure.Take(2, asking.Id, Wish(ErasureWay.Line, IdentityCheck.OwnLine, now.AddDays(-2)), manager, now.AddDays(-1)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Finish(OneStopDb db, DemoBook book)
    {
        var waiting = book.Written<Erasure>().Single(e => e.ClosedAt is null);
        waiting.AskApproval(1, await db.ErasureDigestOf(waiting), ManagerOf(book), book.Now.AddHours(-20));
    }

    private static ErasureWish Wish(ErasureWay way, IdentityCheck identity, DateTimeOffset at) =>
        new() { Way = way, Identity = identity, AskedOn = at.JapaneseDate };

    /// <summary>The second one: the first is left to approve it.</summary>
    private static Guid ManagerOf(DemoBook book) => book.With(Duty.Manager)[^1];
}
