using System.Security.Cryptography;
using System.Text;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// A link by which one client opens a form, at an address that nobody can guess. The first device on which something is typed keeps it;
/// it is sent once, ends after a time, and can be withdrawn. Opening it uses nothing up: previews open addresses too.
/// </summary>
public sealed class ClientLink
{
    public const int LongestKind = 20;

    private ClientLink() { }

    /// <summary>A link whose address can be made from its id (<see cref="LinkKeys"/>).</summary>
    public static ClientLink To(IClientForm form, Client client, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = client.Id, Kind = form.Kind, Purpose = form.Purpose.Code, ExpiresAt = now + form.GoodFor };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>Which form it opens.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The code of the purpose on which it rests.</summary>
    public string Purpose { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>By which the device is known that keeps it; null while nothing was typed.</summary>
    public string? DeviceDigest { get; private set; }

    /// <summary>What was typed so far, sealed for that device.</summary>
    public byte[]? Draft { get; private set; }

    /// <summary>Can it still be filled in, on this device?</summary>
    /// <param name="device">The token that the device brought; null if it has none.</param>
    public bool IsOpen(string? device, DateTimeOffset now) =>
        SubmittedAt is null && WithdrawnAt is null && now < ExpiresAt && (DeviceDigest is null || IsOf(device));

    /// <summary>Keeps what was typed so far; from now on it belongs to this device.</summary>
    public void Keep(ClientAnswers answers, string device)
    {
        DeviceDigest ??= DeviceSeal.DigestOf(device);
        Draft = DeviceSeal.Seal(device, Id, answers.Write());
    }

    /// <summary>What was typed so far on this device.</summary>
    public ClientAnswers AnswersOf(string? device) =>
        Draft is not null && IsOf(device) ? ClientAnswers.Read(DeviceSeal.Open(device!, Id, Draft)) : ClientAnswers.None;

    /// <summary>It was sent: it takes nothing any more, and what was typed is where it belongs.</summary>
    public void Submit(DateTimeOffset now) => (SubmittedAt, Draft) = (now, null);

    /// <summary>It takes nothing any more, and what was typed is forgotten.</summary>
    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Draft) = (WithdrawnAt ?? now, null);

    private bool IsOf(string? device) => device is not null && DeviceDigest is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DeviceSeal.DigestOf(device)), Encoding.ASCII.GetBytes(DeviceDigest));
}

/// <summary>Links and how they are found.</summary>
internal static class ClientLinks
{
    extension(OneStopDb db)
    {
        /// <summary>Makes a link to a form.</summary>
        /// <returns>What stands for the key of its address until it is sent.</returns>
        public string Offer(IClientForm form, Client client, DateTimeOffset now) =>
            LinkKeys.PlaceFor(db.ClientLinks.Add(ClientLink.To(form, client, now)).Entity.Id);
    }

    extension(IQueryable<ClientLink> links)
    {
        /// <summary>Those of a client that could still be filled in.</summary>
        public IQueryable<ClientLink> OpenOf(Guid clientId, DateTimeOffset now) =>
            links.Where(l => l.ClientId == clientId && l.SubmittedAt == null && l.WithdrawnAt == null && l.ExpiresAt > now);
    }
}
