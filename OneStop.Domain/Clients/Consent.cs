namespace OneStop.Domain.Clients;

/// <summary>同意: to what, in which wording, when and through whom; withdrawable, and kept when it is withdrawn.</summary>
public sealed class Consent
{
    private Consent() { }

    /// <param name="wording">Which wording of the notice was shown (<see cref="PrivacyNotice.Version"/>).</param>
    /// <param name="takenBy">The member of staff who was told it; null if the person pressed the button in LINE.</param>
    public static Consent To(string wording, Guid clientId, Guid? takenBy, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Wording = wording, GivenAt = now, TakenBy = takenBy };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>Which wording of the notice was shown.</summary>
    public string Wording { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }
    public Guid? TakenBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>同意の撤回.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

/// <summary>個人情報の取り扱い, as the page /privacy says it.</summary>
public static class PrivacyNotice
{
    /// <summary>Changes with the wording; who agreed to an earlier one is asked again.</summary>
    public const string Version = "2026-10";
}
