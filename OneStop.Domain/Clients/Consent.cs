namespace OneStop.Domain.Clients;

/// <summary>同意: to which purpose, in which wording, when, and who took it. It can be withdrawn; the row is kept.</summary>
public sealed class Consent
{
    private Consent() { }

    /// <summary>Creates a consent to a purpose in its present wording.</summary>
    /// <param name="takenBy">The member of staff who was told; null if the person pressed the button in LINE.</param>
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

    /// <summary>The code of the purpose (<see cref="ConsentPurpose.Code"/>).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The edition of the wording that was shown.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>SHA-256 of that wording.</summary>
    public string WordingDigest { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }
    public Guid? TakenBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it was not withdrawn and is to this purpose in its present wording.</summary>
    internal bool Holds(ConsentPurpose purpose) => WithdrawnAt is null && (Purpose, Wording) == (purpose.Code, purpose.Wording);

    /// <summary>同意の撤回: withdraws the consent.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
