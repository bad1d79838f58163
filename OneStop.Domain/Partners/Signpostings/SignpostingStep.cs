namespace OneStop.Domain.Partners.Signpostings;

/// <summary>Who took a step back, and when.</summary>
public sealed record StepWithdrawal(DateTimeOffset At, Guid StaffId);

/// <summary>One step of a signposting: on which day, by whom, in which words. A wrong one is taken back and stays as a record.</summary>
public sealed class SignpostingStep
{
    private SignpostingStep() { }

    internal static SignpostingStep Of(Guid signpostingId, StepWish wish, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SignpostingId = signpostingId,
        Stage = wish.Stage,
        Result = wish.Stage == SignpostingStage.Ended ? wish.Result : null,
        On = wish.On!.Value,
        Words = wish.Words.Trim(),
        HandedOver = wish.SharesName ? wish.HandedOver.Trim() : "",
        SharesName = wish.SharesName,
        StaffId = staffId,
        EnteredAt = now,
    };

    public Guid Id { get; private set; }
    public Guid SignpostingId { get; private set; }
    public SignpostingStage Stage { get; private set; }

    /// <summary>Null unless the step is the end.</summary>
    public SignpostingResult? Result { get; private set; }

    /// <summary>The day on which it happened.</summary>
    public DateOnly On { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Whether the partner was told the client's name, for which there is a consent.</summary>
    public bool SharesName { get; private set; }

    /// <summary>渡したもの: what the partner was told or given; empty if nothing.</summary>
    public string HandedOver { get; private set; } = "";

    public Guid StaffId { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Null while the step counts.</summary>
    public StepWithdrawal? Withdrawal { get; private set; }

    /// <summary>The part of the count of signpostings in which the step stands (<see cref="CountedReach"/>).</summary>
    public CountedReach Reach { get; private set; }

    internal SignpostingStep Counted()
    {
        Reach = (Stage, Result) switch
        {
            (SignpostingStage.Explained or SignpostingStage.Wished, _) => CountedReach.Explained,
            (SignpostingStage.Signposted, _) => CountedReach.Signposted,
            (SignpostingStage.Connected, _) or (_, SignpostingResult.Connected) => CountedReach.Connected,
            _ => CountedReach.NotCounted,
        };
        return this;
    }

    internal void Withdraw(Guid staffId, DateTimeOffset now) => Withdrawal ??= new(now, staffId);

    internal void Restore() => Withdrawal = null;
}

/// <summary>How far a step reaches for 他事業への案内件数 (仕様書 10(2)). Stored as a number, because the furthest of a day counts.</summary>
public enum CountedReach
{
    /// <summary>The end without a connection is no signposting by itself.</summary>
    NotCounted = 0,

    /// <summary>説明のみ</summary>
    Explained = 1,

    /// <summary>案内</summary>
    Signposted = 2,

    /// <summary>つながった</summary>
    Connected = 3,
}
