namespace OneStop.Domain.Clients;

/// <summary>同意: to what, in which wording, when and through whom; withdrawable, and kept when it is withdrawn.</summary>
public sealed class Consent
{
    private Consent() { }

    /// <summary>To the notice as it is worded now (<see cref="PrivacyNotice"/>).</summary>
    /// <param name="takenBy">The member of staff who was told it; null if the person pressed the button in LINE.</param>
    public static Consent ToPrivacyNotice(Guid clientId, Guid? takenBy, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Wording = PrivacyNotice.Version, WordingDigest = PrivacyNotice.Digest, GivenAt = now, TakenBy = takenBy };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>Which wording of the notice was shown.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>SHA-256 of the words of the notice; null for those that were given before it was kept.</summary>
    public string? WordingDigest { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }
    public Guid? TakenBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>同意の撤回.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
