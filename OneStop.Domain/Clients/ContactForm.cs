using System.Security.Cryptography;
using System.Text;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients;

/// <summary>
/// A page of ours that one client opens once, by an address that nobody can guess, to leave a telephone number and what they wish to be
/// called: such things do not belong in the talk, where they would stay on the telephone.
/// </summary>
public sealed class ContactForm
{
    /// <summary>How long its address is good for.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(3);

    private ContactForm() { }

    /// <summary>A form whose address can be made from its id (<see cref="LinkKeys"/>).</summary>
    public static ContactForm For(Client client, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), ClientId = client.Id, ExpiresAt = now + GoodFor };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>SHA-256 of the key, hexadecimal, of a form from the time when keys were drawn; none is offered any more.</summary>
    public string? KeyDigest { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Can it still be filled in?</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <summary>It was filled in.</summary>
    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>It takes nothing any more.</summary>
    public void Close(DateTimeOffset now) => ExpiresAt = now < ExpiresAt ? now : ExpiresAt;

    /// <summary>By which the row is found.</summary>
    public static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>How a page for contact details stands.</summary>
public enum ContactFormState
{
    /// <summary>Filled in, too old, or never there: which, nobody is told.</summary>
    Closed,
    Open,

    /// <summary>Nothing may be kept before the client agrees, in the wording of now.</summary>
    LacksConsent,
}

internal static class ContactForms
{
    extension(OneStopDb db)
    {
        /// <summary>Opens a form for a client.</summary>
        /// <returns>What stands for the key of its address until it is sent.</returns>
        public string OfferForm(Client client, DateTimeOffset now)
        {
            var form = ContactForm.For(client, now);
            db.ContactForms.Add(form);
            return LinkKeys.PlaceFor(form.Id);
        }
    }
}
