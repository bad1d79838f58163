namespace OneStop.Domain.Clients;

/// <summary>同意: to what purpose, in which wording, when and through whom; withdrawable, and kept when it is withdrawn.</summary>
public sealed class Consent
{
    private Consent() { }

    /// <summary>To a purpose, as it is worded now.</summary>
    /// <param name="takenBy">The member of staff who was told it; null if the person pressed the button in LINE.</param>
    public static Consent To(ConsentPurpose purpose, Guid clientId, Guid? takenBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClientId = clientId,
        Purpose = purpose.Code,
        Wording = purpose.Wording,
        WordingDigest = purpose.WordingDigest,
        GivenAt = now,
        TakenBy = takenBy,
    };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>What it is for (<see cref="ConsentPurpose.Code"/>).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Which edition of the words was shown.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>SHA-256 of these words.</summary>
    public string WordingDigest { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }
    public Guid? TakenBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>It was not withdrawn, and is to the purpose as it is worded now.</summary>
    internal bool Holds(ConsentPurpose purpose) => WithdrawnAt is null && (Purpose, Wording) == (purpose.Code, purpose.Wording);

    /// <summary>同意の撤回.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
