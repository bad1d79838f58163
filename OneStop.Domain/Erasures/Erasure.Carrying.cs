using OneStop.Domain.Approvals;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Erasures;

/// <summary>Carrying it out: the order, the progress, the end.</summary>
public sealed partial class Erasure
{
    /// <summary>実行: who ordered the deletion, and when; null until then. From here on nothing takes it back.</summary>
    public ApprovalStep? Order { get; private set; }

    /// <summary>Who approved it; kept here too, so that the certificate needs no other row.</summary>
    public ApprovalStep? ApprovedBy { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>How many steps of <see cref="Steps"/> are done.</summary>
    public int StepsDone { get; private set; }

    public int Steps { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The ids of the person, written down with the order: the client and the entries merged into them.</summary>
    public List<Guid> Clients { get; private set; } = [];

    /// <summary>The ids of their telephones in LINE.</summary>
    public List<Guid> Friends { get; private set; } = [];

    /// <summary>What was deleted and what stays, by table.</summary>
    public ValueList<ErasedCount> Counts { get; private set; } = [];

    /// <summary>Whose rows are deleted; null before it is ordered.</summary>
    public ErasedPerson? Person => Clients.Count == 0 ? null : new(Clients, Friends);

    /// <summary>実行する: the deletion begins, at once and for good.</summary>
    /// <param name="typed">The number of the client, typed by the person who orders it.</param>
    /// <param name="content">The digest of what would be deleted and kept now.</param>
    /// <param name="person">Whose records these are.</param>
    /// <exception cref="RuleException">The number is another one, or this content was not approved.</exception>
    public void Carry(string typed, int clientNumber, string content, ErasedPerson person, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        if (!string.Equals(typed.Trim(), Client.NumberOf(clientNumber), StringComparison.OrdinalIgnoreCase))
            throw new RuleException("利用者番号が違います。画面に表示された番号を、そのまま入力してください。", nameof(NameWish.Name));
        (Approval ?? throw new RuleException("承認されていません。")).Use(content, now);
        (Order, ApprovedBy) = (new(now, staffId), new(Approval.Decision!.At, Approval.Decision.StaffId));
        (Clients, Friends) = ([.. person.Clients], [.. person.Friends]);
    }

    /// <summary>Records that the deletion has begun. A second call, after an interruption, changes nothing.</summary>
    internal void Begin(int steps, DateTimeOffset now)
    {
        if (StartedAt is null)
            (StartedAt, Steps) = (now, steps);
    }

    /// <summary>Records a step. After an interruption a step is done again, and finds nothing more to delete.</summary>
    internal void Advance(int step, ErasedCount count)
    {
        StepsDone = Math.Max(StepsDone, step);
        var before = Counts.FirstOrDefault(c => c.Table == count.Table);
        if (count.Deleted + count.Kept > 0 || before is not null)
            Counts = [.. Counts.Where(c => c.Table != count.Table), count with { Deleted = count.Deleted + (before?.Deleted ?? 0) }];
    }

    /// <summary>Records that nothing is left.</summary>
    internal void Finish(DateTimeOffset now) => (DoneAt, ClosedAt, StepsDone) = (now, now, Steps);

    /// <summary>What must be known to delete the person again from a restored backup.</summary>
    internal ErasureRecord Record => new(Id, Number, Clients, Friends, Way, Identity, AskedOn, TakenAt, TakenBy, ApprovedBy!, Order!, DoneAt!.Value);

    /// <summary>Creates, in a database from before the deletion, what the list beside it says of it.</summary>
    internal static Erasure Again(ErasureRecord record)
    {
        var erasure = new Erasure
        {
            Id = record.Id,
            Number = record.Number,
            ClientId = record.Clients[0],
            Way = record.Way,
            Identity = record.Identity,
            AskedOn = record.AskedOn,
            TakenAt = record.TakenAt,
            TakenBy = record.TakenBy,
        };
        erasure.OrderAgain(record);
        return erasure;
    }

    /// <summary>Records in an older row that it was ordered and carried out.</summary>
    internal void OrderAgain(ErasureRecord record) => (Order, ApprovedBy, StartedAt, DoneAt, ClosedAt, Answer, Withdrawal, Clients, Friends) =
        (record.Order, record.ApprovedBy, null, null, null, null, null, [.. record.Clients], [.. record.Friends]);
}
