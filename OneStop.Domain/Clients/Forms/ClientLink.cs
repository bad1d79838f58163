using System.Security.Cryptography;
using System.Text;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// A link by which one client opens a form, at an unguessable address. It belongs to the first device on which something is typed. It is submitted
/// once, expires, and can be withdrawn. Opening it has no effect, because link previews open addresses too.
/// </summary>
public sealed class ClientLink
{
    public const int LongestKind = 20;

    private ClientLink() { }

    /// <summary>Creates a link; its address is computed from its id (<see cref="LinkKeys"/>).</summary>
    public static ClientLink To(IClientForm form, Client client, DateTimeOffset now) => Of(form.Kind, form.Purpose, client, now, form.GoodFor);

    /// <summary>Creates a link to the page that asks for a consent.</summary>
    /// <param name="by">The member of staff who asks.</param>
    public static ClientLink Asking(ConsentPurpose purpose, Client client, Guid by, DateTimeOffset now) =>
        Showing(ConsentLinks.Kind, purpose, client, by, now, ConsentLinks.GoodFor);

    /// <summary>Creates a link to a page that shows something to a client and asks for an answer.</summary>
    /// <param name="purpose">The purpose on whose consent the page rests, or for which it asks.</param>
    /// <param name="by">The member of staff who asks.</param>
    public static ClientLink Showing(string kind, ConsentPurpose purpose, Client client, Guid by, DateTimeOffset now, TimeSpan goodFor)
    {
        var link = Of(kind, purpose, client, now, goodFor);
        link.OfferedBy = by;
        return link;
    }

    private static ClientLink Of(string kind, ConsentPurpose purpose, Client client, DateTimeOffset now, TimeSpan goodFor) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = client.Id, Kind = kind, Purpose = purpose.Code, OfferedAt = now, ExpiresAt = now + goodFor };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The kind of form that it opens.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The code of the purpose whose consent it needs, or for which it asks.</summary>
    public string Purpose { get; private set; } = "";

    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>The member of staff who asks by it; null for a form.</summary>
    public Guid? OfferedBy { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Whether the client answered 同意しません.</summary>
    public bool IsDeclined { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The digest of the device's token; null while nothing was typed.</summary>
    public string? DeviceDigest { get; private set; }

    /// <summary>What was typed so far, encrypted with the device's token.</summary>
    public byte[]? Draft { get; private set; }

    /// <summary>Whether the form can still be filled in on this device.</summary>
    /// <param name="device">The device's token; null if it has none.</param>
    public bool IsOpen(string? device, DateTimeOffset now) =>
        SubmittedAt is null && WithdrawnAt is null && now < ExpiresAt && (DeviceDigest is null || IsOf(device));

    /// <summary>Whether the form was submitted, and on this device.</summary>
    public bool IsSubmittedBy(string? device) => SubmittedAt is not null && IsOf(device);

    /// <summary>Saves what was typed so far; the link belongs to this device from now on.</summary>
    public void Keep(ClientAnswers answers, string device)
    {
        DeviceDigest ??= DeviceSeal.DigestOf(device);
        Draft = DeviceSeal.Seal(device, Id, answers.Write());
    }

    /// <summary>Gives the link to this device, unless it belongs to another.</summary>
    public void Claim(string device) => DeviceDigest ??= DeviceSeal.DigestOf(device);

    /// <summary>Returns what was typed so far on this device.</summary>
    public ClientAnswers AnswersOf(string? device) =>
        Draft is not null && IsOf(device) ? ClientAnswers.Read(DeviceSeal.Open(device!, Id, Draft)) : ClientAnswers.None;

    /// <summary>Closes the link after it was submitted and deletes the draft.</summary>
    public void Submit(DateTimeOffset now) => (SubmittedAt, Draft) = (now, null);

    /// <summary>Closes the link after the client has answered whether they consent.</summary>
    public void Answer(bool agrees, DateTimeOffset now) => (IsDeclined, SubmittedAt) = (!agrees, now);

    /// <summary>Closes the link and deletes the draft.</summary>
    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Draft) = (WithdrawnAt ?? now, null);

    /// <summary>Whether the link belongs to this device.</summary>
    /// <param name="device">The device's token; null if it has none.</param>
    public bool IsOf(string? device) => device is not null && DeviceDigest is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DeviceSeal.DigestOf(device)), Encoding.ASCII.GetBytes(DeviceDigest));
}

/// <summary>The address for a text that staff send themselves.</summary>
/// <param name="Path">Below the public address.</param>
public sealed record CopiedAddress(string Path, DateTimeOffset ExpiresAt);

/// <summary>Creates and finds links.</summary>
internal static class ClientLinks
{
    extension(OneStopDb db)
    {
        /// <summary>Creates a link to a form.</summary>
        /// <returns>A placeholder for the key of its address; the key is put in when the message is sent.</returns>
        public string Offer(IClientForm form, Client client, DateTimeOffset now) =>
            LinkKeys.PlaceFor(db.ClientLinks.Add(ClientLink.To(form, client, now)).Entity.Id);
    }

    extension(IQueryable<ClientLink> links)
    {
        /// <summary>A client's links that were neither sent nor withdrawn. An expired one is included, because it may still contain a draft.</summary>
        public IQueryable<ClientLink> NotSentOf(Guid clientId) =>
            links.Where(l => l.ClientId == clientId && l.SubmittedAt == null && l.WithdrawnAt == null);
    }
}
